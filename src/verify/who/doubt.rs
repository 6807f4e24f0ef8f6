//! A doubt about whom a record names.

use serde::Serialize;

use crate::dossier::{Id, Ref};

/// What a record says of somebody that the text of its source does not bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The record.
    pub record: Ref,
    /// What kind.
    pub kind: DoubtKind,
    /// The source.
    pub source: Id,
    /// The paragraph of it.
    pub paragraph: u32,
    /// What is wrong, in words.
    pub message: String,
}

/// What kind of doubt it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// The text names another speaker before the words.
    Speaker,
    /// Somebody is named in no paragraph that the record cites.
    Unnamed,
}

impl DoubtKind {
    /// Its word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Unnamed => "unnamed",
        }
    }
}
