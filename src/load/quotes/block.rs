//! A run of records, read by one thread: what is kept of each, with values counted within the
//! run.

use std::ops::Range;

use super::facet_counts::FacetCounts;
use super::row::{Row, Str};
use crate::dossier::fold::Folder;
use crate::dossier::quotes::{Facet, id_hash, short};
use crate::dossier::{Date, Id, Quote};
use crate::load::problem::LISTED;
use crate::load::{json, partial};

/// A run of records that follow each other in the file.
#[derive(Default)]
pub(super) struct Block {
    /// Where in the file the block begins; every other place is counted from there.
    pub(super) offset: u64,
    pub(super) starts: Vec<u32>,
    pub(super) end: u32,
    pub(super) text: Vec<u8>,
    pub(super) ends: Vec<u32>,
    /// The hash of each id.
    pub(super) ids: Vec<u64>,
    /// For each facet, the values by their raw text, and which of them each quote has.
    pub(super) facets: [FacetCounts; Facet::ALL.len()],
    /// Which quotes answer another, and the short hash of its id.
    pub(super) replies: Vec<(u16, u64)>,
    /// Quotes in which something is wrong that shows in the record alone.
    pub(super) doubtful: Vec<u16>,
    /// What is left of quotes of which a part is wrong.
    pub(super) partial: Vec<(u16, Box<str>)>,
    /// How often such a part was looked for.
    pub(super) looked: usize,
    /// Where records stand that cannot be read.
    pub(super) broken: Vec<Range<u32>>,
}

impl Block {
    /// Reads the records at `ranges` of `text`, which begins at `offset` of the file.
    pub(super) fn read(
        offset: u64,
        text: &str,
        ranges: impl Iterator<Item = Range<usize>>,
        folder: &mut Folder,
    ) -> Self {
        let mut block = Self {
            offset,
            text: Vec::with_capacity(text.len() / 2),
            ..Self::default()
        };
        for range in ranges {
            block.take(range.clone(), Some(&text[range]), folder);
        }
        block.text.shrink_to_fit();
        block
    }

    /// Reads lines, which need not be UTF-8, with their places behind `offset` of the file.
    pub(super) fn of_lines<'a>(
        offset: u64,
        lines: impl Iterator<Item = (Range<usize>, &'a [u8])>,
        folder: &mut Folder,
    ) -> Self {
        let mut block = Self {
            offset,
            ..Self::default()
        };
        for (range, line) in lines.filter(|(_, line)| !line.is_empty()) {
            block.take(range, std::str::from_utf8(line).ok(), folder);
        }
        block
    }

    /// Keeps a record, or tells where one stands that is not sound.
    fn take(&mut self, range: Range<usize>, record: Option<&str>, folder: &mut Folder) {
        let (start, end) = (place(range.start), place(range.end));
        let is_kept = record.is_some_and(|record| {
            self.add(record, start, folder).is_some()
                || self.add_partial(record, start, folder).is_some()
        });
        if !is_kept {
            self.broken.push(start..end);
        }
        self.end = end;
    }

    /// How many quotes were read.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Keeps a record without the items of its lists that are wrong.
    fn add_partial(&mut self, record: &str, start: u32, folder: &mut Folder) -> Option<()> {
        self.looked += 1;
        if self.looked > LISTED {
            return None;
        }
        let number = u16::try_from(self.len()).ok()?;
        let rest = partial::sound::<Quote>(record)?;
        self.add(&rest, start, folder)?;
        self.partial.push((number, rest.into()));
        Some(())
    }

    /// Keeps what is kept of a record; none, and nothing kept, where it is not sound.
    fn add(&mut self, record: &str, start: u32, folder: &mut Folder) -> Option<()> {
        if record.starts_with('[') || json::list_of_fields(record).is_some() {
            return None;
        }
        let row: Row<'_> = serde_json::from_str(record).ok()?;
        let reply = row.in_reply_to.as_ref();
        if !Id::is(&row.id.0) || !reply.is_none_or(|reply| Id::is(&reply.0)) {
            return None;
        }
        let number = u16::try_from(self.len()).ok()?;
        self.add_facets(&row)?;
        if let Some(reply) = reply {
            self.replies.push((number, short(id_hash(&reply.0))));
        }
        let rests = row.evidence.iter().all(|anchor| anchor.paragraph > 0);
        if row.evidence.is_empty() || row.event.is_none() || !rests {
            self.doubtful.push(number);
        }
        folder.fold_clean(&row.text.0, &mut self.text);
        self.ends.push(place(self.text.len()));
        self.starts.push(start);
        self.ids.push(id_hash(&row.id.0));
        Some(())
    }

    /// All or nothing: a value that is not sound is found before any is counted.
    fn add_facets(&mut self, row: &Row<'_>) -> Option<()> {
        let mut listed = String::new();
        for (at, anchor) in row.evidence.iter().enumerate() {
            let source = &anchor.source.0;
            let before = &row.evidence[..at];
            if !before.iter().any(|anchor| anchor.source.0 == *source) {
                Id::is(source).then_some(())?;
                listed.extend([source, "\n"]);
            }
        }
        let sources = (!listed.is_empty()).then_some(listed.as_str());
        let values = [
            (Facet::Speaker, Some(&*row.speaker.0)),
            (Facet::Role, string(row.role.as_ref())),
            (Facet::Said, row.said.map(serde_json::value::RawValue::get)),
            (Facet::Event, string(row.event.as_ref())),
            (Facet::Language, string(row.language.as_ref())),
            (
                Facet::Topics,
                row.topics.map(serde_json::value::RawValue::get),
            ),
            (Facet::Sources, sources),
            (Facet::Addressee, string(row.addressee.as_ref())),
            (Facet::Kind, Some(row.kind.word())),
        ];
        let mut places = [0; Facet::ALL.len()];
        for (facet, value) in values {
            let tally = &mut self.facets[facet as usize];
            places[facet as usize] = tally.place(value, |value| is_sound(facet, value))?;
        }
        for (tally, place) in self.facets.iter_mut().zip(places) {
            tally.count(place);
        }
        Some(())
    }
}

fn string<'a>(text: Option<&'a Str<'_>>) -> Option<&'a str> {
    text.map(|text| &*text.0)
}

/// A place in a block: a block is never larger than a file may be, which is less than 4 GB.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_sound(facet: Facet, value: &str) -> bool {
    match facet {
        Facet::Speaker | Facet::Event | Facet::Addressee => Id::is(value),
        Facet::Said => serde_json::from_str::<Date>(value).is_ok(),
        Facet::Topics => serde_json::from_str::<Vec<Id>>(value).is_ok(),
        Facet::Role | Facet::Language | Facet::Sources | Facet::Kind => true,
    }
}

#[cfg(test)]
mod tests;
