//! Why the rows of a table cannot be told apart.

/// Why a table cannot be read to its end. Files are as a person would type them, clean.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A quotation mark without its counterpart: what stands behind it is not known.
    #[error("{file}:{line}: a quotation mark is opened here and never closed")]
    OpenQuote {
        /// The file.
        file: String,
        /// From 1.
        line: usize,
        /// Of the quotation mark, in bytes of the text.
        offset: usize,
    },
}

/// An option that does not name a separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one sign such as , or ; or the word tab")]
pub struct NotASeparator;
