//! Why the rows of a table cannot be told apart.

use crate::dossier::text::clean_line;
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
    /// Two columns of one name, and the format reads it: nobody says which one is meant.
    #[error("{spot}: several columns are called `{}`: rename all but the one to read", clean_line(.name))]
    Several {
        /// In the header.
        spot: Spot,
        /// As it is printed first.
        name: String,
    },
}

/// An option that does not name a separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one sign such as , or ; or the word tab")]
pub struct NotASeparator;
