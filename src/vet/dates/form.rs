//! A date in the form in which a text has another one: what to write instead of it.

use crate::brief::spoken;
use crate::dossier::Date;

/// A date as `text` would have it; none where it is not certain. The brackets of what is inferred are
/// left out.
pub(in crate::vet) fn like(text: &str, date: &Date) -> Option<String> {
    let spoken = spoken(date);
    let label = spoken.trim_matches(['[', ']']);
    if label.contains('(') {
        return None;
    }
    let edtf = date.edtf().unwrap_or_default();
    let form = span(text, label)
        .or_else(|| digits(text, edtf))
        .or_else(|| month_first(text, label));
    Some(form.unwrap_or_else(|| label.to_owned()))
}

/// "January 2025 – May 2025" with what the text has between the ends, and the year once.
fn span(text: &str, label: &str) -> Option<String> {
    let (from, to) = label.split_once(" – ")?;
    let between = [" to ", " and ", " until ", " through "]
        .into_iter()
        .find(|word| text.contains(word));
    let from = match from.rsplit_once(' ') {
        Some((month, year)) if to.ends_with(year) => month,
        _ => from,
    };
    Some(format!("{from}{}{to}", between.unwrap_or("–")))
}

/// `1960-10-17`, `17.10.1960`, `17/10/1960`, and `10/17/1960` where no month can be meant first.
fn digits(text: &str, edtf: &str) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let sign = text.chars().find(|c| !is_digit(*c))?;
    let parts: Vec<&str> = text.split(sign).collect();
    if !parts
        .iter()
        .all(|part| !part.is_empty() && part.chars().all(is_digit))
    {
        return None;
    }
    if sign == '-' && parts.first().is_some_and(|year| year.len() == 4) {
        return Some(edtf.to_owned());
    }
    let [first, second, _] = parts[..] else {
        return None;
    };
    let mut own = edtf.split('-');
    let (year, month, day) = (own.next()?, own.next()?, own.next()?);
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    match (sign, first > 12, second > 12) {
        ('.', _, false) | (_, true, false) => Some(format!("{day}{sign}{month}{sign}{year}")),
        (_, false, true) => Some(format!("{month}{sign}{day}{sign}{year}")),
        _ => None,
    }
}

/// "October 17, 1960".
fn month_first(text: &str, label: &str) -> Option<String> {
    let start = text
        .find(|c: char| c.is_ascii_digit())
        .filter(|at| *at > 0)?;
    let behind = text[start..].trim_start_matches(|c: char| c.is_ascii_digit());
    let letters = behind.chars().filter(|c| c.is_alphabetic()).count();
    let mut parts = label.split(' ');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_day = behind.contains(|c: char| c.is_ascii_digit()) && letters <= 2;
    let comma = if behind.contains(',') { "," } else { "" };
    is_day.then(|| format!("{month} {day}{comma} {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_the_form_of_the_text() {
        for (text, edtf, expected) in [
            ("17 October 1960", "1960-10-07", "7 October 1960"),
            ("17th of October 1960", "1960-10-07", "7 October 1960"),
            ("October 17, 1960", "1960-10-07", "October 7, 1960"),
            ("October 17th, 1960", "1960-10-07", "October 7, 1960"),
            ("1960-10-17", "1960-10-07", "1960-10-07"),
            ("17.10.1960", "1960-10-07", "07.10.1960"),
            ("10/17/1960", "1960-10-07", "10/07/1960"),
            ("17/10/1960", "1960-10-07", "07/10/1960"),
            ("01/02/1960", "1960-10-07", "7 October 1960"),
            ("31 July 2025", "2025-07", "July 2025"),
            ("2025-07-31", "2025-07", "2025-07"),
            ("June 2025", "2017", "2017"),
            ("2021 to 2026", "2021/2025", "2021 to 2025"),
            ("2021–2026", "2021/2025", "2021–2025"),
            (
                "January to July 2025",
                "2025-01/2025-05",
                "January to May 2025",
            ),
            (
                "the first half of 2025",
                "2025-01/2025-05",
                "January–May 2025",
            ),
        ] {
            let date = Date::parse(edtf).expect("a date");
            assert_eq!(like(text, &date).as_deref(), Some(expected), "{text}");
        }
        let unsure = Date::parse("2018?").expect("a date");
        assert_eq!(like("2018", &unsure), None);
    }
}
