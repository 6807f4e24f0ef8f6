//! Whether an event took place, by the words beside it.

use std::ops::Range;

use super::cue::{Cue, Form};
use crate::dossier::event::EventStatus;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::{Context, TimeExpression};
use crate::extract::denied::{Meant, came_to_nothing, hearsay, is_unreal, meant};
use crate::extract::modal::is_perhaps;
use crate::extract::word::Words;

const PAST: Basis = Basis::new("event-past", Confidence::Sure, "the verb tells what was");
const AHEAD: Basis = Basis::new(
    "event-ahead",
    Confidence::Sure,
    "a word before it says that it is to come",
);
const DATED: Basis = Basis::new(
    "event-dated",
    Confidence::Likely,
    "its date is before or after the publication",
);
pub(super) const OPEN: Basis = Basis::new(
    "event-open",
    Confidence::Unsure,
    "no word says whether it took place",
);

/// Whether it took place; nothing where the text denies it, or where it was only meant to.
pub(super) fn status(
    words: &Words<'_>,
    cue: &Cue,
    before: &Range<usize>,
    date: Option<&TimeExpression>,
    context: Context,
) -> Option<(EventStatus, Basis)> {
    let at = cue.words.start;
    let days = date.and_then(|date| date.extent).zip(context.published);
    let over = days.is_some_and(|(extent, published)| extent.last < published);
    let failed = || came_to_nothing(words, cue.words.end);
    let (told, basis) = told(words, cue, before, date, context)?;
    let ahead = told != EventStatus::Cancelled && !cue.past;
    match meant(words, at) {
        _ if is_unreal(words, cue.words.clone()) => None,
        Meant::Once | Meant::InVain if ahead && (over || failed()) => None,
        Meant::InVain if ahead => Some((EventStatus::Planned, OPEN)),
        _ if cue.form == Form::Event
            && told != EventStatus::Cancelled
            && basis.rule != PAST.rule
            && failed() =>
        {
            None
        }
        _ => Some((told, basis.at_most(hearsay(words, at)))),
    }
}

/// What the words beside it tell.
fn told(
    words: &Words<'_>,
    cue: &Cue,
    before: &Range<usize>,
    date: Option<&TimeExpression>,
    context: Context,
) -> Option<(EventStatus, Basis)> {
    const NEAR: usize = 8;
    // "could be signed during the visit": that verb is not the visit's.
    let aside = cue.form == Form::Event
        && matches!(
            words.low_before(cue.words.start),
            "during" | "after" | "at" | "following" | "in" | "on"
        );
    let from = if aside { before.end } else { before.start };
    let before = from..before.end;
    let near = (before.start.max(before.end.saturating_sub(NEAR))..before.end).rev();
    for at in near {
        match ahead(words, at, cue) {
            Ahead::Denied => return None,
            Ahead::Is(status) => return Some((status, AHEAD)),
            Ahead::Nothing => {}
        }
    }
    if cue.form == Form::Event {
        match behind(words, cue) {
            Some(Behind::Denied) => return None,
            Some(Behind::Is(status, basis)) => return Some((status, basis)),
            None => {}
        }
    }
    if matches!(
        words.low(cue.words.start),
        "will" | "shall" | "due" | "expected" | "посетит" | "приедет"
    ) {
        return Some((EventStatus::Planned, AHEAD));
    }
    if cue.past {
        return Some((EventStatus::Occurred, PAST));
    }
    let extent = date.and_then(|date| date.extent).zip(context.published);
    Some(match extent {
        Some((extent, published)) if extent.last < published => (EventStatus::Occurred, DATED),
        Some((extent, published)) if extent.first > published => (EventStatus::Planned, DATED),
        _ => (EventStatus::Occurred, OPEN),
    })
}

/// What a word before an event says of it.
enum Ahead {
    Is(EventStatus),
    Denied,
    Nothing,
}

fn ahead(words: &Words<'_>, at: usize, cue: &Cue) -> Ahead {
    let status = match words.low(at) {
        "not" | "never" | "refused" | "declined" | "whether" | "if" | "skipped" => {
            return Ahead::Denied;
        }
        "failed" | "unable" | "neglected" if words.low(at + 1) == "to" => return Ahead::Denied,
        "cancelled" | "canceled" | "postponed" | "abandoned" | "scrapped" => EventStatus::Cancelled,
        "called" | "put" if words.low(at + 1) == "off" => EventStatus::Cancelled,
        "invited" | "invitation" | "invite" | "proposed" => EventStatus::Proposed,
        "discussed" | "discuss" if !cue.past => EventStatus::UnderDiscussion,
        _ if is_perhaps(words, at) && !cue.past => EventStatus::Speculative,
        "expected" | "expects" | "hopes" | "hope" if !cue.past => EventStatus::Expected,
        "will"
        | "would"
        | "plans"
        | "plan"
        | "planned"
        | "planning"
        | "scheduled"
        | "due"
        | "set"
        | "upcoming"
        | "forthcoming"
        | "intends"
        | "preparing"
        | "next"
        | "promised"
        | "agreed"
        | "собирается"
        | "планирует"
        | "doit"
            if !cue.past =>
        {
            EventStatus::Planned
        }
        "is" | "are" if matches!(words.low(cue.words.start), "visiting" | "paying" | "on") => {
            EventStatus::Ongoing
        }
        "to" if matches!(words.low_before(at), "is" | "are" | "due" | "set") => {
            EventStatus::Planned
        }
        "is" | "are" if words.low(cue.words.start) == "to" => EventStatus::Planned,
        _ => return Ahead::Nothing,
    };
    Ahead::Is(status)
}

/// "was cancelled", "were put off".
fn is_cancelled(words: &Words<'_>, at: usize) -> bool {
    let was = matches!(words.low(at), "was" | "were" | "been");
    let off = matches!(words.low(at + 1), "put" | "called") && words.low(at + 2) == "off";
    was && (off
        || matches!(
            words.low(at + 1),
            "cancelled" | "canceled" | "postponed" | "scrapped"
        ))
}

enum Behind {
    Is(EventStatus, Basis),
    Denied,
}

/// What a verb behind a noun says: "is to be held", "took place".
fn behind(words: &Words<'_>, cue: &Cue) -> Option<Behind> {
    const NEAR: usize = 8;
    let end = cue.words.end;
    let near = (end..end + NEAR * 2).take_while(|at| {
        words.same_sentence(*at, end - 1)
            && !matches!(words.low(*at), ";" | "and" | "but" | "after" | "which")
    });
    if near.into_iter().any(|at| is_cancelled(words, at)) {
        return Some(Behind::Is(EventStatus::Cancelled, PAST));
    }
    let places = (end..end + NEAR).take_while(|at| words.same_sentence(*at, end - 1));
    for at in places {
        let next = words.low(at + 1);
        let (status, basis) = match words.low(at) {
            "not" | "never" => return Some(Behind::Denied),
            "will" | "shall" if next == "not" => return Some(Behind::Denied),
            "will" | "shall" | "пройдет" | "состоится" | "пройдут" => {
                (EventStatus::Planned, AHEAD)
            }
            _ if is_perhaps(words, at) => (EventStatus::Speculative, AHEAD),
            "is" | "are" if matches!(next, "to" | "planned" | "scheduled" | "due" | "expected") => {
                (EventStatus::Planned, AHEAD)
            }
            "scheduled" | "planned" => (EventStatus::Planned, AHEAD),
            "was" | "were" if next == "held" => (EventStatus::Occurred, PAST),
            "took" if next == "place" => (EventStatus::Occurred, PAST),
            "состоялась" | "состоялось" | "состоялись" | "прошла" | "прошло" | "прошли" => {
                (EventStatus::Occurred, PAST)
            }
            _ => continue,
        };
        return Some(Behind::Is(status, basis));
    }
    None
}
