//! Two dates of which each is that of the other matter: "The one dates from 2018, that of ASEAN from 2011."

use super::compare::agrees;
use super::edge::NAMED;
use super::form::like;
use crate::brief::spoken;
use crate::dossier::Date;
use crate::extract::TimeExpression;
use crate::vet::actors::Who;
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::matching::Match;
use crate::vet::topic::Topic;

/// The verdict on one of two dates that are each behind their matter, where those named between them have the first,
/// and another record that names others has the second.
pub(super) fn check(
    expression: &TimeExpression,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<Finding> {
    let range = clause.range();
    let dates = clause.sentence.real_dates();
    let all: Vec<&TimeExpression> = dates
        .filter(|date| range.contains(&date.range.start))
        .collect();
    let [first, second] = all[..] else {
        return None;
    };
    let [before, between, behind] = [
        range.start..first.range.start,
        first.range.end..second.range.start,
        second.range.end..range.end,
    ]
    .map(|part| named(clause, &part));
    if first.range.start == range.start || between.is_empty() || !behind.is_empty() {
        return None;
    }
    let [one, two] = [first, second].map(|date| date.date().ok().flatten());
    let (one, two) = (one?, two?);
    let has = |topic: &Topic, date: &Date| topic.dates.iter().any(|own| agrees(date, own, None));
    let takes_part = |topic: &Topic, all: &[Who]| all.iter().all(|who| topic.parties.contains(who));
    let mut topics = matches.iter().filter(|one| one.score >= NAMED);
    let of_second = |topic: &Topic| takes_part(topic, &between);
    if topics
        .clone()
        .any(|one| of_second(one.topic) && has(one.topic, &two))
    {
        return None;
    }
    let is_swapped = |topic: &Topic| has(topic, &two) && !has(topic, &one);
    let later = topics
        .clone()
        .find(|known| of_second(known.topic) && has(known.topic, &one))?;
    let earlier = topics.find(|known| {
        takes_part(known.topic, &before) && !of_second(known.topic) && is_swapped(known.topic)
    })?;
    let (known, date) = if expression.range == first.range {
        (earlier.topic, &two)
    } else {
        (later.topic, &one)
    };
    let known_date = known.dates.iter().find(|own| agrees(date, own, None))?;
    let text = clause.sentence.words_of(&expression.range);
    let finding = Finding::new(Item::Date, Verdict::Contradicted, expression.range.clone());
    let finding = finding.of(known.record);
    let note = format!("the date in the dossier is {}", spoken(known_date));
    Some(finding.note(note).suggest_some(like(text, known_date)))
}

/// Who is named in a part of the text.
fn named(clause: &Clause<'_>, part: &std::ops::Range<usize>) -> Vec<Who> {
    let sentence = clause.sentence;
    let spots = sentence.spots.iter();
    let here = spots.filter(|spot| part.contains(&sentence.words[spot.words.start].range.start));
    here.map(|spot| spot.who).collect()
}
