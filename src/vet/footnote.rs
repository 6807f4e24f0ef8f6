//! Footnotes: which records or sources they name.
//!
//! A footnote of `bilat export` says `Source A, ¶12 “words”`, and the list of sources says what A is, or it
//! follows a citation style; one may also name a record by its id. A footnote of somebody else names a
//! source by its address, its title or its author, perhaps with a paragraph.

use std::collections::HashMap;
use std::ops::Range;

pub(super) mod misquoted;
mod passage;

use super::index::Index;
use crate::dossier::{Evidence, Id, Kind, Ref};
use misquoted::{Misquoted, misquoted};
use passage::{Last, Passage, passages, source_named};

/// What footnotes name.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound {
    pub(super) records: Vec<Ref>,
    /// What "ibid" means in the next footnote.
    pub(super) last: Last,
    /// Quotations with other words than those of the passages.
    pub(super) misquoted: Vec<Misquoted>,
}

impl Bound {
    /// What another footnote names; its quotations are told where it is named first.
    pub(super) fn join(&mut self, other: &mut Self) {
        self.misquoted.append(&mut other.misquoted);
        for record in &other.records {
            if !self.records.contains(record) {
                self.records.push(*record);
            }
        }
    }
}

/// Letters of sources, as the list at the end of a brief has them: `A: …`.
pub(super) fn legend(
    index: &Index<'_>,
    text: &str,
    paragraphs: &[Range<usize>],
) -> HashMap<String, Id> {
    let mut legend = HashMap::new();
    for range in paragraphs {
        let line = &text[range.clone()];
        let Some((letter, rest)) = line.split_once(": ") else {
            continue;
        };
        let is_letter = letter.len() <= 2 && letter.chars().all(char::is_uppercase);
        if !is_letter || letter.is_empty() {
            continue;
        }
        if let Some(source) = source_named(index, rest) {
            legend.insert(letter.to_owned(), source);
        }
    }
    legend
}

/// What a footnote names; `last` is what the one before it cites.
pub(super) fn read(
    index: &Index<'_>,
    legend: &HashMap<String, Id>,
    note: &str,
    last: Last,
) -> Bound {
    let (dossier, note) = (index.dossier, note.trim());
    let mut bound = Bound::default();
    for word in note
        .split(|c: char| c.is_whitespace() || matches!(c, '`' | ',' | ';' | '(' | ')' | '[' | ']'))
    {
        let word = word.trim_end_matches(['.', ':']);
        let long = word.contains(['-', '.', '_']) && word.len() > 3;
        let Some(found) = Id::new(word)
            .ok()
            .filter(|_| long)
            .and_then(|id| dossier.find(&id))
        else {
            continue;
        };
        if found.kind != Kind::Source {
            bound.records.push(found);
        }
    }
    if !bound.records.is_empty() {
        return bound;
    }
    let (passages, last) = passages(index, legend, note, last);
    bound.records = resting_on(index, &passages);
    bound.misquoted = misquoted(index, &passages, !legend.is_empty());
    bound.last = last;
    bound
}

/// Is a text little more than the title of a source?
pub(super) fn is_reference(index: &Index<'_>, text: &str) -> bool {
    let Some(id) = source_named(index, text) else {
        return false;
    };
    let title = index
        .dossier
        .source(&id)
        .map_or(0, |source| source.title.len());
    2 * title > text.len() || text.contains("://")
}

/// For each paragraph, whether it is an entry of a list of works: behind the heading of one, and with the
/// title or the address of a source.
pub(super) fn entries(index: &Index<'_>, text: &str, paragraphs: &[Range<usize>]) -> Vec<bool> {
    const HEADINGS: [&str; 4] = ["References", "Bibliography", "Works Cited", "Sources"];
    let mut is_list = false;
    let entries = paragraphs.iter().map(|range| {
        let line = text[range.clone()].trim_start_matches('#').trim();
        let is_heading = HEADINGS.contains(&line);
        is_list |= is_heading;
        is_list && !is_heading && source_named(index, line).is_some()
    });
    entries.collect()
}

/// The records that cite these passages: those that cite the same words, if there are any, else all of
/// the paragraph.
fn resting_on(index: &Index<'_>, passages: &[Passage]) -> Vec<Ref> {
    let dossier = index.dossier;
    let kinds = [
        Kind::Event,
        Kind::Agreement,
        Kind::Observation,
        Kind::Claim,
        Kind::Dispute,
    ];
    let mut whole = Vec::new();
    let mut exact = Vec::new();
    let same = |passage: &Passage, evidence: &Evidence| {
        evidence.source == passage.source
            && passage
                .paragraph
                .is_none_or(|paragraph| paragraph == evidence.paragraph)
    };
    let numbered: Vec<&Passage> = passages
        .iter()
        .filter(|passage| passage.paragraph.is_some())
        .collect();
    for record in kinds.into_iter().flat_map(|kind| dossier.all(kind)) {
        let evidence = dossier.evidence(record);
        let hits = |passage: &&Passage| evidence.iter().any(|e| same(passage, e));
        if !numbered.iter().any(hits) {
            continue;
        }
        whole.push(record);
        let cites = |passage: &&&Passage| {
            evidence.iter().any(|e| {
                same(passage, e)
                    && passage
                        .words
                        .iter()
                        .any(|words| e.words().contains(words.as_str()))
            })
        };
        if numbered.iter().any(|passage| cites(&passage)) {
            exact.push(record);
        }
    }
    if exact.is_empty() { whole } else { exact }
}
