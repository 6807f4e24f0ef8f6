//! Dates as they were told: EDTF (ISO 8601-2, levels 0 and 1), each with its earliest and latest
//! day, where it comes from, and a comparison that may answer "possible".

use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use edtf_core::{Bound, BoundDate, Edtf, Interval, IntervalEndpoint};
use serde::{Deserialize, de};

use super::text::Text;

/// Where a date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
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

/// A date of a record. It is never more precise than what was written.
#[derive(Clone, Debug)]
pub struct Date {
    edtf: Option<(Edtf, Box<str>)>,
    /// Where it comes from.
    pub basis: Basis,
    /// The reasoning, for a date that was not printed.
    pub why: Option<Text>,
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
}

impl Date {
    /// Reads an EDTF string of level 0 or 1.
    ///
    /// # Errors
    /// What is wrong with it and what would be right.
    pub fn parse(text: &str) -> Result<Self, String> {
        Self::build(Some(text), None, None)
    }

    fn build(
        text: Option<&str>,
        not_before: Option<&str>,
        not_after: Option<&str>,
    ) -> Result<Self, String> {
        let edtf = text
            .map(|t| read(t).map(|e| (e, Box::from(t))))
            .transpose()?;
        let mut bounds = match &edtf {
            Some((e, t)) => bounds(e, t)?,
            None => (None, None),
        };
        if let Some(text) = not_before {
            bounds.0 = bounds
                .0
                .max(crate::dossier::date::bounds(&read(text)?, text)?.0);
        }
        if let Some(text) = not_after {
            let day = crate::dossier::date::bounds(&read(text)?, text)?.1;
            bounds.1 = bounds.1.map_or(day, |old| day.map(|new| old.min(new)));
        }
        if let (Some(a), Some(b)) = bounds
            && a > b
        {
            return Err(format!("the date ends on {b}, before it begins on {a}"));
        }
        Ok(Self {
            edtf,
            basis: Basis::Stated,
            why: None,
            earliest: bounds.0,
            latest: bounds.1,
        })
    }

    /// The first day that it can be; none when nothing bounds it.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// The last day that it can be; none when it is open or unknown.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    /// No date was told: it belongs in a lane of its own.
    pub fn is_undated(&self) -> bool {
        self.edtf.is_none()
    }

    /// The string as it was stored, if there is one.
    pub fn edtf(&self) -> Option<&str> {
        self.edtf.as_ref().map(|(_, text)| &**text)
    }

    /// `?`: the source of the date is in doubt.
    pub fn is_uncertain(&self) -> bool {
        self.edtf.as_ref().is_some_and(|(e, _)| e.is_uncertain())
    }

    /// `~`: an estimate.
    pub fn is_approximate(&self) -> bool {
        self.edtf.as_ref().is_some_and(|(e, _)| e.is_approximate())
    }

    /// The year to file it under: that of the earliest day, or of the latest where the start is
    /// open. None for an undated record, even a bounded one.
    pub fn year(&self) -> Option<i32> {
        self.edtf.as_ref()?;
        self.earliest.or(self.latest).map(|day| day.year())
    }

    /// Is this date before `other`?
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

    /// The order of a list: earliest day, then latest; what has no such day comes last.
    pub fn sort(&self, other: &Self) -> Ordering {
        let key = |d: &Self| {
            let first = d.earliest.or(d.latest);
            (first.is_none(), first, d.latest.is_none(), d.latest)
        };
        key(self).cmp(&key(other))
    }

    /// How it is shown: the stored value in words that a reader knows, an inferred or derived one
    /// in square brackets as library catalogues do, and "undated" for none.
    pub fn label(&self) -> String {
        let Some((edtf, text)) = &self.edtf else {
            return "undated".to_owned();
        };
        let shown = match edtf {
            Edtf::Interval(interval) => interval_label(interval),
            _ => point_label(text),
        };
        match self.basis {
            Basis::Stated => shown,
            Basis::Inferred | Basis::Derived => format!("[{shown}]"),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label())
    }
}

fn read(text: &str) -> Result<Edtf, String> {
    let edtf: Edtf = text.parse().map_err(|e: edtf_core::ParseError| {
        format!(
            "`{text}` is not an EDTF date ({} at character {}); write YYYY, YYYY-MM, YYYY-MM-DD, 199X, 1975~, 2018? or START/END",
            e.message,
            e.offset + 1
        )
    })?;
    if edtf.level() > 1 {
        return Err(format!(
            "`{text}` is EDTF of level 2; levels 0 and 1 are read: one date, or START/END"
        ));
    }
    Ok(edtf)
}

type Days = (Option<NaiveDate>, Option<NaiveDate>);

fn bounds(edtf: &Edtf, text: &str) -> Result<Days, String> {
    let bounds = edtf.bounds();
    Ok((day(bounds.earliest, text)?, day(bounds.latest, text)?))
}

fn day(bound: Bound, text: &str) -> Result<Option<NaiveDate>, String> {
    let Bound::Date(BoundDate { year, month, day }) = bound else {
        return Ok(None);
    };
    i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month.into(), day.into()))
        .map(Some)
        .ok_or_else(|| format!("`{text}` lies outside the calendar (years -262143 to 262142)"))
}

/// `1975~` → `~1975`, `2018?` → `2018 ?`, `2018%` → `~2018 ?`; anything else as written.
fn point_label(text: &str) -> String {
    let (body, about, doubt) = match text.as_bytes().last() {
        Some(b'~') => (&text[..text.len() - 1], "~", ""),
        Some(b'?') => (&text[..text.len() - 1], "", " ?"),
        Some(b'%') => (&text[..text.len() - 1], "~", " ?"),
        _ => (text, "", ""),
    };
    format!("{about}{body}{doubt}")
}

fn interval_label(interval: &Interval) -> String {
    let end = |endpoint: &IntervalEndpoint| match endpoint {
        IntervalEndpoint::Date(date) => Some(point_label(&Edtf::Date(*date).to_string())),
        _ => None,
    };
    match (end(&interval.start), end(&interval.end), interval.end) {
        (Some(a), Some(b), _) => format!("{a} – {b}"),
        (Some(a), None, IntervalEndpoint::Open) => format!("since {a}"),
        (Some(a), None, _) => format!("{a} – unknown"),
        (None, Some(b), _) => format!("until {b}"),
        (None, None, _) => "at all times".to_owned(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    edtf: Option<String>,
    #[serde(default)]
    basis: Basis,
    why: Option<Text>,
    not_before: Option<String>,
    not_after: Option<String>,
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an EDTF date such as \"2017-09\", or an object with `edtf`, `basis` and `why`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        Date::parse(text).map_err(E::custom)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Date, A::Error> {
        let written = Written::deserialize(de::value::MapAccessDeserializer::new(map))?;
        let date = Date::build(
            written.edtf.as_deref(),
            written.not_before.as_deref(),
            written.not_after.as_deref(),
        )
        .map_err(de::Error::custom)?;
        if written.basis != Basis::Stated && written.why.is_none() {
            return Err(de::Error::custom(
                "a date that was not printed says how it was found: add `why`",
            ));
        }
        Ok(Date {
            basis: written.basis,
            why: written.why,
            ..date
        })
    }
}
