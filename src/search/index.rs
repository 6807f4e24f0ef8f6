//! What of each record is searched, folded once.

use std::collections::HashMap;

use super::{Query, fold};
use crate::dossier::{Dossier, Kind, Ref};

/// The folded text of every record, by kind.
#[derive(Debug, Default)]
pub struct Index {
    texts: HashMap<Kind, Vec<String>>,
}

impl Index {
    /// Folds what can be found of each record: what a row of it shows, and who and where.
    pub fn new(dossier: &Dossier) -> Self {
        let texts = Kind::ALL.map(|kind| {
            let folded = dossier
                .all(kind)
                .map(|record| fold(&dossier.haystack(record)));
            (kind, folded.collect())
        });
        Self {
            texts: texts.into(),
        }
    }

    /// The records of a kind that match, in the order of their file.
    pub fn matching(&self, kind: Kind, query: &Query) -> Vec<usize> {
        let texts = self.texts.get(&kind).map_or(&[][..], Vec::as_slice);
        let hits = texts
            .iter()
            .enumerate()
            .filter(|(_, text)| query.matches(text));
        hits.map(|(at, _)| at).collect()
    }

    /// Does one record match?
    pub fn matches(&self, record: Ref, query: &Query) -> bool {
        let text = self
            .texts
            .get(&record.kind)
            .and_then(|texts| texts.get(record.at));
        text.is_some_and(|text| query.matches(text))
    }
}
