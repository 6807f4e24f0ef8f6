//! Figures of trade between the two countries, each tied to its series, and compared with what the
//! dossier has for the same period.

mod period;

use std::collections::HashSet;
use std::ops::Range;

use super::context::Context;
use super::left::Left;
use super::matter;
use super::measure::{self, Places};
use super::proposal::{Found, Met, News};
use crate::describe;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Date, Evidence, Id, Kind, Number, Observation, Series};
use crate::extract::amount::{Amount, Quantity, Trend};
use crate::extract::{Basis, Confidence};
use crate::figures::{Interval, Period};
use period::{dated, undated};

const SERIES: Basis = Basis::new(
    "series-of-figure",
    Confidence::Likely,
    "what a figure of the text measures, which has no series yet",
);

const UNDATED: Basis = Basis::new(
    "no-date",
    Confidence::Unsure,
    "the text gives no date for it",
);

/// The words between a figure and its date that still make one passage of both, in bytes.
const NEAR: usize = 60;

/// The words between a rate and the word for its direction, in bytes.
const FAR: usize = 120;

/// The figures of a text, and the series that they need; `proposed` are series in the inbox.
pub(super) fn found(
    context: &Context<'_>,
    amounts: &[Amount],
    mut proposed: Vec<Series>,
    left: &mut Left,
) -> serde_json::Result<Vec<Found>> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut places = Places::default();
    let mut figures: Vec<_> = amounts
        .iter()
        .filter_map(|amount| Some((amount, read(context, amount)?)))
        .collect();
    left.figures += amounts.len() - figures.len();
    drop_undated(&mut figures);
    for (amount, (series, mut figure)) in figures {
        let comparable = places.of(context.dossier, &series);
        let met = meets(context, comparable, &series, &figure);
        if matches!(met, Some(Meeting::Cited)) {
            continue;
        }
        let (id, new) = home(context, comparable, &mut proposed, (series, &mut figure));
        if !seen.insert((id.clone(), said(&figure))) {
            continue;
        }
        let anchor = figure.evidence[0].clone();
        if let Some(series) = new {
            found.push(Found::new(Kind::Series, &series, anchor.clone(), SERIES)?);
        }
        figure.id = name(context, &id, &figure.period);
        let mut one = Found::new(Kind::Observation, &figure, anchor, basis(amount))?;
        one.series = Some(id);
        found.push(one.meets(match met {
            Some(Meeting::Met(met)) => Some(met),
            _ => None,
        }));
    }
    Ok(found)
}

/// Drops a figure without a date that the text gives again, of the same series: with its date, or before.
fn drop_undated(figures: &mut Vec<(&Amount, (Series, Observation))>) {
    let value = |(series, figure): &(Series, Observation)| {
        let number = |number: Option<Number>| number.map_or_else(String::new, Number::printed);
        let values = [figure.value, figure.low, figure.high].map(number);
        (
            series.title.to_string(),
            series.unit.clone(),
            series.scale,
            values,
        )
    };
    let is_dated = |one: &(Series, Observation)| one.1.period.edtf().is_some();
    let dated = figures.iter().filter(|(_, one)| is_dated(one));
    let mut known: HashSet<_> = dated.map(|(_, one)| value(one)).collect();
    figures.retain(|(_, one)| is_dated(one) || known.insert(value(one)));
}

/// The least certain of how value, period, status and trade were read.
fn basis(amount: &Amount) -> Basis {
    let period = amount.period.as_ref();
    let period = period.map(|period| period.basis.at_most(period.time.confidence));
    let trade = amount.trade.as_ref().map(|trade| trade.basis);
    let matter = amount.matter.as_ref().map(|matter| matter.basis);
    let own = [Some(amount.basis), Some(amount.status_basis)];
    let all = own.into_iter().chain([period, trade, matter]);
    let undated = amount.period.is_none().then_some(UNDATED);
    let weakest = all
        .flatten()
        .chain(undated)
        .min_by_key(|one| one.confidence);
    weakest.unwrap_or(amount.basis)
}

/// The series that an amount would belong to, and the figure; ids are given later.
fn read(context: &Context<'_>, amount: &Amount) -> Option<(Series, Observation)> {
    let (value, low, high, scale) = match amount.quantity {
        Quantity::One(one) => (Some(one.value), None, None, one.scale),
        Quantity::Between(low, high) if low.scale == high.scale => {
            (None, Some(low.value), Some(high.value), low.scale)
        }
        _ => return None,
    };
    if amount.denied {
        return None;
    }
    let scale = i8::try_from(scale).ok()?;
    let dossier = context.dossier;
    let mut series = measure::series(dossier, context.text(), amount, scale)
        .or_else(|| matter::series(dossier, amount, scale))?;
    let growth = series.kind == SeriesKind::Growth;
    let (date, time) = match &amount.period {
        Some(period) => (dated(context, amount, period)?, Some(&period.time.range)),
        None if !growth && amount.matter.is_some() && amount.timeless => {
            (undated(context, amount)?, None)
        }
        None => return None,
    };
    let place = with_direction(context, amount)
        .filter(|_| growth)
        .unwrap_or_else(|| amount.range.clone());
    let anchor = match time {
        Some(time) => anchor(context, &place, time)?,
        None => context.anchor(&place)?,
    };
    let falls = growth
        && amount
            .change
            .is_some_and(|change| change.trend == Trend::Down);
    let compared = amount
        .compared_with
        .as_ref()
        .filter(|_| growth)
        .and_then(|base| {
            let why = base.basis.reason;
            Date::inferred(Some(base.edtf.as_deref()?), (None, None), why).ok()
        });
    series.evidence = vec![anchor.clone()];
    let placeholder = series.id.clone();
    Some((
        series,
        Observation {
            low,
            high,
            qualifier: amount.qualifier,
            status: amount.status,
            compared_with: compared,
            said_by: Some(context.source.clone()),
            evidence: vec![anchor],
            ..Observation::new(placeholder, date, value.map(|v| signed(v, falls)))
        },
    ))
}

/// A fall is below zero.
fn signed(value: Number, falls: bool) -> Number {
    let printed = value.printed();
    if !falls || printed.starts_with('-') {
        return value;
    }
    Number::parse(&format!("-{printed}")).unwrap_or(value)
}

/// A rate with the word that says which way: "fell by 8 percent".
fn with_direction(context: &Context<'_>, amount: &Amount) -> Option<Range<usize>> {
    let (start, end) = amount.change?.cue;
    let both = amount.range.start.min(start)..amount.range.end.max(end);
    let gap = both
        .len()
        .saturating_sub(amount.range.len() + (end - start));
    let same = context.paragraph(both.start)?.range.end >= both.end;
    (same && gap <= FAR).then_some(both)
}

/// The figure with its date, where both are close.
fn anchor(context: &Context<'_>, amount: &Range<usize>, time: &Range<usize>) -> Option<Evidence> {
    let both = amount.start.min(time.start)..amount.end.max(time.end);
    let gap = both.len().saturating_sub(amount.len() + time.len());
    let same = context.paragraph(both.start)?.range.end >= both.end;
    let range = if gap <= NEAR && same { &both } else { amount };
    context.anchor(range)
}

/// The series of the dossier or the inbox that a figure goes into, or the new one that it needs.
fn home(
    context: &Context<'_>,
    places: &[usize],
    proposed: &mut Vec<Series>,
    (mut series, figure): (Series, &mut Observation),
) -> (Id, Option<Series>) {
    let dossier = context.dossier;
    let known = || places.iter().map(|at| &dossier.series[*at]);
    let same = |one: &&Series| {
        (one.kind, one.flow, &one.commodity) == (series.kind, series.flow, &series.commodity)
            && (&one.unit, &one.reporter) == (&series.unit, &series.reporter)
            && (one.flow.is_some() || one.title == series.title)
    };
    let of_scale = |one: &&Series| one.scale == series.scale;
    let home = known()
        .find(of_scale)
        .or_else(|| proposed.iter().filter(same).find(of_scale));
    if let Some(home) = home {
        return (home.id.clone(), None);
    }
    let mut others = known().chain(proposed.iter().filter(same));
    if let Some(home) = others.find(|one| rescale(figure, series.scale, one.scale)) {
        return (home.id.clone(), None);
    }
    let mut levels = proposed.iter().chain(&dossier.series);
    let level = levels.find(|one| {
        let trade = one.kind == SeriesKind::Trade
            && (one.flow, &one.reporter) == (series.flow, &series.reporter)
            && one.commodity == series.commodity;
        let other = one.kind == SeriesKind::Indicator
            && series.title.strip_suffix(", growth") == Some(one.title.as_str());
        series.kind == SeriesKind::Growth && (trade || other)
    });
    series.of = level.map(|level| level.id.clone());
    series.id = context.fresh(&series.title, Kind::Series);
    proposed.push(series.clone());
    (series.id.clone(), Some(series))
}

/// Writes a figure in the scale of another series, where that loses nothing: "870 million" as 0.870
/// billion. A goal of 5 billion is 5000 million; a report of so much would become too exact.
fn rescale(figure: &mut Observation, from: i8, to: i8) -> bool {
    let exact = to > from || figure.status == ObservationStatus::Target;
    if !exact || to.abs_diff(from) > 6 {
        return false;
    }
    let shifted = |number: Option<Number>| match number {
        Some(number) => shift(number, i32::from(from) - i32::from(to)).map(Some),
        None => Some(None),
    };
    let all = [figure.value, figure.low, figure.high].map(shifted);
    let [Some(value), Some(low), Some(high)] = all else {
        return false;
    };
    (figure.value, figure.low, figure.high) = (value, low, high);
    true
}

/// A number with its point some places to the right, or to the left where that is below zero.
fn shift(number: Number, places: i32) -> Option<Number> {
    let printed = number.printed();
    let (sign, digits) = match printed.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", printed.as_str()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{part}");
    let point = i32::try_from(whole.len()).ok()? + places;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let length = i32::try_from(all.len()).ok()?;
    let all = format!("{}{all}{}", zeros(1 - point), zeros(point - length));
    let at = usize::try_from(point.max(1)).ok()?;
    let (whole, part) = all.split_at_checked(at)?;
    let point = if part.is_empty() { "" } else { "." };
    Number::parse(&format!("{sign}{whole}{point}{part}")).ok()
}

/// `trade-total.2022`, with a number behind it if that is taken.
fn name(context: &Context<'_>, series: &Id, period: &Date) -> Id {
    let period = period.edtf().unwrap_or("undated").to_lowercase();
    let part = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let period: String = period.chars().map(part).collect();
    let whole = Id::new(&format!("{series}.{period}"));
    context.numbered(whole.as_ref().unwrap_or(series))
}

/// What a figure says, to tell it from another of the same text.
fn said(figure: &Observation) -> (Option<String>, String, &'static str) {
    let number = |number: Option<Number>| number.map_or_else(String::new, Number::printed);
    let values = [figure.value, figure.low, figure.high].map(number);
    let period = figure.period.edtf().map(str::to_owned);
    (period, values.join(" "), figure.status.word())
}

enum Meeting {
    /// The dossier cites that passage for it.
    Cited,
    Met(Met),
}

/// What the dossier has for the same measure and period.
fn meets(
    context: &Context<'_>,
    places: &[usize],
    series: &Series,
    figure: &Observation,
) -> Option<Meeting> {
    let dossier = context.dossier;
    let period = Period::of(&figure.period)?;
    let new = level(series, figure)?;
    let mut differing = None;
    for at in places {
        let home = &dossier.series[*at];
        for old in &home.observations {
            let same = Period::of(&old.period) == Some(period) && firm(old) == firm(figure);
            let Some(known) = level(home, old).filter(|_| same) else {
                continue;
            };
            let cited = context.cites(&old.evidence, &figure.evidence[0]);
            if cited && old.value == figure.value {
                return Some(Meeting::Cited);
            }
            let of = old.id.clone();
            if !new.overlaps(known) {
                differing = Some((of, against((series, figure, new), (home, old, known))));
                continue;
            }
            let finer = (new.high - new.low) * 2.0 < known.high - known.low;
            let news = if finer { News::MorePrecise } else { News::Same };
            let remark = finer.then(|| against((series, figure, new), (home, old, known)));
            return Some(Meeting::Met(Met { news, of, remark }));
        }
    }
    let (of, remark) = differing?;
    Some(Meeting::Met(Met {
        news: News::Differs,
        of,
        remark: Some(remark),
    }))
}

/// Reports are compared with reports, forecasts with forecasts, aims with aims.
fn firm(figure: &Observation) -> u8 {
    match figure.status {
        ObservationStatus::Reported | ObservationStatus::Provisional => 0,
        ObservationStatus::Forecast => 1,
        ObservationStatus::Target => 2,
    }
}

/// What a figure says, in whole units.
fn level(series: &Series, figure: &Observation) -> Option<Interval> {
    let factor = 10f64.powi(i32::from(series.scale));
    Some(Interval::in_series(series, figure)?.scaled(factor))
}

/// A figure in its series, and what it says in whole units.
type Said<'a> = (&'a Series, &'a Observation, Interval);

/// "Trade, total 2022: US$ 12.9 million against about US$ 50 million (3.9 times)".
fn against((series, figure, new): Said<'_>, (home, old, known): Said<'_>) -> String {
    let (a, b) = (new.middle().abs(), known.middle().abs());
    let (less, more) = (a.min(b), a.max(b));
    let level = series.kind != SeriesKind::Growth && less > 0.0;
    let times = if level && more / less >= 1.05 {
        format!(" ({:.1} times)", more / less)
    } else {
        String::new()
    };
    let title = home.title.as_str();
    let period = &old.period;
    let shown = describe::title::figure;
    let (new, known) = (shown(series, figure), shown(home, old));
    format!("{title} {period}: {new} against {known}{times}")
}
