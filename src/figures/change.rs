//! By how much a level has changed between the two last whole years.

use super::breaks;
use super::key::Reason;
use super::period::Period;
use super::verdict::Verdict;
use crate::dossier::series::{Series, SeriesKind};
use crate::dossier::{Date, Observation};

/// The change from one figure of a series to another.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The earlier period.
    pub from: &'a Date,
    /// The later one.
    pub to: &'a Date,
    /// None where a marked break lies between the two.
    percent: Option<f64>,
}

impl Change<'_> {
    /// In words, to a whole per cent: "-83 %"; or why it cannot be told.
    pub fn told(&self) -> String {
        let percent = self.percent.map(|percent| format!("{percent:+.0} %"));
        percent.unwrap_or_else(|| Verdict::NotComparable(Reason::Break).words())
    }

    /// The same where there is little room.
    pub fn short(&self) -> String {
        match self.percent {
            Some(_) => self.told(),
            None => "break".to_owned(),
        }
    }
}

/// The change from the last figure but one to the last, of a level. None for growth, which is shown
/// as it was printed; parts of years, forecasts and targets are not compared with whole years that
/// were reported.
pub fn change(series: &Series) -> Option<Change<'_>> {
    if series.kind == SeriesKind::Growth {
        return None;
    }
    let mut dated: Vec<_> = series
        .observations
        .iter()
        .filter(|o| is_reported_year(o))
        .collect();
    dated.sort_by(|a, b| a.period.sort(&b.period));
    let (last, before) = (dated.pop()?, dated.pop()?);
    let (late, early) = (last.value?.value(), before.value?.value());
    let is_broken = breaks::lie_between(series, &before.period, &last.period);
    (early > 0.0).then(|| Change {
        from: &before.period,
        to: &last.period,
        percent: (!is_broken).then(|| (late / early - 1.0) * 100.0),
    })
}

/// A reported figure for a whole calendar year.
fn is_reported_year(observation: &Observation) -> bool {
    observation.status.is_report() && is_whole_year(&observation.period)
}

/// Is it one whole calendar year, written as such?
pub fn is_whole_year(date: &Date) -> bool {
    let is_year = date.edtf().is_some_and(|text| {
        // The sign of a year before our era is no part of a date.
        let text = text.trim_start_matches('Y');
        !text
            .strip_prefix('-')
            .unwrap_or(text)
            .contains(['/', 'X', '-'])
    });
    is_year && Period::of(date).is_some_and(|period| period.year().is_some())
}
