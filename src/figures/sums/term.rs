//! The terms of a sum, and the statement that follows from them.

use std::sync::Arc;

use crate::describe::title;
use crate::dossier::{Date, Dossier};
use crate::figures::interval::Interval;
use crate::figures::period::Period;
use crate::figures::row::Row;
use crate::figures::statement::{Origin, Statement, weaker};

/// A statement of `target` that follows from `parts`, which are written out as `terms`: their sum, or
/// what it is at least, being the whole of them.
pub(super) fn sum(
    dossier: &Dossier,
    target: &Row,
    date: &Date,
    value: Interval,
    parts: &[&Statement],
    terms: &str,
) -> Statement {
    let series = target.statements.first().map_or(0, |first| first.series);
    let scale = dossier.series[series].scale;
    let shown = value.scaled(10f64.powi(-i32::from(scale)));
    let word = title::scale_word(scale);
    let working = match value.bound() {
        None => format!("{terms} = {}{word}, {}", shown.shown(), shown.span()),
        Some(_) => format!("{terms}: the whole is {}{word}", shown.span()),
    };
    let firmness = parts.iter().map(|part| part.firmness).reduce(weaker);
    Statement {
        key: Arc::clone(&target.key),
        series,
        date: date.clone(),
        period: Period::of(date),
        value: Some(value),
        figure: value.middle(),
        firmness: firmness.unwrap_or_default(),
        origin: Origin::Sum,
        from: parts.iter().flat_map(|part| part.from.clone()).collect(),
        base: None,
        working: vec![working],
        voices: parts.iter().flat_map(|part| part.voices.clone()).collect(),
        sources: parts.iter().flat_map(|part| part.sources.clone()).collect(),
    }
}
