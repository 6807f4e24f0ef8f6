//! The value of a field in words.

use crate::dossier::value::Value;
use crate::dossier::{Actor, Date, Dossier, Id};

/// A value as a reader sees it: ids by what they name, codes by the country, nothing as an empty
/// string. Evidence is no part of it.
pub fn value(dossier: &Dossier, value: &Value<'_>) -> String {
    value_named(dossier, &|id| dossier.name(id), value)
}

/// The same, with other names for ids than those of the dossier.
pub fn value_named(dossier: &Dossier, name: &dyn Fn(&Id) -> String, value: &Value<'_>) -> String {
    match value {
        Value::None | Value::Evidence(_) => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Word(word) => (*word).to_owned(),
        Value::Flag(flag) => flag_word(*flag).to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date_label(date),
        Value::Country(code) | Value::Actor(Actor::Country(code)) => dossier.country(*code),
        Value::Id(id) => name(id),
        Value::Actor(Actor::Record(id)) => name(id),
        Value::List(items) => words(dossier, name, items).join("; "),
        Value::Topics(topics) => {
            let labels: Vec<_> = topics
                .iter()
                .map(|topic: &Id| dossier.topic(topic))
                .collect();
            labels.join(", ")
        }
        Value::Parts(objects) => {
            let objects = objects.iter().map(|object| {
                let mut words = words(dossier, name, object);
                // A party that is a side is its own side.
                words.dedup();
                words.join(", ")
            });
            objects.collect::<Vec<_>>().join("; ")
        }
    }
}

/// A date as it is listed; of one that is only bounded, its bounds.
pub fn date_label(date: &Date) -> String {
    match date.limits() {
        (Some(after), Some(before)) if date.is_undated() => format!("{after} to {before}"),
        (Some(after), None) if date.is_undated() => format!("from {after}"),
        (None, Some(before)) if date.is_undated() => format!("until {before}"),
        _ => date.label(),
    }
}

/// Each value in words; those that say nothing are left out.
fn words(dossier: &Dossier, name: &dyn Fn(&Id) -> String, items: &[Value<'_>]) -> Vec<String> {
    let all = items.iter().map(|item| value_named(dossier, name, item));
    all.filter(|words| !words.is_empty()).collect()
}

/// Yes, no or unknown.
fn flag_word(flag: Option<bool>) -> &'static str {
    match flag {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    }
}
