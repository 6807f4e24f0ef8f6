//! By how much a level has changed between the two last whole years.

use chrono::Datelike;

use crate::dossier::series::{Series, SeriesKind};
use crate::dossier::{Date, Observation};

/// The change from one figure of a series to another.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The earlier period.
    pub from: &'a Date,
    /// The later one.
    pub to: &'a Date,
    percent: f64,
}

impl Change<'_> {
    /// In words, to a whole per cent: "-83 %".
    pub fn told(&self) -> String {
        format!("{:+.0} %", self.percent)
    }
}

/// The change from the last figure but one to the last, of a level. None for growth, which is shown
/// as it was printed; parts of years and forecasts are not set against whole years.
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
    (early > 0.0).then(|| Change {
        from: &before.period,
        to: &last.period,
        percent: (late / early - 1.0) * 100.0,
    })
}

/// A reported figure for a whole calendar year.
fn is_reported_year(observation: &Observation) -> bool {
    observation.status.is_report() && is_whole_year(&observation.period)
}

/// Is it one whole calendar year, written as such?
pub fn is_whole_year(date: &Date) -> bool {
    let (Some(first), Some(last)) = (date.earliest(), date.latest()) else {
        return false;
    };
    date.edtf()
        .is_some_and(|text| !text.contains(['/', 'X', '-']))
        && first.year() == last.year()
}
