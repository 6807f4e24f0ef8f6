//! The figures of a series on axes, where there is something to compare.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::text::Span;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Widget};

use super::points::{Point, Shape};
use crate::dashboard::ui::theme::Theme;
use crate::figures::axis;

/// Room for the label of a year on the horizontal axis.
const YEAR_LABEL: u16 = 7;

/// The chart: lines only between neighbouring years, so that a gap stays a gap.
pub(super) fn plot(
    points: &[Point],
    selected: usize,
    scale: i8,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let placed = |shape: Option<Shape>| -> Vec<(f64, f64)> {
        let of_shape = points.iter().filter(|p| shape.is_none_or(|s| s == p.shape));
        of_shape.filter_map(Point::place).collect()
    };
    let all = placed(None);
    let x_bounds = years(&all);
    let (y_bounds, y_labels) = values(&all, scale);
    let rows = f64::from(area.height.saturating_sub(2).max(1));
    let segments = segments(points);
    let bars: Vec<_> = points.iter().filter_map(Point::bar).collect();
    let by_shape = Shape::ALL.map(|shape| (shape, placed(Some(shape))));
    let contested = marks(points, y_bounds, rows);
    let chosen: Vec<_> = points[selected].place().into_iter().collect();
    let line = |data, glyph| scatter(data, glyph, theme.dim()).graph_type(GraphType::Line);
    let mut sets: Vec<_> = segments.iter().map(|data| line(data, '•')).collect();
    // What the figures leave open: nothing is seen of it where it is less than a row.
    sets.extend(bars.iter().map(|data| line(data, '│')));
    for (shape, data) in &by_shape {
        sets.push(scatter(data, shape.glyph(), theme.good()));
    }
    sets.push(scatter(&contested, '≠', theme.warn()));
    let glyph = points[selected].shape.glyph();
    let style = theme.focus().add_modifier(Modifier::REVERSED);
    sets.push(scatter(&chosen, glyph, style));
    let labels = label_row(&y_labels, area);
    let axis = |bounds| Axis::default().bounds(bounds).style(theme.quiet());
    Chart::new(sets)
        .legend_position(None)
        .x_axis(axis(x_bounds).labels(["", ""]))
        .y_axis(axis(y_bounds).labels(y_labels))
        .render(area, buf);
    year_labels(x_bounds, theme, labels, buf);
}

/// The row below the points. The chart would not put its own labels below their years, so these
/// are drawn by hand.
fn label_row(y_labels: &[Span<'_>], area: Rect) -> Rect {
    let margin = y_labels.iter().map(Span::width).max().unwrap_or(0) + 1;
    let margin = u16::try_from(margin).unwrap_or(0).min(area.width - 1);
    Rect {
        x: area.x + margin,
        y: area.bottom() - 1,
        width: area.width - margin,
        height: 1,
    }
}

/// A mark above each contested figure, or below it at the upper edge.
fn marks(points: &[Point], [low, high]: [f64; 2], rows: f64) -> Vec<(f64, f64)> {
    let row = (high - low) / rows;
    let contested = points.iter().filter(|point| point.contested.is_some());
    let places = contested.filter_map(Point::place);
    places
        .map(|(x, y)| (x, if y + row > high { y - row } else { y + row }))
        .collect()
}

fn scatter(data: &[(f64, f64)], glyph: char, style: Style) -> Dataset<'_> {
    Dataset::default()
        .data(data)
        .marker(Marker::Custom(glyph))
        .graph_type(GraphType::Scatter)
        .style(style)
}

/// Pairs of printed figures of neighbouring years between which no break is marked.
fn segments(points: &[Point]) -> Vec<[(f64, f64); 2]> {
    let stated = points
        .iter()
        .filter(|point| point.is_printed() && point.is_year());
    let stated = stated.filter_map(|point| Some((point.place()?, point.is_break)));
    let stated: Vec<_> = stated.collect();
    let neighbours = stated
        .windows(2)
        .filter(|pair| (pair[1].0.0 - pair[0].0.0 - 1.0).abs() < 0.01 && !pair[1].1);
    neighbours.map(|pair| [pair[0].0, pair[1].0]).collect()
}

/// Bounds on whole years.
fn years(points: &[(f64, f64)]) -> [f64; 2] {
    let first = points.iter().map(|p| p.0).fold(f64::INFINITY, f64::min);
    let last = points.iter().map(|p| p.0).fold(f64::NEG_INFINITY, f64::max);
    [first.floor(), last.ceil().max(first.floor() + 1.0)]
}

/// A label below each year, or below every second, fifth … where there is no room for more.
fn year_labels([first, last]: [f64; 2], theme: Theme, area: Rect, buf: &mut Buffer) {
    let column = |year: f64| {
        let share = (year - first) / (last - first) * f64::from(area.width - 1);
        area.x + u16::try_from(columns_of(share)).unwrap_or(0)
    };
    let room = f64::from((area.width / YEAR_LABEL).max(1));
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0];
    let step = steps
        .into_iter()
        .find(|step| (last - first) / step <= room)
        .unwrap_or(1000.0);
    let mut year = (first / step).ceil() * step;
    while year <= last {
        let label = format!("{year:.0}");
        let wide = u16::try_from(label.len()).unwrap_or(0);
        let left = column(year).saturating_sub(wide / 2).max(area.x);
        let left = left.min(area.right().saturating_sub(wide));
        buf.set_stringn(left, area.y, label, area.width.into(), theme.dim());
        year += step;
    }
}

/// Bounds from nought (or the least value below it) to a round number, and three labels.
fn values(points: &[(f64, f64)], scale: i8) -> ([f64; 2], Vec<Span<'static>>) {
    let low = points.iter().map(|p| p.1).fold(0.0, f64::min);
    let high = points.iter().map(|p| p.1).fold(0.0, f64::max);
    let [low, high] = axis::bounds(low, high);
    let labels = [low, f64::midpoint(low, high), high];
    (
        [low, high],
        labels
            .map(|value| Span::raw(label(value, high.max(-low), scale)))
            .into(),
    )
}

/// A number on an axis that goes up to `most`: long ones of a series that counts single units are
/// shortened as its figures are in the list.
fn label(value: f64, most: f64, scale: i8) -> String {
    let short = [(12, " tn"), (9, " bn"), (6, " m"), (3, " k")];
    let short = short
        .into_iter()
        .find(|(power, _)| most >= 10f64.powi(*power));
    match short.filter(|_| scale == 0 && most >= 10_000.0) {
        Some((power, word)) => format!("{}{word}", value / 10f64.powi(power)),
        None => format!("{value}"),
    }
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
