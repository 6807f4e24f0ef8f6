//! Which paragraphs hold a word.

use std::collections::HashMap;

use super::folded::Words;
use super::folded::words::words;

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
    pub(super) fn may_hold(&self, wanted: &Words) -> Option<&[u32]> {
        let lists = wanted.whole().map(|whole| self.of(whole.word));
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
    let start = here.saturating_sub(COUNTED / 2);
    let start = start.min(list.len().saturating_sub(COUNTED));
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
