//! A chart as inline SVG: readable without colours and scripts, told in words to those who do not
//! see it, and with nothing between years that have no figure.

use maud::{Markup, html};

use crate::brief::plot::{Mark, Plot, Point};
use crate::export::frame::{BOTTOM, Frame, HEIGHT, LEFT, RIGHT, TOP, WIDTH, describe};

/// A chart with its caption and legend.
pub(super) fn figure(at: usize, plot: &Plot) -> Markup {
    let frame = Frame::new(plot);
    let [title, desc] = ["title", "desc"].map(|part| format!("chart-{at}-{part}"));
    html! {
        figure { "\n"
            figcaption { (plot.title) } "\n"
            svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-labelledby={ (title) " " (desc) } { "\n"
                title id=(title) { (plot.title) } "\n"
                desc id=(desc) { (describe(plot)) } "\n"
                (frame.axes())
                (frame.joins(plot))
                (frame.breaks(plot))
                @for point in &plot.points { (frame.point(point)) }
            } "\n"
        } "\n"
    }
}

impl Frame {
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

    fn joins(&self, plot: &Plot) -> Markup {
        let place = |point: &Point| (self.x(point.x), self.y(point.y));
        html! {
            @for (a, b) in plot.joins() { (line("join", place(a), place(b))) }
        }
    }

    /// A dotted bar where a marked break lies.
    fn breaks(&self, plot: &Plot) -> Markup {
        html! {
            @for x in plot.breaks() {
                (line("break", (self.x(x), TOP), (self.x(x), HEIGHT - BOTTOM)))
            }
        }
    }

    /// The mark with what the figure leaves open behind it, and the digits above it.
    fn point(&self, point: &Point) -> Markup {
        let (x, y) = (self.x(point.x), self.y(point.y));
        let top = point.bar.map_or(y, |(_, high)| self.y(high).min(y)) - 5.0;
        html! {
            g { "\n"
                title { (point.words) } "\n"
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
