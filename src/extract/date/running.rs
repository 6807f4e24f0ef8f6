//! Months up to one that is named: "the year to June 2023", "the nine months ended 30 September".

use chrono::{Datelike, Days, Months, NaiveDate};

use super::calendar::Resolved;
use super::names::{month, unit};
use super::point::{Parsed, month_alone, point, year};
use super::shape::{Extent, Part, Point, Shape, Span};
use crate::dossier::spelled::small;
use crate::extract::language::Language;
use crate::extract::number::{self, Value};
use crate::extract::word::Words;

/// Months of such a period, at most.
const LONGEST: u32 = 24;

/// The period that begins with the word `at`, or behind the article there.
pub(super) fn running(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let first = at + usize::from(words.low(at) == "the");
    let (months, end) = length(words, first, language)?;
    // "the fiscal year that ended in July"
    let end = end + usize::from(matches!(words.low(end), "that" | "which"));
    let next = match words.low(end) {
        "ending" | "ended" if matches!(words.low(end + 1), "in" | "on") => end + 2,
        "to" | "ending" | "ended" | "through" => end + 1,
        "up" if words.low(end + 1) == "to" => end + 2,
        _ => return None,
    };
    // From one middle of the month to the other.
    let middle = words.low(next) == "mid" && words.low(next + 1) == "-";
    let (months, next) = if middle {
        (months + 1, next + 2)
    } else {
        (months, next)
    };
    let next = words
        .after(next, "the end of")
        .or_else(|| words.after(next, "end of"))
        .or_else(|| words.after(next, "end -"))
        .unwrap_or(next);
    // "the year to June": no name of a person.
    let alone = || {
        let name = month(words, next, language)?;
        Some((Point::new(None, Part::Month(name.number)), name.end))
    };
    let (last, end) = point(words, next, language)
        .or_else(|| month_alone(words, next, language))
        .or_else(|| quarter(words, next))
        .or_else(alone)?;
    let named = matches!(last.part, Part::Month(_) | Part::Day(..) | Part::Months(..));
    named.then_some((Shape::Running { months, last }, end, "months-to"))
}

/// "Q3 2023"
fn quarter(words: &Words<'_>, at: usize) -> Option<(Point, usize)> {
    let number: Option<u32> = words.low(at + 1).parse().ok();
    let number = number.filter(|_| words.low(at) == "q")?;
    let (year, end) = year(words, at + 2)?;
    let last = number
        .checked_mul(3)
        .filter(|last| (3..=12).contains(last))?;
    Some((Point::new(Some(year), Part::Months(last - 2, last)), end))
}

/// "year", "12 months", "nine months", "quarter".
fn length(words: &Words<'_>, at: usize, language: Language) -> Option<(u32, usize)> {
    let whole = |low: &str| match unit(low)? {
        Span::Year => Some(12),
        Span::Quarter => Some(3),
        _ => None,
    };
    if let Some(months) = whole(words.low(at)) {
        return Some((months, at + 1));
    }
    // "four quarters" are no fraction here.
    let quarters = unit(words.low(at + 1)) == Some(Span::Quarter);
    if let Some(count) = small(words.low(at)).filter(|count| quarters && (1..=8).contains(count)) {
        return Some((3 * u32::try_from(count).ok()?, at + 2));
    }
    let numeral = number::read(words, at, language)?;
    let Value::Exact(count) = numeral.value else {
        return None;
    };
    let count: u32 = count.printed().parse().ok()?;
    let end = numeral.words.end + usize::from(words.low(numeral.words.end) == "-");
    let months = match unit(words.low(end))? {
        Span::Month => count,
        // "the four quarters to the end of Q3 2023"
        Span::Quarter => count.checked_mul(3)?,
        _ => return None,
    };
    (2..=LONGEST).contains(&months).then_some((months, end + 1))
}

/// So many months, of which the last is known.
pub(super) fn resolve(months: u32, found: Resolved) -> Option<Resolved> {
    let end = found.extent?.last;
    let after = end.checked_add_days(Days::new(1))?;
    let first = after.checked_sub_months(Months::new(months))?;
    let edtf = if after.day() == 1 {
        let month = |day: NaiveDate| day.format("%Y-%m").to_string();
        format!("{}/{}", month(first), month(end))
    } else {
        format!("{first}/{end}")
    };
    Some(Resolved {
        edtf: Some(edtf),
        extent: Some(Extent {
            first,
            last: end,
            unit: Span::Month,
        }),
        ..found
    })
}
