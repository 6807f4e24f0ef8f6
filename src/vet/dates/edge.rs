//! Since when something has gone on, and until when it runs: compared with where the spans of records begin
//! and end.

use super::form::like;
use crate::brief::spoken;
use crate::dossier::date::Order;
use crate::dossier::{Date, Kind};
use crate::extract::TimeExpression;
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::matching::Match;
use crate::vet::words::is_one_of;

/// A date may be accused where the records are so well named.
pub(super) const NAMED: f64 = 0.5;

/// "since 2019", of what the records have from 2018 on; "runs until 2030", of what they have until 2028.
pub(super) fn check(
    expression: &TimeExpression,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<Finding> {
    let is_end = which(expression, clause)?;
    let date = expression.date().ok().flatten()?;
    let named = matches.iter().filter(|one| one.score >= NAMED);
    let edges: Vec<_> = named
        .flat_map(|one| {
            one.topic
                .dates
                .iter()
                .map(|known| (one.topic.record, known))
        })
        .filter_map(|(record, known)| Some((record, edge(known, is_end)?)))
        .collect();
    let (record, known) = edges.first()?;
    if edges
        .iter()
        .any(|(_, known)| date.compare(known) == Order::Possible)
    {
        return None;
    }
    let text = clause.sentence.words_of(&expression.range);
    let word = if is_end { "until" } else { "since" };
    let note = format!("the date in the dossier is {word} {}", spoken(known));
    let finding = Finding::new(Item::Date, Verdict::Contradicted, expression.range.clone());
    let finding = finding.of(*record).note(note);
    Some(finding.suggest_some(like(text, known)))
}

/// "covers 2025 to 2028", of an agreement or event that the records have for 2025 to 2026: a closed span
/// that begins or ends with a known one, and has another date at its other end.
pub(super) fn span(
    expression: &TimeExpression,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<Finding> {
    let date = expression.date().ok().flatten()?;
    let told = ends(&date)?;
    let is_open = |(a, b): (&Date, &Date)| a.compare(b) == Order::Possible;
    let named = matches.iter().filter(|one| {
        one.score >= NAMED && matches!(one.topic.record.kind, Kind::Agreement | Kind::Event)
    });
    let known = named.flat_map(|one| {
        let dates = one.topic.dates.iter();
        dates.filter_map(|known| Some((one.topic.record, known, ends(known)?)))
    });
    let mut other = None;
    for (record, whole, (from, to)) in known {
        match (is_open((&told.0, &from)), is_open((&told.1, &to))) {
            (true, true) => return None,
            (false, false) => {}
            _ => other = other.or(Some((record, whole))),
        }
    }
    let (record, whole) = other?;
    let text = clause.sentence.words_of(&expression.range);
    let note = format!("the date in the dossier is {}", spoken(whole));
    let finding = Finding::new(Item::Date, Verdict::Contradicted, expression.range.clone());
    let finding = finding.of(record).note(note);
    Some(finding.suggest_some(like(text, whole)))
}

/// The first and the last date of a closed span.
fn ends(date: &Date) -> Option<(Date, Date)> {
    let (from, to) = date.edtf()?.split_once('/')?;
    Some((Date::parse(from).ok()?, Date::parse(to).ok()?))
}

/// Is it the end of a span of which the sentence gives the beginning too? Then no later one is meant.
pub(super) fn is_of_span(
    expression: &TimeExpression,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> bool {
    if which(expression, clause) != Some(true) {
        return false;
    }
    let told: Vec<Date> = clause
        .sentence
        .real_dates()
        .filter_map(|one| one.date().ok().flatten())
        .collect();
    let begins = |known: &Date| {
        let from = known.edtf().and_then(|edtf| edtf.split_once('/'));
        let from = from.and_then(|(from, _)| Date::parse(from).ok());
        from.is_some_and(|from| {
            told.iter()
                .any(|date| date.compare(&from) == Order::Possible)
        })
    };
    let mut dates = matches.iter().flat_map(|one| &one.topic.dates);
    dates.any(begins)
}

/// Does a date tell the beginning (`false`) or the end (`true`) of something that goes on?
fn which(expression: &TimeExpression, clause: &Clause<'_>) -> Option<bool> {
    const RUNS: &str = "runs run ran lasts last lasted extends extended applies valid continues force effect \
        operation place";
    const EXPIRES: &str = "expires expire expired ends end ended lapses lapsed expiring ending";
    const BETWEEN: &str = "in at on by the end of";
    let words = &clause.sentence.words;
    let first = words.partition_point(|word| word.range.start < expression.range.start);
    let is_edge = |low: &str| matches!(low, "since" | "until" | "till" | "through");
    let own = words.get(first).is_some_and(|word| is_edge(&word.low));
    let at = if own {
        Some(first)
    } else {
        first.checked_sub(1)
    }?;
    let verb = at.checked_sub(1).map_or("", |at| words[at].low.as_str());
    match words.get(at)?.low.as_str() {
        "since" => Some(false),
        "until" | "till" | "through" if is_one_of(RUNS, verb) => Some(true),
        _ => {
            let before = words[..first].iter().rev();
            let mut before = before.skip_while(|word| is_one_of(BETWEEN, &word.low));
            let verb = before.next().filter(|_| first > 0 && !own);
            verb.is_some_and(|verb| is_one_of(EXPIRES, &verb.low))
                .then_some(true)
        }
    }
}

/// The end of a span that is closed, or the beginning of one that is open.
fn edge(known: &Date, is_end: bool) -> Option<Date> {
    let (from, to) = known.edtf()?.split_once('/')?;
    let is_open = to == "..";
    let edge = match (is_end, is_open) {
        (true, false) => to,
        (false, true) => from,
        _ => return None,
    };
    Date::parse(edge).ok()
}
