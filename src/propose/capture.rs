//! A record by hand: words that a person selects in a source, a kind, and a line of three fields. What
//! the words themselves say of the fields is filled in before the person types.

mod asked;
mod begin;
mod dated;
mod error;
mod names;
mod offers;
mod record;
mod spoken;

use std::ops::Range;

use super::proposal::{Found, Proposal};
use crate::dossier::{Dossier, Id, Kind, Source};
use crate::verify::Selected;
pub use asked::{BETWEEN, asks};
pub use error::CaptureError;
pub use offers::offers;

/// Words of a source, to become a record.
#[derive(Debug)]
pub struct Capture<'a> {
    /// The dossier that the record goes into.
    pub dossier: &'a Dossier,
    /// The source.
    pub source: &'a Source,
    /// Its text.
    pub text: &'a str,
    /// The words.
    pub selected: &'a Selected,
}

impl Capture<'_> {
    /// The record that a line says, as a proposal that only has to be accepted. `taken`: the ids that
    /// neither the dossier nor the inbox has free.
    ///
    /// # Errors
    /// When a field is missing or says nothing that it can say.
    pub fn proposal(
        &self,
        kind: Kind,
        line: &str,
        taken: &dyn Fn(&Id) -> bool,
    ) -> Result<Proposal, CaptureError> {
        let found: Found = self.found(kind, line, taken)?;
        Ok(found.named(self.source.id.clone()))
    }

    fn words(&self) -> &str {
        self.text
            .get(self.selected.range.clone())
            .unwrap_or_default()
    }

    fn paragraph(&self) -> &str {
        let range = self.selected.paragraph.clone();
        self.text.get(range).unwrap_or_default()
    }

    /// The words, in bytes of their paragraph.
    fn place(&self) -> Range<usize> {
        let start = self.selected.paragraph.start;
        let range = &self.selected.range;
        range.start.saturating_sub(start)..range.end.saturating_sub(start)
    }
}

#[cfg(test)]
mod tests;
