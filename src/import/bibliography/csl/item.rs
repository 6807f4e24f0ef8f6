//! The members of an object of CSL-JSON, by name.

use super::rich;
use crate::import::Input;
use crate::import::members::Members;
use crate::import::object::{JsonError, Value};

/// Variables that are addresses and keys, and no prose.
const VERBATIM: [&str; 4] = ["id", "citation-key", "URL", "DOI"];

/// The members of one object.
pub(super) struct Item<'a>(Members<'a>);

impl<'a> Item<'a> {
    pub(super) fn of(value: Value<'a>, input: &Input) -> Result<Self, JsonError> {
        Members::of(Some(value), input).map(Self)
    }

    pub(super) fn get(&self, name: &str) -> Option<Value<'a>> {
        self.0.get(name)
    }

    /// Its text, without the marks of how it is set.
    pub(super) fn text(&self, name: &str) -> String {
        let text = self.0.text(name);
        if VERBATIM.contains(&name) {
            text.trim().to_owned()
        } else {
            rich::plain(text.trim())
        }
    }

    /// Variables that hold something and that nobody has asked for.
    pub(super) fn unread(&self) -> Vec<String> {
        self.0.unread("")
    }
}
