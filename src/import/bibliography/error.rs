//! Why a file is not a bibliography.

use crate::import::input::Spot;

/// Why a file has no entries. Files are as a person would type them, clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BibliographyError {
    /// JSON of something else.
    #[error("{file}: no CSL-JSON: that is a list of items")]
    NotAList {
        /// The file.
        file: String,
    },
    /// `BibTeX` that breaks off.
    #[error("{spot}: {message}")]
    Bibtex {
        /// Where.
        spot: Spot,
        /// In the words of the parser, clean.
        message: String,
    },
}
