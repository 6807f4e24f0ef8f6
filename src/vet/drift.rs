//! The lines of a brief that was edited as a Word document: each is between bookmarks that name its
//! records, and may have drifted from them.

mod expected;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::Serialize;

use super::document::Document;
use super::finding::Finding;
use crate::brief::bookmark::{self, Named};
use crate::dossier::{Dossier, Id, Kind, Ref};
use expected::Lines;

/// Why a line is no longer what its records say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Something in it is not what its records say.
    Changed,
    /// It names a record that is not in the dossier.
    Missing,
}

/// A line that has drifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its records that are in the dossier.
    pub records: Vec<Ref>,
    /// Why.
    pub reason: Reason,
}

/// What is between bookmarks, and the records that these name; none where the dossier has them no more.
pub(super) struct Marks(Vec<(Range<usize>, Option<Ref>)>);

impl Marks {
    pub(super) fn new(dossier: &Dossier, document: &Document) -> Self {
        let all = document.bookmarks.iter();
        let ours: Vec<_> = all
            .filter_map(|(range, name)| Some((range.clone(), bookmark::read(name)?)))
            .collect();
        let hashed = hashed(dossier, ours.iter().map(|(_, named)| named));
        let found = ours.into_iter().map(|(range, named)| {
            let record = match &named {
                Named::Id(id) => dossier.find(id),
                Named::Hash(hash) => hashed.get(hash).copied(),
            };
            (range, record)
        });
        Self(found.collect())
    }

    /// The records that are named within a range, each once.
    pub(super) fn within(&self, range: &Range<usize>) -> Vec<Ref> {
        let mut records = Vec::new();
        let until = self.0.partition_point(|(own, _)| own.start < range.end);
        for (own, record) in &self.0[..until] {
            let Some(record) = record.filter(|_| own.end > range.start) else {
                continue;
            };
            if !records.contains(&record) {
                records.push(record);
            }
        }
        records
    }

    /// Dates and numbers that the brief would not write of the records of their line.
    pub(super) fn changed(
        &self,
        dossier: &Dossier,
        document: &Document,
        findings: &[Finding],
    ) -> Vec<Finding> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let lines = Lines::new(dossier);
        let mut places: Vec<Range<usize>> = self
            .0
            .iter()
            .map(|(range, _)| line(&document.text, range))
            .collect();
        places.dedup();
        let mut found = Vec::new();
        for place in places {
            let records = self.within(&place);
            let ids: Vec<Id> = records.iter().map(|record| dossier.id(*record)).collect();
            let text = document.text.get(place.clone()).unwrap_or_default();
            let mut changed = lines.changed(&ids, text, place.start);
            changed.retain(|one| {
                let mut others = findings
                    .iter()
                    .filter(|other| other.verdict.is_problem(false));
                !others.any(|other| {
                    other.range.start < one.range.end && one.range.start < other.range.end
                })
            });
            let first = records.first().copied();
            found.extend(changed.into_iter().map(|one| Finding {
                record: first,
                ..one
            }));
        }
        found
    }

    /// The lines that have drifted, in the order of the text.
    pub(super) fn drifted(&self, document: &Document, findings: &[Finding]) -> Vec<Drift> {
        let mut lines: Vec<Drift> = Vec::new();
        for (range, record) in &self.0 {
            let line = line(&document.text, range);
            let is_new = lines.last().is_none_or(|last| last.range != line);
            if is_new {
                lines.push(Drift {
                    range: line,
                    records: Vec::new(),
                    reason: Reason::Changed,
                });
            }
            let Some(last) = lines.last_mut() else {
                continue;
            };
            match record {
                Some(record) if !last.records.contains(record) => last.records.push(*record),
                Some(_) => {}
                None => last.reason = Reason::Missing,
            }
        }
        let wrong = |line: &Drift| {
            let mut inside = findings
                .iter()
                .filter(|one| line.range.contains(&one.range.start));
            inside.any(|one| one.verdict.is_problem(false))
        };
        lines.retain(|line| line.reason == Reason::Missing || wrong(line));
        lines
    }
}

/// The records that are only named by a hash. Every id is looked at once, and only if there is a hash.
fn hashed<'a>(dossier: &Dossier, named: impl Iterator<Item = &'a Named>) -> HashMap<String, Ref> {
    let hashes: HashSet<&str> = named
        .filter_map(|named| match named {
            Named::Hash(hash) => Some(hash.as_str()),
            Named::Id(_) => None,
        })
        .collect();
    let mut found = HashMap::new();
    if hashes.is_empty() {
        return found;
    }
    for record in Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind)) {
        let hash = bookmark::hash(&dossier.id(record));
        if hashes.contains(hash.as_str()) {
            found.insert(hash, record);
        }
    }
    found
}

/// The paragraphs that a range is in.
fn line(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text.get(..range.start).and_then(|text| text.rfind('\n'));
    let end = text.get(range.end..).and_then(|text| text.find('\n'));
    start.map_or(0, |at| at + 1)..end.map_or(text.len(), |at| range.end + at)
}
