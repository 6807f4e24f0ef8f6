//! Weights and measures: "tonnes", "terawatt-hours", "38,500t".

use crate::extract::word::Words;

/// "terawatt-hours"
pub(super) fn energy(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    let unit = match words.low(at) {
        "terawatt" => "TWh",
        "gigawatt" => "GWh",
        "megawatt" => "MWh",
        "kilowatt" => "kWh",
        _ => return None,
    };
    let hours = at + 1 + usize::from(words.low(at + 1) == "-");
    matches!(words.low(hours), "hour" | "hours").then_some((unit, hours + 1))
}

/// "38,500t of cargo", "118 t of hydrogen", "250,000 t/yr"
pub(super) fn short_tonnes(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    let weighs = words.is_glued(at) || matches!(words.low(at + 1), "of" | "/");
    let yearly = words.low(at + 1) == "/" && matches!(words.low(at + 2), "yr" | "year" | "y" | "a");
    let end = at + 1 + if yearly { 2 } else { 0 };
    (words.low(at) == "t" && weighs).then_some(("tonnes", end))
}

/// The unit of a word.
pub(super) fn physical(low: &str) -> Option<&'static str> {
    Some(match low {
        "tonne" | "tonnes" | "ton" | "tons" | "тонн" | "тонны" | "тонна" | "tonnen" => {
            "tonnes"
        }
        "kg" | "kilogram" | "kilograms" | "kilogrammes" | "кг" | "килограммов" => "kg",
        "km"
        | "kilometre"
        | "kilometres"
        | "kilometer"
        | "kilometers"
        | "км"
        | "километров"
        | "километра" => "km",
        "metre" | "metres" | "meter" | "meters" | "метров" => "m",
        "mile" | "miles" => "miles",
        "ha" | "hectare" | "hectares" | "га" | "гектаров" | "гектара" | "hektar" => {
            "ha"
        }
        "acre" | "acres" => "acres",
        "barrel" | "barrels" | "баррелей" | "барреля" | "barils" => "barrels",
        "bcm" => "bcm",
        "kw" | "kilowatt" | "kilowatts" | "квт" => "kW",
        "mw" | "megawatt" | "megawatts" | "мвт" | "мегаватт" | "mégawatts" => "MW",
        "gw" | "gigawatt" | "gigawatts" | "гвт" => "GW",
        "bottle" | "bottles" => "bottles",
        "kwh" => "kWh",
        "mwh" => "MWh",
        "gwh" => "GWh",
        "twh" => "TWh",
        "litre" | "litres" | "liter" | "liters" | "литров" => "litres",
        _ => return None,
    })
}
