//! For each word of a lexicon the quotes of one part that it stands in.
//!
//! A word that stands in few has the distances from one to the next, seven bits a byte; one that
//! stands in more than a sixteenth of them has a bit for every quote, which is not much larger then
//! and a great deal faster.

use foldhash::HashMap;

use super::bitset::Bits;

/// From so many on (of the quotes of a part, one in this many) a word has a bit for each.
const DENSE: usize = 16;

/// Bits of a distance in a byte; the highest says that more follow.
const SEVEN: u32 = 7;
const MORE: u8 = 1 << SEVEN;

/// Which quotes of a part each word stands in.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// For each word where its distances begin in `bytes`, and the end. A word without any is in
    /// `dense` or in no quote of this part.
    starts: Box<[u32]>,
    bytes: Box<[u8]>,
    dense: HashMap<u32, Bits>,
    len: usize,
}

/// What is counted of a word before its list is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    /// How many quotes it stands in.
    pub(super) quotes: u32,
    bytes: u32,
    /// One more than the last of them.
    after: u32,
}

impl Count {
    /// It stands in a quote, which does not come before the last.
    pub(super) fn add(&mut self, quote: u32) {
        if self.after == quote + 1 {
            return;
        }
        self.bytes += width(quote - self.after);
        self.quotes += 1;
        self.after = quote + 1;
    }

    fn is_dense(self, len: usize) -> bool {
        self.quotes as usize > len / DENSE
    }
}

/// Lists on the way: the quotes come in order, each with its words.
pub(super) struct Writer {
    lists: Lists,
    bytes: Vec<u8>,
    /// For each word where its next distance goes, or [`IN_BITS`], and one more than its last
    /// quote.
    next: Vec<(u32, u32)>,
}

/// A word that has a bit for every quote.
const IN_BITS: u32 = u32::MAX;

impl Writer {
    /// Room for the words that were counted, by number, in `len` quotes.
    pub(super) fn new(counts: &[Count], len: usize) -> Self {
        let mut dense = HashMap::default();
        let mut next = Vec::with_capacity(counts.len());
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut end = 0;
        for (word, count) in counts.iter().enumerate() {
            starts.push(end);
            next.push((if count.is_dense(len) { IN_BITS } else { end }, 0));
            if count.is_dense(len) {
                dense.insert(number(word), Bits::none(len));
            } else {
                end += count.bytes;
            }
        }
        starts.push(end);
        Self {
            bytes: vec![0; end as usize],
            next,
            lists: Lists {
                starts: starts.into(),
                bytes: Box::default(),
                dense,
                len,
            },
        }
    }

    /// A word stands in a quote, which does not come before its last.
    pub(super) fn add(&mut self, word: u32, quote: u32) {
        let (place, after) = &mut self.next[word as usize];
        if *after == quote + 1 {
            return;
        }
        if *place == IN_BITS {
            if let Some(bits) = self.lists.dense.get_mut(&word) {
                bits.insert(quote as usize);
            }
        } else {
            let mut distance = quote - *after;
            loop {
                let [low, ..] = distance.to_le_bytes();
                distance >>= SEVEN;
                let more = if distance > 0 { MORE } else { 0 };
                self.bytes[*place as usize] = low & !MORE | more;
                *place += 1;
                if distance == 0 {
                    break;
                }
            }
        }
        *after = quote + 1;
    }

    pub(super) fn finish(self) -> Lists {
        Lists {
            bytes: self.bytes.into(),
            ..self.lists
        }
    }
}

impl Lists {
    /// Adds the quotes of a word.
    pub(super) fn add(&self, word: usize, bits: &mut Bits) {
        let list = self.starts[word] as usize..self.starts[word + 1] as usize;
        if list.is_empty() {
            if let Some(dense) = self.dense.get(&number(word)) {
                bits.or(dense);
            }
            return;
        }
        let (mut quote, mut distance, mut shift) = (0, 0, 0);
        for byte in &self.bytes[list] {
            distance |= usize::from(byte & !MORE) << shift;
            if byte & MORE == 0 {
                quote += distance;
                bits.insert(quote);
                quote += 1;
                (distance, shift) = (0, 0);
            } else {
                shift += SEVEN;
            }
        }
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.starts.len() * 4 + self.bytes.len() + self.dense.len() * (self.len / 8)
    }
}

/// Bytes that a distance takes.
fn width(distance: u32) -> u32 {
    (u32::BITS - distance.leading_zeros())
        .div_ceil(SEVEN)
        .max(1)
}

/// Words are counted in four bytes.
pub(super) fn number(word: usize) -> u32 {
    u32::try_from(word).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            quotes in prop::collection::vec(prop::collection::vec(0u32..6, 0..5), 1..80),
            stretched in 1usize..400,
        ) {
            // Empty quotes in between make long distances.
            let len = quotes.len() * stretched;
            let mut counts = vec![Count::default(); 6];
            for (at, words) in quotes.iter().enumerate() {
                for word in words {
                    counts[*word as usize].add(number(at * stretched));
                }
            }
            let mut writer = Writer::new(&counts, len);
            for (at, words) in quotes.iter().enumerate() {
                for word in words {
                    writer.add(*word, number(at * stretched));
                }
            }
            let lists = writer.finish();
            for word in 0..6_u32 {
                let mut bits = Bits::none(len);
                lists.add(word as usize, &mut bits);
                let with = quotes.iter().enumerate().filter(|(_, words)| words.contains(&word));
                let expected: BTreeSet<_> = with.map(|(at, _)| at * stretched).collect();
                prop_assert_eq!(bits.iter().collect::<BTreeSet<_>>(), expected);
            }
        }
    }
}
