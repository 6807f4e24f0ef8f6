//! What the name of an indicator says of its unit: `GDP (current US$)`, `Exports (in US$ Mil)`.

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
    let Some(inside) = last_brackets(label) else {
        return Measure {
            unit: of_people(label),
            ..Measure::default()
        };
    };
    let lower = inside.to_lowercase();
    let is_growth = lower == "annual %" && label.to_lowercase().contains("growth")
        || lower == "%" && label.to_lowercase().contains("growth");
    let scale = scale(&lower);
    let unit = match lower.as_str() {
        "%" | "annual %" | "percent" | "percentage" => "%".to_owned(),
        _ if lower.contains("us$") => dollars(inside),
        _ => inside.to_owned(),
    };
    Measure {
        unit: Some(unit),
        scale,
        is_growth,
    }
}

/// What stands in the last pair of brackets.
fn last_brackets(label: &str) -> Option<&str> {
    let close = label.rfind(')')?;
    let open = label[..close].rfind('(')?;
    let inside = label[open + 1..close].trim();
    (!inside.is_empty()).then_some(inside)
}

/// `Population, total` is counted in people.
fn of_people(label: &str) -> Option<String> {
    let people = [
        "Population, total",
        "Population, female",
        "Population, male",
        "Urban population",
        "Rural population",
    ];
    people.contains(&label).then(|| "persons".to_owned())
}

/// The power of ten of a word such as `US$ Thousand` or `US$ Mil`.
fn scale(inside: &str) -> i8 {
    let mut words = inside.split(|c: char| !c.is_alphanumeric() && c != '$');
    let found = words.find_map(|word| match word {
        "thousand" | "thousands" => Some(3),
        "mil" | "million" | "millions" => Some(6),
        "billion" | "billions" => Some(9),
        _ => None,
    });
    found.unwrap_or(0)
}

/// Current dollars are dollars; those of a year or in another sense say so.
fn dollars(inside: &str) -> String {
    let lower = inside.to_lowercase();
    if let Some(constant) = lower.split("constant ").nth(1) {
        let year: String = constant.chars().take_while(char::is_ascii_digit).collect();
        return format!("USD of {year}");
    }
    "USD".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_is_in_the_name() {
        for (label, unit, scale, is_growth) in [
            ("GDP (current US$)", Some("USD"), 0, false),
            ("GDP (constant 2015 US$)", Some("USD of 2015"), 0, false),
            ("GDP growth (annual %)", Some("%"), 0, true),
            ("Inflation, consumer prices (annual %)", Some("%"), 0, false),
            ("Trade (% of GDP)", Some("% of GDP"), 0, false),
            ("GDP (current US$ Mil)", Some("USD"), 6, false),
            ("Exports (in US$ Mil)", Some("USD"), 6, false),
            (
                "Trade (US$ Mil)-Top 5 Export Partner",
                Some("USD"),
                6,
                false,
            ),
            ("Duty Free Imports (US$ Thousand)", Some("USD"), 3, false),
            ("Export Product share(%)", Some("%"), 0, false),
            ("Country Growth (%)", Some("%"), 0, true),
            (
                "Life expectancy at birth, total (years)",
                Some("years"),
                0,
                false,
            ),
            ("Population, total", Some("persons"), 0, false),
            ("No. Of Export partners", None, 0, false),
            ("Odd ()", None, 0, false),
            ("Odd )(", None, 0, false),
        ] {
            let unit = unit.map(ToOwned::to_owned);
            assert_eq!(
                measure(label),
                Measure {
                    unit,
                    scale,
                    is_growth
                },
                "{label}"
            );
        }
    }
}
