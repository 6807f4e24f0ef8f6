//! Records by what a person types of their names.

use super::CaptureError;
use crate::dossier::{Dossier, Id, Kind, Text, nearest};
use crate::propose::words::plain;

/// A record and what it is called.
struct Called<'a> {
    id: &'a Id,
    names: Vec<&'a str>,
}

/// The person or organisation that `typed` names: by id, by name or alias, or by the beginnings of
/// some words of one.
pub(super) fn speaker(dossier: &Dossier, typed: &str) -> Result<Id, CaptureError> {
    find(typed, "person", people(dossier))
}

/// The same, or a source.
pub(super) fn asserting(dossier: &Dossier, typed: &str) -> Result<Id, CaptureError> {
    let sources = dossier.sources.iter().map(|source| Called {
        id: &source.id,
        names: vec![source.title.as_str()],
    });
    find(
        typed,
        "person, organisation or source",
        people(dossier).chain(sources),
    )
}

/// The series that `typed` names.
pub(super) fn series(dossier: &Dossier, typed: &str) -> Result<Id, CaptureError> {
    let all = dossier.series.iter().map(|series| Called {
        id: &series.id,
        names: vec![series.title.as_str()],
    });
    find(typed, "series", all)
}

fn people(dossier: &Dossier) -> impl Iterator<Item = Called<'_>> {
    let people = dossier.people.iter().map(|person| Called {
        id: &person.id,
        names: names(&person.name, person.native_name.as_ref(), &person.aliases),
    });
    let organisations = dossier.organisations.iter().map(|body| Called {
        id: &body.id,
        names: names(&body.name, body.acronym.as_ref(), &body.aliases),
    });
    people.chain(organisations)
}

fn names<'a>(name: &'a Text, other: Option<&'a Text>, aliases: &'a [Text]) -> Vec<&'a str> {
    let all = [name].into_iter().chain(other).chain(aliases);
    all.map(Text::as_str).collect()
}

fn find<'a>(
    typed: &str,
    what: &'static str,
    all: impl Iterator<Item = Called<'a>>,
) -> Result<Id, CaptureError> {
    let query = plain(typed);
    let parts: Vec<&str> = query.split(' ').collect();
    let (mut whole, mut part, mut known) = (Vec::new(), Vec::new(), Vec::new());
    for one in all {
        if one.id.as_str() == typed {
            return Ok(one.id.clone());
        }
        let names: Vec<String> = one.names.iter().map(|name| plain(name)).collect();
        let begins = |name: &String| {
            let begun = |part: &&str| name.split(' ').any(|word| word.starts_with(part));
            parts.iter().all(begun)
        };
        if names.contains(&query) {
            whole.push(one.id.clone());
        } else if names.iter().any(begins) {
            part.push(one.id.clone());
        }
        known.push((one.id.clone(), names));
    }
    let ids = if whole.is_empty() { part } else { whole };
    match ids.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(nobody(typed, what, &known)),
        _ => Err(CaptureError::Several {
            text: typed.to_owned(),
            ids,
        }),
    }
}

fn nobody(typed: &str, what: &'static str, known: &[(Id, Vec<String>)]) -> CaptureError {
    let all = known.iter().flat_map(|(id, names)| {
        let names = names.iter().map(String::as_str);
        [id.as_str()].into_iter().chain(names)
    });
    let hint = if let Some(near) = nearest(typed, all) {
        format!("did you mean `{near}`?")
    } else {
        let person = Kind::Person.singular();
        let kind = if what == "series" { what } else { person };
        format!("`bilat add {kind}` adds one")
    };
    CaptureError::Nobody {
        what,
        text: typed.to_owned(),
        hint,
    }
}
