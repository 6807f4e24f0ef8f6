//! The records of a file as they stand: an array of them, or an object that also names its schema,
//! so that an editor can check the file. What comes before a fault is kept.

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserializer, de};
use serde_json::value::RawValue;

use super::explain::unknown_field;
use super::file::File;
use super::problem::Problem;
use super::tokens::{Step, Tokens};
use crate::dossier::nearest;

/// The members of the object.
pub(crate) const RECORDS: &str = "records";
const SCHEMA: &str = "$schema";

/// What stands in a record file.
#[derive(Default)]
pub(super) struct List<'de> {
    /// The records, as they stand.
    pub(super) items: Vec<&'de str>,
    /// The names of members that the object may not have or has twice.
    unknown: Vec<String>,
    seen: Vec<&'static str>,
}

impl List<'_> {
    /// What is wrong with the object around the records.
    pub(super) fn problems(&self, file: &File) -> Vec<Problem> {
        let mut problems = Vec::new();
        // Of an object that is a record its reader tells.
        let is_around = self.seen.contains(&RECORDS) || self.lacks_records();
        if self.unknown.is_empty() || !is_around {
            return problems;
        }
        let tokens = Tokens::new(&file.text);
        for name in &self.unknown {
            let twice = self.seen.iter().any(|seen| seen == name);
            let found = tokens.key_start(0, name, usize::from(twice));
            let (message, hint) = match nearest(name, [SCHEMA, RECORDS].into_iter()) {
                _ if twice => (
                    format!("duplicate field `{name}`"),
                    format!("keep one `{name}`"),
                ),
                Some(near) => (unknown_field(name), format!("did you mean `{near}`?")),
                None => (
                    unknown_field(name),
                    format!("known are: {SCHEMA}, {RECORDS}"),
                ),
            };
            problems.push(file.problem(found.unwrap_or(0), &message).hint(hint));
        }
        problems
    }

    /// Where the value stands that is not what it should be: the member read last, or all of it.
    pub(super) fn place(&self, text: &str, error: &serde_json::Error) -> usize {
        let tokens = Tokens::new(text);
        let whole = error.to_string().starts_with("missing field");
        let member = self.seen.last().filter(|_| !whole);
        let path: Vec<_> = member.map(|name| Step::Key(name)).into_iter().collect();
        tokens
            .at(&path)
            .map_or(0, |token| tokens.range(token).start)
    }

    /// Does an object without `records` look as if it were meant to have them, not like a record?
    fn lacks_records(&self) -> bool {
        let near = |name: &String| nearest(name, std::iter::once(RECORDS)).is_some();
        self.seen.contains(&SCHEMA) || self.unknown.iter().any(near)
    }
}

impl<'de> DeserializeSeed<'de> for &mut List<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut List<'de> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(item) = seq.next_element::<&RawValue>()? {
            self.items.push(item.get());
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            let known = [SCHEMA, RECORDS].into_iter().find(|known| *known == name);
            match known {
                Some(known) if !self.seen.contains(&known) => {
                    self.seen.push(known);
                    if known == RECORDS {
                        map.next_value_seed(Items(self))?;
                    } else {
                        map.next_value::<String>()?;
                    }
                }
                _ => {
                    self.unknown.push(name);
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if self.seen.contains(&RECORDS) {
            Ok(())
        } else if self.lacks_records() {
            Err(A::Error::missing_field(RECORDS))
        } else {
            Err(de::Error::invalid_type(Unexpected::Map, &self))
        }
    }
}

/// An array alone, inside the object.
struct Items<'a, 'de>(&'a mut List<'de>);

impl<'de> DeserializeSeed<'de> for Items<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self.0)
    }
}
