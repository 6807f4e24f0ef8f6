//! Which of several years or weeks is meant: the nearest past, unless the clause looks ahead.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{Frame, NOT_PUBLISHED, Resolved, days_away, is_future};
use super::shape::{Extent, Lean, Part, Point, Span};
use super::tense::Tense;
use crate::extract::confidence::Confidence;

/// A point whose year is told by the present one; none where it is not.
pub(super) fn in_year(point: Point, frame: Frame) -> Option<Resolved> {
    let Lean::InYear(by) = point.lean else {
        return None;
    };
    let Some(published) = frame.published else {
        return Some(Resolved::open(NOT_PUBLISHED));
    };
    let year = published.year() + by;
    let extent = point.extent(year)?;
    let why = format!("counted from the publication on {published}");
    Some(Resolved::inferred(
        Some(point.edtf(year)),
        extent,
        why,
        Confidence::Sure,
    ))
}

/// A point without a year.
pub(super) fn nearest_year(point: Point, frame: Frame) -> Resolved {
    let Some(published) = frame.published else {
        return Resolved::open("neither its year nor the day of publication is known");
    };
    let future = is_future(point.lean, frame.tense);
    let found = match point.weekday {
        Some(weekday) => by_weekday(point, weekday, published, future),
        None => by_distance(point, published, future, frame.tense),
    };
    let Some((year, confidence)) = found else {
        return Resolved::open("no year near the publication has such a day");
    };
    let Some(extent) = point.extent(year) else {
        return Resolved::open("no year near the publication has such a day");
    };
    let side = if extent.first > published {
        "next"
    } else {
        "last"
    };
    let why = format!(
        "its year is not printed: the {side} one, seen from the publication on {published}"
    );
    Resolved::inferred(Some(point.edtf(year)), extent, why, confidence)
}

/// The nearest year in which that day is that weekday.
fn by_weekday(
    point: Point,
    weekday: Weekday,
    published: NaiveDate,
    future: bool,
) -> Option<(i32, Confidence)> {
    let year = published.year();
    let fits = |year: &i32| {
        point
            .extent(*year)
            .is_some_and(|e| e.first.weekday() == weekday)
    };
    let distance = |year: &i32| {
        let day = point.extent(*year).map_or(published, |extent| extent.first);
        let days = (day - published).num_days();
        // What lies on the other side of the publication has to be much nearer.
        let wrong = (days > 0) != future && days != 0;
        days.abs() + if wrong { 300 } else { 0 }
    };
    let found = (year - 6..=year + 6).filter(fits).min_by_key(distance)?;
    Some((found, Confidence::Likely))
}

/// A day that is near ahead, with no word that tells, is not taken for one of almost a year ago.
const NEAR: i64 = 60;

fn by_distance(
    point: Point,
    published: NaiveDate,
    future: bool,
    tense: Tense,
) -> Option<(i32, Confidence)> {
    let year = published.year();
    let extent = |year: &i32| point.extent(*year);
    let begun = |year: &i32| {
        extent(year).is_some_and(|extent| match point.part {
            // A part of a year is over before its figures are told.
            Part::Months(..) => extent.last <= published,
            _ if point.lean == Lean::Last => extent.last < published,
            _ => extent.first <= published,
        })
    };
    let ahead = |year: &i32| {
        extent(year).is_some_and(|extent| match point.lean {
            Lean::Next => extent.first > published,
            _ => extent.last >= published,
        })
    };
    // Eight years apart are two 29 Februaries, around 1900 and 2100.
    let past = (year - 8..=year).rev().find(begun);
    let next = (year..=year + 8).find(ahead);
    let apart = |year: Option<i32>| {
        let day = extent(&year?)?.first;
        Some((day - published).num_days().abs())
    };
    let soon = apart(next).is_some_and(|days| days <= NEAR);
    let long_ago = apart(past).is_some_and(|days| days > 365 - NEAR);
    if future {
        // "by Jan. 14", told the day after.
        let just = apart(past).is_some_and(|days| days <= NEAR);
        let far = apart(next).is_none_or(|days| days > 365 - NEAR);
        let turned = just && far && point.lean != Lean::Next;
        let class = if turned {
            Confidence::Unsure
        } else {
            Confidence::Likely
        };
        return (if turned { past } else { next }).map(|year| (year, class));
    }
    let open = tense == Tense::Open && matches!(point.lean, Lean::Open | Lean::This);
    if open && soon && long_ago {
        return next.map(|year| (year, Confidence::Unsure));
    }
    let months = matches!(point.part, Part::Months(..));
    let during = months
        && next
            .zip(past)
            .is_some_and(|(next, past)| next != past && next == year);
    let class = if during || (soon && long_ago) {
        Confidence::Unsure
    } else {
        Confidence::Likely
    };
    past.map(|year| (year, class))
}

/// The nearest weekday: the day of publication itself counts.
pub(super) fn nearest_day(weekday: Weekday, lean: Lean, frame: Frame) -> Resolved {
    let Some(published) = frame.published else {
        return Resolved::open(NOT_PUBLISHED);
    };
    let since = published.weekday().days_since(weekday);
    let until = weekday.days_since(published.weekday());
    let (by, confidence) = match lean {
        Lean::Last if since == 0 => (-7, Confidence::Likely),
        Lean::Next if until == 0 => (7, Confidence::Unsure),
        // This coming one, or that of the week after.
        Lean::Next => (until.cast_signed(), Confidence::Unsure),
        _ if is_future(lean, frame.tense) => (until.cast_signed(), Confidence::Likely),
        Lean::This if frame.tense == Tense::Open => (until.cast_signed(), Confidence::Likely),
        _ => (-since.cast_signed(), Confidence::Likely),
    };
    let Some(day) = days_away(published, by) else {
        return Resolved::open("outside the calendar");
    };
    let why = format!("the nearest such day, seen from the publication on {published}");
    let extent = Extent {
        first: day,
        last: day,
        unit: Span::Day,
    };
    Resolved::inferred(Some(day.to_string()), extent, why, confidence)
}

/// Saturday and Sunday.
pub(super) fn weekend(lean: Lean, frame: Frame) -> Option<Resolved> {
    let Some(published) = frame.published else {
        return Some(Resolved::open(NOT_PUBLISHED));
    };
    let since = published.weekday().days_since(Weekday::Sat).cast_signed();
    let begun = if since < 2 { -since } else { 7 - since };
    let by = match lean {
        Lean::Last => begun - 7,
        Lean::Next if since >= 2 => begun,
        Lean::Next => begun + 7,
        _ if is_future(lean, frame.tense) || lean == Lean::This => begun,
        _ => -since,
    };
    let first = days_away(published, by)?;
    let extent = Extent {
        first,
        last: days_away(first, 1)?,
        unit: Span::Week,
    };
    let why = format!("the weekend, seen from the publication on {published}");
    Some(Resolved::within(extent, why, Confidence::Likely))
}
