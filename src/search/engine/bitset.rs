//! A set of the quotes of a part, a bit each.

/// Which of `len` quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// None of them.
    pub(super) fn none(len: usize) -> Self {
        Self {
            words: vec![0; len.div_ceil(64)],
            len,
        }
    }

    /// All of them.
    pub(super) fn all(len: usize) -> Self {
        let mut bits = Self {
            words: vec![u64::MAX; len.div_ceil(64)],
            len,
        };
        bits.trim();
        bits
    }

    /// Takes away what is behind the end.
    fn trim(&mut self) {
        if let Some(last) = self.words.last_mut()
            && !self.len.is_multiple_of(64)
        {
            *last &= (1 << (self.len % 64)) - 1;
        }
    }

    pub(super) fn insert(&mut self, at: usize) {
        self.words[at / 64] |= 1 << (at % 64);
    }

    pub(super) fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(super) fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    pub(super) fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub(super) fn and_not(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.words.len() * 8
    }

    /// The places that are in it, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let words = self.words.iter().enumerate();
        words.flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                (left != 0).then(|| {
                    left &= left - 1;
                    at * 64 + bit
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_is_a_set(len in 1usize..200, a in prop::collection::btree_set(0usize..200, 0..40), b in prop::collection::btree_set(0usize..200, 0..40)) {
            let within = |set: &BTreeSet<usize>| set.iter().copied().filter(|at| *at < len).collect::<BTreeSet<_>>();
            let (a, b) = (within(&a), within(&b));
            let bits = |set: &BTreeSet<usize>| {
                let mut bits = Bits::none(len);
                for at in set {
                    bits.insert(*at);
                }
                bits
            };
            let set = |bits: &Bits| bits.iter().collect::<BTreeSet<_>>();
            let mut or = bits(&a);
            or.or(&bits(&b));
            prop_assert_eq!(set(&or), &a | &b);
            let mut and = bits(&a);
            and.and(&bits(&b));
            prop_assert_eq!(and.count(), (&a & &b).len());
            let mut not = Bits::all(len);
            not.and_not(&bits(&a));
            prop_assert_eq!(not.count(), len - a.len());
            prop_assert_eq!(not.is_empty(), a.len() == len);
            prop_assert!((0..len).all(|at| set(&not).contains(&at) != a.contains(&at)));
        }
    }
}
