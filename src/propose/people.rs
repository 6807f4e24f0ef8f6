//! People whom the dossier does not have: those who speak, hold an office, or take part.

use std::collections::HashSet;
use std::ops::Range;

use super::context::{Cast, Context};
use super::proposal::Found;
use crate::dossier::person::Role;
use crate::dossier::{Date, Kind, Person, Text};
use crate::extract::{Confidence, NamedPerson, Speeches, Who, is_relation};

/// Gives every person of the text an id, and proposes those that are new.
pub(super) fn found(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &mut Cast,
) -> serde_json::Result<Vec<Found>> {
    let speakers: HashSet<usize> = speeches
        .speeches
        .iter()
        .filter_map(|speech| match speech.speaker.who {
            Who::Person(at) => Some(at),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for (at, person) in speeches.people.iter().enumerate() {
        if let Some(id) = &person.known {
            cast.ids.insert(at, id.clone());
            continue;
        }
        let matters = speakers.contains(&at)
            || !person.titles.is_empty() && person.basis.confidence > Confidence::Unsure;
        let Some(anchor) = person
            .mentions
            .first()
            .and_then(|range| context.anchor(range))
        else {
            continue;
        };
        if !matters {
            continue;
        }
        let id = context.fresh(&person.name, Kind::Person);
        let record = Person {
            country: person.country,
            roles: roles(context, person),
            evidence: vec![anchor.clone()],
            ..Person::new(id.clone(), Text::new(&person.name))
        };
        cast.ids.insert(at, id);
        found.push(Found::new(Kind::Person, &record, anchor, person.basis)?);
    }
    Ok(found)
}

/// The titles as printed, each once.
fn roles(context: &Context<'_>, person: &NamedPerson) -> Vec<Role> {
    let mut seen = HashSet::new();
    let titles = person.titles.iter().map(|range| office(context, range));
    titles
        .filter(|range| !is_relation(context.words(range)))
        .filter(|range| seen.insert(context.words(range).to_lowercase()))
        .filter_map(|range| role(context, &range))
        .collect()
}

/// A title without the word that the visit alone adds: "visiting Prime Minister".
pub(super) fn office(context: &Context<'_>, title: &Range<usize>) -> Range<usize> {
    const VISITING: &str = "visiting ";
    let words = context.words(title);
    let start = words.get(..VISITING.len()).unwrap_or_default();
    let visiting = start.eq_ignore_ascii_case(VISITING);
    let skipped = if visiting { VISITING.len() } else { 0 };
    title.start + skipped..title.end
}

fn role(context: &Context<'_>, title: &Range<usize>) -> Option<Role> {
    let evidence = context.anchor(title)?;
    Some(Role {
        title: Text::new(context.words(title)),
        organisation: None,
        from: None,
        to: None,
        as_of: as_of(context),
        said_by: Some(context.source.clone()),
        evidence: vec![evidence],
    })
}

/// A title is held when the article appears.
fn as_of(context: &Context<'_>) -> Option<Date> {
    let issued = context.article.issued.as_ref()?;
    let why = "the day of publication; the title is given without a date";
    Date::inferred(issued.edtf(), (None, None), why).ok()
}
