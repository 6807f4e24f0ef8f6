//! Figures of trade between the two countries, each tied to its series, and compared with what the
//! dossier has for the same period.

mod meeting;
mod open;
mod period;
mod scale;

use std::collections::HashSet;
use std::ops::Range;

use super::context::Context;
use super::inbox::Inbox;
use super::left::Left;
use super::matter;
use super::measure::{self, Places};
use super::proposal::Found;
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Date, Evidence, Id, Kind, Number, Observation, Series};
use crate::extract::amount::{Amount, Open, Quantity, Trend};
use crate::extract::{Basis, Confidence};
use meeting::{Meeting, meets, waits};
use period::{dated, undated};
use scale::rescale;

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

/// The series in the inbox, and the figures that wait there, each with its series.
pub(super) struct Waiting {
    series: Vec<Series>,
    figures: Vec<(Id, Observation)>,
}

impl Waiting {
    pub(super) fn of(inbox: &Inbox) -> Self {
        let figures = inbox.waiting(Kind::Observation).filter_map(|one| {
            let series = one.series.clone()?;
            Some((series, serde_json::from_str(one.record.get()).ok()?))
        });
        Self {
            series: inbox.records(Kind::Series),
            figures: figures.collect(),
        }
    }
}

/// The figures of a text, and the series that they need.
pub(super) fn found(
    context: &Context<'_>,
    (amounts, open): (&[Amount], &[Open]),
    waiting: Waiting,
    left: &mut Left,
) -> serde_json::Result<Vec<Found>> {
    let Waiting {
        series: mut proposed,
        figures: waiting,
    } = waiting;
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut places = Places::default();
    let mut figures = all(context, amounts, open);
    let read: HashSet<&Range<usize>> = figures.iter().map(|one| &one.amount.range).collect();
    left.figures += amounts
        .iter()
        .filter(|one| !read.contains(&one.range))
        .count();
    drop_undated(&mut figures);
    for Figure {
        amount,
        open,
        series,
        observation: mut figure,
    } in figures
    {
        let comparable = places.of(context.dossier, &series);
        let met = meets(context, comparable, &series, &figure);
        if matches!(met, Some(Meeting::Cited)) {
            continue;
        }
        let (id, new) = home(context, comparable, &mut proposed, (series, &mut figure));
        if !seen.insert((id.clone(), said(&figure))) {
            continue;
        }
        let mut homes = proposed.iter().chain(&context.dossier.series);
        let home = homes.find(|one| one.id == id);
        let waits = || waits(&waiting, home?, &figure);
        let met = match met {
            Some(Meeting::Met(met)) => Some(met),
            _ => waits(),
        };
        let anchor = figure.evidence[0].clone();
        if let Some(series) = new {
            found.push(Found::new(Kind::Series, &series, anchor.clone(), SERIES)?);
        }
        figure.id = name(context, &id, &figure.period);
        let mut one = Found::new(Kind::Observation, &figure, anchor, basis(amount, open))?;
        one.series = Some(id);
        found.push(one.meets(met));
    }
    Ok(found)
}

/// A figure of the text and the series that it would belong to.
struct Figure<'a> {
    amount: &'a Amount,
    /// Does no rule know what it measures?
    open: bool,
    series: Series,
    observation: Observation,
}

/// The figures that a rule knows, and those that none does, in the order of the text.
fn all<'a>(context: &Context<'_>, amounts: &'a [Amount], open: &'a [Open]) -> Vec<Figure<'a>> {
    let known = amounts.iter().filter_map(|amount| {
        let (series, observation) = read(context, amount, &|scale| usual(context, amount, scale))?;
        Some(Figure {
            amount,
            open: false,
            series,
            observation,
        })
    });
    let mut figures: Vec<_> = known.collect();
    // Amounts are in the order of the text, and none reaches over another.
    let is_free = |one: &&Open| {
        let own = &one.amount.range;
        let next = figures.partition_point(|known| known.amount.range.start < own.end);
        let last = next.checked_sub(1).map(|last| &figures[last]);
        last.is_none_or(|known| known.amount.range.end <= own.start)
    };
    let others = open.iter().filter(is_free).filter_map(|one| {
        let amount = &one.amount;
        let (series, observation) =
            read(context, amount, &|scale| open::series(context, one, scale))?;
        Some(Figure {
            amount,
            open: true,
            series,
            observation,
        })
    });
    let others: Vec<_> = others.collect();
    figures.extend(others);
    figures.sort_by_key(|one| one.amount.range.start);
    figures
}

/// The series of trade, investment, aid, people.
fn usual(context: &Context<'_>, amount: &Amount, scale: i8) -> Option<Series> {
    let dossier = context.dossier;
    measure::series(dossier, context.text(), amount, scale)
        .or_else(|| matter::series(dossier, amount, scale))
}

/// Drops a figure without a date that the text gives again, of the same series: with its date, or before.
fn drop_undated(figures: &mut Vec<Figure<'_>>) {
    let value = |one: &Figure<'_>| {
        let (series, figure) = (&one.series, &one.observation);
        let number = |number: Option<Number>| number.map_or_else(String::new, Number::printed);
        let values = [figure.value, figure.low, figure.high].map(number);
        (
            series.title.to_string(),
            series.unit.clone(),
            series.scale,
            values,
        )
    };
    let is_dated = |one: &Figure<'_>| one.observation.period.edtf().is_some();
    let dated = figures.iter().filter(|one| is_dated(one));
    let mut known: HashSet<_> = dated.map(value).collect();
    figures.retain(|one| is_dated(one) || known.insert(value(one)));
}

/// The least certain of how value, period, status and trade were read.
fn basis(amount: &Amount, open: bool) -> Basis {
    if open {
        return open::OPEN;
    }
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
fn read(
    context: &Context<'_>,
    amount: &Amount,
    series: &dyn Fn(i8) -> Option<Series>,
) -> Option<(Series, Observation)> {
    let (value, low, high, scale) = match amount.quantity {
        Quantity::One(one) => (Some(one.value), None, None, one.scale),
        Quantity::Between(low, high) if low.scale == high.scale => {
            (None, Some(low.value), Some(high.value), low.scale)
        }
        Quantity::Fraction { over, under } => (Some(open::percent(over, under)?), None, None, 0),
        Quantity::Between(..) | Quantity::AtLeastOne(_) => return None,
    };
    if amount.denied {
        return None;
    }
    let mut series = series(i8::try_from(scale).ok()?)?;
    let growth = series.kind == SeriesKind::Growth;
    let period = amount.period.as_ref();
    let known = period.and_then(|period| {
        let date = dated(context, amount, period)?;
        Some((date, Some(&period.time.range)))
    });
    let (date, time) = match known {
        Some(known) => known,
        None => (undated(context, amount)?, None),
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
    let falls = falls || is_deficit(context, amount);
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

/// Is it a balance that is below zero: "a trade deficit of $50 million"?
fn is_deficit(context: &Context<'_>, amount: &Amount) -> bool {
    let trade = amount
        .trade
        .as_ref()
        .filter(|trade| trade.flow == Flow::Balance);
    trade.is_some_and(|trade| {
        let cue = context.words(&trade.cue).to_lowercase();
        cue.ends_with("deficit") || cue.ends_with("gap")
    })
}

/// A fall is below zero, as a deficit is.
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
