//! Levels that follow from a level and the growth from or to it, over one year or a chain of them.
//!
//! Periods of one length are linked: whole years, and parts of a year where the growth names the part
//! that it is compared with. No level of a part of a year is the base of a year, and a growth of five
//! months says nothing about a level of twelve. No chain reaches across a marked break.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::as_of::AsOf;
use super::breaks;
use super::definition::Prices;
use super::interval::Interval;
use super::key::{Key, level_of};
use super::period::{Period, base};
use super::statement::{Origin, Statement, weaker};
use crate::describe::title;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Date, Dossier, Observation, Ref, Series};

/// Steps of one chain. After ten growths in whole per cent a level is known to hardly a digit.
const STEPS: usize = 10;

/// Implied levels from one printed figure; more come only from files made to exhaust a reader.
const IMPLIED: usize = 64;

/// Days by which two periods of one length may differ: the first halves of two years by one, two
/// quarters by two, two months by three.
const SLACK: i64 = 3;

/// The growth from one period to another.
pub(crate) struct Step {
    base: Date,
    until: Date,
    percent: Interval,
    /// It is in percentage points of a share.
    is_points: bool,
    /// The number or range as printed, in per cent.
    printed: String,
    firmness: ObservationStatus,
    figure: Ref,
    place: (usize, usize),
}

impl Step {
    /// The level after it, or `back` before it; none of a share where it cannot be told whether points
    /// of it or a part of it are meant.
    fn applied(&self, level: &Statement, back: bool) -> Option<Interval> {
        let before = level.value?;
        match (self.is_points, back) {
            (true, true) => Some(before.minus(self.percent)),
            (true, false) => Some(before.plus(self.percent)),
            (false, _) if level.key.is_percent() => None,
            (false, true) => before.before_growth(self.percent),
            (false, false) => before.after_growth(self.percent),
        }
    }

    /// The sign, and what stands behind it.
    fn operation(&self, back: bool) -> (char, String) {
        let sign = match (self.is_points, back) {
            (true, true) => '-',
            (true, false) => '+',
            (false, true) => '/',
            (false, false) => '×',
        };
        let change = if self.is_points {
            format!("({})", self.printed)
        } else {
            factor(&self.printed)
        };
        (sign, change)
    }
}

/// Every growth between periods of one length, by the measure that it is about.
pub(crate) fn steps(dossier: &Dossier, known: &AsOf<'_>) -> HashMap<Key, Vec<Step>> {
    let mut steps: HashMap<Key, Vec<Step>> = HashMap::new();
    for at in 0..dossier.series.len() {
        if let Some(level) = level_key(dossier, at) {
            let found = steps_in(dossier, known, at);
            steps.entry(level).or_default().extend(found);
        }
    }
    steps
}

/// Every growth between periods of one length that is about the measure `key`.
pub(crate) fn steps_of(dossier: &Dossier, known: &AsOf<'_>, key: &Key) -> Vec<Step> {
    let growths = 0..dossier.series.len();
    growths
        .filter(|at| level_key(dossier, *at).as_ref() == Some(key))
        .flat_map(|at| steps_in(dossier, known, at))
        .collect()
}

/// The measure that the growth series at that place is about; none where it is at other prices.
fn level_key(dossier: &Dossier, at: usize) -> Option<Key> {
    let series = &dossier.series[at];
    let place = level_of(dossier, series).filter(|_| series.kind == SeriesKind::Growth)?;
    let level = &dossier.series[place];
    let key = Key::of(dossier, level)?;
    let is_about_it = Prices::of(series).lead_to(Prices::of(level));
    (!key.is_growth() && is_about_it).then_some(key)
}

fn steps_in(dossier: &Dossier, known: &AsOf<'_>, at: usize) -> Vec<Step> {
    let places = 0..dossier.series[at].observations.len();
    places
        .filter_map(|place| step(dossier, known, (at, place)))
        .collect()
}

fn step(dossier: &Dossier, known: &AsOf<'_>, (at, place): (usize, usize)) -> Option<Step> {
    let figure = &dossier.series[at].observations[place];
    let (base, until) = periods(figure)?;
    let percent = Interval::of(figure).filter(|_| known.any(&figure.evidence))?;
    let scale = 10f64.powi(i32::from(dossier.series[at].scale));
    Some(Step {
        base,
        until,
        percent: percent.scaled(scale),
        is_points: title::is_in_points(&dossier.series[at]),
        printed: title::number(figure)?,
        firmness: figure.status,
        figure: dossier.observation_ref(at, place)?,
        place: (at, place),
    })
}

/// From which period to which: of a whole year from the year before, where no base is named.
fn periods(growth: &Observation) -> Option<(Date, Date)> {
    let until = Period::of(&growth.period)?;
    let base = base(growth)?;
    let before = Period::of(&base)?;
    let is_as_long = (before.days() - until.days()).abs() <= SLACK;
    let follows = before.first() < until.first();
    (is_as_long && follows).then_some((base, bare(&growth.period)?))
}

/// A period without how it is known.
fn bare(date: &Date) -> Option<Date> {
    Date::parse(date.edtf()?).ok()
}

/// The levels that follow from `level`. A chain ends at a period of which a figure is printed: what
/// follows beyond it follows from that figure.
pub(crate) fn implied(
    dossier: &Dossier,
    level: &Statement,
    steps: &[Step],
    printed: &HashSet<Period>,
) -> Vec<Statement> {
    let mut found = Vec::new();
    let Some(period) = level.period.filter(|_| !steps.is_empty()) else {
        return found;
    };
    let mut open = vec![(level.clone(), vec![period])];
    while let Some((from, path)) = open.pop() {
        let here = path[path.len() - 1];
        for step in steps {
            let Some((next, to)) = follow(dossier, &from, step, here) else {
                continue;
            };
            if path.contains(&to) || found.len() >= IMPLIED {
                continue;
            }
            if !printed.contains(&to) && path.len() < STEPS {
                open.push((next.clone(), [path.as_slice(), &[to]].concat()));
            }
            found.push(next);
        }
    }
    found
}

/// One step from a level of the period `here`, to the period that the growth is from or to.
fn follow(
    dossier: &Dossier,
    level: &Statement,
    step: &Step,
    here: Period,
) -> Option<(Statement, Period)> {
    let ends = |date: &Date| Period::of(date) == Some(here);
    let (date, back) = match (ends(&step.until), ends(&step.base)) {
        (true, _) => (step.base.clone(), true),
        (_, true) => (step.until.clone(), false),
        _ => return None,
    };
    let to = Period::of(&date)?;
    let value = step.applied(level, back)?;
    let series = [level.series, step.place.0].map(|at| &dossier.series[at]);
    let is_broken = |series: &Series| breaks::lie_between(series, &level.date, &date);
    if series.into_iter().any(is_broken) {
        return None;
    }
    let scale = 10f64.powi(-i32::from(dossier.series[level.series].scale));
    let shown = value.scaled(scale);
    let (sign, change) = step.operation(back);
    // What is computed further is shown one digit finer, so that each step follows from the last.
    let result = match level.origin {
        Origin::Stated => shown.shown(),
        _ => shown.finer(),
    };
    let line = format!(
        "{} {sign} {change} = {result}, {}",
        operand(dossier, level)?,
        shown.span()
    );
    let growth = &dossier.series[step.place.0].observations[step.place.1];
    let mut working = level.working.clone();
    // The steps before are of other times than the last one.
    if let Some(before) = working.last_mut() {
        *before = format!("{}: {before}", level.date);
    }
    working.push(line);
    let mut next = Statement {
        key: Arc::clone(&level.key),
        series: level.series,
        period: Some(to),
        date,
        value: Some(value),
        figure: value.middle(),
        firmness: weaker(level.firmness, step.firmness),
        origin: Origin::Growth,
        from: level.from.clone(),
        working,
        base: None,
        voices: level.voices.clone(),
        sources: level.sources.clone(),
    };
    next.from.push(step.figure);
    next.voices.extend(growth.said_by.iter().cloned());
    next.sources
        .extend(growth.evidence.iter().map(|e| e.source.clone()));
    Some((next, to))
}

/// The level as it stands in the arithmetic: the printed digits, or the computed middle.
fn operand(dossier: &Dossier, level: &Statement) -> Option<String> {
    match (level.origin, level.from.as_slice()) {
        (Origin::Stated, [record]) => {
            let (_, observation) = dossier.observation(record.at);
            title::number(observation)
        }
        _ => Some(level.printed(dossier)?.finer()),
    }
}

/// "(1 + 66 %)", "(1 - 5.5 %)", "(1 + 5 to 7 %)".
fn factor(percent: &str) -> String {
    match percent.strip_prefix('-') {
        Some(fall) => format!("(1 - {fall} %)"),
        None => format!("(1 + {percent} %)"),
    }
}
