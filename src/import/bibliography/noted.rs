//! What of a bibliography goes into the note of a source, a line each, and the word before it there.

/// Variables that are kept in the note, and the word for them there.
pub(super) const CSL_NOTED: [(&str, &str); 22] = [
    ("number", "Number"),
    ("edition", "Edition"),
    ("collection-title", "Series"),
    ("genre", "Genre"),
    ("event", "Event"),
    ("event-title", "Event"),
    ("event-place", "Event place"),
    ("medium", "Medium"),
    ("section", "Section"),
    ("status", "Status"),
    ("version", "Version"),
    ("number-of-pages", "Number of pages"),
    ("number-of-volumes", "Number of volumes"),
    ("call-number", "Call number"),
    ("PMID", "PMID"),
    ("PMCID", "PMCID"),
    ("annote", "Note"),
    ("archive", "Archive"),
    ("archive_location", "Shelfmark"),
    ("ISBN", "ISBN"),
    ("ISSN", "ISSN"),
    ("note", "Note"),
];

/// Fields that are kept in the note, and the word for them there.
pub(in crate::import::bibliography) const BIBTEX_NOTED: [(&str, &str); 36] = [
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
pub(in crate::import::bibliography) const PUBLISHERS: [(&str, &str); 5] = [
    ("publisher", "Publisher"),
    ("institution", "Institution"),
    ("school", "School"),
    ("organization", "Organization"),
    ("howpublished", "How published"),
];

/// What it appeared in: the first of these that there is.
pub(in crate::import::bibliography) const CONTAINERS: [(&str, &str); 4] = [
    ("journaltitle", "Journal"),
    ("journal", "Journal"),
    ("booktitle", "Book title"),
    ("maintitle", "Main title"),
];

/// The word before what a bibliography itself calls a note.
pub(super) const NOTE: &str = "Note";

/// Words before lines of a note that no list of fields has.
const WORDS: [&str; 12] = [
    NOTE,
    "Authors",
    "Number",
    "Issue",
    "Date as printed",
    "Year as printed",
    "Access date as printed",
    "Original date",
    "Event date",
    "Submitted",
    "Repeated field",
    "Issue title",
];

/// Is a line one of those that an import wrote, which comes back from our own export?
pub(super) fn is_noted(line: &str) -> bool {
    let known = CSL_NOTED.iter().chain(&BIBTEX_NOTED).map(|(_, word)| *word);
    let containers = CONTAINERS.iter().chain(&PUBLISHERS);
    let mut all = known.chain(containers.map(|(_, word)| *word)).chain(WORDS);
    line.split_once(": ")
        .is_some_and(|(word, _)| all.any(|one| one == word))
}
