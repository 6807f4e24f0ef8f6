//! What the row of a series says behind its name: its last figure and the change, or its goods.

use crate::dashboard::ui::text::{pad, width};
use crate::describe::title;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Date, Observation, Series};

/// Columns for the periods: "[2025-05]". A longer one takes those of the value or the change.
pub(super) const PERIOD: usize = 9;
/// Columns that a value keeps where its period is long.
const SHORT: usize = 8;

/// What a row says behind the name, in as many columns as the second number says: the last figure, its
/// period, which ends in the column of the first number, and the change; or goods. Where there is little
/// room, the end of the value gives way to the period.
pub(super) fn tail(
    series: &Series,
    change: &str,
    [figures, columns]: [usize; 2],
    long: bool,
) -> String {
    let Some(observation) = latest(series) else {
        return pad(&goods(series, columns), columns);
    };
    let period = period(series);
    let value = figure(series, observation, long);
    let needed = width(&value) + 1 + width(&period);
    let is_free = change.is_empty() && (period.is_empty() || width(&period) > PERIOD);
    let end = if is_free && needed > figures {
        columns
    } else {
        figures
    };
    let dated = match &*period {
        "" => pad(&value, end),
        period => {
            let room = end.saturating_sub(1 + width(period));
            let value = pad(&value, room.max(SHORT.min(width(&value))));
            pad(&format!("{value} {period}"), end)
        }
    };
    let rest = columns.saturating_sub(width(&dated));
    format!("{dated}{change:>rest$}")
}

/// The period of the last figure; empty where there is none.
pub(super) fn period(series: &Series) -> String {
    let dated = latest(series).filter(|one| !one.period.is_undated());
    dated.map_or_else(String::new, |one| one.period.label())
}

/// The time of the last figure.
pub(super) fn last_period(series: &Series) -> Option<&Date> {
    latest(series).map(|figure| &figure.period)
}

/// The figure of the last period; what somebody aims at only where there is nothing else.
fn latest(series: &Series) -> Option<&Observation> {
    let is_target = |o: &Observation| o.status == ObservationStatus::Target;
    series.observations.iter().max_by(|a, b| {
        let firmer = is_target(b).cmp(&is_target(a));
        let later = a.period.sort(&b.period).then(std::cmp::Ordering::Greater);
        firmer.then(later)
    })
}

fn figure(series: &Series, observation: &Observation, long: bool) -> String {
    if long {
        title::figure(series, observation)
    } else {
        title::short_figure(series, observation)
    }
}

/// The last figure as it was printed, or what else the series holds.
pub(super) fn last(series: &Series, long: bool) -> String {
    match latest(series) {
        Some(observation) => figure(series, observation, long),
        None if series.items.is_empty() => "no figures".to_owned(),
        None => format!("{} goods", series.items.len()),
    }
}

/// Columns of the last figure up to its digits, with the sign that it is cut behind them.
pub(super) fn digits(series: &Series, long: bool) -> usize {
    let value = last(series, long);
    let end = value.rfind(|c: char| c.is_ascii_digit());
    end.map_or(0, |end| width(&value[..=end]) + 1)
}

/// Columns of the last figure with its period.
pub(super) fn said(series: &Series, long: bool) -> usize {
    let value = width(&last(series, long));
    match width(&period(series)) {
        0 => value,
        period => value + 1 + period,
    }
}

/// The goods of a series, as many as there is room for: "coffee, fruits, 3 more".
fn goods(series: &Series, columns: usize) -> String {
    let names: Vec<_> = series.items.iter().map(|item| &*item.name).collect();
    let listed = |count: usize| {
        let rest = names.len() - count;
        let more = (rest > 0).then(|| format!("{rest} more"));
        let parts = names[..count].iter().map(|name| (*name).to_owned());
        parts.chain(more).collect::<Vec<_>>().join(", ")
    };
    (1..=names.len())
        .rev()
        .map(listed)
        .find(|goods| width(goods) <= columns)
        .unwrap_or_else(|| last(series, false))
}
