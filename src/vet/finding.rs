//! What was found about one item of a text.

use std::ops::Range;

use serde::Serialize;

use crate::dossier::{Evidence, Ref};

/// What sort of item a verdict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// An amount, a rate, a count.
    Figure,
    /// A date.
    Date,
    /// Words between quotation marks.
    Quotation,
    /// Somebody with a title.
    Person,
    /// An agreement.
    Agreement,
    /// An event, or what somebody asserts.
    Event,
    /// Which way goods, help or people go.
    Direction,
}

impl Item {
    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Quotation => "quotation",
            Self::Person => "person",
            Self::Agreement => "agreement",
            Self::Event => "event",
            Self::Direction => "direction",
        }
    }
}

/// What the dossier says of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A record says so, and nothing contradicts it.
    Supported,
    /// A record says so, it is contested, and the text says that.
    ContestedWithClause,
    /// A record says so, and it is contested.
    Contested,
    /// No record speaks of it.
    NotInTheDossier,
    /// It compares figures that are not comparable.
    NotComparable,
    /// It gives more digits or a finer date than any source.
    MorePrecise,
    /// There is a newer figure, or a title is no longer held.
    Outdated,
    /// Somebody else said it, or in another role.
    Misattributed,
    /// The words are not those that were said.
    Misquoted,
    /// A record says otherwise.
    Contradicted,
}

impl Verdict {
    /// Every verdict, the gravest last.
    pub const ALL: [Self; 10] = [
        Self::Supported,
        Self::ContestedWithClause,
        Self::Contested,
        Self::NotInTheDossier,
        Self::NotComparable,
        Self::MorePrecise,
        Self::Outdated,
        Self::Misattributed,
        Self::Misquoted,
        Self::Contradicted,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::ContestedWithClause => "contested, and the text says so",
            Self::Contested => "contested",
            Self::NotInTheDossier => "not in the dossier",
            Self::NotComparable => "not comparable",
            Self::MorePrecise => "more precise than any source",
            Self::Outdated => "outdated",
            Self::Misattributed => "misattributed",
            Self::Misquoted => "misquoted",
            Self::Contradicted => "contradicted",
        }
    }

    /// Does a record say otherwise?
    pub fn is_accusation(self) -> bool {
        self >= Self::MorePrecise
    }

    /// Must the text be changed? What is not in the dossier counts where `strict` says so.
    pub fn is_problem(self, strict: bool) -> bool {
        match self {
            Self::Supported | Self::ContestedWithClause => false,
            Self::NotInTheDossier => strict,
            _ => true,
        }
    }
}

/// The verdict on one item of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What sort of item.
    pub item: Item,
    /// What the dossier says of it.
    pub verdict: Verdict,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The record that says so, or otherwise.
    pub record: Option<Ref>,
    /// The passage behind the record.
    pub passage: Option<Evidence>,
    /// What differs or is missing, in a sentence; empty where it is supported.
    pub note: String,
    /// The words to write instead, or the clause to add.
    pub suggestion: Option<String>,
}

impl Finding {
    /// A verdict without a record.
    pub(super) fn new(item: Item, verdict: Verdict, range: Range<usize>) -> Self {
        Self {
            item,
            verdict,
            range,
            record: None,
            passage: None,
            note: String::new(),
            suggestion: None,
        }
    }

    pub(super) fn of(self, record: Ref) -> Self {
        Self {
            record: Some(record),
            ..self
        }
    }

    pub(super) fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }

    pub(super) fn suggest_some(self, suggestion: Option<String>) -> Self {
        Self { suggestion, ..self }
    }

    pub(super) fn suggest(self, words: impl Into<String>) -> Self {
        Self {
            suggestion: Some(words.into()),
            ..self
        }
    }
}
