//! Noun phrases: where one ends, what it is joined to, and how it is printed.

use std::ops::Range;

use super::noun;
use super::verb;
use crate::dossier::spelled::small;
use crate::extract::amount::currency::country;
use crate::extract::lexicon::{self, Class};
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// Words of a phrase without what is joined to it, at most.
const LONGEST: usize = 6;

/// Words of a phrase with what is joined to it, at most.
const WHOLE: usize = 9;

/// Words of a phrase that names the two between whom it is, at most.
const BOTH: usize = 12;

/// Words that end a phrase.
const APART: Class = noun::OUTSIDE.or(Class::ADVERB);

/// What opens a phrase.
const ARTICLE: Class = Class::DETERMINER.or(Class::POSSESSIVE);

/// Nouns that do not say what a figure is of.
static ABSTRACT: WordList = WordList::new(
    "sum sums value values volume volumes quantity quantities figure figures total totals amount amounts number numbers \
     wish progress market markets level levels worth result results goal aim target volume maximum minimum rest average \
     share part proportion percentage size scale others money period whole same everything it first second third fourth latter",
);

/// Nouns of time: "the first half", "its fiscal year".
static TIMES: WordList = WordList::new(
    "half quarter quarters year years month months week weeks season seasons decade decades day days period term \
     date time times end start beginning fiscal basis",
);

/// Words that are in front of no noun, or behind it only: "Wheat alone", "more", "further".
static LOOSE: WordList = WordList::new(
    "alone more less fewer further extra additional up down about around nearly almost roughly some least most over \
     under worth last next everything per cent percent pct just such together only",
);

/// Words in "-ly" that are nouns or adjectives.
static LY: WordList = WordList::new(
    "supply family assembly monopoly italy friendly daily weekly monthly yearly early",
);

/// Joints between the parts of a phrase.
static JOINTS: WordList =
    WordList::new("of for on in to from between with at near into by over across");

/// Does a word open a phrase, so that it is no part of a name?
pub(super) fn is_article(words: &Words<'_>, at: usize) -> bool {
    lexicon::of(words.low(at)).has(ARTICLE) && words.low(at + 1) != "-"
}

/// The phrase from the word `at`, without its articles.
pub(super) fn from(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let start = (at..at + 3).find(|at| !is_article(words, *at))?;
    let part = |at: &usize| words.same_sentence(start, *at) && is_part(words, *at, *at == start);
    let end = (start..start + LONGEST).take_while(part).last()? + 1;
    (words.same_sentence(at, start) && !is_verbal(words, start, end)).then_some(start..end)
}

/// A participle by itself is no phrase.
fn is_verbal(words: &Words<'_>, start: usize, end: usize) -> bool {
    end == start + 1 && words.low(start).ends_with("ed") || words.low(end - 1).ends_with('-')
}

/// The phrase that ends before the word `end`, without its articles.
pub(super) fn before(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(LONGEST);
    let mut start = end;
    while start > floor && words.same_sentence(start - 1, end - 1) {
        let at = start - 1;
        if !is_part(words, at, true) {
            break;
        }
        start = at;
        if is_participle(words, at) {
            break;
        }
    }
    // "a 250-megawatt solar plant": the measure is no part of what it is.
    if words.low(start) == "-" && start + 2 < end {
        start += 2;
    }
    // "bought machines worth": a verb is before the phrase, no adjective.
    if start + 1 < end && is_participle(words, start) {
        let opener = start
            .checked_sub(1)
            .filter(|at| words.same_sentence(*at, start));
        let opens = |at: usize| lexicon::of(words.low(at)).has(ARTICLE.or(Class::PREPOSITION));
        start += usize::from(!opener.is_some_and(opens));
    }
    (start < end && !is_verbal(words, start, end)).then_some(start..end)
}

fn is_participle(words: &Words<'_>, at: usize) -> bool {
    let joined = words.low(at + 1) == "-" && words.is_glued(at + 1) || words.is_glued(at);
    words.low(at).ends_with("ed") && !joined
}

/// May the word be part of a phrase, or its first word?
fn is_part(words: &Words<'_>, at: usize, first: bool) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let glued = words.low(at + 1) == "-" && words.is_glued(at + 1);
    let joined = glued || at > 0 && words.low(at - 1) == "-" && words.is_glued(at);
    if word.kind == TokenKind::Mark {
        return word.text == "-" && word.is_glued() && words.is_glued(at + 1);
    }
    if word.kind != TokenKind::Word || word.low.len() < 2 {
        return false;
    }
    if joined {
        return true;
    }
    let low = &*word.low;
    let class = lexicon::of(low);
    let adverb = low.ends_with("ly") && !LY.has(low);
    let apart = class.has(APART) || LOOSE.has(low) || adverb || small(low).is_some();
    if apart || verb::is_verb(words, at) {
        return false;
    }
    !low.ends_with("ed") || first && is_part_behind(words, at)
}

/// Does a plain word of a phrase follow: "liquefied gas"?
fn is_part_behind(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at + 1);
    let word = words
        .get(at + 1)
        .is_some_and(|word| word.kind == TokenKind::Word);
    word && low.len() > 2 && !lexicon::of(low).has(APART) && !low.ends_with("ed") && !LOOSE.has(low)
}

/// The phrase with what is joined to it up to the word `stop`: "contract for a gas plant near Uralsk".
pub(super) fn extended(words: &Words<'_>, phrase: &Range<usize>, stop: usize) -> Range<usize> {
    let mut end = phrase.end;
    loop {
        let joint = words.low(end);
        let next = (JOINTS.has(joint) && words.same_sentence(phrase.start, end))
            .then(|| from(words, end + 1))
            .flatten();
        let fits = |next: &Range<usize>| {
            let says = joint != "with" || !is_abstract(words, next);
            next.end <= stop && !is_time(words, next) && says
        };
        let Some(next) = next.filter(fits) else {
            return phrase.start..end;
        };
        let both = joined(words, &next);
        let goes_on = is_verb_or_joint(words, both.end);
        let named = joint == "between" || is_country(words, &next);
        let next = if named || !goes_on { both } else { next };
        if is_list(words, &next) {
            return phrase.start..end;
        }
        let most = if joint == "between" { BOTH } else { WHOLE };
        if next.end > stop || next.end - phrase.start > most {
            return phrase.start..end;
        }
        end = next.end;
    }
}

fn is_verb_or_joint(words: &Words<'_>, at: usize) -> bool {
    JOINTS.has(words.low(at)) || verb::is_any(words, at)
}

/// Is it the first of several: "transport, farming and mining"?
fn is_list(words: &Words<'_>, phrase: &Range<usize>) -> bool {
    let next = (words.low(phrase.end) == ",")
        .then(|| from(words, phrase.end + 1))
        .flatten();
    next.is_some_and(|next| {
        words.low(next.end) == "," || lexicon::of(words.low(next.end)).has(Class::AND)
    })
}

/// With the other of two: "Kutaisi and Dublin".
pub(super) fn joined(words: &Words<'_>, phrase: &Range<usize>) -> Range<usize> {
    let and = lexicon::of(words.low(phrase.end)).has(Class::AND);
    let other = and.then(|| from(words, phrase.end + 1)).flatten();
    phrase.start..other.map_or(phrase.end, |other| other.end)
}

/// Is it a span of time?
pub(super) fn is_time(words: &Words<'_>, phrase: &Range<usize>) -> bool {
    TIMES.has(words.low(phrase.end.saturating_sub(1)))
}

/// Does its noun not say what a figure is of?
pub(super) fn is_abstract(words: &Words<'_>, phrase: &Range<usize>) -> bool {
    let last = phrase.end.saturating_sub(1);
    ABSTRACT.has(words.low(last)) || is_time(words, phrase)
}

/// Is it the name of a country and nothing else?
pub(super) fn is_country(words: &Words<'_>, phrase: &Range<usize>) -> bool {
    country(words, phrase.start).is_some_and(|(_, end)| end >= phrase.end)
}

/// As printed, with single blanks.
pub(super) fn text(words: &Words<'_>, phrase: &Range<usize>) -> String {
    let mut text = String::new();
    for word in phrase.clone().filter_map(|at| words.get(at)) {
        if !text.is_empty() && !word.is_glued() {
            text.push(' ');
        }
        text.push_str(word.text);
    }
    text
}

/// As printed inside a title: the capital of the sentence is none of the word's, where it is a plain noun.
pub(super) fn inner(words: &Words<'_>, phrase: &Range<usize>) -> String {
    let whole = text(words, phrase);
    let at = phrase.start;
    let opens = at == 0 || !words.same_sentence(at - 1, at) || words.low(at - 1) == ":";
    let next = phrase.len() > 1 && words.get(at + 1).is_some_and(Word::is_capital);
    if !opens || next || country(words, at).is_some() {
        return whole;
    }
    let mut letters = whole.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    let rest = letters.as_str();
    if rest.chars().next().is_some_and(char::is_uppercase) {
        return whole.clone();
    }
    first.unwrap_or_default() + rest
}
