//! A record or figure as one would cite it: who says what, in which source and paragraph, and
//! that it is contested where it is. Pure.
//!
//! No date is more precise than it was stored; one that was worked out stands in square brackets.
//! Everything comes from [`crate::dossier::Text`], so that it is as safe to print as any record.

mod bibtex;
mod by_manual;
mod citation;
mod cluster;
mod contested;
mod csl;
mod escape;
mod heard;
mod implied;
mod kept;
mod line;
mod list;
mod manual;
mod markdown;
mod name;
mod reference;
mod rivals;
mod run;
mod sentence;
mod style;
mod titles;
#[cfg_attr(not(feature = "styles"), path = "cite/no_works.rs")]
mod works;
mod write;

use crate::contested::Contests;
use crate::dossier::{Dossier, Id, Kind, Ref, Source};
pub use by_manual::cite_by;
use citation::{Citation, Place, places};
pub use cluster::{Cluster, Typeset};
pub use contested::doubt_places;
pub use implied::{cite_implied, implied_by_name, implied_page, write_implied};
use line::{one_line, stopped};
pub use manual::{Manual, StyleError};
pub use run::{Run, plain};
pub use style::Style;
pub use works::Works;
pub use write::{Advice, Write, cell_of, page, write};

/// The citation of a record, with what contests it. The last line has no line feed.
pub fn cite(dossier: &Dossier, contests: &Contests, record: Ref, style: Style) -> String {
    Citation::new(dossier, contests, record).written(style)
}

/// What speaks against a record, a sentence each: the clauses to add where it is written down.
pub fn caveats(dossier: &Dossier, contests: &Contests, record: Ref) -> Vec<String> {
    contested::of(dossier, contests, record)
}

/// A source in a few words: `ASEAN Briefing [2023]`; with its title where another is called so too.
pub fn short(dossier: &Dossier, source: &Source) -> String {
    reference::short(dossier, source)
}

/// A source as it stands in a list of works, in plain text.
pub fn reference(dossier: &Dossier, source: &Source) -> String {
    stopped(&reference::plain(dossier, source))
}

/// `text`, a line, so that Markdown shows it as it is.
pub fn escape_markdown(text: &str) -> String {
    escape::escape(text)
}

/// Every source, one after the other. The last line has no line feed.
pub fn sources(dossier: &Dossier, style: Style) -> String {
    all(dossier).written(style)
}

/// The sources whose dates say something that CSL-JSON or BibTeX cannot hold: of those that a record
/// cites, or of all. Every other style writes dates in words.
pub fn shortened<'a>(dossier: &'a Dossier, record: Option<Ref>, style: Style) -> Vec<&'a Source> {
    let dates = |source: &'a Source| source.issued.iter().chain(&source.accessed);
    let loses = |source: &&'a Source| match style {
        Style::CslJson => dates(source).any(csl::loses),
        Style::Bibtex => bibtex::loses(source),
        Style::Text | Style::Markdown => false,
    };
    cited(dossier, record).filter(loses).collect()
}

/// The sources that BibTeX has by their ids, for it does not take their keys, or others have them too: of
/// those that a record cites, or of all.
pub fn rekeyed(dossier: &Dossier, record: Option<Ref>) -> Vec<&Source> {
    let loses = bibtex::loses_key(dossier);
    let sources = cited(dossier, record);
    sources.filter(|source| loses(source)).collect()
}

/// The sources that a record cites, or all.
fn cited(dossier: &Dossier, record: Option<Ref>) -> impl Iterator<Item = &Source> {
    let citation = match record {
        Some(record) => Citation::new(dossier, &Contests::default(), record),
        None => all(dossier),
    };
    citation.places.into_iter().map(|place| place.source)
}

fn all(dossier: &Dossier) -> Citation<'_> {
    let places = dossier.sources.iter().map(|source| Place {
        source,
        paragraphs: Vec::new(),
    });
    Citation {
        dossier,
        sentence: String::new(),
        speech: None,
        places: places.collect(),
        contested: Vec::new(),
    }
}

/// The id that is most like `wrong`, if one is like it at all.
pub fn nearest(dossier: &Dossier, wrong: &str) -> Option<Id> {
    /// Below this likeness a guess is more of a riddle than a help.
    const LIKE: f64 = 0.75;
    let wrong = wrong.to_lowercase();
    let records = Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind));
    let rated = records.map(|record| {
        let id = dossier.id(record);
        (strsim::jaro_winkler(&wrong, id.as_str()), id)
    });
    let near = rated.filter(|(like, _)| *like >= LIKE);
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
    best.map(|(_, id)| id)
}

impl<'a> Citation<'a> {
    pub(super) fn new(dossier: &'a Dossier, contests: &Contests, record: Ref) -> Self {
        let speech = match record.kind {
            Kind::Quote => Some(dossier.quotes.get(record.at).text.to_string()),
            _ => None,
        };
        Self {
            dossier,
            sentence: sentence::of(dossier, record),
            speech,
            places: places(dossier, record),
            contested: contested::of(dossier, contests, record),
        }
    }

    pub(super) fn written(&self, style: Style) -> String {
        match style {
            Style::Text => self.text(),
            Style::Markdown => markdown::cite(self),
            Style::CslJson => csl::cite(self),
            Style::Bibtex => bibtex::cite(self),
        }
    }
}
