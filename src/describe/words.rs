//! The value of a field in words.

use crate::dossier::value::Value;
use crate::dossier::{Dossier, Id};

/// A value as a reader sees it: ids by what they name, codes by the country, nothing as an empty
/// string. Evidence is no part of it.
pub fn value(dossier: &Dossier, value: &Value<'_>) -> String {
    match value {
        Value::None | Value::Evidence(_) => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Word(word) => (*word).to_owned(),
        Value::Flag(flag) => flag_word(*flag).to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Country(code) => dossier.country(*code),
        Value::Id(id) => dossier.name(id),
        Value::Actor(actor) => dossier.actor(actor),
        Value::List(items) => joined(dossier, items, "; "),
        Value::Topics(topics) => {
            let labels: Vec<_> = topics
                .iter()
                .map(|topic: &Id| dossier.topic(topic))
                .collect();
            labels.join(", ")
        }
        Value::Parts(objects) => {
            let objects = objects.iter().map(|object| joined(dossier, object, ", "));
            objects.collect::<Vec<_>>().join("; ")
        }
    }
}

fn joined(dossier: &Dossier, items: &[Value<'_>], gap: &str) -> String {
    let words: Vec<_> = items
        .iter()
        .map(|item| value(dossier, item))
        .filter(|words| !words.is_empty())
        .collect();
    words.join(gap)
}

/// Yes, no or unknown.
fn flag_word(flag: Option<bool>) -> &'static str {
    match flag {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    }
}
