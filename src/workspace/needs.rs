//! What records need to be read without the rest of their dossier.

use std::collections::HashSet;

use crate::dossier::fields::Info;
use crate::dossier::{Dossier, Id, Kind, Ref, Relation};

/// The people, organisations and sources that records name and cite. Of quotes that is who speaks and
/// what they rest on: they may be a million, and their records are not read.
pub(super) fn named(dossier: &Dossier, records: impl Iterator<Item = Ref>) -> HashSet<Ref> {
    let mut found = HashSet::new();
    let (mut speakers, mut lists) = (HashSet::new(), HashSet::new());
    for record in records {
        if record.kind == Kind::Quote {
            let facets = dossier.quotes.facets(record.at);
            if speakers.insert(facets.speaker) {
                found.extend(dossier.find(facets.speaker));
            }
            if lists.insert(facets.sources) {
                found.extend(facets.sources.iter().filter_map(|id| dossier.find(id)));
            }
        } else {
            refer(dossier, record, &mut |_, target| {
                found.insert(target);
            });
        }
    }
    found.retain(|record| {
        matches!(
            record.kind,
            Kind::Person | Kind::Organisation | Kind::Source
        )
    });
    found
}

/// The records, and all that they need.
pub(super) fn all(dossier: &Dossier, records: impl Iterator<Item = Ref>) -> HashSet<Ref> {
    let mut all: HashSet<Ref> = records.collect();
    let mut next: Vec<_> = all.iter().copied().collect();
    while let Some(record) = next.pop() {
        let mut needed = Vec::new();
        refer(dossier, record, &mut |relation, target| {
            if relation.is_none_or(|relation| needs(record.kind, relation)) {
                needed.push(target);
            }
        });
        match record.kind {
            Kind::Observation => {
                needed.push(Ref::new(Kind::Series, dossier.series_of(record.at)));
            }
            Kind::Series if !dossier.figures_of(record.at).any(|f| all.contains(&f)) => {
                needed.extend(dossier.figures_of(record.at));
            }
            _ => {}
        }
        next.extend(needed.into_iter().filter(|target| all.insert(*target)));
    }
    all
}

/// Does a record make no sense without those that it points at in this way?
fn needs(from: Kind, relation: Relation) -> bool {
    match relation {
        Relation::PartOf
        | Relation::Follows
        | Relation::Agreement
        | Relation::MaybeSameAs
        | Relation::About
        | Relation::Mentions => false,
        Relation::Occasion => from == Kind::Quote,
        _ => true,
    }
}

/// Everything that a record points at, with how; sources of evidence with none.
fn refer(dossier: &Dossier, record: Ref, see: &mut dyn FnMut(Option<Relation>, Ref)) {
    let any = dossier.any(record);
    let mut seen = |info: &Info, id: &Id| {
        if let Some(target) = dossier.find(id) {
            see(info.relation(), target);
        }
    };
    any.references(&mut seen);
    for evidence in any.all_evidence() {
        if let Some(target) = dossier.find(&evidence.source) {
            see(None, target);
        }
    }
}
