//! Dates as they were told: EDTF (ISO 8601-2, levels 0 and 1), each with its earliest and latest
//! day, where it comes from, and a comparison that may answer "possible".

mod calendar;
mod error;
mod json;

use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use edtf_core::{Edtf, Interval, IntervalEndpoint, Precision};
use serde::{Deserialize, Serialize};

use super::text::Text;
use calendar::Days;
pub use calendar::{Rank, edtf_year};
pub use error::DateError;

/// The months in English, in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Where a date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Printed in the source.
    #[default]
    Stated,
    /// Worked out from what the source says.
    Inferred,
    /// Computed from other records.
    Derived,
}

/// Answer to "is this date before that one?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Every day of the one is before every day of the other.
    CertainlyBefore,
    /// Every day of the one is after every day of the other.
    CertainlyAfter,
    /// The two share a day, or a bound is not known.
    Possible,
}

/// Answer to "is it within those days?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Falls {
    /// All that it can be is within them.
    Certainly,
    /// Some of what it can be is within them.
    Possibly,
    /// None is.
    Outside,
    /// Nothing is known of it.
    Unknown,
}

/// A date of a record. It is never more precise than what was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    written: Option<Written>,
    /// Where it comes from.
    pub basis: Basis,
    /// The reasoning, for a date that was not printed.
    pub why: Option<Text>,
    /// Rare, so that it costs a word where there is none.
    limits: Option<Box<Limits>>,
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
}

impl Date {
    /// Reads an EDTF string of level 0 or 1.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::build(Some(Written::read(text)?), Limits::default())
    }

    /// What is known of a date that was not printed: perhaps an EDTF string, perhaps only the days
    /// that it lies between.
    ///
    /// # Errors
    /// When one of them is not an EDTF date, or they contradict each other.
    pub fn inferred(
        edtf: Option<&str>,
        (not_before, not_after): (Option<&str>, Option<&str>),
        why: &str,
    ) -> Result<Self, DateError> {
        let read = |text: Option<&str>| text.map(Written::read).transpose();
        let limits = Limits {
            not_before: read(not_before)?,
            not_after: read(not_after)?,
        };
        Ok(Self {
            basis: Basis::Inferred,
            why: Some(Text::new(why)),
            ..Self::build(read(edtf)?, limits)?
        })
    }

    /// A date as it was written, narrowed by what else is known of it.
    fn build(written: Option<Written>, limits: Limits) -> Result<Self, DateError> {
        let days = |written: Option<&Written>| written.map_or((None, None), |w| w.days);
        let (first, last) = days(written.as_ref());
        let earliest = first.max(days(limits.not_before.as_ref()).0);
        let latest = last
            .into_iter()
            .chain(days(limits.not_after.as_ref()).1)
            .min();
        if let (Some(a), Some(b)) = (earliest, latest)
            && a > b
        {
            return Err(DateError::EndsBeforeItBegins { begins: a, ends: b });
        }
        Ok(Self {
            written,
            basis: Basis::Stated,
            why: None,
            limits: limits.is_some().then(|| Box::new(limits)),
            earliest,
            latest,
        })
    }

    /// The first day that it can be; none when nothing bounds it, or only what the calendar cannot hold
    /// (it has the years -262143 to 262142).
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// The last day that it can be; none when it is open or unknown, or later than the calendar.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    /// No date was told: it belongs in a lane of its own.
    pub fn is_undated(&self) -> bool {
        self.written.is_none()
    }

    /// The string as it was stored, if there is one.
    pub fn edtf(&self) -> Option<&str> {
        self.written.as_ref().map(|written| &*written.text)
    }

    /// What it is not before and not after, as stored, where something else than the date itself
    /// bounds it.
    pub fn limits(&self) -> (Option<&str>, Option<&str>) {
        let limits = self.limits.as_ref();
        let text = |of: fn(&Limits) -> &Option<Written>| {
            limits
                .and_then(|limits| of(limits).as_ref())
                .map(|w| &*w.text)
        };
        (text(|l| &l.not_before), text(|l| &l.not_after))
    }

    /// `?`: the source of the date is in doubt.
    pub fn is_uncertain(&self) -> bool {
        self.written
            .as_ref()
            .is_some_and(|written| written.edtf.is_uncertain())
    }

    /// `~`: an estimate.
    pub fn is_approximate(&self) -> bool {
        self.written
            .as_ref()
            .is_some_and(|written| written.edtf.is_approximate())
    }

    /// The year to file it under: that of the earliest day, or of the latest where the start is
    /// open. None for an undated record, even a bounded one.
    pub fn year(&self) -> Option<i64> {
        self.written.as_ref()?;
        match self.beyond() {
            [Some(first), _] => Some(first),
            [_, Some(last)] if self.earliest.is_none() => Some(last),
            _ => self.earliest.or(self.latest).map(|day| day.year().into()),
        }
    }

    /// The years of its first and its last day, where the calendar does not have them.
    fn beyond(&self) -> [Option<i64>; 2] {
        let edtf = self.written.as_ref().map(|written| &written.edtf);
        calendar::beyond(edtf, (self.earliest, self.latest))
    }

    /// Is this date before `other`? A `?` or `~` does not widen the days that are compared:
    /// neither says by how much.
    pub fn compare(&self, other: &Self) -> Order {
        let before =
            |a: &Self, b: &Self| matches!((a.latest, b.earliest), (Some(x), Some(y)) if x < y);
        if before(self, other) {
            Order::CertainlyBefore
        } else if before(other, self) {
            Order::CertainlyAfter
        } else {
            Order::Possible
        }
    }

    /// Is it within the days from `from` to `to`, both included? `None` leaves that side open.
    ///
    /// A date that is in doubt or an estimate is never certain. Of a span of time, such as
    /// `2021/..`, it is certain that it touches the days around an end that was told.
    pub fn falls(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Falls {
        let (first, last) = (self.earliest, self.latest);
        if first.is_none() && last.is_none() {
            return Falls::Unknown;
        }
        let not_before = |day: NaiveDate| from.is_none_or(|from| day >= from);
        let not_after = |day: NaiveDate| to.is_none_or(|to| day <= to);
        if !first.is_none_or(not_after) || !last.is_none_or(not_before) {
            return Falls::Outside;
        }
        let inside = |day: Option<NaiveDate>| day.is_some_and(|d| not_before(d) && not_after(d));
        let covers = first.is_some() && last.is_some();
        let certain = if self.is_span() {
            inside(first) || inside(last) || covers
        } else {
            inside(first) && inside(last)
        };
        if certain && !self.is_uncertain() && !self.is_approximate() {
            Falls::Certainly
        } else {
            Falls::Possibly
        }
    }

    /// It lasts from one date to another, rather than being one day that is not known better.
    pub fn is_span(&self) -> bool {
        let written = self.written.as_ref();
        written.is_some_and(|written| matches!(written.edtf, Edtf::Interval(_)))
    }

    /// The order of a list: earliest day, then latest; what has no such day comes last.
    pub fn sort(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }

    /// Its place in a list.
    pub fn rank(&self) -> Rank {
        let edtf = self.written.as_ref().map(|written| &written.edtf);
        Rank::new(edtf, (self.earliest, self.latest))
    }

    /// How it is shown: the stored value in words that a reader knows, an inferred or derived one
    /// in square brackets as library catalogues do, and "undated" for none.
    pub fn label(&self) -> String {
        let Some(Written { edtf, text, .. }) = &self.written else {
            return "undated".to_owned();
        };
        let shown = match edtf {
            Edtf::Date(date) => point_label(date),
            Edtf::DateTime(_) => time_label(text),
            Edtf::Interval(interval) => interval_label(interval),
            Edtf::Set(_) => text.to_string(),
        };
        match self.basis {
            Basis::Stated => shown,
            Basis::Inferred | Basis::Derived => format!("[{shown}]"),
        }
    }

    /// [`Date::label`] for running text, in which a decade is "the 1990s" and not `199X`.
    pub fn spoken(&self) -> String {
        let label = self.label();
        let pieces = label.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let words = pieces.map(|word| {
            let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
            let decade = bare.strip_suffix('X').filter(|digits| {
                digits.len() == 3 && digits.bytes().all(|digit| digit.is_ascii_digit())
            });
            match decade {
                Some(digits) => format!("{digits}0s{}", &word[bare.len()..]),
                None => word.to_owned(),
            }
        });
        words.collect()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label())
    }
}

/// What else is known of a date: the days that it lies between.
#[derive(Clone, Debug, Default, PartialEq)]
struct Limits {
    not_before: Option<Written>,
    not_after: Option<Written>,
}

impl Limits {
    fn is_some(&self) -> bool {
        self.not_before.is_some() || self.not_after.is_some()
    }
}

/// An EDTF string of level 0 or 1, and its first and last day.
#[derive(Clone, Debug, PartialEq)]
struct Written {
    edtf: Edtf,
    text: Box<str>,
    days: Days,
}

impl Written {
    fn read(text: &str) -> Result<Self, DateError> {
        let edtf: Edtf = text.parse().map_err(|fault| DateError::of(text, fault))?;
        if edtf.level() > 1 {
            return Err(DateError::LevelTwo { text: text.into() });
        }
        let days = calendar::days(&edtf);
        Ok(Self {
            edtf,
            text: text.into(),
            days,
        })
    }
}

/// `1975~` → `~1975`, `2018?` → `2018 ?`, `2018%` → `~2018 ?`, `2001-21` → `spring 2001`, `Y-17000` →
/// `-17000`; anything else as written.
fn point_label(date: &edtf_core::Date) -> String {
    let text = date.to_string();
    let unqualified = text.trim_end_matches(['~', '?', '%']);
    let bare = unqualified.strip_prefix('Y').unwrap_or(unqualified);
    let about = if date.is_approximate() { "~" } else { "" };
    let doubt = if date.is_uncertain() { " ?" } else { "" };
    let season = match (date.precision(), bare.rsplit_once('-')) {
        (Precision::Season, Some((year, code))) => season(code).map(|name| (name, year)),
        _ => None,
    };
    match season {
        Some((name, year)) => format!("{name} {about}{year}{doubt}"),
        None => format!("{about}{bare}{doubt}"),
    }
}

/// The seasons of level 1.
fn season(code: &str) -> Option<&'static str> {
    match code {
        "21" => Some("spring"),
        "22" => Some("summer"),
        "23" => Some("autumn"),
        "24" => Some("winter"),
        _ => None,
    }
}

/// `2025-01-01T10:00:00Z` → `2025-01-01 10:00:00 UTC`.
fn time_label(text: &str) -> String {
    text.replace('T', " ").replace('Z', " UTC")
}

fn interval_label(interval: &Interval) -> String {
    let end = |endpoint: &IntervalEndpoint| match endpoint {
        IntervalEndpoint::Date(date) => Some(point_label(date)),
        IntervalEndpoint::Open => None,
        // Unknown; the forms with `..` beside a date are of level 2.
        _ => Some("unknown".to_owned()),
    };
    match (end(&interval.start), end(&interval.end)) {
        (Some(a), Some(b)) => format!("{a} – {b}"),
        (Some(a), None) => format!("since {a}"),
        (None, Some(b)) => format!("until {b}"),
        (None, None) => "at all times".to_owned(),
    }
}
