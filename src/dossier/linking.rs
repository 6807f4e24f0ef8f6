//! Follows every reference of every record, from both ends. Those of speech are found when they are asked for, for there may be millions.

use std::sync::Arc;

use super::fields::Info;
use super::links::{LISTED, Link, Links};
use super::quotes::{Facet, Quotes};
use super::record::{Record, Typed};
use super::records::Records;
use super::relation::Relation;
use super::{Dossier, Id, Kind, Ref};

/// The facets by which quotes point at records.
const POINTERS: [(Kind, Facet, Option<Relation>); 4] = [
    (Kind::Person, Facet::Speaker, Some(Relation::Speaker)),
    (Kind::Person, Facet::Addressee, Some(Relation::Addressee)),
    (Kind::Event, Facet::Event, Some(Relation::Occasion)),
    (Kind::Source, Facet::Sources, None),
];

fn pointers(record: Ref) -> impl Iterator<Item = (Kind, Facet, Option<Relation>)> {
    let here = POINTERS.into_iter();
    here.filter(move |(kind, ..)| *kind == record.kind)
}

impl Links {
    /// Follows every reference of every record; those that lead nowhere are left out.
    pub(super) fn build(dossier: &Dossier) -> Self {
        let mut links = Self::default();
        links.add_all(dossier, &dossier.sources);
        links.add_all(dossier, &dossier.people);
        links.add_all(dossier, &dossier.organisations);
        links.add_all(dossier, &dossier.events);
        links.add_all(dossier, &dossier.agreements);
        links.add_all(dossier, &dossier.series);
        links.add_all(dossier, &dossier.claims);
        links.add_all(dossier, &dossier.disputes);
        for (at, (series, place)) in dossier.observations.iter().enumerate() {
            let figure = Ref::new(Kind::Observation, at);
            links.join(figure, None, Ref::new(Kind::Series, *series));
            let said_by = &dossier.series[*series].observations[*place].said_by;
            if let Some(voice) = said_by.as_ref().and_then(|id| dossier.find(id)) {
                links.join(figure, Some(Relation::SaidBy), voice);
            }
        }
        for list in links.0.values_mut() {
            list.sort();
            list.dedup();
        }
        links
    }

    fn add_all<R: Typed>(&mut self, dossier: &Dossier, records: &[R]) {
        for (at, record) in records.iter().enumerate() {
            let from = Ref::new(R::KIND, at);
            let mut seen = |info: &Info, id: &Id| {
                let Some(relation) = info.relation() else {
                    return;
                };
                // A figure was said by somebody, not its series: it is joined by itself.
                let found = dossier.find(id).filter(|_| relation != Relation::SaidBy);
                if let Some(to) = found {
                    self.join(from, Some(relation), to);
                }
            };
            record.references(&mut seen);
            for evidence in record.all_evidence() {
                if let Some(to) = dossier.find(&evidence.source) {
                    self.join(from, None, to);
                }
            }
        }
    }
}

impl Dossier {
    /// What a record points at and what points at it, the former first; of quotes that point at
    /// it no more than [`LISTED`] each way.
    pub fn links(&self, record: Ref) -> Vec<Link> {
        let mut links = self.links.0.get(&record).cloned().unwrap_or_default();
        let id = self.id(record);
        let back = |relation, at| Link {
            forward: false,
            relation,
            target: Ref::new(Kind::Quote, at),
        };
        for (_, facet, relation) in pointers(record) {
            let quotes = self.quotes.having(facet, &id).take(LISTED);
            links.extend(quotes.map(|at| back(relation, at)));
        }
        if record.kind == Kind::Quote {
            links.extend(self.made_by_quote(record.at));
            let answers = self.quotes.answers_to(&id).take(LISTED);
            links.extend(answers.map(|at| back(Some(Relation::ReplyTo), at)));
        }
        links.sort();
        links.dedup();
        links
    }

    /// Every quote that points at a record by whom, when or where it was said or printed.
    pub fn quotes_linked(&self, record: Ref) -> Vec<Ref> {
        let id = self.id(record);
        let all = pointers(record).flat_map(|(_, facet, _)| self.quotes.having(facet, &id));
        all.map(|at| Ref::new(Kind::Quote, at)).collect()
    }

    /// Does any record cite a source?
    pub fn is_cited(&self, source: Ref) -> bool {
        let links = self.links.0.get(&source).into_iter().flatten();
        let mut citing = links.filter(|link| !link.forward && link.relation.is_none());
        let id = self.id(source);
        let quoted = || {
            self.quotes
                .values()
                .sources
                .iter()
                .any(|list| list.contains(&id))
        };
        citing.next().is_some() || quoted()
    }

    /// How many quotes point at a record that [`Dossier::links`] leaves out.
    pub fn unlisted(&self, record: Ref) -> usize {
        let id = self.id(record);
        let more = pointers(record).map(|(_, facet, _)| {
            let all = self.quotes.having(facet, &id).count();
            all.saturating_sub(LISTED)
        });
        more.sum()
    }

    /// The links that a quote makes itself.
    fn made_by_quote(&self, at: usize) -> Vec<Link> {
        let quote = self.quotes.get(at);
        let mut links = Vec::new();
        let mut add = |relation, id: &Id| {
            let target = self.find(id);
            links.extend(target.map(|target| Link {
                forward: true,
                relation,
                target,
            }));
        };
        quote.references(&mut |info, id| add(info.relation(), id));
        for evidence in &quote.evidence {
            add(None, &evidence.source);
        }
        links
    }
}

impl Dossier {
    /// A dossier of these records and quotes.
    pub(crate) fn new(mut records: Records, quotes: Quotes) -> Self {
        records.links = Links::default();
        let mut dossier = Self {
            records: Arc::new(records),
            quotes,
        };
        let links = Links::build(&dossier);
        Arc::make_mut(&mut dossier.records).links = links;
        dossier
    }
}
