//! Runs of words that are looked for in an archive: all of them in one pass.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::dossier::quotes::{Segment, cores};
use crate::system::threads::each;

/// Words of a run by which a quotation is found in an archive.
const RUN: usize = 4;

/// Bytes that are looked up together.
const GRAM: usize = 6;

/// Of a text every fourth place is looked at: wherever a run is, one of its grams begins there.
const STEP: usize = 4;

/// A shorter run says too little, and its grams could be missed.
const LEAST: usize = GRAM + STEP - 1;

/// Runs of words by the places of the segments of an archive that have them.
#[derive(Default)]
pub(super) struct Runs(HashMap<String, Vec<usize>>);

impl Runs {
    /// The runs of folded texts, looked for in all segments.
    pub(super) fn new(texts: impl Iterator<Item = String>, segments: &[Arc<Segment>]) -> Self {
        let mut runs = HashSet::new();
        for text in texts {
            runs.extend(of(&text).into_iter().map(str::to_owned));
        }
        let runs: Vec<String> = runs.into_iter().collect();
        let grams = Grams::new(&runs);
        let share = segments.len().div_ceil(cores()).max(1);
        let parts = each(segments.chunks(share), |part| {
            part.iter()
                .map(|segment| grams.within(segment.texts()))
                .collect::<Vec<_>>()
        });
        let mut places = vec![Vec::new(); runs.len()];
        for (segment, within) in parts.into_iter().flatten().enumerate() {
            for run in within {
                places[run].push(segment);
            }
        }
        Self(runs.into_iter().zip(places).collect())
    }

    /// The places of the segments that have a run, in order.
    pub(super) fn segments(&self, run: &str) -> impl Iterator<Item = usize> + '_ {
        self.0.get(run).into_iter().flatten().copied()
    }
}

/// Runs of words of a folded text: from the middle, the end and the beginning.
pub(super) fn of(folded: &str) -> Vec<&str> {
    let words: Vec<(usize, &str)> = folded
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .collect();
    let run = RUN.min(words.len());
    let last = words.len() - run;
    let mut starts = vec![last / 2, last, 0];
    starts.dedup();
    let runs = starts.into_iter().map(|start| {
        let from = words[start].0;
        let (at, word) = words[start + run - 1];
        folded[from..at + word.len()].trim_matches(|c: char| !c.is_alphanumeric())
    });
    runs.filter(|run| run.len() >= LEAST).collect()
}

/// The first grams of several runs, one for each place of a step.
struct Grams<'a> {
    runs: &'a [String],
    /// By gram, the runs that have it and where.
    places: HashMap<u64, Vec<(usize, usize)>>,
    /// A bit for each hash that a gram has: nearly all of a text is told from all runs by these alone.
    bits: Vec<u64>,
}

impl<'a> Grams<'a> {
    fn new(runs: &'a [String]) -> Self {
        let mut places: HashMap<u64, Vec<(usize, usize)>> = HashMap::new();
        let mut bits = vec![0; (1 << HASH) / WORD];
        for (at, run) in runs.iter().enumerate() {
            for (start, bytes) in run.as_bytes().windows(GRAM).take(STEP).enumerate() {
                let gram = gram(bytes);
                let hash = hash(gram);
                bits[hash / WORD] |= 1 << (hash % WORD);
                places.entry(gram).or_default().push((at, start));
            }
        }
        Self { runs, places, bits }
    }

    /// The runs that a text has, by place.
    fn within(&self, text: &[u8]) -> Vec<usize> {
        let mut found = vec![false; self.runs.len()];
        // Eight bytes are one load; what is left at the end is shorter.
        let whole = text.windows(size_of::<u64>()).step_by(STEP);
        let mut end = 0;
        for (step, bytes) in whole.enumerate() {
            end = (step + 1) * STEP;
            self.look(text, step * STEP, gram(bytes), &mut found);
        }
        for at in (end..text.len().saturating_sub(GRAM - 1)).step_by(STEP) {
            self.look(text, at, gram(&text[at..at + GRAM]), &mut found);
        }
        (0..found.len()).filter(|run| found[*run]).collect()
    }

    /// Marks the runs of which a gram stands at a place of a text and that stand there themselves.
    #[inline]
    fn look(&self, text: &[u8], at: usize, gram: u64, found: &mut [bool]) {
        let hash = hash(gram);
        if self.bits[hash / WORD] >> (hash % WORD) & 1 == 0 {
            return;
        }
        for (run, start) in self.places.get(&gram).into_iter().flatten() {
            let bytes = self.runs[*run].as_bytes();
            let begin = at.checked_sub(*start);
            found[*run] |= begin.is_some_and(|begin| text[begin..].starts_with(bytes));
        }
    }
}

/// Bits of the hash of a gram.
const HASH: u32 = 16;

/// Bits of a word of the table.
const WORD: usize = 64;

/// The bytes of a gram within eight.
const MASK: u64 = (1 << (8 * GRAM)) - 1;

/// The first bytes, at least those of a gram, as a number.
#[inline]
fn gram(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight) & MASK;
    }
    let mut gram = [0; size_of::<u64>()];
    gram[..GRAM].copy_from_slice(&bytes[..GRAM]);
    u64::from_le_bytes(gram)
}

/// The upper bits of a product with a large odd number (Fibonacci hashing).
fn hash(gram: u64) -> usize {
    (gram.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - HASH)) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_run_is_found_wherever_it_is(
            text in "[ab ]{0,60}",
            runs in proptest::collection::vec("[ab ]{9,14}", 1..4),
        ) {
            let found = Grams::new(&runs).within(text.as_bytes());
            let all: Vec<usize> = (0..runs.len()).filter(|at| text.contains(&runs[*at])).collect();
            prop_assert_eq!(found, all);
        }
    }
}
