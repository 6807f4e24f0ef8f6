//! Everything that is linked with a record: what it points at and what points at it, its lineage both
//! ways, of a figure its series, and what rests on the same paragraphs.

use std::collections::HashSet;

use crate::dossier::quotes::Facet;
use crate::dossier::{Dossier, Evidence, Id, Kind, Ref, Relation};

/// A source with more quotes is an archive; who of them shares a paragraph is not looked through.
const MANY: usize = 5_000;

/// The record, and everything that is linked with it.
pub fn linked(dossier: &Dossier, record: Ref) -> HashSet<Ref> {
    let mut all = HashSet::from([record]);
    let targets = dossier.links(record).into_iter().map(|link| link.target);
    all.extend(targets);
    all.extend(dossier.quotes_linked(record));
    all.extend(lineage(dossier, record));
    if record.kind == Kind::Observation {
        let series = dossier.series_of(record.at);
        all.extend(dossier.figures_of(series));
    }
    all.extend(beside(dossier, record));
    let series: Vec<_> = all.iter().filter(|one| one.kind == Kind::Series).collect();
    // A series is seen by its figures.
    let unseen: Vec<_> = series
        .into_iter()
        .flat_map(|series| {
            let figures: Vec<_> = dossier.figures_of(series.at).collect();
            let is_seen = figures.iter().any(|figure| all.contains(figure));
            if is_seen { Vec::new() } else { figures }
        })
        .collect();
    all.extend(unseen);
    all
}

/// What a record follows and what follows it, however far.
fn lineage(dossier: &Dossier, record: Ref) -> HashSet<Ref> {
    let mut all = HashSet::new();
    for forward in [true, false] {
        let mut next = vec![record];
        while let Some(one) = next.pop() {
            let links = dossier
                .links(one)
                .into_iter()
                .filter(|link| link.relation == Some(Relation::Follows) && link.forward == forward);
            next.extend(
                links
                    .map(|link| link.target)
                    .filter(|target| all.insert(*target)),
            );
        }
    }
    all
}

/// The records with a passage in one of the paragraphs that support a record.
fn beside(dossier: &Dossier, record: Ref) -> Vec<Ref> {
    let any = dossier.any(record);
    let own: HashSet<(Id, u32)> = any.all_evidence().into_iter().map(place).collect();
    let shares = |evidence: &Evidence| own.contains(&place(evidence));
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
    let records = kinds.flat_map(|kind| dossier.all(kind));
    let mut found: Vec<_> = records
        .filter(|other| dossier.any(*other).all_evidence().into_iter().any(shares))
        .collect();
    let sources: HashSet<&Id> = own.iter().map(|(source, _)| source).collect();
    for source in sources {
        let quotes: Vec<_> = dossier.quotes.having(Facet::Sources, source).collect();
        if quotes.len() <= MANY {
            let quotes = quotes.into_iter();
            let sharing = quotes.filter(|at| dossier.quotes.get(*at).evidence.iter().any(shares));
            found.extend(sharing.map(|at| Ref::new(Kind::Quote, at)));
        }
    }
    found
}

fn place(evidence: &Evidence) -> (Id, u32) {
    (evidence.source.clone(), evidence.paragraph)
}
