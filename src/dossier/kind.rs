//! The kinds of record, and what points at one.

use super::text::Text;

/// The kinds of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// On the timeline.
    Event,
    /// An instrument between parties.
    Agreement,
    /// A row of figures.
    Series,
    /// One figure of a series.
    Observation,
    /// A paragraph of speech.
    Quote,
    /// Another statement.
    Claim,
    /// What disagrees.
    Dispute,
    /// Someone.
    Person,
    /// A body.
    Organisation,
    /// A text that the rest stands on.
    Source,
}

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Event,
        Self::Agreement,
        Self::Series,
        Self::Observation,
        Self::Quote,
        Self::Claim,
        Self::Dispute,
        Self::Person,
        Self::Organisation,
        Self::Source,
    ];

    /// "event", "person", …
    pub fn singular(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Agreement => "agreement",
            Self::Series => "series",
            Self::Observation => "figure",
            Self::Quote => "quote",
            Self::Claim => "claim",
            Self::Dispute => "dispute",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Source => "source",
        }
    }

    /// "events", "people", …
    pub fn plural(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Agreement => "agreements",
            Self::Series => "series",
            Self::Observation => "figures",
            Self::Quote => "quotes",
            Self::Claim => "claims",
            Self::Dispute => "disputes",
            Self::Person => "people",
            Self::Organisation => "organisations",
            Self::Source => "sources",
        }
    }
}

/// Points at a record of one dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    /// Its kind.
    pub kind: Kind,
    /// Its place among those of its kind.
    pub at: usize,
}

impl Ref {
    /// The record of `kind` at place `at`.
    pub fn new(kind: Kind, at: usize) -> Self {
        Self { kind, at }
    }
}

/// Where a record stands in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, as a person would name it.
    pub file: Text,
    /// The line of its first character, from 1.
    pub line: usize,
}
