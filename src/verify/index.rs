//! Which paragraphs hold a word, or two that follow each other.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::folded::words::{Words, words};

/// Paragraphs that are compared besides the one that is named.
const CANDIDATES: usize = 4;

/// Paragraphs with a word that are counted, those nearest to the one that is named: a word that
/// is in more of them says little about any.
const COUNTED: usize = 1024;

/// Paragraphs that are counted in all, the rarest words first.
const BUDGET: usize = 4 * COUNTED;

/// Which words are in which paragraphs of a text, counted from 1.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: HashMap<Box<str>, Vec<u32>>,
    paragraphs: usize,
}

impl Index {
    pub(super) fn new<'a>(folded: impl Iterator<Item = &'a str>) -> Self {
        let mut index = Self::default();
        for text in folded {
            index.paragraphs += 1;
            let Ok(number) = u32::try_from(index.paragraphs) else {
                break;
            };
            for range in words(text) {
                let word = &text[range];
                match index.words.get_mut(word) {
                    Some(list) if list.last() == Some(&number) => {}
                    Some(list) => list.push(number),
                    None => {
                        index.words.insert(word.into(), vec![number]);
                    }
                }
            }
        }
        index
    }

    /// The paragraphs that may hold an anchor: all with the rarest of its words, which is not
    /// looked for at all if it is in none. `None` if it has no word.
    pub(super) fn may_hold(&self, words: &Words) -> Option<&[u32]> {
        let lists = words.whole().map(|whole| self.of(whole.word));
        lists.min_by_key(|list| list.len())
    }

    fn of(&self, word: &str) -> &[u32] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    /// The paragraphs that share the most words with a folded text, rare words counting more, the
    /// best first.
    pub(super) fn candidates(&self, folded: &str, named: usize) -> Vec<usize> {
        let mut distinct: Vec<_> = words(folded).map(|range| &folded[range]).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let mut lists: Vec<_> = distinct.iter().map(|word| self.of(word)).collect();
        lists.retain(|list| !list.is_empty());
        lists.sort_by_key(|list| list.len());
        let mut scores = vec![0.0_f32; self.paragraphs + 1];
        let (mut shared, mut counted) = (Vec::new(), 0);
        for list in lists {
            #[expect(clippy::cast_precision_loss, reason = "a share of a few paragraphs")]
            let share = 1.0 / list.len() as f32;
            for paragraph in around(list, named) {
                let score = &mut scores[*paragraph as usize];
                if *score == 0.0 {
                    shared.push(*paragraph as usize);
                }
                *score += share;
            }
            counted += list.len().min(COUNTED);
            if counted > BUDGET {
                break;
            }
        }
        best(shared, &scores)
    }
}

/// The paragraphs of a list that are nearest to the one that is named.
fn around(list: &[u32], named: usize) -> &[u32] {
    let here = list.partition_point(|paragraph| (*paragraph as usize) < named);
    let start = here
        .saturating_sub(COUNTED / 2)
        .min(list.len().saturating_sub(COUNTED));
    &list[start..list.len().min(start + COUNTED)]
}

fn best(mut shared: Vec<usize>, scores: &[f32]) -> Vec<usize> {
    let by_score = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
    if shared.len() > CANDIDATES {
        shared.select_nth_unstable_by(CANDIDATES, by_score);
        shared.truncate(CANDIDATES);
    }
    shared.sort_by(by_score);
    shared
}

/// Which pairs of words that follow each other are in which paragraphs: the hash of a pair above
/// the number of a paragraph, in order.
#[derive(Debug)]
pub(super) struct Pairs(Vec<u64>);

impl Pairs {
    pub(super) fn new<'a>(folded: impl Iterator<Item = &'a str>) -> Self {
        let mut all = Vec::new();
        for (number, text) in (1_u32..).zip(folded) {
            all.extend(pairs(text).map(|pair| pair | u64::from(number)));
        }
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// The paragraphs that hold all pairs of an anchor's own words; `None` if it has no two words.
    pub(super) fn may_hold(&self, words: &Words) -> Option<Vec<u32>> {
        let lists: Vec<_> = pairs(&words.exact).map(|pair| self.of(pair)).collect();
        let (_, shortest) = lists.iter().min_by_key(|(_, list)| list.len())?;
        let number = |entry: &u64| u32::try_from(entry & u64::from(u32::MAX)).unwrap_or_default();
        let numbers = shortest.iter().map(number);
        let in_all = |number: &u32| {
            let is_in =
                |(pair, list): &(u64, &[u64])| list.binary_search(&(pair | u64::from(*number)));
            lists.iter().all(|list| is_in(list).is_ok())
        };
        Some(numbers.filter(in_all).collect())
    }

    fn of(&self, pair: u64) -> (u64, &[u64]) {
        let start = self.0.partition_point(|entry| *entry < pair);
        let length = self.0[start..].partition_point(|entry| *entry <= pair | u64::from(u32::MAX));
        (pair, &self.0[start..start + length])
    }
}

/// The pairs of words of a text, hashed, with room for the number of a paragraph below.
fn pairs(text: &str) -> impl Iterator<Item = u64> {
    let next = words(text).skip(1);
    words(text).zip(next).map(|(a, b)| {
        let mut hasher = DefaultHasher::new();
        (&text[a], &text[b]).hash(&mut hasher);
        hasher.finish() & !u64::from(u32::MAX)
    })
}
