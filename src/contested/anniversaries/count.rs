//! The numbers by which titles count: years of an anniversary, meetings of one name.

use std::ops::Range;

use crate::extract::{Value, numerals, ordinals};
use crate::figures::key::folded;

/// What is behind a number that is a part of somebody's title: "First Deputy Prime Minister".
const RANKS: [&str; 4] = ["deputy", "vice", "lady", "secretary"];

/// What is counted anew each time: the second round of one negotiation may be long before the first of
/// another.
const RESTARTING: [&str; 12] = [
    "round", "rounds", "phase", "stage", "leg", "half", "quarter", "day", "part", "reading",
    "tranche", "batch",
];

/// Anniversaries with a name of their own, the longer ones first, and their years.
const CENTURIES: [(&str, i32); 8] = [
    ("bicentenary", 200),
    ("bicentennial", 200),
    ("sesquicentennial", 150),
    ("centenary", 100),
    ("centennial", 100),
    ("half a century of", 50),
    ("half-century of", 50),
    ("quarter of a century of", 25),
];

/// The number in "65th anniversary", "sixtieth anniversary", "65-year anniversary", "65 years of
/// relations".
pub(super) fn counted(text: &str) -> Option<i32> {
    let low = text.to_lowercase();
    if let Some((_, count)) = CENTURIES.iter().find(|(name, _)| low.contains(name)) {
        return Some(*count);
    }
    let anniversary = low.find("anniversar");
    // Numbers are read only where one could be of years.
    if anniversary.is_none() && !low.contains("years ") {
        return None;
    }
    let before = |end: usize| anniversary.is_some_and(|at| end <= at && at - end <= 12);
    let ordinal = ordinals(text)
        .into_iter()
        .rfind(|(range, _)| before(range.end))
        .map(|(_, count)| count);
    let years = || {
        numerals(text).into_iter().find_map(|numeral| {
            let Value::Exact(number) = numeral.value else {
                return None;
            };
            let rest = low.get(numeral.range.end..)?.trim_start_matches([' ', '-']);
            let is_span = rest.starts_with("years of ") || rest.starts_with("years since ");
            let named = rest.starts_with("year") && before(numeral.range.end);
            (is_span || named)
                .then(|| number.value())
                .filter(|n| n.fract() == 0.0)
        })
    };
    let count = ordinal.map(f64::from).or_else(years)?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and below a thousand"
    )]
    (1.0..1000.0).contains(&count).then_some(count as i32)
}

/// The number by which a title counts what it names, and its place: "7th session". That of an
/// anniversary counts years, and that of a round only the rounds of one matter.
pub(in crate::contested) fn number(title: &str) -> Option<(Range<usize>, u32)> {
    let first = ordinals(title).into_iter().next()?;
    let behind = folded(&title[first.0.end..]);
    let next = behind.split(' ').next().unwrap_or_default();
    let counts_nothing = RANKS.contains(&next) || RESTARTING.contains(&next);
    (counted(title).is_none() && !counts_nothing).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn anniversaries_are_counted_in_figures_and_in_words() {
        for (text, count) in [
            ("65th anniversary year of relations", Some(65)),
            ("the 1st anniversary", Some(1)),
            ("Sixtieth anniversary of relations", Some(60)),
            ("the sixty-fifth anniversary", Some(65)),
            ("50-year anniversary", Some(50)),
            ("50 years anniversary", Some(50)),
            ("65 years of relations celebrated", Some(65)),
            ("sixty years of friendship", Some(60)),
            ("Half a century of relations celebrated", Some(50)),
            ("Centenary of diplomatic relations", Some(100)),
            ("Bicentenary of relations", Some(200)),
            ("half a century ago", None),
            ("the anniversary of 1960", None),
            ("19th meeting of senior officials", None),
            ("a plan for 5 years", None),
            ("8th forum of partners, held for the anniversary", None),
        ] {
            assert_eq!(counted(text), count, "{text}");
        }
    }
}
