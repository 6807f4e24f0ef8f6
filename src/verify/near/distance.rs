//! How many letters differ between one word and many others.

/// A word, ready to be compared: for each ASCII character the places where it is, as bits.
pub(super) struct Pattern<'a> {
    word: &'a str,
    places: Option<[u64; 128]>,
}

impl<'a> Pattern<'a> {
    pub(super) fn new(word: &'a str) -> Self {
        let is_short = (1..=64).contains(&word.len()) && word.is_ascii();
        let places = is_short.then(|| {
            let mut places = [0; 128];
            for (at, byte) in word.bytes().enumerate() {
                places[usize::from(byte)] |= 1 << at;
            }
            places
        });
        Self { word, places }
    }

    /// The Levenshtein distance; of short ASCII words a column of the table at a time (Myers 1999,
    /// in the form of Hyyrö 2003).
    pub(super) fn distance(&self, other: &str) -> usize {
        let Some(places) = self.places.as_ref().filter(|_| other.is_ascii()) else {
            return strsim::levenshtein(self.word, other);
        };
        let last = 1_u64 << (self.word.len() - 1);
        let (mut up, mut down) = (u64::MAX, 0_u64);
        let mut distance = self.word.len();
        for byte in other.bytes() {
            let same = places[usize::from(byte)];
            let zero = (((same & up).wrapping_add(up)) ^ up) | same | down;
            let (right, left) = (down | !(zero | up), up & zero);
            distance += usize::from(right & last != 0);
            distance -= usize::from(left & last != 0);
            let right = right << 1 | 1;
            up = left << 1 | !(zero | right);
            down = right & zero;
        }
        distance
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_distance(a in "[a-c]{0,70}|[abé]{0,6}", b in "[a-c]{0,70}|[abé]{0,6}") {
            prop_assert_eq!(Pattern::new(&a).distance(&b), strsim::levenshtein(&a, &b));
        }
    }
}
