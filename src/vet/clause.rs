//! The clauses of a sentence: what is compared with records, each by itself.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sentence::Sentence;
use super::words::Word;

/// Words that begin another clause behind a comma.
const LINKS: [&str; 12] = [
    "and", "but", "while", "whereas", "which", "where", "although", "though", "after", "before", "whose", "who",
];

/// A clause has so many words of weight, or belongs to the one before it.
const LEAST: usize = 3;

/// A part of a sentence, in words of it.
pub(super) struct Clause<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) words: Range<usize>,
}

/// The clauses of a sentence; a single one where nothing parts it.
pub(super) fn clauses(sentence: &Sentence) -> Vec<Clause<'_>> {
    let words = &sentence.words;
    let mut cuts = vec![0];
    for (at, word) in words.iter().enumerate().skip(1) {
        let parts = match word.mark {
            Some(';' | '—') => true,
            Some(',') => LINKS.contains(&word.low.as_str()),
            _ => false,
        };
        if parts && !word.quoted {
            cuts.push(at);
        }
    }
    cuts.push(words.len());
    let mut found: Vec<Range<usize>> = Vec::new();
    for pair in cuts.windows(2) {
        let here = pair[0]..pair[1];
        match found.last_mut() {
            Some(last) if weight(&words[here.clone()]) < LEAST => last.end = here.end,
            Some(last) if weight(&words[last.clone()]) < LEAST => last.end = here.end,
            _ => found.push(here),
        }
    }
    let found = found.into_iter();
    found.map(|words| Clause { sentence, words }).collect()
}

fn weight(words: &[Word]) -> usize {
    words
        .iter()
        .filter(|word| !word.stem.is_empty() && !word.quoted)
        .count()
}

impl Clause<'_> {
    /// Its words that are not quoted.
    pub(super) fn plain(&self) -> impl Iterator<Item = &Word> {
        let words = self.sentence.words.get(self.words.clone());
        words.unwrap_or_default().iter().filter(|word| !word.quoted)
    }

    /// The stems of its words that are not quoted.
    pub(super) fn stems(&self) -> BTreeSet<String> {
        let stems = self.plain().map(|word| word.stem.clone());
        stems.filter(|stem| !stem.is_empty()).collect()
    }

    /// Its bytes in the text.
    pub(super) fn range(&self) -> Range<usize> {
        let words = self.sentence.words.get(self.words.clone());
        match words {
            Some([first, .., last]) => first.range.start..last.range.end,
            Some([only]) => only.range.clone(),
            _ => self.sentence.range.clone(),
        }
    }
}
