//! The speaker of a quote as its own sentence gives it.

use super::super::confidence::{Basis, Confidence};
use super::cue::Manner;
use super::phrase::Phrase;

/// The speaker of a quote according to its own sentence.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub(super) phrase: Phrase,
    pub(super) basis: Basis,
    pub(super) manner: Option<Manner>,
    /// Words between the quote and the verb; small ones are not counted.
    pub(super) gap: usize,
    /// Is nothing between them but "that" or a mark?
    pub(super) adjacent: bool,
    /// Is the verb behind the quote?
    pub(super) behind: bool,
}

pub(super) const AFTER: Basis = Basis::new(
    "cue-after",
    Confidence::Sure,
    "subject of a verb of speech after the quote",
);
pub(super) const EARLIER: Basis = Basis::new(
    "cue-earlier",
    Confidence::Likely,
    "subject of a verb of speech earlier in the sentence",
);
