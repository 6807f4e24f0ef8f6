//! Search through the quotes of an archive.
//!
//! Quotes come in segments of some tens of thousands (see [`crate::dossier::quotes`]); as many
//! parts of them as there are cores are searched at once. What a query finds in a part is a set of
//! bits, one for each quote:
//!
//! ```text
//! Query ─► Plan: which values, which words ─► parts: facets, words or texts ─► Found
//! ```
//!
//! Until the index is built texts are read: they lie in one piece for each segment, and those of
//! a million quotes are read in some ten milliseconds on two cores. The index (`words`) makes that
//! a few, at the cost of a fifth of the text. A query that goes on from the one before looks only
//! at what that found.

pub use keep_going::KeepGoing;
mod bitset;
mod build;
mod facts;
mod inverted_index;
mod keep_going;
mod lexicon;
mod missing;
mod names;
mod part;
mod plan;
mod postings;
mod rank;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use bitset::Bits;
use build::Segments;
use facts::Facts;
use inverted_index::Words;
use part::{Answer, Part};
use plan::{Known, Plan};

use super::{Found, MatchCounts, Order, Query};
use crate::dossier::quotes::NONE;
use crate::dossier::{Dossier, Quotes};
use crate::system::threads::each;

/// Fewer quotes than this are read so fast that an index is of no use.
const FEW: usize = 5_000;

/// The quotes of a dossier, ready to be searched.
#[derive(Debug, Default)]
pub struct Engine {
    quotes: Quotes,
    facts: Facts,
    /// The index, once it is built; shared by those who search the same quotes.
    words: Arc<OnceLock<Words>>,
    /// Held while somebody searches, for whom the building of the index makes room.
    turn: RwLock<()>,
    /// The numbers of the quotes that are contested.
    contested: Vec<u32>,
}

impl Engine {
    /// For the quotes of a dossier. `contested` are the places of those that are, in order;
    /// an engine over the same quotes shares its index.
    pub fn new(dossier: &Dossier, contested: &[usize], before: Option<&Self>) -> Self {
        let quotes = dossier.quotes.clone();
        let shared = before.filter(|engine| engine.quotes.shares_with(&quotes));
        let number = |at: &usize| match quotes.shown() {
            Some(shown) => shown.get(*at).copied(),
            None => u32::try_from(*at).ok(),
        };
        Self {
            facts: Facts::new(dossier),
            contested: contested.iter().filter_map(number).collect(),
            words: shared.map_or_else(Arc::default, |engine| Arc::clone(&engine.words)),
            turn: RwLock::default(),
            quotes,
        }
    }

    /// How many quotes are searched.
    pub fn len(&self) -> usize {
        self.quotes.len()
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.quotes.is_empty()
    }

    /// Is there an index to be built that is worth while?
    pub fn wants_index(&self) -> bool {
        self.words.get().is_none() && self.quotes.len() >= FEW
    }

    /// Builds the index. `report` is told now and then that so many quotes more were read; each is
    /// read twice. Gives up when it is not wanted any more.
    pub fn build_index(&self, keep_going: KeepGoing<'_>, report: &(dyn Fn(usize) + Sync)) {
        // Who waits for an answer has both cores; nobody waits for the index.
        let goes_on = || {
            drop(self.turn.read());
            keep_going()
        };
        if let Some(words) = build::build(&self.parts(), &goes_on, report) {
            // Somebody else may have built the same.
            let _ = self.words.set(words);
        }
    }

    /// Bytes of the folded texts, and of the index as far as it is built.
    pub fn bytes(&self) -> (usize, usize) {
        let texts = self.quotes.segments().iter().map(|s| s.texts().len());
        (texts.sum(), self.words.get().map_or(0, Words::bytes))
    }

    /// What a query finds, in some order. `before` is the query that was answered last and what
    /// it found. None when the answer was not wanted any more.
    pub fn search(
        &self,
        query: &Query,
        order: Order,
        before: Option<(&Query, &Found)>,
        keep_going: KeepGoing<'_>,
    ) -> Option<Found> {
        let _turn = self.turn.write().unwrap_or_else(PoisonError::into_inner);
        let marked = self.marked(query);
        let known = Known {
            contested: &self.contested,
            marked: &marked,
        };
        let plan = Plan::new(query, &self.facts, known, self.words.get());
        let prior = before
            .filter(|(before, _)| query.narrows(before))
            .and_then(|(_, found)| found.ordered_list())
            .filter(|_| self.quotes.shown().is_none());
        let answers = self.each_part(keep_going, |part| {
            let known = prior.or(self.quotes.shown());
            let alive = known.map_or_else(|| Bits::all(part.len()), |list| part.within(list));
            part.answer(&plan, &self.facts, alive)
        })?;
        let found = self.join(query, answers);
        match order {
            Order::Dossier => Some(found),
            Order::Newest => Some(self.newest(found)),
            Order::Best => self.best(&plan, found, keep_going),
        }
    }

    /// The numbers of the quotes that are marked, in order.
    fn marked(&self, query: &Query) -> Vec<u32> {
        let places = query.marked.quotes().filter(|place| *place < self.len());
        let numbers = places.map(|place| self.quotes.number(place));
        numbers
            .filter_map(|number| u32::try_from(number).ok())
            .collect()
    }

    fn parts(&self) -> Vec<&Segments> {
        build::parts(self.quotes.segments())
    }

    /// Does something with every part, each on a core; in order. None when it is not wanted.
    fn each_part<T: Send>(
        &self,
        keep_going: KeepGoing<'_>,
        answer: impl Fn(&Part<'_>) -> T + Sync,
    ) -> Option<Vec<T>> {
        let words = |at: usize| self.words.get().and_then(|words| words.parts.get(at));
        let parts: Vec<_> = self
            .parts()
            .into_iter()
            .enumerate()
            .map(|(at, segments)| Part::new(segments, words(at), keep_going))
            .collect();
        let answers = match parts.as_slice() {
            [one] => vec![answer(one)],
            all => each(all, answer),
        };
        keep_going().then_some(answers)
    }

    /// One list of what was found in the parts.
    fn join(&self, query: &Query, answers: Vec<Answer>) -> Found {
        let total = answers.iter().map(|answer| answer.numbers.len()).sum();
        let mut records = Vec::with_capacity(total);
        let mut tally = MatchCounts::default();
        let mut years: BTreeMap<i64, usize> = BTreeMap::new();
        for answer in answers {
            records.extend(answer.numbers);
            tally.add(answer.tally);
            for (year, count) in answer.years {
                *years.entry(year).or_default() += count;
            }
        }
        if let Some(shown) = self.quotes.shown() {
            to_places(&mut records, shown);
        }
        let mut found = Found::in_order(records);
        found.tally = query.window().map(|_| tally);
        found.years = years.into_iter().collect();
        found
    }
}

/// Numbers of quotes, in order, to their places among those that are shown.
fn to_places(numbers: &mut [u32], shown: &[u32]) {
    let mut from = 0;
    for number in numbers {
        from += shown[from..].partition_point(|other| *other < *number);
        *number = u32::try_from(from).unwrap_or(NONE);
    }
}
