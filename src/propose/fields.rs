//! The record of a proposal, field by field, in words, and what proposed records are called.

use serde::Deserialize;

use super::proposal::Proposal;
use crate::describe::words;
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::value::Value;
use crate::dossier::{Dossier, Id, Text, Typed};

/// Label and value of each field that says something, in the order of the table of fields; none where
/// the record is not sound. Evidence is no part of it.
pub fn fields(
    one: &Proposal,
    dossier: &Dossier,
    name: &dyn Fn(&Id) -> String,
) -> Option<Vec<(String, String)>> {
    of_kind(one.kind()?, Fields { one, dossier, name })
}

/// What the record of that name is called, if it is one that is proposed: as it is shown, so that a terminal obeys
/// nothing in it.
pub fn called(all: &[Proposal], id: &Id) -> Option<String> {
    let quoted = format!("\"{id}\"");
    let may_be = all.iter().filter(|one| one.record.get().contains(&quoted));
    may_be.into_iter().find_map(|one| {
        let read: Called = serde_json::from_str(one.record.get()).ok()?;
        let called = read.title.or(read.name)?;
        (read.id == id.as_str()).then(|| called.to_string())
    })
}

/// What says how a record is called.
#[derive(Deserialize)]
struct Called {
    id: String,
    title: Option<Text>,
    name: Option<Text>,
}

struct Fields<'a> {
    one: &'a Proposal,
    dossier: &'a Dossier,
    name: &'a dyn Fn(&Id) -> String,
}

impl OfType for Fields<'_> {
    type Output = Option<Vec<(String, String)>>;

    fn of<R: Typed>(self) -> Self::Output {
        let record: R = serde_json::from_str(self.one.record.get()).ok()?;
        let values = record.values().into_iter();
        let shown = values.filter(|(_, value)| !matches!(value, Value::Evidence(_)));
        let words = shown.map(|(info, value)| {
            let words = words::value_named(self.dossier, self.name, &value);
            (info.label(), words)
        });
        let mut all: Vec<_> = words.filter(|(_, value)| !value.is_empty()).collect();
        all.push(("id".to_owned(), record.id().to_string()));
        Some(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Titles and names come from texts of others.
    #[test]
    fn what_a_terminal_would_obey_is_marked() {
        let line = |id: &str, field: &str| {
            let record = format!(r#"{{"id":"{id}","{field}":"a\u202e\u001bb"}}"#);
            let line = format!(
                r#"{{"id":"s.1","kind":"source","news":"new","rule":"r","confidence":"sure","reason":"r",
                "anchor":{{"source":"s","paragraph":1}},"record":{record}}}"#
            );
            serde_json::from_str::<Proposal>(&line).expect("a proposal")
        };
        let all = [line("s", "title"), line("p", "name")];
        for id in ["s", "p"] {
            let id = Id::new(id).expect("an id");
            let shown = called(&all, &id);
            assert_eq!(shown.as_deref(), Some("a<U+202E><U+001B>b"));
        }
    }
}
