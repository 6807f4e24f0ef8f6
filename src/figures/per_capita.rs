//! A total over the amount per head is a population: the cross-check of three figures that are
//! often printed side by side.

use std::sync::Arc;

use super::key::{Key, folded};
use super::period::Period;
use super::statement::{Origin, Statement, weaker};
use crate::dossier::Dossier;

/// How units, in one spelling, say "for each person" behind the unit of the total.
const PER_HEAD: &str = "/person";

/// Words that tell the title of an amount per head from that of its total.
const HEAD_WORDS: [&str; 4] = ["per", "head", "capita", "person"];

/// Words of a title that make a number of persons the population of a country.
const POPULATION: [&str; 2] = ["population", "inhabitants"];

/// The populations that follow from these statements, for the cells of the series that count a
/// population. Total and amount per head must be about one reporter and one period, their units
/// must fit (`USD PPP` and `USD PPP/person`), and their titles must be the same but for "per
/// head": exports over GDP per head count nobody.
pub(crate) fn implied(dossier: &Dossier, stated: &[Statement]) -> Vec<Statement> {
    let populations: Vec<_> = stated
        .iter()
        .filter(|s| counts_people(dossier, s))
        .collect();
    let mut done: Vec<&Key> = Vec::new();
    let mut found = Vec::new();
    for people in populations {
        if done.contains(&people.key.as_ref()) {
            continue;
        }
        done.push(&people.key);
        let heads = stated.iter().filter(|s| fits(&s.key, &people.key));
        for head in heads {
            let totals = stated.iter().filter(|s| is_total(dossier, s, head));
            found.extend(totals.filter_map(|total| per_capita(dossier, total, head, people)));
        }
    }
    found
}

fn counts_people(dossier: &Dossier, statement: &Statement) -> bool {
    let title = folded(&dossier.series[statement.series].title);
    let key = &statement.key;
    let named = title.split(' ').any(|word| POPULATION.contains(&word));
    key.unit() == "persons" && key.is_domestic() && !key.is_growth() && named
}

fn fits(key: &Key, people: &Key) -> bool {
    key.is_domestic()
        && !key.is_growth()
        && key.reporter() == people.reporter()
        && total_unit(key.unit()).is_some()
}

/// `USD PPP/person` → `USD PPP`.
fn total_unit(unit: &str) -> Option<&str> {
    unit.strip_suffix(PER_HEAD)
}

/// Is `total` what `head` is a share of?
fn is_total(dossier: &Dossier, total: &Statement, head: &Statement) -> bool {
    let words = |statement: &Statement| {
        let title = folded(&dossier.series[statement.series].title);
        let mut words: Vec<_> = title
            .split(' ')
            .filter(|word| !HEAD_WORDS.contains(word))
            .map(str::to_owned)
            .collect();
        words.sort();
        words
    };
    total.period.is_some()
        && total.period == head.period
        && total.key.is_domestic()
        && !total.key.is_growth()
        && total.key.reporter() == head.key.reporter()
        && total_unit(head.key.unit()) == Some(total.key.unit())
        && words(total) == words(head)
}

fn per_capita(
    dossier: &Dossier,
    total: &Statement,
    head: &Statement,
    people: &Statement,
) -> Option<Statement> {
    let value = total.value?.over(head.value?)?;
    let scale = dossier.series[people.series].scale;
    let shown = value.scaled(10f64.powi(-i32::from(scale)));
    let working = format!(
        "{} / {} = {}{}, {}",
        total.describe(dossier),
        head.describe(dossier),
        shown.shown(),
        crate::describe::title::scale_word(scale),
        shown.span()
    );
    Some(Statement {
        key: Arc::clone(&people.key),
        series: people.series,
        date: total.date.clone(),
        period: Period::of(&total.date),
        value: Some(value),
        figure: value.middle(),
        firmness: weaker(total.firmness, head.firmness),
        origin: Origin::Quotient,
        from: [total.from.as_slice(), &head.from].concat(),
        base: None,
        working: vec![working],
        voices: total.voices.union(&head.voices).cloned().collect(),
        sources: total.sources.union(&head.sources).cloned().collect(),
    })
}
