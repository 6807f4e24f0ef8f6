//! From what the words say to the days they mean: EDTF that is never more precise than they are.

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{Frame, NOT_PUBLISHED, Resolved, days_away, months_away, week};
use super::holiday;
use super::nearest::{in_year, nearest_day, nearest_year};
use super::running;
use super::shape::{Extent, Part, Point, Shape, Span, Stage};
use super::shifted;
use crate::extract::confidence::Confidence;

/// What a shape means in its frame; none for days that no calendar has, such as 30 February.
pub(super) fn resolve(shape: &Shape, frame: Frame) -> Option<Resolved> {
    match shape {
        Shape::Point(point) => point_of(*point, frame),
        Shape::Range(first, last) => range(*first, *last, frame),
        Shape::About(point) => {
            let found = point_of(*point, frame)?;
            let edtf = found.edtf.map(|edtf| format!("{edtf}~"));
            Some(Resolved { edtf, ..found })
        }
        Shape::Decade(first, stage) => decade(*first, *stage),
        Shape::Century(first) => {
            let extent = years(*first, first + 99, Span::Century)?;
            Some(Resolved::stated(
                format!("{:02}XX", first / 100),
                Some(extent),
            ))
        }
        Shape::Fiscal(first, last) => fiscal(*first, *last),
        Shape::FiscalMoved(by) => Some(fiscal_moved(*by, frame)),
        Shape::SchoolMoved(by) => Some(school_moved(*by, frame)),
        Shape::DayOrMonth { year, .. } => Some(Resolved {
            why: Some("day and month can be read both ways".to_owned()),
            confidence: Confidence::Unsure,
            ..Resolved::stated(format!("{year:04}"), years(*year, *year, Span::Year))
        }),
        Shape::Weekday(day, lean) => Some(nearest_day(*day, *lean, frame)),
        Shape::Moved { unit, by, stage } => moved(*unit, *by, *stage, frame),
        Shape::Weekend(lean) => super::nearest::weekend(*lean, frame),
        Shape::WeekOf(point) => {
            let day = point_of(*point, frame)?;
            let first = day.extent?.first;
            let why = format!("the week of {first}");
            Some(Resolved {
                relative: day.relative,
                ..Resolved::within(week(first)?, why, day.confidence)
            })
        }
        Shape::Away {
            count,
            unit,
            after,
            about,
        } => shifted::away(*count, *unit, *after, *about, frame),
        Shape::Shifted { count, unit, after } => {
            Some(shifted::from_reference(*count, *unit, *after, frame))
        }
        Shape::SamePeriod(year) => Some(same_period(year, frame)),
        Shape::Same(unit) => Some(shifted::same(*unit, frame)),
        Shape::Trailing { count, unit } => shifted::trailing(*count, *unit, frame),
        Shape::Running { months, last } => running::resolve(*months, point_of(*last, frame)?),
        Shape::Named(name, year, lean) => holiday::resolve(*name, *year, *lean, frame),
    }
}

/// From the first day of one year to the last of another.
fn years(first: i32, last: i32, unit: Span) -> Option<Extent> {
    Some(Extent {
        first: NaiveDate::from_ymd_opt(first, 1, 1)?,
        last: NaiveDate::from_ymd_opt(last, 12, 31)?,
        unit,
    })
}

fn point_of(point: Point, frame: Frame) -> Option<Resolved> {
    let found = if let Some(year) = point.year {
        printed(point, year)?
    } else {
        // A day that no year has, such as 31 June.
        point.extent(2024)?;
        in_year(point, frame).unwrap_or_else(|| nearest_year(point, frame))
    };
    Some(staged(found, point.stage, frame.published))
}

fn printed(point: Point, year: i32) -> Option<Resolved> {
    let extent = point.extent(year)?;
    let found = Resolved::stated(point.edtf(year), Some(extent));
    match point.weekday {
        Some(weekday) if extent.first.weekday() != weekday => Some(Resolved {
            why: Some(format!(
                "{} is a {}",
                extent.first,
                extent.first.format("%A")
            )),
            confidence: Confidence::Unsure,
            ..found
        }),
        _ => Some(found),
    }
}

/// Bounds the half of a unit that "early" and "late" leave. "mid-" leaves both.
fn staged(found: Resolved, stage: Option<Stage>, published: Option<NaiveDate>) -> Resolved {
    let (Some(stage), Some(extent)) = (stage, found.extent) else {
        return found;
    };
    let days = (extent.last - extent.first).num_days();
    let middle = u64::try_from(days / 2)
        .ok()
        .and_then(|half| extent.first.checked_add_days(Days::new(half)));
    let (from, to) = found.limits;
    let within = |day: &NaiveDate| extent.first <= *day && *day <= extent.last;
    let (limits, word) = match stage {
        Stage::Early => ((None, middle), "early"),
        Stage::Middle => return found,
        Stage::Late => ((middle, None), "late"),
        Stage::Earlier => ((None, published.filter(within)), "earlier"),
        Stage::Later => ((published.filter(within), None), "later"),
    };
    let why = found
        .why
        .unwrap_or_else(|| format!("it says only “{word}”"));
    Resolved {
        limits: (limits.0.or(from), limits.1.or(to)),
        why: Some(why),
        ..found
    }
}

fn range(first: Point, last: Point, frame: Frame) -> Option<Resolved> {
    let (Some(from), Some(to)) = (first.year, last.year) else {
        let found = in_year(last, frame).unwrap_or_else(|| nearest_year(last, frame));
        let Some(extent) = found.extent else {
            return Some(found);
        };
        let year = extent.last.year();
        // "July-January": from the year before.
        let over = matches!((first.part, last.part), (Part::Month(first), Part::Month(last)) if first > last);
        let begin = year - i32::from(over);
        let edtf = format!("{}/{}", first.edtf(begin), last.edtf(year));
        return Some(Resolved {
            edtf: Some(edtf),
            extent: Some(Extent {
                first: first.extent(begin)?.first,
                ..extent
            }),
            ..found
        });
    };
    let (begin, end) = (first.extent(from)?, last.extent(to)?);
    let whole = |part| matches!(part, Part::Year | Part::Month(_) | Part::Day(..));
    if begin.first > end.last || !whole(first.part) || !whole(last.part) {
        return None;
    }
    let extent = Extent {
        first: begin.first,
        last: end.last,
        unit: begin.unit.max(end.unit),
    };
    let edtf = format!("{}/{}", first.edtf(from), last.edtf(to));
    Some(Resolved::stated(edtf, Some(extent)))
}

fn decade(first: i32, stage: Option<Stage>) -> Option<Resolved> {
    let extent = years(first, first + 9, Span::Decade)?;
    let found = Resolved::stated(format!("{:03}X", first / 10), Some(extent));
    // "the 2000s" may be a century.
    let confidence = if first % 100 == 0 {
        Confidence::Likely
    } else {
        Confidence::Sure
    };
    Some(staged(
        Resolved {
            confidence,
            ..found
        },
        stage,
        None,
    ))
}

/// Which months a fiscal year has depends on the country.
fn fiscal(first: i32, last: Option<i32>) -> Option<Resolved> {
    let why = "a fiscal year; its months are not told".to_owned();
    let (edtf, extent) = match last {
        Some(last) => (
            format!("{first:04}/{last:04}"),
            years(first, last, Span::Year)?,
        ),
        None => (format!("{first:04}~"), years(first, first, Span::Year)?),
    };
    Some(Resolved {
        why: Some(why),
        confidence: Confidence::Likely,
        ..Resolved::stated(edtf, Some(extent))
    })
}

/// The year in which most of it is, perhaps.
fn fiscal_moved(by: i32, frame: Frame) -> Resolved {
    let year = frame.published.map(|day| day.year() + by);
    let found = year.and_then(|year| fiscal(year, None));
    match found {
        Some(found) => Resolved {
            relative: true,
            confidence: Confidence::Unsure,
            ..found
        },
        None => Resolved::open(NOT_PUBLISHED),
    }
}

/// Most begin in August or September.
fn school_moved(by: i32, frame: Frame) -> Resolved {
    const BEGINS: u32 = 8;
    let first = frame.published.map(|day| {
        let spring = i32::from(day.month() < BEGINS);
        day.year() - spring + by
    });
    let found = first.and_then(|first| fiscal(first, first.checked_add(1)));
    match found {
        Some(found) => Resolved {
            relative: true,
            why: Some("a school year; its months are not told".to_owned()),
            confidence: Confidence::Unsure,
            ..found
        },
        None => Resolved::open(NOT_PUBLISHED),
    }
}

fn moved(unit: Span, by: i32, stage: Option<Stage>, frame: Frame) -> Option<Resolved> {
    let Some(published) = frame.published else {
        return Some(Resolved::open(NOT_PUBLISHED));
    };
    let why = format!("counted from the publication on {published}");
    let sure = Confidence::Sure;
    let found = match unit {
        Span::Day => {
            let day = days_away(published, by)?;
            let extent = Extent {
                first: day,
                last: day,
                unit,
            };
            Resolved::inferred(Some(day.to_string()), extent, why, sure)
        }
        Span::Week => {
            let day = days_away(published, by.checked_mul(7)?)?;
            Resolved::within(week(day)?, why, sure)
        }
        Span::Month => {
            let first = months_away(published.with_day(1)?, by)?;
            let point = Point::new(None, Part::Month(first.month()));
            let edtf = point.edtf(first.year());
            Resolved::inferred(Some(edtf), point.extent(first.year())?, why, sure)
        }
        Span::Quarter => {
            let month0 = published.month0() / 3 * 3;
            let begin = published.with_day(1)?.with_month0(month0)?;
            let first = months_away(begin, by.checked_mul(3)?)?;
            let point = Point::new(None, Part::Months(first.month(), first.month() + 2));
            let edtf = point.edtf(first.year());
            let extent = point.extent(first.year())?;
            Resolved::inferred(Some(edtf), extent, why, Confidence::Likely)
        }
        Span::Year => {
            let year = published.year().checked_add(by)?;
            let edtf = format!("{year:04}");
            Resolved::inferred(Some(edtf), years(year, year, unit)?, why, sure)
        }
        Span::Decade => {
            let first = published.year() - published.year().rem_euclid(10) + by.checked_mul(10)?;
            let edtf = format!("{:03}X", first / 10);
            let extent = years(first, first + 9, unit)?;
            Resolved::inferred(Some(edtf), extent, why, Confidence::Likely)
        }
        Span::Century => {
            let first =
                published.year() - published.year().rem_euclid(100) + by.checked_mul(100)?;
            let edtf = format!("{:02}XX", first / 100);
            let extent = years(first, first + 99, unit)?;
            Resolved::inferred(Some(edtf), extent, why, Confidence::Likely)
        }
        Span::Moment | Span::Hour => return None,
    };
    Some(staged(found, stage, frame.published))
}

/// The period of the reference, in another year.
fn same_period(year: &Shape, frame: Frame) -> Resolved {
    const OPEN: &str = "the period that it repeats is not told";
    let Some((reference, certain)) = frame.reference else {
        return Resolved::open(OPEN);
    };
    let extent = match year {
        Shape::Point(point) => point_of(*point, frame).and_then(|found| found.extent),
        _ => shifted::from_reference(1, Span::Year, false, frame).extent,
    };
    let Some(target) = extent else {
        return Resolved::open(OPEN);
    };
    let by = target.first.year() - reference.first.year();
    shifted::by_years(reference, by, certain).unwrap_or_else(|| Resolved::open(OPEN))
}
