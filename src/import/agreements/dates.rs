//! The dates of parties, and what follows from them for all of them together.

use std::cmp::Ordering;

use crate::dossier::{Code, Date};
use crate::import::ImportContext;

/// The one date of all, or the latest, which is then worked out.
pub(super) fn last(dates: &[(Code, Date)], context: &ImportContext<'_>) -> Option<Date> {
    of_several(dates, "later", Ordering::is_gt, context)
}

/// The one date of all, or the earliest: an agreement of two ends when one of them leaves it.
pub(super) fn first(dates: &[(Code, Date)], context: &ImportContext<'_>) -> Option<Date> {
    of_several(dates, "earlier", Ordering::is_lt, context)
}

fn of_several(
    dates: &[(Code, Date)],
    word: &str,
    wins: fn(Ordering) -> bool,
    context: &ImportContext<'_>,
) -> Option<Date> {
    let best = dates
        .iter()
        .map(|(_, date)| date)
        .reduce(|best, date| if wins(date.sort(best)) { date } else { best })?;
    if dates.iter().all(|(_, date)| date == best) {
        return Some(best.clone());
    }
    let days: Vec<_> = dates
        .iter()
        .map(|(side, date)| format!("{} {date}", context.sides.name(*side)))
        .collect();
    let why = format!("the {word} of {}", days.join(" and "));
    Date::inferred(best.edtf(), (None, None), &why).ok()
}
