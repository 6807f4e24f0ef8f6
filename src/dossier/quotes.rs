//! The speech of a dossier, kept small: an archive may hold a million quotes.
//!
//! | kept for each quote | why | bytes |
//! |---|---|---|
//! | its folded text | it is searched at every key | as many as the text |
//! | where its record begins, where its text ends | to read it again, to cut the text | 8 |
//! | speaker, role, date, occasion, language, topics, sources | they are searched and counted | 2 each, where they differ |
//! | a hash of its id | to find it by name | 8 |
//!
//! The record itself stays in its file (a small file in memory) and is read again when it is drawn:
//! a screen shows some thirty, at some five microseconds each. [`Quotes::get`] does that;
//! [`Quotes::facets`] answers from memory.

mod column;
mod facet;
mod file;
mod numbered;
mod segment;
mod values;

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use std::thread;

use memchr::memmem::Finder;
use serde::de::DeserializeOwned;

use super::{Id, Place, Quote, Text};
pub use column::{Column, NONE};
pub use facet::Facet;
pub use file::{Backing, QuoteFile};
pub(crate) use file::{MARK, Place as FilePlace};
pub use segment::{MAX_QUOTES, Segment};
pub use values::{Facets, Values};

/// Bits of the number of a quote in the table of ids; the rest are of the hash of its id.
const NUMBER_BITS: u32 = 24;

/// More quotes than this cannot be numbered.
pub const MOST: usize = 1 << NUMBER_BITS;

/// All speech, or a part of it, such as what was known at a date. Copies share what they hold.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    store: Arc<Store>,
    view: Option<Arc<View>>,
}

/// What was read, whatever is shown of it.
#[derive(Debug, Default)]
pub(crate) struct Store {
    pub(crate) file: QuoteFile,
    /// In the order of the file.
    pub(crate) segments: Vec<Arc<Segment>>,
    pub(crate) values: Values,
    /// Sorted: the upper bits of the hash of an id, the number of the quote in the lower.
    pub(crate) ids: Vec<u64>,
    /// Which quotes answer another, and the hash of its id.
    pub(crate) replies: Vec<(u32, u64)>,
    /// Answers that were cut because they led in a circle.
    pub(crate) cut: HashSet<u32>,
    /// What is left of records of which a part is wrong.
    pub(crate) partial: HashMap<u32, Box<str>>,
}

/// The name of a record, whatever else it says.
#[derive(serde::Deserialize)]
struct Named {
    id: Id,
}

/// Some of the quotes, and the sources of which their evidence counts.
#[derive(Debug)]
struct View {
    /// Their numbers in the store, in order.
    kept: Vec<u32>,
    sources: HashSet<Id>,
}

impl Quotes {
    pub(crate) fn new(store: Store) -> Self {
        Self {
            store: Arc::new(store),
            view: None,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.view {
            Some(view) => view.kept.len(),
            None => self.store.len(),
        }
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number in [`Quotes::segments`] of quote `at`.
    pub fn number(&self, at: usize) -> usize {
        match &self.view {
            Some(view) => view.kept[at] as usize,
            None => at,
        }
    }

    /// The quote, read from its record.
    pub fn get(&self, at: usize) -> Quote {
        let mut quote = self.store.read(self.number(at));
        if let Some(view) = &self.view {
            quote
                .evidence
                .retain(|evidence| view.sources.contains(&evidence.source));
        }
        quote
    }

    /// Every quote, read one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Quote> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// Who, when, where, about what: without reading the record.
    pub fn facets(&self, at: usize) -> Facets<'_> {
        let (segment, at) = self.store.segment(self.number(at));
        self.store.values.facets(segment, at)
    }

    /// The place of the quote of that name.
    pub fn find(&self, id: &Id) -> Option<usize> {
        let mut same = self.store.numbers(short(id_hash(id.as_str())));
        let number = same.find(|number| self.store.is(*number, id))?;
        self.place_of(number)
    }

    /// The place of a quote of the store, if it is shown.
    fn place_of(&self, number: usize) -> Option<usize> {
        let number32 = u32::try_from(number).ok()?;
        match &self.view {
            Some(view) => view.kept.binary_search(&number32).ok(),
            None => Some(number),
        }
    }

    /// The places of those of which one facet is `value`.
    pub fn having(&self, facet: Facet, value: &Id) -> impl Iterator<Item = usize> + '_ {
        let selected = self.store.values.numbers_of(facet, value);
        let segments = self.store.segments.iter();
        let numbers = segments.flat_map(move |segment| segment.numbers_with(facet, &selected));
        numbers.filter_map(|number| self.place_of(number))
    }

    /// The places of those whose folded text has one of some phrases, in order. Segments are searched as
    /// they are needed.
    pub(crate) fn with_any(&self, phrases: &[&str]) -> impl Iterator<Item = usize> + '_ {
        let owned = |phrase: &&str| Finder::new(*phrase).into_owned();
        let finders: Vec<_> = phrases.iter().map(owned).collect();
        let segments = self.store.segments.iter();
        let numbers = segments.flat_map(move |segment| segment.numbers_with_any(&finders));
        numbers.filter_map(|number| self.place_of(number))
    }

    /// The places of the quotes that answer the one of that name.
    pub fn answers_to<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = usize> + 'a {
        let hash = short(id_hash(id.as_str()));
        let replies = self.store.replies.iter();
        let numbers = replies
            .filter(move |(_, to)| *to == hash)
            .map(|(number, _)| *number as usize);
        let sure =
            numbers.filter(|number| self.store.read(*number).in_reply_to.as_ref() == Some(id));
        sure.filter_map(|number| self.place_of(number))
    }

    /// Where the record stands in its file.
    pub fn place(&self, at: usize) -> Place {
        let (line, _) = self.store.position(self.number(at));
        Place {
            file: Text::new(&self.store.file.name),
            line,
        }
    }

    /// Those that rest on one of `sources`, and of their evidence what does.
    #[must_use]
    pub fn resting_on(&self, sources: &HashSet<&Id>) -> Self {
        let (store, values) = (&self.store, &self.store.values);
        let known = |list: &[Id]| list.iter().any(|id| sources.contains(id));
        let lists = values.sources.iter();
        let is_known: Vec<bool> = lists.map(|list| known(list)).collect();
        let kept = (0..store.len()).filter(|number| {
            let (segment, at) = store.segment(*number);
            let value = segment.column(Facet::Sources).value(at);
            value.is_some_and(|value| is_known[value as usize])
        });
        let view = View {
            kept: kept
                .filter_map(|number| u32::try_from(number).ok())
                .collect(),
            sources: sources.iter().map(|id| (*id).clone()).collect(),
        };
        Self {
            store: Arc::clone(store),
            view: Some(Arc::new(view)),
        }
    }

    /// Those whose place is kept, with all of their evidence.
    #[must_use]
    pub(super) fn only(&self, kept: impl Fn(usize) -> bool) -> Self {
        let places = (0..self.len()).filter(|at| kept(*at));
        let numbers = places.filter_map(|at| u32::try_from(self.number(at)).ok());
        let all = || {
            self.store
                .values
                .sources
                .iter()
                .flatten()
                .cloned()
                .collect()
        };
        let sources = self.view.as_ref().map(|view| view.sources.clone());
        let view = View {
            kept: numbers.collect(),
            sources: sources.unwrap_or_else(all),
        };
        Self {
            store: Arc::clone(&self.store),
            view: Some(Arc::new(view)),
        }
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Do both come from one reading of a file?
    pub fn shares_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.store, &other.store)
    }

    /// The segment of quote `at`, and its place there.
    pub fn segment_of(&self, at: usize) -> (&Segment, usize) {
        self.store.segment(self.number(at))
    }

    /// What is kept of them in memory, in the order of the file, whatever is shown of it.
    pub fn segments(&self) -> &[Arc<Segment>] {
        &self.store.segments
    }

    /// The values that their facets have.
    pub fn values(&self) -> &Values {
        &self.store.values
    }

    /// The numbers in [`Quotes::segments`] of those that are shown; none where all are.
    pub fn shown(&self) -> Option<&[u32]> {
        self.view.as_deref().map(|view| view.kept.as_slice())
    }
}

impl Store {
    pub(crate) fn len(&self) -> usize {
        self.segments
            .last()
            .map_or(0, |last| last.first() + last.len())
    }

    /// The segment of a quote, and its place there.
    pub(crate) fn segment(&self, number: usize) -> (&Segment, usize) {
        let after = self.segments.partition_point(|s| s.first() <= number);
        let segment = &self.segments[after - 1];
        (segment, number - segment.first())
    }

    /// Where the record stands in the file.
    pub(crate) fn range(&self, number: usize) -> Range<u64> {
        let (segment, at) = self.segment(number);
        segment.range(at)
    }

    /// Is a quote called so? Of its record only the name is read.
    fn is(&self, number: usize, id: &Id) -> bool {
        let named = self.record::<Named>(number);
        match named.filter(|named| self.has(&named.id, number)) {
            Some(named) => named.id == *id,
            None => self.remembered(number).id == *id,
        }
    }

    /// The record of a quote as it is in the file, without what is wrong in it.
    fn record<T: DeserializeOwned>(&self, number: usize) -> Option<T> {
        let parse = |text: &str| {
            let mut values = serde_json::Deserializer::from_str(text).into_iter::<T>();
            values.next()?.ok()
        };
        let place = u32::try_from(number).ok()?;
        match self.partial.get(&place) {
            Some(rest) => parse(rest),
            None => self.file.record(self.range(number), parse),
        }
    }

    fn read(&self, number: usize) -> Quote {
        let quote = self.record::<Quote>(number);
        match quote.filter(|quote| self.has(&quote.id, number)) {
            Some(mut quote) => {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                if self.cut.contains(&number) {
                    quote.in_reply_to = None;
                }
                quote
            }
            None => self.remembered(number),
        }
    }

    /// Is that the id of that quote? While reading goes on it cannot be told.
    fn has(&self, id: &Id, number: usize) -> bool {
        let key = key(id_hash(id.as_str()), number);
        self.ids.is_empty() || self.ids.binary_search(&key).is_ok()
    }

    /// What is left of a quote whose file was changed under it.
    fn remembered(&self, number: usize) -> Quote {
        let (segment, at) = self.segment(number);
        let facets = self.values.facets(segment, at);
        let text = String::from_utf8_lossy(segment.text(at));
        Quote::remembered(number, &text, &facets)
    }

    /// The numbers of the quotes whose id has this short hash.
    pub(crate) fn numbers(&self, short: u64) -> impl Iterator<Item = usize> {
        let first = self.ids.partition_point(|key| *key >> NUMBER_BITS < short);
        let same = self.ids[first..]
            .iter()
            .take_while(move |key| *key >> NUMBER_BITS == short);
        same.filter_map(|key| usize::try_from(key & ((1 << NUMBER_BITS) - 1)).ok())
    }

    /// Line and column of a record, both from 1.
    pub(crate) fn position(&self, number: usize) -> (usize, usize) {
        FilePlace::new(&self.file).move_to(self.range(number).start)
    }
}

/// How many threads there is work for. The system is asked once: it looks into several files.
pub fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, NonZero::get))
}

/// The hash of an id. It is never stored in a file.
pub(crate) fn id_hash(id: &str) -> u64 {
    use std::hash::BuildHasher;
    foldhash::fast::FixedState::with_seed(0).hash_one(id)
}

/// The part of a hash that the table of ids keeps.
pub(crate) fn short(hash: u64) -> u64 {
    hash >> NUMBER_BITS
}

/// An entry of the table of ids.
pub(crate) fn key(hash: u64, number: usize) -> u64 {
    short(hash) << NUMBER_BITS | number as u64
}

impl Quote {
    fn remembered(number: usize, text: &str, facets: &Facets<'_>) -> Self {
        let lost = "The file has changed since it was read: these are its words as they are \
                    searched, without capitals. Open the dossier again to see the record.";
        Self {
            id: Id::numbered("quote", number + 1),
            speaker: facets.speaker.clone(),
            role: facets.role.cloned(),
            said: facets.said.cloned(),
            event: facets.event.cloned(),
            language: facets.language.cloned(),
            translation: super::quote::Translation::Unknown,
            text: Text::new(text),
            kind: super::quote::QuoteKind::default(),
            prompt: None,
            in_reply_to: None,
            addressee: None,
            sequence: None,
            evidence: Vec::new(),
            topics: facets.topics.to_vec(),
            note: Some(Text::new(lost)),
        }
    }
}
