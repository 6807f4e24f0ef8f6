//! Builds the index in two passes over the texts, each on every core: the first counts the words,
//! the second writes down where they stand. Counted beforehand, every list is written into the
//! room that it needs, and nothing is ever held twice.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use foldhash::{HashMap, HashMapExt};

use super::bits::Bits;
use super::lexicon::Lexicon;
use super::lists::{Count, Lists, Writer, number};
use super::Wanted;
use super::words::{LONG, Part, Words, grams, runs, windows};
use crate::dossier::quotes::Segment;

/// The union of more quotes than this (times all of them) is kept.
const HEAVY: usize = 1;

/// More parts than this would each have too little to do.
const PARTS: usize = 8;

/// The quotes of some segments that follow each other.
pub(super) type Segments = [Arc<Segment>];

/// Cuts the segments into as many parts as there are cores, of about the same size.
pub(super) fn parts(segments: &Segments) -> Vec<&Segments> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let wanted = cores.min(PARTS).min(segments.len()).max(1);
    let total: usize = segments.iter().map(|segment| segment.texts().len()).sum();
    let mut parts = Vec::with_capacity(wanted);
    let mut rest = segments;
    let mut left = total;
    for more in (1..=wanted).rev() {
        let mut taken = 0;
        let end = rest.iter().position(|segment| {
            // Half of a segment too much is better than half of one too little.
            let full = taken + segment.texts().len() / 2 > left / more;
            taken += if full { 0 } else { segment.texts().len() };
            full
        });
        let end = if more == 1 { rest.len() } else { end.unwrap_or(rest.len()).max(1) };
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
#[derive(Default)]
struct Counted<'a> {
    numbers: HashMap<&'a [u8], u32>,
    counts: Vec<Count>,
    /// The words in order, once all are counted.
    sorted: Vec<(&'a [u8], u32)>,
}

impl<'a> Counted<'a> {
    fn add(&mut self, word: &'a [u8], quote: u32) {
        let next = number(self.counts.len());
        let word = *self.numbers.entry(word).or_insert(next);
        if word == next {
            self.counts.push(Count::default());
        }
        self.counts[word as usize].add(quote);
    }

    fn sort(&mut self) {
        self.sorted = std::mem::take(&mut self.numbers).into_iter().collect();
        self.sorted.sort_unstable();
    }

    /// What was counted, by the numbers that the words have among all.
    fn renumber(&self, lexicon: &Lexicon) -> Vec<Count> {
        let mut counts = vec![Count::default(); lexicon.len()];
        let mut all = 0;
        for (word, own) in &self.sorted {
            while all < lexicon.len() && lexicon.word(all) != *word {
                all += 1;
            }
            counts[all] = self.counts[*own as usize];
        }
        counts
    }
}

/// The index of the parts; none when it is not wanted any more. `report` is told now and then that
/// so many quotes more were read; each is read twice.
pub(super) fn build(
    parts: &[&Segments],
    wanted: Wanted<'_>,
    report: &(dyn Fn(usize) + Sync),
) -> Option<Words> {
    let counted = each(parts.to_vec(), |part| {
        let mut both: Both<Counted<'_>> = Both::default();
        let mut add = |kind: usize, word, quote| both[kind].add(word, quote);
        read(part, wanted, report, &mut add)?;
        both.iter_mut().for_each(Counted::sort);
        Some(both)
    })?;
    let lexicons: Both<Lexicon> = std::array::from_fn(|kind| {
        let sorted = counted.iter().map(|both| both[kind].sorted.as_slice());
        merge(sorted.collect())
    });
    let heavy = heavy(&counted, parts.iter().map(|part| len(part)).sum());
    let writers = |(part, counted): (&&Segments, Both<Counted<'_>>)| {
        let writer = |kind: usize| {
            let counts = counted[kind].renumber(&lexicons[kind]);
            Writer::new(&counts, len(part))
        };
        [writer(0), writer(1)]
    };
    let jobs = parts.iter().zip(counted).map(writers).zip(parts).collect();
    // One map for all, and nothing else of the first pass, so that the two never add up.
    let numbers: Both<_> = lexicons.each_ref().map(Lexicon::numbers);
    let parts = each(jobs, |(mut writers, part): (Both<Writer>, &&Segments)| {
        let mut add = |kind: usize, word: &[u8], quote| {
            if let Some(word) = numbers[kind].get(word) {
                writers[kind].add(*word, quote);
            }
        };
        read(part, wanted, report, &mut add)?;
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
        words,
        pieces,
        heavy,
        parts,
    })
}

/// Does something with each, on as many threads.
fn each<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> Option<R> + Sync) -> Option<Vec<R>> {
    let work = &work;
    thread::scope(|scope| {
        let threads = items.into_iter().map(|item| scope.spawn(move || work(item)));
        // All are begun before the first is waited for.
        let threads: Vec<_> = threads.collect();
        let results = threads.into_iter().map(|thread| thread.join().ok().flatten());
        results.collect()
    })
}

/// How many quotes a part has.
fn len(part: &Segments) -> usize {
    part.iter().map(|segment| segment.len()).sum()
}

/// Calls `see` with every word (0) and piece (1) of a part, and the number of its quote there.
fn read<'a>(
    part: &'a Segments,
    wanted: Wanted<'_>,
    report: &(dyn Fn(usize) + Sync),
    see: &mut dyn FnMut(usize, &'a [u8], u32),
) -> Option<()> {
    let mut quote = 0;
    for segment in part {
        if !wanted() {
            return None;
        }
        for at in 0..segment.len() {
            let text = segment.text(at);
            for run in runs(text) {
                let run = &text[run];
                if run.len() <= LONG {
                    see(0, run, quote);
                } else if let Ok(run) = std::str::from_utf8(run) {
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
fn merge(mut lists: Vec<&[(&[u8], u32)]>) -> Lexicon {
    let mut words: Vec<&[u8]> = Vec::new();
    while let Some(least) = lists.iter().filter_map(|list| list.first()).map(|(word, _)| *word).min() {
        words.push(least);
        for list in &mut lists {
            if let Some(((first, _), rest)) = list.split_first()
                && *first == least
            {
                *list = rest;
            }
        }
    }
    Lexicon::new(&words)
}

/// The runs of one to three characters whose words together stand in too many quotes, numbered.
fn heavy(counted: &[Both<Counted<'_>>], total: usize) -> HashMap<u64, usize> {
    let mut weights: HashMap<u64, usize> = HashMap::new();
    for both in counted {
        for counted in both {
            for (word, own) in &counted.sorted {
                let quotes = counted.counts[*own as usize].quotes as usize;
                let word = std::str::from_utf8(word).unwrap_or_default();
                grams(word, |gram| *weights.entry(gram).or_default() += quotes);
            }
        }
    }
    let heavy = weights.into_iter().filter(|(_, weight)| *weight > HEAVY * total);
    heavy.enumerate().map(|(at, (gram, _))| (gram, at)).collect()
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
