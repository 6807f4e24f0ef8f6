//! Periods as statistics write them, as dates of the dossier. EDTF of level 1 has no quarters, weeks
//! or halves of a year: those are the interval from their first month or day to their last.
//!
//! Source: the time formats of SDMX 2.1, section 6, "Time", and the headers of the World Bank.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::dossier::Date;

/// The period in the id of a figure, and as a date; none where it is no period.
pub fn read(text: &str) -> Option<(String, Date)> {
    let text = text.trim();
    let (label, edtf) = year(text)
        .or_else(|| part(text))
        .or_else(|| lasting(text))
        .or_else(|| plain(text))?;
    Some((label, Date::parse(&edtf).ok()?))
}

/// `2020`, `2020-A1`.
fn year(text: &str) -> Option<(String, String)> {
    let year = text.strip_suffix("-A1").unwrap_or(text);
    digits(year, 4).then(|| (year.to_owned(), year.to_owned()))
}

/// `2020-Q1`, `2020Q1`, `2020-S1`, `2020-H1`, `2020-T1`, `2020-M01`, `2020M01`, `2020-W05`, `2020-D045`.
fn part(text: &str) -> Option<(String, String)> {
    let (year, behind) = text.split_at_checked(4)?;
    let rest = behind.strip_prefix('-').unwrap_or(behind);
    let number = rest.get(1..)?;
    if !digits(year, 4) || number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let count: u32 = number.parse().ok()?;
    let letter = rest.chars().next()?.to_ascii_uppercase();
    let months = match letter {
        'M' => 1,
        'Q' => 3,
        'T' => 4,
        'S' | 'H' | 'B' => 6,
        'W' => return week(year, count),
        'D' => return day_of_year(year, count),
        _ => return None,
    };
    let last = count * months;
    if count == 0 || last > 12 {
        return None;
    }
    if months == 1 {
        let month = format!("{year}-{count:02}");
        return Some((month.clone(), month));
    }
    let label = format!("{year}-{}{count}", letter.to_ascii_lowercase());
    Some((
        label,
        format!("{year}-{:02}/{year}-{last:02}", last - months + 1),
    ))
}

fn week(year: &str, count: u32) -> Option<(String, String)> {
    let first = NaiveDate::from_isoywd_opt(year.parse().ok()?, count, Weekday::Mon)?;
    let last = first.checked_add_days(Days::new(6))?;
    Some((format!("{year}-w{count:02}"), format!("{first}/{last}")))
}

fn day_of_year(year: &str, count: u32) -> Option<(String, String)> {
    let day = NaiveDate::from_yo_opt(year.parse().ok()?, count)?.to_string();
    Some((day.clone(), day))
}

/// `2020-01-01/P1Y`, `2020-01/P3M`: from a day or month on, so long.
fn lasting(text: &str) -> Option<(String, String)> {
    let (begin, length) = text.split_once("/P")?;
    let start = begin.split('T').next()?;
    let day = match start.len() {
        7 => format!("{start}-01"),
        4 => format!("{start}-01-01"),
        _ => start.to_owned(),
    };
    let first = NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok()?;
    let (number, unit) = length.split_at_checked(length.len().checked_sub(1)?)?;
    let count: u32 = number.parse().ok().filter(|count| *count > 0)?;
    let after = match unit {
        "Y" => first.checked_add_months(Months::new(count.checked_mul(12)?))?,
        "M" => first.checked_add_months(Months::new(count))?,
        "W" => first.checked_add_days(Days::new(u64::from(count) * 7))?,
        "D" => first.checked_add_days(Days::new(u64::from(count)))?,
        _ => return None,
    };
    let last = after.pred_opt()?;
    if (first.ordinal(), last.month(), last.day(), count, unit) == (1, 12, 31, 1, "Y") {
        return year(&first.year().to_string());
    }
    Some((
        format!("{first}-{}", unit.to_lowercase() + number),
        format!("{first}/{last}"),
    ))
}

/// `2020-01`, `2020-01-31`, a time of a day, an interval.
fn plain(text: &str) -> Option<(String, String)> {
    let date = match text.split_once('T') {
        Some((date, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => date,
        _ => text,
    };
    let known = |b: u8| b.is_ascii_digit() || matches!(b, b'-' | b'/');
    let dated = date.len() >= 7 && date.bytes().all(known);
    dated.then(|| (date.replace('/', "_"), date.to_owned()))
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_period() {
        for (text, label, edtf) in [
            ("2020", "2020", "2020"),
            ("2020-A1", "2020", "2020"),
            ("2020-03", "2020-03", "2020-03"),
            ("2020-M03", "2020-03", "2020-03"),
            ("2020M03", "2020-03", "2020-03"),
            ("2020-Q1", "2020-q1", "2020-01/2020-03"),
            ("2020Q4", "2020-q4", "2020-10/2020-12"),
            ("2020-S2", "2020-s2", "2020-07/2020-12"),
            ("2020-H1", "2020-h1", "2020-01/2020-06"),
            ("2020-T2", "2020-t2", "2020-05/2020-08"),
            ("2020-W05", "2020-w05", "2020-01-27/2020-02-02"),
            ("2020-W53", "2020-w53", "2020-12-28/2021-01-03"),
            ("2020-D060", "2020-02-29", "2020-02-29"),
            ("2020-02-29", "2020-02-29", "2020-02-29"),
            ("2020-02-29T00:00:00", "2020-02-29", "2020-02-29"),
            ("2020-01-01/P1Y", "2020", "2020"),
            ("2020-04-01/P1Y", "2020-04-01-y1", "2020-04-01/2021-03-31"),
            ("2020-04/P3M", "2020-04-01-m3", "2020-04-01/2020-06-30"),
            ("2019-07/2020-06", "2019-07_2020-06", "2019-07/2020-06"),
        ] {
            let found =
                read(text).map(|(label, date)| (label, date.edtf().unwrap_or("").to_owned()));
            assert_eq!(found, Some((label.to_owned(), edtf.to_owned())), "{text}");
        }
        for text in [
            "",
            "20",
            "2020-Q5",
            "2020-Q0",
            "2021-W53",
            "2020-13",
            "2020-02-30",
            "2020-X1",
            "year",
            "2020-D366x",
            "٢٠٢٠",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_written_is_a_fault(text in "\\PC{0,12}|[0-9]{4}-?[A-Z]?[0-9]{1,3}|[0-9-]{4,10}/P[0-9]{1,9}[A-Z]") {
            if let Some((label, _)) = read(&text) {
                let sound = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_');
                prop_assert!(label.bytes().all(sound), "{}", label);
            }
        }
    }
}
