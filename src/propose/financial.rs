//! "2024-25": the financial year of a country whose statistics count in such years.

use chrono::{Datelike, Month, NaiveDate};

use crate::dossier::{Code, Date, Dossier};

/// Countries that publish trade by financial years, each with the month in which these begin, and
/// whether it writes these with a slash: 2024/25.
const BEGINS: [(&str, u8, bool); 8] = [
    ("IND", 4, false),
    ("PAK", 7, false),
    ("BGD", 7, false),
    ("EGY", 7, true),
    ("AUS", 7, false),
    ("KEN", 7, true),
    ("UGA", 7, true),
    ("TZA", 7, true),
];

/// The months of a year such as "2024-25", where one of the two countries has such years.
/// `published`: the day from which "last financial year" is counted.
pub(super) fn year(dossier: &Dossier, printed: &str, published: Option<NaiveDate>) -> Option<Date> {
    let sides = dossier.about.codes();
    let (code, month, edtf) = months(&sides, printed)
        .or_else(|| named_by_one(&sides, printed))
        .or_else(|| moved(&sides, printed, published?))?;
    let begins = Month::try_from(month).ok()?;
    let why = format!(
        "the financial year of {}, {} to {}",
        dossier.country(code),
        begins.name(),
        begins.pred().name()
    );
    Date::inferred(Some(&edtf), (None, None), &why).ok()
}

/// "the previous financial year": `edtf` are the two years that it was counted back to.
pub(super) fn shifted(dossier: &Dossier, printed: &str, edtf: &str) -> Option<Date> {
    let low = printed.to_lowercase();
    let named = ["financial year", "fiscal year", "fiscal"]
        .iter()
        .any(|name| low.ends_with(name));
    let years = match edtf.split_once('/') {
        Some((first, last)) => format!("{first}-{}", last.get(2..)?),
        None => format!("fy{}", edtf.trim_end_matches('~')),
    };
    year(dossier, &years, None).filter(|_| named)
}

/// The country, the month in which its year begins, and the year as EDTF; none where both countries
/// have such years and these differ.
fn months(sides: &[Code], printed: &str) -> Option<(Code, u8, String)> {
    let low = printed.to_lowercase();
    let low = low.trim().trim_start_matches("the ");
    let names = ["financial year", "fiscal year", "fiscal", "fy"];
    let years = names.iter().find_map(|name| low.strip_prefix(name));
    let years = years.unwrap_or(low).trim();
    let (first, second) = years.split_once(['-', '–', '/'])?;
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(first, 4) || !digits(second, 2) {
        return None;
    }
    let (start, end): (u16, u16) = (first.parse().ok()?, second.parse().ok()?);
    if (start + 1) % 100 != end {
        return None;
    }
    let begins = |code: &Code| BEGINS.iter().find(|(own, ..)| code.as_str() == *own);
    let mut found: Vec<_> = sides
        .iter()
        .filter_map(|code| Some((*code, begins(code)?)))
        .collect();
    // Of two that differ, the one that writes its years so.
    let own = |(_, begins): &(Code, &(&str, u8, bool))| begins.2 == years.contains('/');
    if found.iter().any(own) {
        found.retain(own);
    }
    let mut found = found.into_iter().map(|(code, begins)| (code, begins.1));
    let (code, month) = found.next()?;
    let edtf = format!("{start}-{month:02}/{}-{:02}", start + 1, month - 1);
    found
        .all(|(_, other)| other == month)
        .then_some((code, month, edtf))
}

/// "fiscal 2024", "FY24": most countries call such a year by the one in which it ends, Japan by that in which it
/// begins; none where the two countries differ.
fn named_by_one(sides: &[Code], printed: &str) -> Option<(Code, u8, String)> {
    let low = printed.to_lowercase();
    let low = low.trim().trim_start_matches("the ");
    let names = ["financial year", "fiscal year", "fiscal", "fy"];
    let year = names.iter().find_map(|name| low.strip_prefix(name))?.trim();
    let digits = matches!(year.len(), 2 | 4) && year.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = year.parse().ok().filter(|_| digits)?;
    let year = if year < 100 { 2000 + year } else { year };
    let begins = |code: &Code| {
        if code.as_str() == "JPN" {
            return Some((*code, 4, year));
        }
        let (_, month, _) = BEGINS.iter().find(|(own, ..)| code.as_str() == *own)?;
        Some((*code, *month, year - 1))
    };
    let mut found: Vec<_> = sides.iter().filter_map(begins).collect();
    // "fiscal 2023": Japan prints its years so.
    let long = low.starts_with("fiscal") && low.ends_with(&year.to_string());
    let japan = |code: &Code| code.as_str() == "JPN";
    if long && found.iter().any(|(code, ..)| japan(code)) {
        found.retain(|(code, ..)| japan(code));
    }
    // "FY24": of two that differ, the one that does not write 2023/24.
    let slash = |code: &Code| {
        BEGINS
            .iter()
            .any(|(own, _, slash)| *slash && code.as_str() == *own)
    };
    if low.starts_with("fy") && found.iter().any(|(code, ..)| !slash(code)) {
        found.retain(|(code, ..)| !slash(code));
    }
    let mut found = found.into_iter();
    let (code, month, start) = found.next()?;
    let edtf = format!("{start}-{month:02}/{}-{:02}", start + 1, month - 1);
    found
        .all(|(_, other, first)| (other, first) == (month, start))
        .then_some((code, month, edtf))
}

/// "last financial year", "this fiscal year": counted from the publication, where one of the two countries, or
/// both alike, have such years.
fn moved(sides: &[Code], printed: &str, published: NaiveDate) -> Option<(Code, u8, String)> {
    let low = printed.to_lowercase();
    let low = low.trim().trim_start_matches("the ");
    let (word, rest) = low.split_once(' ')?;
    let by = match word {
        "last" | "past" => -1,
        "this" | "current" => 0,
        "next" | "coming" => 1,
        _ => return None,
    };
    if !matches!(rest, "financial year" | "fiscal year") {
        return None;
    }
    let mut found = sides.iter().filter_map(|code| {
        Some((
            *code,
            BEGINS.iter().find(|(own, ..)| code.as_str() == *own)?.1,
        ))
    });
    let (code, month) = found.next()?;
    if found.any(|(_, other)| other != month) {
        return None;
    }
    let current = published.year() - i32::from(published.month() < u32::from(month));
    let start = current + by;
    let edtf = format!("{start}-{month:02}/{}-{:02}", start + 1, month - 1);
    Some((code, month, edtf))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_called_by_the_one_in_which_it_ends_save_in_japan() {
        let edtf = |codes: [&str; 2], printed: &str| {
            let sides: Vec<Code> = codes.into_iter().filter_map(Code::parse).collect();
            named_by_one(&sides, printed).map(|(_, _, edtf)| edtf)
        };
        let ends = Some("2020-07/2021-06".to_owned());
        assert_eq!(edtf(["KEN", "LAO"], "FY21"), ends);
        assert_eq!(edtf(["KEN", "PAK"], "fiscal 2021"), ends);
        assert_eq!(edtf(["KEN", "IND"], "fiscal 2021"), None);
        let found = Some("2021-04/2022-03".to_owned());
        assert_eq!(edtf(["JPN", "LAO"], "fiscal 2021"), found);
        assert_eq!(edtf(["JPN", "LAO"], "2021"), None);
        assert_eq!(edtf(["KOR", "LAO"], "fiscal 2021"), None);
    }

    #[test]
    fn last_financial_year_is_counted_from_the_publication() {
        let edtf = |codes: [&str; 2], printed: &str, (year, month, day)| {
            let sides: Vec<Code> = codes.into_iter().filter_map(Code::parse).collect();
            let published = NaiveDate::from_ymd_opt(year, month, day)?;
            moved(&sides, printed, published).map(|(_, _, edtf)| edtf)
        };
        let found = Some("2023-07/2024-06".to_owned());
        assert_eq!(
            edtf(["AUS", "LAO"], "last financial year", (2024, 8, 1)),
            found
        );
        assert_eq!(
            edtf(["AUS", "LAO"], "the current fiscal year", (2024, 5, 1)),
            found
        );
        assert_eq!(
            edtf(["NOR", "LAO"], "last financial year", (2024, 8, 1)),
            None
        );
        assert_eq!(
            edtf(["AUS", "IND"], "last financial year", (2024, 8, 1)),
            None
        );
        assert_eq!(edtf(["AUS", "LAO"], "last year", (2024, 8, 1)), None);
    }

    #[test]
    fn the_year_of_a_country_that_counts_so_and_of_no_other() {
        let edtf = |codes: [&str; 2], printed: &str| {
            let sides: Vec<Code> = codes.into_iter().filter_map(Code::parse).collect();
            months(&sides, printed).map(|(_, _, edtf)| edtf)
        };
        let found = Some("2024-04/2025-03".to_owned());
        assert_eq!(edtf(["IND", "LAO"], "2024-25"), found);
        assert_eq!(edtf(["IND", "LAO"], "FY 2024-25"), found);
        assert_eq!(edtf(["IND", "LAO"], "the financial year 2024-25"), found);
        assert_eq!(edtf(["LAO", "RUS"], "2024-25"), None);
        assert_eq!(edtf(["IND", "PAK"], "2024-25"), None);
        assert_eq!(edtf(["IND", "KEN"], "2024-25"), found);
        let slash = Some("2024-07/2025-06".to_owned());
        assert_eq!(edtf(["IND", "KEN"], "2024/25"), slash);
        assert_eq!(edtf(["IND", "LAO"], "2024-26"), None);
        assert_eq!(edtf(["IND", "LAO"], "2024-2025"), None);
    }
}
