//! Targets and forecasts whose period has passed, or soon will, without a reported figure.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::deadline::{Deadline, Stand, passed};
use super::entry::{Class, Due};
use super::heard::Heard;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Date, Kind, Observation, Ref, Series};
use crate::figures::Key;

/// A measure, and the first and last day of a period.
type Reported = (Key, (Option<NaiveDate>, Option<NaiveDate>));

/// The targets and forecasts that are due.
pub(super) fn due(heard: &Heard<'_>) -> Vec<Due> {
    let dossier = heard.dossier;
    let aims: Vec<_> = dossier
        .all(Kind::Observation)
        .filter(|record| {
            let figure = dossier.observation(record.at).1;
            !figure.status.is_report() && heard.knows(&figure.evidence)
        })
        .collect();
    if aims.is_empty() {
        return Vec::new();
    }
    let reported = reported(heard);
    let open = aims.into_iter().filter(|record| {
        let (series, figure) = dossier.observation(record.at);
        let key = Key::of(dossier, series);
        key.is_none_or(|key| !reported.contains(&(key, days(&figure.period))))
    });
    open.filter_map(|record| of(heard, record)).collect()
}

fn days(period: &Date) -> (Option<NaiveDate>, Option<NaiveDate>) {
    (period.earliest(), period.latest())
}

/// What was reported, by measure and period. Trade that a country reports also answers a target that
/// nobody is said to report.
fn reported(heard: &Heard<'_>) -> HashSet<Reported> {
    let dossier = heard.dossier;
    let mut all = HashSet::new();
    for series in &dossier.series {
        let Some(key) = Key::of(dossier, series) else {
            continue;
        };
        let without_reporter = Series {
            reporter: None,
            ..series.clone()
        };
        let anyone = Key::of(dossier, &without_reporter).filter(Key::is_trade);
        let figures = series.observations.iter();
        for figure in figures.filter(|figure| is_report(heard, figure)) {
            all.extend(anyone.clone().map(|key| (key, days(&figure.period))));
            all.insert((key.clone(), days(&figure.period)));
        }
    }
    all
}

fn is_report(heard: &Heard<'_>, figure: &Observation) -> bool {
    let has_figure = figure.value.is_some() || figure.is_range();
    has_figure && figure.status.is_report() && heard.knows(&figure.evidence)
}

fn of(heard: &Heard<'_>, record: Ref) -> Option<Due> {
    let (series, figure) = heard.dossier.observation(record.at);
    if figure.period.is_undated() {
        return None;
    }
    let (today, deadline) = (heard.today, Deadline::term(&figure.period));
    let last = heard.last_of(&figure.evidence);
    let is_target = figure.status == ObservationStatus::Target;
    let lead = format!("{} for {}", figure.status.word(), deadline.label());
    let (class, is_certain, words) = match deadline.stand(today) {
        Stand::Passed { is_certain } => {
            let class = if is_target {
                Class::Overdue
            } else {
                Class::Unreported
            };
            let passed = passed(is_certain);
            let since = last.since();
            let words = format!("{lead}, which {passed}; no reported figure; {since}");
            (class, is_certain, words)
        }
        Stand::Near { is_certain } if is_target => {
            let words = format!("{lead}, ends {}; {}", deadline.ahead(today), last.newest());
            (Class::Soon, is_certain, words)
        }
        _ => return None,
    };
    Some(Due {
        class,
        record,
        date: Some(figure.period.clone()),
        days: deadline.days(today),
        last: last.date,
        is_certain,
        between: heard
            .dossier
            .is_between(series.reporter.iter().chain(&series.partner)),
        words,
        goes_on: false,
    })
}
