//! Bibliographies: CSL-JSON and BibTeX. An entry becomes a source, in CSL's names, and its authors
//! become people, for a source of the format names people. What the format has no field for, such as
//! volume and pages, stands in the note. Bodies and names that cannot be parted are no people: they
//! stand in the note too, or are the publisher where there is none.

mod bibtex;
mod csl;
mod entry;
mod error;
mod fields;

pub use bibtex::Bibtex;
pub use csl::CslJson;
use entry::{Author, Entry, add, granted};
pub use error::BibliographyError;
