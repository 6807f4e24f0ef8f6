//! The part of a clause that is around a word, and the verbs in it.

use std::ops::Range;

use crate::extract::WordList;
use crate::vet::words::Word;

/// Verbs of being and auxiliaries.
static VERBS: WordList = WordList::new(
    "is are was were be been being do does did has have had will would can could may might \
    shall should must",
);

/// Is it one of these verbs? "May" is a month.
pub(super) fn is_verb(word: &Word) -> bool {
    VERBS.has(&word.low) && !word.is_month()
}

/// The words around one, up to a mark of punctuation on either side.
pub(super) fn part(words: &[&Word], at: usize) -> Range<usize> {
    let parts = |word: &&Word| matches!(word.mark, Some(',' | ';' | ':' | '—' | '(' | ')'));
    let start = words[..=at].iter().rposition(parts).unwrap_or(0);
    let end = words[at + 1..].iter().position(parts);
    start..end.map_or(words.len(), |end| at + 1 + end)
}
