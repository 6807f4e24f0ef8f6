//! What an entry takes from those that its `crossref` and `xdata` name: each field that it lacks, as
//! the manual of BibLaTeX has it (appendix B). Links that go round, that are too many in a row or that
//! would copy too much are found before anything is copied.

use std::collections::HashMap;

use biblatex::{ChunksExt, Entry};

/// The links of an entry under names that the parser does not follow.
pub(super) const LINKS: [(&str, &str); 2] = [("crossref", "x-crossref"), ("xdata", "x-xdata")];

/// Entries in a row.
const DEPTH: usize = 32;

/// Bytes that may be copied for each byte of a file, and beside those.
const EACH: usize = 16;
const BESIDE: usize = 1 << 20;

/// Why an entry cannot take what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum LinkError {
    #[error("its crossref or xdata leads back to itself")]
    Round,
    #[error("its crossref or xdata leads on through too many entries")]
    Long,
    #[error("its crossref or xdata brings too much text")]
    Much,
}

/// Fields of a date, which is taken as a whole.
const DATES: [&str; 5] = ["date", "year", "month", "day", "datebasis"];

/// Fields that say something of one entry only.
const OWN: [&str; 19] = [
    "title",
    "subtitle",
    "titleaddon",
    "note",
    "annote",
    "addendum",
    "doi",
    "url",
    "urldate",
    "eprint",
    "pages",
    "pagetotal",
    "type",
    "chapter",
    "pubstate",
    "version",
    "entrysubtype",
    "x-crossref",
    "x-xdata",
];

/// How far an entry has come.
#[derive(Clone, Copy)]
enum State {
    Fresh,
    Open,
    /// With so many entries behind it in a row.
    Done(usize),
    Bad(LinkError),
}

/// The entries of a file.
struct Links<'e> {
    entries: &'e mut [Entry],
    kinds: &'e [String],
    places: HashMap<String, usize>,
    states: Vec<State>,
    left: usize,
}

/// Completes all entries of a file of so many bytes; each has its type in small letters. For each
/// entry that cannot be completed the reason.
pub(super) fn follow(
    entries: &mut [Entry],
    kinds: &[String],
    bytes: usize,
) -> Vec<Option<LinkError>> {
    let keys = entries.iter().enumerate();
    let places = keys.map(|(at, entry)| (entry.key.clone(), at)).collect();
    let count = entries.len();
    let mut links = Links {
        states: vec![State::Fresh; count],
        left: bytes.saturating_mul(EACH).saturating_add(BESIDE),
        entries,
        kinds,
        places,
    };
    let found = (0..count).map(|at| links.complete(at, 0).err());
    found.collect()
}

impl Links<'_> {
    /// Completes an entry and those that it takes from; how many there are in a row.
    fn complete(&mut self, at: usize, depth: usize) -> Result<usize, LinkError> {
        match self.states[at] {
            State::Done(height) => return Ok(height),
            State::Bad(why) => return Err(why),
            State::Open => return Err(LinkError::Round),
            State::Fresh if depth > DEPTH => return Err(LinkError::Long),
            State::Fresh => self.states[at] = State::Open,
        }
        let outcome = self.take_all(at, depth);
        self.states[at] = match outcome {
            Ok(height) => State::Done(height),
            // Seen from further on the row may be short enough.
            Err(LinkError::Long) if depth > 0 => State::Fresh,
            Err(why) => State::Bad(why),
        };
        outcome
    }

    fn take_all(&mut self, at: usize, depth: usize) -> Result<usize, LinkError> {
        let mut height = 0;
        for (from, is_whole) in self.of(at) {
            height = height.max(self.complete(from, depth + 1)? + 1);
            if height > DEPTH {
                return Err(LinkError::Long);
            }
            self.take(at, from, is_whole)?;
        }
        Ok(height)
    }

    /// The entries that an entry names, and whether it takes all of them.
    fn of(&self, at: usize) -> Vec<(usize, bool)> {
        let mut found = Vec::new();
        for (field, is_whole) in [("x-crossref", false), ("x-xdata", true)] {
            let text = self.entries[at].get(field).map(ChunksExt::format_verbatim);
            let keys = text.unwrap_or_default();
            let sources = keys
                .split(',')
                .map(str::trim)
                .filter(|key| !key.is_empty())
                .filter_map(|key| self.places.get(key));
            found.extend(sources.map(|from| (*from, is_whole)));
        }
        found
    }

    fn take(&mut self, at: usize, from: usize, is_whole: bool) -> Result<(), LinkError> {
        let (own, other) = (&self.entries[at].fields, &self.entries[from].fields);
        let is_dated = own.contains_key("date") || own.contains_key("year");
        let has_author = own.contains_key("author");
        let mapped = ["title", "subtitle"].into_iter().filter_map(|name| {
            let target = heading(name, &self.kinds[from], &self.kinds[at])?;
            Some((target, other.get(name)?)).filter(|_| !is_whole)
        });
        let mut taken: Vec<(String, _)> = mapped
            .filter(|(target, _)| !own.contains_key(*target))
            .map(|(target, chunks)| (target.to_owned(), chunks.clone()))
            .collect();
        for (name, chunks) in other {
            let is_known = own.contains_key(name) || taken.iter().any(|(known, _)| known == name);
            let is_kept = match name.as_str() {
                "x-crossref" | "x-xdata" => false,
                "author+an" => !has_author,
                name if DATES.contains(&name) => !is_dated,
                name => is_whole || !OWN.contains(&name),
            };
            if is_kept && !is_known {
                taken.push((name.clone(), chunks.clone()));
            }
        }
        let parts = taken.iter().flat_map(|(_, chunks)| chunks);
        let size: usize = parts.map(|chunk| chunk.v.get().len() + 1).sum();
        self.left = self.left.checked_sub(size).ok_or(LinkError::Much)?;
        self.entries[at].fields.extend(taken);
        Ok(())
    }
}

/// What the title of an entry is to one that is a part of it.
fn heading(name: &str, of: &str, part: &str) -> Option<&'static str> {
    let is_title = name == "title";
    let is_part = part.starts_with("in") || part.starts_with("supp");
    match of {
        "periodical" => Some(if is_title {
            "journaltitle"
        } else {
            "journalsubtitle"
        }),
        _ if is_part || ["conference", "bookinbook"].contains(&part) => Some(if is_title {
            "booktitle"
        } else {
            "booksubtitle"
        }),
        _ if of.starts_with("mv") => Some(if is_title {
            "maintitle"
        } else {
            "mainsubtitle"
        }),
        _ => None,
    }
}
