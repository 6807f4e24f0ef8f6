//! What a record says: field by field, what the dossier has beside what a file has.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::dossier::fields::Info;
use crate::dossier::value::Value;
use crate::dossier::{Kind, Observation, Record, Typed};

/// A field, what the dossier has, and what the file has.
pub(in crate::import) type Differs = (&'static str, String, String);

/// JSON as it is written: the digits of a figure stay as they are.
type Raw = Box<RawValue>;

/// The members of an object.
type Members = BTreeMap<String, Raw>;

/// A record of the dossier with what `new` says, and where the two differ. What `new` leaves open
/// stays; of lists nothing is taken away.
///
/// # Errors
/// When a record cannot be written as JSON; those of this format all can.
pub(in crate::import) fn meet<R: Typed>(
    old: &dyn Record,
    new: &R,
) -> serde_json::Result<(R, Vec<Differs>)> {
    let mut merged: Members = serde_json::from_str(old.json()?.get())?;
    let given: Members = serde_json::from_str(new.json()?.get())?;
    let mut differs = Vec::new();
    for ((info, a), (_, b)) in old.values().into_iter().zip(new.values()) {
        let leaves_open = b.is_empty() || b == Value::Flag(None);
        if leaves_open || a == b || is_own(R::KIND, info.name) {
            continue;
        }
        let (before, after) = (merged.get(info.name), given.get(info.name));
        let joined = match (before, after) {
            (Some(before), Some(after)) if before.get().starts_with('[') => {
                Some(union(&info, before, after)?)
            }
            _ => after.cloned(),
        };
        if joined.as_ref().map(|raw| raw.get()) == before.map(|raw| raw.get()) {
            continue;
        }
        if info.name != "evidence" {
            differs.push((info.name, shown(before), shown(after)));
        }
        match joined {
            Some(joined) => drop(merged.insert(info.name.to_owned(), joined)),
            // A default is not written.
            None => drop(merged.remove(info.name)),
        }
    }
    let merged = serde_json::to_string(&merged)?;
    Ok((serde_json::from_str(&merged)?, differs))
}

/// Words of a person's, and figures that are joined one by one.
fn is_own(kind: Kind, field: &str) -> bool {
    kind == Kind::Series && ["title", "note", "observations", "items"].contains(&field)
}

/// The items of both; of objects those that name the same thing become one, with the members of both.
fn union(info: &Info, old: &RawValue, new: &RawValue) -> serde_json::Result<Raw> {
    let mut all: Vec<Raw> = serde_json::from_str(old.get())?;
    let items: Vec<Raw> = serde_json::from_str(new.get())?;
    let head = info.parts().and_then(|parts| Some(parts.first()?.name));
    for item in items {
        let Some(head) = head else {
            if !all.iter().any(|known| known.get() == item.get()) {
                all.push(item);
            }
            continue;
        };
        let members: Members = serde_json::from_str(item.get())?;
        let named = |members: &Members| members.get(head).map(|raw| raw.get().to_owned());
        let mut found = None;
        for (at, known) in all.iter().enumerate() {
            let known: Members = serde_json::from_str(known.get())?;
            if named(&known) == named(&members) {
                found = Some((at, known));
            }
        }
        match found {
            Some((at, mut known)) => {
                known.extend(members);
                all[at] = serde_json::value::to_raw_value(&known)?;
            }
            None => all.push(item),
        }
    }
    serde_json::value::to_raw_value(&all)
}

fn shown(value: Option<&Raw>) -> String {
    let json = value.map_or("null", |raw| raw.get());
    let text = serde_json::from_str::<String>(json);
    text.unwrap_or_else(|_| json.to_owned())
}

/// The same for a figure.
///
/// # Errors
/// As [`meet`].
pub(super) fn figure(
    old: &Observation,
    new: &Observation,
) -> serde_json::Result<(Observation, Vec<Differs>)> {
    let (merged, differs) = meet(old, new)?;
    // The old evidence has the old digits.
    let evidence = if old.value == new.value {
        old.evidence.clone()
    } else {
        new.evidence.clone()
    };
    Ok((Observation { evidence, ..merged }, differs))
}
