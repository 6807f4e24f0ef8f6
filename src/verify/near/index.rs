//! Which paragraphs hold a word.

use std::collections::{HashMap, HashSet};

use super::token::{Token, tokens};

/// Which words stand in which paragraphs of a text, counted from 1.
#[derive(Debug, Default)]
pub(in crate::verify) struct Index(HashMap<Box<str>, Vec<usize>>);

impl Index {
    pub(in crate::verify) fn new<'a>(folded: impl Iterator<Item = &'a str>) -> Self {
        let mut index = Self::default();
        for (at, text) in folded.enumerate() {
            let words: HashSet<_> = tokens(text).into_iter().map(|token| token.text).collect();
            for word in words {
                index.0.entry(word.into()).or_default().push(at + 1);
            }
        }
        index
    }

    /// The paragraphs that share the most words, rare words counting more, the best first.
    pub(super) fn candidates(&self, words: &[Token<'_>]) -> Vec<usize> {
        let mut scores: HashMap<usize, f64> = HashMap::new();
        let distinct: HashSet<_> = words.iter().map(|token| token.text).collect();
        for paragraphs in distinct.iter().filter_map(|word| self.0.get(*word)) {
            #[expect(clippy::cast_precision_loss, reason = "a share of a few paragraphs")]
            let share = 1.0 / paragraphs.len() as f64;
            for paragraph in paragraphs {
                *scores.entry(*paragraph).or_default() += share;
            }
        }
        let mut best: Vec<_> = scores.into_iter().collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best.truncate(CANDIDATES);
        best.into_iter().map(|(paragraph, _)| paragraph).collect()
    }
}

/// Paragraphs that are looked at besides the one that is named.
pub(in crate::verify) const CANDIDATES: usize = 4;
