//! Whether a query holds for a record.

use super::hits;
use super::query::{Clause, Entry, Query, Test};

impl Query {
    /// Does it hold for a text alone, that went through [`fold`](crate::dossier::fold::fold) and has no fields?
    pub fn matches(&self, folded: &str) -> bool {
        self.holds(&Entry {
            text: folded.to_owned(),
            ..Entry::default()
        })
    }

    pub(super) fn holds(&self, entry: &Entry) -> bool {
        let one = |clause: &Clause| clause.any_of.iter().any(|test| test.holds(entry));
        self.clauses
            .iter()
            .all(|clause| one(clause) != clause.excluded)
    }
}

impl Test {
    pub(super) fn holds(&self, entry: &Entry) -> bool {
        let (field, needle, how) = match self {
            Self::Contested => return entry.contested,
            Self::Text { field, needle, how } => (field, needle, *how),
        };
        match field {
            None => hits::occurs(&entry.text, needle, how),
            Some(field) => entry
                .fields
                .iter()
                .any(|(name, text)| name == field && hits::occurs(text, needle, how)),
        }
    }
}
