//! The words beside a quote in which a date is that of its saying: "said on Monday", "Speaking in Hanoi on
//! 4 March, …", "On Monday, he said".

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::quote::span::Span;
use super::super::reading::Reading;

/// Words between the opening of a sentence and its verb of speech, at most.
const NEAR: usize = 8;

/// Where a date that begins in the sentence of those words is that of what is said in it, in bytes.
pub(super) fn spots(
    reading: &Reading,
    sentence: &Range<usize>,
    spans: &[Span],
    occasion: Option<&Range<usize>>,
) -> Vec<Range<usize>> {
    let quoted = |at: usize| spans.iter().any(|span| span.outer.contains(&at));
    let verbs = sentence
        .clone()
        .filter(|at| !quoted(*at) && reading.is(*at, Class::SAY));
    let behind = verbs.map(|verb| behind(reading, verb, sentence.end, quoted));
    let before = ["before", "перед", "avant"];
    let at = occasion.filter(|range| {
        let words = reading.text[(*range).clone()].to_lowercase();
        !before.iter().any(|word| words.starts_with(word))
    });
    let found = behind.chain(opening(reading, sentence, quoted));
    found.chain(at.cloned()).collect()
}

/// From a verb of speech over names, places and occasions to whatever else comes.
fn behind(
    reading: &Reading,
    verb: usize,
    end: usize,
    quoted: impl Fn(usize) -> bool,
) -> Range<usize> {
    let along = Class::PREPOSITION | Class::DETERMINER | Class::CAPITAL | Class::OCCASION;
    let heard = |at: usize| {
        matches!(
            reading.word(at),
            "reporters" | "journalists" | "media" | "telephone" | "phone" | "email" | "video"
        )
    };
    let stops = |at: &usize| quoted(*at) || !(reading.is(*at, along) || heard(*at));
    let last = (verb + 1..end).find(stops);
    let start = reading.words[verb].end;
    // A number or a small word may begin the date.
    let close = last
        .filter(|at| !quoted(*at))
        .map(|at| reading.words[at].start + 1);
    let far = || reading.words[last.map_or(end, |at| at).saturating_sub(1)].end;
    start..close.unwrap_or_else(far)
}

/// The opening of a sentence up to its comma: "Speaking in Hanoi on Monday", or the day alone.
fn opening(
    reading: &Reading,
    sentence: &Range<usize>,
    quoted: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let first = sentence.start;
    let marks = Class::COMMA | Class::COLON | Class::SEMICOLON | Class::STOP;
    let comma = sentence
        .clone()
        .find(|at| quoted(*at) || reading.is(*at, marks))
        .filter(|at| reading.is(*at, Class::COMMA) && !quoted(*at))?;
    let mut main = (comma + 1..sentence.end.min(comma + 1 + NEAR))
        .take_while(|at| !quoted(*at) && !reading.is(*at, marks));
    let says = main.any(|at| reading.is(at, Class::SAY));
    let word = reading.word(first).to_lowercase();
    let speaks = matches!(word.as_str(), "speaking" | "addressing" | "talking");
    let last = if speaks { comma } else { first + 2 };
    let range = reading.words[first].start..reading.words.get(last)?.start;
    (says || speaks).then_some(range)
}
