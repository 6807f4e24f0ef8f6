//! Phrases that tell of a meeting or a visit.

use std::ops::Range;

use crate::extract::word_list::WordList;

/// A word or phrase for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract::event) struct Cue {
    /// As in the kind of an event: "meeting", "visit", "talks", …
    pub(in crate::extract::event) kind: &'static str,
    pub(in crate::extract::event) form: Form,
    pub(in crate::extract::event) words: Range<usize>,
    /// Does the word itself tell what was?
    pub(in crate::extract::event) past: bool,
    /// Is it none without a date?
    pub(in crate::extract::event) must_be_dated: bool,
    /// Is it of both sides by its name: "the intergovernmental commission"?
    pub(in crate::extract::event) of_both: bool,
}

/// How the words of an event are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract::event) enum Form {
    /// "met with", "held talks with": who acts is before, the other behind.
    Verb,
    /// "visited Laos": who acts is before, the place behind.
    Visit,
    /// "flew to Vientiane": the same, but the verb tells of much else too.
    Travel,
    /// "a meeting between", "the third session": a noun.
    Event,
}

/// Phrase, kind, form, and whether it tells what was.
pub(super) type Row = (&'static str, &'static str, Form, bool);

/// Phrases that begin with a verb: phrase, kind, form, and whether it tells what was.
pub(super) const VERBS: &[Row] = &[
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
    ("receiving", "meeting", Form::Verb, true),
    ("hosting", "meeting", Form::Verb, true),
    ("встретился с", "meeting", Form::Verb, true),
    ("встретилась с", "meeting", Form::Verb, true),
    ("встретились", "meeting", Form::Verb, true),
    ("встретился", "meeting", Form::Verb, true),
    ("встретилась", "meeting", Form::Verb, true),
    ("a rencontré", "meeting", Form::Verb, true),
    ("a reçu", "meeting", Form::Verb, true),
    ("a été reçu par", "meeting", Form::Verb, true),
    ("a été reçue par", "meeting", Form::Verb, true),
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
    ("arriving in", "visit", Form::Travel, false),
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
    ("landed in", "visit", Form::Travel, true),
    ("landed at", "visit", Form::Travel, true),
    ("drove to", "visit", Form::Travel, true),
    ("left for", "visit", Form::Travel, true),
    ("leaves for", "visit", Form::Travel, false),
    ("leave for", "visit", Form::Travel, false),
    ("due in", "visit", Form::Travel, false),
    ("expected in", "visit", Form::Travel, false),
    ("toured", "visit", Form::Travel, true),
    ("to tour", "visit", Form::Travel, false),
    ("will tour", "visit", Form::Travel, false),
    ("inspected", "visit", Form::Travel, true),
    ("to inspect", "visit", Form::Travel, false),
    ("will inspect", "visit", Form::Travel, false),
    ("flying to", "visit", Form::Travel, false),
    ("travelling to", "visit", Form::Travel, false),
    ("traveling to", "visit", Form::Travel, false),
    ("heads to", "visit", Form::Travel, false),
    ("headed to", "visit", Form::Travel, true),
    ("due at", "visit", Form::Travel, false),
    ("return to", "visit", Form::Travel, false),
    ("would visit", "visit", Form::Visit, false),
    ("shall visit", "visit", Form::Visit, false),
    ("приезжал в", "visit", Form::Travel, true),
    ("приезжала в", "visit", Form::Travel, true),
    ("приехал в", "visit", Form::Travel, true),
    ("приехала в", "visit", Form::Travel, true),
    ("прибыл в", "visit", Form::Travel, true),
    ("прибыла в", "visit", Form::Travel, true),
    ("прилетел в", "visit", Form::Travel, true),
    ("побывал в", "visit", Form::Travel, true),
    ("побывала в", "visit", Form::Travel, true),
    ("прилетела в", "visit", Form::Travel, true),
    ("прилетевшая в", "visit", Form::Travel, true),
    ("прилетевший в", "visit", Form::Travel, true),
    ("прибывшая в", "visit", Form::Travel, true),
    ("прибывший в", "visit", Form::Travel, true),
    ("приедет в", "visit", Form::Travel, false),
    ("отправится в", "visit", Form::Travel, false),
    ("s'est rendu à", "visit", Form::Travel, true),
    ("s'est rendue à", "visit", Form::Travel, true),
    ("est arrivé à", "visit", Form::Travel, true),
    ("est arrivée à", "visit", Form::Travel, true),
    ("arrivé à", "visit", Form::Travel, true),
    ("arrivée à", "visit", Form::Travel, true),
    ("est attendu à", "visit", Form::Travel, false),
    ("est attendue à", "visit", Form::Travel, false),
    ("se rendre à", "visit", Form::Travel, false),
    ("se rendra à", "visit", Form::Travel, false),
    ("se rendra au", "visit", Form::Travel, false),
];

/// Those that are an event only with a date.
pub(super) const DATED: &[Row] = &[
    ("was in", "visit", Form::Travel, true),
    ("will be in", "visit", Form::Travel, false),
    ("shall be in", "visit", Form::Travel, false),
    ("were in", "visit", Form::Travel, true),
    ("был в", "visit", Form::Travel, true),
    ("была в", "visit", Form::Travel, true),
    (
        "established diplomatic relations",
        "diplomatic relations",
        Form::Verb,
        true,
    ),
    (
        "established diplomatic ties",
        "diplomatic relations",
        Form::Verb,
        true,
    ),
    (
        "set up diplomatic relations",
        "diplomatic relations",
        Form::Verb,
        true,
    ),
    (
        "set up diplomatic ties",
        "diplomatic relations",
        Form::Verb,
        true,
    ),
    ("se rendre", "visit", Form::Travel, false),
];

/// "opened", "closed", and the kind of event that it is with a mission abroad.
pub(super) const MISSION_VERBS: [(&str, &str); 4] = [
    ("opened", "opening"),
    ("reopened", "opening"),
    ("re-opened", "opening"),
    ("closed", "closing"),
];

/// "held", "will hold", and what is held.
pub(super) static HOLDS: WordList = WordList::new(
    "held hold holds holding had conducted conduct paid pay pays paying make made makes провел провела \
     провели проведет",
);

/// The first words of all phrases: most words of a text are done with here.
pub(super) static FIRST_WORDS: WordList = WordList::new(
    "met meets meet meeting called spoke visited visiting to will received hosted arrived arrives arrive \
     return courtesy travelled traveled travels travel flew flies fly came comes come went goes go left leaves leave due \
     expected toured was were established set opened se приезжал приезжала приехал приехала прибыл прибыла \
     прилетел побывал побывала приедет отправится был была встретился встретилась встретились посетил \
     посетила посетит a s'est talks landed drove receiving hosting est arrivé arrivée shall \
     arriving inspected flying travelling traveling heads headed would прилетела прилетевшая прилетевший \
     прибывшая прибывший",
);
