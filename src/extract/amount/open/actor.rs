//! Who acts: a country, a firm by its name, growers. What they move is what a figure is of.

use std::ops::Range;

use super::{noun, phrase};
use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// Is it somebody who acts: a country, a firm by name, growers?
pub(super) fn is_actor(words: &Words<'_>, found: &Range<usize>) -> bool {
    let head = head(words, found);
    let low = words.low(head);
    let names = head > found.start
        && (found.start..=head).all(|at| words.get(at).is_some_and(Word::is_capital));
    let body = lexicon::of(low).has(Class::BODY) || FIRMS.has(low);
    phrase::is_country(words, found) || names || body || is_people(low)
}

/// Does a noun name people or states?
pub(super) fn is_people(low: &str) -> bool {
    let class = lexicon::of(low);
    noun::counts_people(low) || class.has(Class::PEOPLE | Class::ROLE) || STATES.has(low)
}

/// Bodies in the plural.
static FIRMS: WordList =
    WordList::new("firms companies mills contractors banks agencies ministries");

/// Those who agree.
static STATES: WordList = WordList::new("sides parties governments countries nations states");

/// The noun of a phrase with what is joined to it.
fn head(words: &Words<'_>, found: &Range<usize>) -> usize {
    let joint = found
        .clone()
        .find(|at| lexicon::of(words.low(*at)).has(Class::PREPOSITION));
    joint.map_or(found.end, |at| at.max(found.start + 1)) - 1
}
