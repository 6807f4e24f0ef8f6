//! A run of quotes: their folded texts in one piece, and their facets in columns.

use std::ops::Range;

use memchr::memmem::Finder;

use super::column::Column;
use super::facet::Facet;

/// A segment holds no more quotes, so that two bytes number them.
pub const MAX_QUOTES: usize = 1 << 16;

/// Some tens of thousands of quotes that follow each other in the file.
#[derive(Debug)]
pub struct Segment {
    pub(crate) first: usize,
    /// Where in the file the first record begins, and behind it each, and the end of the last.
    pub(crate) offset: u64,
    pub(crate) starts: Box<[u32]>,
    /// The folded texts without a gap, and where each ends.
    pub(crate) text: Box<[u8]>,
    pub(crate) ends: Box<[u32]>,
    pub(crate) columns: [Column; Facet::ALL.len()],
}

impl Segment {
    /// How many quotes it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// It has none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The number of its first quote.
    pub fn first(&self) -> usize {
        self.first
    }

    /// The folded text of quote `at`.
    pub fn text(&self, at: usize) -> &[u8] {
        &self.text[self.text_range(at)]
    }

    /// Where that text stands among the folded texts.
    pub fn text_range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[at] as usize
    }

    /// The folded texts of all its quotes, one behind the other.
    pub fn texts(&self) -> &[u8] {
        &self.text
    }

    /// Where each folded text ends.
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// One facet of all its quotes.
    pub fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }

    /// The numbers of its quotes whose value of a facet is one of `selected`, by number.
    pub(crate) fn numbers_with<'a>(
        &'a self,
        facet: Facet,
        selected: &[bool],
    ) -> impl Iterator<Item = usize> + use<'a> {
        let column = self.column(facet);
        let local = column.locals_of(selected);
        let all = if local.contains(&true) {
            0..self.len()
        } else {
            0..0
        };
        let found = all.filter(move |at| local[column.local(*at)]);
        found.map(|at| self.first + at)
    }

    /// The numbers of its quotes whose folded text has one of some phrases, in order.
    pub(crate) fn numbers_with_any(&self, phrases: &[Finder<'_>]) -> Vec<usize> {
        let mut numbers = Vec::new();
        for phrase in phrases {
            let mut from = 0;
            while let Some(hit) = phrase.find(&self.text[from..]) {
                let start = from + hit;
                let at = self.ends.partition_point(|end| *end as usize <= start);
                let end = self.ends[at] as usize;
                // Words of two texts that follow each other are no phrase.
                let is_within = start + phrase.needle().len() <= end;
                if is_within {
                    numbers.push(self.first + at);
                }
                from = if is_within { end } else { start + 1 };
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Where the record of quote `at` stands in the file; what separates it from the next is part
    /// of it.
    pub(crate) fn range(&self, at: usize) -> Range<u64> {
        let place = |at: usize| self.offset + u64::from(self.starts[at]);
        place(at)..place(at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_within_one_text() {
        let texts = [
            "years",
            " of trade",
            "two years of trade",
            "years of years of",
        ];
        let end = |at: usize| u32::try_from(texts[..=at].concat().len()).unwrap_or(0);
        let segment = Segment {
            first: 7,
            offset: 0,
            starts: Box::default(),
            text: texts.concat().into_bytes().into(),
            ends: (0..texts.len()).map(end).collect(),
            columns: std::array::from_fn(|_| Column::default()),
        };
        let numbers = |phrases: &[&str]| {
            let finders: Vec<_> = phrases.iter().map(|phrase| Finder::new(*phrase)).collect();
            segment.numbers_with_any(&finders)
        };
        assert_eq!(numbers(&["years of"]), [9, 10]);
        assert_eq!(numbers(&["two", "trade", "none"]), [8, 9]);
        assert!(numbers(&["trade two"]).is_empty());
    }
}
