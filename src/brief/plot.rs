//! The figures of a series as points to draw: what was reported, what follows from other figures,
//! what was forecast. Gaps stay open, and nothing is joined that is not of neighbouring years.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::words::{self, date, line};
use crate::contested::Standing;
use crate::describe::title;
use crate::dossier::Dossier;
use crate::dossier::observation::ObservationStatus;
use crate::figures::{Interval, Origin, Statement, statements};

/// How firmly a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Printed.
    Reported,
    /// Follows from other figures.
    Implied,
    /// Printed as a forecast, or follows from one.
    Forecast,
    /// What somebody aims at.
    Target,
}

impl Mark {
    /// In the order of the legend.
    pub const ALL: [Self; 4] = [Self::Reported, Self::Implied, Self::Forecast, Self::Target];

    /// The sign of the dashboard.
    pub fn sign(self) -> char {
        match self {
            Self::Reported => '●',
            Self::Implied => '○',
            Self::Forecast => '◇',
            Self::Target => '△',
        }
    }

    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Implied => "computed from other figures",
            Self::Forecast => "forecast",
            Self::Target => "target",
        }
    }

    pub(super) fn of(statement: &Statement) -> Self {
        match (statement.origin, statement.firmness) {
            (_, ObservationStatus::Forecast) => Self::Forecast,
            (_, ObservationStatus::Target) => Self::Target,
            (Origin::Stated, _) => Self::Reported,
            _ => Self::Implied,
        }
    }
}

/// The dotted bar between figures that a marked break parts.
pub(crate) const BREAK: (char, &str) = ('┊', "break in the series: not comparable across it");

/// The signs of a brief that has these charts and these marks in its table, and what they mean; the
/// last are those of doubts.
pub(crate) fn legend(
    plots: &[Plot],
    table: impl Iterator<Item = Mark>,
    doubts: impl Iterator<Item = Standing>,
) -> Vec<(char, &'static str)> {
    let drawn = plots.iter().flat_map(|plot| &plot.points);
    let used: Vec<_> = table.chain(drawn.map(|point| point.mark)).collect();
    let is_broken = plots.iter().any(|plot| !plot.breaks().is_empty());
    let marks = Mark::ALL.into_iter().filter(|mark| used.contains(mark));
    let signs = marks.map(|mark| (mark.sign(), mark.word()));
    signs
        .chain(is_broken.then_some(BREAK))
        .chain(signs_of(doubts))
        .collect()
}

/// The signs of doubts, the gravest first.
fn signs_of(doubts: impl Iterator<Item = Standing>) -> Vec<(char, &'static str)> {
    let all: BTreeSet<_> = doubts.collect();
    let signs = all.into_iter().rev().filter_map(|standing| {
        let sign = standing.sign().chars().next()?;
        Some((sign, words::doubt(standing)))
    });
    signs.collect()
}

/// A figure to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Years and parts of them.
    pub x: f64,
    /// The figure, in the power of ten of its series.
    pub y: f64,
    /// What it leaves open, where that is bounded.
    pub bar: Option<(f64, f64)>,
    /// How firmly it stands.
    pub mark: Mark,
    /// The whole year that it is about, if it is one.
    pub year: Option<i32>,
    /// The series is not comparable with what comes before.
    pub is_break: bool,
    /// The digits alone: "50", "5.0".
    pub digits: String,
    /// In words: "2022: about US$ 50 million".
    pub words: String,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// What is measured, and in what.
    pub title: String,
    /// In the order of time.
    pub points: Vec<Point>,
}

impl Plot {
    /// The chart of series `at`; none where there is only one time, and nothing to compare.
    pub(super) fn new(dossier: &Dossier, at: usize, as_of: Option<NaiveDate>) -> Option<Self> {
        let own = statements(dossier, as_of)
            .into_iter()
            .filter(|statement| statement.series == at);
        let mut points: Vec<_> = own.filter_map(|s| point(dossier, &s)).collect();
        points.sort_by(|a, b| a.x.total_cmp(&b.x));
        let (first, last) = (points.first()?, points.last()?);
        if last.x - first.x < 0.1 {
            return None;
        }
        let series = &dossier.series[at];
        let unit = title::unit(series);
        let title = match unit.as_str() {
            "" => line(&series.title),
            unit => format!("{}, {}", line(&series.title), line(unit)),
        };
        Some(Self { title, points })
    }

    /// Where marked breaks lie, in years: in the middle between a marked figure and the one before it.
    pub fn breaks(&self) -> Vec<f64> {
        let marked = self.points.iter().filter(|point| point.is_break);
        let middle = marked.filter_map(|point| {
            let mut before = self.points.iter().rev().filter(|one| one.x < point.x);
            before.next().map(|one| f64::midpoint(one.x, point.x))
        });
        middle.collect()
    }

    /// Pairs of reported figures of neighbouring years between which no break is marked.
    pub fn joins(&self) -> impl Iterator<Item = (&Point, &Point)> {
        let firm: Vec<_> = self
            .points
            .iter()
            .filter(|point| point.mark == Mark::Reported)
            .collect();
        let pairs = firm.windows(2).map(|pair| (pair[0], pair[1]));
        let breaks = self.breaks();
        let next = |(a, b): &(&Point, &Point)| {
            matches!((a.year, b.year), (Some(x), Some(y)) if y - x == 1)
                && !breaks.iter().any(|x| (a.x..b.x).contains(x))
        };
        pairs.filter(next).collect::<Vec<_>>().into_iter()
    }
}

/// As printed, or of a computed figure as many as it bears.
fn digits(dossier: &Dossier, statement: &Statement, value: Interval) -> String {
    let printed = match (statement.origin, statement.from.first()) {
        (Origin::Stated, Some(record)) => title::number(dossier.observation(record.at).1),
        _ => None,
    };
    printed.unwrap_or_else(|| value.shown())
}

fn is_break(dossier: &Dossier, statement: &Statement) -> bool {
    let printed = statement
        .from
        .first()
        .filter(|_| statement.origin == Origin::Stated);
    printed.is_some_and(|record| dossier.observation(record.at).1.is_break)
}

fn point(dossier: &Dossier, statement: &Statement) -> Option<Point> {
    let value = statement.printed(dossier)?;
    let period = statement.period?;
    let first = statement.date.earliest()?;
    let day = |day: NaiveDate| f64::from(day.year()) + f64::from(day.ordinal0()) / 366.0;
    let y = match (value.low.is_finite(), value.high.is_finite()) {
        (true, true) => value.middle(),
        // A figure that is open to one side stands at the end that was told.
        (true, false) => value.low,
        _ => value.high,
    };
    let bounded = value.low.is_finite() && value.high.is_finite();
    Some(Point {
        x: f64::midpoint(day(first), day(period.last())),
        y,
        bar: bounded.then_some((value.low, value.high)),
        mark: Mark::of(statement),
        digits: digits(dossier, statement, value),
        year: period.year(),
        is_break: is_break(dossier, statement),
        words: line(&format!(
            "{}: {}",
            date(&statement.date),
            statement.describe(dossier)
        )),
    })
}
