//! A chart as inline SVG: readable without colours and scripts, told in words to those who do not
//! see it, and with nothing between years that have no figure.

use maud::{Markup, html};

use crate::brief::plot::{Mark, Plot, Point};
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
pub(super) fn figure(at: usize, plot: &Plot) -> Markup {
    let frame = Frame::new(plot);
    let told = plot.points.iter();
    let told = told.map(|point| format!("{} ({})", point.told, point.mark.word()));
    let told = told.collect::<Vec<_>>().join("; ");
    let [title, desc] = ["title", "desc"].map(|part| format!("chart-{at}-{part}"));
    html! {
        figure { "\n"
            figcaption { (plot.title) } "\n"
            svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-labelledby={ (title) " " (desc) } { "\n"
                title id=(title) { (plot.title) } "\n"
                desc id=(desc) { (told) ". A time without a mark has no figure." } "\n"
                (frame.axes())
                (frame.joins(plot))
                @for point in &plot.points { (frame.point(point)) }
            } "\n"
        } "\n"
    }
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
    fn axes(&self) -> Markup {
        let [low, high] = self.values;
        let (bottom, right) = (HEIGHT - BOTTOM, WIDTH - RIGHT);
        let zero = self.y(0.0);
        html! {
            (line("axis", (LEFT, TOP), (LEFT, bottom)))
            (line("axis", (LEFT, zero), (right, zero)))
            @for value in [low, f64::midpoint(low, high), high] {
                (text((LEFT - 4.0, self.y(value) + 3.0), "end", &value.to_string()))
            }
            @for year in self.labels() {
                (text((self.x(year + 0.5), HEIGHT - 6.0), "middle", &format!("{year:.0}")))
            }
        }
    }

    /// The years that there is room for.
    fn labels(&self) -> impl Iterator<Item = f64> {
        let [first, last] = self.years;
        let room = ((WIDTH - RIGHT - LEFT) / YEAR).max(1.0);
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0];
        let step = steps.into_iter().find(|step| (last - first) / step <= room);
        let step = step.unwrap_or(1000.0);
        let start = (first / step).ceil() * step;
        std::iter::successors(Some(start), move |year| Some(year + step))
            .take_while(move |year| *year < last)
    }

    fn joins(&self, plot: &Plot) -> Markup {
        let place = |point: &Point| (self.x(point.x), self.y(point.y));
        html! {
            @for (a, b) in plot.joins() { (line("join", place(a), place(b))) }
        }
    }

    /// The mark with what the figure leaves open behind it, and the digits above it.
    fn point(&self, point: &Point) -> Markup {
        let (x, y) = (self.x(point.x), self.y(point.y));
        let top = point.bar.map_or(y, |(_, high)| self.y(high).min(y)) - 5.0;
        html! {
            g { "\n"
                title { (point.told) } "\n"
                @if let Some((low, high)) = point.bar {
                    (line("bar", (x, self.y(low)), (x, self.y(high))))
                }
                @match point.mark {
                    Mark::Reported => (circle("full", (x, y))),
                    Mark::Implied => (circle("open", (x, y))),
                    Mark::Forecast => {
                        path.open d=(format_args!("M{x:.1} {:.1}l4 4l-4 4l-4 -4z", y - 4.0)) {} "\n"
                    }
                    Mark::Target => {
                        path.open d=(format_args!("M{x:.1} {:.1}l4 7l-8 0z", y - 4.0)) {} "\n"
                    }
                }
                (text((x, top.max(8.0)), "middle", &point.digits))
            } "\n"
        }
    }
}

fn circle(class: &str, (x, y): (f64, f64)) -> Markup {
    html! { circle class=(class) cx=(tenth(x)) cy=(tenth(y)) r="3" {} "\n" }
}

fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Markup {
    html! {
        line class=(class) x1=(tenth(x1)) y1=(tenth(y1)) x2=(tenth(x2)) y2=(tenth(y2)) {} "\n"
    }
}

fn text((x, y): (f64, f64), anchor: &str, text: &str) -> Markup {
    html! { text x=(tenth(x)) y=(tenth(y)) text-anchor=(anchor) { (text) } "\n" }
}

/// A coordinate, in tenths of a unit.
fn tenth(value: f64) -> String {
    format!("{value:.1}")
}
