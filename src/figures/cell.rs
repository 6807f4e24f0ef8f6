//! Cells: a measure at a time, everything that is said of it, and how that stands.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::as_of::AsOf;
use super::digits::times;
use super::growth;
use super::key::Key;
use super::per_capita;
use super::period::Period;
use super::row::Row;
use super::statement::Statement;
use super::sums;
use super::verdict::{Verdict, alone, judge};
use crate::dossier::Dossier;

/// Statements of one cell that are held against each other; each pair is looked at, and a cell with
/// more is no work of people.
const STATEMENTS: usize = 48;

/// A measure at a time.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What is measured: the title of the first series of that measure.
    pub title: String,
    /// The time, as it is shown.
    pub period: String,
    /// Everything that is said of it, printed figures first.
    pub statements: Vec<Statement>,
    /// Status as a whole.
    pub verdict: Verdict,
    /// How every two of the statements stand, by their places.
    pub pairs: Vec<(usize, usize, Verdict)>,
    /// Statements that were too many to be held against each other.
    pub left_out: usize,
}

/// The two reports of one flow: by the side that sends and by the side that receives.
///
/// They differ for good reasons (freight and insurance, the time at sea, the country of origin),
/// so they are listed side by side and are never a conflict.
#[derive(Clone, Debug)]
pub struct Mirror {
    /// One report.
    pub one: Statement,
    /// The other side's.
    pub other: Statement,
    /// The greater over the lesser, in words.
    pub gap: String,
}

/// Every statement of the dossier, measure by measure, in the order of the series.
pub(crate) fn rows(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut places: HashMap<Arc<Key>, usize> = HashMap::new();
    for (at, series) in dossier.series.iter().enumerate() {
        let Some(key) = Key::of(dossier, series).map(Arc::new) else {
            continue;
        };
        let place = *places.entry(Arc::clone(&key)).or_insert_with(|| {
            rows.push(Row {
                key,
                title: series.title.to_string(),
                statements: Vec::new(),
            });
            rows.len() - 1
        });
        let row = &mut rows[place];
        let figures = (0..series.observations.len())
            .filter_map(|place| Statement::stated(known, dossier, &row.key, (at, place)));
        row.statements.extend(figures);
    }
    let stated: Vec<_> = rows.iter().flat_map(|row| row.statements.clone()).collect();
    let steps = growth::steps(dossier, known);
    for row in &mut rows {
        if let Some(steps) = steps.get(row.key.as_ref()) {
            row.grow(dossier, steps);
        }
    }
    for implied in per_capita::implied(dossier, &stated) {
        if let Some(row) = rows.iter_mut().find(|row| row.key == implied.key) {
            row.statements.push(implied);
        }
    }
    for (at, implied) in sums::implied(dossier, &rows) {
        rows[at].statements.push(implied);
    }
    rows
}

/// The same rows, where trade that nobody is said to report is set beside that of every reporter.
pub(crate) fn compared(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Row> {
    let mut rows = rows(dossier, known);
    let unattributed: Vec<_> = (0..rows.len())
        .filter(|at| rows[*at].key.is_trade() && rows[*at].key.reporter().is_none())
        .collect();
    for at in unattributed {
        let others: Vec<_> = rows
            .iter()
            .filter(|other| rows[at].key.is_unattributed(&other.key))
            .flat_map(|other| other.statements.clone())
            .collect();
        rows[at].statements.extend(others);
    }
    rows
}

impl Row {
    /// Adds the levels that follow from growth.
    fn grow(&mut self, dossier: &Dossier, steps: &[growth::Step]) {
        let printed: HashSet<_> = self.statements.iter().filter_map(|s| s.period).collect();
        let levels = self.statements.iter();
        let implied: Vec<_> = levels
            .flat_map(|level| growth::implied(dossier, level, steps, &printed))
            .collect();
        self.statements.extend(implied);
    }

    /// Its cells by period; what has no known period is a cell of its own.
    pub(crate) fn cells(&self) -> Vec<Cell> {
        let mut dated: BTreeMap<Period, Vec<Statement>> = BTreeMap::new();
        let mut cells = Vec::new();
        for statement in &self.statements {
            match statement.period {
                Some(period) => dated.entry(period).or_default().push(statement.clone()),
                None => cells.push(Cell::new(&self.title, vec![statement.clone()])),
            }
        }
        let dated = dated.into_values();
        dated
            .map(|statements| Cell::new(&self.title, statements))
            .chain(cells)
            .collect()
    }
}

impl Cell {
    fn new(title: &str, mut statements: Vec<Statement>) -> Self {
        let left_out = statements.len().saturating_sub(STATEMENTS);
        statements.truncate(STATEMENTS);
        let mut pairs = Vec::new();
        for (b, later) in statements.iter().enumerate() {
            for (a, earlier) in statements[..b].iter().enumerate() {
                pairs.push((a, b, judge(earlier, later)));
            }
        }
        Self {
            title: title.to_owned(),
            period: statements[0].date.label(),
            verdict: statements.iter().map(alone).fold(overall(&pairs), better),
            statements,
            pairs,
            left_out,
        }
    }
}

impl Cell {
    /// How one of its statements stands: as its worst conflict, else as its best support.
    pub fn standing_of(&self, at: usize) -> Verdict {
        let own = self.pairs.iter().filter(|(a, b, _)| *a == at || *b == at);
        let pairs = overall(&own.copied().collect::<Vec<_>>());
        better(pairs, alone(&self.statements[at]))
    }
}

/// How the pairs of a cell stand: as the worst conflict, else as the best support.
fn overall(pairs: &[(usize, usize, Verdict)]) -> Verdict {
    let verdicts = pairs.iter().map(|(_, _, verdict)| *verdict);
    verdicts.fold(Verdict::Single, better)
}

/// The worse of two conflicts, else the better support.
fn better(best: Verdict, next: Verdict) -> Verdict {
    let rank = |verdict: &Verdict| match verdict {
        Verdict::Conflict(apart) => (6, apart.least.unwrap_or(f64::INFINITY)),
        Verdict::Query(apart) => (5, apart.least.unwrap_or(f64::INFINITY)),
        Verdict::Confirmed => (4, 0.0),
        Verdict::WithinRounding => (3, 0.0),
        Verdict::Echo => (2, 0.0),
        Verdict::NotComparable(_) => (1, 0.0),
        Verdict::Single => (0, 0.0),
    };
    let (a, b) = (rank(&best), rank(&next));
    let worse = b.0 > a.0 || (b.0 == a.0 && b.1 > a.1);
    if worse { next } else { best }
}

/// Every cell of the dossier, with what is said of it and how that stands.
///
/// `as_of`: only records with a source that may have been published by then.
pub fn cells(dossier: &Dossier, as_of: Option<NaiveDate>) -> Vec<Cell> {
    let rows = compared(dossier, &AsOf::new(dossier, as_of));
    rows.iter().flat_map(Row::cells).collect()
}

/// Every printed and implied statement, in the order of the series.
pub fn statements(dossier: &Dossier, as_of: Option<NaiveDate>) -> Vec<Statement> {
    let known = AsOf::new(dossier, as_of);
    let rows = rows(dossier, &known);
    rows.into_iter().flat_map(|row| row.statements).collect()
}

/// Flows that both sides report for one period, with the gap between the two.
pub fn mirrors(dossier: &Dossier, as_of: Option<NaiveDate>) -> Vec<Mirror> {
    let known = AsOf::new(dossier, as_of);
    mirrored_rows(&rows(dossier, &known))
}

/// The same of these rows.
pub(crate) fn mirrored_rows(rows: &[Row]) -> Vec<Mirror> {
    let places: HashMap<_, _> = (0..rows.len()).map(|at| (&rows[at].key, at)).collect();
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mirror = row.key.mirror().and_then(|key| places.get(&Arc::new(key)));
        if let Some(other) = mirror.filter(|other| **other < at) {
            found.extend(mirrored(&rows[*other], row));
        }
    }
    found
}

fn mirrored<'a>(one: &'a Row, other: &'a Row) -> impl Iterator<Item = Mirror> + 'a {
    let pairs = one.statements.iter().flat_map(|a| {
        let same = |b: &&Statement| b.period.is_some() && b.period == a.period;
        other.statements.iter().filter(same).map(move |b| (a, b))
    });
    pairs.filter_map(|(a, b)| {
        let (Some(x), Some(y)) = (a.value, b.value) else {
            return None;
        };
        let gap = match (a.figure > 0.0, b.figure > 0.0) {
            _ if x.overlaps(y) => "no gap beyond rounding".to_owned(),
            (true, true) => {
                let factor = (a.figure / b.figure).max(b.figure / a.figure);
                format!("{} times apart", times(factor))
            }
            _ => "one of them is nothing".to_owned(),
        };
        Some(Mirror {
            one: a.clone(),
            other: b.clone(),
            gap,
        })
    })
}
