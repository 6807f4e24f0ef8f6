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
    ("%", &["%", "per cent", "percent", "pct"]),
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

/// The unit in one spelling: "t" for "metric tons", "USD/person" for "US$ per capita". One that is in no
/// known spelling is left as it is.
pub(crate) fn canonical(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(known) = known(&text) {
        return known.to_owned();
    }
    let parts = text.split_once('/').or_else(|| text.split_once(" per "));
    match parts {
        Some((_, of)) if of.trim().eq_ignore_ascii_case("cent") => text,
        Some((unit, of)) => format!("{}/{}", first(unit.trim()), each(of.trim())),
        None => first(&text),
    }
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
    use super::canonical;

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
