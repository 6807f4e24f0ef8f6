//! What a displayed date adds to the stored one: that it is about right, in doubt, a decade, open at
//! one end, or worked out. Read are the words that people write and those that the export writes.

use crate::dossier::date::MONTHS;

/// Seasons, by their first month and their number in EDTF.
const SEASONS: [(&str, &str, &str); 4] = [
    ("spring", "03", "21"),
    ("summer", "06", "22"),
    ("autumn", "09", "23"),
    ("winter", "12", "24"),
];

/// What a displayed date says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// The date with what is added, where something is.
    pub(super) edtf: Option<String>,
    /// Was it worked out rather than printed?
    pub(super) is_inferred: bool,
    /// Is that all that it says?
    pub(super) is_all: bool,
}

impl Told {
    /// Reads what is shown for the date from `first` to `last`.
    pub(super) fn read(display: &str, first: &str, last: Option<&str>) -> Self {
        let lower = display.trim().to_lowercase();
        let inner = lower
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let text = inner.unwrap_or(&lower);
        let plain = text.is_empty() || is_date(text, first, last) || bce(text).is_some();
        let edtf = hedged(text, first, last);
        let is_all = plain || edtf.is_some();
        Self {
            is_inferred: inner.is_some() && is_all,
            edtf,
            is_all,
        }
    }
}

/// The number of a year before our era, as in `45 BCE` and `15 March 44 BCE`.
pub(super) fn bce(display: &str) -> Option<i64> {
    let folded = display.trim().to_lowercase();
    let lower = folded.trim_start_matches('[').trim_end_matches(']');
    let number = lower
        .strip_suffix("bce")
        .or_else(|| lower.strip_suffix("bc"))?;
    number.split_whitespace().next_back()?.parse().ok()
}

/// The date with what is added; none where nothing is, or it is about another date.
fn hedged(text: &str, first: &str, last: Option<&str>) -> Option<String> {
    let is = |rest: &str| last.is_none() && is_date(rest.trim(), first, None);
    let about = [
        "~", "c. ", "c.", "ca. ", "ca.", "circa ", "about ", "around ",
    ];
    if about
        .iter()
        .filter_map(|start| text.strip_prefix(start))
        .any(is)
    {
        return Some(format!("{first}~"));
    }
    let doubt = ["?", "(uncertain)"];
    if doubt
        .iter()
        .filter_map(|end| text.strip_suffix(end))
        .any(is)
    {
        return Some(format!("{first}?"));
    }
    if text.strip_prefix("since ").is_some_and(is) {
        return Some(format!("{first}/.."));
    }
    if text.strip_prefix("until ").is_some_and(is) {
        return Some(format!("../{first}"));
    }
    decade(text, first, last).or_else(|| season(text, first, last))
}

/// `1990s`, `199X` for the year 1990, or the years from 1990 to 1999.
fn decade(text: &str, first: &str, last: Option<&str>) -> Option<String> {
    let begins = first.len() == 4 && first.ends_with('0');
    let stem = first.get(..3).filter(|_| begins)?;
    let whole = last.is_none_or(|last| last == format!("{stem}9"));
    let named = text == format!("{stem}0s") || text == format!("{stem}x");
    (whole && named).then(|| format!("{stem}X"))
}

/// `spring 2001` for the three months from March.
fn season(text: &str, first: &str, last: Option<&str>) -> Option<String> {
    last?;
    let (year, month) = first.split_once('-')?;
    let (name, _, number) = SEASONS.iter().find(|(_, start, _)| *start == month)?;
    (text == format!("{name} {year}")).then(|| format!("{year}-{number}"))
}

/// Is it that very date, as EDTF or as it is spoken of?
fn is_date(text: &str, first: &str, last: Option<&str>) -> bool {
    let Some(last) = last else {
        return text == first || text == spoken(first);
    };
    ["–", " - ", " to ", "/"].iter().any(|sign| {
        text.split_once(sign)
            .is_some_and(|(a, b)| is_date(a.trim(), first, None) && is_date(b.trim(), last, None))
    })
}

/// `5 march 2018`, `march 2018`.
fn spoken(edtf: &str) -> String {
    let parts: Vec<_> = edtf.split('-').collect();
    let month = |number: &str| {
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        MONTHS.get(at).copied()
    };
    let words = match parts.as_slice() {
        [year, number] => month(number).map(|month| format!("{month} {year}")),
        [year, number, day] => {
            month(number).map(|month| format!("{} {month} {year}", day.trim_start_matches('0')))
        }
        _ => None,
    };
    words.unwrap_or_else(|| edtf.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_adds_to_what_is_stored() {
        for (display, first, last, edtf, inferred, all) in [
            ("", "1975", None, "", false, true),
            ("1975", "1975", None, "", false, true),
            ("March 1975", "1975-03", None, "", false, true),
            ("5 March 2018", "2018-03-05", None, "", false, true),
            ("c. 1975", "1975", None, "1975~", false, true),
            ("~1975", "1975", None, "1975~", false, true),
            ("about 1975", "1975", None, "1975~", false, true),
            ("2018 ?", "2018", None, "2018?", false, true),
            (
                "5 March 2018 (uncertain)",
                "2018-03-05",
                None,
                "2018-03-05?",
                false,
                true,
            ),
            ("since 2021", "2021", None, "2021/..", false, true),
            ("until 1991", "1991", None, "../1991", false, true),
            ("1990s", "1990", None, "199X", false, true),
            ("1990s", "1990", Some("1999"), "199X", false, true),
            ("199X", "1990", None, "199X", false, true),
            (
                "spring 2001",
                "2001-03",
                Some("2001-05"),
                "2001-21",
                false,
                true,
            ),
            ("1953 – 1975", "1953", Some("1975"), "", false, true),
            ("[2016]", "2016", None, "", true, true),
            ("[about 2016]", "2016", None, "2016~", true, true),
            ("45 BCE", "-0044", None, "", false, true),
            ("[15 March 44 BCE]", "-0043-03-15", None, "", true, true),
            ("Summer of 1975", "1975", None, "", false, false),
            ("c. 1974", "1975", None, "", false, false),
            ("[2017]", "2016", None, "", false, false),
        ] {
            let expected = Told {
                edtf: Some(edtf.to_owned()).filter(|edtf| !edtf.is_empty()),
                is_inferred: inferred,
                is_all: all,
            };
            assert_eq!(Told::read(display, first, last), expected, "{display}");
        }
        assert_eq!(
            (bce("500 BCE"), bce("500"), bce("BC")),
            (Some(500), None, None)
        );
    }
}
