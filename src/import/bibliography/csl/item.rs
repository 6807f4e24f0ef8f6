//! The members of an object of CSL-JSON, by name.

use crate::import::Input;
use crate::import::members::Members;
use crate::import::object::{JsonError, Value};

/// The members of one object.
pub(super) struct Item<'a>(Members<'a>);

impl<'a> Item<'a> {
    pub(super) fn of(value: Value<'a>, input: &Input) -> Result<Self, JsonError> {
        Members::of(Some(value), input).map(Self)
    }

    pub(super) fn get(&self, name: &str) -> Option<Value<'a>> {
        self.0.get(name)
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.0.text(name).trim().to_owned()
    }

    /// Variables that hold something and that nobody has asked for.
    pub(super) fn unread(&self) -> Vec<String> {
        self.0.unread("")
    }
}
