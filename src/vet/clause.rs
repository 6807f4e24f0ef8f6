//! The clauses of a sentence: what is compared with records, each by itself.

use std::collections::BTreeSet;
use std::ops::Range;

use super::actors::{Lexicon, name_stem, subjects};
use super::negation::is_denial;
use super::sentence::Sentence;
use super::stage::is_making;
use super::voice::{is_attributed, office, says, verb_before};
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
            Some(',') if denies_more(&words[at..]) => 1,
            Some(',') if LINKS.contains(&word.low.as_str()) => LEAST,
            None if is_dated_apart(sentence, at) => LEAST,
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
            Some(before) if light(&part) || light(before) && least > 1 => before.end = part.end,
            _ => found.push(part),
        }
    }
    let found = found.into_iter();
    found.map(|words| Clause { sentence, words }).collect()
}

/// "It was discussed in 2015 and a roadmap was signed in 2017": another clause behind "and", with a verb and a date
/// of its own.
fn is_dated_apart(sentence: &Sentence, at: usize) -> bool {
    /// Words from "and" to the verb.
    const NEAR: usize = 7;
    let words = &sentence.words;
    let start = words[at].range.start;
    let is_verb = |word: &Word| {
        matches!(
            word.low.as_str(),
            "was" | "were" | "is" | "are" | "has" | "have"
        )
    };
    let near = &words[at..words.len().min(at + NEAR)];
    let mut dates = sentence.real_dates();
    words[at].low == "and"
        && near.iter().any(is_verb)
        && words[..at].iter().any(is_verb)
        && dates.any(|date| date.range.start < start)
        && dates.any(|date| date.range.start > start)
}

/// "…, but they have made no friends there": something more that is denied of the same.
fn denies_more(words: &[Word]) -> bool {
    /// Words up to the one that denies.
    const NEAR: usize = 5;
    let [link, who, rest @ ..] = words else {
        return false;
    };
    let is_again = matches!(who.low.as_str(), "they" | "it" | "he" | "she");
    let near = rest
        .iter()
        .take(NEAR)
        .take_while(|word| word.mark.is_none());
    matches!(link.low.as_str(), "but" | "and" | "although" | "though")
        && is_again
        && near.into_iter().any(|word| is_denial(&word.low))
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
            let end = spot.words.end;
            let who = words.get(end).is_some_and(|word| word.low == "who");
            let behind = words.get(end + usize::from(who));
            let before = verb_before(words, spot).map(|at| &words[at]);
            let verbs = behind.into_iter().chain(before);
            let verbs: Vec<String> = verbs.map(|word| word.stem.clone()).collect();
            verbs.into_iter().chain([name_stem(spot.who)])
        });
        // "she recalled"
        let is_pronoun = |word: &Word| matches!(word.low.as_str(), "he" | "she" | "they");
        let here = words.get(self.words.clone()).unwrap_or_default();
        let tells = |low: &str| says(low) || low.starts_with("expect") || low.starts_with("fear");
        let recalled = here
            .windows(2)
            .filter(move |pair| is_pronoun(&pair[0]) && tells(&pair[1].low));
        let stems = stems.chain(recalled.map(|pair| pair[1].stem.clone()));
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
