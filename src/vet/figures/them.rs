//! "7,000 of them": what a figure counts by what was named before.

use super::counted::{Of, is_demonym, is_time, thing};
use crate::vet::index::Index;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::words::{Word, is_one_of};

/// Verbs and nouns of travelling.
const TRAVELS: &str = "went came come comes travelled traveled travel visited visit flew arrived holidayed trip \
    journey trips journeys vacationed";

/// What a figure counts whose words end here: "of them" is what was named last.
pub(super) fn of_them(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    end: usize,
) -> Option<Of> {
    let next = sentence
        .words
        .partition_point(|word| word.range.start < end);
    is_of_them(&sentence.words, next).then_some(())?;
    let counted = |word: &Word| {
        if is_demonym(word) {
            return Some("persons".to_owned());
        }
        let thing = thing(&word.low);
        let is_counted = thing == "persons" || index.measures.counts(&thing);
        (is_counted && !is_time(&thing)).then_some(thing)
    };
    let last = |words: &[Word]| words.iter().rev().find_map(counted);
    let own = last(&sentence.words[..next]);
    let before = || sentences.context(sentence).find_map(|one| last(&one.words));
    own.or_else(before).map(Of::Thing)
}

fn is_of_them(words: &[Word], at: usize) -> bool {
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    low(at) == "of" && low(at + 1) == "them"
}

/// Does a sentence say of people of a country that they travel? Then they are its tourists. `end`: where the
/// words of the figure end that counts them.
pub(super) fn are_travellers(sentence: &Sentence, end: usize) -> bool {
    let words = &sentence.words;
    let next = words.partition_point(|word| word.range.start < end);
    let is_named = is_of_them(words, next) || words.get(next).is_some_and(is_demonym);
    let mut words = words.iter();
    let travels = |word: &Word| is_one_of(TRAVELS, &word.low);
    is_named && words.any(|word| !word.quoted && travels(word))
}
