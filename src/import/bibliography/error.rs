//! Why a file is not a bibliography.

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
    #[error("{file}:{line}: {message}")]
    Bibtex {
        /// The file.
        file: String,
        /// From 1.
        line: usize,
        /// In bytes of the text.
        offset: usize,
        /// In the words of the parser, clean.
        message: String,
    },
}
