//! The days of an EDTF date on the calendar of chrono, which has the years -262143 to 262142, and the
//! spelling of a year.

use chrono::NaiveDate;
use edtf_core::{Bound, BoundDate, Edtf};

/// First and last day, where they are known.
pub(super) type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// The first and the last day of a date. Where the calendar does not go so far, it is bounded on one
/// side only: before the first day of the calendar, or after the last. So two dates that the
/// calendar cannot hold are never said to be certainly one before the other.
pub(super) fn days(edtf: &Edtf) -> Days {
    let bounds = edtf.bounds();
    let first = written(bounds.earliest).and_then(|date| match day(date) {
        None if date.year > 0 => Some(NaiveDate::MAX),
        day => day,
    });
    let last = written(bounds.latest).and_then(|date| match day(date) {
        None if date.year < 0 => Some(NaiveDate::MIN),
        day => day,
    });
    (first, last)
}

/// The years of the first and the last day, where the calendar does not have them. `days` are those
/// of the date, perhaps narrowed: where both are days like others, there is no such year.
pub(super) fn beyond(edtf: Option<&Edtf>, days: Days) -> [Option<i64>; 2] {
    let ends = [NaiveDate::MIN, NaiveDate::MAX].map(Some);
    let is_usual = |day: Option<NaiveDate>| day.is_some() && !ends.contains(&day);
    let Some(edtf) = edtf.filter(|_| !is_usual(days.0) || !is_usual(days.1)) else {
        return [None; 2];
    };
    let bounds = edtf.bounds();
    [bounds.earliest, bounds.latest].map(|bound| {
        let date = written(bound)?;
        day(date).is_none().then_some(date.year)
    })
}

/// The place of a date in a list: by its earliest day, then its latest; what has neither is last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    undated: bool,
    first: Option<NaiveDate>,
    open: bool,
    last: Option<NaiveDate>,
    /// Years that the calendar does not have are in their order too.
    beyond: [Option<i64>; 2],
}

impl Rank {
    pub(super) fn new(edtf: Option<&Edtf>, days: Days) -> Self {
        let beyond = beyond(edtf, days);
        let begins = beyond[0].and(days.0.or(Some(NaiveDate::MIN)));
        let first = begins.or(days.0).or(days.1);
        Self {
            undated: first.is_none(),
            first,
            open: days.1.is_none(),
            last: days.1,
            beyond,
        }
    }

    /// That of a record without a date.
    pub(crate) fn undated() -> Self {
        Self::new(None, (None, None))
    }
}

fn written(bound: Bound) -> Option<BoundDate> {
    match bound {
        Bound::Date(date) => Some(date),
        _ => None,
    }
}

fn day(date: BoundDate) -> Option<NaiveDate> {
    let year = i32::try_from(date.year).ok()?;
    NaiveDate::from_ymd_opt(year, date.month.into(), date.day.into())
}

/// A year as EDTF writes it: four digits, or `Y` before more. `-44` → `-0044`, `-17000` → `Y-17000`.
pub fn edtf_year(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    match year.unsigned_abs() {
        digits @ 0..=9999 => format!("{sign}{digits:04}"),
        digits => format!("Y{sign}{digits}"),
    }
}
