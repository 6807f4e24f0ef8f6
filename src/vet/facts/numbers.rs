//! Counts and ordinals of a clause: "two elephants", "the 8th forum".

use std::collections::HashMap;

use crate::dossier::Kind;
use crate::extract::ordinals;
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::words::{Word, stem, words};

/// Words behind a number in which its noun is looked for.
const NEAR: usize = 4;

/// The first number that the records give otherwise.
pub(super) fn check(
    index: &Index<'_>,
    clause: &Clause<'_>,
    near: &[Match<'_>],
    item: Item,
) -> Option<Finding> {
    let range = clause.range();
    let sentence = clause.sentence;
    let small = sentence.counts.iter().filter(|count| {
        range.contains(&count.range.start)
            && count.unit.is_none()
            && count.value.scale == 0
            && count.value.value() < 1000.0
            && !sentence.dates.iter().any(|date| {
                date.range.start < count.range.end && count.range.start < date.range.end
            })
    });
    for count in small {
        let quoted = sentence
            .words
            .iter()
            .any(|word| word.quoted && count.range.contains(&word.range.start));
        if quoted || is_pronoun(&sentence.words, count.range.end, count.value.value()) {
            continue;
        }
        let nouns = behind(&sentence.words, count.range.end);
        let number = count.value.value();
        if let Some(one) = near.iter().find(|one| differs(index, one, &nouns, number)) {
            return Some(wrong(index, one, item, count.range.clone()));
        }
    }
    let text: String = clause_text(sentence, &range);
    for (place, number) in ordinals(&text) {
        let nouns = nouns_behind(&text, place.end);
        let wrong_one = near.iter().find(|one| {
            let known: Vec<u32> = one
                .topic
                .read(&index.lexicon)
                .iter()
                .flat_map(|text| {
                    let all = text.ordinals.iter();
                    all.map(|(end, number)| (behind(&text.words, *end), *number))
                })
                .filter(|(other, _)| nouns.iter().any(|noun| other.contains(noun)))
                .map(|(_, number)| number)
                .collect();
            !known.is_empty() && !known.contains(&number)
        });
        if let Some(one) = wrong_one {
            let start = range.start + place.start;
            return Some(wrong(index, one, item, start..range.start + place.end));
        }
    }
    None
}

fn clause_text(
    sentence: &crate::vet::sentence::Sentence,
    range: &std::ops::Range<usize>,
) -> String {
    let start = range.start - sentence.range.start;
    let end = (range.end - sentence.range.start).min(sentence.text.len());
    sentence.text.get(start..end).unwrap_or_default().to_owned()
}

fn wrong(index: &Index<'_>, one: &Match<'_>, item: Item, range: std::ops::Range<usize>) -> Finding {
    let title = index.dossier.title(one.topic.record);
    Finding::new(item, Verdict::Contradicted, range)
        .of(one.topic.record)
        .note(format!("number: another one in “{title}”"))
}

/// "one with the bloc, several with its members", "one of them": a number that counts nothing here.
fn is_pronoun(words: &[Word], end: usize, number: f64) -> bool {
    const LINKS: &str = "with or and but for from to in on at by is was are were has have had which that \
        who whose as between";
    let next = words.partition_point(|word| word.range.start < end);
    words.get(next).is_some_and(|word| {
        let is_part = word.low == "of" && number < 2.0;
        is_part || LINKS.split_whitespace().any(|low| low == word.low)
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
        .take_while(|(at, word)| word.mark.is_none() || *at == 0 && word.mark == Some('-'))
        .map(|(_, word)| word);
    let mut found = Vec::new();
    for word in near {
        found.extend(Some(noun(word)).filter(|stem| !stem.is_empty()));
        // "two sides signed a roadmap": what is counted ends with its plural.
        if is_plural(&word.low) {
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
    let mut known: HashMap<String, Vec<f64>> = HashMap::new();
    for text in one.topic.read(&index.lexicon) {
        for (end, number) in &text.counts {
            if let Some(noun) = behind(&text.words, *end).into_iter().next() {
                known.entry(noun).or_default().push(*number);
            }
        }
    }
    let record = one.topic.record;
    if record.kind == Kind::Agreement
        && let Some(count) = index.dossier.agreements[record.at].count
    {
        let kind = index.dossier.agreements[record.at].kind.word();
        known.entry(stem(kind)).or_default().push(f64::from(count));
    }
    let Some(noun) = nouns.iter().find(|noun| known.contains_key(*noun)) else {
        return false;
    };
    known[noun]
        .iter()
        .all(|other| (other - number).abs() > 1e-9)
}
