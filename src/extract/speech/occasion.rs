//! The occasion that a sentence gives for what is said in it: "at a news conference in Hanoi".

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::quote::span::Span;
use super::super::reading::Reading;

/// Words of an occasion, at most.
const MAX_WORDS: usize = 16;

/// Words between a quote and its occasion, at most.
const NEAR: usize = 60;

/// The occasion in the sentence of those words, outside of the quotes in it.
pub(super) fn of(
    reading: &Reading,
    sentence: Range<usize>,
    spans: &[Span],
) -> Option<Range<usize>> {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
        return None;
    };
    let start = first.outer.start.saturating_sub(NEAR).max(sentence.start);
    let sentence = start..sentence.end.min(last.outer.end + NEAR);
    let free = |at: usize| !spans.iter().any(|span| span.outer.contains(&at));
    let noun = sentence
        .clone()
        .find(|at| free(*at) && reading.is(*at, Class::OCCASION) && !reading.is(*at, Class::SAY))?;
    let floor = noun.saturating_sub(6).max(sentence.start);
    let start = (floor..noun)
        .rev()
        .take_while(|at| free(*at) && !ends(reading, *at))
        .find(|at| opens(reading, *at))?;
    let high = sentence.end.min(noun + MAX_WORDS);
    let close = (noun + 1..high)
        .find(|at| !free(*at) || ends(reading, *at))
        .unwrap_or(high);
    Some(reading.bytes(start..close))
}

/// A preposition with which an occasion begins.
fn opens(reading: &Reading, at: usize) -> bool {
    [
        "in",
        "at",
        "during",
        "on",
        "after",
        "before",
        "following",
        "lors",
        "dans",
        "à",
        "au",
        "на",
        "в",
        "во",
        "после",
        "via",
    ]
    .iter()
    .any(|word| reading.reads(at, word))
}

fn ends(reading: &Reading, at: usize) -> bool {
    let marks =
        Class::COMMA | Class::STOP | Class::COLON | Class::SEMICOLON | Class::DASH | Class::OPENING;
    let verbs =
        Class::SAY | Class::SAYING | Class::AUXILIARY | Class::WHO | Class::CLAUSE | Class::AND;
    reading.is(at, marks | verbs) && !reading.is(at, Class::OCCASION | Class::POSSESSIVE)
}
