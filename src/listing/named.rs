//! Who is named in a record: people and organisations by their ids, countries by their codes.

use crate::dossier::value::Value;
use crate::dossier::{Actor, Dossier, Kind, Record, Ref};

/// Every record and country that a record names, evidence and topics apart; for a figure also whom
/// its series is about.
pub(super) fn all(dossier: &Dossier, record: Ref) -> Vec<Actor> {
    let mut named = in_record(&*dossier.any(record));
    if record.kind == Kind::Observation {
        let series = dossier.observation(record.at).0;
        named.extend(
            [&series.reporter, &series.partner]
                .into_iter()
                .flatten()
                .cloned(),
        );
    }
    named
}

/// The same for a record that was read already.
pub(super) fn in_record(record: &dyn Record) -> Vec<Actor> {
    let mut named = Vec::new();
    for (_, value) in record.values() {
        value.each(&mut |value| match value {
            Value::Id(id) => named.push(Actor::Record((*id).clone())),
            Value::Actor(actor) => named.push((*actor).clone()),
            Value::Country(code) => named.push(Actor::Country(*code)),
            _ => {}
        });
    }
    named
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
