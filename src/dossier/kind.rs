//! The kinds of record, and what points at one.

use super::text::Text;

macro_rules! kinds {
    ($($kind:ident = $singular:literal, $plural:literal, $about:literal;)*) => {
        /// The kinds of record, in the order in which they are listed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $about] $kind,)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: [Self; 10] = [$(Self::$kind),*];

            /// "event", "person", …
            pub fn singular(self) -> &'static str {
                match self {
                    $(Self::$kind => $singular,)*
                }
            }

            /// "events", "people", …
            pub fn plural(self) -> &'static str {
                match self {
                    $(Self::$kind => $plural,)*
                }
            }

            /// What records of the kind are, in a few words.
            pub fn about(self) -> &'static str {
                match self {
                    $(Self::$kind => $about,)*
                }
            }
        }
    };
}

kinds! {
    Event = "event", "events", "What happened, goes on, is planned or discussed";
    Agreement = "agreement", "agreements", "What was signed or is discussed";
    Series = "series", "series", "What figures measure";
    Observation = "figure", "figures", "Figures as printed";
    Quote = "quote", "quotes", "Speech, word for word";
    Claim = "claim", "claims", "Other statements, in the compiler's words";
    Dispute = "dispute", "disputes", "What disagrees and no rule can compute";
    Person = "person", "people", "People who are named";
    Organisation = "organisation", "organisations", "Organisations and their members";
    Source = "source", "sources", "Texts that the records are based on";
}

/// "an event", "a source": the word for a kind with its article.
pub fn with_article(word: &str) -> String {
    let an = if word.starts_with(['a', 'e', 'o']) {
        "an"
    } else {
        "a"
    };
    format!("{an} {word}")
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
