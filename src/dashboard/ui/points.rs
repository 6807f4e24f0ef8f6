//! The figures of a series as points: what was reported, what was forecast, what follows.

use chrono::{Datelike, NaiveDate};

use crate::brief::plot::Mark;
use crate::describe::title;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Date, Ref};
use crate::figures::{self, Interval, Period};
use crate::workspace::Workspace;

/// One figure to draw.
#[derive(Clone, Debug)]
pub struct Point {
    /// When.
    pub period: Date,
    /// Where it stands on an axis of years.
    x: Option<f64>,
    /// How much, in the unit and scale of the series.
    pub value: Option<Interval>,
    /// How it is known.
    pub mark: Mark,
    /// The figure that it is, or the first of those that it follows from.
    pub record: Ref,
    /// Its place among the figures that follow from others, if it is one.
    pub implied: Option<usize>,
    /// The figure in words.
    pub text: String,
    /// Its bare number, for a chart.
    pub label: String,
    /// The series is not comparable with what comes before.
    pub is_break: bool,
    /// Its place in the list of what is contested.
    pub contested: Option<usize>,
}

impl Point {
    /// Is it printed, and not what somebody aims at?
    pub fn is_printed(&self) -> bool {
        matches!(self.mark, Mark::Reported | Mark::Forecast)
    }

    /// How it is known, in a word.
    pub fn known(&self) -> &'static str {
        match self.mark {
            Mark::Implied => "implied",
            mark => mark.word(),
        }
    }

    /// Its place on a chart: years, and the value. None for an undated figure.
    pub fn place(&self) -> Option<(f64, f64)> {
        let value = self.value?;
        // A figure that is open to one side stands at the end that was told.
        let y = match (value.low.is_finite(), value.high.is_finite()) {
            (true, true) => value.middle(),
            (true, false) => value.low,
            _ => value.high,
        };
        Some((self.x?, y))
    }

    /// From the least to the greatest value that it stands for, where that is bounded.
    pub fn bar(&self) -> Option<[(f64, f64); 2]> {
        let (x, value) = (self.x?, self.value?);
        let bounded = value.low.is_finite() && value.high.is_finite();
        bounded.then_some([(x, value.low), (x, value.high)])
    }

    /// Does its period last a whole year?
    pub fn is_year(&self) -> bool {
        figures::is_whole_year(&self.period)
    }
}

/// The figures of series `at`, stated and implied, by period; undated ones last.
pub fn of(workspace: &Workspace, at: usize) -> Vec<Point> {
    let dossier = &workspace.dossier;
    let series = &dossier.series[at];
    let stated = series
        .observations
        .iter()
        .enumerate()
        .filter_map(|(place, observation)| {
            let record = dossier.observation_ref(at, place)?;
            Some(Point {
                period: observation.period.clone(),
                x: None,
                value: Interval::in_series(series, observation),
                mark: match observation.status {
                    ObservationStatus::Forecast => Mark::Forecast,
                    ObservationStatus::Target => Mark::Target,
                    ObservationStatus::Reported | ObservationStatus::Provisional => Mark::Reported,
                },
                record,
                implied: None,
                text: title::figure(series, observation),
                label: title::number_label(observation),
                is_break: observation.is_break,
                contested: contest(workspace, record),
            })
        });
    let implied = figures::implied(dossier, at)
        .into_iter()
        .enumerate()
        .map(|(place, implied)| Point {
            implied: Some(place),
            text: format!(
                "{} ({})",
                title::implied_figure(series, &implied.level.shown()),
                implied.working
            ),
            label: format!("≈{}", implied.level.shown()),
            period: implied.period,
            x: None,
            value: Some(implied.level),
            mark: Mark::Implied,
            record: implied.from[0],
            is_break: false,
            contested: None,
        });
    let mut points: Vec<_> = stated.chain(implied).collect();
    points.sort_by(|a, b| a.period.sort(&b.period));
    // Among figures for whole years the mark 2024 stands for all of 2024, whose middle is there;
    // where all are for parts of years it stands for its first day.
    let shift = if points.iter().any(Point::is_year) {
        0.5
    } else {
        0.0
    };
    for point in &mut points {
        let period = Period::of(&point.period).filter(|_| point.is_year());
        let whole = period.and_then(Period::year);
        point.x = whole
            .map(f64::from)
            .or_else(|| middle(&point.period).map(|x| x - shift));
    }
    points
}

/// The gravest doubt about a figure, by its place.
fn contest(workspace: &Workspace, record: Ref) -> Option<usize> {
    let mut contests = workspace.contests.of(record);
    let (_, at) = contests.find(|(one, _)| one.standing.is_doubt())?;
    Some(at)
}

/// The middle of a period in years.
fn middle(date: &Date) -> Option<f64> {
    date.edtf()?;
    let point = |day: NaiveDate| f64::from(day.year()) + f64::from(day.ordinal0()) / 365.25;
    Some(f64::midpoint(
        point(date.earliest()?),
        point(date.latest()?),
    ))
}
