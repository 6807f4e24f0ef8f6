//! What a record is, in a few words, for the end of a line that says its title.

use crate::dossier::{Actor, Agreement, Code, Dossier, Event, Kind, Ref};

/// The parts of it that its title does not say, what matters most first.
pub fn about(dossier: &Dossier, record: Ref) -> Vec<String> {
    let country = |code: Option<Code>| code.map(|code| dossier.country(code));
    match record.kind {
        Kind::Event => event(dossier, &dossier.events[record.at]),
        Kind::Agreement => agreement(dossier, &dossier.agreements[record.at]),
        Kind::Person => {
            let person = &dossier.people[record.at];
            country(person.country).into_iter().collect()
        }
        Kind::Organisation => {
            let body = &dossier.organisations[record.at];
            // A country that is filed as a body is not "of" itself.
            let of = country(body.country).filter(|of| of.as_str() != &*body.name);
            std::iter::once(body.kind.to_string()).chain(of).collect()
        }
        _ => Vec::new(),
    }
}

/// Where it was, what it was, who took part, and what it was about.
fn event(dossier: &Dossier, event: &Event) -> Vec<String> {
    let place = event.place.iter().map(ToString::to_string);
    // A state of affairs has a sign that says so.
    let kind = Some(event.kind.to_string()).filter(|kind| kind != "state");
    let who = who(dossier, event.participants.iter().map(|one| &one.who));
    let topics = event.topics.iter().map(|id| dossier.topic(id).to_owned());
    let parts = place.chain(kind).chain(who).chain(topics);
    parts.filter(|part| !says(&event.title, part)).collect()
}

/// What sort of instrument it is, and its parties.
fn agreement(dossier: &Dossier, agreement: &Agreement) -> Vec<String> {
    let kind = agreement.kind.word().to_owned();
    let who = who(dossier, agreement.parties.iter().map(|one| &one.party));
    let parts = std::iter::once(kind).chain(who);
    parts.filter(|part| !says(&agreement.title, part)).collect()
}

/// Does a title say a part already?
fn says(title: &str, part: &str) -> bool {
    title.to_lowercase().contains(&part.to_lowercase())
}

/// The names of those who are not one of the two sides themselves; where there are none, of the sides. All
/// of them or none: a part of them would mislead.
fn who<'a>(dossier: &Dossier, actors: impl Iterator<Item = &'a Actor>) -> Option<String> {
    let sides = &dossier.about.sides;
    let is_side = |who: &&Actor| match who {
        Actor::Country(code) => sides.iter().any(|side| side.code == *code),
        Actor::Record(_) => false,
    };
    let (own, others): (Vec<_>, Vec<_>) = actors.partition(is_side);
    let shown = if others.is_empty() { own } else { others };
    let names: Vec<_> = shown.into_iter().map(|who| dossier.actor(who)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
