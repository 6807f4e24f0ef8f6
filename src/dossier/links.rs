//! Cross-references read from both ends: from a person to their quotes, from an agreement to what
//! followed it.

use std::collections::HashMap;

use super::record::{Record, Relation};
use super::{Dossier, Id, Kind, Ref};

/// One end of a cross-reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Whether the record at hand is the one that points.
    pub forward: bool,
    /// How; none between a figure and its series, and between a record and its source.
    pub relation: Option<Relation>,
    /// The record at the other end.
    pub target: Ref,
}

impl Link {
    /// The label of the link, seen from the record at hand.
    pub fn label(&self) -> &'static str {
        match (self.relation, self.forward, self.target.kind) {
            (Some(relation), true, _) => relation.forward(),
            (Some(relation), false, _) => relation.backward(),
            (None, true, Kind::Series) => "series",
            (None, true, _) => "source",
            (None, false, Kind::Observation) => "figure",
            (None, false, _) => "rests on this source",
        }
    }
}

/// All links of a dossier.
#[derive(Debug, Default)]
pub struct Links(HashMap<Ref, Vec<Link>>);

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
        links.add_all(dossier, &dossier.quotes);
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

    fn add_all<R: Record>(&mut self, dossier: &Dossier, records: &[R]) {
        for (at, record) in records.iter().enumerate() {
            let from = Ref::new(R::KIND, at);
            let mut seen = |relation: Relation, id: &Id| {
                // A figure was said by somebody, not its series: it is joined by itself.
                let found = dossier.find(id).filter(|_| relation != Relation::SaidBy);
                if let Some(to) = found {
                    self.join(from, Some(relation), to);
                }
            };
            record.references(&mut seen);
            for evidence in record.evidence().iter().chain(record.inner_evidence()) {
                if let Some(to) = dossier.find(&evidence.source) {
                    self.join(from, None, to);
                }
            }
        }
    }

    fn join(&mut self, from: Ref, relation: Option<Relation>, to: Ref) {
        let link = |forward, target| Link {
            forward,
            relation,
            target,
        };
        self.0.entry(from).or_default().push(link(true, to));
        self.0.entry(to).or_default().push(link(false, from));
    }

    /// The links of a record, those that it makes itself first.
    pub fn of(&self, record: Ref) -> &[Link] {
        self.0.get(&record).map_or(&[], Vec::as_slice)
    }
}
