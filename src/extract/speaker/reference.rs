//! Pronouns and offices outside of quotes that mean somebody who is named elsewhere.

use std::ops::Range;

use super::super::confidence::Confidence;
use super::super::lexicon::Class;
use super::super::name::People;
use super::frame::Frame;
use super::memory::Memory;
use super::phrase::{Head, Phrase};
use super::resolve::{ACT, Resolver, Who};

/// Words of a text that mean a person, by their bytes, and the person by their place.
pub(in crate::extract) type Reference = (Range<usize>, usize);

/// Words of an office before its noun, at most.
const LONGEST: usize = 6;

/// Whom the pronouns and offices of a sentence mean, as far as one person fits.
pub(super) fn references(
    frame: &Frame,
    people: &mut People,
    memory: &Memory,
    resolver: &Resolver,
) -> Vec<Reference> {
    let mut found = Vec::new();
    for at in 0..frame.items.len() {
        let Some(words) = pronoun(frame, at).or_else(|| office(frame, people, at)) else {
            continue;
        };
        let last = words.end - 1;
        let phrase = Phrase {
            words: words.clone(),
            head: Head::Word(last),
            joint: false,
        };
        let said = resolver.speaker(people, memory, &phrase, ACT);
        if let Who::Person(person) = said.who
            && said.basis.confidence > Confidence::Unsure
        {
            found.push((frame.reading().bytes(words), person));
        }
    }
    found
}

/// "he", "she" as a subject.
fn pronoun(frame: &Frame, at: usize) -> Option<Range<usize>> {
    let subject = ["he", "she", "он", "она", "il", "elle"];
    let word = frame.word(at).filter(|_| frame.reads(at, &subject))?;
    Some(word..word + 1)
}

/// "the Lao minister", "his counterpart": an office that no name follows.
fn office(frame: &Frame, people: &People, at: usize) -> Option<Range<usize>> {
    let word = frame.word(at).filter(|_| frame.is(at, Class::ROLE))?;
    let named = frame.is(at + 1, Class::CAPITAL | Class::ROLE) || people.place(word).is_some();
    if named {
        return None;
    }
    let part = Class::MODIFIER | Class::NATION | Class::ROLE | Class::POSSESSIVE | Class::HYPHEN;
    let least = at.saturating_sub(LONGEST);
    let mut start = at;
    while start > least && frame.is(start - 1, part | Class::DETERMINER) {
        start -= 1;
        if frame.is(start, Class::DETERMINER) {
            break;
        }
    }
    let definite = frame.is(start, Class::DETERMINER | Class::NATION)
        && !frame.reads(start, &["a", "an", "another", "one", "no", "any", "some"]);
    definite.then_some(frame.word(start)?..word + 1)
}
