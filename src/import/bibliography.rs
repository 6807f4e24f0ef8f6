//! Bibliographies: CSL-JSON and BibTeX. An entry becomes a source, in CSL's names. Authors with a given
//! and a family name become people, and all others organisations, unless an annotation or an empty given
//! name says that it is a person. What the format has no field for,
//! such as editors, goes into the note.

mod bibtex;
mod csl;
mod entry;
mod error;
mod fields;
mod names;
mod noted;

pub use bibtex::Bibtex;
pub use csl::CslJson;
use entry::{Author, Entry, add, assumptions, unread_dates};
pub use error::BibliographyError;
