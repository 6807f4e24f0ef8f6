//! What is wrong with a query.

use super::names::{FIELDS, OTHERS};
use super::state::State;

/// What is wrong with a query, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct Problem {
    /// The byte of what was typed at which the wrong part begins.
    pub at: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What can be wrong with a part of a query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// `is:` with a word that it does not know.
    #[error("is: knows {}", words())]
    UnknownState,
    /// `year:`, `from:` or `to:` that is excluded, or an alternative.
    #[error("{field}: cannot be combined with - or |")]
    NotAlone {
        /// The name before the colon.
        field: String,
    },
    /// `year:`, `from:` or `to:` with something else than a date.
    #[error("{field}:{value} is not a date")]
    NotADate {
        /// The name before the colon.
        field: String,
        /// What was typed after it.
        value: String,
    },
    /// A field that there is not.
    #[error("no field is called {name}{}; fields: {}", meant(*.near), fields())]
    UnknownField {
        /// The name before the colon.
        name: String,
        /// The field that is most like it, if one is.
        near: Option<&'static str>,
    },
}

/// What a query can name, in one line.
fn fields() -> String {
    FIELDS
        .into_iter()
        .chain(OTHERS)
        .collect::<Vec<_>>()
        .join(", ")
}

fn words() -> String {
    State::ALL.map(State::word).join(", ")
}

fn meant(near: Option<&'static str>) -> String {
    near.map_or_else(String::new, |near| format!(" (did you mean {near}?)"))
}
