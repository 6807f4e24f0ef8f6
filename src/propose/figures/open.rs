//! The series of a figure that no rule knows, titled in the words of its clause.

use crate::dossier::series::SeriesKind;
use crate::dossier::{Actor, Code, Number, Series, Text};
use crate::extract::amount::{ChangeRole, Open, Unit};
use crate::extract::{Basis, Confidence};
use crate::propose::context::Context;
use crate::propose::measure::blank;

/// What is proposed for a person to look at.
pub(super) const OPEN: Basis = Basis::new(
    "open-figure",
    Confidence::Unsure,
    "no rule knows what it measures; its title is in the words of its clause",
);

/// The series of a figure, without an id; none where it is not of the two countries.
pub(super) fn series(context: &Context<'_>, open: &Open, scale: i8) -> Option<Series> {
    let sides = context.dossier.about.codes();
    let foreign = open.countries.iter().any(|code| !sides.contains(code));
    if sides.len() != 2 || foreign && !sides.iter().all(|code| open.countries.contains(code)) {
        return None;
    }
    let (kind, what, unit) = measure(context, open, &sides)?;
    let mut series = blank(kind, None);
    series.title = title(context, open, (what, &unit), &sides);
    series.unit = Some(Text::new(&unit));
    series.scale = scale;
    let name = &open.name;
    let is_named = |code: &&Code| name.named.contains(code) || name.others.contains(code);
    let mut named = sides.iter().filter(is_named);
    series.reporter = named.next().copied().map(Actor::Country);
    series.partner = named.next().copied().map(Actor::Country);
    Some(series)
}

/// The kind of series, what its title begins with, and its unit.
fn measure(
    context: &Context<'_>,
    open: &Open,
    sides: &[Code],
) -> Option<(SeriesKind, &'static str, String)> {
    let change = open.amount.change.map(|change| change.role);
    let by = change == Some(ChangeRole::By);
    let level = SeriesKind::Indicator;
    let text = |text: &str| text.to_owned();
    Some(match open.amount.unit {
        Unit::Percent | Unit::Share if by => (SeriesKind::Growth, "Change", text("%")),
        Unit::Percent | Unit::Share => (level, "Share", text("%")),
        Unit::Money(currency) => {
            let code = currency.code.or_else(|| currency.code_of_sides(sides))?;
            (level, if by { "Difference" } else { "Sum" }, text(code))
        }
        Unit::Times => (level, "Multiple", text("times")),
        Unit::Measure("tonnes") => (level, "Weight", text("tonnes")),
        Unit::Measure(_) | Unit::Things if open.people => (level, "", text("persons")),
        Unit::Measure(unit) => match head(context, open) {
            Some(head) => (level, "Quantity", head),
            None => (level, "", text(unit)),
        },
        Unit::Things => (level, "", head(context, open)?),
        Unit::PercentagePoints | Unit::BasisPoints => return None,
    })
}

/// The noun that is counted, or the unit, as printed.
fn head(context: &Context<'_>, open: &Open) -> Option<String> {
    Some(context.words(open.head.as_ref()?).to_lowercase())
}

/// "Share of copper in Zambian exports", "Flights a week: Moldova", "Cashew nuts, weight".
fn title(context: &Context<'_>, open: &Open, (what, unit): (&str, &str), sides: &[Code]) -> Text {
    let name = &open.name;
    let (thing, whole) = (name.thing.as_str(), name.whole.as_str());
    let words = match what {
        _ if thing.is_empty() && whole.is_empty() => bare(what, unit, &name.beside),
        "Share" if name.is_plain => thing.to_owned(),
        "Share" if whole.is_empty() => format!("Share of {thing}"),
        "Share" if thing.is_empty() => format!("Share in {whole}"),
        "Share" => format!("Share of {thing} in {whole}"),
        "Change" => format!("{thing}, growth"),
        "Quantity" => format!("{thing}, {unit}"),
        "" => thing.to_owned(),
        _ if name.is_plain => thing.to_owned(),
        _ => format!("{thing}, {}", what.to_lowercase()),
    };
    let others = sides.iter().filter(|code| name.others.contains(code));
    let others: Vec<_> = others.map(|code| context.dossier.country(*code)).collect();
    let end = if others.is_empty() {
        String::new()
    } else {
        format!(": {}", others.join(", "))
    };
    Text::new(&format!("{}{end}", capital(&words)))
}

/// The kind of figure, and the words beside it: nothing says what it is of.
fn bare(what: &str, unit: &str, beside: &str) -> String {
    let what = if matches!(what, "" | "Quantity") {
        unit
    } else {
        what
    };
    if beside.is_empty() {
        return what.to_owned();
    }
    let joins = ["of ", "for ", "from "]
        .iter()
        .any(|joint| beside.starts_with(joint));
    let comma = if joins { "" } else { "," };
    format!("{what}{comma} {beside}")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A fraction as a percentage, in whole percent: two thirds are 67.
pub(super) fn percent(over: u32, under: u32) -> Option<Number> {
    let share = f64::from(over) * 100.0 / f64::from(under.max(1));
    (share <= 1000.0).then(|| Number::parse(&format!("{share:.0}")).ok())?
}
