//! The words of all quotes, sorted, in one string: those that begin with something are a range of
//! it, and those that hold something are found by one search through it.

use std::ops::Range;

use memchr::memmem::Finder;

/// Stands before each word and behind the last. No word holds it.
const SEPARATOR: u8 = b'\n';

/// Words by number.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// The words, sorted, each behind a separator.
    names: Box<[u8]>,
    /// Where each word begins in `names`, and the end.
    starts: Box<[u32]>,
}

impl Lexicon {
    /// These words, which are sorted.
    pub(super) fn new(words: &[&[u8]]) -> Self {
        let bytes = words.iter().map(|word| word.len() + 1).sum::<usize>();
        let mut names = Vec::with_capacity(bytes + 1);
        let mut starts = Vec::with_capacity(words.len() + 1);
        for word in words {
            names.push(SEPARATOR);
            starts.push(place(names.len()));
            names.extend_from_slice(word);
        }
        names.push(SEPARATOR);
        starts.push(place(names.len()));
        Self {
            names: names.into(),
            starts: starts.into(),
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The word of a number.
    pub(super) fn word(&self, number: usize) -> &[u8] {
        let (start, next) = (self.starts[number], self.starts[number + 1]);
        &self.names[start as usize..next as usize - 1]
    }

    /// The same as text: words are cut from texts between whole characters.
    pub(super) fn text(&self, number: usize) -> &str {
        std::str::from_utf8(self.word(number)).unwrap_or_default()
    }

    /// The number of a word.
    pub(super) fn find(&self, word: &[u8]) -> Option<usize> {
        let at = self.partition(0, |other| other < word);
        (at < self.len() && self.word(at) == word).then_some(at)
    }

    /// The words that begin with `start`.
    pub(super) fn beginning(&self, start: &[u8]) -> Range<usize> {
        let first = self.partition(0, |other| other < start);
        first..self.partition(first, |other| other.starts_with(start))
    }

    /// The first word from a place on of which `is` does not hold, which holds of none behind it.
    fn partition(&self, from: usize, is: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if is(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The words that hold `part`; if `ends`, those that end with it.
    pub(super) fn holding(&self, part: &[u8], ends: bool) -> Vec<usize> {
        let mut pattern = part.to_vec();
        if ends {
            pattern.push(SEPARATOR);
        }
        let finder = Finder::new(&pattern);
        let mut words = Vec::new();
        let mut next = 0;
        let mut at = 0;
        while let Some(found) = finder.find(&self.names[at..]) {
            let word = self.at_byte(at + found, next);
            words.push(word);
            next = word + 1;
            match self.starts.get(next) {
                // From the separator before the next word on.
                Some(start) => at = *start as usize - 1,
                None => break,
            }
        }
        words
    }

    /// The word that holds a byte of `names`; not before `from`. Words that are found often are
    /// near each other, so the steps grow from there.
    fn at_byte(&self, byte: usize, from: usize) -> usize {
        let is_before = |word: usize| (self.starts[word] as usize) <= byte;
        let mut step = 1;
        let mut low = from;
        while low + step < self.len() && is_before(low + step) {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.len());
        low + self.starts[low..high].partition_point(|start| *start as usize <= byte) - 1
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.names.len() + self.starts.len() * 4
    }
}

/// The words of an archive take less than four gigabytes, for its texts do.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
