//! Finding text as it is meant, not as it is spelled: folding, queries, hits. Pure.
//!
//! A query is words; all of them must occur, in any order, as parts of words. Case, accents of
//! Latin letters, ё and е, width and typographic punctuation make no difference; й and и, and the
//! tones of Lao, do. `year:2023`, `from:2020` and `to:2024-06` ask for a time.

mod fold;
mod index;
mod window;

use std::ops::Range;

use chrono::NaiveDate;

pub use fold::{Folded, fold};
pub use index::{Found, Index, Tally};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
    window: Option<window::Window>,
    problem: Option<String>,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        let mut query = Self::default();
        for word in typed.split_whitespace() {
            match window::narrow(&mut query.window, word) {
                None => query.words.push(fold(word)),
                Some(Ok(())) => {}
                Some(Err(problem)) => query.problem = Some(problem),
            }
        }
        query
    }

    /// The first and the last day that are asked for.
    pub fn window(&self) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        self.window
    }

    /// What is wrong with what was typed; the rest of it holds.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Nothing is looked for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.window.is_none()
    }

    /// Do all words occur in `folded`, a text that went through [`fold`]?
    pub fn matches(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }

    /// Where the words occur in `text`: ranges of its bytes, in order, without overlaps.
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let found = self.words.iter().flat_map(|word| {
            let starts = folded.text().match_indices(word.as_str());
            starts.map(|(at, hit)| folded.original(at..at + hit.len()))
        });
        let mut ranges: Vec<_> = found.collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        merge(ranges)
    }
}

fn merge(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(query: &str, text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for hit in Query::new(query).hits(text) {
            out.extend([&text[at..hit.start], "[", &text[hit.clone()], "]"]);
            at = hit.end;
        }
        out + &text[at..]
    }

    #[test]
    fn hits_are_found_as_meant() {
        for (query, text, shown) in [
            (
                "HYDRO",
                "energy, hydro resources",
                "energy, [hydro] resources",
            ),
            ("cafe", "Café", "[Café]"),
            ("елка", "Ёлка", "[Ёлка]"),
            ("ёлка", "Елка", "[Елка]"),
            ("мой", "мои мой", "мои [мой]"),
            ("lao", "ＬＡＯ Lao", "[ＬＡＯ] [Lao]"),
            ("ສະບາຍ", "ສະບາຍດີ", "[ສະບາຍ]ດີ"),
            ("laos'", "Laos’ struggle", "[Laos’] struggle"),
            ("a b", "b a", "[b] [a]"),
            ("ab bc", "abc", "[abc]"),
            ("ﬁ", "five", "[fi]ve"),
            ("", "text", "text"),
        ] {
            assert_eq!(marked(query, text), shown, "{query}");
        }
    }

    #[test]
    fn all_words_must_occur() {
        let text = fold("Trade between our countries has been on the rise");
        assert!(Query::new("rise TRADE").matches(&text));
        assert!(!Query::new("rise fall").matches(&text));
        assert!(Query::new("  ").matches(&text));
    }

    proptest! {
        #[test]
        fn a_text_matches_each_of_its_own_words(text in "[a-zA-Zа-яёЁéü ກ-ໝ’“]{0,40}") {
            for word in text.split_whitespace() {
                prop_assert!(Query::new(word).matches(&fold(&text)));
                prop_assert!(!Query::new(word).hits(&text).is_empty());
            }
        }

        #[test]
        fn hits_stand_on_characters_in_order(text in "\\PC{0,40}", query in "\\PC{1,3}") {
            let mut end = 0;
            for hit in Query::new(&query).hits(&text) {
                prop_assert!(hit.start >= end && hit.start < hit.end);
                prop_assert!(text.get(hit.clone()).is_some());
                end = hit.end;
            }
        }
    }
}
