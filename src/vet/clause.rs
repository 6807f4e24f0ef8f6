//! The clauses of a sentence: what is compared with records, each by itself.

use std::collections::BTreeSet;
use std::ops::Range;

use super::actors::{Lexicon, name_stem, subjects};
use super::negation::is_denial;
use super::sentence::Sentence;
use super::stage::is_making;
use super::voice::{is_attributed, office};
use super::words::Word;

/// Words that begin another clause behind a comma.
const LINKS: [&str; 12] = [
    "and", "but", "while", "whereas", "which", "where", "although", "though", "after", "before",
    "whose", "who",
];

/// A clause has so many words of weight, or belongs to the one before it.
const LEAST: usize = 3;

/// The same behind a semicolon.
const STRONG: usize = 2;

/// A part of a sentence, in words of it.
pub(super) struct Clause<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) words: Range<usize>,
}

/// The clauses of a sentence; a single one where nothing parts it.
pub(super) fn clauses(sentence: &Sentence) -> Vec<Clause<'_>> {
    let words = &sentence.words;
    let mut cuts = vec![(0, LEAST)];
    for (at, word) in words.iter().enumerate().skip(1) {
        let least = match word.mark {
            Some(';' | '—') => STRONG,
            Some(',') if LINKS.contains(&word.low.as_str()) => LEAST,
            _ => continue,
        };
        if !word.quoted {
            cuts.push((at, least));
        }
    }
    cuts.push((words.len(), LEAST));
    let mut found: Vec<Range<usize>> = Vec::new();
    for pair in cuts.windows(2) {
        let (part, least) = (pair[0].0..pair[1].0, pair[0].1);
        let light = |range: &Range<usize>| weight(&words[range.clone()]) < least;
        match found.last_mut() {
            Some(before) if light(&part) || light(before) => before.end = part.end,
            _ => found.push(part),
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

    /// What its words are about that are not quoted.
    pub(super) fn stems(&self, lexicon: &Lexicon) -> BTreeSet<String> {
        let words = self.sentence.words.iter().enumerate();
        let own = words.filter(|(at, _)| self.words.contains(at));
        subjects(lexicon, own, &self.sentence.spots)
    }

    /// The stems of who only says it or denies it, and of the verb, also where that is one of making: what
    /// is said is told without them.
    pub(super) fn voices(&self) -> BTreeSet<String> {
        let words = &self.sentence.words;
        let here = self
            .sentence
            .spots
            .iter()
            .filter(|spot| self.words.contains(&spot.words.start));
        let voices = here.filter(|spot| is_attributed(words, spot));
        let stems = voices.flat_map(|spot| {
            let verb = words.get(spot.words.end).map(|word| word.stem.clone());
            verb.into_iter().chain([name_stem(spot.who)])
        });
        let range = office(words, self.words.clone());
        let office = words[range.unwrap_or(0..0)]
            .iter()
            .map(|word| word.stem.clone());
        let denials = self
            .plain()
            .filter(|word| is_denial(&word.low))
            .map(|word| word.stem.clone());
        let making = self
            .plain()
            .filter(|word| is_making(&word.low))
            .map(|word| word.stem.clone());
        let voices = stems.chain(office).chain(denials).chain(making);
        voices.chain(self.places()).collect()
    }

    /// The stems of names behind "in" and "at" that are nobody's: a place is compared by itself.
    fn places(&self) -> impl Iterator<Item = String> {
        /// Words of a name.
        const MOST: usize = 5;
        let words = self
            .sentence
            .words
            .get(self.words.clone())
            .unwrap_or_default();
        let is_before = move |at: &usize| matches!(words[*at].low.as_str(), "in" | "at");
        let starts = (0..words.len()).filter(is_before);
        starts.flat_map(move |at| {
            let rest = words[at + 1..].iter().take(MOST);
            let name = rest.take_while(|word| word.capital && !word.quoted);
            name.map(|word| word.stem.clone())
                .filter(|stem| !stem.is_empty())
        })
    }

    /// Where it begins to ask, and asserts nothing: "Whether it was signed is open."
    pub(super) fn asks_from(&self) -> Option<usize> {
        let mut words = self.plain();
        let whether = words.find(|word| word.low == "whether");
        whether.map(|word| word.range.start)
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
