//! Cells whose statements cannot all be true.

use std::collections::HashSet;

use super::finding::{Finding, FindingKind, Severity, smallest};
use crate::dossier::{Dossier, Ref};
use crate::figures::cell::Cell;
use crate::figures::row::Row;
use crate::figures::statement::{Origin, Statement, figure_line};
use crate::figures::verdict::{Apart, Verdict};

/// Pairs of statements that are written out for one cell, and sets; a table of sources has dozens.
const LINES: usize = 12;

/// Statements that the title of a finding names; a title is one line.
const NAMED: usize = 3;

/// A finding for every cell in conflict. Pairs are enough: intervals on a line of which every two
/// share a value have one in common (Helly's theorem in one dimension).
///
/// Two levels and the growth between them clash in either year: each smallest set of printed figures
/// is reported once in the dossier, for the first cell in which it clashes.
pub(super) fn findings(dossier: &Dossier, rows: &[Row]) -> Vec<Finding> {
    let cells: Vec<_> = rows
        .iter()
        .flat_map(|row| row.cells().into_iter().map(move |cell| (row, cell)))
        .filter(|(_, cell)| matches!(cell.verdict, Verdict::Conflict(_) | Verdict::Query(_)))
        .collect();
    let all = cells.iter().flat_map(|(_, cell)| clashes(cell));
    let mut open: HashSet<_> = smallest(all.map(|clash| clash.set()).collect())
        .into_iter()
        .collect();
    let found = cells.iter().filter_map(|(row, cell)| {
        let mut clashes = clashes(cell);
        clashes.retain(|clash| open.contains(&clash.set()));
        for clash in &clashes {
            open.remove(&clash.set());
        }
        finding(dossier, row, cell, &clashes)
    });
    found.collect()
}

/// Every two statements of a cell that cannot both be true.
fn clashes(cell: &Cell) -> Vec<Clash<'_>> {
    let pairs = cell.pairs.iter();
    let clashes = pairs.filter_map(|(one, other, verdict)| match verdict {
        Verdict::Conflict(apart) | Verdict::Query(apart) => Some(Clash {
            one: &cell.statements[*one],
            other: &cell.statements[*other],
            apart: *apart,
        }),
        _ => None,
    });
    clashes.collect()
}

/// Two statements that cannot both be true, and how far they are apart.
struct Clash<'a> {
    one: &'a Statement,
    other: &'a Statement,
    apart: Apart,
}

impl Clash<'_> {
    /// The printed figures that cannot all be true.
    fn set(&self) -> Vec<Ref> {
        let mut set = [self.one.from.as_slice(), &self.other.from].concat();
        set.sort();
        set.dedup();
        set
    }

    /// What rounding leaves at least; beyond all where no factor can be told.
    fn least(&self) -> f64 {
        self.apart.least.unwrap_or(f64::INFINITY)
    }

    /// "7.7 million persons against ≈ 7.81 million persons: no value satisfies both; …".
    fn line(&self, dossier: &Dossier) -> String {
        let least = self
            .apart
            .least
            .map(|factor| format!(", at least {factor:.3} times"));
        format!(
            "{} against {}: no value satisfies both; {}{}",
            self.one.describe(dossier),
            self.other.describe(dossier),
            self.apart.words(),
            least.unwrap_or_default()
        )
    }
}

fn finding(dossier: &Dossier, row: &Row, cell: &Cell, clashes: &[Clash<'_>]) -> Option<Finding> {
    let worst = clashes
        .iter()
        .max_by(|a, b| a.least().total_cmp(&b.least()))?;
    let severity = clashes
        .iter()
        .map(|c| Severity::of_factor(c.apart.least))
        .max()?;
    let kind = kind(clashes);
    let sides = sides(clashes);
    let mut statements: Vec<_> = sides.iter().flat_map(|s| s.from.clone()).collect();
    statements.sort();
    statements.dedup();
    let context = elsewhere(row, &statements);
    let mut sets: Vec<_> = clashes.iter().map(Clash::set).collect();
    sets.sort();
    sets.dedup();
    Some(Finding {
        kind,
        severity,
        title: title(dossier, cell, &sides),
        verdict: match kind {
            FindingKind::PerHead => Verdict::Query(worst.apart),
            _ => Verdict::Conflict(worst.apart),
        }
        .words(),
        working: working(dossier, &sides, clashes, &context),
        sets,
        statements,
        context,
        choice: None,
    })
}

/// The arithmetic of amounts per head is a check of one source's figures; printed figures that clash
/// besides make a conflict all the same.
fn kind(clashes: &[Clash<'_>]) -> FindingKind {
    let has = |origin: Origin| {
        move |clash: &Clash<'_>| clash.one.origin == origin || clash.other.origin == origin
    };
    if clashes.iter().all(has(Origin::Quotient)) {
        FindingKind::PerHead
    } else if clashes.iter().any(has(Origin::Sum)) || clashes.iter().any(has(Origin::Quotient)) {
        FindingKind::CrossCheck
    } else {
        FindingKind::Conflict
    }
}

/// "Trade, total, 2022: about US$ 50 million or US$ 12.9 million".
fn title(dossier: &Dossier, cell: &Cell, sides: &[&Statement]) -> String {
    let mut named: Vec<_> = sides.iter().map(|side| side.describe(dossier)).collect();
    named.dedup();
    let more = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let more = match more {
        0 => String::new(),
        more => format!(" or {more} more"),
    };
    format!(
        "{}, {}: {}{more}",
        cell.title,
        cell.period,
        named.join(" or ")
    )
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
    working.truncate(LINES);
    working.extend(clashes.iter().take(LINES).map(|clash| clash.line(dossier)));
    if clashes.len() > LINES {
        let more = clashes.len() - LINES;
        working.push(format!(
            "and {more} more pairs of statements that cannot both be true"
        ));
    }
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
    let printed = row
        .statements
        .iter()
        .filter(|s| s.origin == Origin::Stated)
        .flat_map(|s| s.from.iter().copied());
    printed
        .filter(|record| !statements.contains(record))
        .take(10)
        .collect()
}
