//! A part of a dossier as a dossier of its own, in which no reference leads nowhere.

use std::collections::HashSet;

use super::{Actor, Dossier, Id, Kind, Records, Ref};

impl Dossier {
    /// These records alone. What they refer to besides must be among them, but for these references, which
    /// are left out where it is not: the event that an event is part of, what it follows and the
    /// agreements that it brought about; the event of an agreement, what it follows and what may be the
    /// same; what a claim is about; what a dispute mentions.
    #[must_use]
    pub fn part(&self, kept: &HashSet<Ref>) -> Self {
        let has = |id: &Id| self.find(id).is_some_and(|record| kept.contains(&record));
        let acts = |actor: &Actor| actor.id().is_none_or(has);
        let mut part = Records::clone(&self.records);
        keep(&mut part.sources, Kind::Source, kept);
        keep(&mut part.people, Kind::Person, kept);
        keep(&mut part.organisations, Kind::Organisation, kept);
        keep(&mut part.events, Kind::Event, kept);
        for event in &mut part.events {
            event.part_of.take_if(|id| !has(id));
            event.follows.retain(has);
            event.agreements.retain(has);
        }
        keep(&mut part.agreements, Kind::Agreement, kept);
        for agreement in &mut part.agreements {
            agreement.event.take_if(|id| !has(id));
            agreement.follows.retain(has);
            agreement.maybe_same_as.retain(has);
        }
        for series in &mut part.series {
            series.observations.retain(|figure| has(&figure.id));
        }
        keep(&mut part.series, Kind::Series, kept);
        keep(&mut part.claims, Kind::Claim, kept);
        for claim in &mut part.claims {
            claim.about.retain(acts);
        }
        keep(&mut part.disputes, Kind::Dispute, kept);
        for dispute in &mut part.disputes {
            dispute.mentions.retain(acts);
        }
        part.name_all();
        let quotes = self
            .quotes
            .only(|at| kept.contains(&Ref::new(Kind::Quote, at)));
        Self::new(part, quotes).with_places_of(self)
    }
}

fn keep<R>(records: &mut Vec<R>, kind: Kind, kept: &HashSet<Ref>) {
    let mut at = 0;
    records.retain(|_| {
        at += 1;
        kept.contains(&Ref::new(kind, at - 1))
    });
}
