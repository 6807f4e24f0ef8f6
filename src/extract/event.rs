//! Visits and meetings of a text: who, where, when, and whether they took place or are planned.
//!
//! Who took part is where names stand; whose names they are is for the stage of people to say.

mod cue;
mod names;

use std::ops::Range;

use super::agreement::PartyMention;
use super::confidence::{Basis, Confidence};
use super::date::{self, Context, TimeExpression, TimeKind};
use super::word::{Words, paragraphs};
use crate::dossier::event::EventStatus;
use cue::{Cue, Form, cue};

/// A visit or a meeting that a text tells of.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMention {
    /// The bytes of its clause, from the first participant to the place.
    pub range: Range<usize>,
    /// "meeting", "talks", "visit", "summit", "phone call".
    pub kind: &'static str,
    /// How it was recognised.
    pub basis: Basis,
    /// Whether it took place.
    pub status: EventStatus,
    /// How the status is known.
    pub status_basis: Basis,
    /// Where who took part is named, and the country that these words name.
    pub participants: Vec<PartyMention>,
    /// The bytes of the place.
    pub place: Option<Range<usize>>,
    /// When.
    pub date: Option<TimeExpression>,
}

const VERB: Basis = Basis::new(
    "event-verb",
    Confidence::Sure,
    "a verb of meeting or visiting",
);
const NOUN: Basis = Basis::new(
    "event-noun",
    Confidence::Likely,
    "a noun for a meeting or a visit",
);
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
const OPEN: Basis = Basis::new(
    "event-open",
    Confidence::Unsure,
    "no word says whether it took place",
);

/// Words to either side of the cue that are its clause at most.
const REACH: usize = 24;

/// Every visit and meeting of a text.
pub fn events(text: &str, context: Context) -> Vec<EventMention> {
    let language = context.language_of(text);
    paragraphs(text)
        .flat_map(|(offset, paragraph)| {
            let words = Words::new(paragraph, offset);
            let times = date::in_words(&words, context.published, language);
            in_words(&words, &times, context)
        })
        .collect()
}

/// Those of a paragraph with its dates.
pub(super) fn in_words(
    words: &Words<'_>,
    times: &[TimeExpression],
    context: Context,
) -> Vec<EventMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(cue) = cue(words, at) else {
            at += 1;
            continue;
        };
        at = cue.words.end;
        found.extend(mention(words, &cue, times, context));
    }
    found
}

fn mention(
    words: &Words<'_>,
    cue: &Cue,
    times: &[TimeExpression],
    context: Context,
) -> Option<EventMention> {
    let (before, behind) = clause(words, cue);
    let date = date_of(times, &before, &behind, cue);
    let (status, status_basis) = status(words, cue, &before, date, context)?;
    let participants = participants(words, cue, &before, &behind, times);
    if participants.is_empty() && cue.kind != "session" {
        return None;
    }
    let place = place(words, cue, &before, &behind, times).map(|place| words.range(place));
    let basis = if cue.form == Form::Noun { NOUN } else { VERB };
    let cue_range = words.range(cue.words.clone());
    let ranges = participants
        .iter()
        .map(|one| one.range.clone())
        .chain(place.clone());
    let (start, end) = ranges.fold((cue_range.start, cue_range.end), |(start, end), one| {
        (start.min(one.start), end.max(one.end))
    });
    Some(EventMention {
        range: start..end,
        kind: cue.kind,
        basis: basis.at_most(if participants.len() > 1 || place.is_some() {
            Confidence::Sure
        } else {
            Confidence::Likely
        }),
        status,
        status_basis,
        participants,
        place,
        date: date.cloned(),
    })
}

/// The words before and behind a cue in its clause.
fn clause(words: &Words<'_>, cue: &Cue) -> (Range<usize>, Range<usize>) {
    let (start, end) = (cue.words.start, cue.words.end);
    let same = |at: &usize| words.same_sentence(*at, start) && words.low(*at) != ";";
    let first = (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(same)
        .last()
        .unwrap_or(start);
    let stops = |at: usize| {
        matches!(
            words.low(at),
            "which" | "who" | "that" | "where" | "said" | "says" | "told" | "after" | "before"
        ) || at > end && self::cue(words, at).is_some()
    };
    let last = (end..end + REACH)
        .take_while(same)
        .take_while(|at| !stops(*at))
        .last()
        .map_or(end, |at| at + 1);
    (first..start, end..last)
}

fn participants(
    words: &Words<'_>,
    cue: &Cue,
    before: &Range<usize>,
    behind: &Range<usize>,
    times: &[TimeExpression],
) -> Vec<PartyMention> {
    let subject = |found: &mut Vec<PartyMention>| {
        found.extend(names::names(words, before.clone(), times));
    };
    // The object ends where the place, the time or a purpose begins.
    let object = behind
        .clone()
        .take_while(|at| {
            !matches!(
                words.low(*at),
                "in" | "at" | "on" | "to" | "for" | "during" | "as" | "over" | ","
            ) || words.low(*at) == "for"
                && words
                    .get(at + 1)
                    .is_some_and(crate::extract::word::Word::is_capital)
        })
        .last()
        .map_or(behind.start, |at| at + 1);
    let object = names::names(words, behind.start..object, times);
    let mut found = Vec::new();
    match cue.form {
        Form::Verb | Form::Host => {
            subject(&mut found);
            found.extend(object);
        }
        Form::Visit => subject(&mut found),
        Form::Noun if words.low(cue.words.end - 1) == "to" => subject(&mut found),
        Form::Noun => found.extend(object),
    }
    found
}

fn place(
    words: &Words<'_>,
    cue: &Cue,
    before: &Range<usize>,
    behind: &Range<usize>,
    times: &[TimeExpression],
) -> Option<Range<usize>> {
    let to = cue.kind == "visit";
    if to {
        let direct = cue.words.end - 1..behind.end;
        let destination = names::place(
            words,
            direct,
            times,
            &[
                "to",
                "in",
                "visited",
                "visit",
                "visiting",
                "посетил",
                "посетила",
                "посетит",
            ],
        );
        return destination;
    }
    let prepositions = ["in", "at", "в", "à"];
    names::place(words, behind.clone(), times, &prepositions)
        .or_else(|| names::place(words, before.clone(), times, &prepositions))
}

fn date_of<'a>(
    times: &'a [TimeExpression],
    before: &Range<usize>,
    behind: &Range<usize>,
    cue: &Cue,
) -> Option<&'a TimeExpression> {
    let from = times.partition_point(|time| time.words.start < before.start);
    let near = times[from..]
        .iter()
        .take_while(|time| time.words.start < behind.end)
        .filter(|time| time.kind == TimeKind::Date);
    near.min_by_key(|time| time.words.start.abs_diff(cue.words.start))
}

/// Whether it took place; nothing where the text denies it.
fn status(
    words: &Words<'_>,
    cue: &Cue,
    before: &Range<usize>,
    date: Option<&TimeExpression>,
    context: Context,
) -> Option<(EventStatus, Basis)> {
    const NEAR: usize = 8;
    let near = (before.start.max(before.end.saturating_sub(NEAR))..before.end).rev();
    for at in near {
        let status = match words.low(at) {
            "not" | "never" | "refused" | "declined" => return None,
            "cancelled" | "canceled" | "postponed" => EventStatus::Cancelled,
            "invited" | "invitation" | "invite" | "proposed" => EventStatus::Proposed,
            "discussed" | "discuss" if !cue.past => EventStatus::UnderDiscussion,
            "may" | "might" | "could" if !cue.past => EventStatus::Speculative,
            "expected" | "expects" if !cue.past => EventStatus::Expected,
            "will" | "would" | "plans" | "plan" | "planned" | "planning" | "scheduled" | "due"
            | "set" | "upcoming" | "forthcoming" | "intends" | "preparing" | "next"
                if !cue.past =>
            {
                EventStatus::Planned
            }
            "is" | "are" if words.low(cue.words.start) == "visiting" => EventStatus::Ongoing,
            "is" | "are" if words.low(cue.words.start) == "to" => EventStatus::Planned,
            _ => continue,
        };
        return Some((status, AHEAD));
    }
    if cue.form == Form::Noun
        && let Some(status) = behind(words, cue)
    {
        return Some(status);
    }
    if words.low(cue.words.start) == "will" {
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

/// What a verb behind a noun says: "is to be held", "took place".
fn behind(words: &Words<'_>, cue: &Cue) -> Option<(EventStatus, Basis)> {
    const NEAR: usize = 8;
    let end = cue.words.end;
    let places = (end..end + NEAR).take_while(|at| words.same_sentence(*at, end - 1));
    for at in places {
        let next = words.low(at + 1);
        return Some(match words.low(at) {
            "will" | "shall" => (EventStatus::Planned, AHEAD),
            "is" | "are" if matches!(next, "to" | "planned" | "scheduled" | "due" | "expected") => {
                (EventStatus::Planned, AHEAD)
            }
            "was" | "were" if matches!(next, "cancelled" | "canceled" | "postponed") => {
                (EventStatus::Cancelled, PAST)
            }
            "was" | "were" if next == "held" => (EventStatus::Occurred, PAST),
            "took" if next == "place" => (EventStatus::Occurred, PAST),
            _ => continue,
        });
    }
    None
}

#[cfg(test)]
mod tests;
