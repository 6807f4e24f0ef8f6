//! Days with a name of their own.

use chrono::{NaiveDate, Weekday};

use super::calendar::{Frame, NOT_PUBLISHED, Resolved, is_future};
use super::point::{Parsed, year};
use super::shape::{Extent, Holiday, Lean, Part, Point, Shape, Span};
use crate::extract::confidence::Confidence;
use crate::extract::word::Words;

/// The named day that begins with the word `at`.
pub(super) fn holiday(words: &Words<'_>, at: usize) -> Option<Parsed> {
    const NAMES: [(&str, (u32, u32)); 7] = [
        ("christmas eve", (12, 24)),
        ("christmas day", (12, 25)),
        ("new year's eve", (12, 31)),
        ("new year's day", (1, 1)),
        ("victory day", (5, 9)),
        ("день победы", (5, 9)),
        ("international women's day", (3, 8)),
    ];
    let (lean, next) = match words.low(at) {
        "last" => (Lean::Last, at + 1),
        "next" => (Lean::Next, at + 1),
        _ => (Lean::Open, at),
    };
    let fixed = NAMES
        .iter()
        .find_map(|(name, day)| Some((*day, words.after(next, name)?)));
    if let Some(((month, day), end)) = fixed {
        let (year, end) = year_behind(words, end);
        let point = Point {
            lean,
            ..Point::new(year, Part::Day(month, day))
        };
        return Some((Shape::Point(point), end, "named-day"));
    }
    let name_end = words
        .after(next, "thanksgiving day")
        .or_else(|| words.after(next, "thanksgiving"))?;
    let (year, end) = year_behind(words, name_end);
    let shape = Shape::Named(Holiday::Thanksgiving, year, lean);
    Some((shape, end, "named-day"))
}

fn year_behind(words: &Words<'_>, at: usize) -> (Option<i32>, usize) {
    let comma = usize::from(matches!(words.low(at), "," | "of" | "in"));
    year(words, at + comma).map_or((None, at), |(year, end)| (Some(year), end))
}

/// The day in its year; the nearest one where that is not printed.
pub(super) fn resolve(
    holiday: Holiday,
    year: Option<i32>,
    lean: Lean,
    frame: Frame,
) -> Option<Resolved> {
    let extent = |day| Extent {
        first: day,
        last: day,
        unit: Span::Day,
    };
    if let Some(year) = year {
        let day = day_of(holiday, year)?;
        return Some(Resolved::stated(day.to_string(), Some(extent(day))));
    }
    let Some(published) = frame.published else {
        return Some(Resolved::open(NOT_PUBLISHED));
    };
    let days = (-1..=1).filter_map(|by| day_of(holiday, chrono::Datelike::year(&published) + by));
    let day = if is_future(lean, frame.tense) {
        days.into_iter().find(|day| *day >= published)?
    } else {
        days.filter(|day| *day <= published).max()?
    };
    let why = format!("the nearest one, seen from the publication on {published}");
    let class = Confidence::Likely;
    Some(Resolved::inferred(
        Some(day.to_string()),
        extent(day),
        why,
        class,
    ))
}

/// The fourth Thursday of November, in the United States.
fn day_of(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    match holiday {
        Holiday::Thanksgiving => NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4),
    }
}
