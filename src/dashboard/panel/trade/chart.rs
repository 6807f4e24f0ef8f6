//! The chosen series: a chart with axes where there is something to compare, else its figures or
//! goods in words. Below it stands the figure that was stepped to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Widget};

use super::points::{self, Point, Shape};
use crate::dashboard::panel::View;
use crate::dashboard::ui::text::{clip, wrap};
use crate::dashboard::ui::theme::Theme;
use crate::describe::title;
use crate::dossier::{Dossier, Series};
use crate::figures::axis;

/// Below this many rows a chart tells less than words do.
const LEAST_CHART: u16 = 7;
/// Room for the label of a year on the horizontal axis.
const YEAR_LABEL: u16 = 7;

/// Draws series `at`; `figure` is the point that was stepped to.
pub(super) fn draw(
    at: usize,
    figure: Option<usize>,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let dossier = &view.workspace.dossier;
    let series = &dossier.series[at];
    let points = points::of(view.workspace, at);
    head(series, &points, view.theme, Rect { height: 1, ..area }, buf);
    let area = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    let placed: Vec<_> = points.iter().filter_map(Point::place).collect();
    let differ = placed.iter().any(|p| (p.0 - placed[0].0).abs() > 0.1);
    if series.observations.is_empty() {
        goods(series, view.theme, area, buf);
    } else if differ && area.height >= LEAST_CHART {
        let selected = figure.unwrap_or(points.len() - 1).min(points.len() - 1);
        let told = readout(&points[selected], dossier, view, area.width);
        let rows = u16::try_from(told.len()).unwrap_or(1).min(3);
        let chart = Rect {
            height: area.height - rows,
            ..area
        };
        plot(&points, selected, series.scale, view.theme, chart, buf);
        for (y, line) in (chart.bottom()..area.bottom()).zip(told) {
            line.render(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                buf,
            );
        }
    } else {
        words(&points, figure, dossier, view, area, buf);
    }
}

/// The title with unit, and the shapes that occur.
fn head(series: &Series, points: &[Point], theme: Theme, area: Rect, buf: &mut Buffer) {
    let used = Shape::ALL
        .into_iter()
        .filter(|shape| points.iter().any(|p| p.shape == *shape));
    let legend: Vec<_> = used
        .map(|shape| format!("{} {}", shape.glyph(), shape.word()))
        .collect();
    let legend = format!(" {} ", legend.join("  "));
    let unit = title::unit(series);
    let name = if unit.is_empty() {
        series.title.to_string()
    } else {
        format!("{}, {unit}", series.title)
    };
    buf.set_string(area.x, area.y, "─".repeat(area.width.into()), theme.quiet());
    let room =
        usize::from(area.width).saturating_sub(crate::dashboard::ui::text::width(&legend) + 6);
    buf.set_string(
        area.x + 1,
        area.y,
        format!(" {} ", clip(&name, room)),
        theme.strong(),
    );
    if legend.len() > 2 {
        let x = area.right().saturating_sub(
            u16::try_from(crate::dashboard::ui::text::width(&legend)).unwrap_or(0) + 1,
        );
        buf.set_string(x, area.y, legend, theme.dim());
    }
}

fn goods(series: &Series, theme: Theme, area: Rect, buf: &mut Buffer) {
    for (y, item) in (area.y..area.bottom()).zip(&series.items) {
        let name = clip(&item.name, usize::from(area.width).saturating_sub(4));
        let line = Line::from(vec![Span::styled("  • ", theme.good()), Span::raw(name)]);
        line.render(
            Rect {
                y,
                height: 1,
                ..area
            },
            buf,
        );
    }
}

/// The figures one below the other, each with where it stands.
fn words(
    points: &[Point],
    figure: Option<usize>,
    dossier: &Dossier,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut y = area.y;
    for (at, point) in points.iter().enumerate() {
        for line in readout(point, dossier, view, area.width) {
            if y >= area.bottom() {
                return;
            }
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            line.render(row, buf);
            if figure == Some(at) {
                buf.set_style(row, Style::new().add_modifier(Modifier::BOLD));
            }
            y += 1;
        }
    }
}

/// "2022  ● reported: about US$ 50 million ≠ · ASEAN Briefing \[2023\], ¶48".
fn readout(point: &Point, dossier: &Dossier, view: &View<'_>, columns: u16) -> Vec<Line<'static>> {
    let evidence = dossier.evidence(point.record);
    let first = evidence.first();
    let source = first.map_or_else(String::new, |e| format!(" · {}", dossier.citation(e)));
    let contested = point.contested.map_or_else(String::new, |at| {
        format!(" ≠ {}", view.workspace.contests.all[at].title)
    });
    let text = format!(
        "{}  {} {}: {}{contested}{source}",
        point.period,
        point.shape.glyph(),
        point.shape.word(),
        point.text
    );
    let style = if point.contested.is_some() {
        view.theme.warn()
    } else {
        Style::new()
    };
    let lines = wrap(&text, usize::from(columns).saturating_sub(4));
    let line = |(row, range): (usize, std::ops::Range<usize>)| {
        let indent = if row == 0 { "  " } else { "    " };
        let words = text[range].to_owned();
        let word_style = if row == 0 && point.contested.is_none() {
            Style::new()
        } else {
            style
        };
        Line::from(vec![Span::raw(indent), Span::styled(words, word_style)])
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// The chart: lines only between neighbouring years, so that a gap stays a gap.
fn plot(points: &[Point], selected: usize, scale: i8, theme: Theme, area: Rect, buf: &mut Buffer) {
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
pub(super) fn columns_of(value: f64) -> usize {
    value.round() as usize
}
