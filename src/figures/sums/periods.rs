//! What the parts of a time say of it: of a year its months, quarters and halves, of a fiscal year the
//! quarters of two calendar years, of a row of years each of them.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::term::sum;
use crate::dossier::Dossier;
use crate::dossier::series::Flow;
use crate::figures::interval::Interval;
use crate::figures::period::Period;
use crate::figures::row::Row;
use crate::figures::statement::Statement;

/// Periods within one that are looked at; the days of a year are fewer.
const PARTS: usize = 400;

/// The printed statements of one period.
type Printed<'a> = BTreeMap<Period, Vec<&'a Statement>>;

/// For every printed period of `target`, what follows from printed ones of `row` within it: that it is
/// more than it is said to be, or else its level where they leave no day of it out. Of two rows, where
/// `row` itself says nothing of that period.
pub(super) fn implied(dossier: &Dossier, row: &Row, target: &Row) -> Vec<Statement> {
    let inner = by_period(row);
    let is_one = row.key == target.key;
    let outer = if is_one {
        inner.clone()
    } else {
        by_period(target)
    };
    let periods: Vec<_> = inner.keys().copied().collect();
    let wholes = outer
        .iter()
        .filter(|(whole, _)| is_one || !inner.contains_key(whole));
    let found = wholes.filter_map(|(whole, stated)| {
        let parts = within(&inner, &periods, *whole)?;
        let (chosen, is_all) = follows(row, (*whole, stated), &parts)?;
        let values = chosen.iter().filter_map(|part| part.value);
        let level = values.reduce(Interval::plus)?;
        let value = if is_all { level } else { level.or_more() };
        let terms = terms(dossier, &chosen, is_all);
        let date = &stated[0].date;
        Some(sum(dossier, target, date, value, &chosen, &terms))
    });
    found.collect()
}

fn by_period(row: &Row) -> Printed<'_> {
    let mut all = Printed::new();
    for statement in row.reports() {
        if let Some(period) = statement.period {
            all.entry(period).or_default().push(statement);
        }
    }
    all
}

/// The parts from which something follows, and whether they are all of the whole.
fn follows<'a>(
    row: &Row,
    (whole, stated): (Period, &[&Statement]),
    parts: &[&'a Statement],
) -> Option<(Vec<&'a Statement>, bool)> {
    let is_balance = row.key.flow() == Some(Flow::Balance);
    let too_much = too_much(stated, parts).filter(|_| !is_balance);
    let all = || Some((partition(whole, parts)?, true));
    too_much.map(|chosen| (chosen, false)).or_else(all)
}

/// "US$ 3.1 million (2024-01/2024-03) + US$ 3.2 million (2024-04/2024-06)".
fn terms(dossier: &Dossier, parts: &[&Statement], is_all: bool) -> String {
    let described = parts
        .iter()
        .map(|part| format!("{} ({})", part.describe(dossier), part.date));
    let terms = described.collect::<Vec<_>>().join(" + ");
    match (is_all, parts.len()) {
        (true, _) => terms,
        (false, 1) => format!("{terms} is a part of it"),
        (false, _) => format!("{terms} are parts of it"),
    }
}

/// The first statement of every period within `whole` but itself, in order; none where there is no such
/// period, or more than people write down.
fn within<'a>(all: &Printed<'a>, periods: &[Period], whole: Period) -> Option<Vec<&'a Statement>> {
    let from = periods.partition_point(|period| period.first() < whole.first());
    let begin: Vec<_> = periods[from..]
        .iter()
        .take_while(|period| period.first() <= whole.last())
        .take(PARTS + 1)
        .collect();
    let inside = begin
        .iter()
        .filter(|period| period.last() <= whole.last() && ***period != whole);
    let parts: Vec<_> = inside.map(|period| all[*period][0]).collect();
    (begin.len() <= PARTS && !parts.is_empty()).then_some(parts)
}

/// Parts that follow each other from the first day to the last and leave none out, as few as possible.
fn partition<'a>(whole: Period, parts: &[&'a Statement]) -> Option<Vec<&'a Statement>> {
    // For each day that parts reach: how many they are, and the last of them.
    let mut reached: HashMap<NaiveDate, (usize, Option<usize>)> = HashMap::new();
    reached.insert(whole.first(), (0, None));
    for (at, part) in parts.iter().enumerate() {
        let period = part.period?;
        let Some((count, _)) = reached.get(&period.first()).copied() else {
            continue;
        };
        let next = reached
            .entry(period.last().succ_opt()?)
            .or_insert((usize::MAX, None));
        if count + 1 < next.0 {
            *next = (count + 1, Some(at));
        }
    }
    let mut chosen = Vec::new();
    let mut day = whole.last().succ_opt()?;
    while let Some((_, Some(at))) = reached.get(&day) {
        chosen.push(parts[*at]);
        day = parts[*at].period?.first();
    }
    chosen.reverse();
    (day == whole.first() && !chosen.is_empty()).then_some(chosen)
}

/// Parts that do not overlap and are more than the whole is said to be, as few as possible.
fn too_much<'a>(stated: &[&Statement], parts: &[&'a Statement]) -> Option<Vec<&'a Statement>> {
    let values = stated.iter().filter_map(|whole| whole.value);
    let least = values.min_by(|a, b| a.high.total_cmp(&b.high))?;
    let mut greatest = greatest(parts);
    greatest.sort_by(|a, b| low(b).total_cmp(&low(a)));
    let mut sum: Option<Interval> = None;
    for (at, part) in greatest.iter().enumerate() {
        let value = part.value?;
        let more = sum.map_or(value, |sum| sum.plus(value));
        if !more.or_more().overlaps(least) {
            greatest.truncate(at + 1);
            greatest.sort_by_key(|part| part.period);
            return Some(greatest);
        }
        sum = Some(more);
    }
    None
}

/// What a part is at least; nothing where it could be below.
fn low(part: &Statement) -> f64 {
    part.value.map_or(0.0, |value| value.low.max(0.0))
}

/// Of parts in the order of their first days those that do not overlap and are the most together.
fn greatest<'a>(parts: &[&'a Statement]) -> Vec<&'a Statement> {
    let last = |part: &Statement| part.period.map(Period::last);
    let mut parts = parts.to_vec();
    parts.sort_by_key(|part| last(part));
    let before = |at: usize| {
        let first = parts[at].period.map(Period::first);
        parts[..at].partition_point(|part| last(part) < first)
    };
    // The most of the first so many parts.
    let mut most = vec![0.0];
    for (at, part) in parts.iter().enumerate() {
        let with = most[before(at)] + low(part);
        most.push(with.max(most[at]));
    }
    let mut chosen = Vec::new();
    let mut at = parts.len();
    while at > 0 {
        if most[at] > most[at - 1] {
            chosen.push(parts[at - 1]);
            at = before(at - 1);
        } else {
            at -= 1;
        }
    }
    chosen
}
