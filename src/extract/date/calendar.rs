//! What a date is told from, what it turns out to be, and steps in the calendar.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::shape::{Extent, Lean, Span, container};
use super::tense::Tense;
use crate::extract::confidence::Confidence;

/// What a date is told from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The day of publication.
    pub(super) published: Option<NaiveDate>,
    /// Does the clause look ahead?
    pub(super) tense: Tense,
    /// The date of the text that "a year earlier" is told from, and whether it is certain.
    pub(super) reference: Option<(Extent, bool)>,
}

/// What a shape means.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Resolved {
    pub(super) edtf: Option<String>,
    pub(super) extent: Option<Extent>,
    pub(super) limits: (Option<NaiveDate>, Option<NaiveDate>),
    pub(super) relative: bool,
    pub(super) why: Option<String>,
    pub(super) confidence: Confidence,
}

impl Resolved {
    pub(super) fn stated(edtf: String, extent: Option<Extent>) -> Self {
        Self {
            edtf: Some(edtf),
            extent,
            limits: (None, None),
            relative: false,
            why: None,
            confidence: Confidence::Sure,
        }
    }

    pub(super) fn open(why: &str) -> Self {
        Self {
            edtf: None,
            extent: None,
            limits: (None, None),
            relative: true,
            why: Some(why.to_owned()),
            confidence: Confidence::Unsure,
        }
    }

    pub(super) fn inferred(
        edtf: Option<String>,
        extent: Extent,
        why: String,
        confidence: Confidence,
    ) -> Self {
        Self {
            edtf,
            extent: Some(extent),
            limits: (None, None),
            relative: true,
            why: Some(why),
            confidence,
        }
    }

    /// Some day of these, which no calendar unit of EDTF has for itself.
    pub(super) fn within(extent: Extent, why: String, confidence: Confidence) -> Self {
        Self {
            limits: (Some(extent.first), Some(extent.last)),
            ..Self::inferred(
                container(extent.first, extent.last),
                extent,
                why,
                confidence,
            )
        }
    }
}

/// The reason why nothing relative can be resolved.
pub(super) const NOT_PUBLISHED: &str = "the day of publication is not known";

/// The week of a day, from Monday.
pub(super) fn week(day: NaiveDate) -> Option<Extent> {
    let since = u64::from(day.weekday().num_days_from_monday());
    let first = day.checked_sub_days(Days::new(since))?;
    Some(Extent {
        first,
        last: first.checked_add_days(Days::new(6))?,
        unit: Span::Week,
    })
}

pub(super) fn days_away(day: NaiveDate, by: i32) -> Option<NaiveDate> {
    let days = Days::new(u64::from(by.unsigned_abs()));
    if by < 0 {
        day.checked_sub_days(days)
    } else {
        day.checked_add_days(days)
    }
}

pub(super) fn months_away(day: NaiveDate, by: i32) -> Option<NaiveDate> {
    let months = Months::new(by.unsigned_abs());
    if by < 0 {
        day.checked_sub_months(months)
    } else {
        day.checked_add_months(months)
    }
}

/// Which words lean.
pub(super) fn is_future(lean: Lean, tense: Tense) -> bool {
    lean == Lean::Next || (lean != Lean::Last && tense == Tense::Future)
}
