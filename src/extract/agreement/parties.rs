//! Between whom an instrument is.

use std::ops::Range;

use crate::dossier::{Code, countries};
use crate::extract::amount::country;
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};

/// A party as the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyMention {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The country that the words name; none for a body whose country they leave open.
    pub country: Option<Code>,
}

/// The parties named in the words of the instrument, else the countries that do what the verb says.
pub(super) fn parties(
    words: &Words<'_>,
    phrase: &Range<usize>,
    verb: Option<usize>,
) -> Vec<PartyMention> {
    const REACH: usize = 30;
    let between = phrase
        .clone()
        .find(|at| matches!(words.low(*at), "between" | "между" | "entre"));
    if let Some(at) = between {
        return both(words, at + 1, phrase.end);
    }
    let mut found = countries(words, phrase.clone());
    if found.len() >= 2 {
        return found;
    }
    // "Kenya ratified the agreement with Peru": the one that does it is the other party.
    let with_other = found.len() == 1 && phrase.clone().any(|at| words.low(at) == "with");
    let Some(verb) = verb.filter(|verb| with_other || !is_one_sided(words, *verb)) else {
        return found;
    };
    let (from, to) = if verb < phrase.start {
        (verb.saturating_sub(REACH), verb)
    } else {
        (verb, verb + REACH)
    };
    let same = |at: &usize| words.same_sentence(*at, phrase.start);
    let clause = if verb < phrase.start {
        let start = (from..to).rev().take_while(same).last().unwrap_or(to);
        start..to
    } else {
        let end = (from..to).take_while(same).last().map_or(from, |at| at + 1);
        from..end
    };
    for party in actors(words, clause) {
        let known = |one: &PartyMention| one.country == party.country;
        if found.len() < 2 && !found.iter().any(known) {
            found.push(party);
        }
    }
    found
}

/// What one side does to an instrument of several: "ratified by Kenya", "Kenya denounced it".
fn is_one_sided(words: &Words<'_>, verb: usize) -> bool {
    matches!(
        words.low(verb),
        "ratify"
            | "ratified"
            | "approve"
            | "approved"
            | "denounced"
            | "terminated"
            | "suspended"
            | "scrapped"
    )
}

/// Every country that is named around the instrument in its sentence.
pub(super) fn beside(words: &Words<'_>, phrase: &Range<usize>) -> Vec<Code> {
    const REACH: usize = 40;
    let same = |at: &usize| words.same_sentence(*at, phrase.start);
    let before = (phrase.start.saturating_sub(REACH)..phrase.start).rev();
    let start = before.take_while(same).last().unwrap_or(phrase.start);
    let behind = (phrase.end..phrase.end + REACH).take_while(same);
    let end = behind.last().map_or(phrase.end, |at| at + 1);
    let named = countries(words, start..end).into_iter();
    named.filter_map(|one| one.country).collect()
}

/// The countries of some words, each once.
fn countries(words: &Words<'_>, place: Range<usize>) -> Vec<PartyMention> {
    named(words, place, false)
}

/// Those that do something: not those where it is done, as in "signed in Moscow".
fn actors(words: &Words<'_>, place: Range<usize>) -> Vec<PartyMention> {
    named(words, place, true)
}

fn named(words: &Words<'_>, place: Range<usize>, acting: bool) -> Vec<PartyMention> {
    let mut found: Vec<PartyMention> = Vec::new();
    let mut at = place.start;
    while at < place.end {
        let Some((code, end)) = country(words, at) else {
            at += 1;
            continue;
        };
        // "HANOI, 26 February", "Lima (Reuters)": where it was written.
        let is_city = || {
            words
                .get(at)
                .is_some_and(|word| countries::find(word.text).is_none())
        };
        let before = words.low_before(at);
        let only_place = acting
            && matches!(before, "in" | "at" | "to" | "from" | "near" | "via" | "в")
            || matches!(before, "in" | "at") && is_city();
        let written = acting
            && at == 0
            && is_city()
            && matches!(words.low(end), "," | "(" | "-" | "–" | "—" | ":" | "/");
        // "Kenya, but not Peru, signed"
        let left_out = acting && matches!(before, "not" | "without" | "except" | "unlike" | "nor");
        if !only_place
            && !written
            && !left_out
            && !found.iter().any(|one| one.country == Some(code))
        {
            found.push(PartyMention {
                range: words.range(at..end),
                country: Some(code),
            });
        }
        at = end.max(at + 1);
    }
    found
}

/// "between the Ministry of Energy of Laos and Rosatom": the two sides of the "and" between names.
fn both(words: &Words<'_>, from: usize, to: usize) -> Vec<PartyMention> {
    let and = |at: &usize| matches!(words.low(*at), "and" | "и" | "et");
    let names = |at: usize| {
        let next = at + 1 + usize::from(words.low(at + 1) == "the");
        words.get(next).is_some_and(Word::is_capital)
    };
    let Some(middle) = (from..to).rev().find(|at| and(at) && names(*at)) else {
        return countries(words, from..to);
    };
    let end = end_of_name(words, middle + 1, to);
    [from..middle, middle + 1..end]
        .into_iter()
        .map(|place| PartyMention {
            country: countries(words, place.clone())
                .first()
                .and_then(|one| one.country),
            range: words.range(place),
        })
        .collect()
}

/// A name ends where small words follow that are no part of names.
fn end_of_name(words: &Words<'_>, from: usize, to: usize) -> usize {
    let part = |at: &usize| {
        words.get(*at).is_some_and(|word| {
            word.is_capital()
                || word.kind == TokenKind::Mark && word.is_glued()
                || matches!(&*word.low, "the" | "of" | "and" | "for" | "du" | "de")
        })
    };
    let mut end = (from..to).take_while(part).last().map_or(to, |at| at + 1);
    while end > from && matches!(words.low(end - 1), "of" | "and" | "for" | "the") {
        end -= 1;
    }
    end.max(from + 1).min(to.max(from + 1))
}
