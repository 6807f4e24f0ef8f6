//! `bilat cite`: a record or figure as one would cite it.

use std::path::Path;

use clap::ValueEnum;
use color_eyre::eyre::{Result, bail};

use super::day::today;
use super::find::find;
use super::origin::choose_aloud;
use super::{head, print};
use crate::cite::{self, cite};
use crate::contested::Contests;
use crate::dossier::text::as_given;
use crate::load::load;

/// The styles, as they are written on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Style {
    /// A sentence
    Text,
    /// A sentence with titles in italics and links
    Markdown,
    /// The sources as CSL-JSON, for Zotero and pandoc
    CslJson,
    /// The sources as BibTeX
    Bibtex,
}

/// Prints the citation and returns the exit code.
///
/// # Errors
/// When there is no dossier, or no record of that name in it.
pub(super) fn run(id: &str, path: Option<&Path>, style: Style, write: bool) -> Result<u8> {
    let origin = choose_aloud(path)?;
    head(&origin)?;
    let dossier = load(&origin).dossier;
    let contests = Contests::new(&dossier, Some(today()));
    let style = style.of_citation();
    if let Some(place) = cite::implied_by_name(&dossier, id) {
        let text = if write {
            cite::write_implied(&dossier, &contests, place).map(|w| written(&w))
        } else {
            cite::cite_implied(&dossier, &contests, place, style)
        };
        let Some(text) = text else {
            bail!("{id} is computed and in no source: cite it as text or markdown");
        };
        print(&(text + "\n"))?;
        return Ok(0);
    }
    let record = find(&dossier, id)?;
    if write {
        let cell = cite::cell_of(&dossier, record, Some(today()));
        let Some(write) = cite::write(&dossier, &contests, record, cell.as_ref()) else {
            bail!(
                "{id} states nothing to write down; --write takes a figure, claim, event, agreement or quote"
            );
        };
        print(&(written(&write) + "\n"))?;
        return Ok(0);
    }
    print(&(as_given(|| cite(&dossier, &contests, record, style)) + "\n"))?;
    Ok(0)
}

/// The sentence, and below it whether it is safe.
fn written(write: &cite::Write) -> String {
    format!("{}\n{}", write.sentence, write.verdict())
}

impl Style {
    fn of_citation(self) -> cite::Style {
        match self {
            Self::Text => cite::Style::Text,
            Self::Markdown => cite::Style::Markdown,
            Self::CslJson => cite::Style::CslJson,
            Self::Bibtex => cite::Style::Bibtex,
        }
    }
}
