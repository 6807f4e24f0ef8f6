//! Works in the form of a style manual, by the processor hayagriva (CSL 1.0.2).
//!
//! The styles and locales are those of the Citation Style Language project, in `assets/csl`.

mod item;
mod typeset;

use hayagriva::citationberg::json;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleFile};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload,
    Rendered, SpecificLocator,
};

use super::cluster::{Cluster, Typeset};
use super::csl;
use super::manual::{MOST, Manual, StyleError};
use super::run::Run;
use crate::dossier::{Dossier, Source};
use item::Work;

const APA: &str = include_str!("../../assets/csl/apa.csl");
const CHICAGO: &str = include_str!("../../assets/csl/chicago-notes-bibliography.csl");
const OSCOLA: &str = include_str!("../../assets/csl/oscola.csl");
const MLA: &str = include_str!("../../assets/csl/modern-language-association.csl");
const AMERICAN: &str = include_str!("../../assets/csl/locales-en-US.xml");
const BRITISH: &str = include_str!("../../assets/csl/locales-en-GB.xml");

/// Works that are cited and listed together.
#[derive(Clone, Debug, PartialEq)]
pub struct Works {
    manual: Manual,
    works: Vec<Work>,
}

impl Works {
    /// These sources, to be cited after `manual`.
    ///
    /// # Errors
    /// In a build without citation styles, and for too many works.
    pub fn new<'a>(
        dossier: &Dossier,
        manual: Manual,
        sources: impl IntoIterator<Item = &'a Source>,
    ) -> Result<Self, StyleError> {
        let items = sources
            .into_iter()
            .map(|source| csl::item(dossier, source, None));
        let works: Vec<_> = items
            .enumerate()
            .map(|(at, item)| Work::new(at, item, manual))
            .collect();
        if works.len() > MOST {
            return Err(StyleError::TooMany(works.len()));
        }
        Ok(Self { manual, works })
    }

    /// The citations and the list.
    pub fn typeset(&self, clusters: &[Cluster]) -> Typeset {
        // The files are a part of the program; a test reads each.
        let (Some(style), Some(locale)) = (self.style(), self.locale()) else {
            return Typeset::default();
        };
        let locales = [locale];
        let rendered = self.rendered(clusters, &style, &locales);
        let citations = rendered
            .citations
            .iter()
            .zip(parted(clusters))
            .filter_map(|(one, cluster)| Some((one, cluster?)))
            .map(|(one, cluster)| {
                let works = cluster
                    .cited
                    .iter()
                    .map(|(at, _)| *at)
                    .filter_map(|at| self.works.get(at));
                typeset::runs(&one.citation, works)
            });
        let entries = rendered
            .bibliography
            .into_iter()
            .flat_map(|list| list.items);
        let list = entries.filter_map(|entry| {
            let at: usize = entry.key.parse().ok()?;
            let runs = typeset::runs(&entry.content, self.works.get(at));
            let alone = || typeset::stopped(self.alone(at, &style, &locales));
            Some((at, if runs.is_empty() { alone() } else { runs }))
        });
        Typeset {
            citations: citations.collect(),
            list: list.collect(),
        }
    }

    fn rendered(
        &self,
        clusters: &[Cluster],
        style: &IndependentStyle,
        locales: &[Locale],
    ) -> Rendered {
        let parted = parted(clusters);
        let locators: Vec<_> = parted.iter().copied().map(locators).collect();
        let mut driver = BibliographyDriver::new();
        for (cluster, locators) in parted.iter().zip(&locators) {
            let cited = cluster.iter().flat_map(|cluster| &cluster.cited);
            let items = cited
                .zip(locators)
                .filter_map(|((at, _), locator)| self.item(*at, locator));
            let note = cluster.map(|cluster| cluster.note);
            driver.citation(request(items.collect(), style, locales, note));
        }
        for item in self.uncited(clusters) {
            driver.citation(request(vec![item], style, locales, None));
        }
        driver.finish(BibliographyRequest::new(style, None, locales))
    }

    fn item<'a>(&'a self, at: usize, locator: &'a str) -> Option<CitationItem<'a, json::Item>> {
        let is_whole = locator.is_empty();
        let paragraph = SpecificLocator(Locator::Paragraph, LocatorPayload::Str(locator));
        let locator = (!is_whole).then_some(paragraph);
        Some(CitationItem::with_locator(
            &self.works.get(at)?.item,
            locator,
        ))
    }

    /// A work as a note has it: Chicago lists no papers that nobody can look up, but there must be a place
    /// that names them.
    fn alone(&self, at: usize, style: &IndependentStyle, locales: &[Locale]) -> Vec<Run> {
        let mut driver = BibliographyDriver::new();
        let items = self.item(at, "").into_iter().collect();
        driver.citation(request(items, style, locales, Some(1)));
        let rendered = driver.finish(BibliographyRequest::new(style, None, locales));
        let note = rendered.citations.first();
        note.map(|note| typeset::runs(&note.citation, self.works.get(at)))
            .unwrap_or_default()
    }

    /// Those that no cluster cites: they are listed all the same.
    fn uncited(&self, clusters: &[Cluster]) -> Vec<CitationItem<'_, json::Item>> {
        let cited = clusters.iter().flat_map(|cluster| &cluster.cited);
        let mut is_cited = vec![false; self.works.len()];
        for (at, _) in cited {
            if let Some(is_cited) = is_cited.get_mut(*at) {
                *is_cited = true;
            }
        }
        let works = self
            .works
            .iter()
            .zip(is_cited)
            .filter(|(_, is_cited)| !is_cited);
        let items = works.map(|(work, _)| CitationItem::with_entry(&work.item));
        items.collect()
    }

    /// The style, without what it puts around a citation.
    fn style(&self) -> Option<IndependentStyle> {
        let mut style = IndependentStyle::from_xml(match self.manual {
            Manual::Apa => APA,
            Manual::Chicago => CHICAGO,
            Manual::Oscola => OSCOLA,
            Manual::Mla => MLA,
        })
        .ok()?;
        style.citation.layout.prefix = None;
        style.citation.layout.suffix = None;
        // hayagriva 0.10 panics where it looks for given names that tell works of one surname apart, and
        // one of these has more authors than another.
        let first = self.works.first().map(|work| work.authors);
        if self.works.iter().any(|work| Some(work.authors) != first) {
            style.citation.disambiguate_add_givenname = false;
        }
        Some(style)
    }

    fn locale(&self) -> Option<Locale> {
        let xml = match self.manual {
            Manual::Oscola => BRITISH,
            _ => AMERICAN,
        };
        Some(LocaleFile::from_xml(xml).ok()?.into())
    }
}

fn request<'a>(
    items: Vec<CitationItem<'a, json::Item>>,
    style: &'a IndependentStyle,
    locales: &'a [Locale],
    note: Option<usize>,
) -> CitationRequest<'a, json::Item> {
    CitationRequest::new(items, style, None, locales, note)
}

/// The clusters, with a gap behind a note of several works: what follows is not "ibid" of the last.
fn parted(clusters: &[Cluster]) -> Vec<Option<&Cluster>> {
    let mut parted = Vec::with_capacity(clusters.len());
    for note in clusters.chunk_by(|a, b| a.note == b.note) {
        parted.extend(note.iter().map(Some));
        let mut works = note.iter().flat_map(|cluster| &cluster.cited);
        let first = works.next().map(|(at, _)| *at);
        if works.any(|(at, _)| Some(*at) != first) {
            parted.push(None);
        }
    }
    parted
}

/// The paragraphs of each work: "12", "3, 12"; empty for none.
fn locators(cluster: Option<&Cluster>) -> Vec<String> {
    let cited = cluster.into_iter().flat_map(|cluster| &cluster.cited);
    let paragraphs = cited.map(|(_, paragraphs)| {
        let numbers = paragraphs.iter().map(ToString::to_string);
        numbers.collect::<Vec<_>>().join(", ")
    });
    paragraphs.collect()
}
