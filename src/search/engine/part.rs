//! A plan carried out over one part of the quotes.

use std::collections::BTreeMap;

use super::KeepGoing;
use super::bitset::Bits;
use super::build::Segments;
use super::facts::Facts;
use super::inverted_index;
use super::plan::{Check, Clauses, Plan, Wording};
use crate::dossier::date::Falls;
use crate::dossier::quotes::{Facet, NONE, Segment};
use crate::search::fuzzy::Likeness;
use crate::search::runs::{is_short, runs};
use crate::search::{How, MatchCounts, hits};

/// So few texts are read faster than the lists of words are joined.
const FEW: usize = if cfg!(test) { 3 } else { 3_000 };

/// If more than one quote in so many is to be read, all are read in one go.
const MANY: usize = 8;

/// Some segments that follow each other, and the index of them, if that is built.
pub(super) struct Part<'a> {
    segments: &'a Segments,
    words: Option<&'a inverted_index::Part>,
    keep_going: KeepGoing<'a>,
}

/// What was found in a part.
#[derive(Default)]
pub(super) struct Answer {
    /// The numbers of the quotes, in order.
    pub(super) numbers: Vec<u32>,
    pub(super) tally: MatchCounts,
    pub(super) years: BTreeMap<i64, usize>,
}

impl<'a> Part<'a> {
    pub(super) fn new(
        segments: &'a Segments,
        words: Option<&'a inverted_index::Part>,
        keep_going: KeepGoing<'a>,
    ) -> Self {
        Self {
            segments,
            words,
            keep_going,
        }
    }

    /// The number of its first quote.
    fn first(&self) -> usize {
        self.segments.first().map_or(0, |segment| segment.first())
    }

    /// How many quotes it has.
    pub(super) fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.len()).sum()
    }

    /// Each segment with the place of its first quote in the part.
    fn placed(&self) -> impl Iterator<Item = (&'a Segment, usize)> {
        let first = self.first();
        let segments = self.segments.iter();
        segments.map(move |segment| (&**segment, segment.first() - first))
    }

    /// The members of a sorted list of numbers that lie in the part.
    pub(super) fn within(&self, list: &[u32]) -> Bits {
        let mut bits = Bits::none(self.len());
        for number in self.slice(list) {
            bits.insert(*number as usize - self.first());
        }
        bits
    }

    /// The run of a sorted list of numbers that lies in the part.
    pub(super) fn slice<'l>(&self, list: &'l [u32]) -> &'l [u32] {
        let place = |number: usize| list.partition_point(|n| (*n as usize) < number);
        &list[place(self.first())..place(self.first() + self.len())]
    }

    /// Which of the quotes that are `alive` a plan holds of.
    pub(super) fn answer(&self, plan: &Plan<'_>, facts: &Facts, mut alive: Bits) -> Answer {
        for clause in &plan.clauses {
            if alive.is_empty() || !(self.keep_going)() {
                return Answer::default();
            }
            let holds = self.clause(clause, &alive);
            if clause.excluded {
                alive.and_not(&holds);
            } else {
                alive.and(&holds);
            }
        }
        self.timed(plan, facts, &alive)
    }

    /// Of which quotes one of the checks holds. Of those that are not alive it may tell anything.
    fn clause(&self, clause: &Clauses<'_>, alive: &Bits) -> Bits {
        let mut any = Bits::none(self.len());
        for check in &clause.any_of {
            match check {
                Check::Value(facet, selected) => self.values(*facet, selected, &mut any),
                Check::Number(numbers) => any.or(&self.within(numbers)),
                Check::Without(facet) => self.without(*facet, &mut any),
                Check::Text(wording) => {
                    self.values(Facet::Speaker, &wording.speakers, &mut any);
                    any.or(&self.wording(wording, alive));
                }
            }
        }
        any
    }

    /// Adds the quotes of which a facet has one of the values.
    fn values(&self, facet: Facet, selected: &[bool], any: &mut Bits) {
        if !selected.contains(&true) {
            return;
        }
        for (segment, first) in self.placed() {
            let column = segment.column(facet);
            let local = column.locals_of(selected);
            if local.contains(&true) {
                let all = (0..segment.len()).filter(|at| local[column.local(*at)]);
                all.for_each(|at| any.insert(first + at));
            }
        }
    }

    /// Adds the quotes that leave a facet out.
    fn without(&self, facet: Facet, any: &mut Bits) {
        for (segment, first) in self.placed() {
            let column = segment.column(facet);
            if column.values().contains(&NONE) {
                let all = (0..segment.len()).filter(|at| column.value(*at).is_none());
                all.for_each(|at| any.insert(first + at));
            }
        }
    }

    /// The quotes whose text holds a word or phrase.
    pub(super) fn wording(&self, wording: &Wording<'_>, alive: &Bits) -> Bits {
        let count = alive.count();
        match (self.words, &wording.looked) {
            (Some(words), Some(looked)) if count > FEW => {
                let mut found = words.candidates(looked, self.len());
                found.unsure.and(alive);
                found.unsure.and_not(&found.sure);
                found.sure.or(&self.read(wording, found.unsure));
                found.sure
            }
            _ => self.read(wording, alive.clone()),
        }
    }

    /// Reads the texts of some quotes, or all in one go where they are many.
    fn read(&self, wording: &Wording<'_>, which: Bits) -> Bits {
        let count = which.count();
        if count == 0 {
            return which;
        }
        if wording.how != How::Like && count * MANY > self.len() {
            let mut found = Bits::none(self.len());
            for (segment, first) in self.placed() {
                if (self.keep_going)() {
                    scan(segment, wording, |at| found.insert(first + at));
                }
            }
            found.and(&which);
            return found;
        }
        let mut found = Bits::none(self.len());
        let mut likeness = (wording.how == How::Like).then(|| Likeness::new(wording.needle));
        for (at, text) in self.texts(&which) {
            let holds = match (&mut likeness, wording.how) {
                (Some(likeness), _) => likeness.any(words_of(text)),
                (None, _) => wording.holds(text),
            };
            if holds {
                found.insert(at);
            }
        }
        found
    }

    /// The folded texts of quotes of the part, by their numbers, which are in order.
    pub(super) fn texts_of<'l>(
        &self,
        numbers: &'l [u32],
    ) -> impl Iterator<Item = &'a [u8]> + use<'a, 'l> {
        let mut segments = self.segments.iter().peekable();
        numbers.iter().filter_map(move |number| {
            let number = *number as usize;
            while segments
                .peek()
                .is_some_and(|s| s.first() + s.len() <= number)
            {
                segments.next();
            }
            let segment = segments.peek()?;
            Some(segment.text(number - segment.first()))
        })
    }

    /// The folded texts of some quotes, with their places.
    fn texts(&self, which: &Bits) -> impl Iterator<Item = (usize, &'a [u8])> {
        let mut segments = self.placed().peekable();
        which.iter().filter_map(move |at| {
            while segments
                .peek()
                .is_some_and(|(segment, first)| first + segment.len() <= at)
            {
                segments.next();
            }
            let (segment, first) = segments.peek()?;
            Some((at, segment.text(at - first)))
        })
    }

    /// Tells the time of what was found.
    fn timed(&self, plan: &Plan<'_>, facts: &Facts, found: &Bits) -> Answer {
        let mut answer = Answer {
            numbers: Vec::with_capacity(found.count()),
            ..Answer::default()
        };
        let mut found = found.iter().peekable();
        for (segment, first) in self.placed() {
            let column = segment.column(Facet::Said);
            let falls = plan.falls.as_ref().map(|falls| {
                let of = |value: &u32| falls.get(*value as usize).copied();
                let values = column.values().iter();
                values
                    .map(|value| of(value).unwrap_or(Falls::Unknown))
                    .collect::<Vec<_>>()
            });
            let mut counts = vec![0; column.values().len()];
            while let Some(at) = found.next_if(|at| *at < first + segment.len()) {
                let local = column.local(at - first);
                let falls = falls.as_ref().map(|falls| falls[local]);
                if answer.tally.counts(falls) {
                    counts[local] += 1;
                    let number = u32::try_from(self.first() + at).unwrap_or(u32::MAX);
                    answer.numbers.push(number);
                }
            }
            for (count, said) in counts.into_iter().zip(column.values()) {
                if let Some(year) = facts.year(*said).filter(|_| count > 0) {
                    *answer.years.entry(year).or_default() += count;
                }
            }
        }
        answer
    }
}

impl MatchCounts {
    /// Counts how a date falls; false where its record is not shown.
    fn counts(&mut self, falls: Option<Falls>) -> bool {
        let count = match falls {
            None => return true,
            Some(Falls::Outside) => return false,
            Some(Falls::Certainly) => &mut self.certain,
            Some(Falls::Possibly) => &mut self.possible,
            Some(Falls::Unknown) => &mut self.undated,
        };
        *count += 1;
        falls != Some(Falls::Unknown)
    }
}

impl Wording<'_> {
    /// Does a text hold it?
    fn holds(&self, text: &[u8]) -> bool {
        self.finder
            .find_iter(text)
            .any(|start| self.fits(text, start))
    }

    /// Is the place where it stands in a text one that is asked for?
    fn fits(&self, text: &[u8], start: usize) -> bool {
        let whole = |text| hits::is_whole(text, start..start + self.needle.len());
        self.how == How::Part || std::str::from_utf8(text).is_ok_and(whole)
    }
}

/// Reads all texts of a segment in one go, and calls `see` with the places of those that hold it.
fn scan(segment: &Segment, wording: &Wording<'_>, mut see: impl FnMut(usize)) {
    let (texts, ends) = (segment.texts(), segment.ends());
    let (mut at, mut from) = (0, 0);
    if let ([letter], How::Part) = (wording.needle.as_bytes(), wording.how) {
        return scan_for(*letter, segment, see);
    }
    while let Some(hit) = wording.finder.find(&texts[from..]) {
        let start = from + hit;
        at += later(&ends[at..], start);
        let end = ends[at] as usize;
        if start + wording.needle.len() > end {
            // It begins in one text and ends in the next.
            from = start + 1;
            continue;
        }
        let text = segment.text_range(at);
        if wording.fits(&texts[text.clone()], start - text.start) {
            see(at);
            from = end;
        } else {
            from = start + 1;
        }
    }
}

/// The same for a single letter. It stands near the start of nearly every text, so every start is
/// looked at as a whole, without a branch: what comes next is fetched meanwhile.
fn scan_for(letter: u8, segment: &Segment, mut see: impl FnMut(usize)) {
    const START: usize = 64;
    let (texts, mut from) = (segment.texts(), 0);
    for (at, end) in segment.ends().iter().enumerate() {
        let text = &texts[from..*end as usize];
        let is_it = |byte: &u8| *byte == letter;
        let near = text
            .first_chunk::<START>()
            .is_some_and(|start| start.iter().fold(false, |any, b| any | is_it(b)));
        if near || memchr::memchr(letter, text).is_some() {
            see(at);
        }
        from = *end as usize;
    }
}

/// How many texts end at or before a place. The next hit is mostly near, so the steps grow.
fn later(ends: &[u32], place: usize) -> usize {
    let is_before = |end: &u32| *end as usize <= place;
    let mut step = 1;
    while ends.get(step).is_some_and(is_before) {
        step *= 2;
    }
    let high = ends.len().min(step + 1);
    ends[..high].partition_point(is_before)
}

fn words_of(text: &[u8]) -> impl Iterator<Item = &str> {
    let words = runs(text).filter(is_short);
    words.map(|run| std::str::from_utf8(&text[run]).unwrap_or_default())
}
