//! A time to come that is counted from the publication: "over the next six years".

use chrono::{Datelike, NaiveDate};

use super::period::Period;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::{Edge, TimeExpression, TimeKind};
use crate::extract::word::Words;

const AHEAD: Basis = Basis::new(
    "years-ahead",
    Confidence::Unsure,
    "the years from the publication on",
);

/// "in 2025 and 2026", "this year and next": a sum of both years.
pub(super) fn with_next(words: &Words<'_>, all: &[TimeExpression], mut period: Period) -> Period {
    let time = &period.time;
    let (first, end) = (time.words.start, time.words.end);
    let Some(year) = time.edtf.as_deref().filter(|edtf| edtf.len() == 4) else {
        return period;
    };
    let moved = |by: i32| Some(format!("{:04}", year.parse::<i32>().ok()?.checked_add(by)?));
    let behind = moved(1).filter(|next| {
        let printed = || {
            let mut after = all.iter().filter(|one| one.words.start == end + 1);
            after.any(|one| one.edtf.as_deref() == Some(&**next))
        };
        words.low(end) == "and" && (words.low(end + 1) == "next" && time.relative || printed())
    });
    // "over 2024 and 2025"
    let before = moved(-1).filter(|last| {
        let at = first.checked_sub(2).filter(|at| words.low(*at) == last);
        words.low_before(first) == "and"
            && at.is_some_and(|at| {
                matches!(
                    words.low_before(at),
                    "over" | "in" | "during" | "for" | "across"
                )
            })
    });
    let both = match (before, behind) {
        (_, Some(next)) => format!("{year}/{next}"),
        (Some(last), _) => format!("{last}/{year}"),
        _ => return period,
    };
    period.time.edtf = Some(both);
    period
}

/// Words between a figure and the years, at most.
const REACH: usize = 16;

/// The years to come of the sentence of a figure from the word `start` to before `end`.
pub(super) fn ahead(
    words: &Words<'_>,
    all: &[TimeExpression],
    (start, end): (usize, usize),
    published: Option<NaiveDate>,
) -> Option<Period> {
    let year = published?.year();
    let near = |time: &&TimeExpression| {
        let at = time.words.start;
        time.kind == TimeKind::Duration
            && words.same_sentence(at, start)
            && at < end + REACH
            && at + REACH > start
    };
    let mut near = all.iter().filter(near);
    let (time, word) = near.find_map(|time| {
        let next = time.words.start.checked_sub(1)?;
        // "raise it to $5 million within five years"
        if words.low(next) == "within" && time.count.is_some() {
            return matches!(words.low(time.words.end - 1), "years").then_some((time, "within"));
        }
        let coming = matches!(words.low(next), "next" | "coming");
        let years = matches!(words.low(time.words.end - 1), "years");
        (coming && years).then(|| {
            (
                time,
                words.low_before(next - usize::from(words.low_before(next) == "the")),
            )
        })
    })?;
    let last = year.checked_add(
        i32::try_from(time.count?)
            .ok()
            .filter(|count| *count < 100)?,
    )?;
    let (edtf, edge) = match word {
        "within" | "in" => (format!("{last:04}"), Some(Edge::Until)),
        _ => (format!("{year:04}/{last:04}"), None),
    };
    let time = TimeExpression {
        kind: TimeKind::Date,
        edtf: Some(edtf),
        relative: true,
        edge,
        why: Some(format!("counted from the publication in {year}")),
        confidence: Confidence::Unsure,
        ..time.clone()
    };
    Some(Period { time, basis: AHEAD })
}
