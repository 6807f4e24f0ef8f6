//! What is wrong with a query.

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
    #[error("is: knows contested only")]
    UnknownState,
    /// `year:`, `from:` or `to:` that is excluded, or an alternative.
    #[error("{field}: stands alone, without - and |")]
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
    /// A slip in the name of a field.
    #[error("no field is called {name}; did you mean {near}?")]
    UnknownField {
        /// The name before the colon.
        name: String,
        /// The field that is most like it.
        near: &'static str,
    },
}
