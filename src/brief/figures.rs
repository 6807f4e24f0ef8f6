//! The figures of a brief: what is said of the trade and other matters of the two sides, with how
//! it stands.

use std::cmp::Reverse;

use std::collections::HashMap;
use std::sync::Arc;

use super::disputes::is_settled;
use super::plot::{Mark, Plot};
use super::words::{bounds, date, date_in_words, line, list, more};
use super::{Body, Line, Making, Row, Section};
use crate::contested::Severity;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Dossier, Evidence, Kind, Ref, Series};
use crate::figures::order::rank;
use crate::figures::{Cell, Origin, Statement, cells};

/// Times of one measure between both sides, and rows of all of them.
const TIMES: usize = 4;
const ROWS: usize = 12;
/// Rows on one side alone.
const ALONE: usize = 5;
/// Charts.
const PLOTS: usize = 2;
/// Statements of one cell.
const STATEMENTS: usize = 4;

impl Making<'_> {
    /// The table, the charts, and goods in words.
    pub(super) fn figures(&mut self) -> Option<Section> {
        let cells = by_rank(self.dossier, cells(self.dossier, self.as_of));
        let on_topic = |cell: &&Cell| {
            let mut from = cell.statements.iter().flat_map(|statement| &statement.from);
            from.any(|record| self.scope.has(*record))
        };
        let of = |is_of_kind: &dyn Fn(&Series) -> bool, times: usize| {
            let ours = cells
                .iter()
                .filter(on_topic)
                .filter(|cell| self.series(cell).is_some_and(is_of_kind));
            latest(&ours.collect::<Vec<_>>(), times)
        };
        let picked = self.is_picked;
        let most = |most: usize| if picked { usize::MAX } else { most };
        let (both, older) = of(&|series| self.scope.measures_both(series), most(TIMES));
        let others = |series: &Series| picked && !self.scope.measures_both(series);
        let of_one = |series: &Series| others(series) || self.scope.measures_one(series);
        let (alone, oldest) = of(&of_one, most(1));
        let (mut rows, cut) = self.rows(&both, most(ROWS));
        let (more_rows, cut_alone) = self.rows(&alone, most(ALONE));
        rows.extend(more_rows);
        let lines = self.goods();
        if rows.is_empty() && lines.is_empty() {
            return None;
        }
        let left = older + oldest + cut + cut_alone;
        Some(Section {
            heading: "Figures",
            body: Body::Figures {
                plots: self.plots(),
                rows,
                lines,
            },
            rest: more(
                left,
                [
                    "figure of another time or series",
                    "figures of other times or series",
                ],
            ),
        })
    }

    fn series(&self, cell: &Cell) -> Option<&Series> {
        let first = cell.statements.first()?;
        Some(&self.dossier.series[first.series])
    }

    /// At most so many rows, and how many cells are left out.
    fn rows(&mut self, cells: &[&Cell], most: usize) -> (Vec<Row>, usize) {
        let mut rows = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            if rows.len() >= most {
                return (rows, cells.len() - at);
            }
            let added: Vec<_> = cell
                .statements
                .iter()
                .take(STATEMENTS)
                .filter_map(|s| self.row(cell, s))
                .collect();
            rows.extend(added);
        }
        (rows, 0)
    }

    fn row(&mut self, cell: &Cell, statement: &Statement) -> Option<Row> {
        let evidence: Vec<Evidence> = statement
            .from
            .iter()
            .flat_map(|record| self.dossier.evidence(*record).into_owned())
            .collect();
        let note = self.notes.cite(&evidence)?;
        self.shown.extend(&statement.from);
        let contest = self.contest(statement);
        Some(Row {
            measure: line(&self.dossier.series[statement.series].title),
            period: when(statement),
            mark: Mark::of(statement),
            figure: figure(self.dossier, statement),
            verdict: standing(cell, statement),
            contest,
            standing: contest.map(|at| self.contests.all[at].standing),
            note,
            records: self.ids(&statement.from),
        })
    }

    /// What contests a figure: of several the one with most of what it is computed from, and of these the
    /// gravest. A dispute on one term is not that on the sum.
    fn contest(&self, statement: &Statement) -> Option<usize> {
        let all = self.contests.all.iter().enumerate();
        let shared = all.filter_map(|(at, one)| {
            // What is only missing or only named otherwise contests no figure.
            let weighty = one.severity > Severity::Note && !is_settled(self.dossier, one);
            let records = one.records(self.dossier);
            let from = statement.from.iter();
            let shared = from.filter(|record| records.contains(record)).count();
            (weighty && shared > 0).then_some((shared, at))
        });
        let most = shared.max_by_key(|(shared, at)| (*shared, Reverse(*at)));
        most.map(|(_, at)| at)
    }

    /// Goods that go between both sides, one line a list.
    fn goods(&mut self) -> Vec<Line> {
        let dossier = self.dossier;
        let lists: Vec<_> = dossier
            .series
            .iter()
            .enumerate()
            .filter(|(at, series)| {
                let record = Ref::new(Kind::Series, *at);
                let both = self.is_picked || self.scope.measures_both(series);
                let ours = both && self.scope.has(record);
                series.kind == SeriesKind::Goods && ours && !series.items.is_empty()
            })
            .collect();
        let lines = lists.into_iter().filter_map(|(at, series)| {
            let names: Vec<_> = series.items.iter().map(|item| line(&item.name)).collect();
            let evidence = series.items.iter().flat_map(|item| &item.evidence);
            let note = self.notes.cite(evidence.chain(&series.evidence))?;
            self.shown.push(Ref::new(Kind::Series, at));
            Some(Line::new(
                line(&series.title),
                format!("The sources name {}.", list(&names)),
                note,
                vec![series.id.clone()],
            ))
        });
        lines.collect()
    }

    /// Charts of what goes between both sides, where there is more than one time to compare.
    fn plots(&self) -> Vec<Plot> {
        let series = self.dossier.series.iter().enumerate();
        let mut ours: Vec<_> = series
            .filter(|(at, series)| {
                let record = Ref::new(Kind::Series, *at);
                self.scope.measures_both(series) && self.scope.has(record)
            })
            .collect();
        ours.sort_by_key(|(_, series)| rank(self.dossier, series));
        let plots = ours
            .into_iter()
            .filter_map(|(at, _)| Plot::new(self.dossier, at, self.as_of));
        plots.take(PLOTS).collect()
    }
}

/// The cells of the measures that matter most first; those of one measure stay together.
fn by_rank(dossier: &Dossier, mut cells: Vec<Cell>) -> Vec<Cell> {
    let mut ranks = HashMap::new();
    for cell in &cells {
        let first = &cell.statements[0];
        let series = &dossier.series[first.series];
        ranks
            .entry(Arc::clone(&first.key))
            .or_insert_with(|| rank(dossier, series));
    }
    cells.sort_by_key(|cell| ranks[&cell.statements[0].key]);
    cells
}

/// Of each measure the cells of the latest times, in the order of time; and how many are left out.
fn latest<'c>(cells: &[&'c Cell], times: usize) -> (Vec<&'c Cell>, usize) {
    let all = cells.len();
    let mut kept: Vec<&Cell> = Vec::new();
    let mut rest = cells;
    while let Some(first) = rest.first() {
        let same = |cell: &&&Cell| cell.statements[0].key == first.statements[0].key;
        let count = rest.iter().take_while(same).count();
        let (measure, others) = rest.split_at(count);
        // Those whose time is not known come last in a measure; the latest known times are kept.
        let dated = measure
            .iter()
            .filter(|c| c.statements[0].period.is_some())
            .count();
        kept.extend(&measure[dated.saturating_sub(times)..dated]);
        kept.extend(measure[dated..].iter().take(times.saturating_sub(dated)));
        rest = others;
    }
    let left = all - kept.len();
    (kept, left)
}

/// The time as it was told; what bounds an undated one.
fn when(statement: &Statement) -> String {
    let period = &statement.date;
    if !period.is_undated() {
        return date(period);
    }
    bounds(period)
}

/// The figure in words; of a growth also from when, and whether the series breaks there.
fn figure(dossier: &Dossier, statement: &Statement) -> String {
    let told_figure = line(&statement.describe(dossier));
    let [record] = statement.from[..] else {
        return told_figure;
    };
    let observation = dossier.observation(record.at).1;
    let is_stated = statement.origin == Origin::Stated;
    let base = date_in_words(observation.compared_with.as_ref())
        .filter(|_| is_stated)
        .map_or_else(String::new, |base| format!(" against {base}"));
    let broken = if is_stated && observation.is_break {
        ", break in the series"
    } else {
        ""
    };
    format!("{told_figure}{base}{broken}")
}

/// How the cell stands, and for a computed figure the arithmetic.
fn standing(cell: &Cell, statement: &Statement) -> String {
    let verdict = cell.verdict.words();
    match (statement.origin, statement.working.last()) {
        (Origin::Stated, _) | (_, None) => verdict,
        (_, Some(working)) if cell.statements.len() == 1 => format!("computed: {}", line(working)),
        (_, Some(working)) => format!("computed: {}; {verdict}", line(working)),
    }
}
