//! The index: which quotes hold a run of letters and digits, without reading them.
//!
//! | what | why | cost for a million quotes of 300 bytes |
//! |---|---|---|
//! | all words, sorted, in one string | a typed part of a word becomes the words that hold it | some 6 MB |
//! | for each word its quotes | their union is the answer | some 40 MB |
//! | pieces of three characters of long runs, with their quotes | Lao, Thai and Chinese write no blanks, and links no words: such a run stands only once, but its pieces repeat | some 10 MB, where a tenth is Lao |
//! | the answer for runs of one to three characters that many words hold | no union is ever long: `e` stands in every second word | some 10 MB |
//!
//! A run is what stands between two ASCII characters that are neither letter nor digit: folding
//! has made blanks and punctuation of other scripts ASCII. What is looked for across words is
//! only narrowed down here, and then read.

use std::ops::Range;

use foldhash::HashMap;

use super::bitset::Bits;
use super::lexicon::Lexicon;
use super::postings::Lists;
use crate::search::fuzzy::Likeness;
use crate::search::runs::runs;
use crate::search::{How, hits};

/// Characters of a piece.
const PIECE: usize = 3;

/// The words of all quotes, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) all: Lexicon,
    pub(super) pieces: Lexicon,
    /// Runs of one to three characters, packed, and their place in [`Part::heavy`].
    pub(super) heavy: HashMap<u64, usize>,
    /// For each part of the quotes.
    pub(super) parts: Vec<Part>,
}

/// Where the words stand in one part of the quotes.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) words: Lists,
    pub(super) pieces: Lists,
    pub(super) heavy: Vec<Bits>,
}

/// What was found out once about a word or phrase, for all parts.
pub(super) enum Looked {
    /// It is a run of letters or part of one.
    Run(Run),
    /// It goes across words: these runs all have to stand in a text, which is then read.
    Across(Vec<Run>),
}

/// Where a run is to be found.
pub(super) struct Run {
    words: Which,
    /// Pieces of longer runs; a text with them may hold it.
    pieces: Pieces,
}

enum Which {
    /// The answer is there.
    Heavy(usize),
    /// One of these words.
    Words(Vec<usize>),
}

enum Pieces {
    /// One of these; where nothing is asked of the ends that is certain.
    Any(Vec<usize>, bool),
    /// All of these.
    All(Vec<usize>),
    /// There are none.
    No,
}

/// Part of a word that is looked for.
#[derive(Clone, Copy)]
struct Pattern<'a> {
    text: &'a str,
    /// The word begins with it.
    begins: bool,
    /// The word ends with it.
    ends: bool,
}

impl Words {
    /// Looks up what is to be found of a word or phrase.
    pub(super) fn look_up(&self, needle: &str, how: How) -> Looked {
        let mut runs = runs(needle.as_bytes()).peekable();
        let whole = runs.peek() == Some(&(0..needle.len()));
        match how {
            How::Like => Looked::Run(Run {
                words: Which::Words(self.like(needle)),
                pieces: Pieces::No,
            }),
            How::Whole if whole => Looked::Run(Run {
                words: Which::Words(self.whole(needle)),
                pieces: self.pieces_of(needle, false),
            }),
            _ if whole => Looked::Run(self.run(Pattern {
                text: needle,
                begins: false,
                ends: false,
            })),
            _ => Looked::Across(
                runs.map(|Range { start, end }| {
                    self.run(Pattern {
                        text: &needle[start..end],
                        begins: start > 0,
                        ends: end < needle.len(),
                    })
                })
                .collect(),
            ),
        }
    }

    fn run(&self, pattern: Pattern<'_>) -> Run {
        let Pattern { text, begins, ends } = pattern;
        let free = !begins && !ends;
        let heavy = packed(text).and_then(|key| self.heavy.get(&key));
        if let Some(heavy) = heavy.filter(|_| free) {
            return Run {
                words: Which::Heavy(*heavy),
                pieces: Pieces::No,
            };
        }
        let words = &self.all;
        let bytes = text.as_bytes();
        Run {
            words: Which::Words(match (begins, ends) {
                (true, true) => words.find(bytes).into_iter().collect(),
                (true, false) => words.beginning(bytes).collect(),
                (false, ends) => words.holding(bytes, ends),
            }),
            pieces: self.pieces_of(text, free),
        }
    }

    /// Whether letters touch a whole word is told by the word that holds it.
    fn whole(&self, needle: &str) -> Vec<usize> {
        let mut words = self.all.holding(needle.as_bytes(), false);
        words.retain(|word| hits::whole(self.all.text(*word), needle).next().is_some());
        words
    }

    fn like(&self, needle: &str) -> Vec<usize> {
        let likeness = Likeness::new(needle);
        let all = 0..self.all.len();
        all.filter(|word| likeness.holds(self.all.word(*word)))
            .collect()
    }

    /// The pieces of long runs that tell of a text: one holds what is as short as itself.
    fn pieces_of(&self, text: &str, free: bool) -> Pieces {
        let pieces = &self.pieces;
        if pieces.len() == 0 {
            return Pieces::No;
        }
        if text.chars().count() <= PIECE {
            return Pieces::Any(pieces.holding(text.as_bytes(), false), free);
        }
        let all: Option<Vec<_>> = windows(text)
            .map(|piece| pieces.find(piece.as_bytes()))
            .collect();
        all.map_or(Pieces::No, Pieces::All)
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        let heavy = |part: &Part| part.heavy.iter().map(Bits::bytes).sum::<usize>();
        let part = |part: &Part| part.words.bytes() + part.pieces.bytes() + heavy(part);
        self.all.bytes() + self.pieces.bytes() + self.parts.iter().map(part).sum::<usize>()
    }
}

/// Quotes of a part that may hold something.
pub(super) struct Candidates {
    /// They do hold it.
    pub(super) sure: Bits,
    /// They may; that is to be read.
    pub(super) unsure: Bits,
}

impl Part {
    /// The quotes, of `len`, that hold what was looked up.
    pub(super) fn candidates(&self, looked: &Looked, len: usize) -> Candidates {
        let runs = match looked {
            Looked::Run(run) => return self.run(run, len),
            Looked::Across(runs) => runs,
        };
        let mut unsure = Bits::all(len);
        for run in runs {
            let found = self.run(run, len);
            let mut either = found.sure;
            either.or(&found.unsure);
            unsure.and(&either);
        }
        Candidates {
            sure: Bits::none(len),
            unsure,
        }
    }

    fn run(&self, run: &Run, len: usize) -> Candidates {
        let mut sure = Bits::none(len);
        match &run.words {
            Which::Heavy(heavy) => sure.or(&self.heavy[*heavy]),
            Which::Words(words) => words
                .iter()
                .for_each(|word| self.words.add(*word, &mut sure)),
        }
        let mut unsure = Bits::none(len);
        match &run.pieces {
            Pieces::No => {}
            Pieces::Any(pieces, certain) => {
                let to = if *certain { &mut sure } else { &mut unsure };
                for piece in pieces {
                    self.pieces.add(*piece, to);
                }
            }
            Pieces::All(pieces) => {
                unsure = Bits::all(len);
                for piece in pieces {
                    let mut bits = Bits::none(len);
                    self.pieces.add(*piece, &mut bits);
                    unsure.and(&bits);
                }
            }
        }
        Candidates { sure, unsure }
    }
}

/// The pieces of a run.
pub(super) fn windows(run: &str) -> impl Iterator<Item = &str> {
    let starts = run.char_indices().map(|(at, _)| at);
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8());
    starts
        .zip(ends.skip(PIECE - 1))
        .map(|(start, end)| &run[start..end])
}

/// A run of one to three characters as a number.
fn packed(text: &str) -> Option<u64> {
    let mut key = 0;
    for (at, c) in text.chars().enumerate() {
        if at == PIECE {
            return None;
        }
        key = key << CHARACTER | u64::from(u32::from(c));
    }
    (key != 0).then_some(key)
}

/// Bits that hold a character.
const CHARACTER: u32 = 21;

/// Calls `see` with every run of one to three characters of a word, packed.
pub(super) fn grams(word: &str, mut see: impl FnMut(u64)) {
    let (mut before, mut last) = (0, 0);
    for c in word.chars().map(|c| u64::from(u32::from(c))) {
        see(c);
        if last != 0 {
            see(last << CHARACTER | c);
        }
        if before != 0 {
            see(before << (2 * CHARACTER) | last << CHARACTER | c);
        }
        (before, last) = (last, c);
    }
}
