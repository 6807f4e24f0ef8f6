//! The fields of BibTeX and BibLaTeX that are imported, and the word for those that go into the note.

use super::links::LINKS;

/// Fields that are kept in the note, and the word for them there.
pub(super) const MORE: [(&str, &str); 36] = [
    ("edition", "Edition"),
    ("series", "Series"),
    ("part", "Part"),
    ("chapter", "Chapter"),
    ("type", "Type"),
    ("version", "Version"),
    ("pubstate", "Publication state"),
    ("eventtitle", "Event"),
    ("eventdate", "Event date"),
    ("venue", "Venue"),
    ("origtitle", "Original title"),
    ("origdate", "Original date"),
    ("origlanguage", "Original language"),
    ("origpublisher", "Original publisher"),
    ("titleaddon", "Title addition"),
    ("booksubtitle", "Book subtitle"),
    ("journalsubtitle", "Journal subtitle"),
    ("mainsubtitle", "Main subtitle"),
    ("issuetitle", "Issue title"),
    ("pagetotal", "Number of pages"),
    ("eid", "Article number"),
    ("eprint", "E-print"),
    ("eprinttype", "E-print archive"),
    ("archiveprefix", "E-print archive"),
    ("eprintclass", "E-print class"),
    ("primaryclass", "E-print class"),
    ("pmid", "PMID"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("isrn", "ISRN"),
    ("holder", "Holder"),
    ("addendum", "Addendum"),
    ("note", "Note"),
    ("annote", "Note"),
    ("annotation", "Note"),
    ("xref", "See also"),
];

/// Who published it: the first of these that there is.
pub(super) const PUBLISHERS: [(&str, &str); 5] = [
    ("publisher", "Publisher"),
    ("institution", "Institution"),
    ("school", "School"),
    ("organization", "Organization"),
    ("howpublished", "How published"),
];

/// What it appeared in: the first of these that there is.
pub(super) const CONTAINERS: [(&str, &str); 4] = [
    ("journaltitle", "Journal"),
    ("journal", "Journal"),
    ("booktitle", "Book title"),
    ("maintitle", "Main title"),
];

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
    let mut all = MORE.iter().chain(&PUBLISHERS).chain(&CONTAINERS);
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
