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
    /// APA, 7th edition: a citation in parentheses, and the reference list
    Apa,
    /// Chicago Manual of Style, 18th edition (notes and bibliography): a note, and the bibliography
    Chicago,
    /// OSCOLA, 4th edition: a footnote, and the bibliography
    Oscola,
    /// MLA Handbook, 9th edition: a citation in parentheses, and the works cited
    Mla,
}

/// The style manuals, as they are written on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Manual {
    /// APA, 7th edition
    Apa,
    /// Chicago Manual of Style, 18th edition (notes and bibliography)
    Chicago,
    /// OSCOLA, 4th edition
    Oscola,
    /// MLA Handbook, 9th edition
    Mla,
}

impl Manual {
    pub(super) fn of_citation(self) -> cite::Manual {
        match self {
            Self::Apa => cite::Manual::Apa,
            Self::Chicago => cite::Manual::Chicago,
            Self::Oscola => cite::Manual::Oscola,
            Self::Mla => cite::Manual::Mla,
        }
    }
}

/// How a citation is made.
enum Way {
    /// In a style of bilat, or as data.
    Plain(cite::Style),
    /// After a style manual.
    Manual(cite::Manual),
}

/// Prints the citation and returns the exit code.
///
/// # Errors
/// When there is no dossier, or no record of that name in it.
pub(super) fn run(id: &str, path: Option<&Path>, style: Style, write: bool) -> Result<u8> {
    let origin = choose_aloud(path)?;
    head(&origin)?;
    let dossier = load(&origin).dossier;
    let contests = as_given(|| Contests::new(&dossier, Some(today())));
    let style = style.way();
    if let Some(place) = cite::implied_by_name(&dossier, id) {
        let implied = as_given(|| match style {
            _ if write => cite::write_implied(&dossier, &contests, place).map(|w| written(&w)),
            Way::Plain(style) => cite::cite_implied(&dossier, &contests, place, style),
            Way::Manual(_) => None,
        });
        let Some(text) = implied else {
            bail!("{id} is computed and in no source: cite it as text or markdown");
        };
        print(&(text + "\n"))?;
        return Ok(0);
    }
    let record = find(&dossier, id)?;
    if write {
        let found = as_given(|| {
            let cell = cite::cell_of(&dossier, record, Some(today()));
            cite::write(&dossier, &contests, record, cell.as_ref())
        });
        let Some(write) = found else {
            bail!(
                "{id} states nothing to write down; --write takes a figure, claim, event, agreement or quote"
            );
        };
        print(&(written(&write) + "\n"))?;
        return Ok(0);
    }
    let text = as_given(|| match style {
        Way::Plain(style) => Ok(cite(&dossier, &contests, record, style)),
        Way::Manual(manual) => cite::cite_by(&dossier, &contests, record, manual),
    });
    print(&(text? + "\n"))?;
    Ok(0)
}

/// The sentence, and below it whether it is safe.
fn written(write: &cite::Write) -> String {
    format!("{}\n{}", write.sentence, write.verdict())
}

impl Style {
    fn way(self) -> Way {
        match self {
            Self::Text => Way::Plain(cite::Style::Text),
            Self::Markdown => Way::Plain(cite::Style::Markdown),
            Self::CslJson => Way::Plain(cite::Style::CslJson),
            Self::Bibtex => Way::Plain(cite::Style::Bibtex),
            Self::Apa => Way::Manual(cite::Manual::Apa),
            Self::Chicago => Way::Manual(cite::Manual::Chicago),
            Self::Oscola => Way::Manual(cite::Manual::Oscola),
            Self::Mla => Way::Manual(cite::Manual::Mla),
        }
    }
}
