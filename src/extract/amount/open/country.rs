//! The countries that the words around a figure name.

use std::ops::Range;

use crate::dossier::Code;
use crate::extract::amount::{currency, unit};
use crate::extract::word::Words;

/// Words of the sentence to either side in which countries are looked for.
const REACH: usize = 40;

/// The countries that the sentence of a word names, each once.
pub(super) fn countries(words: &Words<'_>, of: usize) -> Vec<Code> {
    let from = of.saturating_sub(REACH);
    codes(words, from..of + REACH, |at| words.same_sentence(at, of))
}

/// The countries that a paragraph names, each once.
pub(in crate::extract::amount) fn countries_of(words: &Words<'_>) -> Vec<Code> {
    codes(words, 0..words.len(), |_| true)
}

fn codes(words: &Words<'_>, places: Range<usize>, fits: impl Fn(usize) -> bool) -> Vec<Code> {
    let mut found = Vec::new();
    let mut at = places.start;
    while at < places.end {
        let named = fits(at).then(|| {
            let country = currency::country_itself(words, at);
            country.or_else(|| unit::demonym(words, at))
        });
        let Some((code, end)) = named.flatten() else {
            at += 1;
            continue;
        };
        if !found.contains(&code) {
            found.push(code);
        }
        at = end.max(at + 1);
    }
    found
}
