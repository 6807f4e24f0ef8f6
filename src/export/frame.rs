//! What is where in a chart on paper, drawn as SVG or as pixels.

use crate::brief::plot::Plot;
use crate::figures::axis;

/// Units of a chart across and down.
pub(super) const WIDTH: f64 = 340.0;
pub(super) const HEIGHT: f64 = 105.0;
/// Room for labels: left, right, top, bottom.
pub(super) const LEFT: f64 = 34.0;
pub(super) const RIGHT: f64 = 12.0;
pub(super) const TOP: f64 = 14.0;
pub(super) const BOTTOM: f64 = 18.0;
/// A label of a year needs so much.
const YEAR: f64 = 34.0;

/// What is on the axes.
pub(super) struct Frame {
    years: [f64; 2],
    pub(super) values: [f64; 2],
}

impl Frame {
    pub(super) fn new(plot: &Plot) -> Self {
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

    pub(super) fn x(&self, year: f64) -> f64 {
        let [first, last] = self.years;
        LEFT + (year - first) / (last - first) * (WIDTH - LEFT - RIGHT)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        let [low, high] = self.values;
        HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)
    }

    /// The years that there is room for.
    pub(super) fn labels(&self) -> impl Iterator<Item = f64> {
        let [first, last] = self.years;
        let room = ((WIDTH - RIGHT - LEFT) / YEAR).max(1.0);
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0];
        let step = steps
            .into_iter()
            .find(|step| (last - first) / step <= room)
            .unwrap_or(1000.0);
        let start = (first / step).ceil() * step;
        std::iter::successors(Some(start), move |year| Some(year + step))
            .take_while(move |year| *year < last)
    }
}

/// A chart in words, for those who do not see it.
pub(super) fn describe(plot: &Plot) -> String {
    let points = plot
        .points
        .iter()
        .map(|point| {
            let broken = if point.is_break {
                ", break in the series"
            } else {
                ""
            };
            format!("{} ({}{broken})", point.words, point.mark.word())
        })
        .collect::<Vec<_>>()
        .join("; ");
    format!("{points}. A time without a mark has no figure in this chart.")
}
