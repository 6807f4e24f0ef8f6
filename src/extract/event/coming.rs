//! "arrives in Lima on Monday": a journey told in the present with a weekday is still to come.

use chrono::{Days, NaiveDate};

use super::cue::{Cue, Form};
use super::names::is_weekday;
use crate::extract::date::TimeExpression;
use crate::extract::word::Words;

/// The next day of that name, where the reading of the date has taken the one before the publication.
pub(super) fn coming(
    words: &Words<'_>,
    cue: &Cue,
    time: &TimeExpression,
    published: Option<NaiveDate>,
) -> Option<TimeExpression> {
    let (published, extent) = published.zip(time.extent)?;
    let weekday = is_weekday(words.low(time.words.start)) && time.words.len() == 1;
    let week = Days::new(7);
    let day = extent.first.checked_add_days(week)?;
    let past = extent.first < published && day > published;
    if !(weekday && past && time.relative && is_present(words, cue)) {
        return None;
    }
    let mut extent = extent;
    (extent.first, extent.last) = (day, extent.last.checked_add_days(week)?);
    Some(TimeExpression {
        edtf: Some(day.to_string()),
        extent: Some(extent),
        why: Some(format!(
            "the next such day, seen from the publication on {published}"
        )),
        ..time.clone()
    })
}

/// "arrives in", "begins a visit"
fn is_present(words: &Words<'_>, cue: &Cue) -> bool {
    const NEAR: usize = 5;
    let start = cue.words.start;
    match cue.form {
        Form::Travel => matches!(
            words.low(start),
            "arrives" | "arrive" | "travels" | "flies" | "leaves" | "comes" | "goes"
        ),
        Form::Event => {
            let mut near = (start.saturating_sub(NEAR)..=start)
                .rev()
                .take_while(|at| words.same_sentence(*at, start) && words.low(*at) != ",");
            cue.kind == "visit"
                && near.any(|at| {
                    matches!(words.low(at), "begins" | "starts" | "pays" | "makes")
                        && matches!(
                            words.low(at + 1),
                            "a" | "an" | "his" | "her" | "its" | "their"
                        )
                })
        }
        _ => false,
    }
}
