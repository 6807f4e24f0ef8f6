//! The sentences of speech and of what records say, by the stems of their words.

use std::collections::BTreeSet;

use foldhash::HashMap;

use super::negation::denials;
use super::topic::Topic;
use super::words::{Word, words};
use crate::dossier::{Dossier, Kind, Ref};

/// In a larger archive none is looked for.
const MOST: usize = 5_000;

/// A sentence, or a part of one up to a semicolon.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) record: Ref,
    pub(super) words: Vec<Word>,
    pub(super) stems: BTreeSet<String>,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Segments {
    all: Vec<Segment>,
    by_stem: HashMap<String, Vec<usize>>,
}

impl Segments {
    pub(super) fn new(dossier: &Dossier, topics: &[Topic]) -> Self {
        let mut found = Self::default();
        if dossier.quotes.len() + topics.len() > MOST {
            return found;
        }
        for (at, quote) in dossier.quotes.iter().enumerate() {
            found.read(Ref::new(Kind::Quote, at), &quote.text);
        }
        for topic in topics {
            for text in &topic.strings {
                found.read(topic.record, text);
            }
        }
        found
    }

    fn read(&mut self, record: Ref, text: &str) {
        for part in text.split_inclusive(['.', '?', '!', ';']) {
            let words = words(part, &(0..part.len()), &[]);
            let stems = words.iter().map(|word| word.stem.clone());
            let stems: BTreeSet<String> = stems.filter(|stem| !stem.is_empty()).collect();
            // A question asserts nothing.
            if stems.is_empty() || part.ends_with('?') {
                continue;
            }
            for stem in &stems {
                let places = self.by_stem.entry(stem.clone()).or_default();
                places.push(self.all.len());
            }
            self.all.push(Segment {
                record,
                words,
                stems,
            });
        }
    }

    /// Those that have so many of these stems at least.
    pub(super) fn sharing(&self, stems: &BTreeSet<&String>, least: usize) -> Vec<&Segment> {
        let mut counts: HashMap<usize, usize> = HashMap::default();
        for place in stems
            .iter()
            .filter_map(|stem| self.by_stem.get(*stem))
            .flatten()
        {
            *counts.entry(*place).or_default() += 1;
        }
        let enough = counts.into_iter().filter(|(_, count)| *count >= least);
        let mut places: Vec<usize> = enough.map(|(place, _)| place).collect();
        places.sort_unstable();
        places.into_iter().map(|place| &self.all[place]).collect()
    }
}

/// What the words of a run that deny stand before: of each the stems of the next two words that say something.
pub(super) fn denied_stems(words: &[Word]) -> Vec<Vec<&String>> {
    /// Words from the one that denies.
    const NEAR: usize = 6;
    let next = |denial: &Word| -> Vec<&String> {
        let next = words.partition_point(|word| word.range.start <= denial.range.start);
        // "forgotten" denies itself that something is remembered.
        let own = words[..next].last().filter(|word| word.stem == "rememb");
        // "no coast, and reached by land": the next part is of its own.
        let is_joint =
            |word: &Word| word.mark.is_some() || matches!(&*word.low, "and" | "or" | "but");
        let near = words[next..].iter().take(NEAR);
        let near = near.take_while(|word| !is_joint(word));
        let near = near.filter(|word| !word.stem.is_empty() && !word.low.ends_with("ly"));
        own.into_iter()
            .chain(near)
            .map(|word| &word.stem)
            .take(2)
            .collect()
    };
    denials(words.iter()).into_iter().map(next).collect()
}
