//! "2024-25": the financial year of a country whose statistics count in such years.

use chrono::Month;

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
pub(super) fn year(dossier: &Dossier, printed: &str) -> Option<Date> {
    let sides: Vec<Code> = dossier.about.sides.iter().map(|side| side.code).collect();
    let (code, month, edtf) = months(&sides, printed)?;
    let begins = Month::try_from(month).ok()?;
    let why = format!(
        "the financial year of {}, {} to {}",
        dossier.country(code),
        begins.name(),
        begins.pred().name()
    );
    Date::inferred(Some(&edtf), (None, None), &why).ok()
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

#[cfg(test)]
mod tests {
    use super::*;

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
