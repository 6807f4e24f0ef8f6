//! What is said of one cell: a printed figure, or one that follows from printed figures.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::as_of::AsOf;
use super::interval::{Bound, Interval};
use super::key::Key;
use super::period::{Period, base};
use crate::describe::title;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Date, Dossier, Id, Number, Observation, Ref};

/// Where a statement comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Printed.
    Stated,
    /// Follows from a level and the growth from or to it.
    Growth,
    /// A total over the amount per head.
    Quotient,
    /// A sum or a difference of flows, or a sum of parts.
    Sum,
}

/// Something said of a measure at a time, printed or implied.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What is measured.
    pub key: Arc<Key>,
    /// The series whose cell it belongs to, by its place in the dossier.
    pub series: usize,
    /// The time that it is about, as told.
    pub date: Date,
    /// The same in days, where they are known.
    pub period: Option<Period>,
    /// What it leaves open, in whole units: the scale of the series is multiplied out. None where
    /// the source says that there is no figure.
    pub value: Option<Interval>,
    /// The figure itself, in whole units.
    pub figure: f64,
    /// How firm it is: a forecast as soon as anything that it follows from is one.
    pub firmness: ObservationStatus,
    /// Where it comes from.
    pub origin: Origin,
    /// The printed figures that it rests on: itself, or those that it follows from.
    pub from: Vec<Ref>,
    /// The time since which it has grown, for a printed growth whose base is known.
    pub(crate) base: Option<Period>,
    /// The arithmetic that led to it, a line a step, the last of its own time; empty for a printed figure.
    pub working: Vec<String>,
    /// Who gives it.
    pub(crate) voices: BTreeSet<Id>,
    /// The sources that it stands in.
    pub(crate) sources: BTreeSet<Id>,
}

impl Statement {
    /// Figure `place` of series `series`, if it counts.
    pub(crate) fn stated(
        known: &AsOf<'_>,
        dossier: &Dossier,
        key: &Arc<Key>,
        (series, place): (usize, usize),
    ) -> Option<Self> {
        let observation = &dossier.series[series].observations[place];
        if !known.any(&observation.evidence) {
            return None;
        }
        let unit = 10f64.powi(i32::from(dossier.series[series].scale));
        let of = &dossier.series[series];
        let interval = Interval::in_series(of, observation).map(|interval| interval.scaled(unit));
        Some(Self {
            key: Arc::clone(key),
            series,
            date: observation.period.clone(),
            period: Period::of(&observation.period),
            value: interval,
            figure: figure(observation) * unit,
            firmness: observation.status,
            origin: Origin::Stated,
            from: vec![dossier.observation_ref(series, place)?],
            base: base(observation)
                .filter(|_| key.is_growth())
                .and_then(|base| Period::of(&base)),
            working: Vec::new(),
            voices: observation.said_by.iter().cloned().collect(),
            sources: observation
                .evidence
                .iter()
                .map(|e| e.source.clone())
                .collect(),
        })
    }

    /// The whole year that it is about, if it is one.
    pub(crate) fn year(&self) -> Option<i32> {
        self.period?.year()
    }

    /// In words, without the time: "about US$ 8.3 million", "≈ US$ 5.0 million".
    pub fn describe(&self, dossier: &Dossier) -> String {
        let series = &dossier.series[self.series];
        match (self.origin, self.from.first(), self.printed(dossier)) {
            (Origin::Stated, Some(record), _) => {
                let (series, observation) = dossier.observation(record.at);
                title::figure(series, observation)
            }
            (_, _, Some(value)) => {
                // A part is named by its own figure, so the bound that it sets is as fine.
                let number = match (self.origin, value.bound()) {
                    (Origin::Sum, Some(_)) => value.finer(),
                    _ => value.shown(),
                };
                let about = title::implied_figure(series, &number);
                let word = match value.bound() {
                    None => return about,
                    Some(Bound::MoreThan) => "more than ",
                    Some(Bound::LessThan) => "less than ",
                };
                about.replacen("≈ ", word, 1)
            }
            (_, _, None) => "no figure".to_owned(),
        }
    }

    /// What it leaves open, in the power of ten of its series.
    pub fn printed(&self, dossier: &Dossier) -> Option<Interval> {
        let scale = i32::from(dossier.series[self.series].scale);
        Some(self.value?.scaled(10f64.powi(-scale)))
    }

    /// What it says and why: a line for each figure, and one for the arithmetic.
    pub(crate) fn lines(&self, dossier: &Dossier) -> Vec<String> {
        let mut lines: Vec<_> = self.from.iter().map(|r| figure_line(dossier, *r)).collect();
        if let Some((last, before)) = self.working.split_last() {
            let total = format!("{}: {last}", self.date);
            let steps = before.iter().cloned().chain([total]);
            lines.push(steps.collect::<Vec<_>>().join("; "));
        }
        lines
    }
}

/// The number that a figure is taken for: its value, or the middle of its range, or the one end that
/// is printed; nought where nothing is.
fn figure(observation: &Observation) -> f64 {
    let [value, low, high] =
        [observation.value, observation.low, observation.high].map(|n| n.map(Number::value));
    let middle = low.zip(high).map(|(low, high)| f64::midpoint(low, high));
    value.or(middle).or(low).or(high).unwrap_or_default()
}

/// A printed figure with the passage that it stands in and what its digits leave open:
/// "Trade, total, 2022: about US$ 50 million, between 47.5 and 52.5 (asean-briefing-2023 ¶48)".
pub(crate) fn figure_line(dossier: &Dossier, record: Ref) -> String {
    let (series, observation) = dossier.observation(record.at);
    let span = Interval::in_series(series, observation)
        .map(|interval| format!(", {}", interval.span()))
        .unwrap_or_default();
    let passages: Vec<_> = observation.evidence.iter().map(passage).collect();
    let places = match passages.as_slice() {
        [] => String::new(),
        passages => format!(" ({})", passages.join(", ")),
    };
    format!("{}{span}{places}", dossier.title(record))
}

/// "asean-briefing-2023 ¶48".
pub(crate) fn passage(evidence: &crate::dossier::Evidence) -> String {
    format!("{} ¶{}", evidence.source, evidence.paragraph)
}

/// The less firm of two.
pub(crate) fn weaker(a: ObservationStatus, b: ObservationStatus) -> ObservationStatus {
    let rank = |f: ObservationStatus| match f {
        ObservationStatus::Reported => 0,
        ObservationStatus::Provisional => 1,
        ObservationStatus::Forecast => 2,
        ObservationStatus::Target => 3,
    };
    if rank(a) >= rank(b) { a } else { b }
}
