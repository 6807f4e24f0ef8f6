//! An entry of a bibliography, and the source that it becomes.

use std::ops::Range;

use crate::dossier::countries::folded;
use crate::dossier::{Date, Id, Kind, Source, Text};
use crate::import::{Desk, Input, Tally, Unused};

/// Somebody who wrote something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Author {
    /// The whole name, the family's last.
    pub(super) name: String,
    /// Could it be parted into given and family name? A body cannot.
    pub(super) is_person: bool,
    /// Where it stands.
    pub(super) place: Range<usize>,
}

/// What a bibliography says of one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) authors: Vec<Author>,
    pub(super) container: String,
    pub(super) publisher: String,
    pub(super) issued: Option<Date>,
    pub(super) accessed: Option<Date>,
    pub(super) url: String,
    pub(super) language: String,
    pub(super) rights: String,
    /// What else is to be kept: a word and what it says.
    pub(super) more: Vec<(&'static str, String)>,
    /// Where its title stands.
    pub(super) place: Range<usize>,
}

/// Adds the source that an entry is, and its authors.
pub(super) fn add(entry: Entry, input: &Input, desk: &mut Desk<'_>) -> Result<(), Unused> {
    if entry.title.trim().is_empty() {
        return Err(Unused::with("no title", entry.key));
    }
    let place = input.evidence(&input.first_words(&entry.place, MAX_CHARS));
    let place = place.ok_or_else(|| Unused::new("its place in the file cannot be told"))?;
    let by = Written::by(&entry, input, desk);
    let some = |text: &str| (!text.trim().is_empty()).then(|| Text::new(text.trim()));
    let id = name(&entry, &place, desk);
    let source = Source {
        author: by.people,
        container_title: some(&entry.container),
        publisher: some(&by.publisher),
        missing: entry.missing(),
        issued: entry.issued,
        accessed: entry.accessed,
        url: some(&entry.url),
        language: some(&entry.language),
        rights: some(&entry.rights),
        evidence: vec![place],
        topics: desk.options.topics.clone(),
        note: some(&by.note.join("\n")),
        ..Source::new(id, Text::new(&entry.kind), Text::new(&entry.title))
    };
    desk.sources.push(source);
    Ok(())
}

impl Entry {
    /// What the bibliography does not say.
    pub(super) fn missing(&self) -> Vec<Text> {
        let all = [
            (self.authors.is_empty(), "author"),
            (self.issued.is_none(), "issued"),
        ];
        let missing = all.iter().filter(|(is, _)| *is);
        missing.map(|(_, name)| Text::new(name)).collect()
    }
}

/// Who wrote a text, who published it, and the lines of its note.
pub(super) struct Written {
    pub(super) people: Vec<Id>,
    pub(super) publisher: String,
    pub(super) note: Vec<String>,
}

impl Written {
    pub(super) fn by(entry: &Entry, input: &Input, desk: &mut Desk<'_>) -> Self {
        let note = entry
            .more
            .iter()
            .map(|(word, text)| format!("{word}: {text}"));
        let mut written = Self {
            people: Vec::new(),
            publisher: entry.publisher.clone(),
            note: note.collect(),
        };
        for author in &entry.authors {
            match by(author, input, desk) {
                Some(id) if !written.people.contains(&id) => written.people.push(id),
                Some(_) => {}
                None if written.publisher.is_empty() => written.publisher.clone_from(&author.name),
                None if written.publisher == author.name => {}
                None => written
                    .note
                    .push(format!("Author as printed: {}", author.name)),
            }
        }
        written
    }
}

/// Somebody of that name in the dossier, or a new person; a body is none.
pub(super) fn by(author: &Author, input: &Input, desk: &mut Desk<'_>) -> Option<Id> {
    if let Some(known) = desk.known_person(&author.name) {
        return Some(known);
    }
    if !author.is_person {
        return None;
    }
    let place = input.evidence(&input.first_words(&author.place, MAX_CHARS))?;
    Some(desk.person(&author.name, &place))
}

/// The name of the source: that of one at the same address, or of the same title and date, else one
/// made from its key.
pub(super) fn name(entry: &Entry, place: &crate::dossier::Evidence, desk: &mut Desk<'_>) -> Id {
    let dossier = desk.dossier;
    let title = folded(&entry.title);
    let same = |source: &Source| {
        let address = !entry.url.is_empty() && source.url.as_deref() == Some(entry.url.trim());
        let dated = entry.issued.is_some() && source.issued == entry.issued;
        address || (dated && folded(&source.title) == title)
    };
    let known = dossier
        .sources
        .iter()
        .find(|source| same(source) && !desk.is_taken(&source.id));
    if let Some(known) = known {
        let id = known.id.clone();
        desk.take(&id);
        return id;
    }
    let year = entry.issued.as_ref().and_then(Date::year);
    let titled = year.map_or_else(
        || entry.title.clone(),
        |year| format!("{} {year}", entry.title),
    );
    // Keys of people are names; those of programs are addresses or numbers.
    let named = entry.key.contains(|c: char| c.is_alphabetic()) && !entry.key.contains('/');
    let words = if named { &entry.key } else { &titled };
    desk.name(Kind::Source, words, Some(place), |found| {
        folded(&dossier.sources[found.at].title) == title
    })
}

pub(super) fn granted(tally: &mut Tally) {
    tally.assume("authors with a family name become people; bodies and other names stand in the note, or are the publisher");
    tally.assume("volume, pages, editors, numbers and the like stand in the note; abstracts, keywords and attached files are not taken");
}

/// A title or name in evidence: as few words as carry the fact.
pub(super) const MAX_CHARS: usize = 80;
