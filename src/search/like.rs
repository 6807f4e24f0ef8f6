//! Words that are like a half-remembered one: `yatotu` is like `yathotou`.

use frizbee::{Config, Matcher, SortStrategy};

/// Shorter words are like too many.
const SHORT: usize = 3;

/// A letter may be wrong in so many.
const LETTERS_A_SLIP: usize = 4;

/// So much of what the word would score against itself it has to score, in percent.
const LEAST: u16 = 70;

/// What words are compared with.
pub(super) struct Likeness {
    matcher: Matcher,
    needle: String,
    least: u16,
}

impl Likeness {
    /// Likeness to a folded word.
    pub(super) fn new(needle: &str) -> Self {
        let slips = needle.chars().count() / LETTERS_A_SLIP;
        let config = Config {
            max_typos: u16::try_from(slips).ok(),
            sort: SortStrategy::IndexAsc,
            ..Config::default()
        };
        let mut matcher = Matcher::new(needle, &config);
        let own = matcher.match_list(&[needle]);
        let own = own.first().map_or(u16::MAX, |own| own.score);
        Self {
            matcher,
            needle: needle.to_owned(),
            least: own / 100 * LEAST + own % 100 * LEAST / 100,
        }
    }

    /// Is one of these?
    pub(super) fn any<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> bool {
        !self.among(&words.collect::<Vec<_>>()).is_empty()
    }

    /// The places of the words that are like it.
    pub(super) fn among(&mut self, words: &[&str]) -> Vec<usize> {
        let needle = self.needle.chars().count();
        if needle < SHORT {
            let same = words
                .iter()
                .enumerate()
                .filter(|(_, word)| **word == self.needle);
            return same.map(|(at, _)| at).collect();
        }
        let found = self.matcher.match_list(words);
        let like = found.into_iter().filter(|found| {
            // A long word has room for any letters.
            let word = words[found.index as usize].chars().count();
            found.score >= self.least && word <= needle * 2
        });
        like.map(|found| found.index as usize).collect()
    }
}
