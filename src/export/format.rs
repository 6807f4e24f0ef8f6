//! What every format does.

use std::io::{self, Write};

use crate::dossier::Dossier;

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
pub(super) struct Quotes<'a>(pub(super) &'a Dossier);

impl serde::Serialize for Quotes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.quotes.iter())
    }
}

/// Pretty-printed with two spaces and a line feed at the end.
pub(super) fn pretty(value: &impl serde::Serialize, mut out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")
}
