//! One thing that is due.

use chrono::NaiveDate;

use crate::dossier::{Date, Ref};

/// In what way something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Its date has passed, or may have.
    Overdue,
    /// Its date is near.
    Soon,
    /// A forecast whose period has passed without a report.
    Unreported,
    /// No evidence for two years.
    Silent,
    /// No evidence for half a year, and no date.
    Quiet,
}

impl Class {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 5] = [
        Self::Overdue,
        Self::Soon,
        Self::Unreported,
        Self::Silent,
        Self::Quiet,
    ];

    /// Their words.
    pub const WORDS: &'static [&'static str] =
        &["overdue", "soon", "unreported", "silent", "quiet"];

    /// "overdue", "soon", …
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// As a heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Soon => "Due within 90 days",
            Self::Unreported => "Forecasts without a reported figure",
            Self::Silent => "No evidence for two years",
            Self::Quiet => "No evidence for half a year, no date set",
        }
    }

    /// Does it ask for something to be done now?
    pub fn is_pressing(self) -> bool {
        matches!(self, Self::Overdue | Self::Soon)
    }
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// In what way.
    pub class: Class,
    /// The record: an event, an agreement or a figure.
    pub record: Ref,
    /// What falls or fell due; none where the record gives no date.
    pub date: Option<Date>,
    /// Days from today to the last day on which it can fall due; negative for days past. None without a
    /// date.
    pub days: Option<i64>,
    /// When the newest source that speaks of it appeared; none where no such source has a date.
    pub last: Option<Date>,
    /// Whether it is certain that it is so.
    pub is_certain: bool,
    /// Whether it is between the two sides; none where that is not known.
    pub between: Option<bool>,
    /// What is due and since when, without the title: "covers 2025 – 2026, ends in 33 days; last evidence
    /// \[2025\]".
    pub words: String,
    /// It goes on, rather than being planned.
    pub(super) goes_on: bool,
}

impl Due {
    /// Does neither side take part?
    pub fn is_third(&self) -> bool {
        self.between == Some(false)
    }

    /// Its place in the list: what is near by its date, what has passed with the latest first, what is
    /// silent with the longest silence first.
    pub(super) fn rank(&self) -> impl Ord + use<> {
        let silence = self.last.as_ref().and_then(Date::latest);
        let by = match self.class {
            Class::Soon => self.days.unwrap_or(i64::MAX),
            Class::Overdue | Class::Unreported => -self.days.unwrap_or(i64::MIN + 1),
            Class::Silent | Class::Quiet => 0,
        };
        (
            self.is_third(),
            self.class,
            !self.is_certain,
            by,
            self.goes_on,
            self.between != Some(true),
            silence.unwrap_or(NaiveDate::MAX),
            self.record,
        )
    }
}
