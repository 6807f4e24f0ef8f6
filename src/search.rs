//! Finding text as it is meant, not as it is spelled: folding, queries, hits. Pure.
//!
//! Case, accents of Latin letters, ё and е, width and typographic punctuation make no difference;
//! й and и, and the tones of Lao, do. What can be asked for is told at [`Query`]. [`Index`] answers
//! for the records of a dossier; its part for quotes, [`engine`], is made for a million of them.

pub mod engine;
mod found;
mod hits;
mod index;
mod job;
mod like;
mod offer;
mod order;
mod parse;
mod sieve;
#[cfg(test)]
mod tests;
mod window;

use chrono::NaiveDate;

pub use crate::dossier::fold::{Folded, fold};
pub use found::{Found, Tally};
pub use index::Index;
pub use job::{Answer, Job};
pub use offer::{Offer, offers};
pub use order::Order;
pub use sieve::Sieve;

/// The fields that a query can name. What a record says there, [`Dossier::fields`] tells.
///
/// [`Dossier::fields`]: crate::dossier::Dossier::fields
pub const FIELDS: [&str; 6] = ["speaker", "role", "topic", "event", "source", "language"];

/// What is looked for.
///
/// | typed | meaning |
/// |---|---|
/// | `trade asean` | both, in any order, as parts of words |
/// | `"water resources"` | these words as they stand |
/// | `=lao` | the whole word |
/// | `~yatotu` | a word that is like this one |
/// | `-mines` | not this |
/// | `rail\|sea` | one of these |
/// | `speaker:putin`, `topic:"free trade"` | this in that field |
/// | `year:2023`, `from:2020 to:2024-06` | in this time |
/// | `is:contested` | what is contested |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    clauses: Vec<Clause>,
    window: Option<window::Window>,
    problem: Option<Problem>,
}

/// What is wrong with a query, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The byte of what was typed at which the wrong part begins.
    pub at: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// One of its tests holds; or, if it is excluded, none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clause {
    excluded: bool,
    any_of: Vec<Test>,
}

/// Something that holds for a record or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Test {
    /// The text occurs, in the field of that name or anywhere.
    Text {
        field: Option<&'static str>,
        needle: String,
        how: How,
    },
    /// The record is contested.
    Contested,
}

/// How a text has to occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// Anywhere, in a word too.
    Part,
    /// Where no letter or digit touches it.
    Whole,
    /// As a word that is like it.
    Like,
}

/// What a record has to be tested.
#[derive(Debug, Default)]
struct Entry {
    /// Everything that is searched, folded.
    text: String,
    /// Folded, by name.
    fields: Vec<(&'static str, String)>,
    contested: bool,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        parse::query(typed)
    }

    /// The first and the last day that are asked for.
    pub fn window(&self) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        self.window
    }

    /// What is wrong with what was typed.
    pub fn problem(&self) -> Option<&Problem> {
        self.problem.as_ref()
    }

    /// Nothing is looked for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.window.is_none()
    }

    /// Does it hold for a text alone, that went through [`fold`] and has no fields?
    pub fn matches(&self, folded: &str) -> bool {
        self.holds(&Entry {
            text: folded.to_owned(),
            ..Entry::default()
        })
    }

    fn holds(&self, entry: &Entry) -> bool {
        let one = |clause: &Clause| clause.any_of.iter().any(|test| test.holds(entry));
        self.clauses
            .iter()
            .all(|clause| one(clause) != clause.excluded)
    }
}

impl Test {
    fn holds(&self, entry: &Entry) -> bool {
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
