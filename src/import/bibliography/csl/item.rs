//! The members of an object of CSL-JSON, by name.

use std::borrow::Cow;

use crate::import::Input;
use crate::import::object::{JsonError, Value};

/// The members of one object.
pub(super) struct Item<'a>(Vec<(Cow<'a, str>, Value<'a>)>);

impl<'a> Item<'a> {
    pub(super) fn of(value: Value<'a>, input: &Input) -> Result<Self, JsonError> {
        value.members(input).map(Self)
    }

    pub(super) fn get(&self, name: &str) -> Option<Value<'a>> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| *value)
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.get(name)
            .map_or_else(String::new, |value| value.text().trim().to_owned())
    }
}
