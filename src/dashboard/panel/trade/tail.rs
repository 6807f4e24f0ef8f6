//! What the row of a series says behind its name: its last figure and the change, or its goods.

use crate::dashboard::ui::text::{pad, width};
use crate::describe::title;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Observation, Series};

/// What a row says behind the name, in as many columns as the second number says: the last figure with its
/// period, which ends in the column of the first number where there is room, and the change; or goods.
pub(super) fn tail(
    series: &Series,
    change: &str,
    [figures, columns]: [usize; 2],
    long: bool,
) -> String {
    let Some(observation) = latest(series) else {
        return pad(&goods(series, columns), columns);
    };
    let value = last(series, long);
    let period = observation.period.label();
    let room = if change.is_empty() { columns } else { figures };
    let needed = width(&value) + 1 + width(&period);
    let dated = !observation.period.is_undated();
    let end = [figures, room]
        .into_iter()
        .find(|end| dated && needed <= *end);
    let figure = end.map_or(value.clone(), |end| {
        let blank = " ".repeat(end - needed + 1);
        format!("{value}{blank}{period}")
    });
    format!("{}{change:>1$}", pad(&figure, room), columns - room)
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

/// The last figure as it was printed, or what else the series holds.
pub(super) fn last(series: &Series, long: bool) -> String {
    match latest(series) {
        Some(observation) if long => title::figure(series, observation),
        Some(observation) => title::short_figure(series, observation),
        None if series.items.is_empty() => "no figures".to_owned(),
        None => format!("{} goods", series.items.len()),
    }
}

/// Columns of the last figure, with its period where `room` holds both.
pub(super) fn said(series: &Series, long: bool, room: usize) -> usize {
    let value = width(&last(series, long));
    let dated = latest(series).filter(|one| !one.period.is_undated());
    let both = dated.map(|one| value + 1 + width(&one.period.label()));
    both.filter(|both| *both <= room).unwrap_or(value)
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
