//! Panel 3: figures. A list of series, each with a sparkline, its last figure and the change; below
//! it the chosen series as a chart, as a list of figures, or as a list of goods.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;
use ratatui::widgets::{Sparkline, SparklineBar, Widget};

use super::{Panel, View, counted, nothing};
use crate::contested::Standing;
use crate::dashboard::action::Action;
use crate::dashboard::ui::chart;
use crate::dashboard::ui::cursor::{Cursor, Pointed, Scroll};
use crate::dashboard::ui::points::{self, Point};
use crate::dashboard::ui::text::{marked, pad};
use crate::describe::page::Subject;
use crate::dossier::{Kind, Ref};
use crate::figures::{self, order::rank};
use crate::search::Found;
use crate::workspace::Workspace;
use columns::{Columns, is_long};
use tail::{last_period, tail};

mod columns;
mod tail;

/// State of the figures.
#[derive(Debug, Default)]
pub struct Trade {
    found: Arc<Found>,
    cursor: Cursor,
    scroll: Scroll,
    columns: Columns,
    /// The sparklines of the series that were drawn, by the number of the series.
    sparks: BTreeMap<usize, Vec<Option<u64>>>,
    /// The figure of the chosen series that was stepped to.
    figure: Option<usize>,
}

impl Trade {
    /// All series.
    pub fn new(workspace: &Workspace) -> Self {
        let mut trade = Self::default();
        trade.show(workspace.all(Kind::Series), false, workspace);
        trade
    }

    fn series(&self) -> Option<usize> {
        self.cursor.at().map(|at| self.found.record(at))
    }

    /// To the next figure, or the one before; from the last one first.
    fn step(&mut self, workspace: &Workspace, forward: bool) {
        let Some(series) = self.series() else { return };
        let count = points::of(workspace, series).len();
        let last = count.checked_sub(1);
        self.figure = last.map(|last| match (self.figure, forward) {
            (None, true) => 0,
            // Without a choice the last one is shown.
            (None, false) => last.saturating_sub(1),
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1).min(last),
        });
    }
}

impl Panel for Trade {
    fn kind(&self) -> Kind {
        Kind::Series
    }

    fn rows(&self, records: usize) -> usize {
        records
    }

    fn act(&mut self, action: Action, workspace: &Workspace) {
        match action {
            Action::Move(step) => {
                let before = self.cursor.at();
                self.cursor.step(step);
                if self.cursor.at() != before {
                    self.figure = None;
                }
            }
            Action::Right => self.step(workspace, true),
            Action::Left => self.step(workspace, false),
            _ => {}
        }
    }

    fn show(&mut self, found: Arc<Found>, _: bool, workspace: &Workspace) {
        let before = self.series();
        self.columns = Columns::of(&workspace.dossier.series);
        self.sparks.clear();
        let dossier = &workspace.dossier;
        self.found = Arc::new(found.ranked(|at| rank(dossier, &dossier.series[at])));
        self.cursor.set_len(self.found.len());
        let place = before.and_then(|series| self.found.position(series));
        if place.is_none() {
            self.figure = None;
        }
        self.cursor.select(place.unwrap_or(0));
    }

    fn selected(&self, workspace: &Workspace) -> Option<Ref> {
        let series = self.series()?;
        let figure = self
            .figure
            .and_then(|at| points::of(workspace, series).get(at).map(|p| p.record));
        Some(figure.unwrap_or(Ref::new(Kind::Series, series)))
    }

    fn subject(&self, workspace: &Workspace) -> Option<Subject> {
        let implied = || {
            let series = self.series()?;
            let point = points::of(workspace, series)
                .into_iter()
                .nth(self.figure?)?;
            let place = point.implied?;
            Some(Subject::Implied { series, place })
        };
        implied().or_else(|| self.selected(workspace).map(Subject::Record))
    }

    fn select(&mut self, record: Ref, workspace: &Workspace) {
        let series = match record.kind {
            Kind::Series => record.at,
            Kind::Observation => workspace.dossier.series_of(record.at),
            _ => return,
        };
        if let Some(place) = self.found.position(series) {
            self.cursor.select(place);
            let points = points::of(workspace, series);
            self.figure = points
                .iter()
                .position(|point| point.record == record && point.implied.is_none());
        }
    }

    fn point(&mut self, row: u16, _: u16, _: &Workspace) -> Pointed {
        let pointed = self.cursor.point(self.scroll.top() + usize::from(row));
        if pointed == Pointed::Selected {
            self.figure = None;
        }
        pointed
    }

    fn top(&self) -> usize {
        self.scroll.top()
    }

    fn set_top(&mut self, top: usize) {
        self.scroll.set_top(top);
    }

    fn turn(&mut self, forward: bool) {
        self.cursor.turn(forward);
        self.figure = None;
    }

    fn count(&self, workspace: &Workspace) -> String {
        counted(
            self.cursor.at(),
            &self.found,
            workspace.dossier.series.len(),
        )
    }

    fn draw(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        if self.series().is_none() {
            nothing(Kind::Series, view).render(area, buf);
            return;
        }
        self.draw_list(view, area, buf);
    }
}

impl Trade {
    fn draw_list(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        self.cursor.set_page(area.height.into());
        let selected = self.cursor.at().unwrap_or(0);
        let rows = self
            .scroll
            .keep(selected..selected + 1, self.found.len(), area.height.into());
        for (y, at) in (area.y..).zip(rows) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            let series = self.found.record(at);
            let spark = self
                .sparks
                .entry(series)
                .or_insert_with(|| spark(&points::of(view.workspace, series), self.columns.years));
            let row = (series, at == selected);
            draw_row(row, (self.columns, spark), view, line, buf);
        }
    }
}

/// The sign of a row: what contests the series, or a figure that the row prints or compares.
fn sign(workspace: &Workspace, at: usize) -> &'static str {
    let series = &workspace.dossier.series[at];
    let change = figures::change(series);
    let compared = change.iter().flat_map(|change| [change.from, change.to]);
    let periods: Vec<_> = compared.chain(last_period(series)).collect();
    let figures = workspace.dossier.figures_of(at).zip(&series.observations);
    let shown = figures.filter(|(_, figure)| periods.contains(&&figure.period));
    let records = shown.map(|(record, _)| record);
    let all = [Ref::new(Kind::Series, at)].into_iter().chain(records);
    let standing = all
        .filter_map(|record| workspace.contests.standing(record))
        .max();
    let doubt = standing.filter(|standing| standing.is_doubt());
    doubt.map_or("", Standing::sign)
}

/// The height of the greatest figure in a sparkline: a row in eighths.
const TALL: u64 = 8;
/// One series: title, sparkline, last figure, change, and whether it is contested.
fn draw_row(
    (at, selected): (usize, bool),
    (layout, spark): (Columns, &[Option<u64>]),
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let dossier = &view.workspace.dossier;
    let series = &dossier.series[at];
    let record = Ref::new(Kind::Series, at);
    let change = figures::change(series).map_or_else(String::new, |change| change.short());
    let columns = usize::from(area.width);
    let shares = layout.shared(series, &change, columns);
    let name = pad(&series.title, shares.names);
    let mark = super::sign(selected, view.marked.contains(record));
    let hits = view.query.hits(&name);
    let mut line = marked(&name, 0..name.len(), &hits, Style::new(), view.theme.hit());
    line.spans.insert(0, Span::styled(mark, view.theme.focus()));
    line.spans.push(Span::raw(" ".repeat(shares.gap)));
    let room = [shares.figures, shares.tail];
    let tail = tail(series, &change, room, is_long(columns));
    let sign = sign(view.workspace, at);
    line.spans.push(Span::raw(tail + " "));
    line.spans.push(Span::styled(sign, view.theme.warn()));
    line.render(area, buf);
    if selected && view.focused {
        buf.set_style(area, view.theme.selected());
    }
    let (_, cells) = layout.years;
    let x = area.x + u16::try_from(2 + shares.names).unwrap_or(0);
    if shares.gap > 1 && x + cells <= area.right() {
        let area = Rect {
            x,
            width: cells,
            ..area
        };
        // Reversed bars would be read upside down.
        buf.set_style(area, Style::new().remove_modifier(Modifier::REVERSED));
        Sparkline::default()
            .data(spark.iter().copied().map(SparklineBar::from))
            .max(TALL)
            .style(view.theme.good())
            .render(area, buf);
    }
}

/// The heights of the figures of a series in eighths of a row, a cell for each of the common years of the
/// list, and a gap where there is none; of one that is only told of parts of years as many cells as there
/// are figures. The least figure still shows; less than two are no line.
fn spark(points: &[Point], (last_year, cells): (i64, u16)) -> Vec<Option<u64>> {
    let cells = usize::from(cells);
    let printed = || points.iter().filter(|point| point.is_printed());
    let by_year = printed().any(Point::is_year);
    let placed: Vec<_> = printed().filter_map(Point::place).collect();
    let cell = |(at, (x, _)): (usize, &(f64, f64))| {
        let cell = if by_year {
            chart::cell_of(x - years_before(last_year, cells))
        } else {
            (cells + at).checked_sub(placed.len())
        };
        cell.filter(|cell| *cell < cells)
    };
    let shown: Vec<_> = placed.iter().enumerate().map(cell).collect();
    if shown.iter().flatten().count() < 2 {
        return Vec::new();
    }
    let floor = placed.iter().map(|p| p.1).fold(0.0, f64::min);
    let top = placed.iter().map(|p| p.1).fold(f64::MIN, f64::max);
    let level = |y: f64| {
        ((y - floor) / (top - floor).max(f64::MIN_POSITIVE) * 8.0)
            .round()
            .max(1.0)
    };
    let mut heights = vec![None; cells];
    for (cell, (_, y)) in shown.into_iter().zip(&placed) {
        if let Some(cell) = cell {
            heights[cell] = Some(chart::columns_of(level(*y)) as u64);
        }
    }
    heights
}

/// The first of `cells` years that end with `last`.
#[expect(clippy::cast_precision_loss, reason = "years and cells are small")]
fn years_before(last: i64, cells: usize) -> f64 {
    last as f64 + 1.0 - cells as f64
}
