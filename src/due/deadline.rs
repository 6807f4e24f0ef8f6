//! How a date that something falls due on relates to a day, and in which words.

use chrono::{Days, NaiveDate};

use crate::dossier::Date;

/// Days ahead that count as soon: a quarter, which is how offices plan.
pub const SOON: u64 = 90;

/// A date that may lie this many days apart says something of the next quarter; a wider one does not.
const WIDEST: i64 = 366;

/// A date that something falls due on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline<'a> {
    /// As the record gives it.
    pub(super) date: &'a Date,
    /// It lasts to its last day, rather than being one day that is not known better.
    is_term: bool,
}

/// Where a deadline is, seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// It has passed; or, if the date is an estimate or in doubt, may have.
    Passed { is_certain: bool },
    /// It is within [`SOON`] days, or may be.
    Near { is_certain: bool },
    /// It is later, or not known.
    Ahead,
}

impl<'a> Deadline<'a> {
    /// The end of a period that something covers.
    pub(super) fn term(date: &'a Date) -> Self {
        let is_term = true;
        Self { date, is_term }
    }

    /// A day on which something is to happen, as far as that is known.
    pub(super) fn point(date: &'a Date) -> Self {
        let is_term = false;
        Self { date, is_term }
    }

    /// Where it is as of `today`.
    pub(super) fn stand(self, today: NaiveDate) -> Stand {
        let is_certain = !self.date.is_uncertain() && !self.date.is_approximate();
        let Some(last) = self.date.latest() else {
            return Stand::Ahead;
        };
        let limit = today
            .checked_add_days(Days::new(SOON))
            .unwrap_or(NaiveDate::MAX);
        if last < today {
            return Stand::Passed { is_certain };
        }
        if last <= limit {
            return Stand::Near { is_certain };
        }
        match self.date.earliest().filter(|_| !self.is_term) {
            Some(first) if first <= limit && (last - first).num_days() <= WIDEST => {
                Stand::Near { is_certain: false }
            }
            _ => Stand::Ahead,
        }
    }

    /// Days from `today` to its last day.
    pub(super) fn days(self, today: NaiveDate) -> Option<i64> {
        Some((self.date.latest()? - today).num_days())
    }

    /// The date as a reader knows it: "2021 – 2025", "\[2025\]"; "by 2024" where only a bound is known.
    pub(super) fn label(self) -> String {
        match (self.date.is_undated(), self.date.limits().1) {
            (true, Some(last)) => format!("by {last}"),
            _ => self.date.label(),
        }
    }

    /// "in 33 days", "in 3 to 33 days", "today", "perhaps within 90 days".
    pub(super) fn ahead(self, today: NaiveDate) -> String {
        let Stand::Near { is_certain: true } = self.stand(today) else {
            return format!("perhaps within {SOON} days");
        };
        let last = self.days(today).unwrap_or_default();
        let first = self
            .date
            .earliest()
            .filter(|_| !self.is_term)
            .map_or(last, |first| (first - today).num_days().max(0));
        match (first, last) {
            (0, 0) => "today".to_owned(),
            (1, 1) => "in 1 day".to_owned(),
            (first, last) if first == last => format!("in {last} days"),
            (0, 1) => "within 1 day".to_owned(),
            (0, last) => format!("within {last} days"),
            (first, last) => format!("in {first} to {last} days"),
        }
    }
}

/// "has passed", or "may have passed".
pub(super) fn passed(is_certain: bool) -> &'static str {
    if is_certain {
        "has passed"
    } else {
        "may have passed"
    }
}
