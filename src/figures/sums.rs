//! What follows from adding up: exports and imports are the total and leave the balance, the parts of a
//! year are the year, and no part is more than the whole.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Datelike;

use super::interval::Interval;
use super::key::Key;
use super::period::Period;
use super::row::Row;
use super::statement::{Origin, Statement, weaker};
use crate::describe::title;
use crate::dossier::series::Flow;
use crate::dossier::{Date, Dossier};

/// Statements of one flow for one period that are added to those of the other; more are no work of
/// people.
const STATEMENTS: usize = 4;

/// The statements that follow, each with the place of its row.
pub(crate) fn implied(dossier: &Dossier, rows: &[Row]) -> Vec<(usize, Statement)> {
    let places: HashMap<&Key, usize> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| (row.key.as_ref(), at))
        .collect();
    let mut found = Vec::new();
    for (at, row) in rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.key.is_trade())
    {
        if row.key.flow() == Some(Flow::Exports) {
            found.extend(both_ways(dossier, rows, &places, at));
        }
        if row.key.flow() != Some(Flow::Balance) {
            found.extend(years(dossier, row).into_iter().map(|year| (at, year)));
        }
    }
    found.extend(wholes(dossier, rows));
    found
}

/// The total and the balance that follow from the exports in row `at` and the imports of the same
/// reporter.
fn both_ways(
    dossier: &Dossier,
    rows: &[Row],
    places: &HashMap<&Key, usize>,
    at: usize,
) -> Vec<(usize, Statement)> {
    let exports = &rows[at];
    let of = |flow| places.get(&exports.key.with_flow(flow)).copied();
    let Some(imports) = of(Flow::Imports).map(|at| &rows[at]) else {
        return Vec::new();
    };
    let imported = by_period(imports);
    let mut found = Vec::new();
    for (flow, sign) in [(Flow::Total, '+'), (Flow::Balance, '-')] {
        let Some(target) = of(flow) else { continue };
        for (period, sent) in by_period(exports) {
            let received = imported.get(&period).into_iter().flatten();
            for (a, b) in received.flat_map(|b| sent.iter().map(move |a| (*a, *b))) {
                let sum = together(dossier, &rows[target], (a, b), sign);
                found.extend(sum.map(|sum| (target, sum)));
            }
        }
    }
    found
}

/// The printed statements of a row by period, a few of each.
fn by_period(row: &Row) -> HashMap<Period, Vec<&Statement>> {
    let mut periods: HashMap<Period, Vec<&Statement>> = HashMap::new();
    for statement in printed(row) {
        if let Some(period) = statement.period {
            let here = periods.entry(period).or_default();
            here.extend((here.len() < STATEMENTS).then_some(statement));
        }
    }
    periods
}

/// The printed statements of a row that have a figure and are no aims or forecasts.
fn printed(row: &Row) -> impl Iterator<Item = &Statement> {
    let statements = row.statements.iter();
    statements.filter(|s| s.origin == Origin::Stated && s.value.is_some() && s.firmness.is_report())
}

fn together(
    dossier: &Dossier,
    target: &Row,
    (a, b): (&Statement, &Statement),
    sign: char,
) -> Option<Statement> {
    let (x, y) = (a.value?, b.value?);
    let value = if sign == '+' { x.plus(y) } else { x.minus(y) };
    let terms = format!("{} {sign} {}", a.describe(dossier), b.describe(dossier));
    Some(sum(dossier, target, &a.date, value, &[a, b], &terms))
}

/// A statement of `target` that follows from `parts`.
fn sum(
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
        working: vec![format!(
            "{terms} = {}{}, {}",
            shown.shown(),
            title::scale_word(scale),
            shown.span()
        )],
        voices: parts.iter().flat_map(|part| part.voices.clone()).collect(),
        sources: parts.iter().flat_map(|part| part.sources.clone()).collect(),
    }
}

/// What months, quarters and halves say of a printed year: its level where they make up the year, else
/// what it is at least, where the year says less.
fn years(dossier: &Dossier, row: &Row) -> Vec<Statement> {
    let whole: Vec<_> = printed(row).filter(|s| s.year().is_some()).collect();
    let mut years: Vec<_> = whole.iter().filter_map(|s| s.year()).collect();
    years.sort_unstable();
    years.dedup();
    let parts: Vec<_> = printed(row).filter(|s| s.year().is_none()).collect();
    let mut found = Vec::new();
    for year in years.iter().filter(|_| !parts.is_empty()) {
        let parts = one_after_the_other(&parts, *year);
        let level = parts.iter().filter_map(|part| part.value);
        let Some(level) = level
            .reduce(Interval::plus)
            .filter(|level| level.low >= 0.0)
        else {
            continue;
        };
        let value = if fills(&parts) {
            level
        } else {
            level.or_more()
        };
        let stated = whole.iter().filter(|s| s.year() == Some(*year));
        let mut values = stated.clone().filter_map(|s| s.value);
        // That a year is more than a part of it is no news.
        if !fills(&parts) && values.all(|stated| stated.overlaps(value)) {
            continue;
        }
        let Some(date) = stated.clone().next().map(|s| s.date.clone()) else {
            continue;
        };
        let terms: Vec<_> = parts
            .iter()
            .map(|part| format!("{} ({})", part.describe(dossier), part.date))
            .collect();
        found.push(sum(dossier, row, &date, value, &parts, &terms.join(" + ")));
    }
    found
}

/// Parts of a year of which none begins before the one before has ended; the first of each begin, so
/// that a quarter is not counted with its months.
fn one_after_the_other<'a>(parts: &[&'a Statement], year: i32) -> Vec<&'a Statement> {
    let within = |s: &&&Statement| s.period.is_some_and(|p| p.years() == (year, year));
    let mut parts: Vec<_> = parts.iter().filter(within).copied().collect();
    parts.sort_by_key(|s| s.period.map(|p| (p.first(), p.last())));
    let mut chosen: Vec<&Statement> = Vec::new();
    for part in parts {
        let begins = part.period.map(Period::first);
        let ended = chosen.last().and_then(|last| last.period).map(Period::last);
        if ended.is_none_or(|ended| begins > Some(ended)) {
            chosen.push(part);
        }
    }
    chosen
}

/// Do the parts, one after the other, leave no day of the year out?
fn fills(parts: &[&Statement]) -> bool {
    let periods: Vec<_> = parts.iter().filter_map(|part| part.period).collect();
    let days: i64 = periods.iter().map(|p| p.days()).sum();
    let year = periods.first().map(|first| first.first().year());
    let length = year.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 12, 31));
    length.is_some_and(|last| i64::from(last.ordinal()) == days)
}

/// What some goods say of all goods, where all are said to be less.
fn wholes(dossier: &Dossier, rows: &[Row]) -> Vec<(usize, Statement)> {
    let mut parts: HashMap<Key, Vec<&Row>> = HashMap::new();
    for part in rows.iter().filter(|row| row.key.is_part()) {
        if let Some(goods) = part.key.all_goods() {
            parts.entry(goods).or_default().push(part);
        }
    }
    let mut found = Vec::new();
    for (at, whole) in rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.key.is_part())
    {
        let parts = whole.key.all_goods().and_then(|goods| parts.get(&goods));
        for part in parts.into_iter().flatten() {
            let sums = printed(whole).filter_map(|stated| at_least(dossier, whole, stated, part));
            found.extend(sums.map(|sum| (at, sum)));
        }
    }
    found
}

/// What `stated` is at least by a figure of `part` for its period; none where it is no less.
fn at_least(dossier: &Dossier, whole: &Row, stated: &Statement, part: &Row) -> Option<Statement> {
    let of_its_period = |s: &&Statement| s.period.is_some() && s.period == stated.period;
    let (part, least) = printed(part).filter(of_its_period).find_map(|part| {
        let least = part.value.filter(|value| value.low > 0.0)?.or_more();
        (!least.overlaps(stated.value?)).then_some((part, least))
    })?;
    let terms = format!("{}, a part of it", dossier.title(part.from[0]));
    Some(sum(dossier, whole, &stated.date, least, &[part], &terms))
}
