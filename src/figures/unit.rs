//! Units in one spelling, as they are compared. How a unit is shown is left as it was printed.

/// A unit and its other spellings, in small letters.
const SPELLINGS: &[(&str, &[&str])] = &[
    (
        "USD",
        &["usd", "us$", "$", "us dollar", "us dollars", "u.s. dollars"],
    ),
    ("EUR", &["eur", "€", "euro", "euros"]),
    ("RUB", &["rub", "₽", "ruble", "rubles", "rouble", "roubles"]),
    ("CNY", &["cny", "rmb", "yuan", "renminbi"]),
    ("JPY", &["jpy", "yen"]),
    ("THB", &["thb", "baht"]),
    ("LAK", &["lak", "kip"]),
    (
        "percentage-points",
        &["percentage points", "percentage point", "pp", "p.p."],
    ),
    ("persons", &["persons", "person", "people", "inhabitants"]),
    ("households", &["households", "household"]),
    (
        "t",
        &[
            "t",
            "ton",
            "tons",
            "tonne",
            "tonnes",
            "metric ton",
            "metric tons",
            "metric tonnes",
        ],
    ),
    ("kg", &["kg", "kilogram", "kilograms", "kilogrammes"]),
    ("ha", &["ha", "hectare", "hectares"]),
    (
        "km2",
        &[
            "km2",
            "km²",
            "sq km",
            "sq. km",
            "square kilometres",
            "square kilometers",
        ],
    ),
    ("m3", &["m3", "m³", "cubic metres", "cubic meters", "cu m"]),
    (
        "km",
        &["km", "kilometre", "kilometres", "kilometer", "kilometers"],
    ),
    ("MW", &["mw", "megawatt", "megawatts"]),
    ("GW", &["gw", "gigawatt", "gigawatts"]),
    ("MWh", &["mwh", "megawatt hours"]),
    ("GWh", &["gwh", "gigawatt hours"]),
    ("TWh", &["twh", "terawatt hours"]),
    ("barrels", &["barrels", "barrel", "bbl"]),
    ("l", &["l", "litre", "litres", "liter", "liters"]),
];

/// How the second part of a unit says "for each person".
const HEADS: [&str; 4] = ["person", "head", "capita", "inhabitant"];

/// Units of rates in the code lists of SDMX, as statistical offices use them.
const RATE_CODES: &[(&str, &str)] = &[
    ("PC", "%"),
    ("PT", "%"),
    ("PCT", "%"),
    ("PERCENT", "%"),
    ("PCCH", "%"),
    ("PA", "% per annum"),
    ("PCPA", "% per annum"),
    ("GR", "% growth"),
    ("GRW", "% growth"),
    ("PC_GDP", "% of GDP"),
    ("PT_GDP", "% of GDP"),
    ("PT_B1GQ", "% of GDP"),
    ("PC_GNI", "% of GNI"),
    ("PCH_PRE", "% change on previous period"),
    ("RT_PRE", "% change on previous period"),
    ("PCH_SM", "% change on same period of previous year"),
    ("PCH_SAME", "% change on same period of previous year"),
    ("RT_SM", "% change on same period of previous year"),
];

/// How codes of other rates begin: `PC_ACT` is the per cent of the active population.
const RATE_HEADS: [&str; 6] = ["PC_", "PT_", "PCT_", "PCH_", "PCCH_", "RCH_"];

/// The unit of a rate that stands in a file as a code: "% of GDP" for `PC_GDP`, `% (PC_ACT)` for one
/// that only begins as such codes do. None for what is no code of a rate.
pub(crate) fn coded_rate(code: &str) -> Option<String> {
    let known = RATE_CODES.iter().find(|(known, _)| *known == code);
    if let Some((_, unit)) = known {
        return Some((*unit).to_owned());
    }
    let is_code = code
        .bytes()
        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    let begins = RATE_HEADS.iter().any(|head| code.starts_with(head));
    (is_code && begins).then(|| format!("% ({code})"))
}

/// Does a unit count per cent or percentage points: "%", "annual % growth", "percent of GNI", `PC_GDP`?
pub(crate) fn is_rate(text: &str) -> bool {
    let unit = canonical(text);
    unit.contains('%') || unit == "percentage-points"
}

/// Does a unit count from a zero that is no nothing, as degrees of temperature do? Then twice as many are
/// not twice as much.
pub(crate) fn is_relative(text: &str) -> bool {
    let low = text.trim().to_lowercase();
    let scales = ["c", "f", "celsius", "fahrenheit"];
    let rest = ["degrees", "degree", "deg.", "°"]
        .iter()
        .find_map(|word| low.strip_prefix(word));
    rest.is_some_and(|scale| scales.contains(&scale.trim()))
}

/// The unit in one spelling: "t" for "metric tons", "USD/person" for "US$ per capita". One that is in no
/// known spelling is left as it is.
pub(crate) fn canonical(text: &str) -> String {
    let text = coded_rate(text.trim()).unwrap_or_else(|| with_signs(text));
    if let Some(known) = known(&text) {
        return known.to_owned();
    }
    let parts = text.split_once('/').or_else(|| text.split_once(" per "));
    match parts {
        Some((unit, of)) => format!("{}/{}", first(unit.trim()), each(of.trim())),
        None => first(&text),
    }
}

/// With the sign for the words "per cent", "percent", "percentage" and "pct", and single blanks.
/// Percentage points are none.
pub(crate) fn with_signs(text: &str) -> String {
    let mut words = text.split_whitespace().peekable();
    let mut all = Vec::new();
    while let Some(word) = words.next() {
        let next = words
            .peek()
            .map_or_else(String::new, |next| next.to_lowercase());
        let is_sign = match word.to_lowercase().as_str() {
            "per" if next == "cent" => words.next().is_some(),
            "percent" | "percentage" | "pct" => !next.starts_with("point"),
            _ => false,
        };
        all.push(if is_sign { "%" } else { word });
    }
    all.join(" ")
}

fn known(text: &str) -> Option<&'static str> {
    let low = text.to_lowercase().replace(['-', '_'], " ");
    let mut table = SPELLINGS.iter();
    let row = table.find(|(_, spellings)| spellings.contains(&low.as_str()))?;
    Some(row.0)
}

/// A unit that begins with a known one: "% of GDP" for "per cent of GDP", "USD PPP" for "US$ PPP".
fn first(text: &str) -> String {
    if let Some(known) = known(text) {
        return known.to_owned();
    }
    let blanks = text.match_indices(' ').map(|(at, _)| at);
    let begins = blanks
        .rev()
        .find_map(|at| Some((known(&text[..at])?, &text[at..])));
    begins.map_or_else(|| text.to_owned(), |(unit, rest)| format!("{unit}{rest}"))
}

fn each(text: &str) -> String {
    let low = text.to_lowercase();
    if HEADS.contains(&low.as_str()) {
        "person".to_owned()
    } else {
        known(text).unwrap_or(text).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{canonical, is_rate};

    #[test]
    fn a_rate_is_known_by_words_sign_and_code() {
        for unit in [
            "annual % growth",
            "percent of GNI",
            "pct",
            "PCPA",
            "PCH_PRE",
            "pp",
        ] {
            assert!(is_rate(unit), "{unit}");
        }
        for unit in ["USD", "cents", "per 1,000 people", "PCS", "pc_gdp", ""] {
            assert!(!is_rate(unit), "{unit}");
        }
    }

    #[test]
    fn one_unit_has_one_spelling() {
        for (unit, spellings) in [
            ("t", &["t", "tonnes", "Metric tons", "tonne"][..]),
            ("ha", &["ha", "hectares", " Hectare "]),
            ("km2", &["km²", "sq km", "square kilometres"]),
            (
                "% of GDP",
                &["% of GDP", "per cent of GDP", "percent of GDP"],
            ),
            (
                "USD/person",
                &["US$ per capita", "USD/head", "usd / person"],
            ),
            ("USD PPP/person", &["USD PPP/person", "US$ PPP per head"]),
            ("USD/t", &["US$ per tonne", "USD/t"]),
            (
                "percentage-points",
                &["percentage-points", "Percentage points", "pp"],
            ),
            (
                "% of GNI",
                &["% of GNI", "pct of GNI", "Percentage of GNI", "PC_GNI"],
            ),
            (
                "%",
                &["%", "per cent", "Percent", "pct", "percentage", "PT"],
            ),
            (
                "annual % growth",
                &["annual % growth", "annual percent growth"],
            ),
            ("% (PC_ACT)", &["PC_ACT"]),
            ("PCS", &["PCS"]),
            ("bombs", &["bombs"]),
            ("USD constant 2015", &["USD constant 2015"]),
            ("", &[""]),
        ] {
            for spelling in spellings {
                assert_eq!(canonical(spelling), unit, "{spelling}");
            }
        }
    }
}
