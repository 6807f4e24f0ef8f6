//! The fields of an entry by name, and those that nobody asks for: they are not imported, and the report
//! says so.

use std::cell::RefCell;
use std::collections::HashSet;

use biblatex::{ChunksExt, Person, RawEntry};

use super::spaces;

/// The fields of an entry, and which of them were asked for.
pub(super) struct Fields<'e> {
    entry: &'e biblatex::Entry,
    asked: RefCell<HashSet<&'static str>>,
    /// Signs stand for white space in it.
    is_tidied: bool,
}

impl<'e> Fields<'e> {
    pub(super) fn new(entry: &'e biblatex::Entry, is_tidied: bool) -> Self {
        // Other entries that this one refers to, and its other names.
        let links = ["crossref", "xref", "xdata", "ids"];
        Self {
            entry,
            asked: RefCell::new(HashSet::from(links)),
            is_tidied,
        }
    }

    /// The words of a field; empty where there is none.
    pub(super) fn text(&self, name: &'static str) -> String {
        self.asked.borrow_mut().insert(name);
        let found = self.entry.get(name).map(ChunksExt::format_verbatim);
        found.map(|text| self.spaced(&text)).unwrap_or_default()
    }

    /// The words of the first of these fields that there is.
    pub(super) fn first(&self, names: &[&'static str]) -> String {
        let texts: Vec<_> = names.iter().map(|name| self.text(name)).collect();
        let mut all = texts.into_iter();
        all.find(|text| !text.is_empty()).unwrap_or_default()
    }

    pub(super) fn people(&self, name: &'static str) -> Vec<Person> {
        self.asked.borrow_mut().insert(name);
        let found = self.entry.get_as::<Vec<Person>>(name);
        let people = found.unwrap_or_default().into_iter();
        let spaced = people.map(|mut person| {
            for part in [
                &mut person.name,
                &mut person.given_name,
                &mut person.prefix,
                &mut person.suffix,
            ] {
                *part = self.spaced(part);
            }
            person
        });
        spaced.collect()
    }

    /// With the white space that signs stand for, or the commands of our own export.
    fn spaced(&self, text: &str) -> String {
        if self.is_tidied {
            spaces::restored(text)
        } else {
            spaces::spelled_out(text)
        }
    }

    /// The fields of the file that nobody has asked for.
    pub(super) fn unread(&self, raw: &RawEntry<'_>) -> Vec<String> {
        let asked = self.asked.borrow();
        let names = raw.fields.iter().map(|field| field.key.v.to_lowercase());
        names
            .filter(|name| !asked.contains(name.as_str()))
            .collect()
    }
}
