//! The members of a JSON object, and which of them nobody asks for: they are not imported, and the
//! report says so.

use std::borrow::Cow;
use std::cell::Cell;

use super::Input;
use super::object::{JsonError, Value};

/// The members of one object.
pub struct Members<'a>(Vec<Member<'a>>);

struct Member<'a> {
    name: Cow<'a, str>,
    value: Value<'a>,
    is_read: Cell<bool>,
}

impl<'a> Members<'a> {
    /// Those of an object; none without one.
    ///
    /// # Errors
    /// When it is no object.
    pub fn of(value: Option<Value<'a>>, input: &Input) -> Result<Self, JsonError> {
        let all = value.map_or_else(|| Ok(Vec::new()), |value| value.members(input))?;
        let members = all.into_iter().map(|(name, value)| Member {
            name,
            value,
            is_read: Cell::new(false),
        });
        Ok(Self(members.collect()))
    }

    /// The first of that name.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        let found = self.0.iter().find(|member| member.name == name)?;
        found.is_read.set(true);
        Some(found.value)
    }

    /// All of them, each read.
    pub fn all(&self) -> impl Iterator<Item = (&str, Value<'a>)> {
        self.0.iter().map(|member| {
            member.is_read.set(true);
            (&*member.name, member.value)
        })
    }

    /// Its text; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        let value = self.get(name);
        value.map_or_else(String::new, |value| value.text().into_owned())
    }

    /// Says that these only set how something is shown, and are no loss.
    pub fn pass(&self, names: &[&str]) {
        for name in names {
            self.get(name);
        }
    }

    /// The names of those that hold something and that nobody has asked for, behind `before`.
    pub fn unread(&self, before: &str) -> Vec<String> {
        let unread = self.0.iter().filter(|member| !member.is_read.get());
        let full = unread.filter(|member| !member.value.is_empty());
        full.map(|member| format!("{before}{}", member.name))
            .collect()
    }
}
