//! An amount with its qualifier, its period and its status.

use super::change::{self, ChangeRole};
use super::period::Dates;
use super::quantity::Found;
use super::record::Amount;
use super::{ahead, denied, qualifier, status};
use crate::dossier::observation::ObservationStatus;
use crate::extract::date::Context;
use crate::extract::word::Words;

/// An amount with everything that the words near it say, save the trade.
pub(super) fn described(
    words: &Words<'_>,
    found: &Found,
    dates: &Dates<'_>,
    others: (usize, usize),
    context: Context,
) -> Option<Amount> {
    let (start, end) = (found.words.start, found.words.end);
    let (qualifier, begin) = qualifier::qualifier(words, start, end);
    let change = change::change(words, found, begin);
    let period = dates.period(start, end, change, others);
    let period = period
        .map(|period| {
            dates.explained(dates.end_of_span(dates.end_of_change(period, change), start))
        })
        .or_else(|| ahead::ahead(words, dates.all(), (start, end), context.published));
    let time = period.as_ref().map(|period| &period.time);
    let ahead = time
        .and_then(|time| time.extent)
        .zip(context.published)
        .is_some_and(|(extent, published)| extent.first > published);
    let stated = match change {
        Some(change) if change.role == ChangeRole::From => {
            (ObservationStatus::Reported, change.basis)
        }
        _ => status::status(words, begin, end, ahead, time),
    };
    let had_one = period.is_some();
    let ((status, status_basis), period) = status::assign(stated, period, context.published);
    // "replacing one that expired in 2019, and agreed to spend $3 million this winter"
    let period = period.or_else(|| {
        let published = context.published.filter(|_| had_one)?;
        dates.to_come(start, end, published)
    });
    let compared_with =
        change.and_then(|change| dates.comparison(&found.words, change.role, period.as_ref()));
    Some(Amount {
        range: words.range(begin..end),
        quantity: found.quantity,
        unit: found.unit?,
        qualifier,
        basis: found.basis,
        status,
        status_basis,
        period,
        change,
        compared_with,
        trade: None,
        matter: None,
        timeless: !dates.any_near(start, end) && !names_time(words, start),
        denied: denied::is_denied(words, begin),
    })
}

/// Does the sentence of a figure name a unit of time, though no date: "in the first month", "over six years"?
fn names_time(words: &Words<'_>, start: usize) -> bool {
    const REACH: usize = 30;
    let near = start.saturating_sub(REACH)..start + REACH;
    near.filter(|at| words.same_sentence(*at, start)).any(|at| {
        matches!(
            words.low(at),
            "day"
                | "days"
                | "week"
                | "weeks"
                | "month"
                | "months"
                | "quarter"
                | "season"
                | "year"
                | "years"
                | "decade"
                | "decades"
                | "annual"
                | "annually"
                | "yearly"
        )
    })
}
