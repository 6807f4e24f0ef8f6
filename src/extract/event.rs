//! Visits and meetings of a text: who, where, when, and whether they took place or are planned.
//!
//! Who took part is where names stand; whose names they are is for the stage of people to say.

mod chunk;
mod coming;
mod cue;
mod day;
mod heading;
mod names;
mod noun;
mod status;
mod subject;

use std::ops::Range;

use super::agreement::PartyMention;
use super::confidence::{Basis, Confidence};
use super::date::{self, Context, TimeExpression};
use super::denied;
use super::word::{Word, Words, paragraphs};
use crate::dossier::event::EventStatus;
use cue::{Cue, Form, cue};
pub(super) use heading::Heading;

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
    /// Are they named by an office, a pronoun or as the two sides, and not by capitals alone?
    pub official: bool,
    /// Are "the two sides" meant, whoever these are?
    pub sides: bool,
    /// The bytes of what the text calls it, for one told by a noun: "a business forum".
    pub label: Option<Range<usize>>,
    /// The bytes of the place.
    pub place: Option<Range<usize>>,
    /// When.
    pub date: Option<TimeExpression>,
    /// Is it told in the heading of the text?
    pub heading: bool,
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

/// Words to either side of the cue that are its clause at most.
const REACH: usize = 24;

/// Every visit and meeting of a text.
pub fn events(text: &str, context: Context) -> Vec<EventMention> {
    let language = context.language_of(text);
    let mut found = Vec::new();
    let mut heading = Heading::default();
    for (offset, paragraph) in paragraphs(text) {
        let words = Words::new(paragraph, offset);
        let times = date::in_words(&words, context.published, language);
        gather(&mut found, &mut heading, &words, &times, context);
    }
    found
}

/// Adds those of a paragraph with its dates to those of the paragraphs before.
pub(super) fn gather(
    found: &mut Vec<EventMention>,
    heading: &mut Heading,
    words: &Words<'_>,
    times: &[TimeExpression],
    context: Context,
) {
    date_heading(found, heading, words, times);
    let above = heading.has(words);
    let own = in_words(words, times, context).into_iter();
    found.extend(own.map(|one| EventMention {
        heading: above,
        ..one
    }));
}

/// Dates the meetings of a heading, where the paragraph is all date and place.
fn date_heading(
    found: &mut [EventMention],
    heading: &mut Heading,
    words: &Words<'_>,
    times: &[TimeExpression],
) {
    let Some((time, place)) = heading.date(words, times) else {
        return;
    };
    // A visit is longer than the day of the report.
    let meets = |event: &&mut EventMention| {
        event.date.is_none() && matches!(event.kind, "meeting" | "talks" | "phone call")
    };
    for event in found.iter_mut().filter(meets) {
        event.date = Some(time.clone());
        event.place = event.place.take().or_else(|| place.clone());
    }
}

/// Those of a paragraph with its dates.
fn in_words(words: &Words<'_>, times: &[TimeExpression], context: Context) -> Vec<EventMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(cue) = cue(words, at, times) else {
            at += 1;
            continue;
        };
        at = cue.words.end + cue::verb_of_body(words, &cue);
        found.extend(mention(words, &cue, times, context));
    }
    join(found)
}

/// "They met. The meeting took place on Friday.": the second dates the first.
fn join(found: Vec<EventMention>) -> Vec<EventMention> {
    let meets = |one: &EventMention| matches!(one.kind, "meeting" | "talks");
    let mut joined: Vec<EventMention> = Vec::new();
    for one in found {
        let nameless = one.label.is_some() && one.participants.is_empty() && !one.sides;
        match joined.last_mut() {
            Some(last)
                if nameless
                    && meets(&one)
                    && meets(last)
                    && last.label.is_none()
                    && last.date.is_none()
                    && one.date.is_some()
                    && one.status == last.status =>
            {
                last.date = one.date;
                last.place = last.place.take().or(one.place);
                last.status_basis = one.status_basis.at_most(Confidence::Likely);
            }
            _ => joined.push(one),
        }
    }
    joined
}

fn mention(
    words: &Words<'_>,
    cue: &Cue,
    times: &[TimeExpression],
    context: Context,
) -> Option<EventMention> {
    let (before, behind) = clause(words, cue, times);
    if denied::is_not_so(words, cue.words.clone()) {
        return None;
    }
    let date = day::date_of(words, times, &before, &behind, cue)
        .or_else(|| day::of_main_clause(words, times, before.start));
    let coming = date.and_then(|date| coming::coming(words, cue, date, context.published));
    let date = coming.as_ref().or(date);
    let (status, status_basis) = status::status(words, cue, &before, date, context)?;
    let date = date.filter(|date| !is_contradicted(date, status, context));
    let (chunks, adjacent) = who(words, cue, &behind, times);
    let place = place(words, cue, &before, &behind, times);
    let travels = cue.form == Form::Travel;
    if travels && !(adjacent && place.is_some() && chunks.iter().all(|one| one.is_person(words))) {
        return None;
    }
    let held = cue.form == Form::Event
        && (date.is_some() || place.is_some() && noun::is_held(words, behind.start));
    let weak = travels && !cue.past && date.is_none() && status_basis.rule == status::OPEN.rule
        || cue.must_be_dated && date.is_none();
    if weak || !held && chunks.is_empty() {
        return None;
    }
    let participants: Vec<_> = chunks
        .iter()
        .filter(|one| one.named != chunk::Named::Sides)
        .flat_map(|one| one.parties(words))
        .collect();
    let place = place.map(|place| words.range(place));
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
        basis: basis(cue, participants.len(), place.is_some()),
        status,
        status_basis,
        official: cue.must_be_dated || subject::is_official(&chunks),
        sides: cue.of_both || chunks.iter().any(|one| one.named == chunk::Named::Sides),
        label: (cue.form == Form::Event).then(|| words.range(cue.words.clone())),
        participants,
        place,
        date: date.cloned(),
        heading: false,
    })
}

/// Is a plan dated before the publication, by a year or a week that is not printed? Then the reading is
/// wrong somewhere.
fn is_contradicted(date: &TimeExpression, status: EventStatus, context: Context) -> bool {
    let ahead = matches!(
        status,
        EventStatus::Planned | EventStatus::Expected | EventStatus::Proposed
    );
    let extent = date.extent.zip(context.published);
    // "planned for May, was put off": the May of which year is not told.
    let open = status == EventStatus::Cancelled && date.relative;
    open || ahead
        && date.relative
        && extent.is_some_and(|(extent, published)| extent.last < published)
}

fn basis(cue: &Cue, participants: usize, placed: bool) -> Basis {
    let basis = if cue.form == Form::Event { NOUN } else { VERB };
    basis.at_most(match cue.form {
        Form::Event if participants == 0 => Confidence::Unsure,
        Form::Travel => Confidence::Likely,
        _ if participants > 1 || placed => Confidence::Sure,
        _ => Confidence::Likely,
    })
}

/// The words before and behind a cue in its clause.
fn clause(words: &Words<'_>, cue: &Cue, times: &[TimeExpression]) -> (Range<usize>, Range<usize>) {
    let (start, end) = (cue.words.start, cue.words.end);
    let same = |at: &usize| words.same_sentence(*at, start) && words.low(*at) != ";";
    let first = subject::clause_start(words, start).max(start.saturating_sub(REACH));
    let last = (end..end + REACH)
        .take_while(same)
        .take_while(|at| !ends_clause(words, cue, *at, times))
        .last()
        .map_or(end, |at| at + 1);
    (first..start, end..last)
}

/// Does the clause of a cue end before the word at `at`, behind it?
fn ends_clause(words: &Words<'_>, cue: &Cue, at: usize, times: &[TimeExpression]) -> bool {
    let noun = cue.form == Form::Event;
    match words.low(at) {
        // "the third session, which will be held in Colombo"
        "which" if noun && matches!(words.low(at + 1), "will" | "is" | "was") => {
            !noun::is_held(words, at)
        }
        "which" | "who" | "that" | "where" | "said" | "says" | "told" | "after" | "before" => true,
        // "a second round is due in Lima in May"
        "due" | "expected" | "scheduled" | "meet" | "convene"
            if noun && at == cue.words.end + 1 =>
        {
            false
        }
        _ => at > cue.words.end && self::cue(words, at, times).is_some(),
    }
}

/// Who takes part, and whether the subject is next to its verb.
fn who(
    words: &Words<'_>,
    cue: &Cue,
    behind: &Range<usize>,
    times: &[TimeExpression],
) -> (Vec<chunk::Chunk>, bool) {
    // The object ends where the place, the time or a purpose begins.
    let last = behind
        .clone()
        .take_while(|at| {
            !matches!(
                words.low(*at),
                "in" | "at" | "on" | "to" | "during" | "as" | "over" | "в" | "à"
            ) && (words.low(*at) != "for" || words.get(at + 1).is_some_and(Word::is_capital))
                && chunk::time_at(times, *at).is_none()
        })
        .last()
        .map_or(behind.start, |at| at + 1);
    // "held talks in Tashkent with", "a visit to Lima by": the place comes first.
    let visit = cue.form == Form::Event && cue.kind == "visit";
    let with = || {
        let mut rest = last..behind.end;
        rest.find(|at| matches!(words.low(*at), "with" | "avec") || visit && words.low(*at) == "by")
            .filter(|at| *at < last + 6 && last < behind.start + 2)
    };
    let object = || {
        let near = subject::object(words, behind.start..last, times);
        if !near.is_empty() {
            return near;
        }
        with().map_or(near, |at| subject::object(words, at..behind.end, times))
    };
    let subject = subject::subject(words, cue.words.start, times);
    let mut chunks = match cue.form {
        Form::Verb => subject.chunks,
        Form::Visit | Form::Travel => return (subject.chunks, subject.adjacent),
        Form::Event => noun_owner(words, cue, times),
    };
    // "held a video conference": whoever holds it takes part.
    if cue.form == Form::Event && chunks.is_empty() && cue::is_held_before(words, cue.words.start) {
        chunks = subject::subject(words, cue.words.start, times).chunks;
    }
    let both = chunks.iter().any(|one| one.named == chunk::Named::Sides);
    if !both {
        chunks.extend(object());
    }
    (chunks, subject.adjacent)
}

/// Those who own the noun of an event, or whom its attributes name: "Putin's visit", "Lao-Russian".
fn noun_owner(words: &Words<'_>, cue: &Cue, times: &[TimeExpression]) -> Vec<chunk::Chunk> {
    let own = cue.words.start..cue.words.end;
    let mut found: Vec<_> = chunk::chunks(words, own, times);
    let owns = |one: &chunk::Chunk| words.low(one.words.end - 1).ends_with("'s");
    found.retain(|one| {
        owns(one) || one.party(words).country.is_some() || one.named != chunk::Named::Name
    });
    let before = cue.words.start.saturating_sub(8)..cue.words.start;
    let owner = chunk::chunks(words, before, times).into_iter().next_back();
    let owns = |one: &chunk::Chunk| {
        one.words.end == cue.words.start && words.low(one.words.end - 1).ends_with("'s")
    };
    found.extend(owner.filter(owns));
    found
}

fn place(
    words: &Words<'_>,
    cue: &Cue,
    before: &Range<usize>,
    behind: &Range<usize>,
    times: &[TimeExpression],
) -> Option<Range<usize>> {
    let to =
        matches!(cue.form, Form::Visit | Form::Travel) || matches!(cue.kind, "visit" | "mission");
    if to {
        let direct = cue.words.end - 1..behind.end;
        return names::place(words, direct, times, &DESTINATIONS);
    }
    let prepositions = ["in", "at", "в", "во", "à", "на"];
    // "received in Windhoek by": within the phrase.
    if cue.form == Form::Verb
        && let Some(inside) = names::place(words, cue.words.clone(), times, &prepositions)
    {
        return Some(inside);
    }
    // What comes before is in the same clause only at its head, or with no comma between.
    let head = before.start..before.end.min(before.start + 4);
    let comma = before.clone().rev().find(|at| words.low(*at) == ",");
    let beside = comma.map_or(before.start, |at| at + 1)..before.end;
    names::place(words, behind.clone(), times, &prepositions)
        .or_else(|| names::place(words, beside, times, &prepositions))
        .or_else(|| names::place(words, head, times, &prepositions))
}

/// Words before a destination.
const DESTINATIONS: [&str; 23] = [
    "to",
    "in",
    "at",
    "for",
    "visited",
    "visit",
    "visits",
    "visiting",
    "toured",
    "tour",
    "inspected",
    "inspect",
    "посетил",
    "посетила",
    "посетит",
    "в",
    "во",
    "à",
    "au",
    "en",
    "через",
    "via",
    "на",
];

#[cfg(test)]
mod tests;
