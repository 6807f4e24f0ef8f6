//! A dossier in the formats of other programs, and as a brief to hand in. Pure: a format tells
//! which files it has and writes their text to whatever it is given; who calls it opens them.
//!
//! Every format writes the same bytes each time: no clock, and no order but that of the dossier.
//! Speech is read record by record while it is written, for there may be a million.

mod bibliography;
pub mod brief;
mod csv;
mod datapackage;
mod folder;
mod html;
mod json;
mod markdown;
pub mod table;
mod timelinejs;

use std::io::{self, Write};

use crate::dossier::Dossier;

pub use bibliography::Bibliography;
pub use csv::Csv;
pub use datapackage::DataPackage;
pub use folder::Folder;
pub use html::Html;
pub use json::Json;
pub use markdown::Markdown;
pub use timelinejs::TimelineJs;

/// A dossier in one format.
pub trait Format {
    /// The names of its files, in the order in which they are written; one for a format that is
    /// one document. A name never comes from the dossier.
    fn files(&self) -> Vec<String>;

    /// Writes the file at that place.
    ///
    /// # Errors
    /// When `out` takes no more.
    fn write(&self, file: usize, out: &mut dyn Write) -> io::Result<()>;

    /// Is there nothing that it could hold?
    fn is_empty(&self) -> bool {
        false
    }

    /// What it cannot hold, each in a line.
    fn remarks(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The whole text of a format that is one document.
///
/// # Errors
/// Those of the format itself; memory takes everything.
pub fn text(format: &dyn Format) -> io::Result<String> {
    let mut bytes = Vec::new();
    format.write(0, &mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// A list that is read while it is written.
struct Quotes<'a>(&'a Dossier);

impl serde::Serialize for Quotes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.quotes.iter())
    }
}

/// Pretty-printed with two spaces and a line feed at the end.
fn pretty(value: &impl serde::Serialize, mut out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")
}
