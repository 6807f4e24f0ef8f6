//! The fields of BibTeX and BibLaTeX that are imported, and the word for those that go into the note.

use super::links::LINKS;
use crate::import::bibliography::noted::{BIBTEX_NOTED, CONTAINERS, PUBLISHERS};

/// Everything else that is read.
const OTHERS: [&str; 23] = [
    "title",
    "subtitle",
    "author",
    "author+an",
    "editor",
    "translator",
    "date",
    "year",
    "month",
    "day",
    "datebasis",
    "entrysubtype",
    "number",
    "issue",
    "volume",
    "pages",
    "address",
    "location",
    "url",
    "urldate",
    "doi",
    "langid",
    "language",
];

/// Is a field of that name in small letters read?
pub(super) fn is_read(name: &str) -> bool {
    let mut all = BIBTEX_NOTED.iter().chain(&PUBLISHERS).chain(&CONTAINERS);
    name == "copyright" || OTHERS.contains(&name) || all.any(|(known, _)| *known == name)
}

/// Is a field read? Links get the names under which the parser does not follow them.
pub(super) fn keep(key: &mut &str) -> bool {
    let name = key.to_ascii_lowercase();
    match LINKS.iter().find(|(link, _)| *link == name) {
        Some((_, own)) => {
            *key = own;
            true
        }
        None => is_read(&name),
    }
}
