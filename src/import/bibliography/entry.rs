//! An entry of a bibliography, and the source that it becomes.

use std::collections::HashSet;
use std::ops::Range;

use super::fields::bare_doi;
use super::noted::{NOTE, is_noted};
use crate::dossier::countries::folded;
use crate::dossier::{Date, Id, Kind, Source, Text};
use crate::import::{ImportContext, Input, RowReport, SkipReason};

/// Somebody who wrote something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Author {
    /// The whole name, the family's last.
    pub(super) name: String,
    /// Has it a given and a family name? An organisation has not.
    pub(super) is_person: bool,
    /// Where it stands.
    pub(super) place: Range<usize>,
}

/// What a bibliography says of one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// The name of the entry in its file.
    pub(super) key: String,
    /// The key by which texts cite it, where the file has one.
    pub(super) citation_key: String,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) authors: Vec<Author>,
    pub(super) container: String,
    pub(super) volume: String,
    pub(super) issue: String,
    pub(super) page: String,
    pub(super) publisher: String,
    pub(super) publisher_place: String,
    pub(super) issued: Option<Date>,
    pub(super) accessed: Option<Date>,
    pub(super) url: String,
    pub(super) doi: String,
    pub(super) language: String,
    pub(super) rights: String,
    /// What else is to be kept: a word and what it says.
    pub(super) more: Vec<(&'static str, String)>,
    /// Where its title stands.
    pub(super) place: Range<usize>,
}

/// Adds the source that an entry is, and its authors.
pub(super) fn add(
    entry: Entry,
    input: &Input,
    context: &mut ImportContext<'_>,
) -> Result<(), SkipReason> {
    if entry.title.trim().is_empty() {
        return Err(SkipReason::with("no title", entry.key));
    }
    let place = input
        .evidence(&input.first_words(&entry.place, MAX_CHARS))
        .ok_or_else(|| SkipReason::new("its place in the file cannot be told"))?;
    let author = authors(&entry, input, context);
    let id = name(&entry, &place, context);
    let note = own_note(entry.note(), &id, context);
    let some = |text: &str| (!text.trim().is_empty()).then(|| Text::new(text.trim()));
    let source = Source {
        author,
        container_title: some(&entry.container),
        volume: some(&entry.volume),
        issue: some(&entry.issue),
        page: some(&entry.page),
        publisher: some(&entry.publisher),
        publisher_place: some(&entry.publisher_place),
        missing: entry.missing(),
        url: some(&entry.url),
        doi: some(bare_doi(&entry.doi)),
        citation_key: some(&entry.citation_key).filter(|key| !is_our_own(key, &id, context)),
        language: some(&entry.language),
        rights: some(&entry.rights),
        evidence: vec![place],
        topics: context.options.topics.clone(),
        note: some(&note),
        issued: entry.issued,
        accessed: entry.accessed,
        ..Source::new(id, Text::new(&entry.kind), Text::new(&entry.title))
    };
    context.sources.push(source);
    Ok(())
}

/// A source that has no key is exported under its id, which is no key when it comes back.
fn is_our_own(key: &str, id: &Id, context: &ImportContext<'_>) -> bool {
    let known = context.dossier.source(id);
    key == id.as_str() && known.is_some_and(|known| known.citation_key.is_none())
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

    /// What has no field of its own, a line each: first who made it, whom other bibliographies have in fields.
    fn note(&self) -> String {
        let is_maker = |word: &str| matches!(word, "Editor" | "Translator");
        let (makers, others): (Vec<_>, Vec<_>) =
            self.more.iter().partition(|(word, _)| is_maker(word));
        let lines = makers.into_iter().chain(others).map(|(word, text)| {
            if *word == NOTE && text.lines().all(is_noted) {
                text.clone()
            } else {
                format!("{word}: {text}")
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The note of a source that the dossier has, where the bibliography only repeats it.
fn own_note(note: String, id: &Id, context: &ImportContext<'_>) -> String {
    let known = context
        .dossier
        .source(id)
        .and_then(|known| known.note.as_ref());
    let bare = note
        .strip_prefix(NOTE)
        .and_then(|rest| rest.strip_prefix(": "));
    match (known, bare) {
        (Some(known), Some(bare)) if *known == Text::new(bare) => bare.to_owned(),
        _ => note,
    }
}

/// The authors, each once.
fn authors(entry: &Entry, input: &Input, context: &mut ImportContext<'_>) -> Vec<Id> {
    let mut seen = HashSet::new();
    let authors = entry.authors.iter();
    let ids = authors.filter_map(|author| by(author, input, context));
    ids.filter(|id| seen.insert(id.clone())).collect()
}

/// The person or organisation of that name, or a new one; none where its place in the file is not
/// known. A person of the dossier may be named without parts.
fn by(author: &Author, input: &Input, context: &mut ImportContext<'_>) -> Option<Id> {
    let name = &author.name;
    let known = context.known_person(name);
    if let Some(known) = known.or_else(|| context.known_organisation(name)) {
        return Some(known);
    }
    let place = input.evidence(&input.first_words(&author.place, MAX_CHARS))?;
    Some(if author.is_person {
        context.person(name, &place)
    } else {
        context.organisation(name, &place)
    })
}

/// The name of the source: that of one with the same DOI or address, or of the same title and date,
/// else one made from its key.
pub(super) fn name(
    entry: &Entry,
    place: &crate::dossier::Evidence,
    context: &mut ImportContext<'_>,
) -> Id {
    let dossier = context.dossier;
    let title = folded(&entry.title);
    let doi = bare_doi(&entry.doi);
    let same = |source: &Source| {
        let mut numbers = [&source.doi, &source.url].into_iter().flatten();
        let identified = !doi.is_empty() && numbers.any(|n| bare_doi(n).eq_ignore_ascii_case(doi));
        let address = !entry.url.is_empty() && source.url.as_deref() == Some(entry.url.trim());
        let dated = entry.issued.is_some() && source.issued == entry.issued;
        identified || address || (dated && folded(&source.title) == title)
    };
    let known = dossier
        .sources
        .iter()
        .find(|source| same(source) && !context.is_taken(&source.id));
    if let Some(known) = known {
        let id = known.id.clone();
        context.take(&id);
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
    context.name(Kind::Source, words, Some(place), |found| {
        folded(&dossier.sources[found.at].title) == title
    })
}

/// Says how many dates are kept in words, because no date of a source can say them.
pub(super) fn unread_dates<'e>(tally: &mut RowReport, entries: impl Iterator<Item = &'e Entry>) {
    let kept = entries.flat_map(|entry| &entry.more);
    match kept.filter(|(word, _)| word.ends_with(PRINTED)).count() {
        0 => {}
        1 => tally
            .remark("1 date could not be read in full; its words are in the note of the source"),
        count => tally.remark(format!(
            "{count} dates could not be read in full; their words are in the notes of the sources"
        )),
    }
}

/// Behind the words for dates that are kept as they were printed.
const PRINTED: &str = "as printed";

pub(super) fn assumptions(tally: &mut RowReport) {
    tally.assume(
        "an author with a given and a family name, or marked as one, is a person, and any other an organisation",
    );
    tally.assume("editors, series, numbers of reports and the like go into the note");
}

/// A title or name in evidence: as few words as carry the fact.
pub(super) const MAX_CHARS: usize = 80;
