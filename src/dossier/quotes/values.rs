//! The values that the facets of quotes have, each kept once.

use super::facet::Facet;
use super::segment::Segment;
use crate::dossier::quote::QuoteKind;
use crate::dossier::{Date, Id, Text};

/// Every value that occurs, by its number.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// Of [`Facet::Speaker`].
    pub speakers: Vec<Id>,
    /// Of [`Facet::Role`].
    pub roles: Vec<Text>,
    /// Of [`Facet::Said`].
    pub said: Vec<Date>,
    /// Of [`Facet::Event`].
    pub events: Vec<Id>,
    /// Of [`Facet::Language`].
    pub languages: Vec<Text>,
    /// Of [`Facet::Topics`].
    pub topics: Vec<Box<[Id]>>,
    /// Of [`Facet::Sources`].
    pub sources: Vec<Box<[Id]>>,
    /// Of [`Facet::Addressee`].
    pub addressees: Vec<Id>,
    /// Of [`Facet::Kind`].
    pub kinds: Vec<QuoteKind>,
}

/// The facets of one quote.
#[derive(Clone, Copy, Debug)]
pub struct Facets<'a> {
    /// Who speaks.
    pub speaker: &'a Id,
    /// As what.
    pub role: Option<&'a Text>,
    /// When.
    pub said: Option<&'a Date>,
    /// On which occasion.
    pub event: Option<&'a Id>,
    /// In which language.
    pub language: Option<&'a Text>,
    /// About what.
    pub topics: &'a [Id],
    /// On which sources it rests.
    pub sources: &'a [Id],
    /// How much of it is verbatim.
    pub kind: QuoteKind,
}

impl Values {
    /// The facets of quote `at` of a segment.
    pub fn facets<'a>(&'a self, segment: &Segment, at: usize) -> Facets<'a> {
        let number = |facet: Facet| segment.column(facet).value(at).map(|value| value as usize);
        let list = |facet: Facet, lists: &'a [Box<[Id]>]| {
            number(facet).map_or(&[] as &[Id], |number| &lists[number])
        };
        Facets {
            speaker: &self.speakers[number(Facet::Speaker).unwrap_or(0)],
            role: number(Facet::Role).map(|number| &self.roles[number]),
            said: number(Facet::Said).map(|number| &self.said[number]),
            event: number(Facet::Event).map(|number| &self.events[number]),
            language: number(Facet::Language).map(|number| &self.languages[number]),
            topics: list(Facet::Topics, &self.topics),
            sources: list(Facet::Sources, &self.sources),
            kind: number(Facet::Kind).map_or(QuoteKind::default(), |number| self.kinds[number]),
        }
    }

    /// For each value of a facet that names records, whether it names `id`.
    pub(crate) fn numbers_of(&self, facet: Facet, id: &Id) -> Vec<bool> {
        let names = |ids: &[Id]| ids.iter().map(|one| one == id).collect();
        let lists = |lists: &[Box<[Id]>]| lists.iter().map(|list| list.contains(id)).collect();
        match facet {
            Facet::Speaker => names(&self.speakers),
            Facet::Event => names(&self.events),
            Facet::Addressee => names(&self.addressees),
            Facet::Topics => lists(&self.topics),
            Facet::Sources => lists(&self.sources),
            Facet::Role | Facet::Said | Facet::Language | Facet::Kind => Vec::new(),
        }
    }
}
