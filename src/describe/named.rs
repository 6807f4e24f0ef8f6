//! Who is named in a record: people and organisations by their ids, countries by their codes.

use crate::dossier::about::Side;
use crate::dossier::value::Value;
use crate::dossier::{Actor, Dossier, Id, Kind, Record, Ref};

/// Every record and country that a record names, evidence and topics apart; for a figure also whom
/// its series is about.
pub fn all(dossier: &Dossier, record: Ref) -> Vec<Actor> {
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

/// Everything that somebody is called: id or code, name, name in their own script, other spellings.
pub fn names(dossier: &Dossier, actor: &Actor) -> Vec<String> {
    match actor {
        Actor::Country(code) => {
            let sides = dossier.about.sides.iter().filter(|side| side.code == *code);
            let names = [code.to_string(), dossier.country(*code)].into_iter();
            names.chain(sides.flat_map(Side::names)).collect()
        }
        Actor::Record(id) => {
            let called = spellings(dossier, id);
            std::iter::once(id.to_string()).chain(called).collect()
        }
    }
}

/// The name of a person or body and its other spellings; of other records the title.
pub fn spellings(dossier: &Dossier, id: &Id) -> Vec<String> {
    let record = dossier.find(id);
    let person = record
        .filter(|r| r.kind == Kind::Person)
        .map(|r| &dossier.people[r.at]);
    let body = record
        .filter(|r| r.kind == Kind::Organisation)
        .map(|r| &dossier.organisations[r.at]);
    let own = person.and_then(|person| person.native_name.as_ref());
    let acronym = body.and_then(|body| body.acronym.as_ref());
    let aliases = person
        .map(|person| &person.aliases)
        .or(body.map(|body| &body.aliases));
    let more = own
        .into_iter()
        .chain(acronym)
        .chain(aliases.into_iter().flatten());
    let name = std::iter::once(dossier.name(id));
    name.chain(more.map(ToString::to_string)).collect()
}

/// Every record and country that a record names that was read already.
pub fn in_record(record: &dyn Record) -> Vec<Actor> {
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
pub fn by(dossier: &Dossier, record: Ref) -> Vec<Actor> {
    match record.kind {
        Kind::Quote => {
            let speaker = dossier.quotes.facets(record.at).speaker;
            vec![Actor::Record(speaker.clone())]
        }
        Kind::Person | Kind::Organisation => {
            let links = dossier.links(record).into_iter().filter(|link| {
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
