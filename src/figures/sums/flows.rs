//! Two measures that add up to a third: exports and imports, goods and services.

use super::index::{Index, Periods};
use super::term::sum;
use crate::dossier::Dossier;
use crate::dossier::series::Flow;
use crate::figures::key::Key;
use crate::figures::statement::Statement;

/// What follows from the row at `at` and the one that goes with it, each with the place of its row.
pub(super) fn implied(dossier: &Dossier, index: &Index<'_>, at: usize) -> Vec<(usize, Statement)> {
    let key = index.rows[at].key.as_ref();
    let mut found = Vec::new();
    if key.flow() == Some(Flow::Exports) {
        let imports = key.with_flow(Flow::Imports);
        for (flow, sign) in [(Flow::Total, '+'), (Flow::Balance, '-')] {
            found.extend(both(
                dossier,
                index,
                (at, &imports),
                &key.with_flow(flow),
                sign,
            ));
        }
    }
    if let Some([services, all]) = key.services_and_both() {
        found.extend(both(dossier, index, (at, &services), &all, '+'));
    }
    if key.flow() == Some(Flow::Total) {
        for (flow, other) in [
            (Flow::Exports, Flow::Imports),
            (Flow::Imports, Flow::Exports),
        ] {
            found.extend(balance(dossier, index, at, (flow, other)));
        }
    }
    found
}

/// The sum or the difference of the row at `one` and that of `other`, for the rows of `target`.
fn both(
    dossier: &Dossier,
    index: &Index<'_>,
    (one, other): (usize, &Key),
    target: &Key,
    sign: char,
) -> Vec<(usize, Statement)> {
    let Some(other) = index.exact(other) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for target in index.comparable(target) {
        for (a, b) in pairs(index.periods(one), index.periods(other)) {
            let (Some(x), Some(y)) = (a.value, b.value) else {
                continue;
            };
            let value = if sign == '+' { x.plus(y) } else { x.minus(y) };
            let terms = format!("{} {sign} {}", a.describe(dossier), b.describe(dossier));
            let row = &index.rows[target];
            found.push((target, sum(dossier, row, &a.date, value, &[a, b], &terms)));
        }
    }
    found
}

/// The balance that the total in the row at `at` leaves with one flow, where the other is not known.
fn balance(
    dossier: &Dossier,
    index: &Index<'_>,
    at: usize,
    (flow, other): (Flow, Flow),
) -> Vec<(usize, Statement)> {
    let key = index.rows[at].key.as_ref();
    let of = |flow| index.exact(&key.with_flow(flow));
    let (Some(one), Some(target)) = (of(flow), of(Flow::Balance)) else {
        return Vec::new();
    };
    let is_known = |statement: &Statement| {
        let other = of(other).map(|at| index.periods(at));
        other.is_some_and(|other| statement.period.is_some_and(|p| other.contains_key(&p)))
    };
    let mut found = Vec::new();
    for (a, total) in pairs(index.periods(one), index.periods(at)) {
        let (Some(x), Some(y)) = (a.value, total.value) else {
            continue;
        };
        let (one_way, all) = (a.describe(dossier), total.describe(dossier));
        let (value, terms) = if flow == Flow::Exports {
            (x.scaled(2.0).minus(y), format!("2 × {one_way} - {all}"))
        } else {
            (y.minus(x.scaled(2.0)), format!("{all} - 2 × {one_way}"))
        };
        if !is_known(a) {
            let row = &index.rows[target];
            let parts = [a, total];
            found.push((target, sum(dossier, row, &a.date, value, &parts, &terms)));
        }
    }
    found
}

/// Every two statements of one period, one of each, in the order of the periods.
fn pairs<'a>(one: &Periods<'a>, other: &Periods<'a>) -> Vec<(&'a Statement, &'a Statement)> {
    let mut periods: Vec<_> = one.keys().filter(|p| other.contains_key(p)).collect();
    periods.sort();
    let pairs = periods.into_iter().flat_map(|period| {
        let others = &other[period];
        one[period]
            .iter()
            .flat_map(move |a| others.iter().map(move |b| (*a, *b)))
    });
    pairs.collect()
}
