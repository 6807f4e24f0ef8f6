//! Figures that cannot be, whatever else is known: a share of more than the whole, a fall by more than
//! all, shares of one whole that are more than it.

use std::collections::BTreeMap;

use super::conflict::lines;
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::{Dossier, Ref};
use crate::figures::interval::Interval;
use crate::figures::key::folded;
use crate::figures::period::Period;
use crate::figures::row::Row;
use crate::figures::statement::{Origin, Statement};

/// The whole, in per cent.
const WHOLE: f64 = 100.0;

/// A finding for every such figure, and for all shares of one whole that are more than it together.
pub(super) fn findings(dossier: &Dossier, rows: &[Row]) -> Vec<Finding> {
    let stated = rows
        .iter()
        .flat_map(|row| &row.statements)
        .filter(|s| s.origin == Origin::Stated && s.key.is_percent());
    let mut found = Vec::new();
    let mut wholes: BTreeMap<(Option<String>, String, Period), Vec<&Statement>> = BTreeMap::new();
    for statement in stated {
        found.extend(alone(dossier, statement));
        let whole = whole(dossier, statement);
        if let (Some(whole), Some(period)) = (whole, statement.period) {
            let reporter = statement.key.reporter().map(str::to_owned);
            wholes
                .entry((reporter, whole, period))
                .or_default()
                .push(statement);
        }
    }
    found.extend(
        wholes
            .into_values()
            .filter_map(|shares| together(dossier, &shares)),
    );
    found
}

/// A share above the whole, or a fall by more than all.
fn alone(dossier: &Dossier, statement: &Statement) -> Option<Finding> {
    let value = statement.value?;
    let series = &dossier.series[statement.series];
    let points = crate::describe::title::is_in_points(series);
    let reason = if statement.key.is_growth() {
        (value.high < -WHOLE && !points).then_some("nothing falls by more than all of it")?
    } else {
        let is_over = value.low > WHOLE && is_share(&series.title);
        is_over.then_some("a share is not more than the whole")?
    };
    let title = format!("{}: {reason}", dossier.title(statement.from[0]));
    Some(finding(dossier, title, reason, &[statement]))
}

fn finding(dossier: &Dossier, title: String, reason: &str, sides: &[&Statement]) -> Finding {
    let statements: Vec<_> = sides.iter().flat_map(|s| s.from.clone()).collect();
    Finding {
        kind: FindingKind::Impossible,
        severity: Severity::Major,
        title,
        verdict: reason.to_owned(),
        working: lines(dossier, sides),
        sets: vec![statements.clone()],
        statements,
        context: Vec::new(),
        choice: None,
    }
}

fn is_share(title: &str) -> bool {
    folded(title).split(' ').any(|word| word == "share")
}

/// What a share is a share of: "exports" of "Share of coffee in exports".
fn whole(dossier: &Dossier, statement: &Statement) -> Option<String> {
    let title = folded(&dossier.series[statement.series].title);
    let rest = title.split_once("share of ")?.1;
    let (_, whole) = rest.split_once(" in ")?;
    Some(whole.to_owned())
}

/// Shares of different parts of one whole for one period that are more than the whole together.
fn together(dossier: &Dossier, shares: &[&Statement]) -> Option<Finding> {
    let mut parts: BTreeMap<usize, (&Statement, Interval)> = BTreeMap::new();
    for share in shares.iter().filter(|share| share.firmness.is_report()) {
        let value = share.value?;
        // Of several figures for one share the lowest: nobody need be wrong but all of them.
        let least = parts.entry(share.series).or_insert((share, value));
        if value.low < least.1.low {
            *least = (share, value);
        }
    }
    let sum: f64 = parts.values().map(|(_, value)| value.low).sum();
    if parts.len() < 2 || sum <= WHOLE {
        return None;
    }
    let sides: Vec<_> = parts.values().map(|(share, _)| *share).collect();
    let told: Vec<_> = sides.iter().map(|side| side.describe(dossier)).collect();
    let title = format!(
        "{}, {}: {} are more than the whole",
        dossier.series[sides[0].series].title,
        sides[0].date,
        told.join(" + ")
    );
    let mut finding = finding(dossier, title, "more than the whole together", &sides);
    let set: Vec<Ref> = finding.statements.clone();
    finding.kind = FindingKind::CrossCheck;
    finding.severity = Severity::Minor;
    finding.sets = vec![set];
    Some(finding)
}
