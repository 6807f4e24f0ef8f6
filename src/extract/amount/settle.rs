//! Status and period of money and people, which follow other rules than those of trade.

use chrono::Datelike;

use super::ahead;
use super::matter::{REACH, REPAYING};
use super::period::Period;
use super::promise;
use super::record::Amount;
use super::topic::Topic;
use crate::dossier::observation::ObservationStatus;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::{Context, Edge, TimeExpression};
use crate::extract::word::Words;

pub(super) const UNDATED: Basis = Basis::new(
    "reported-undated",
    Confidence::Unsure,
    "the date of its sentence is another\u{2019}s",
);

/// Words between a figure and a deadline that is not its own.
const APART: usize = 12;

/// Sets what the status and the period of money or people are, which follow other rules than trade.
pub(super) fn settle(
    words: &Words<'_>,
    start: usize,
    amount: &mut Amount,
    (all, context): (&[TimeExpression], Context),
) {
    let Some(matter) = &amount.matter else { return };
    let extent = amount.period.as_ref().and_then(|period| period.time.extent);
    let ahead = extent
        .zip(context.published)
        .is_some_and(|(extent, published)| extent.last > published);
    let given = matches!(
        matter.topic,
        Topic::Aid | Topic::Loans | Topic::Funding | Topic::Investment | Topic::Scholarships
    );
    let own = (amount.status, amount.status_basis);
    let promised = promise::agreed(words, start, own)
        .or_else(|| promise::promised(words, start, own, ahead))
        .or_else(|| promise::planned(words, start, own));
    if let Some((status, basis)) = promised.filter(|_| given) {
        amount.status = status;
        amount.status_basis = basis;
    }
    let loan = matter.topic == Topic::Loans && has_repayment(words, start);
    let apart = |period: &Period| loan && period.basis.confidence < Confidence::Sure;
    amount.period = amount
        .period
        .take()
        .filter(|period| {
            !is_doubtful(words, period, start)
                && !apart(period)
                && !is_of_before(words, period, start)
        })
        .map(|period| ahead::with_next(words, all, period));
    // "a $485 million loan, and set a goal for 2030": the status was by a date that is another's.
    if amount.period.is_none() && amount.status_basis.rule == "future-date" {
        (amount.status, amount.status_basis) = (ObservationStatus::Reported, UNDATED);
    }
}

/// "was $5 million in 2023, while firms employ 300 people": what is so today is not of the time before.
pub(super) fn is_of_before(words: &Words<'_>, period: &Period, start: usize) -> bool {
    const VERB: usize = 6;
    let mut between = period.time.words.end..start;
    let apart = between.any(|at| matches!(words.low(at), "while" | "whereas"));
    let today = |at: usize| {
        matches!(
            words.low(at),
            "amount"
                | "amounts"
                | "stand"
                | "stands"
                | "total"
                | "totals"
                | "exceed"
                | "exceeds"
                | "employ"
                | "are"
                | "is"
                | "has"
                | "have"
                | "hold"
                | "holds"
                | "own"
                | "owns"
                | "make"
                | "makes"
                | "employs"
        )
    };
    apart && (start.saturating_sub(VERB)..start).any(today)
}

/// What was pledged with works to be done by then, or told on a day, is not of that time.
pub(super) fn is_doubtful(words: &Words<'_>, period: &Period, start: usize) -> bool {
    let near = period.basis.confidence == Confidence::Sure;
    let extent = period.time.extent;
    let day = extent.is_some_and(|extent| (extent.last - extent.first).num_days() < 8)
        && !is_of_count(words, period)
        && !leads(words, period, start)
        && period.time.edge != Some(Edge::Since);
    let until = matches!(period.time.edge, Some(Edge::Until | Edge::Before));
    // "has given $5 million, with the first farmers to be trained in May"
    // "for a mill, where building starts in May"
    let apart = (start..period.time.words.start)
        .any(|at| words.after(at, ", with").is_some() || words.after(at, ", where").is_some());
    let plain = || {
        let mut between = start..period.time.words.start;
        !between.any(|at| matches!(words.low(at), "to" | "which" | "that" | "," | "and" | "who"))
    };
    let far = period.time.words.start > start + APART && !plain();
    !near && (day || apart || until && far)
}

/// "Tomorrow, more than 60 companies are expected": does the day open the sentence, right before the figure?
fn leads(words: &Words<'_>, period: &Period, start: usize) -> bool {
    const QUALIFIER: usize = 2;
    let time = &period.time.words;
    let first = time.start - usize::from(matches!(words.low_before(time.start), "on"));
    let opens = first == 0 || !words.same_sentence(first - 1, first);
    opens && words.low(time.end) == "," && time.end + 1 + QUALIFIER >= start && start > time.end
}

/// Is it the day of a count: "as of 30 June", "were registered on 1 January", "at the end of the year"?
fn is_of_count(words: &Words<'_>, period: &Period) -> bool {
    let time = &period.time;
    let first = time.words.start;
    let stated = ["as of", "as at", "as on", "as from"]
        .iter()
        .any(|phrase| words.ending(first, phrase).is_some());
    // Stocks are counted on the last or the first day of a half or a year.
    let reckoned = time.extent.is_some_and(|extent| {
        let day = extent.first;
        extent.first == extent.last
            && matches!(
                (day.month(), day.day()),
                (12 | 3, 31) | (1 | 7, 1) | (6 | 9, 30)
            )
    });
    stated || reckoned && matches!(words.low_before(first), "on" | "at" | "by")
}

/// Does the sentence also tell what of a loan was paid back?
fn has_repayment(words: &Words<'_>, start: usize) -> bool {
    let near = start.saturating_sub(REACH)..start + REACH;
    near.filter(|at| words.same_sentence(*at, start))
        .any(|at| REPAYING.has(words.low(at)))
}
