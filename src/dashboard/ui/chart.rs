//! The figures of a series on axes. Nought is always on the axis; no point is on a row that is labelled
//! with another value; a gap between years stays a gap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::points::Point;
use super::text::width;
use crate::dashboard::ui::theme::Theme;
use crate::figures::axis;

/// Room for the label of a year on the horizontal axis.
const YEAR_LABEL: u16 = 7;

/// Rows and columns of a chart, and what they stand for.
struct Plot {
    /// Inside the axes; the last row is that of the least value.
    inner: Rect,
    years: [f64; 2],
    values: [f64; 2],
}

/// Draws `points`, of which the one at `selected` is read; `scale` is the power of ten of their unit.
pub(super) fn plot(
    points: &[Point],
    selected: usize,
    scale: i8,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let placed: Vec<_> = points.iter().filter_map(Point::place).collect();
    let bars = points.iter().filter_map(Point::bar).flatten();
    let ends: Vec<f64> = bars
        .map(|end| end.1)
        .chain(placed.iter().map(|p| p.1))
        .collect();
    let low = ends.iter().copied().fold(0.0, f64::min);
    let high = ends.iter().copied().fold(0.0, f64::max);
    let values = axis::bounds(low, high);
    let labels = values.map(|value| label(value, values[1].max(-values[0]), scale));
    let margin = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 1;
    let margin = u16::try_from(margin).unwrap_or(0).min(area.width / 3);
    // Room for the sign and the value of the last point.
    let after = points
        .iter()
        .map(|point| width(&point.label) + 3)
        .max()
        .unwrap_or(0);
    let after = u16::try_from(after).unwrap_or(0).min(area.width / 4);
    let plot = Plot {
        inner: Rect {
            x: area.x + margin,
            width: area.width.saturating_sub(margin + after).max(1),
            height: area.height.saturating_sub(1).max(1),
            ..area
        },
        years: years(&placed),
        values,
    };
    plot.axes(&labels, &placed, theme, area, buf);
    plot.lines(points, theme, buf);
    plot.breaks(points, theme, buf);
    for (at, point) in points.iter().enumerate() {
        plot.point(point, at == selected, theme, area, buf);
    }
    for (at, point) in points.iter().enumerate() {
        plot.value(point, at == selected, theme, area, buf);
    }
}

impl Plot {
    fn column(&self, x: f64) -> u16 {
        let [first, last] = self.years;
        let share = (x - first) / (last - first) * f64::from(self.inner.width - 1);
        let column = u16::try_from(columns_of(share.max(0.0))).unwrap_or(0);
        self.inner.x + column.min(self.inner.width - 1)
    }

    /// The row of a value: that of nought is only for nought itself.
    fn row(&self, y: f64) -> u16 {
        let nought = self.steps(0.0);
        let steps = match self.steps(y) {
            steps if y > 0.0 && steps <= nought => nought + 1,
            steps if y < 0.0 && steps >= nought => nought.saturating_sub(1),
            steps => steps,
        };
        self.inner.bottom() - 1 - steps.min(self.inner.height - 1)
    }

    /// Rows above the least value.
    fn steps(&self, y: f64) -> u16 {
        let [low, high] = self.values;
        let share = (y - low) / (high - low) * f64::from(self.inner.height - 1);
        u16::try_from(columns_of(share.max(0.0))).unwrap_or(u16::MAX)
    }

    /// The axes, and a label on every row that no other value is on.
    fn axes(
        &self,
        labels: &[String; 2],
        placed: &[(f64, f64)],
        theme: Theme,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let left = self.inner.x - 1;
        for y in self.inner.top()..self.inner.bottom() {
            buf.set_string(left, y, "│", theme.quiet());
        }
        let nought = self.row(0.0);
        for x in self.inner.x..area.right() {
            buf.set_string(x, nought, "─", theme.quiet());
        }
        buf.set_string(
            left,
            nought,
            if self.values[0] < 0.0 { "┼" } else { "└" },
            theme.quiet(),
        );
        let named = [(self.values[0], &labels[0]), (self.values[1], &labels[1])];
        let nought_label = String::from("0");
        let all = named.into_iter().chain([(0.0, &nought_label)]);
        for (value, label) in all {
            let row = self.row(value);
            let is_other = |(_, y): &(f64, f64)| self.row(*y) == row && !is_same(*y, value);
            if !placed.iter().any(is_other) {
                let columns = u16::try_from(width(label)).unwrap_or(0);
                let x = left.saturating_sub(columns).max(area.x);
                buf.set_stringn(x, row, label, usize::from(left - area.x), theme.dim());
            }
        }
        self.year_labels(theme, area, buf);
    }

    /// A label below each year, or below every second, fifth … where there is no room for more.
    fn year_labels(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        let [first, last] = self.years;
        let room = f64::from((self.inner.width / YEAR_LABEL).max(1));
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0];
        let step = steps
            .into_iter()
            .find(|step| (last - first) / step <= room)
            .unwrap_or(1000.0);
        let mut year = (first / step).ceil() * step;
        while year <= last {
            let label = format!("{year:.0}");
            let wide = u16::try_from(label.len()).unwrap_or(0);
            let left = self
                .column(year)
                .saturating_sub(wide / 2)
                .max(area.x)
                .min(area.right().saturating_sub(wide));
            buf.set_stringn(
                left,
                area.bottom() - 1,
                label,
                area.width.into(),
                theme.dim(),
            );
            year += step;
        }
    }

    /// Dots from each printed figure to that of the next year, where no break is marked between.
    fn lines(&self, points: &[Point], theme: Theme, buf: &mut Buffer) {
        let printed = points
            .iter()
            .filter(|point| point.is_printed() && point.is_year());
        let placed: Vec<_> = printed
            .filter_map(|point| Some((point.place()?, point.is_break)))
            .collect();
        for pair in placed.windows(2) {
            let ((from, _), (to, is_break)) = (pair[0], pair[1]);
            if (to.0 - from.0 - 1.0).abs() > 0.01 || is_break {
                continue;
            }
            let (x, end) = (self.column(from.0), self.column(to.0));
            let rows = [f64::from(self.row(from.1)), f64::from(self.row(to.1))];
            for column in (x + 2..end.saturating_sub(1)).step_by(2) {
                let share = f64::from(column - x) / f64::from(end - x);
                let row = columns_of(rows[0] + (rows[1] - rows[0]) * share);
                let row = u16::try_from(row).unwrap_or(0);
                // The axis stays an axis.
                if buf
                    .cell((column, row))
                    .is_some_and(|cell| cell.symbol() == " ")
                {
                    buf.set_string(column, row, "·", theme.quiet());
                }
            }
        }
    }

    /// A dotted bar in the middle between a figure that is marked as a break and the one before it.
    fn breaks(&self, points: &[Point], theme: Theme, buf: &mut Buffer) {
        let places = || points.iter().filter_map(Point::place).map(|(x, _)| x);
        let marked = points.iter().filter(|point| point.is_break);
        for (x, _) in marked.filter_map(Point::place) {
            let before = places().filter(|one| *one < x).fold(f64::NAN, f64::max);
            if before.is_nan() {
                continue;
            }
            let column = self.column(f64::midpoint(before, x));
            for row in self.inner.top()..self.inner.bottom() {
                if row != self.row(0.0) {
                    buf.set_string(column, row, "┊", theme.quiet());
                }
            }
        }
    }

    /// The sign of a figure, on the bar of what it leaves open, and whether it is contested.
    fn point(&self, point: &Point, selected: bool, theme: Theme, area: Rect, buf: &mut Buffer) {
        let Some((x, y)) = point.place() else { return };
        let (column, row) = (self.column(x), self.row(y));
        if let Some([low, high]) = point.bar() {
            for bar in self.row(high.1)..=self.row(low.1) {
                if bar != row && bar != self.row(0.0) {
                    buf.set_string(column, bar, "│", theme.quiet());
                }
            }
        }
        let style = if selected {
            theme.focus().add_modifier(Modifier::REVERSED)
        } else {
            theme.good()
        };
        buf.set_string(column, row, point.shape.glyph().to_string(), style);
        if point.contested.is_some() && column + 1 < area.right() {
            buf.set_string(column + 1, row, "≠", theme.warn());
        }
    }

    /// The value beside its point, where nothing else is.
    fn value(&self, point: &Point, selected: bool, theme: Theme, area: Rect, buf: &mut Buffer) {
        let Some((x, y)) = point.place() else { return };
        let row = self.row(y);
        let signs = if point.contested.is_some() { 3 } else { 1 };
        let start = self.column(x) + signs;
        let end = start + u16::try_from(width(&point.label)).unwrap_or(u16::MAX / 2) + 1;
        let free = [" ", "·", "─"];
        let is_free = |x: u16| {
            buf.cell((x, row))
                .is_some_and(|c| free.contains(&c.symbol()))
        };
        if end <= area.right() && (start..end).all(is_free) {
            let style = if selected {
                theme.strong()
            } else {
                Style::new()
            };
            let text = format!("{} ", point.label);
            buf.set_string(start, row, text, style);
        }
    }
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// Bounds on whole years.
fn years(points: &[(f64, f64)]) -> [f64; 2] {
    let first = points.iter().map(|p| p.0).fold(f64::INFINITY, f64::min);
    let last = points.iter().map(|p| p.0).fold(f64::NEG_INFINITY, f64::max);
    [first.floor(), last.ceil().max(first.floor() + 1.0)]
}

/// A number on an axis that goes up to `most`: long ones of a series that counts single units are
/// shortened as its figures are in the list.
fn label(value: f64, most: f64, scale: i8) -> String {
    let short = [(12, " tn"), (9, " bn"), (6, " m"), (3, " k")]
        .into_iter()
        .find(|(power, _)| most >= 10f64.powi(*power));
    match short.filter(|_| scale == 0 && most >= 10_000.0) {
        Some((power, word)) => format!("{}{word}", value / 10f64.powi(power)),
        None => format!("{value}"),
    }
}

/// The cell of a place, if it is not before the first.
pub(in crate::dashboard) fn cell_of(place: f64) -> Option<usize> {
    (place > -0.5).then(|| columns_of(place.max(0.0)))
}

/// A small non-negative number as a whole one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounded by the callers to a screen's width"
)]
pub(in crate::dashboard) fn columns_of(value: f64) -> usize {
    value.round() as usize
}
