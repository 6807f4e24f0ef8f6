//! Counts and ordinals of a clause: "two elephants", "the 8th forum".

pub(super) mod family;
pub(super) mod only;

use std::collections::HashMap;

use crate::dossier::Kind;
use crate::extract::{Count, ordinals};
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::topic::Topic;
use crate::vet::words::{Word, is_one_of, stem, words};

/// Words behind a number in which its noun is looked for.
const NEAR: usize = 4;

/// The first number that the records give otherwise.
pub(super) fn check(
    index: &Index<'_>,
    clause: &Clause<'_>,
    near: &[Match<'_>],
    item: Item,
) -> Option<Finding> {
    let sentence = clause.sentence;
    for count in small(clause) {
        if is_pronoun(&sentence.words, count.range.end, count.value.value()) {
            continue;
        }
        let nouns = behind(&sentence.words, count.range.end);
        let number = count.value.value();
        if let Some(one) = near.iter().find(|one| differs(index, one, &nouns, number)) {
            return Some(wrong(index, one.topic, item, count.range.clone()));
        }
    }
    ordinal(index, clause, near, item)
}

/// The first ordinal that the records give otherwise.
pub(super) fn ordinal(
    index: &Index<'_>,
    clause: &Clause<'_>,
    near: &[Match<'_>],
    item: Item,
) -> Option<Finding> {
    let range = clause.range();
    let sentence = clause.sentence;
    let text: String = clause_text(sentence, &range);
    for (place, number) in ordinals(&text) {
        let nouns = nouns_behind(&text, place.end);
        // "held for the 17th time"; the first time may be one of anything.
        let is_time = number > 2 && nouns.first() == Some(&stem("time"));
        let wrong_one = near.iter().find(|one| {
            let known: Vec<u32> = one
                .topic
                .read(&index.lexicon)
                .iter()
                .flat_map(|text| {
                    let all = text.ordinals.iter();
                    all.map(|(end, number)| (behind(&text.words, *end), *number))
                })
                .filter(|(other, _)| {
                    let same = nouns.iter().any(|noun| other.contains(noun));
                    same || (is_time || are_occasions(&nouns)) && are_occasions(other)
                })
                .map(|(_, number)| number)
                .collect();
            !known.is_empty() && !known.contains(&number)
        });
        if let Some(one) = wrong_one {
            let start = range.start + place.start;
            return Some(wrong(
                index,
                one.topic,
                item,
                start..range.start + place.end,
            ));
        }
    }
    None
}

/// Words for one of several that were held: "the 19th round" is the 19th meeting.
const OCCASIONS: &str = "round meeting session edition discussion gathering forum summit conference consultation \
    kind";

fn are_occasions(nouns: &[String]) -> bool {
    let mut words = OCCASIONS.split_whitespace();
    words.any(|word| nouns.contains(&stem(word)))
}

/// The numbers of things that a topic gives, each with its noun.
fn known(index: &Index<'_>, topic: &Topic) -> HashMap<String, Vec<f64>> {
    let mut known: HashMap<String, Vec<f64>> = HashMap::new();
    for text in topic.read(&index.lexicon) {
        for (end, number) in &text.counts {
            if let Some(noun) = behind(&text.words, *end).into_iter().next() {
                known.entry(noun).or_default().push(*number);
            }
        }
    }
    let record = topic.record;
    if record.kind == Kind::Agreement
        && let Some(count) = index.dossier.agreements[record.at].count
    {
        let kind = index.dossier.agreements[record.at].kind.word();
        known.entry(stem(kind)).or_default().push(f64::from(count));
    }
    known
}

/// The small numbers of a clause that count something, outside of quotations, dates and names.
fn small<'a>(clause: &'a Clause<'_>) -> impl Iterator<Item = &'a Count> {
    let range = clause.range();
    let sentence = clause.sentence;
    sentence.counts.iter().filter(move |count| {
        // What begins last before the end of a number, of those that are in order.
        let dates = &sentence.dates;
        let next = dates.partition_point(|date| date.range.start < count.range.end);
        let last = next.checked_sub(1).map(|at| &dates[at]);
        let words = &sentence.words;
        let next = words.partition_point(|word| word.range.start < count.range.end);
        let quoted = next.checked_sub(1).is_some_and(|at| words[at].quoted);
        range.contains(&count.range.start)
            && count.unit.is_none()
            && count.value.scale == 0
            && count.value.value() < 1000.0
            && !quoted
            && last.is_none_or(|date| count.range.start >= date.range.end)
    })
}

fn clause_text(
    sentence: &crate::vet::sentence::Sentence,
    range: &std::ops::Range<usize>,
) -> String {
    let start = range.start - sentence.range.start;
    let end = (range.end - sentence.range.start).min(sentence.text.len());
    sentence.text.get(start..end).unwrap_or_default().to_owned()
}

fn wrong(index: &Index<'_>, topic: &Topic, item: Item, range: std::ops::Range<usize>) -> Finding {
    let title = index.dossier.title(topic.record);
    Finding::new(item, Verdict::Contradicted, range)
        .of(topic.record)
        .note(format!("number: another one in “{title}”"))
}

/// "one with the bloc, several with its members", "one of them": a number that counts nothing here.
fn is_pronoun(words: &[Word], end: usize, number: f64) -> bool {
    const LINKS: &str = "with or and but for from to in on at by is was are were has have had which that \
        who whose as between";
    let next = words.partition_point(|word| word.range.start < end);
    let first = next.checked_sub(2).map_or("", |at| words[at].low.as_str());
    words.get(next).is_some_and(|word| {
        // "The two signed it"
        let is_taken_up = matches!(
            first,
            "the" | "these" | "those" | "latter" | "former" | "other" | "first" | "last"
        );
        if is_taken_up && word.low.ends_with("ed") {
            return true;
        }
        let is_part = word.low == "of" && number < 2.0;
        is_part || is_one_of(LINKS, &word.low)
    })
}

/// The stems behind a number.
fn behind(words: &[Word], end: usize) -> Vec<String> {
    let next = words.partition_point(|word| word.range.start < end);
    let near = words[next..]
        .iter()
        .take(NEAR)
        // "a two-unit plant"
        .enumerate()
        .take_while(|(at, word)| word.mark.is_none() || *at == 0 && word.mark == Some('-'));
    let mut found = Vec::new();
    for (at, word) in near {
        found.extend(Some(noun(word)).filter(|stem| !stem.is_empty()));
        // "two sides signed a roadmap": what is counted ends with its plural, if that is none that owns what follows:
        // "the 19th officials' meeting".
        let after = words.get(next + at + 1);
        let owns = after
            .is_some_and(|after| after.mark.is_none() && after.range.start > word.range.end + 1);
        if is_plural(&word.low) && !owns {
            break;
        }
    }
    found
}

fn is_plural(low: &str) -> bool {
    low == "people" || low.ends_with('s') && !low.ends_with("ss") && low.len() > 3
}

fn noun(word: &Word) -> String {
    if word.stem.is_empty() {
        stem(&word.low)
    } else {
        word.stem.clone()
    }
}

fn nouns_behind(text: &str, end: usize) -> Vec<String> {
    let read = words(text, &(0..text.len()), &[]);
    behind(&read, end)
}

/// Does a record count the same otherwise, and nowhere so?
fn differs(index: &Index<'_>, one: &Match<'_>, nouns: &[String], number: f64) -> bool {
    let known = known(index, one.topic);
    let Some(noun) = nouns.iter().find(|noun| known.contains_key(*noun)) else {
        return false;
    };
    known[noun]
        .iter()
        .all(|other| (other - number).abs() > 1e-9)
}
