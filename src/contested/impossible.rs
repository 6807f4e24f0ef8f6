//! Figures that cannot be, whatever else is known: a share of more than the whole, a fall by more than
//! all, an amount below nothing.

use std::collections::HashSet;

use super::conflict::lines;
use super::finding::{Finding, FindingKind, Severity};
use super::shares::{self, WHOLE};
use crate::describe::title::is_in_points;
use crate::dossier::Dossier;
use crate::dossier::series::{Flow, Series};
use crate::figures::key::{folded, holds};
use crate::figures::row::Row;
use crate::figures::statement::{Origin, Statement};

/// Units of what is counted or measured: there is none of it, or some.
const COUNTED: [&str; 9] = [
    "persons",
    "households",
    "ha",
    "km2",
    "t",
    "kg",
    "m3",
    "km",
    "barrels",
];

/// Measures in money that are never below nothing.
const AMOUNTS: [&str; 4] = [
    "gdp",
    "gross domestic product",
    "gni",
    "gross national income",
];

/// Words of what is the difference of two, and so may be below nothing.
const DIFFERENCES: [&str; 14] = [
    "change",
    "changes",
    "growth",
    "net",
    "balance",
    "difference",
    "increase",
    "decrease",
    "surplus",
    "deficit",
    "gap",
    "rise",
    "fall",
    "loss",
];

/// A finding for every such figure, and for all shares of one whole that are more than it together.
pub(super) fn findings(dossier: &Dossier, rows: &[Row]) -> Vec<Finding> {
    let stated = rows
        .iter()
        .flat_map(|row| &row.statements)
        .filter(|s| s.origin == Origin::Stated);
    let mut found = Vec::new();
    let mut done = HashSet::new();
    // A figure that is compared with two measures is in both rows.
    for statement in stated.clone().filter(|s| done.insert(&s.from)) {
        found.extend(alone(dossier, statement));
    }
    let percent = stated.filter(|s| s.key.is_percent());
    found.extend(shares::findings(dossier, percent));
    found
}

/// A share above the whole, a fall by more than all, or an amount below nothing.
fn alone(dossier: &Dossier, statement: &Statement) -> Option<Finding> {
    let value = statement.value?;
    let series = &dossier.series[statement.series];
    let reason = if statement.key.is_growth() {
        let is_under = value.high < -WHOLE && statement.key.is_percent() && !is_in_points(series);
        is_under.then_some("nothing falls by more than all of it")?
    } else if statement.key.is_percent() && is_share(&series.title) && value.low > WHOLE {
        "a share is not more than the whole"
    } else {
        let is_below = value.high < 0.0 && is_never_below(series, statement);
        is_below.then_some("it cannot be below zero")?
    };
    let title = format!("{}: {reason}", dossier.title(statement.from[0]));
    Some(finding(dossier, title, reason, statement))
}

/// Does a series measure what is nothing or more: trade, a number, an amount of something, a share?
fn is_never_below(series: &Series, statement: &Statement) -> bool {
    let title = folded(&series.title);
    let says = |words: &[&str]| words.iter().any(|word| holds(&title, word));
    let key = &statement.key;
    if key.is_trade() {
        let flows = [Flow::Exports, Flow::Imports, Flow::Total];
        return key.is_additive() && key.flow().is_some_and(|flow| flows.contains(&flow));
    }
    let is_amount = COUNTED.contains(&key.unit())
        || key.is_money() && says(&AMOUNTS)
        || key.is_percent() && is_share(&series.title);
    is_amount && !says(&DIFFERENCES)
}

fn finding(dossier: &Dossier, title: String, reason: &str, side: &Statement) -> Finding {
    Finding {
        kind: FindingKind::Impossible,
        severity: Severity::Major,
        title,
        verdict: reason.to_owned(),
        working: lines(dossier, &[side]),
        sets: vec![side.from.clone()],
        statements: side.from.clone(),
        context: Vec::new(),
        choice: None,
    }
}

fn is_share(title: &str) -> bool {
    folded(title).split(' ').any(|word| word == "share")
}
