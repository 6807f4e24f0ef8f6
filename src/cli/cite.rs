//! `bilat cite`: a record or figure as one would cite it.

use std::path::Path;

use clap::ValueEnum;
use color_eyre::eyre::{Result, bail};

use super::{head, print};
use crate::cite::{self, cite};
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Id, Ref};
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
    print(&(cite(&dossier, record, style) + "\n"))?;
    Ok(0)
}

/// The record that a person names.
///
/// # Errors
/// When there is none, with the name that is most like it.
pub(super) fn find(dossier: &Dossier, id: &str) -> Result<Ref> {
    let found = Id::new(id).ok().and_then(|id| dossier.find(&id));
    if let Some(record) = found {
        return Ok(record);
    }
    let shown = clean_line(id);
    match cite::nearest(dossier, id) {
        Some(near) => bail!("no record is called `{shown}`: did you mean `{near}`?"),
        None => bail!("no record is called `{shown}`"),
    }
}
