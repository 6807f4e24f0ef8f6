//! When a quote was said: on the day that its sentence gives, else on that of its occasion, else at some time
//! before the article appeared.

use super::context::Context;
use crate::dossier::{Date, Event};
use crate::extract::Speech;
use crate::extract::date::{TimeExpression, TimeKind};

/// The date of a quote, never more precise than the text: a day of the occasion and a bound are marked as
/// worked out.
pub(super) fn said(
    context: &Context<'_>,
    speech: &Speech,
    times: &[TimeExpression],
    occasion: Option<&Event>,
) -> Option<Date> {
    let printed = speech.dated.iter().find_map(|spot| {
        let from = times.partition_point(|time| time.range.start < spot.start);
        let mut near = times[from..]
            .iter()
            .take_while(|time| time.range.start < spot.end);
        near.find_map(|time| date(context, time))
    });
    printed
        .or_else(|| of_occasion(context, occasion?))
        .or_else(|| before_print(context))
}

/// What the words fix, if it can be when somebody spoke: not after the article.
fn date(context: &Context<'_>, time: &TimeExpression) -> Option<Date> {
    let plain = time.kind == TimeKind::Date && time.edge.is_none();
    let date = time.date().ok().flatten().filter(|_| plain)?;
    let ahead = date.earliest().zip(context.published());
    let is_past = ahead.is_none_or(|(day, published)| day <= published);
    (is_past && !date.is_undated()).then_some(date)
}

/// The day of a meeting; the days of a longer one only bound it.
fn of_occasion(context: &Context<'_>, event: &Event) -> Option<Date> {
    let date = event.date.as_ref()?;
    let (first, last) = (date.earliest()?, date.latest()?);
    let why = format!("the date of “{}”, at which it was said", event.title);
    if first == last {
        return Date::inferred(Some(&first.to_string()), (None, None), &why).ok();
    }
    let last = context.published().map_or(last, |day| last.min(day));
    let limits = (first.to_string(), last.to_string());
    Date::inferred(None, (Some(&limits.0), Some(&limits.1)), &why).ok()
}

fn before_print(context: &Context<'_>) -> Option<Date> {
    let last = context.article.issued.as_ref()?.latest()?;
    let why = "printed by then; the article does not say when it was said";
    Date::inferred(None, (None, Some(&last.to_string())), why).ok()
}
