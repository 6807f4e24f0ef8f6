//! Cells whose statements cannot all be true.

use std::collections::HashSet;

use super::finding::{Finding, FindingKind, Severity, smallest};
use crate::dossier::{Dossier, Ref};
use crate::figures::cell::{Cell, Row};
use crate::figures::statement::{Origin, Statement, figure_line};
use crate::figures::verdict::{Apart, Verdict};

/// A finding for every cell in conflict. Pairs are enough: intervals on a line of which every two
/// share a value have one in common (Helly's theorem in one dimension).
pub(super) fn findings(dossier: &Dossier, rows: &[Row]) -> Vec<Finding> {
    let mut told: HashSet<Vec<Vec<Ref>>> = HashSet::new();
    let mut found = Vec::new();
    for row in rows {
        for cell in row.cells() {
            let Some(finding) = finding(dossier, row, &cell) else {
                continue;
            };
            // Two levels and the growth between them clash in either year: once is enough.
            if told.insert(finding.sets.clone()) {
                found.push(finding);
            }
        }
    }
    found
}

/// Two statements that cannot both be true, and how far they are apart.
struct Clash<'a> {
    one: &'a Statement,
    other: &'a Statement,
    apart: Apart,
}

impl Clash<'_> {
    /// What rounding leaves at least; beyond all where no factor can be told.
    fn least(&self) -> f64 {
        self.apart.least.unwrap_or(f64::INFINITY)
    }

    /// "7.7 million persons against ≈ 7.81 million persons: no value fits both; …".
    fn line(&self, dossier: &Dossier) -> String {
        let least = self
            .apart
            .least
            .map(|factor| format!(", at least {factor:.3} times"));
        format!(
            "{} against {}: no value fits both; {}{}",
            self.one.told(dossier),
            self.other.told(dossier),
            self.apart.words(),
            least.unwrap_or_default()
        )
    }
}

fn finding(dossier: &Dossier, row: &Row, cell: &Cell) -> Option<Finding> {
    let pairs = cell.pairs.iter();
    let clashes: Vec<_> = pairs
        .filter_map(|(one, other, verdict)| match verdict {
            Verdict::Conflict(apart) => Some(Clash {
                one: &cell.statements[*one],
                other: &cell.statements[*other],
                apart: *apart,
            }),
            _ => None,
        })
        .collect();
    let worst = clashes
        .iter()
        .max_by(|a, b| a.least().total_cmp(&b.least()))?;
    let sides = sides(&clashes);
    let computed = sides
        .iter()
        .any(|side| matches!(side.origin, Origin::Quotient | Origin::Sum));
    let told: Vec<_> = sides.iter().map(|side| side.told(dossier)).collect();
    let mut statements: Vec<_> = sides.iter().flat_map(|s| s.from.clone()).collect();
    statements.sort();
    statements.dedup();
    let context = elsewhere(row, &statements);
    let sets = clashes
        .iter()
        .map(|clash| [clash.one.from.as_slice(), &clash.other.from].concat());
    Some(Finding {
        kind: if computed {
            FindingKind::CrossCheck
        } else {
            FindingKind::Conflict
        },
        severity: Severity::of_factor(worst.apart.least),
        title: format!("{}, {}: {}", cell.title, cell.period, told.join(" or ")),
        verdict: Verdict::Conflict(worst.apart).words(),
        working: working(dossier, &sides, &clashes, &context),
        sets: smallest(sets.collect()),
        statements,
        context,
        choice: None,
    })
}

/// The statements that clash, each once, in the order of the cell.
fn sides<'a>(clashes: &[Clash<'a>]) -> Vec<&'a Statement> {
    let mut sides: Vec<&Statement> = Vec::new();
    for side in clashes.iter().flat_map(|clash| [clash.one, clash.other]) {
        if !sides.iter().any(|known| std::ptr::eq(*known, side)) {
            sides.push(side);
        }
    }
    sides
}

fn working(
    dossier: &Dossier,
    sides: &[&Statement],
    clashes: &[Clash<'_>],
    context: &[Ref],
) -> Vec<String> {
    let mut working = lines(dossier, sides);
    working.extend(clashes.iter().map(|clash| clash.line(dossier)));
    working.extend(context.iter().map(|record| {
        let line = figure_line(dossier, *record);
        format!("another time, so not compared: {line}")
    }));
    working
}

/// What each side says and where it stands, no line twice.
pub(super) fn lines(dossier: &Dossier, sides: &[&Statement]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in sides.iter().flat_map(|side| side.lines(dossier)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Printed figures of the same measure at other times: they prove nothing here, but a reader will
/// ask. Ten are enough to see which way it goes.
fn elsewhere(row: &Row, statements: &[Ref]) -> Vec<Ref> {
    let printed = row.statements.iter();
    let printed = printed.filter(|s| s.origin == Origin::Stated);
    let printed = printed.flat_map(|s| s.from.iter().copied());
    printed
        .filter(|record| !statements.contains(record))
        .take(10)
        .collect()
}
