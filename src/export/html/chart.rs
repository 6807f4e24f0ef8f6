//! A chart as inline SVG: readable without colours and scripts, told in words to those who do not
//! see it, and with nothing between years that have no figure.

use std::fmt::Write as _;

use super::escape;
use crate::export::brief::plot::{Mark, Plot, Point};
use crate::figures::axis;

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 105.0;
/// Room for labels: left, right, top, bottom.
const LEFT: f64 = 34.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 18.0;
/// A label of a year needs so much.
const YEAR: f64 = 34.0;

/// What is on the axes.
struct Frame {
    years: [f64; 2],
    values: [f64; 2],
}

/// A chart with its caption and legend.
pub(super) fn figure(at: usize, plot: &Plot) -> String {
    let frame = Frame::new(plot);
    let told = plot.points.iter();
    let told = told.map(|point| format!("{} ({})", point.told, point.mark.word()));
    let told = told.collect::<Vec<_>>().join("; ");
    format!(
        "<figure>\n<figcaption>{title}</figcaption>\n\
         <svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"chart-{at}-title chart-{at}-desc\">\n\
         <title id=\"chart-{at}-title\">{title}</title>\n\
         <desc id=\"chart-{at}-desc\">{}. A time without a mark has no figure.</desc>\n\
         {}{}{}</svg>\n</figure>\n",
        escape(&told),
        frame.axes(),
        frame.joins(plot),
        frame.points(plot),
        title = escape(&plot.title),
    )
}

impl Frame {
    fn new(plot: &Plot) -> Self {
        let xs = || plot.points.iter().map(|point| point.x);
        let ys = plot.points.iter().flat_map(|point| {
            let (low, high) = point.bar.unwrap_or((point.y, point.y));
            [low, point.y, high]
        });
        let (low, high) = ys.fold((0.0, 0.0), |(low, high): (f64, f64), y| {
            (low.min(y), high.max(y))
        });
        let first = xs().fold(f64::INFINITY, f64::min).floor();
        let last = xs().fold(f64::NEG_INFINITY, f64::max).ceil();
        Self {
            years: [first, last.max(first + 1.0)],
            values: axis::bounds(low, high),
        }
    }

    fn x(&self, year: f64) -> f64 {
        let [first, last] = self.years;
        LEFT + (year - first) / (last - first) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        let [low, high] = self.values;
        HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)
    }

    /// Two axes, three values and as many years as there is room for, each below its middle.
    fn axes(&self) -> String {
        let [low, high] = self.values;
        let (bottom, right) = (HEIGHT - BOTTOM, WIDTH - RIGHT);
        let mut out = line("axis", (LEFT, TOP), (LEFT, bottom));
        out += &line("axis", (LEFT, self.y(0.0)), (right, self.y(0.0)));
        for value in [low, f64::midpoint(low, high), high] {
            let y = self.y(value) + 3.0;
            out += &text((LEFT - 4.0, y), "end", &format!("{value}"));
        }
        let [first, last] = self.years;
        let room = ((right - LEFT) / YEAR).max(1.0);
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0];
        let step = steps.into_iter().find(|step| (last - first) / step <= room);
        let step = step.unwrap_or(1000.0);
        let mut year = (first / step).ceil() * step;
        while year < last {
            out += &text(
                (self.x(year + 0.5), HEIGHT - 6.0),
                "middle",
                &format!("{year:.0}"),
            );
            year += step;
        }
        out
    }

    fn joins(&self, plot: &Plot) -> String {
        let joins = plot.joins().map(|(a, b)| {
            let place = |point: &Point| (self.x(point.x), self.y(point.y));
            line("join", place(a), place(b))
        });
        joins.collect()
    }

    fn points(&self, plot: &Plot) -> String {
        plot.points.iter().map(|point| self.point(point)).collect()
    }

    /// The mark with what the figure leaves open behind it, and the digits above it.
    fn point(&self, point: &Point) -> String {
        let (x, y) = (self.x(point.x), self.y(point.y));
        let mut out = format!("<g>\n<title>{}</title>\n", escape(&point.told));
        if let Some((low, high)) = point.bar {
            out += &line("bar", (x, self.y(low)), (x, self.y(high)));
        }
        // A string takes whatever is written to it.
        let _ = match point.mark {
            Mark::Reported => writeln!(
                out,
                "<circle class=\"full\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>"
            ),
            Mark::Implied => writeln!(
                out,
                "<circle class=\"open\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>"
            ),
            Mark::Forecast => writeln!(
                out,
                "<path class=\"open\" d=\"M{x:.1} {:.1}l4 4l-4 4l-4 -4z\"/>",
                y - 4.0
            ),
            Mark::Target => writeln!(
                out,
                "<path class=\"open\" d=\"M{x:.1} {:.1}l4 7l-8 0z\"/>",
                y - 4.0
            ),
        };
        let top = point.bar.map_or(y, |(_, high)| self.y(high).min(y)) - 5.0;
        out += &text((x, top.max(8.0)), "middle", &escape(&point.digits));
        out + "</g>\n"
    }
}

fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    format!(
        "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>\n"
    )
}

fn text((x, y): (f64, f64), anchor: &str, text: &str) -> String {
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>\n")
}
