//! Dates counted from the publication or from another date: "three years ago", "a year earlier".

use chrono::{Datelike, Months, NaiveDate};

use super::calendar::{Frame, NOT_PUBLISHED, Resolved, days_away, months_away, week};
use super::shape::{Extent, Part, Point, Span};
use crate::extract::confidence::Confidence;

/// So many units before or after the publication. Whole units are rarely meant, so that the date is
/// an estimate from a month on.
pub(super) fn away(
    count: u32,
    unit: Span,
    after: bool,
    about: bool,
    frame: Frame,
) -> Option<Resolved> {
    let Some(published) = frame.published else {
        return Some(Resolved::open(NOT_PUBLISHED));
    };
    let count = i32::try_from(count).ok().filter(|count| *count < 1000)?;
    let by = if after { count } else { -count };
    let why = format!("counted from the publication on {published}");
    let class = if about {
        Confidence::Unsure
    } else {
        Confidence::Likely
    };
    let point = |year: i32, part| {
        let point = Point::new(None, part);
        let edtf = format!("{}~", point.edtf(year));
        Some(Resolved::inferred(
            Some(edtf),
            point.extent(year)?,
            why.clone(),
            class,
        ))
    };
    match unit {
        Span::Moment | Span::Hour => Some(Resolved::open("hours are no date")),
        Span::Day => {
            let day = days_away(published, by)?;
            // Round numbers are estimates.
            let round = if about || count % 5 == 0 { "~" } else { "" };
            let extent = Extent {
                first: day,
                last: day,
                unit,
            };
            Some(Resolved::inferred(
                Some(format!("{day}{round}")),
                extent,
                why,
                class,
            ))
        }
        Span::Week => {
            let day = days_away(published, by.checked_mul(7)?)?;
            Some(Resolved::within(week(day)?, why, class))
        }
        Span::Month => {
            let day = months_away(published, by)?;
            point(day.year(), Part::Month(day.month()))
        }
        Span::Year => point(published.year().checked_add(by)?, Part::Year),
        Span::Decade => point(
            published.year().checked_add(by.checked_mul(10)?)?,
            Part::Year,
        )
        .map(|found| Resolved {
            confidence: Confidence::Unsure,
            ..found
        }),
        Span::Quarter | Span::Century => None,
    }
}

/// The time up to the publication, of which an event is some part.
pub(super) fn trailing(count: u32, unit: Span, frame: Frame) -> Option<Resolved> {
    let Some(published) = frame.published else {
        return Some(Resolved::open(NOT_PUBLISHED));
    };
    let by = -i32::try_from(count).ok().filter(|count| *count < 1000)?;
    let first = match unit {
        Span::Day => days_away(published, by)?,
        Span::Week => days_away(published, by.checked_mul(7)?)?,
        Span::Month => months_away(published, by)?,
        Span::Quarter => months_away(published, by.checked_mul(3)?)?,
        Span::Year => months_away(published, by.checked_mul(12)?)?,
        Span::Decade => months_away(published, by.checked_mul(120)?)?,
        Span::Moment | Span::Hour | Span::Century => return None,
    };
    let why = format!("some time up to the publication on {published}");
    Some(Resolved {
        limits: (Some(first), Some(published)),
        extent: None,
        confidence: Confidence::Likely,
        ..Resolved::open(&why)
    })
}

const NO_REFERENCE: &str = "the date that it is counted from is not told near it";

/// So many units before or after the reference.
pub(super) fn from_reference(count: u32, unit: Span, after: bool, frame: Frame) -> Resolved {
    let moved = || {
        let (reference, certain) = frame.reference?;
        let count = i32::try_from(count).ok().filter(|count| *count < 1000)?;
        let by = if after { count } else { -count };
        match unit {
            Span::Year => by_years(reference, by, certain),
            Span::Month if reference.unit <= Span::Month => by_months(reference, by, certain),
            Span::Day if reference.unit == Span::Day => by_days(reference, by, certain),
            Span::Week if reference.unit <= Span::Week => {
                let by = by.checked_mul(7)?;
                let day = days_away(reference.first, by)?;
                Some(Resolved::within(
                    week(day)?,
                    told_from(reference),
                    class(certain),
                ))
            }
            _ => None,
        }
    };
    moved().unwrap_or_else(|| Resolved::open(NO_REFERENCE))
}

fn class(certain: bool) -> Confidence {
    if certain {
        Confidence::Likely
    } else {
        Confidence::Unsure
    }
}

fn told_from(reference: Extent) -> String {
    if reference.first == reference.last {
        format!("counted from {} in the text", reference.first)
    } else {
        format!(
            "counted from {} to {} in the text",
            reference.first, reference.last
        )
    }
}

/// The same part of another year.
pub(super) fn by_years(reference: Extent, by: i32, certain: bool) -> Option<Resolved> {
    let moved = |day: NaiveDate| {
        let year = day.year().checked_add(by)?;
        // The last of February is the 28th or the 29th.
        day.with_year(year)
            .or_else(|| NaiveDate::from_ymd_opt(year, day.month(), 28))
    };
    let (first, same_day) = (moved(reference.first)?, moved(reference.last)?);
    let last = if reference.unit > Span::Day {
        month_end(same_day)?
    } else {
        same_day
    };
    let extent = Extent {
        first,
        last,
        ..reference
    };
    written(extent, reference, certain)
}

fn month_end(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

fn by_months(reference: Extent, by: i32, certain: bool) -> Option<Resolved> {
    let first = months_away(reference.first.with_day(1)?, by)?;
    let extent = Extent {
        first,
        last: month_end(first)?,
        unit: Span::Month,
    };
    written(extent, reference, certain)
}

fn by_days(reference: Extent, by: i32, certain: bool) -> Option<Resolved> {
    let day = days_away(
        if by < 0 {
            reference.first
        } else {
            reference.last
        },
        by,
    )?;
    let extent = Extent {
        first: day,
        last: day,
        unit: Span::Day,
    };
    written(extent, reference, certain)
}

/// An extent that is whole in its unit, as EDTF.
fn written(extent: Extent, reference: Extent, certain: bool) -> Option<Resolved> {
    let (first, last) = (extent.first, extent.last);
    let format = match extent.unit {
        Span::Day => "%Y-%m-%d",
        Span::Month | Span::Quarter => "%Y-%m",
        Span::Year => "%Y",
        Span::Week => {
            return Some(Resolved::within(
                extent,
                told_from(reference),
                class(certain),
            ));
        }
        _ => return None,
    };
    let (from, to) = (
        first.format(format).to_string(),
        last.format(format).to_string(),
    );
    let edtf = if from == to {
        from
    } else {
        format!("{from}/{to}")
    };
    Some(Resolved::inferred(
        Some(edtf),
        extent,
        told_from(reference),
        class(certain),
    ))
}

/// "that year", "the same month": the unit of the reference.
pub(super) fn same(unit: Span, frame: Frame) -> Resolved {
    let whole = || {
        let (reference, certain) = frame.reference?;
        if reference.unit > unit {
            return None;
        }
        let year = reference.first.year();
        let point = match unit {
            Span::Day if reference.first == reference.last => Point::new(
                None,
                Part::Day(reference.first.month(), reference.first.day()),
            ),
            Span::Month => Point::new(None, Part::Month(reference.first.month())),
            Span::Year => Point::new(None, Part::Year),
            _ => return None,
        };
        written(point.extent(year)?, reference, certain)
    };
    whole().unwrap_or_else(|| Resolved::open(NO_REFERENCE))
}
