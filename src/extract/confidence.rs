//! How far a rule can be trusted.

/// A class, not a probability: what a reader has to do with what was found.
///
/// Ordered from the least: the confidence of a fact made of parts is the least of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// One reading among several: to be decided by a person.
    Unsure,
    /// The usual reading; a glance at the passage settles it.
    Likely,
    /// The words leave no other reading.
    Sure,
}

impl Confidence {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unsure => "unsure",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}
