//! Who is named in a record: people and bodies by their ids, countries by their codes.

use crate::dossier::record::Record;
use crate::dossier::{Actor, Code, Dossier, Id, Kind, Ref};

/// Every record and country that a record names, evidence and topics apart.
pub(super) fn all(dossier: &Dossier, record: Ref) -> Vec<Actor> {
    let at = record.at;
    match record.kind {
        Kind::Event => {
            let event = &dossier.events[at];
            let who = event.participants.iter().map(|p| p.who.clone());
            with(event, who)
        }
        Kind::Agreement => {
            let agreement = &dossier.agreements[at];
            let parties = agreement.parties.iter().flat_map(|party| {
                let side = party.side.map(Actor::Country);
                std::iter::once(party.party.clone()).chain(side)
            });
            with(agreement, parties)
        }
        Kind::Series => {
            let series = &dossier.series[at];
            let ends = [&series.reporter, &series.partner];
            with(series, ends.into_iter().flatten().cloned())
        }
        Kind::Observation => figure(dossier, at),
        Kind::Quote => with(&dossier.quotes.get(at), std::iter::empty()),
        Kind::Claim => {
            let claim = &dossier.claims[at];
            with(claim, claim.about.iter().cloned())
        }
        Kind::Dispute => {
            let dispute = &dossier.disputes[at];
            with(dispute, dispute.between.iter().cloned())
        }
        Kind::Person => with(&dossier.people[at], country(dossier.people[at].country)),
        Kind::Organisation => {
            let body = &dossier.organisations[at];
            let members = body.members.iter().map(|member| member.member.clone());
            with(body, members.chain(country(body.country)))
        }
        Kind::Source => with(&dossier.sources[at], country(dossier.sources[at].side)),
    }
}

/// Whom a filter by person or body finds a record by: who is named in it. Of a quote that is who
/// speaks, for what was said *to* somebody is another question; of a person or body also those that
/// name it.
pub(super) fn by(dossier: &Dossier, record: Ref) -> Vec<Actor> {
    match record.kind {
        Kind::Quote => {
            let speaker = dossier.quotes.facets(record.at).speaker;
            vec![Actor::Record(speaker.clone())]
        }
        Kind::Person | Kind::Organisation => {
            let links = dossier.links(record).into_iter();
            let links = links.filter(|link| {
                let actor = matches!(link.target.kind, Kind::Person | Kind::Organisation);
                actor && link.relation.is_some()
            });
            let linked = links.map(|link| Actor::Record(dossier.id(link.target)));
            let own = Actor::Record(dossier.id(record));
            let mut named = all(dossier, record);
            named.extend(linked.chain([own]));
            named
        }
        _ => all(dossier, record),
    }
}

/// Who gives a figure, and whom its series is about.
fn figure(dossier: &Dossier, at: usize) -> Vec<Actor> {
    let (series, figure) = dossier.observation(at);
    let ends = [&series.reporter, &series.partner];
    let said_by = figure.said_by.iter().cloned().map(Actor::Record);
    ends.into_iter().flatten().cloned().chain(said_by).collect()
}

/// Whom a record points at, and more.
pub(super) fn with<R: Record>(record: &R, more: impl Iterator<Item = Actor>) -> Vec<Actor> {
    let mut named = Vec::new();
    record.references(&mut |_, id: &Id| named.push(Actor::Record(id.clone())));
    named.extend(more);
    named
}

fn country(code: Option<Code>) -> impl Iterator<Item = Actor> {
    code.map(Actor::Country).into_iter()
}
