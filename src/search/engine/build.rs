//! Builds the index in two passes over the texts, each on every core: the first counts the words,
//! the second writes down where they stand. Counted beforehand, every list is written into the
//! room that it needs, and nothing is ever held twice.

use std::hash::BuildHasher;
use std::iter::Peekable;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::KeepGoing;
use super::bitset::Bits;
use super::inverted_index::{Part, Words, grams, windows};
use super::lexicon::Lexicon;
use super::postings::{Count, Lists, Writer, number};
use crate::dossier::quotes::{Segment, cores};
use crate::search::runs::{is_short, runs};
use crate::system::threads;

/// The union of more quotes than this (times all of them) is kept.
const HEAVY: usize = 1;

/// After so many quotes it is asked whether to go on: some hundreds of microseconds.
const STEP: usize = 256;

/// More parts than this would each have too little to do.
const PARTS: usize = 8;

/// Bytes of a list that is only needed while the index is built. What the allocator maps for itself
/// it gives back whole (glibc does so above 32 MB); of the room only what is used is ever touched.
const ROOM: usize = 40 << 20;

/// The quotes of some segments that follow each other.
pub(super) type Segments = [Arc<Segment>];

/// Cuts the segments into as many parts as there are cores, of about the same size.
pub(super) fn parts(segments: &Segments) -> Vec<&Segments> {
    let count = cores().min(PARTS).min(segments.len()).max(1);
    let total: usize = segments.iter().map(|segment| segment.texts().len()).sum();
    let mut parts = Vec::with_capacity(count);
    let mut rest = segments;
    let mut left = total;
    for more in (1..=count).rev() {
        let mut taken = 0;
        let boundary = rest.iter().position(|segment| {
            // Half of a segment too much is better than half of one too little.
            let full = taken + segment.texts().len() / 2 > left / more;
            taken += if full { 0 } else { segment.texts().len() };
            full
        });
        let end = if more == 1 {
            rest.len()
        } else {
            boundary.unwrap_or(rest.len()).max(1)
        };
        let (part, after) = rest.split_at(end.min(rest.len()));
        parts.push(part);
        (rest, left) = (after, left.saturating_sub(taken));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Words and pieces of long runs, one after the other in everything.
type Both<T> = [T; 2];

/// What one thread counts in its part, of one kind of words.
struct Counted {
    /// The places in `words`, by the hash of the word.
    table: HashTable<u32>,
    /// As they come, and sorted in the end.
    words: Vec<Word>,
    /// The words in one piece: those that come often stay near.
    names: Vec<u8>,
}

/// A word, by its place in the names, and what is counted of it.
#[derive(Clone, Copy)]
struct Word {
    start: u32,
    end: u32,
    count: Count,
}

impl Default for Counted {
    fn default() -> Self {
        Self {
            table: HashTable::new(),
            words: Vec::with_capacity(ROOM / size_of::<Word>()),
            names: Vec::with_capacity(ROOM),
        }
    }
}

impl Counted {
    fn add(&mut self, text: &[u8], quote: u32) {
        let (words, names) = (&mut self.words, &mut self.names);
        let name = |place: &u32| words[*place as usize].of(names);
        let is = |place: &u32| name(place) == text;
        match self.table.entry(hash(text), is, |place| hash(name(place))) {
            Entry::Occupied(entry) => words[*entry.get() as usize].count.add(quote),
            Entry::Vacant(entry) => {
                entry.insert(number(words.len()));
                let start = number(names.len());
                names.extend_from_slice(text);
                let mut count = Count::default();
                count.add(quote);
                words.push(Word {
                    start,
                    end: number(names.len()),
                    count,
                });
            }
        }
    }

    fn sort(&mut self) {
        self.table = HashTable::new();
        let names = &self.names;
        self.words
            .sort_unstable_by(|a, b| a.of(names).cmp(b.of(names)));
    }

    /// The words with what was counted of them.
    fn iter(&self) -> impl Iterator<Item = (&[u8], Count)> {
        self.words
            .iter()
            .map(|word| (word.of(&self.names), word.count))
    }

    /// What was counted, by the numbers that the words have among all.
    fn renumber(&self, lexicon: &Lexicon) -> Vec<Count> {
        let mut counts = vec![Count::default(); lexicon.len()];
        let mut all = 0;
        for (word, count) in self.iter() {
            while all < lexicon.len() && lexicon.word(all) != word {
                all += 1;
            }
            counts[all] = count;
        }
        counts
    }
}

impl Word {
    fn of(self, names: &[u8]) -> &[u8] {
        &names[self.start as usize..self.end as usize]
    }
}

/// The numbers of the words of a lexicon, by their hash.
struct Numbers<'a> {
    lexicon: &'a Lexicon,
    table: HashTable<u32>,
}

impl<'a> Numbers<'a> {
    fn new(lexicon: &'a Lexicon) -> Self {
        let mut table = HashTable::with_capacity(lexicon.len());
        let rehash = |word: &u32| hash(lexicon.word(*word as usize));
        for word in 0..lexicon.len() {
            table.insert_unique(hash(lexicon.word(word)), number(word), rehash);
        }
        Self { lexicon, table }
    }

    fn get(&self, word: &[u8]) -> Option<u32> {
        let is = |at: &u32| self.lexicon.word(*at as usize) == word;
        self.table.find(hash(word), is).copied()
    }
}

fn hash(word: &[u8]) -> u64 {
    foldhash::fast::FixedState::with_seed(0).hash_one(word)
}

/// The index of the parts; none when it is not wanted any more. `report` is told now and then that
/// so many quotes more were read; each is read twice.
pub(super) fn build(
    parts: &[&Segments],
    keep_going: KeepGoing<'_>,
    report: &(dyn Fn(usize) + Sync),
) -> Option<Words> {
    let counted = each(parts.to_vec(), |part| {
        let mut both: Both<Counted> = Both::default();
        let mut add = |kind: usize, word: &[u8], quote| both[kind].add(word, quote);
        read(part, keep_going, report, &mut add)?;
        both.iter_mut().for_each(Counted::sort);
        Some(both)
    })?;
    let lexicons: Both<Lexicon> = std::array::from_fn(|kind| {
        let sorted = counted
            .iter()
            .map(|both| both[kind].iter().map(|(word, _)| word));
        merge(sorted.map(Iterator::peekable).collect())
    });
    let heavy = heavy(&counted, parts.iter().map(|part| len(part)).sum());
    let writers = |(part, counted): (&&Segments, Both<Counted>)| {
        let writer = |kind: usize| {
            let counts = counted[kind].renumber(&lexicons[kind]);
            Writer::new(&counts, len(part))
        };
        [writer(0), writer(1)]
    };
    let jobs = parts.iter().zip(counted).map(writers).zip(parts).collect();
    // One map for all, and nothing else of the first pass, so that the two never add up.
    let numbers: Both<_> = lexicons.each_ref().map(Numbers::new);
    let parts = each(jobs, |(mut writers, part): (Both<Writer>, &&Segments)| {
        let mut add = |kind: usize, word: &[u8], quote| {
            if let Some(word) = numbers[kind].get(word) {
                writers[kind].add(word, quote);
            }
        };
        read(part, keep_going, report, &mut add)?;
        let [words, pieces] = writers.map(Writer::finish);
        let heavy = answers(&lexicons, [&words, &pieces], &heavy, len(part));
        Some(Part {
            words,
            pieces,
            heavy,
        })
    })?;
    drop(numbers);
    let [words, pieces] = lexicons;
    Some(Words {
        all: words,
        pieces,
        heavy,
        parts,
    })
}

/// Does something with each, on as many threads.
fn each<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> Option<R> + Sync) -> Option<Vec<R>> {
    threads::each(items, work).into_iter().collect()
}

/// How many quotes a part has.
fn len(part: &Segments) -> usize {
    part.iter().map(|segment| segment.len()).sum()
}

/// Calls `see` with every word (0) and piece (1) of a part, and the number of its quote there.
fn read(
    part: &Segments,
    keep_going: KeepGoing<'_>,
    report: &(dyn Fn(usize) + Sync),
    see: &mut impl FnMut(usize, &[u8], u32),
) -> Option<()> {
    let mut quote = 0;
    for segment in part {
        for at in 0..segment.len() {
            if at % STEP == 0 && !keep_going() {
                return None;
            }
            let text = segment.text(at);
            for run in runs(text) {
                if is_short(&run) {
                    see(0, &text[run], quote);
                } else if let Ok(run) = std::str::from_utf8(&text[run]) {
                    windows(run).for_each(|piece| see(1, piece.as_bytes(), quote));
                }
            }
            quote += 1;
        }
        report(segment.len());
    }
    Some(())
}

/// All words of sorted lists, each once.
fn merge<'a>(mut lists: Vec<Peekable<impl Iterator<Item = &'a [u8]>>>) -> Lexicon {
    let mut words: Vec<&[u8]> = Vec::with_capacity(ROOM / size_of::<&[u8]>());
    while let Some(least) = lists
        .iter_mut()
        .filter_map(|list| list.peek())
        .min()
        .copied()
    {
        words.push(least);
        for list in &mut lists {
            list.next_if_eq(&least);
        }
    }
    Lexicon::new(&words)
}

/// The runs of one to three characters whose words together stand in too many quotes, numbered.
fn heavy(counted: &[Both<Counted>], total: usize) -> HashMap<u64, usize> {
    let mut weights: HashMap<u64, usize> = HashMap::new();
    for both in counted {
        for counted in both {
            for (word, count) in counted.iter() {
                let quotes = count.quotes as usize;
                let word = std::str::from_utf8(word).unwrap_or_default();
                grams(word, |gram| *weights.entry(gram).or_default() += quotes);
            }
        }
    }
    let heavy = weights
        .into_iter()
        .filter(|(_, weight)| *weight > HEAVY * total);
    heavy
        .enumerate()
        .map(|(at, (gram, _))| (gram, at))
        .collect()
}

/// The quotes of a part that hold each of the heavy runs.
fn answers(
    lexicons: &Both<Lexicon>,
    lists: Both<&Lists>,
    heavy: &HashMap<u64, usize>,
    len: usize,
) -> Vec<Bits> {
    let mut answers = vec![Bits::none(len); heavy.len()];
    for (lexicon, lists) in lexicons.iter().zip(lists) {
        for word in 0..lexicon.len() {
            grams(lexicon.text(word), |gram| {
                if let Some(at) = heavy.get(&gram) {
                    lists.add(word, &mut answers[*at]);
                }
            });
        }
    }
    answers
}
