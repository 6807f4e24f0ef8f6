//! The lines of a brief that was edited: in a Word document each is between bookmarks that name its records, and in
//! the other formats it is known by its words. It may have drifted from its records.

mod counted;
mod expected;
mod reworded;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::Serialize;

use super::document::Document;
use super::finding::{Finding, Verdict};
use crate::brief::WORKED_OUT;
use crate::brief::bookmark::{self, Named};
use crate::dossier::{Dossier, Id, Kind, Ref};
use counted::counted;
use expected::Lines;

/// Why a line is no longer what its records say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Something in it is not what its records say.
    Changed,
    /// It names a record that is not in the dossier.
    Missing,
    /// All its words were deleted.
    Gone,
    /// Its wording differs from the brief; nothing in it is known to be wrong.
    Reworded,
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
    /// Which words are others, where that is why.
    pub words: Option<String>,
}

/// What is between bookmarks, and the records that these name; none where the dossier has them no more.
pub(super) struct Marks {
    all: Vec<Mark>,
    /// Those that have no words between them.
    gone: Vec<Mark>,
}

type Mark = (Range<usize>, Option<Ref>);

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
        let has_words = |(range, _): &Mark| {
            let words = document.text.get(range.clone()).unwrap_or_default();
            words.contains(char::is_alphanumeric)
        };
        let (all, gone) = found.partition(has_words);
        Self { all, gone }
    }

    /// The records that are named within a range, each once.
    pub(super) fn within(&self, range: &Range<usize>) -> Vec<Ref> {
        let mut records = Vec::new();
        let until = self.all.partition_point(|(own, _)| own.start < range.end);
        for (own, record) in &self.all[..until] {
            let Some(record) = record.filter(|_| own.end > range.start) else {
                continue;
            };
            if !records.contains(&record) {
                records.push(record);
            }
        }
        records
    }

    /// Compares the lines with those that the brief would write of their records, and returns those of which only
    /// the wording differs: nothing is wrong in one that is written so word for word, and dates, numbers and fixed
    /// words of another line are not those of its records.
    pub(super) fn compare(
        &self,
        dossier: &Dossier,
        document: &Document,
        findings: &mut Vec<Finding>,
    ) -> Vec<Drift> {
        let mut reworded = Vec::new();
        if self.all.is_empty() && !document.text.contains(WORKED_OUT) {
            return reworded;
        }
        let lines = Lines::new(dossier);
        let mut start = 0;
        for text in document.text.split_inclusive('\n') {
            let line = start..start + text.len();
            start = line.end;
            if lines.has(text) {
                findings.retain(|one| !line.contains(&one.range.start) || is_kept(one));
                continue;
            }
            let records = self.within(&line);
            let ids: Vec<Id> = records.iter().map(|record| dossier.id(*record)).collect();
            let (mut changed, words) = lines.changed(&ids, text, line.start);
            changed.extend(counted(text, line.start));
            changed.retain(|one| {
                let mut others = findings
                    .iter()
                    .filter(|other| other.verdict.is_problem(false));
                !others.any(|other| {
                    other.range.start < one.range.end && one.range.start < other.range.end
                })
            });
            let first = records.first().copied();
            findings.extend(changed.into_iter().map(|one| Finding {
                record: first,
                ..one
            }));
            let mut here = findings
                .iter()
                .filter(|one| line.contains(&one.range.start));
            if !here.any(|one| one.verdict.is_problem(false)) && words.is_some() {
                reworded.push(Drift {
                    range: line,
                    records,
                    reason: Reason::Reworded,
                    words,
                });
            }
        }
        reworded
    }

    /// The lines that have drifted, in the order of the text.
    pub(super) fn drifted(
        &self,
        document: &Document,
        findings: &[Finding],
        reworded: Vec<Drift>,
    ) -> Vec<Drift> {
        let text = &document.text;
        let mut lines = gathered(&self.all, Reason::Changed, |range| line(text, range));
        let wrong = |line: &Drift| {
            let mut inside = findings
                .iter()
                .filter(|one| line.range.contains(&one.range.start));
            inside.any(|one| one.verdict.is_problem(false))
        };
        lines.retain(|line| line.reason == Reason::Missing || wrong(line));
        let place = |range: &Range<usize>| range.start..range.start;
        let mut gone = gathered(&self.gone, Reason::Gone, place);
        gone.retain(|line| line.reason == Reason::Gone);
        lines.extend(gone);
        lines.extend(reworded);
        lines.sort_by_key(|line| (line.range.start, line.range.end));
        lines
    }
}

/// Is it kept in a line that is written as the brief writes it? Its footnote may have other words than it had.
fn is_kept(finding: &Finding) -> bool {
    finding.verdict == Verdict::Misquoted || !finding.verdict.is_problem(true)
}

/// The lines of bookmarks, each with its records.
fn gathered(
    marks: &[Mark],
    reason: Reason,
    line: impl Fn(&Range<usize>) -> Range<usize>,
) -> Vec<Drift> {
    let mut lines: Vec<Drift> = Vec::new();
    for (range, record) in marks {
        let range = line(range);
        if lines.last().is_none_or(|last| last.range != range) {
            lines.push(Drift {
                range,
                records: Vec::new(),
                reason,
                words: None,
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
    lines
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
