//! Units against the words of the evidence: hectares or square kilometres, persons or households, PPP.

use crate::extract::amount::Unit;
use crate::figures::key::{CURRENCIES, folded};

/// Units that a text names where it means them: their spellings in a record, and the beginnings of the
/// words for them.
const UNITS: &[(&[&str], &[&str])] = &[
    (&["ha", "hectares"], &["hectare", "ha", "гектар", "га"]),
    (
        &["km2", "km²", "sq km"],
        &["square k", "sq km", "km2", "km²", "кв км", "квадратн"],
    ),
    (&["acres"], &["acre"]),
    (
        &["households", "families"],
        &["household", "famil", "домохоз", "семей", "семь"],
    ),
    (&["t", "tonnes", "tons"], &["tonne", "ton", "тонн"]),
    (&["kg"], &["kg", "kilogram", "кг"]),
    (&["km"], &["km", "kilomet", "км"]),
    (&["barrels"], &["barrel", "bbl", "баррел"]),
    (&["days"], &["day", "days", "дней", "дня"]),
    (&["months"], &["month", "месяц"]),
    (&["years"], &["year", "лет", "год"]),
    (&["weeks"], &["week", "недел"]),
    (&["MW"], &["mw", "megawatt", "мвт"]),
    (&["GW"], &["gw", "gigawatt", "гвт"]),
    (&["bombs"], &["bomb", "бомб"]),
    (
        &["companies"],
        &["compan", "firm", "enterprise", "компан", "предприят"],
    ),
];

/// Words behind a number that are no unit.
const SMALL: [&str; 16] = [
    "in", "of", "for", "to", "and", "by", "from", "as", "at", "on", "with", "over", "were", "was",
    "or", "per",
];

/// The texts about a figure.
pub(super) struct Told {
    text: String,
}

impl Told {
    pub(super) fn new(title: &str, texts: impl Iterator<Item = String>) -> Self {
        let all: Vec<_> = std::iter::once(title.to_owned())
            .chain(texts)
            .map(|text| folded(&text))
            .collect();
        Self {
            text: format!(" {} ", all.join(" ")),
        }
    }

    fn has(&self, stem: &str) -> bool {
        // A short word must be whole: "ha" is not the beginning of "has".
        let short = stem.chars().count() <= 3;
        let end = if short { " " } else { "" };
        self.text.contains(&format!(" {stem}{end}"))
    }

    fn names(&self, unit: &str) -> bool {
        let named = UNITS.iter().find(|(units, _)| units.contains(&unit));
        named.is_some_and(|(_, stems)| stems.iter().any(|stem| self.has(stem)))
    }

    /// The texts name another unit than `unit`. `beside`: the unit and the word behind the figure, at
    /// each place where it is printed.
    pub(super) fn other_than(&self, unit: &str, beside: &[(Option<Unit>, &str)]) -> Option<String> {
        if is_money(unit) {
            return self.other_money(unit);
        }
        let measures: Vec<_> = beside
            .iter()
            .filter_map(|(unit, _)| match unit {
                Some(Unit::Measure(measure)) => Some(*measure),
                _ => None,
            })
            .collect();
        let followed = beside.iter().any(|(unit, word)| {
            unit.is_some()
                || word.chars().all(char::is_alphabetic)
                    && !word.is_empty()
                    && !SMALL.contains(word)
        });
        let known = UNITS.iter().find(|(units, _)| units.contains(&unit));
        if let Some((units, _)) = known {
            let fits = measures
                .iter()
                .any(|measure| units.contains(&spelling(measure)));
            let other = followed && !fits && !self.names(unit);
            return other.then(|| format!("the unit is {unit}, which the evidence does not name"));
        }
        // "persons" may be tourists, students or anybody; hectares are not.
        let other = UNITS.iter().find(|(units, _)| {
            measures
                .iter()
                .any(|measure| units.contains(&spelling(measure)))
        });
        let counts = ["persons", "people", "inhabitants"].contains(&unit);
        let all = !measures.is_empty() && measures.len() == beside.len();
        let (units, _) = other.filter(|_| counts && all)?;
        Some(format!(
            "the unit is {unit}, but the evidence counts {}",
            units[0]
        ))
    }

    /// PPP or per head in the unit but not in the texts, or the other way round.
    fn other_money(&self, unit: &str) -> Option<String> {
        let has = |words: &[&str]| words.iter().any(|word| self.has(word));
        let parity = unit.contains("PPP");
        let in_ppp = has(&["ppp", "purchasing power", "ппс"]);
        if parity && !in_ppp {
            return Some(format!("the unit is {unit}, but the evidence has no PPP"));
        }
        if in_ppp && !parity {
            return Some(format!("the evidence is in PPP, the unit is {unit}"));
        }
        let head = ["/person", "/head", "/capita", "per"]
            .iter()
            .any(|part| unit.contains(part));
        let per_head = has(&["per capita", "per head", "per person", "на душу"]);
        (per_head && !head).then(|| format!("the evidence is per head, the unit is {unit}"))
    }
}

/// The spelling of a unit of a text in records.
fn spelling(measure: &str) -> &str {
    match measure {
        "km²" => "km2",
        other => other,
    }
}

/// Is the unit an amount of money?
pub(super) fn is_money(unit: &str) -> bool {
    CURRENCIES.iter().any(|code| unit.starts_with(code))
}
