//! Dates as `TimelineJS` takes them: as many parts as were told and no more.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::brief::spoken;
use crate::dossier::Date;
use crate::dossier::date::Basis;

/// A date object: the year, and month, day, hour and minute as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Stamp {
    year: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minute: Option<String>,
}

/// Where a date stands on the line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: Stamp,
    pub(super) end: Option<Stamp>,
    /// As it was told, where the parts alone would say too much or too little.
    pub(super) display: Option<String>,
}

impl Span {
    /// None for a date that was not told.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let edtf = date.edtf()?;
        let after_christ = !edtf.trim_start_matches('Y').starts_with('-') && edtf != "0000";
        let plain = date.basis == Basis::Stated && after_christ;
        if let Some(start) = Stamp::read(edtf) {
            return Some(Self {
                start,
                end: None,
                display: (!plain).then(|| spoken(date)),
            });
        }
        if let Some((first, last)) = edtf.split_once('/')
            && let (Some(start), Some(end)) = (Stamp::read(first), Stamp::read(last))
        {
            return Some(Self {
                start,
                end: Some(end),
                display: (!plain).then(|| spoken(date)),
            });
        }
        Self::around(date, edtf)
    }

    /// A date in doubt, a decade, a season or an open span: the days that bound it, as coarse as they
    /// were told.
    fn around(date: &Date, edtf: &str) -> Option<Self> {
        // The ends of the calendar stand for years beyond it, which they are not.
        let is_real = |day: &NaiveDate| ![NaiveDate::MIN, NaiveDate::MAX].contains(day);
        let first = date.earliest().filter(is_real);
        let last = date.latest().filter(is_real);
        let years = edtf.contains('X') || edtf.contains('/') || !edtf[1..].contains('-');
        let stamp = |day: NaiveDate| {
            if years {
                Stamp::year(day)
            } else {
                Stamp::month(day)
            }
        };
        let start = Stamp::read(edtf.trim_end_matches(['?', '~', '%']));
        let bounds = (first.map(stamp), last.map(stamp));
        let (start, end) = match (start, bounds) {
            (Some(start), _) => (start, None),
            (None, (Some(start), Some(end))) => (start.clone(), (start != end).then_some(end)),
            (None, (Some(one), None) | (None, Some(one))) => (one, None),
            (None, (None, None)) => return None,
        };
        Some(Self {
            start,
            end,
            display: Some(spoken(date)),
        })
    }
}

impl Stamp {
    /// A day, month or year, or a time; none for anything that is not digits alone.
    fn read(edtf: &str) -> Option<Self> {
        let (date, time) = match edtf.split_once('T') {
            Some((day, time)) => (day, Some(time)),
            None => (edtf, None),
        };
        let day = date.strip_prefix('Y').unwrap_or(date);
        let (sign, bare) = match day.strip_prefix('-') {
            Some(bare) => ("-", bare),
            None => ("", day),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let mut parts = bare.split('-');
        let mut next = || parts.next();
        let (year, month, day) = (next()?, next(), next());
        let sound = [Some(year), month, day].into_iter().flatten().all(digits);
        // 21 to 24 are the seasons.
        let season = month.is_some_and(|month| month > "12");
        if !sound || season || parts.next().is_some() {
            return None;
        }
        let mut clock = time.unwrap_or_default().split([':', 'Z', '+', '-']);
        let bare = |text: &str| match text.trim_start_matches('0') {
            "" => "0".to_owned(),
            number => number.to_owned(),
        };
        let part = |text: Option<&str>| text.filter(|t| digits(t)).map(bare);
        Some(Self {
            year: without_zero(&format!("{sign}{}", bare(year))),
            month: part(month),
            day: part(day),
            hour: part(clock.next()),
            minute: part(clock.next()),
        })
    }

    fn year(day: NaiveDate) -> Self {
        Self {
            year: without_zero(&day.year().to_string()),
            ..Self::default()
        }
    }

    fn month(day: NaiveDate) -> Self {
        Self {
            month: Some(day.month().to_string()),
            ..Self::year(day)
        }
    }
}

/// A year of EDTF as `TimelineJS` counts, which has no year 0: 0000 is -1, that is 1 BCE.
fn without_zero(year: &str) -> String {
    match year.parse::<i64>() {
        Ok(number) if number <= 0 => (number - 1).to_string(),
        _ => year.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(stamp: &Stamp) -> String {
        let parts = [&stamp.month, &stamp.day, &stamp.hour, &stamp.minute]
            .into_iter()
            .flatten()
            .cloned();
        [stamp.year.clone()]
            .into_iter()
            .chain(parts)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_date_has_the_parts_that_were_told() {
        for (edtf, start, end, display) in [
            ("1960-10-07", "1960 10 7", "", ""),
            ("2017-09", "2017 9", "", ""),
            ("2011", "2011", "", ""),
            ("-0043", "-44", "", "44 BCE"),
            ("0000", "-1", "", "1 BCE"),
            ("Y-17000", "-17001", "", "17001 BCE"),
            ("Y12345/Y12346", "12345", "12346", ""),
            ("Y-400000~", "-400001", "", "about 400001 BCE"),
            ("2025-01-01T10:05:00Z", "2025 1 1 10 5", "", ""),
            ("2025-01/2025-05", "2025 1", "2025 5", ""),
            ("199X", "1990", "1999", "1990s"),
            ("1975~", "1975", "", "about 1975"),
            ("2018?", "2018", "", "2018 (uncertain)"),
            ("2018-03-05?", "2018 3 5", "", "5 March 2018 (uncertain)"),
            ("2021/..", "2021", "", "since 2021"),
            ("../1991", "1991", "", "until 1991"),
            ("2001-21", "2001 3", "2001 5", "spring 2001"),
            ("2017-XX", "2017", "", "2017-XX"),
            ("2019~/2021", "2019", "2021", "about 2019 – 2021"),
        ] {
            let span = Span::of(&Date::parse(edtf).expect("a date")).expect("a place");
            assert_eq!(shown(&span.start), start, "{edtf}");
            let last = span.end.as_ref().map(shown).unwrap_or_default();
            assert_eq!(
                (last.as_str(), span.display.as_deref().unwrap_or("")),
                (end, display),
                "{edtf}"
            );
        }
        let undated = Date::inferred(None, (None, Some("2023")), "so").expect("a date");
        assert_eq!(Span::of(&undated), None);
        let inferred = Date::inferred(Some("2016"), (None, None), "so").expect("a date");
        let span = Span::of(&inferred).expect("a place");
        assert_eq!(span.display.as_deref(), Some("[2016]"));
    }
}
