//! Words that are like a half-remembered one: `yatotu` is like `yathotou`.
//!
//! A word is like it within one or two slips: a letter wrong, missing or too many, or two that
//! have changed places. A longer one is like it where its beginning is, so that it is found before
//! it is typed out.

use strsim::osa_distance;

/// The beginnings of shorter words are like too many.
const BEGINNING: usize = 4;

/// What words are compared with.
pub(super) struct Likeness {
    needle: String,
    letters: usize,
    /// Which letters it has, sixty-four kinds of them.
    kinds: u64,
    /// Which it has once, and which more often.
    bits: u64,
    slips: usize,
}

impl Likeness {
    /// Likeness to a folded word.
    pub(super) fn new(needle: &str) -> Self {
        let letters = needle.chars().count();
        Self {
            needle: needle.to_owned(),
            letters,
            kinds: needle
                .chars()
                .fold(0, |kinds, c| kinds | kind(u32::from(c))),
            bits: bits(needle),
            slips: slips(letters),
        }
    }

    /// Is one of these?
    pub(super) fn any<'a>(&self, mut words: impl Iterator<Item = &'a str>) -> bool {
        words.any(|word| self.holds(word.as_bytes()))
    }

    /// The places of the words that are like it.
    pub(super) fn among(&self, words: &[&str]) -> Vec<usize> {
        let places = 0..words.len();
        places
            .filter(|at| self.holds(words[*at].as_bytes()))
            .collect()
    }

    /// Is a word, as UTF-8, like it?
    pub(super) fn holds(&self, word: &[u8]) -> bool {
        // Most words lack too many of its letters. That is known without decoding them: the last
        // byte of a letter has the six bits that tell its kind.
        let kinds = word.iter().map(|byte| kind(u32::from(*byte)));
        if self.differ(self.kinds, kinds.fold(0, |kinds, kind| kinds | kind)) {
            return false;
        }
        // Every byte of a letter but the first is one of these.
        let letters = word
            .iter()
            .filter(|byte| !matches!(byte, 0x80..=0xbf))
            .count();
        let whole = letters.abs_diff(self.letters) <= self.slips;
        let most = self.letters * 2;
        let longer = self.letters >= BEGINNING && self.letters < letters && letters <= most;
        (whole || longer)
            && str::from_utf8(word).is_ok_and(|word| {
                (whole && self.is_near(word, bits(word))) || (longer && self.begins(word))
            })
    }

    fn is_near(&self, word: &str, bits: u64) -> bool {
        !self.differ(self.bits, bits)
            && !self.differ(bits, self.bits)
            && osa_distance(&self.needle, word) <= self.slips
    }

    /// Is the beginning of a word like it, a letter shorter, as long, or a letter longer?
    fn begins(&self, word: &str) -> bool {
        let mut bits = 0;
        let beginnings = word.char_indices().map(|(end, letter)| {
            let beginning = (end, bits);
            bits = with(bits, letter);
            beginning
        });
        let mut about = beginnings.skip(self.letters.saturating_sub(1)).take(3);
        about.any(|(end, bits)| self.is_near(&word[..end], bits))
    }

    /// Are more letters among the first and not among the others than slips can explain?
    fn differ(&self, some: u64, others: u64) -> bool {
        (some & !others).count_ones() as usize > self.slips
    }
}

/// So many may a word of so many letters have, as where Elasticsearch finds its `fuzziness` itself.
fn slips(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}

fn kind(letter: u32) -> u64 {
    1 << (letter & 63)
}

/// The letters of a word, thirty-two kinds of them: below those that it has, above those that it
/// has more than once.
fn bits(word: &str) -> u64 {
    word.chars().fold(0, with)
}

fn with(bits: u64, letter: char) -> u64 {
    let bit = 1 << (u32::from(letter) & 31);
    bits | bit | (bits & bit) << 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_like_what_is_half_remembered() {
        for (typed, like, unlike) in [
            ("yatotu", "yathotou", "total"),
            ("sisoulit", "sisoulith", "resolution"),
            ("medvedv", "medvedev", "medical"),
            ("souphanuvong", "souphanouvong", "souphanh"),
            ("wientyan", "vientiane", "variant"),
            ("kaisone", "kaysone", "season"),
            ("putn", "putin", "patent"),
            ("friendship", "freindship", "friends"),
            ("памковский", "панковский", "московский"),
            ("сотрудничесво", "сотрудничество", "соотечественник"),
            ("ຍານອະວະ", "ຍານອະວະກາດ", "ອະວະກາດ"),
            // The beginning of a longer one, but not of one that has room for any letters.
            ("jatho", "yathotou", "patron"),
            ("sisul", "sisoulith", "consul"),
            ("hydro", "hydropower", "hydroelectricity"),
            ("govermn", "governments", "governmentalists"),
            // Short words have room for one slip or none.
            ("par", "pair", "parity"),
            ("el", "el", "eel"),
        ] {
            let found = Likeness::new(typed).among(&[unlike, like]);
            assert_eq!(found, [1], "{typed}: {like}, {unlike}");
        }
    }

    proptest! {
        /// What is sorted out beforehand would not have been near.
        #[test]
        fn nothing_near_is_sorted_out(typed in "[abcдеຍນ]{1,9}", word in "[abcдеຍນ]{1,9}") {
            let likeness = Likeness::new(&typed);
            let near = osa_distance(&typed, &word) <= likeness.slips;
            prop_assert!(!near || likeness.holds(word.as_bytes()));
            prop_assert_eq!(near, likeness.is_near(&word, bits(&word)));
        }
    }
}
