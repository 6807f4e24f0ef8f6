//! Dates of slides, which may be a year alone, a year before our era, or a span; and what is shown in
//! their place.

use super::display::{self, Told};
use crate::dossier::Date;
use crate::dossier::date::edtf_year;

/// One end of a span, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: String,
    pub(super) month: String,
    pub(super) day: String,
    pub(super) time: String,
}

/// A date, and what of it could not be kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dated {
    pub(super) date: Option<Date>,
    pub(super) notes: Vec<String>,
}

impl Point {
    /// None where there is no year.
    pub(super) fn some(self) -> Option<Self> {
        (!self.year.trim().is_empty()).then_some(self)
    }

    /// Versions 1 and 2 write `2011,12,31`, and sheets `12/31/2011` as Americans do.
    pub(super) fn legacy(text: &str) -> Option<Self> {
        let (date, time) = match text.trim().split_once(' ') {
            Some((date, time)) if time.contains(':') => (date, time),
            _ => (text.trim(), ""),
        };
        let parts = |sign: char| {
            date.split(sign)
                .map(str::trim)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let (slashes, commas) = (parts('/'), parts(','));
        let dashes = parts('-');
        let [year, month, day] = match (slashes.as_slice(), commas.as_slice(), dashes.as_slice()) {
            ([month, day, year], _, _) => [year, month, day].map(Clone::clone),
            (_, [year, month, day, ..], _) | (_, _, [year, month, day]) if !year.is_empty() => {
                [year, month, day].map(Clone::clone)
            }
            (_, [year, month], _) => [year.clone(), month.clone(), String::new()],
            _ => [date.to_owned(), String::new(), String::new()],
        };
        Self {
            year,
            month,
            day,
            time: time.to_owned(),
        }
        .some()
    }

    /// The year of EDTF; none where it is no number, or 0. There is no year 0 in our era: 1 BCE is the year
    /// 0000 of ISO 8601. Some timelines count with a year 0 all the same, and show what they mean.
    fn year(&self, display: &str) -> Option<i64> {
        let digits: String = self
            .year
            .chars()
            .filter(|c| !c.is_whitespace() && *c != ',')
            .collect();
        let number: i64 = digits.parse().ok()?;
        let counted = display::bce(display) == number.checked_neg().and_then(|n| n.checked_add(1));
        match number {
            0 if !counted => None,
            _ if number < 0 && !counted => Some(number + 1),
            _ => Some(number),
        }
    }

    /// As EDTF; what cannot be a date is told in `notes`, and the date is as exact as the rest.
    fn edtf(&self, display: &str, notes: &mut Vec<String>) -> Option<String> {
        let Some(year) = self.year(display) else {
            notes.push(format!("Year as written: {}", self.year));
            return None;
        };
        let mut edtf = edtf_year(year);
        let month = part(&self.month, 12);
        let day = part(&self.day, 31);
        match (month, day) {
            (Part::Number(month), Part::Number(day)) if year.unsigned_abs() <= 9999 => {
                edtf = format!("{edtf}-{month:02}");
                let to_day = format!("{edtf}-{day:02}");
                if Date::parse(&to_day).is_ok() {
                    edtf = to_day;
                } else {
                    notes.push(format!("Day as written: {}", self.day));
                }
            }
            (Part::Number(month), Part::Empty) if year.unsigned_abs() <= 9999 => {
                edtf = format!("{edtf}-{month:02}");
            }
            (Part::Empty, Part::Empty) => {}
            (_, Part::Empty) => notes.push(format!("Month as written: {}", self.month.trim())),
            (Part::Empty, _) => notes.push(format!("Day as written: {}", self.day.trim())),
            _ => notes.push(format!(
                "Month and day as written: {} {}",
                self.month.trim(),
                self.day.trim()
            )),
        }
        if !self.time.trim().is_empty() {
            notes.push(format!("Time: {}", self.time.trim()));
        }
        Some(edtf)
    }

    /// Is it a year 0, which the format does not have, and that nothing shown explains?
    pub(super) fn is_year_zero(&self, display: &str) -> bool {
        let digits = self.year.trim().trim_start_matches(['-', '+']);
        let is_zero = !digits.is_empty() && digits.bytes().all(|digit| digit == b'0');
        is_zero && self.year(display).is_none()
    }

    /// Is it before our era?
    fn is_bce(&self) -> bool {
        self.year.trim().starts_with('-')
    }
}

/// A month or a day.
enum Part {
    Empty,
    Number(u32),
    /// There is no such month or day.
    Odd,
}

fn part(text: &str, most: u32) -> Part {
    match text.trim() {
        "" => Part::Empty,
        text => match text.parse() {
            Ok(number) if (1..=most).contains(&number) => Part::Number(number),
            _ => Part::Odd,
        },
    }
}

/// The date from `start` to `end`, shown as `display`.
pub(super) fn read(start: Option<&Point>, end: Option<&Point>, display: &str) -> Dated {
    let mut notes = Vec::new();
    let display = display.trim();
    let Some(first) = start.and_then(|start| start.edtf(display, &mut notes)) else {
        if !display.is_empty() {
            notes.push(format!("Displayed date: {display}"));
        }
        return Dated { date: None, notes };
    };
    let last = end
        .and_then(|end| end.edtf(display, &mut notes))
        .filter(|last| *last != first);
    let shown = Told::read(display, &first, last.as_deref());
    let plain = last
        .as_ref()
        .map_or_else(|| first.clone(), |last| format!("{first}/{last}"));
    let edtf = shown.edtf.unwrap_or(plain);
    if !shown.is_all {
        notes.push(format!("Displayed date: {display}"));
    }
    let bce = start.into_iter().chain(end).any(Point::is_bce);
    let why = match (bce, shown.is_inferred) {
        (true, _) => Some(BCE),
        (false, true) => Some("the timeline shows it in brackets, as a date that was worked out"),
        (false, false) => None,
    };
    let date = dated(&edtf, why).or_else(|| {
        notes.push(match &last {
            Some(last) => format!("End as written: {last}"),
            None => format!("Date as written: {first}"),
        });
        dated(&first, why)
    });
    Dated { date, notes }
}

/// Why a year before our era is another number than the one that is printed.
const BCE: &str = "a year before our era: 500 BCE is the year -0499 of EDTF, which has a year 0";

fn dated(edtf: &str, why: Option<&str>) -> Option<Date> {
    let date = match why {
        Some(why) => Date::inferred(Some(edtf), (None, None), why),
        None => Date::parse(edtf),
    };
    date.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(text: &str) -> Option<Point> {
        let mut parts = text.split(' ').map(|part| part.replace('_', ""));
        let mut next = || parts.next().unwrap_or_default();
        Point {
            year: next(),
            month: next(),
            day: next(),
            time: next(),
        }
        .some()
    }

    #[test]
    fn dates_are_as_exact_as_they_were_written() {
        for (start, end, display, edtf, notes) in [
            ("1815 12 10", "1852 11 27", "", "1815-12-10/1852-11-27", ""),
            ("1943 7", "1946", "", "1943-07/1946", ""),
            ("2008", "", "", "2008", ""),
            ("2008", "2008", "", "2008", ""),
            ("1,984", "", "", "1984", ""),
            ("-500", "", "", "-0499", ""),
            ("-1", "", "", "0000", ""),
            ("-44 3 15", "", "", "-0043-03-15", ""),
            ("-44", "", "45 BCE", "-0044", ""),
            ("-44", "", "44 BC", "-0043", ""),
            ("0", "", "", "", "Year as written: 0"),
            ("0", "", "1 BCE", "0000", ""),
            ("-44 3 15", "", "[15 March 44 BCE]", "-0043-03-15", ""),
            ("-17000", "", "", "Y-16999", ""),
            ("-13800000000", "", "", "Y-13799999999", ""),
            ("2019 2 30", "", "", "2019-02", "Day as written: 30"),
            (
                "2019 13 1",
                "",
                "",
                "2019",
                "Month and day as written: 13 1",
            ),
            ("2019 _ 5", "", "", "2019", "Day as written: 5"),
            ("2019 May", "", "", "2019", "Month as written: May"),
            ("2019 5 6 14:30", "", "", "2019-05-06", "Time: 14:30"),
            ("soon", "", "", "", "Year as written: soon"),
            ("2020", "2019", "", "2020", "End as written: 2019"),
            ("1975", "", "c. 1975", "1975~", ""),
            ("1975", "", "[2016]", "1975", "Displayed date: [2016]"),
            (
                "1975",
                "",
                "Summer of 1975",
                "1975",
                "Displayed date: Summer of 1975",
            ),
            ("", "", "in antiquity", "", "Displayed date: in antiquity"),
        ] {
            let found = read(point(start).as_ref(), point(end).as_ref(), display);
            let written = found.date.as_ref().and_then(Date::edtf).unwrap_or_default();
            assert_eq!(
                (written, found.notes.join("; ").as_str()),
                (edtf, notes),
                "{start} {display}"
            );
        }
    }

    #[test]
    fn dates_of_the_old_versions() {
        for (text, found) in [
            ("2011,12,31", "2011 12 31"),
            ("2011,12", "2011 12"),
            ("2011", "2011"),
            ("-500", "-500"),
            ("12/31/2011", "2011 12 31"),
            ("2011-12-31", "2011 12 31"),
            ("12/31/2011 14:00:00", "2011 12 31 14:00:00"),
        ] {
            assert_eq!(Point::legacy(text), point(found), "{text}");
        }
        assert_eq!(Point::legacy(""), None);
    }
}
