//! Sources for a reference manager or a bibliography: all of them, or those of one record with who
//! says what as their note. The entries are those of [`crate::cite`].

use std::io::{self, Write};

use super::Format;
use crate::cite::{Style, cite, rekeyed, shortened, sources};
use crate::contested::Contests;
use crate::dossier::text::as_given;
use crate::dossier::{Dossier, Ref, Source};

/// So many ids are named of those that a remark counts.
const NAMED: usize = 5;

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

    fn remarks(&self) -> Vec<String> {
        let is_bibtex = self.style == Style::Bibtex;
        let (format, parts) = if is_bibtex {
            ("BibTeX", "the days that it lies between")
        } else {
            ("CSL-JSON", "doubt, a time of day or how it was inferred")
        };
        let shortened = shortened(self.dossier, self.record, self.style);
        let what = format!("without what {format} cannot hold of a date, such as {parts}");
        let rekeyed = is_bibtex.then(|| rekeyed(self.dossier, self.record));
        let keys = "under the id: the citation key has signs that BibTeX does not take, or another source has it too";
        let all = [(shortened, &*what), (rekeyed.unwrap_or_default(), keys)];
        all.into_iter()
            .filter_map(|(sources, what)| remark(&sources, what))
            .collect()
    }

    fn is_empty(&self) -> bool {
        self.dossier.sources.is_empty()
    }
}

/// "1 source exported under the id: …: gazette"; none where there are no such sources.
fn remark(sources: &[&Source], what: &str) -> Option<String> {
    let named: Vec<_> = sources
        .iter()
        .take(NAMED)
        .map(|one| one.id.as_str())
        .collect();
    let count = match sources.len() {
        0 => return None,
        1 => "1 source".to_owned(),
        count => format!("{count} sources"),
    };
    let more = if sources.len() > NAMED { ", …" } else { "" };
    let named = named.join(", ");
    Some(format!("{count} exported {what}: {named}{more}"))
}
