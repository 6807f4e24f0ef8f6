//! `bilat cite`: a record or figure as one would cite it.

use std::path::Path;

use clap::ValueEnum;
use color_eyre::eyre::Result;

use super::find::find;
use super::{head, print};
use crate::cite::{self, cite};
use crate::dossier::text::as_given;
use crate::load::{Origin, load};

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
pub(super) fn run(id: &str, path: Option<&Path>, style: Style) -> Result<u8> {
    let origin = Origin::new(path)?;
    head(&origin)?;
    let dossier = load(&origin).dossier;
    let record = find(&dossier, id)?;
    let style = match style {
        Style::Text => cite::Style::Text,
        Style::Markdown => cite::Style::Markdown,
        Style::CslJson => cite::Style::CslJson,
        Style::Bibtex => cite::Style::Bibtex,
    };
    print(&(as_given(|| cite(&dossier, record, style)) + "\n"))?;
    Ok(0)
}
