//! What the name of an indicator says of its unit: `GDP (current US$)`, `Exports (in US$ Mil)`.
//!
//! Units are read from a closed list: dollars, per cent, people, and words for a power of ten that
//! stand with dollars or alone. Whatever else is in the brackets is the unit in the words of the
//! name, and says no scale: `LCU per US$` are no dollars, and `million ton-km` are counted in those.

use crate::figures::unit::with_signs;

/// The unit of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Measure {
    /// USD, %, …; none where the name tells none.
    pub(super) unit: Option<String>,
    /// The power of ten of its figures.
    pub(super) scale: i8,
    /// Is it the growth from one year to the next?
    pub(super) is_growth: bool,
}

/// Reads the name of an indicator.
pub(super) fn measure(label: &str) -> Measure {
    let mut scale = 0;
    let mut unit = across(label);
    // The last brackets tell the unit, unless they say how it was estimated, at which prices, or only
    // the power of ten.
    for (inside, rest) in brackets(label).into_iter().rev() {
        if unit.is_some() {
            break;
        }
        match power(&inside.to_lowercase()) {
            Some(power) => scale = power,
            None if is_aside(inside) || is_basis(inside) || is_name(inside, rest) => {}
            None => unit = Some(inside.to_owned()),
        }
    }
    let Some(inside) = unit else {
        let last = label.rsplit(',').next().unwrap_or_default();
        let is_bare = brackets(label).is_empty() && is_per_cent(last);
        return Measure {
            unit: of_people(label).or_else(|| is_bare.then(|| "%".to_owned())),
            scale,
            is_growth: is_bare && is_growth(label),
        };
    };
    let last = inside.rsplit(',').next().unwrap_or_default();
    if is_per_cent(last) {
        return Measure {
            unit: Some("%".to_owned()),
            scale,
            is_growth: is_growth(label),
        };
    }
    let words = with_signs(&inside);
    let (unit, own) = dollars(&inside.to_lowercase()).unwrap_or((words, 0));
    Measure {
        unit: Some(unit),
        scale: scale + own,
        is_growth: false,
    }
}

/// A unit that goes on behind its brackets, up to the end of the name: `kg of oil equivalent per $1,000
/// GDP (constant 2017 PPP)`.
fn across(label: &str) -> Option<String> {
    let (at, _) = label.match_indices(')').find(|(at, _)| {
        let rest = label[at + 1..].trim_start();
        rest.starts_with("per ")
    })?;
    let (_, inside) = label[..at].rsplit_once('(')?;
    Some(format!("{} {}", inside.trim(), label[at + 1..].trim()))
}

/// Words beside the sign that say no more than that a rate is one of change over a year.
const OF_CHANGE: [&str; 7] = [
    "annual", "average", "in", "growth", "change", "rate", "yearly",
];

/// Nothing but per cent: `%`, `annual %`, `annual % growth`, `pct`.
fn is_per_cent(words: &str) -> bool {
    let low = with_signs(&words.to_lowercase());
    let mut parts = low.split(' ').filter(|part| !OF_CHANGE.contains(part));
    parts.next() == Some("%") && parts.next().is_none()
}

fn is_growth(label: &str) -> bool {
    label.to_lowercase().contains("growth")
}

/// What stands in brackets, from first to last, each with what is behind it up to the next ones.
fn brackets(label: &str) -> Vec<(&str, &str)> {
    let pairs = label.split('(').skip(1);
    let inside = pairs.filter_map(|part| part.split_once(')'));
    let inside = inside.map(|(inside, rest)| (inside.trim(), rest));
    inside.filter(|(inside, _)| !inside.is_empty()).collect()
}

/// Brackets within the words of a name, which explain them: "PPP conversion factor (GDP) to market exchange
/// rate". Money and per cent are units wherever they are.
fn is_name(inside: &str, rest: &str) -> bool {
    let goes_on = rest.trim_start().starts_with(char::is_alphabetic);
    let is_unit = || dollars(&inside.to_lowercase()).is_some() || with_signs(inside).contains('%');
    goes_on && !is_unit()
}

/// Brackets that say how a figure was found, not what it is counted in.
fn is_aside(inside: &str) -> bool {
    let lower = inside.to_lowercase();
    lower.ends_with("estimate") || lower.ends_with("estimates")
}

/// Brackets that say at which prices, and not in which money: `constant 2017 PPP`.
fn is_basis(inside: &str) -> bool {
    let words = inside.split_whitespace();
    let known = ["constant", "current", "ppp", "prices", "base", "year"];
    let mut lower = words.map(str::to_lowercase);
    lower.all(|word| known.contains(&word.as_str()) || is_year(&word))
}

/// `Population, total` is counted in people.
fn of_people(label: &str) -> Option<String> {
    let people = [
        "Population",
        "Population, total",
        "Population, female",
        "Population, male",
        "Urban population",
        "Rural population",
    ];
    let bare = label.split('(').next().unwrap_or(label).trim();
    people.contains(&bare).then(|| "persons".to_owned())
}

/// The power of ten of a word that says nothing else.
fn power(word: &str) -> Option<i8> {
    Some(match word.strip_prefix("in ").unwrap_or(word) {
        "thousand" | "thousands" => 3,
        "mil" | "mill" | "mn" | "million" | "millions" => 6,
        "bil" | "bn" | "billion" | "billions" => 9,
        "trillion" | "trillions" => 12,
        _ => return None,
    })
}

/// Dollars and their power of ten, in lower case: current ones, or those of a year. Behind a comma
/// may stand an abbreviation of the statistics (`DOD, current US$`) or the power. None where any
/// other word stands there too.
fn dollars(lower: &str) -> Option<(String, i8)> {
    let mut unit = None;
    let mut scale = 0;
    for part in lower.split(',').map(str::trim) {
        if let Some((dollars, own)) = one_dollars(part) {
            unit = Some(dollars);
            scale += own;
        } else if let Some(power) = power(part) {
            scale += power;
        } else if !STATISTICS.contains(&part) {
            return None;
        }
    }
    unit.map(|unit| (unit, scale))
}

/// What the World Bank puts before the unit: balance of payments, debt outstanding and disbursed,
/// net financial flows, transactions, commitments, reserves with gold.
const STATISTICS: [&str; 10] = [
    "bop",
    "dod",
    "nfl",
    "ntr",
    "nto",
    "dis",
    "com",
    "amt",
    "int",
    "includes gold",
];

/// `current us$`, `constant 2015 us$`, `in us$ mil`, `millions of us$`.
fn one_dollars(part: &str) -> Option<(String, i8)> {
    let mut unit = None;
    let mut year = None;
    let mut scale = 0;
    let mut words = part.split_whitespace().peekable();
    while let Some(word) = words.next() {
        match word {
            "us$" | "usd" if unit.is_none() => unit = Some("USD"),
            "current" | "in" | "of" => {}
            "constant" => year = Some(words.next_if(|next| is_year(next))?),
            _ => scale += power(word)?,
        }
    }
    let unit = match year {
        Some(year) => format!("{} of {year}", unit?),
        None => unit?.to_owned(),
    };
    Some((unit, scale))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cases: &[(&str, Option<&str>, i8, bool)]) {
        for (label, unit, scale, is_growth) in cases {
            let expected = Measure {
                unit: unit.map(ToOwned::to_owned),
                scale: *scale,
                is_growth: *is_growth,
            };
            assert_eq!(measure(label), expected, "{label}");
        }
    }

    #[test]
    fn the_unit_is_in_the_name() {
        check(&[
            ("GDP (current US$)", Some("USD"), 0, false),
            ("GDP (constant 2015 US$)", Some("USD of 2015"), 0, false),
            ("GDP (current US$ Mil)", Some("USD"), 6, false),
            ("Exports (in US$ Mil)", Some("USD"), 6, false),
            ("Exports (US$, millions)", Some("USD"), 6, false),
            ("Exports (millions of US$)", Some("USD"), 6, false),
            (
                "Trade (US$ Mil)-Top 5 Export Partner",
                Some("USD"),
                6,
                false,
            ),
            ("Duty Free Imports (US$ Thousand)", Some("USD"), 3, false),
            (
                "Life expectancy at birth, total (years)",
                Some("years"),
                0,
                false,
            ),
            ("Population, total", Some("persons"), 0, false),
            ("Population (thousands)", Some("persons"), 3, false),
            ("Households (thousands)", None, 3, false),
            ("No. Of Export partners", None, 0, false),
            ("Odd )(", None, 0, false),
            (
                "External debt stocks, total (DOD, current US$) (millions)",
                Some("USD"),
                6,
                false,
            ),
            (
                "Imports of services (BoP, current US$)",
                Some("USD"),
                0,
                false,
            ),
            ("Energy use (constant 2017 PPP)", None, 0, false),
            ("Ratio of prices (GDP) to the market rate", None, 0, false),
            ("Debt (PPG) service to exports", None, 0, false),
            (
                "Deaths (per 1,000 births), infants",
                Some("per 1,000 births"),
                0,
                false,
            ),
            ("Imports (US$ Mil) from partners", Some("USD"), 6, false),
            ("Share (% of GDP) of aid", Some("% of GDP"), 0, false),
            (
                "Energy use (kg of oil equivalent) per $1,000 GDP (constant 2017 PPP)",
                Some("kg of oil equivalent per $1,000 GDP (constant 2017 PPP)"),
                0,
                false,
            ),
        ]);
    }

    #[test]
    fn rates_are_per_cent_in_whatever_words() {
        let rate = Some("%");
        check(&[
            ("GDP growth (annual %)", rate, 0, true),
            ("Exports (annual % growth)", rate, 0, true),
            ("Country Growth (%)", rate, 0, true),
            ("Inflation, consumer prices (annual %)", rate, 0, false),
            ("Export Product share(%)", rate, 0, false),
            (
                "Spread (lending rate minus deposit rate, %)",
                rate,
                0,
                false,
            ),
            ("Births attended by staff (pct)", rate, 0, false),
            ("Renewable energy share, percentage", rate, 0, false),
            ("Trade (% of GDP)", Some("% of GDP"), 0, false),
            ("Savings (percent of GNI)", Some("% of GNI"), 0, false),
            (
                "Headcount (2017 PPP) (% of population)",
                Some("% of population"),
                0,
                false,
            ),
            (
                "Unemployment, total (% of total labor force) (modeled ILO estimate)",
                Some("% of total labor force"),
                0,
                false,
            ),
        ]);
    }

    /// What is not in the list is the words of the name, and no power of ten.
    #[test]
    fn a_unit_that_is_not_known_keeps_its_words() {
        for words in [
            "LCU per US$, period average",
            "LCU per US$, end of period",
            "US$ per liter",
            "current US$ per capita",
            "million ton-km",
            "million passenger-km",
            "thousand metric tons",
            "per million people",
            "constant LCU",
            "current LCU, millions",
            "constant 2021 international $",
            "current US$ thousand per worker",
            "1 US$ = LCU",
            "billion cubic meters",
            "2015 US$ per kg of oil equivalent",
        ] {
            let found = measure(&format!("Something (total) ({words})"));
            assert_eq!(
                (found.unit.as_deref(), found.scale, found.is_growth),
                (Some(words), 0, false)
            );
        }
    }
}
