//! Words that tell of a meeting or a visit.

use std::ops::Range;

use super::noun;
use crate::extract::date::TimeExpression;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// How the words of an event are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "met with", "held talks with": who acts is before, the other behind.
    Verb,
    /// "visited Laos": who acts is before, the place behind.
    Visit,
    /// "flew to Vientiane": the same, but the verb tells of much else too.
    Travel,
    /// "a meeting between", "the third session": a noun.
    Event,
}

/// A word or phrase for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// As in the kind of an event: "meeting", "visit", "talks", …
    pub(super) kind: &'static str,
    pub(super) form: Form,
    pub(super) words: Range<usize>,
    /// Does the word itself tell what was?
    pub(super) past: bool,
    /// Is it none without a date?
    pub(super) must_be_dated: bool,
    /// Is it of both sides by its name: "the intergovernmental commission"?
    pub(super) of_both: bool,
}

type Row = (&'static str, &'static str, Form, bool);

/// Phrases that begin with a verb: phrase, kind, form, and whether it tells what was.
const VERBS: &[Row] = &[
    ("met with", "meeting", Form::Verb, true),
    ("meets with", "meeting", Form::Verb, true),
    ("meet with", "meeting", Form::Verb, false),
    ("meeting with", "meeting", Form::Verb, false),
    ("met", "meeting", Form::Verb, true),
    ("meets", "meeting", Form::Verb, false),
    ("meet", "meeting", Form::Verb, false),
    ("meeting", "meeting", Form::Verb, false),
    ("talks with", "talks", Form::Verb, false),
    ("called on", "meeting", Form::Verb, true),
    ("courtesy call on", "meeting", Form::Verb, true),
    ("courtesy visit to", "meeting", Form::Verb, true),
    ("spoke by phone", "phone call", Form::Verb, true),
    ("spoke by telephone", "phone call", Form::Verb, true),
    ("received by", "meeting", Form::Verb, true),
    ("received", "meeting", Form::Verb, true),
    ("hosted", "meeting", Form::Verb, true),
    ("встретился с", "meeting", Form::Verb, true),
    ("встретилась с", "meeting", Form::Verb, true),
    ("встретились", "meeting", Form::Verb, true),
    ("встретился", "meeting", Form::Verb, true),
    ("встретилась", "meeting", Form::Verb, true),
    ("a rencontré", "meeting", Form::Verb, true),
    ("a reçu", "meeting", Form::Verb, true),
    ("s'est entretenu avec", "talks", Form::Verb, true),
    ("s'est entretenue avec", "talks", Form::Verb, true),
    ("visited", "visit", Form::Visit, true),
    ("visiting", "visit", Form::Visit, false),
    ("to visit", "visit", Form::Visit, false),
    ("will visit", "visit", Form::Visit, false),
    ("посетил", "visit", Form::Visit, true),
    ("посетила", "visit", Form::Visit, true),
    ("посетит", "visit", Form::Visit, false),
    ("arrived in", "visit", Form::Travel, true),
    ("arrived at", "visit", Form::Travel, true),
    ("arrives in", "visit", Form::Travel, false),
    ("arrive in", "visit", Form::Travel, false),
    ("travelled to", "visit", Form::Travel, true),
    ("traveled to", "visit", Form::Travel, true),
    ("travels to", "visit", Form::Travel, false),
    ("travel to", "visit", Form::Travel, false),
    ("flew to", "visit", Form::Travel, true),
    ("flies to", "visit", Form::Travel, false),
    ("fly to", "visit", Form::Travel, false),
    ("came to", "visit", Form::Travel, true),
    ("comes to", "visit", Form::Travel, false),
    ("come to", "visit", Form::Travel, false),
    ("went to", "visit", Form::Travel, true),
    ("goes to", "visit", Form::Travel, false),
    ("go to", "visit", Form::Travel, false),
    ("left for", "visit", Form::Travel, true),
    ("leaves for", "visit", Form::Travel, false),
    ("leave for", "visit", Form::Travel, false),
    ("due in", "visit", Form::Travel, false),
    ("expected in", "visit", Form::Travel, false),
    ("toured", "visit", Form::Travel, true),
    ("приезжал в", "visit", Form::Travel, true),
    ("приезжала в", "visit", Form::Travel, true),
    ("приехал в", "visit", Form::Travel, true),
    ("приехала в", "visit", Form::Travel, true),
    ("прибыл в", "visit", Form::Travel, true),
    ("прибыла в", "visit", Form::Travel, true),
    ("прилетел в", "visit", Form::Travel, true),
    ("побывал в", "visit", Form::Travel, true),
    ("побывала в", "visit", Form::Travel, true),
    ("приедет в", "visit", Form::Travel, false),
    ("отправится в", "visit", Form::Travel, false),
    ("s'est rendu à", "visit", Form::Travel, true),
    ("s'est rendue à", "visit", Form::Travel, true),
    ("se rendra à", "visit", Form::Travel, false),
    ("se rendra au", "visit", Form::Travel, false),
];

/// Those that are an event only with a date.
const DATED: &[Row] = &[
    ("was in", "visit", Form::Travel, true),
    ("were in", "visit", Form::Travel, true),
    ("был в", "visit", Form::Travel, true),
    ("была в", "visit", Form::Travel, true),
    (
        "established diplomatic relations",
        "diplomatic relations",
        Form::Verb,
        true,
    ),
    ("opened its embassy", "opening", Form::Verb, true),
    ("opened an embassy", "opening", Form::Verb, true),
    ("opened its consulate", "opening", Form::Verb, true),
    ("opened a consulate", "opening", Form::Verb, true),
    ("se rendre", "visit", Form::Travel, false),
];

/// "held", "will hold", and what is held.
static HOLDS: WordList = WordList::new(
    "held hold holds holding had conducted conduct paid pay pays paying make made makes провел провела \
     провели проведет",
);

/// The first words of all phrases: most words of a text are done with here.
static FIRST_WORDS: WordList = WordList::new(
    "met meets meet meeting called spoke visited visiting to will received hosted arrived arrives arrive \
     courtesy travelled traveled travels travel flew flies fly came comes come went goes go left leaves leave due \
     expected toured was were established opened se приезжал приезжала приехал приехала прибыл прибыла \
     прилетел побывал побывала приедет отправится был была встретился встретилась встретились посетил \
     посетила посетит a s'est talks",
);

/// The event that begins with the word `at`.
pub(super) fn cue(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> Option<Cue> {
    let low = words.low(at);
    if HOLDS.has(low) {
        return held(words, at).or_else(|| event(words, at, times));
    }
    if FIRST_WORDS.has(low)
        && let Some(cue) = phrase(words, at)
    {
        return Some(cue);
    }
    event(words, at, times)
}

fn phrase(words: &Words<'_>, at: usize) -> Option<Cue> {
    let row = |rows: &'static [Row]| {
        rows.iter().find_map(|(phrase, kind, form, past)| {
            Some((*kind, *form, words.after(at, phrase)?, *past))
        })
    };
    let dated = row(DATED);
    let (kind, form, end, past) = row(VERBS).or(dated)?;
    let made = Cue {
        kind,
        form,
        words: at..end,
        past,
        must_be_dated: dated.is_some(),
        of_both: false,
    };
    let fits = match (words.low(at), form) {
        (
            "met" | "meet" | "meets" | "meeting" | "встретился" | "встретилась" | "встретились",
            _,
        ) => meets(words, at, end),
        ("received" | "hosted" | "a", Form::Verb) | ("called", _) => is_somebody(words, end),
        ("talks", _) => words.get(at).is_some_and(Word::is_capital) && is_somebody(words, end),
        // "Visiting Prime Minister": who visits, not whom.
        ("visiting", _) => matches!(
            words.low_before(at),
            "is" | "are" | "was" | "were" | "while" | "after" | "before"
        ),
        _ => true,
    };
    fits.then_some(made)
}

/// "met the target": nobody was met. "met on Monday", "will meet again" are meetings.
fn meets(words: &Words<'_>, at: usize, end: usize) -> bool {
    let low = words.low(end);
    let alone = matches!(
        low,
        "in" | "on"
            | "at"
            | "for"
            | "with"
            | "to"
            | "there"
            | "again"
            | "during"
            | "last"
            | "this"
            | "yesterday"
            | "today"
            | "tomorrow"
            | "next"
            | "в"
            | "с"
            | "на"
            | "."
            | "behind"
    );
    let noun = words.low(at) == "meeting";
    if noun && end == at + 1 {
        return words.get(end).is_some_and(Word::is_capital)
            && matches!(
                words.low_before(at),
                "after" | "before" | "when" | "while" | "by" | "of"
            );
    }
    // "the way to meet in": only somebody meets.
    let ahead = words.low(at) != "meet"
        || lexicon::of(words.low_before(at)).has(Class::AUXILIARY)
        || words.low_before(at) == "to";
    ahead && (alone || is_somebody(words, end))
}

/// Does a name or an office begin here, perhaps behind an article?
fn is_somebody(words: &Words<'_>, at: usize) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    let article = matches!(
        words.low(at),
        "with" | "the" | "his" | "her" | "their" | "a" | "an" | "visiting"
    );
    if capital(at) || article && capital(at + 1) {
        return true;
    }
    let people = Class::ROLE | Class::PEOPLE;
    (at..at + 4)
        .take_while(|place| words.same_sentence(*place, at))
        .take_while(|place| {
            let class = lexicon::of(words.low(*place));
            class.has(Class::DETERMINER | Class::MODIFIER | people)
                || capital(*place)
                || words.low(*place) == "delegation"
        })
        .any(|place| lexicon::of(words.low(place)).has(people) || words.low(place) == "delegation")
}

/// "held talks", "is paying an official visit", "провёл переговоры".
fn held(words: &Words<'_>, at: usize) -> Option<Cue> {
    const NEAR: usize = 5;
    let pays = matches!(
        words.low(at),
        "paid" | "pay" | "pays" | "paying" | "made" | "make" | "makes"
    );
    for place in at + 1..at + 1 + NEAR {
        let low = words.low(place);
        let (kind, form) = match low {
            "talks" | "negotiations" | "consultations" | "переговоры" if !pays => {
                ("talks", Form::Verb)
            }
            "meeting" | "meetings" | "встречу" if !pays => ("meeting", Form::Verb),
            "call" | "conversation" if !pays => ("phone call", Form::Verb),
            "visit" | "visits" | "trip" => ("visit", Form::Visit),
            _ if is_attribute(words, place) => continue,
            _ => return None,
        };
        let verb = words.low(at);
        let past = matches!(
            verb,
            "held"
                | "had"
                | "conducted"
                | "paid"
                | "made"
                | "holds"
                | "провел"
                | "провела"
                | "провели"
        );
        let be = matches!(words.low_before(at), "be" | "is" | "are");
        let of = matches!(words.low(place + 1), "of" | "between");
        let planned = be && verb == "held";
        return (!of && !planned).then_some(Cue {
            kind,
            form,
            words: at..place + 1,
            past,
            must_be_dated: false,
            of_both: false,
        });
    }
    None
}

/// May it stand between "held" and what was held: "official", "three-day"?
fn is_attribute(words: &Words<'_>, at: usize) -> bool {
    const ATTRIBUTES: [&str; 12] = [
        "-",
        "telephone",
        "phone",
        "working",
        "three",
        "day",
        "brief",
        "state",
        "joint",
        "first",
        "two",
        "short",
    ];
    let low = words.low(at);
    let is_one = lexicon::of(low).has(Class::DETERMINER | Class::MODIFIER)
        || low.ends_with("al")
        || low.ends_with('-')
        || ATTRIBUTES.contains(&low);
    is_one && !words.get(at).is_some_and(Word::is_capital)
}

/// Does a verb of holding something come right before the word `at`?
pub(super) fn is_held_before(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 3;
    (at.saturating_sub(NEAR)..at)
        .any(|place| HOLDS.has(words.low(place)) && words.same_sentence(place, at))
}

/// An event by its noun.
fn event(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> Option<Cue> {
    let (kind, head) = match noun::noun(words, at) {
        Some(kind) => (kind, at),
        None => (meeting_of_body(words, at)?, at),
    };
    let place = noun::phrase(words, head, times);
    let both = place.clone().any(|at| {
        let low = words.low(at);
        low == "intergovernmental"
            || low.starts_with("межправительственн")
            || matches!(low, "joint" | "mixed") && words.low(at + 1) == "commission"
            || low == "two" && matches!(words.low(at + 1), "countries" | "sides" | "governments")
            || low == "countries'" && words.low_before(at) == "two"
    });
    let body = |at| {
        matches!(
            words.low(at),
            "commission" | "committee" | "комиссии" | "комитета"
        )
    };
    let kind = match kind {
        "meeting" if place.clone().any(body) => "session",
        kind => kind,
    };
    Some(Cue {
        kind,
        form: Form::Event,
        words: place,
        past: false,
        must_be_dated: false,
        of_both: both,
    })
}

/// "the joint commission meets in Minsk in May".
fn meeting_of_body(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let body = matches!(words.low(at), "commission" | "committee" | "council");
    (body && matches!(words.low(at + 1), "meets" | "met" | "convenes")).then_some("session")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_begins_with_a_first_word() {
        for (phrase, ..) in VERBS.iter().chain(DATED) {
            let first = phrase.split(' ').next().unwrap_or_default();
            assert!(FIRST_WORDS.has(first), "{phrase}");
        }
    }
}
