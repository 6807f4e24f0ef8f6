//! Sources for a reference manager or a bibliography: all of them, or those of one record with who
//! says what as their note. The entries are those of [`crate::cite`].

use std::io::{self, Write};

use super::Format;
use crate::cite::{Style, cite, sources};
use crate::contested::Contests;
use crate::dossier::text::as_given;
use crate::dossier::{Dossier, Ref};

/// Sources in a style of [`crate::cite`].
#[derive(Debug)]
pub struct Bibliography<'a> {
    /// Of this dossier.
    pub dossier: &'a Dossier,
    /// What is contested in it: said of the record.
    pub contests: Contests,
    /// CSL-JSON or BibTeX; the other styles write sentences.
    pub style: Style,
    /// Those that this record rests on; all of them for none.
    pub record: Option<Ref>,
}

impl Format for Bibliography<'_> {
    fn files(&self) -> Vec<String> {
        let name = match self.style {
            Style::Bibtex => "sources.bib",
            _ => "sources.json",
        };
        vec![name.to_owned()]
    }

    fn write(&self, _: usize, out: &mut dyn Write) -> io::Result<()> {
        let text = as_given(|| match self.record {
            Some(record) => cite(self.dossier, &self.contests, record, self.style),
            None => sources(self.dossier, self.style),
        });
        writeln!(out, "{text}")
    }

    fn is_empty(&self) -> bool {
        self.dossier.sources.is_empty()
    }
}
