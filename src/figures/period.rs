//! Periods that figures are about: which days they last, and whether that is a whole year.

use chrono::{Datelike, NaiveDate};

use crate::dossier::date::edtf_year;
use crate::dossier::{Date, Observation};

/// The days from a first to a last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// The period that `date` names. None for an undated one, for an open one, and for one with
    /// unknown digits such as `202X`: such a figure is about some part of it, nobody knows which.
    ///
    /// A `?` or `~` does not change the period, nor do bounds from elsewhere: the figure of 2023 is
    /// about 2023 even where only its second half can have been meant.
    pub fn of(date: &Date) -> Option<Self> {
        let text = date.edtf()?;
        if text.contains('X') {
            return None;
        }
        let bare = Date::parse(text).ok()?;
        Some(Self {
            first: bare.earliest()?,
            last: bare.latest()?,
        })
    }

    /// The year, if it is one whole calendar year.
    pub fn year(self) -> Option<i32> {
        let year = self.first.year();
        let whole = self.first.ordinal() == 1
            && self.last.year() == year
            && (self.last.month(), self.last.day()) == (12, 31);
        whole.then_some(year)
    }

    /// Does it last less than a year?
    pub fn is_part_of_a_year(self) -> bool {
        (self.last - self.first).num_days() < 364
    }

    /// The first and the last year that it touches.
    pub fn years(self) -> (i32, i32) {
        (self.first.year(), self.last.year())
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        self.last
    }
}

/// The time since which something has grown: the one that is named, else the year before a whole year.
/// None for a part of a year whose base is not named.
pub(super) fn base(growth: &Observation) -> Option<Date> {
    match (&growth.compared_with, Period::of(&growth.period)?.year()) {
        (Some(base), _) => Date::parse(base.edtf()?).ok(),
        (None, Some(year)) => Date::parse(&edtf_year((year - 1).into())).ok(),
        (None, None) => None,
    }
}
