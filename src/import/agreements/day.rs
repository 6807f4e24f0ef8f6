//! Dates of a table whose order of day and month somebody must know: `05/06/1999` is two dates.

use super::order::{DAY_FIRST, MONTH_FIRST, Order};
use crate::dossier::Date;
use crate::dossier::text::clean_line;
use crate::import::SkipReason;
use crate::import::figure::is_missing;

/// What a column of dates has where there is none, beside the marks that columns of figures have.
const NO_DATE: [&str; 16] = [
    "#n/a",
    "#na",
    "#ref!",
    "#value!",
    "#null!",
    "nan",
    "nat",
    "n/d",
    "nd",
    "nil",
    "?",
    "unknown",
    "(blank)",
    "not available",
    "not known",
    "undefined",
];

/// Is it a mark for a date that is not there? `0000-00-00` is what data bases write for one.
fn is_no_date(text: &str) -> bool {
    let is_zero = text.contains('0') && text.chars().all(|c| matches!(c, '0' | '-' | '/' | '.'));
    is_missing(text) || is_zero || NO_DATE.contains(&&*text.to_lowercase())
}

/// Why it is not known how the dates of a table are to be read. Dates are as they are printed; the
/// message shows them clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DaysError {
    /// Some have the day first, some the month.
    #[error(
        "{} has the day first, and {} on line {} the month: say --dates, and fix the others",
        clean_line(&.day_first.1), clean_line(&.month_first.1), .month_first.0
    )]
    Both {
        /// The first line with a date of the one sort, from 1, and the date.
        day_first: (usize, String),
        /// The first of the other.
        month_first: (usize, String),
    },
    /// All can be either.
    #[error(
        "{} can be two dates: say --dates DD/MM/YYYY or --dates MM/DD/YYYY",
        clean_line(.date)
    )]
    Either {
        /// From 1.
        line: usize,
        /// The first of them.
        date: String,
    },
}

impl DaysError {
    /// The date that shows it, and its line, from 1.
    pub fn date(&self) -> (usize, &str) {
        match self {
            Self::Both { day_first, .. } => (day_first.0, &day_first.1),
            Self::Either { line, date } => (*line, date),
        }
    }
}

/// English months, by their first three letters.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// How the dates of one table are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days(Option<Order>);

impl Days {
    /// The order that was told, or the only one that all `dates` allow; and what was assumed.
    ///
    /// # Errors
    /// When they allow two or none.
    pub(super) fn find(
        declared: Option<Order>,
        dates: impl Iterator<Item = (usize, String)>,
    ) -> Result<(Self, Option<String>), DaysError> {
        if let Some(order) = declared {
            return Ok((
                Self(declared),
                Some(format!("dates are {}, as given", order.word())),
            ));
        }
        let (mut day_first, mut month_first, mut either) = (None, None, None);
        for (line, text) in dates {
            if let Some((first, second, _)) = first_word(&text).and_then(numbers) {
                match (first > 12, second > 12) {
                    (true, false) => day_first = day_first.or(Some((line, text))),
                    (false, true) => month_first = month_first.or(Some((line, text))),
                    _ => either = either.or(Some((line, text))),
                }
            }
        }
        match (day_first, month_first, either) {
            (None, None, None) => Ok((Self(None), None)),
            (Some((line, text)), None, _) => Ok((
                Self(Some(Order::DayFirst(DAY_FIRST[0]))),
                Some(format!(
                    "dates have the day first, for line {line} has {}",
                    clean_line(&text)
                )),
            )),
            (None, Some((line, text)), _) => Ok((
                Self(Some(Order::MonthFirst(MONTH_FIRST[0]))),
                Some(format!(
                    "dates have the month first, for line {line} has {}",
                    clean_line(&text)
                )),
            )),
            (Some(day_first), Some(month_first), _) => Err(DaysError::Both {
                day_first,
                month_first,
            }),
            (None, None, Some((line, date))) => Err(DaysError::Either { line, date }),
        }
    }

    /// Reads one date; none where there is none.
    pub(super) fn read(self, text: &str) -> Result<Option<Date>, SkipReason> {
        let text = text.trim();
        if is_no_date(text) || self.is_open_end(text) {
            return Ok(None);
        }
        let edtf = self.edtf(timed(text).map_or(text, |(day, _)| day));
        let date = edtf.and_then(|edtf| Date::parse(&edtf).ok());
        date.map(Some).ok_or_else(|| {
            let known = self.0.map_or("ISO, YYYY or a month in words", Order::word);
            SkipReason::with(format!("not a date ({known})"), text)
        })
    }

    /// Is it what data bases write for an end that is not set: a day of the year 9999?
    pub(super) fn is_open_end(self, text: &str) -> bool {
        let text = text.trim();
        let edtf = self.edtf(timed(text).map_or(text, |(day, _)| day));
        edtf.is_some_and(|edtf| edtf.starts_with("9999"))
    }

    fn edtf(self, text: &str) -> Option<String> {
        if let Some((first, second, year)) = numbers(text) {
            let (day, month) = match self.0? {
                Order::DayFirst(_) => (first, second),
                Order::MonthFirst(_) => (second, first),
                Order::Iso | Order::Year => return None,
            };
            return Some(format!("{year}-{month:02}-{day:02}"));
        }
        let parts: Vec<_> = text.split(['/', '.', '-']).collect();
        let sound = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        match parts.as_slice() {
            [year] if year.len() == 4 && sound(year) => Some((*year).to_owned()),
            [year, month] | [month, year] if year.len() == 4 && sound(year) && sound(month) => {
                Some(format!("{year}-{month:0>2}"))
            }
            [year, month, day] if year.len() == 4 && parts.iter().all(|part| sound(part)) => {
                Some(format!("{year}-{month:0>2}-{day:0>2}"))
            }
            _ => spelled(text),
        }
    }
}

/// A day and the time of day behind it: `2001-05-06T10:00:00Z`, `05/06/2001 10:00 PM`. Whatever else
/// is behind a date is part of what it says.
pub(super) fn timed(text: &str) -> Option<(&str, &str)> {
    let (day, rest) = text.trim().split_once(['T', ' '])?;
    let time = rest.trim();
    let upper = time.to_ascii_uppercase();
    let clock = ["AM", "PM", "Z", "UTC"]
        .iter()
        .find_map(|word| upper.strip_suffix(word))
        .unwrap_or(&upper);
    let sound = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | ' ');
    let is_time = time.contains(':') && clock.starts_with(|c: char| c.is_ascii_digit());
    (is_time && clock.chars().all(sound)).then_some((day, time))
}

/// Up to the first blank: it shows the order of the parts of a date, whatever follows.
fn first_word(text: &str) -> Option<&str> {
    text.trim().split([' ', 'T']).next()
}

/// Two numbers and a year, which may be day and month or month and day.
fn numbers(text: &str) -> Option<(u32, u32, &str)> {
    let parts: Vec<_> = text.split(['/', '.', '-']).collect();
    let [first, second, year] = parts.as_slice() else {
        return None;
    };
    let short =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let dated = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    (short(first) && short(second) && dated).then_some(())?;
    Some((first.parse().ok()?, second.parse().ok()?, *year))
}

/// `12 May 1999`, `May 12, 1999`, `12-May-1999`, `May 1999`: the month in words tells the order.
fn spelled(text: &str) -> Option<String> {
    let words: Vec<_> = text
        .split([' ', ',', '-', '/'])
        .filter(|word| !word.is_empty())
        .collect();
    let month = words.iter().position(|word| month(word).is_some())?;
    let number = month_number(words[month])?;
    let rest: Vec<_> = words
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != month)
        .map(|(_, word)| *word)
        .collect();
    let day = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        digits.parse::<u32>().ok().filter(|_| digits.len() <= 2)
    };
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    match rest.as_slice() {
        [only] if year(only) => Some(format!("{only}-{number:02}")),
        [a, b] if year(b) => Some(format!("{b}-{number:02}-{:02}", day(a)?)),
        _ => None,
    }
}

fn month(word: &str) -> Option<usize> {
    let lower = word.trim_end_matches('.').to_lowercase();
    let start = lower.get(..3)?;
    let known = lower.chars().all(char::is_alphabetic);
    MONTHS
        .iter()
        .position(|month| *month == start)
        .filter(|_| known)
}

fn month_number(word: &str) -> Option<usize> {
    month(word).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(order: Option<Order>, text: &str) -> String {
        match Days(order).read(text) {
            Ok(date) => date
                .and_then(|date| date.edtf().map(ToOwned::to_owned))
                .unwrap_or_default(),
            Err(unused) => unused.reason.into_owned(),
        }
    }

    #[test]
    fn dates_are_read_in_the_order_that_was_told() {
        let [dmy, mdy] = ["DD/MM/YYYY", "MM/DD/YYYY"].map(|form| Order::named(form).ok());
        for (order, text, edtf) in [
            (dmy, "05/06/1999", "1999-06-05"),
            (dmy, "5.6.1999", "1999-06-05"),
            (dmy, "31-12-1999", "1999-12-31"),
            (mdy, "05/06/1999", "1999-05-06"),
            (mdy, "12/31/1999 00:00:00", "1999-12-31"),
            (None, "1999", "1999"),
            (None, "1999-05", "1999-05"),
            (None, "1999-05-06", "1999-05-06"),
            (None, "1999/05/06", "1999-05-06"),
            (dmy, "06/1999", "1999-06"),
            (None, "12 May 1999", "1999-05-12"),
            (None, "May 12, 1999", "1999-05-12"),
            (None, "12th September 1999", "1999-09-12"),
            (None, "12-Sep-1999", "1999-09-12"),
            (None, "Sept. 1999", "1999-09"),
            (None, "", ""),
            (None, "n/a", ""),
            (None, "NA", ""),
            (None, ":", ""),
            (None, "#N/A", ""),
            (dmy, "NaN", ""),
            (dmy, "n/d", ""),
            (None, "Unknown", ""),
            (None, "0000-00-00", ""),
            (dmy, "31.12.9999", ""),
            (None, "9999-12-31", ""),
            (dmy, "05/13/1999", "not a date (DD/MM/YYYY)"),
            (mdy, "31/12/1999", "not a date (MM/DD/YYYY)"),
            (dmy, "05/06/99", "not a date (DD/MM/YYYY)"),
            (dmy, "30/02/1999", "not a date (DD/MM/YYYY)"),
            (
                None,
                "5 Maybe 99",
                "not a date (ISO, YYYY or a month in words)",
            ),
            (Some(Order::Year), "05/06/1999", "not a date (YYYY)"),
            (dmy, "30/04/1961 10:00 PM", "1961-04-30"),
            (None, "1999-05-06T10:00:00.5+02:00", "1999-05-06"),
            (dmy, "30/04/1961 BC", "not a date (DD/MM/YYYY)"),
            (dmy, "30.04.1961 - 05.05.1961", "not a date (DD/MM/YYYY)"),
            (
                dmy,
                "30/04/1961 rejected by parliament",
                "not a date (DD/MM/YYYY)",
            ),
            (dmy, "30/04/1961 see note 1:2", "not a date (DD/MM/YYYY)"),
            (mdy, "12/01/1950 13/02/1951", "not a date (MM/DD/YYYY)"),
        ] {
            assert_eq!(read(order, text), edtf, "{text}");
        }
    }

    #[test]
    fn an_order_is_reported_in_the_form_given() {
        for form in ["DD.MM.YYYY", "dd-mm-yyyy", "MM-DD-YYYY", "YYYY"] {
            let found = Days::find(Order::named(form).ok(), std::iter::empty());
            let (_, assumption) = found.expect("an order");
            let reported = format!("dates are {}, as given", form.to_uppercase());
            assert_eq!(assumption, Some(reported));
        }
    }

    #[test]
    fn the_order_is_told_or_plain_or_asked_for() {
        let find = |dates: &[&str]| {
            let dates = dates
                .iter()
                .enumerate()
                .map(|(at, text)| (at + 2, (*text).to_owned()));
            Days::find(None, dates)
        };
        assert_eq!(find(&["1999", "2000-01-02"]), Ok((Days(None), None)));
        let (days, assumption) = find(&["05/06/1999", "25/06/1999"]).expect("plain");
        assert_eq!(days, Days(Order::named("DD/MM/YYYY").ok()));
        assert_eq!(
            assumption.as_deref(),
            Some("dates have the day first, for line 3 has 25/06/1999")
        );
        assert_eq!(
            find(&["", "05/06/1999"]),
            Err(DaysError::Either {
                line: 3,
                date: "05/06/1999".to_owned()
            })
        );
        assert!(
            find(&["25/06/1999", "06/25/1999"])
                .is_err_and(|e| e.to_string().starts_with("25/06/1999 has the day first"))
        );
    }
}
