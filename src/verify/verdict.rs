//! What became of an anchor.

use std::ops::Range;

use super::near::Piece;

/// What became of an anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It stands where it should: from which to which character of the source text, counted from
    /// 0 as W3C's `TextPositionSelector` does (a byte order mark is no part of the text). Speech
    /// of several paragraphs has a range for each.
    Found(Vec<Range<usize>>),
    /// It is more than once in its paragraph, each time between these words: a prefix or a suffix
    /// would settle which is meant. Or it is a single word that is only in other paragraphs, where
    /// it may be quite another matter; the nearest are named.
    Ambiguous(Vec<Around>),
    /// It is in other paragraphs of the source; the nearest first, and not more than 20.
    Drifted(Vec<usize>),
    /// Something like it stands in that paragraph; what differs.
    Altered {
        /// The paragraph of the nearest passage.
        paragraph: usize,
        /// The words of both.
        diff: Vec<Piece>,
    },
    /// The words may stand there, but no anchor of the figure holds these digits.
    Digits(String),
    /// All passages of a quote together do not have its text; what differs from them.
    Misquoted(Vec<Piece>),
    /// Nothing like it is in the source.
    Missing {
        /// The last paragraph of the text, if that ends before the one that is named.
        end: Option<usize>,
    },
    /// The text of its source is not at hand.
    NoText,
}

/// The words on either side of a place where an anchor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// The paragraph, if it is not the one that is named.
    pub elsewhere: Option<usize>,
    /// What would do for a prefix; empty at the start of the paragraph.
    pub before: String,
    /// What would do for a suffix; empty at its end.
    pub after: String,
}

impl Verdict {
    /// The words for all verdicts, in the order in which they are counted.
    pub const WORDS: [&'static str; 8] = [
        "found",
        "ambiguous",
        "drifted",
        "altered",
        "digits",
        "misquoted",
        "missing",
        "no-text",
    ];

    /// Its word in reports.
    pub fn word(&self) -> &'static str {
        let at = match self {
            Self::Found(_) => 0,
            Self::Ambiguous(_) => 1,
            Self::Drifted(_) => 2,
            Self::Altered { .. } => 3,
            Self::Digits(_) => 4,
            Self::Misquoted(_) => 5,
            Self::Missing { .. } => 6,
            Self::NoText => 7,
        };
        Self::WORDS[at]
    }

    /// Whether the anchor stands where it should.
    pub fn is_found(&self) -> bool {
        matches!(self, Self::Found(_))
    }
}
