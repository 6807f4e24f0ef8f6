//! Dates of entries: in one field, or year, month and day in three.

use crate::dossier::Date;
use crate::dossier::date::edtf_year;
use crate::import::bibliography::fields::month;

/// A date that was worked out, as our own export writes it: `inferred: 2023`. The field `date` says the
/// same to others, who know no such thing.
pub(super) fn worked_out(text: &str) -> Option<Date> {
    let edtf = text.trim().strip_prefix("inferred:")?.trim();
    Date::inferred(Some(edtf), (None, None), "so the bibliography says").ok()
}

/// A date in one field, or in three; and its words where it does not say all of them. One in square
/// brackets, as librarians write it, was worked out.
pub(super) fn issued(date: &str, month_text: &str, day: &str) -> (Option<Date>, Option<String>) {
    let date = date.trim();
    if date.is_empty() {
        return (None, None);
    }
    let inner = date
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let bare = inner.unwrap_or(date);
    let about = ["c. ", "ca. ", "circa "]
        .iter()
        .find_map(|word| bare.strip_prefix(word));
    let year = about.unwrap_or(bare);
    let parts = parts(month_text.trim(), day.trim());
    let stated = match parts.unwrap_or_default() {
        (Some(month), Some(day)) if year.len() == 4 => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) if year.len() == 4 => format!("{year}-{month:02}"),
        _ if year.ends_with('/') => format!("{year}.."),
        _ => match year.parse() {
            // Years of more than four digits, which EDTF marks.
            Ok(number) if year.len() > 4 => edtf_year(number),
            _ => year.to_owned(),
        },
    };
    let edtf = about.map_or(stated.clone(), |_| format!("{stated}~"));
    let read = match inner {
        Some(_) => Date::inferred(
            Some(&edtf),
            (None, None),
            "the bibliography has it in brackets",
        ),
        None => Date::parse(&edtf),
    };
    let printed = || format!("{date} {month_text} {day}").trim().to_owned();
    match read {
        Ok(date) => (Some(date), parts.is_none().then(printed)),
        Err(_) => (None, Some(printed())),
    }
}

/// The numbers of a month and a day, which may be in one field; none where they say something else.
fn parts(month_text: &str, day_text: &str) -> Option<(Option<u32>, Option<u32>)> {
    let day = |text: &str| text.parse().ok().filter(|day| (1..=31).contains(day));
    match (month_text, day_text) {
        ("", "") => Some((None, None)),
        (text, "") => month(text).map(|month| (Some(month), None)).or_else(|| {
            let (one, other) = text.split_once(char::is_whitespace)?;
            let ordered = |name, number| Some((Some(named(name)?), Some(day(number)?)));
            ordered(one, other.trim()).or_else(|| ordered(other.trim(), one))
        }),
        (text, number) => Some((Some(month(text)?), Some(day(number)?))),
    }
}

/// A month in words.
fn named(text: &str) -> Option<u32> {
    month(text).filter(|_| text.parse::<u32>().is_err())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_bibliographies() {
        for (date, month, day, label, odd) in [
            ("2019", "", "", "2019", ""),
            ("2019", "mar", "", "2019-03", ""),
            ("2019", "March", "7", "2019-03-07", ""),
            ("2021-05", "", "", "2021-05", ""),
            ("2019/2020", "", "", "2019 – 2020", ""),
            ("2019/", "", "", "since 2019", ""),
            ("1984~", "", "", "~1984", ""),
            ("c. 1999", "", "", "~1999", ""),
            ("[2023]", "", "", "[2023]", ""),
            ("in press", "", "", "", "in press"),
            ("1999", "May/June", "", "1999", "1999 May/June"),
            ("1999", "March–April", "", "1999", "1999 March–April"),
            ("1999", "Spring", "", "1999", "1999 Spring"),
            ("1999", "mai", "", "1999", "1999 mai"),
            ("1999", "13", "", "1999", "1999 13"),
            ("1999", "12 May", "", "1999-05-12", ""),
            ("1999", "November 8", "", "1999-11-08", ""),
            ("1999", "sept.", "", "1999-09", ""),
            ("1999", "may", "first", "1999", "1999 may first"),
            ("-17000", "", "", "-17000", ""),
            ("-0044", "", "", "-0044", ""),
            ("", "mar", "", "", ""),
        ] {
            let (found, rest) = issued(date, month, day);
            let found = found.map(|date| date.label()).unwrap_or_default();
            assert_eq!(
                (found.as_str(), rest.unwrap_or_default().as_str()),
                (label, odd),
                "{date}"
            );
        }
    }
}
