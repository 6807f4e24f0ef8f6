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
    let mut named = sides.iter().filter(|code| open.countries.contains(code));
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

/// The noun that is counted, as printed.
fn head(context: &Context<'_>, open: &Open) -> Option<String> {
    Some(context.words(open.head.as_ref()?).to_lowercase())
}

/// "Public buildings: Germany, Moldova", "Share, French imports".
fn title(context: &Context<'_>, open: &Open, (what, unit): (&str, &str), sides: &[Code]) -> Text {
    let noun = open.noun.as_ref().map_or("", |noun| context.words(noun));
    let noun = noun.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = if what == "Quantity" && noun.is_empty() {
        ""
    } else {
        what
    };
    let joined = match (what.is_empty(), noun.is_empty()) {
        (true, true) => capital(unit),
        (true, false) => capital(&noun),
        (false, true) => what.to_owned(),
        (false, false) => format!("{what}, {noun}"),
    };
    let named = sides.iter().filter(|code| open.countries.contains(code));
    let named: Vec<String> = named.map(|code| context.dossier.country(*code)).collect();
    let named = named.join(", ");
    let end = if named.is_empty() {
        String::new()
    } else {
        format!(": {named}")
    };
    Text::new(&format!("{joined}{end}"))
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
