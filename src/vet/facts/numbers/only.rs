//! What the dossier counts in one way only, wherever it does: "three elephants", of what are two in every record.

use super::{behind, is_pronoun, known, small, wrong};
use crate::dossier::date::Order;
use crate::vet::actors::Who;
use crate::vet::clause::{Clause, clauses};
use crate::vet::facts::judge::NAMED;
use crate::vet::finding::{Finding, Item};
use crate::vet::index::Index;
use crate::vet::matching::matches;
use crate::vet::sentence::Sentences;
use crate::vet::topic::Topic;
use crate::vet::words::{Word, is_one_of};

/// Words of something that comes beside what the records have.
const MORE: &str = "another other others more further additional first";

/// A number of a thing of which every record has another.
pub(in crate::vet::facts) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
) -> Option<Finding> {
    let sentence = clause.sentence;
    let words = &sentence.words;
    let mut spots = sentence.spots.iter();
    let is_third = |who: Who| matches!(who, Who::Country(_)) && !index.lexicon.is_side(who);
    if spots.any(|spot| is_third(spot.who)) {
        return None;
    }
    small(clause)
        .filter(|count| count.value.value() > 1.0)
        .find_map(|count| {
            let here = words.partition_point(|word| word.range.start < count.range.start);
            let near = &words[here.saturating_sub(1)..words.len().min(here + 2)];
            let value = count.value.value();
            let is_bare = is_pronoun(words, count.range.end, value);
            if is_bare || near.iter().any(|word| is_one_of(MORE, &word.low)) {
                return None;
            }
            let number = value;
            let topic = if is_of_them(words, count.range.end) {
                of_before(index, sentences, clause, number)
            } else {
                let noun = behind(words, count.range.end).into_iter().next()?;
                titled(index, clause, &noun, number)
            };
            Some(wrong(index, topic?, Item::Event, count.range.clone()))
        })
}

/// The first topic that has a thing in its title and counts it, where none counts so many of it.
fn titled<'a>(
    index: &'a Index<'_>,
    clause: &Clause<'_>,
    noun: &String,
    number: f64,
) -> Option<&'a Topic> {
    /// Of what fewer records have in their titles, the dossier tells little.
    const LEAST: usize = 2;
    let places = index.sharing(&[noun.clone()].into());
    let topics: Vec<&Topic> = places.into_iter().map(|at| &index.topics[at]).collect();
    let titles = topics.iter().filter(|topic| topic.title.contains(noun));
    let counts = topics
        .iter()
        .filter_map(|topic| Some((*topic, known(index, topic).remove(noun)?)));
    let counts: Vec<(&Topic, Vec<f64>)> = counts.collect();
    let is_same = |known: &f64| (known - number).abs() < 1e-9;
    let is_other = !counts.iter().any(|(_, known)| known.iter().any(is_same));
    let (topic, _) = counts.first()?;
    let is_dated = |topic: &Topic| {
        let dates = clause.sentence.real_dates();
        let dates = dates.filter_map(|date| date.date().ok().flatten());
        dates.into_iter().all(|date| {
            let mut known = topic.dates.iter();
            known.any(|known| known.compare(&date) == Order::Possible)
        })
    };
    (titles.count() >= LEAST && is_other && is_dated(topic)).then_some(*topic)
}

/// "There are three of them": the topic of the sentence before, which counts otherwise what that names.
fn of_before<'a>(
    index: &'a Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    number: f64,
) -> Option<&'a Topic> {
    let before = sentences.before(clause.sentence)?;
    let named: Vec<&String> = before.words.iter().map(|word| &word.stem).collect();
    clauses(before).iter().find_map(|clause| {
        let found = matches(index, sentences, clause).into_iter().next()?;
        let known = known(index, found.topic);
        let mut counted = known
            .iter()
            .filter(|(noun, _)| named.contains(noun))
            .peekable();
        counted.peek()?;
        let is_other = |other: &f64| (other - number).abs() > 1e-9;
        let is_wrong = counted.all(|(_, known)| known.iter().all(is_other));
        (found.score >= NAMED && is_wrong).then_some(found.topic)
    })
}

fn is_of_them(words: &[Word], end: usize) -> bool {
    let next = words.partition_point(|word| word.range.start < end);
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    low(next) == "of" && low(next + 1) == "them" && next < 5 && words.len() < next + 4
}
