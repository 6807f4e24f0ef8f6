//! Other orders than that of the dossier: the newest first, the best match first.

use std::cmp::Reverse;

use super::bitset::Bits;
use super::plan::{Plan, Wording};
use super::{Engine, KeepGoing};
use crate::dossier::quotes::{Facet, NONE};
use crate::search::{Found, How, Order, hits};

/// Of a word that stands oftener in one text, only so many places are looked at.
const PLACES: usize = 16;

/// What a whole word counts, the start of one, and a part of one; a word that only stands beside
/// the text counts nothing.
const WHOLE: f32 = 1.0;
const START: f32 = 0.7;
const INSIDE: f32 = 0.4;

/// Words that stand side by side count as much again; so many bytes apart, half of that.
const APART: f32 = 16.0;

impl Engine {
    /// The newest first; those of one date in the order of the dossier.
    pub(super) fn newest(&self, found: Found) -> Found {
        // There are far fewer dates than quotes: they are counted, not compared.
        let mut next = vec![0_u32; self.facts.rank_count() + 1];
        let ranks: Vec<u32> = found.records().map(|place| self.rank(place)).collect();
        let slot = |rank: u32| next_slot(rank, self.facts.rank_count());
        for rank in &ranks {
            next[slot(*rank) + 1] += 1;
        }
        for at in 1..next.len() {
            next[at] += next[at - 1];
        }
        let mut sorted = vec![0; ranks.len()];
        for (record, rank) in found.list().iter().zip(&ranks) {
            let place = &mut next[slot(*rank)];
            sorted[*place as usize] = *record;
            *place += 1;
        }
        found.ordered(Order::Newest, sorted)
    }

    fn rank(&self, place: usize) -> u32 {
        let (segment, at) = self.quotes.segment_of(place);
        let said = segment.column(Facet::Said).value(at);
        said.map_or(0, |said| self.facts.rank(said))
    }

    /// Best match first; those that are equally good in the order of the dossier.
    pub(super) fn best(
        &self,
        plan: &Plan<'_>,
        found: Found,
        keep_going: KeepGoing<'_>,
    ) -> Option<Found> {
        let words: Vec<_> = plan
            .included()
            .filter(|word| word.how != How::Like)
            .collect();
        if words.is_empty() {
            return Some(found);
        }
        let weights = self.weights(&words, keep_going)?;
        let numbers: Vec<u32> = found.records().map(|place| self.number(place)).collect();
        // Scores are not negative, so their bits are in their order.
        let scores = self
            .each_part(keep_going, |part| {
                let mut scorer = Scorer::new(&words, &weights);
                let texts = part.texts_of(part.slice(&numbers));
                texts.map(|text| scorer.score(text)).collect::<Vec<f32>>()
            })?
            .into_iter()
            .flatten()
            .map(|score| Reverse(score.to_bits()));
        let mut sorted: Vec<_> = scores.zip(found.list().iter().copied()).collect();
        sorted.sort_unstable();
        let places = sorted.into_iter().map(|(_, place)| place).collect();
        Some(found.ordered(Order::Best, places))
    }

    fn number(&self, place: usize) -> u32 {
        u32::try_from(self.quotes.number(place)).unwrap_or(NONE)
    }

    /// What each word counts: the rarer, the more.
    fn weights(&self, words: &[&Wording<'_>], keep_going: KeepGoing<'_>) -> Option<Vec<f32>> {
        let counts = self.each_part(keep_going, |part| {
            let all = Bits::all(part.len());
            let count = |word: &&Wording<'_>| part.wording(word, &all).count();
            words.iter().map(count).collect::<Vec<usize>>()
        })?;
        let total = self.quotes.len().max(1);
        let weight = |word: usize| {
            let count: usize = counts.iter().map(|counts| counts[word]).sum();
            // As in search engines: the logarithm of one in how many has it.
            (1.0 + float(total) / float(count.max(1))).ln()
        };
        Some((0..words.len()).map(weight).collect())
    }
}

/// A count for a score, where the last digits of a large one are of no matter.
#[expect(
    clippy::cast_precision_loss,
    reason = "scores are compared, not counted"
)]
fn float(count: usize) -> f32 {
    count as f32
}

/// The newest has the first slot.
fn next_slot(rank: u32, count: usize) -> usize {
    count - 1 - (rank as usize).min(count - 1)
}

/// Scores texts; keeps its lists from one to the next.
struct Scorer<'a> {
    words: &'a [&'a Wording<'a>],
    weights: &'a [f32],
    /// Where words begin and end, and which.
    places: Vec<(usize, usize, usize)>,
}

impl<'a> Scorer<'a> {
    fn new(words: &'a [&'a Wording<'a>], weights: &'a [f32]) -> Self {
        Self {
            words,
            weights,
            places: Vec::new(),
        }
    }

    fn score(&mut self, text: &[u8]) -> f32 {
        let text = std::str::from_utf8(text).unwrap_or_default();
        self.places.clear();
        let mut score = 0.0;
        for (at, word) in self.words.iter().enumerate() {
            let mut best: f32 = 0.0;
            let mut from = 0;
            for _ in 0..PLACES {
                let Some(hit) = word.finder.find(&text.as_bytes()[from..]) else {
                    break;
                };
                let (start, end) = (from + hit, from + hit + word.needle.len());
                best = best.max(quality(text, start, end));
                self.places.push((start, end, at));
                from = end;
            }
            score += best * self.weights[at];
        }
        score + self.closeness()
    }

    /// What it counts that the words stand close together: in the shortest run of text that has
    /// every word that the text has.
    fn closeness(&mut self) -> f32 {
        if self.words.len() < 2 {
            return 0.0;
        }
        self.places.sort_unstable();
        let mut seen = vec![0_usize; self.words.len()];
        let has = |at: usize| self.places.iter().any(|(.., word)| *word == at);
        let all = (0..seen.len()).filter(|at| has(*at)).count();
        if all < 2 {
            return 0.0;
        }
        let (mut first, mut have) = (0, 0);
        let mut shortest = usize::MAX;
        for (start_of_last, end, word) in &self.places {
            have += usize::from(seen[*word] == 0);
            seen[*word] += 1;
            debug_assert!(start_of_last <= end);
            while have == all {
                let (start, _, word) = self.places[first];
                shortest = shortest.min(end.saturating_sub(start));
                seen[word] -= 1;
                have -= usize::from(seen[word] == 0);
                first += 1;
            }
        }
        let words: usize = self.words.iter().map(|word| word.needle.len()).sum();
        let between = float(shortest.saturating_sub(words));
        let weight: f32 = self.weights.iter().sum();
        weight / (1.0 + between / APART)
    }
}

/// What a place counts, by whether letters touch it.
fn quality(text: &str, start: usize, end: usize) -> f32 {
    match hits::touches(text, start..end) {
        (false, false) => WHOLE,
        (false, true) => START,
        _ => INSIDE,
    }
}
