//! What was known at a date: only records whose sources may have been published by then count.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::dossier::{Date, Dossier, Evidence, Id, Ref};

/// The sources that count, and with them the records.
///
/// A source counts once it *may* have been published: a date such as `2023` counts from its first
/// day, for a dossier that leaves out what was perhaps known shows less than there was. A source
/// without a date always counts; nothing says that it was not there.
pub(crate) struct AsOf<'a> {
    dossier: &'a Dossier,
    later: HashSet<&'a Id>,
    day: Option<NaiveDate>,
}

impl<'a> AsOf<'a> {
    /// What was known at `as_of`; everything for none.
    pub(crate) fn new(dossier: &'a Dossier, as_of: Option<NaiveDate>) -> Self {
        let later = dossier.sources.iter().filter(|source| {
            let first = source.issued.as_ref().and_then(Date::earliest);
            matches!((first, as_of), (Some(first), Some(day)) if first > day)
        });
        Self {
            dossier,
            later: later.map(|source| &source.id).collect(),
            day: as_of,
        }
    }

    /// Does any of these passages count? So does what rests on nothing.
    pub(crate) fn any(&self, evidence: &[Evidence]) -> bool {
        evidence.is_empty() || evidence.iter().any(|e| !self.later.contains(&e.source))
    }

    /// Does any of these sources count? So does what has none.
    pub(crate) fn sources(&self, sources: &[Id]) -> bool {
        sources.is_empty() || sources.iter().any(|id| !self.later.contains(id))
    }

    /// Does every one of them count? A disagreement is known with the last of its passages.
    pub(crate) fn all(&self, evidence: &[Evidence]) -> bool {
        evidence.iter().all(|e| !self.later.contains(&e.source))
    }

    /// Does the record count?
    pub(crate) fn record(&self, record: Ref) -> bool {
        self.any(&self.dossier.evidence(record))
    }

    /// The day against which periods are held: the as-of date, else the last day on which the
    /// newest source can have been published. A dossier knows of no later time.
    pub(crate) fn today(&self) -> Option<NaiveDate> {
        let issued = self
            .dossier
            .sources
            .iter()
            .filter_map(|s| s.issued.as_ref());
        self.day.or_else(|| issued.filter_map(Date::latest).max())
    }
}
