//! Blocks joined in the order of the file: ids that stand twice are found, and the values of all
//! blocks get one number each.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::block::Block;
use super::facet_counts::FacetCounts;
use crate::dossier::quote::QuoteKind;
use crate::dossier::quotes::{Column, Facet, MOST, NONE, Segment, Values, key};
use crate::dossier::{Date, Id, Text};

/// What was read so far.
pub(super) struct Gathered {
    pub(super) segments: Vec<Arc<Segment>>,
    pub(super) values: Values,
    /// The table of ids, not yet in order.
    pub(super) ids: Vec<u64>,
    pub(super) replies: Vec<(u32, u64)>,
    /// Numbers of quotes that are to be looked at again.
    pub(super) doubtful: Vec<usize>,
    /// Places in the file of records that cannot be read, or whose id stands before.
    pub(super) broken: Vec<(u64, u64)>,
    pub(super) twice: Vec<(u64, u64)>,
    /// What is left of records of which a part is wrong, by number.
    pub(super) partial: std::collections::HashMap<u32, Box<str>>,
    /// Records that are more than can be numbered.
    pub(super) too_many: usize,
    seen: HashSet<u64>,
    numbers: [HashMap<Box<str>, u32>; Facet::ALL.len()],
}

impl Gathered {
    /// Nothing yet; `taken` are the hashes of the ids of all other records.
    pub(super) fn new(taken: impl Iterator<Item = u64>) -> Self {
        let mut seen = HashSet::new();
        seen.extend(taken);
        Self {
            segments: Vec::new(),
            values: Values::default(),
            ids: Vec::new(),
            replies: Vec::new(),
            doubtful: Vec::new(),
            broken: Vec::new(),
            twice: Vec::new(),
            partial: std::collections::HashMap::new(),
            too_many: 0,
            seen,
            numbers: std::array::from_fn(|_| HashMap::new()),
        }
    }

    /// How many quotes there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Adds the next block.
    pub(super) fn add(&mut self, mut block: Block) {
        let at = |place: u32| block.offset + u64::from(place);
        let ranges = block
            .broken
            .iter()
            .map(|range| (at(range.start), at(range.end)));
        self.broken.extend(ranges);
        let keep = self.keep(&block);
        if keep.contains(&false) {
            block = block.keeping(&keep);
        }
        if block.len() == 0 {
            return;
        }
        let first = self.len();
        let number = |place: u16| first + usize::from(place);
        self.doubtful
            .extend(block.doubtful.iter().map(|place| number(*place)));
        let partial = std::mem::take(&mut block.partial).into_iter();
        let numbered =
            partial.filter_map(|(at, rest)| Some((u32::try_from(number(at)).ok()?, rest)));
        self.partial.extend(numbered);
        let replies = block
            .replies
            .iter()
            .map(|(place, to)| (u32::try_from(number(*place)).unwrap_or(NONE), *to));
        self.replies.extend(replies);
        let ids = block.ids.iter().enumerate();
        self.ids
            .extend(ids.map(|(place, hash)| key(*hash, first + place)));
        let segment = self.segment(first, block);
        self.segments.push(Arc::new(segment));
    }

    /// Which records of a block are to be kept: those whose id is new.
    fn keep(&mut self, block: &Block) -> Vec<bool> {
        let mut left = MOST - self.len();
        let mut keep = Vec::with_capacity(block.len());
        for (place, hash) in block.ids.iter().enumerate() {
            let is_new = self.seen.insert(*hash);
            if !is_new {
                let range = block.range(place);
                self.twice.push(range);
            } else if left == 0 {
                self.too_many += 1;
            }
            keep.push(is_new && left > 0);
            left = left.saturating_sub(usize::from(is_new));
        }
        keep
    }

    fn segment(&mut self, first: usize, block: Block) -> Segment {
        let mut starts = block.starts;
        starts.push(block.end);
        let mut facets = block.facets.into_iter().zip(Facet::ALL);
        Segment {
            first,
            offset: block.offset,
            starts: starts.into(),
            text: block.text.into(),
            ends: block.ends.into(),
            columns: std::array::from_fn(|_| {
                let column = facets
                    .next()
                    .map(|(tally, facet)| self.column(facet, tally));
                column.unwrap_or_default()
            }),
        }
    }

    fn column(&mut self, facet: Facet, tally: FacetCounts) -> Column {
        let numbers = tally
            .values
            .iter()
            .map(|value| match value {
                Some(value) => self.number(facet, value),
                None => NONE,
            })
            .collect();
        Column::new(tally.locals, numbers)
    }

    /// The number of a value, which is new or stands in an earlier block.
    fn number(&mut self, facet: Facet, value: &str) -> u32 {
        let numbers = &mut self.numbers[facet as usize];
        if let Some(number) = numbers.get(value) {
            return *number;
        }
        let number = u32::try_from(numbers.len()).unwrap_or(NONE);
        let added = self.values.add(facet, value);
        debug_assert!(
            added.is_some(),
            "a value that was found sound is not: {value}"
        );
        numbers.insert(value.into(), number);
        number
    }
}

impl Values {
    /// Adds a value, from its raw text in a [`Block`].
    fn add(&mut self, facet: Facet, raw: &str) -> Option<()> {
        match facet {
            Facet::Speaker => self.speakers.push(Id::new(raw).ok()?),
            Facet::Role => self.roles.push(Text::new(raw)),
            Facet::Said => self.said.push(serde_json::from_str::<Date>(raw).ok()?),
            Facet::Event => self.events.push(Id::new(raw).ok()?),
            Facet::Language => self.languages.push(Text::new(raw)),
            Facet::Topics => {
                let topics: Vec<Id> = serde_json::from_str(raw).ok()?;
                self.topics.push(topics.into());
            }
            Facet::Sources => {
                let ids: Result<Vec<_>, _> = raw.lines().map(Id::new).collect();
                self.sources.push(ids.ok()?.into());
            }
            Facet::Addressee => self.addressees.push(Id::new(raw).ok()?),
            Facet::Kind => self.kinds.push(QuoteKind::of(raw)?),
        }
        Some(())
    }
}

impl Block {
    /// Where record `place` stands in the file.
    fn range(&self, place: usize) -> (u64, u64) {
        let end = self.starts.get(place + 1).copied().unwrap_or(self.end);
        let at = |place: u32| self.offset + u64::from(place);
        (at(self.starts[place]), at(end))
    }

    /// Only the records that are to be kept.
    fn keeping(self, keep: &[bool]) -> Self {
        fn chosen<T: Copy>(all: &[T], keep: &[bool]) -> Vec<T> {
            let kept = all.iter().zip(keep).filter(|(_, keep)| **keep);
            kept.map(|(one, _)| *one).collect()
        }
        let mut places = Vec::with_capacity(keep.len());
        let mut next = 0;
        for kept in keep {
            places.push(kept.then_some(next));
            next += u16::from(*kept);
        }
        let moved = |place: u16| places[usize::from(place)];
        let mut text = Vec::with_capacity(self.text.len());
        let mut ends = Vec::with_capacity(self.ends.len());
        let mut start = 0;
        for (end, keep) in self.ends.iter().zip(keep) {
            if *keep {
                text.extend_from_slice(&self.text[start..*end as usize]);
                ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            }
            start = *end as usize;
        }
        let replies = self.replies.iter();
        let partial = self.partial.into_iter();
        Self {
            text,
            ends,
            starts: chosen(&self.starts, keep),
            ids: chosen(&self.ids, keep),
            replies: replies
                .filter_map(|(p, to)| Some((moved(*p)?, *to)))
                .collect(),
            doubtful: self.doubtful.iter().filter_map(|p| moved(*p)).collect(),
            partial: partial
                .filter_map(|(p, rest)| Some((moved(p)?, rest)))
                .collect(),
            facets: self.facets.map(|mut tally| {
                tally.locals = chosen(&tally.locals, keep);
                tally
            }),
            ..self
        }
    }
}
