//! How long something runs: compared with the span of its record.

use super::edge::NAMED;
use crate::extract::{TimeExpression, TimeKind};
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::matching::Match;
use crate::vet::words::is_one_of;

/// "covers five years", of what runs from 2025 to 2026.
pub(in crate::vet) fn check(clause: &Clause<'_>, near: &[Match<'_>]) -> Option<Finding> {
    const RUNS: &str =
        "covers cover covered covering runs run ran running lasts last lasted valid spans span";
    let is_run = |low: &str| is_one_of(RUNS, low);
    clause.plain().any(|word| is_run(&word.low)).then_some(())?;
    let range = clause.range();
    let mut dates = clause.sentence.dates.iter();
    let is_here = |one: &&TimeExpression| {
        let is_length = one.kind == TimeKind::Duration && range.contains(&one.range.start);
        is_length && clause.sentence.words_of(&one.range).contains("year")
    };
    let length = dates.find(is_here)?;
    let count = i64::from(length.count?);
    let best = near.first().filter(|one| one.score >= NAMED)?;
    let spans: Vec<i64> = best
        .topic
        .dates
        .iter()
        .filter_map(|date| years(date.edtf()?))
        .collect();
    let fits = |span: &i64| (*span..=span + 1).contains(&count);
    (!spans.is_empty() && !spans.iter().any(fits)).then(|| {
        let finding = Finding::new(Item::Date, Verdict::Contradicted, length.range.clone());
        let years = spans[0] + 1;
        finding
            .of(best.topic.record)
            .note(format!("the span in the dossier is of {years} years"))
    })
}

/// From the first to the last year of a closed span of years.
fn years(edtf: &str) -> Option<i64> {
    let (from, to) = edtf.split_once('/')?;
    let (from, to): (i64, i64) = (from.parse().ok()?, to.parse().ok()?);
    Some(to - from)
}
