//! Whether a query holds for a record.

use super::hits;
use super::query::{Clause, Entry, Query, Test};
use super::state::{State, States};
use crate::dossier::Ref;

impl Query {
    /// Does it hold for a text alone, that went through [`fold`](crate::dossier::fold::fold) and has no fields?
    pub fn matches(&self, folded: &str) -> bool {
        let entry = Entry {
            text: folded.to_owned(),
            ..Entry::default()
        };
        self.holds_in(&entry, entry.states)
    }

    /// Does it hold for a record?
    pub(super) fn holds(&self, record: Ref, entry: &Entry) -> bool {
        let marked = self.marked.contains(record).then_some(State::Marked);
        self.holds_in(entry, entry.states.and(marked))
    }

    fn holds_in(&self, entry: &Entry, states: States) -> bool {
        let holds = |test: &Test| test.holds(entry, states);
        let one = |clause: &Clause| clause.any_of.iter().any(holds);
        self.clauses
            .iter()
            .all(|clause| one(clause) != clause.excluded)
    }
}

impl Test {
    fn holds(&self, entry: &Entry, states: States) -> bool {
        let (field, needle, how) = match self {
            Self::Is(state) => return states.has(*state),
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
