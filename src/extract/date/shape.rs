//! What the words of a date say, before the day of publication fills in what they leave out.

use chrono::{Datelike, Months, NaiveDate, Weekday};

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Part {
    /// All of it.
    Year,
    /// A month, from 1.
    Month(u32),
    /// A month and a day.
    Day(u32, u32),
    /// The code of EDTF, from 21 for spring to 24 for winter.
    Season(u32),
    /// From one month to another: quarters, halves, "the first nine months".
    Months(u32, u32),
}

/// A part of a date that no calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Stage {
    /// "early".
    Early,
    /// "mid-".
    Middle,
    /// "late".
    Late,
    /// "earlier this year": before the publication.
    Earlier,
    /// "later this year": after it.
    Later,
}

/// Which of several years is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Lean {
    /// No word says; the clause decides.
    Open,
    /// "last".
    Last,
    /// "this", "the current".
    This,
    /// "next", "coming".
    Next,
    /// "of last year": in the year of the publication, moved by so many.
    InYear(i32),
}

/// A part of a year that may not be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Point {
    pub(in crate::extract) year: Option<i32>,
    pub(in crate::extract) part: Part,
    pub(in crate::extract) weekday: Option<Weekday>,
    pub(in crate::extract) stage: Option<Stage>,
    pub(in crate::extract) lean: Lean,
}

impl Point {
    pub(in crate::extract) fn new(year: Option<i32>, part: Part) -> Self {
        Self {
            year,
            part,
            weekday: None,
            stage: None,
            lean: Lean::Open,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::extract) enum Span {
    Moment,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A day whose date changes with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Holiday {
    Thanksgiving,
}

/// What the words say.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::extract) enum Shape {
    /// A part of a year.
    Point(Point),
    /// From the first to the last, both included.
    Range(Point, Point),
    /// A point of about that time: "circa 1957".
    About(Point),
    /// Ten years, from that one.
    Decade(i32, Option<Stage>),
    /// A hundred years, from that one.
    Century(i32),
    /// A fiscal year, named by the year or years in it.
    Fiscal(i32, Option<i32>),
    /// "last financial year": a fiscal year counted from the present one.
    FiscalMoved(i32),
    /// "this academic year": one that begins in autumn, counted from the present one.
    SchoolMoved(i32),
    /// "12/05/1998", where either may be the month.
    DayOrMonth { year: i32, first: u32, second: u32 },
    /// "Monday", "last Friday".
    Weekday(Weekday, Lean),
    /// The present unit of time, moved: "yesterday", "next month".
    Moved {
        unit: Span,
        by: i32,
        stage: Option<Stage>,
    },
    /// "the weekend".
    Weekend(Lean),
    /// The week that a day is in.
    WeekOf(Point),
    /// So many units before or after the publication: "three years ago".
    Away {
        count: u32,
        unit: Span,
        after: bool,
        about: bool,
    },
    /// So many units before or after another date: "a year earlier".
    Shifted { count: u32, unit: Span, after: bool },
    /// "the same period of last year", "the same month of 2020".
    SamePeriod(Box<Self>),
    /// "that year", "the same day".
    Same(Span),
    /// Up to the publication: "the past three years", "the last week".
    Trailing { count: u32, unit: Span },
    /// So many months up to the end of a month or to a day.
    Running { months: u32, last: Point },
    /// A day with a name.
    Named(Holiday, Option<i32>, Lean),
}

/// The days of a date that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Extent {
    pub(in crate::extract) first: NaiveDate,
    pub(in crate::extract) last: NaiveDate,
    /// The unit that it is exact to.
    pub(in crate::extract) unit: Span,
}

impl Point {
    /// Its days in a year; none for a day that the year does not have.
    pub(in crate::extract) fn extent(self, year: i32) -> Option<Extent> {
        let first = |month| NaiveDate::from_ymd_opt(year, month, 1);
        let months = |from: u32, to: u32, unit| {
            let last = first(to)?.checked_add_months(Months::new(1))?.pred_opt()?;
            let first = first(from)?;
            Some(Extent { first, last, unit })
        };
        match self.part {
            Part::Year => months(1, 12, Span::Year),
            Part::Month(month) => months(month, month, Span::Month),
            Part::Months(from, to) => months(from, to, Span::Month),
            Part::Day(month, day) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                Some(Extent {
                    first: day,
                    last: day,
                    unit: Span::Day,
                })
            }
            Part::Season(24) => {
                let last = NaiveDate::from_ymd_opt(year.checked_add(1)?, 3, 1)?.pred_opt()?;
                Some(Extent {
                    first: first(12)?,
                    last,
                    unit: Span::Quarter,
                })
            }
            Part::Season(code) => {
                let from = (code - 20) * 3;
                months(from, from + 2, Span::Quarter)
            }
        }
    }

    /// As EDTF, in a year. A run of months is an interval.
    pub(in crate::extract) fn edtf(self, year: i32) -> String {
        match self.part {
            Part::Year => format!("{year:04}"),
            Part::Month(month) => format!("{year:04}-{month:02}"),
            Part::Day(month, day) => format!("{year:04}-{month:02}-{day:02}"),
            Part::Season(code) => format!("{year:04}-{code}"),
            Part::Months(from, to) => format!("{year:04}-{from:02}/{year:04}-{to:02}"),
        }
    }
}

/// The smallest of month and year that has all these days, as EDTF.
pub(in crate::extract) fn container(first: NaiveDate, last: NaiveDate) -> Option<String> {
    let month = |day: NaiveDate| (day.year(), day.month());
    if month(first) == month(last) {
        Some(first.format("%Y-%m").to_string())
    } else {
        (first.year() == last.year()).then(|| first.format("%Y").to_string())
    }
}
