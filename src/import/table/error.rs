//! Why the rows of a table cannot be told apart.

use crate::import::input::Spot;

/// What is said of a quotation mark without its counterpart.
pub const OPEN_QUOTE: &str = "a quotation mark is opened here and never closed";

/// Why a table cannot be read to its end. Files are as a person would type them, clean.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A quotation mark without its counterpart: what stands behind it is not known.
    #[error("{spot}: {OPEN_QUOTE}")]
    OpenQuote {
        /// Where it is.
        spot: Spot,
    },
}

/// An option that does not name a separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one sign such as , or ; or the word tab")]
pub struct NotASeparator;
