//! Footnotes: which records or sources they name.
//!
//! A footnote of `bilat export` says `Source A, ¶12 “words”`, and the list of sources says what A is; one
//! may also name a record by its id. A footnote of somebody else names a source by its address, its
//! title or its id, perhaps with a paragraph.

use std::collections::HashMap;
use std::ops::Range;

use super::index::Index;
use crate::dossier::{Evidence, Id, Kind, Ref};

/// What footnotes name.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound {
    pub(super) records: Vec<Ref>,
}

impl Bound {
    pub(super) fn join(&mut self, other: &Self) {
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

/// What a footnote names.
pub(super) fn read(index: &Index<'_>, legend: &HashMap<String, Id>, note: &str) -> Bound {
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
    let passages = passages(index, legend, note);
    bound.records = resting_on(index, &passages);
    bound
}

/// A paragraph of a source, and the words of it that are cited.
struct Passage {
    source: Id,
    paragraph: Option<u32>,
    words: Vec<String>,
}

/// `Source A, ¶3 “words” “more”, ¶12; B, ¶48`.
fn passages(index: &Index<'_>, legend: &HashMap<String, Id>, note: &str) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let mut source = source_named(index, note);
    let mut rest = note;
    if source.is_none() && !legend.is_empty() {
        source = letter(legend, note.trim_start_matches("Source ")).map(|(id, _)| id);
    }
    while let Some(at) = rest.find(['¶', '“', ';', '"']) {
        let sign = rest[at..].chars().next().unwrap_or(' ');
        let behind = &rest[at + sign.len_utf8()..];
        rest = behind;
        match sign {
            ';' => {
                if let Some((id, _)) = letter(legend, behind.trim_start()) {
                    source = Some(id);
                }
            }
            '¶' => {
                let digits: String = behind
                    .trim_start()
                    .chars()
                    .take_while(char::is_ascii_digit)
                    .collect();
                if let Some(source) = &source {
                    found.push(Passage {
                        source: source.clone(),
                        paragraph: digits.parse().ok(),
                        words: Vec::new(),
                    });
                }
            }
            _ => {
                let close = if sign == '“' { '”' } else { '"' };
                let Some(end) = behind.find(close) else { break };
                if let Some(last) = found.last_mut() {
                    last.words.push(behind[..end].to_owned());
                }
                rest = &behind[end + close.len_utf8()..];
            }
        }
    }
    if found.is_empty()
        && let Some(source) = source
    {
        found.push(Passage {
            source,
            paragraph: paragraph(note),
            words: Vec::new(),
        });
    }
    found
}

/// The source of a letter with which a text begins.
fn letter<'a>(legend: &HashMap<String, Id>, text: &'a str) -> Option<(Id, &'a str)> {
    let end = text.find(|c: char| !c.is_uppercase()).unwrap_or(text.len());
    let id = legend.get(&text[..end])?;
    Some((id.clone(), &text[end..]))
}

/// "para. 12", "paragraph 12", "par 12".
fn paragraph(note: &str) -> Option<u32> {
    let low = note.to_lowercase();
    let at = low.find("para")?;
    let rest = low[at..].trim_start_matches(char::is_alphabetic);
    let rest = rest.trim_start_matches(['.', ' ']);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The source whose address or title a text has.
fn source_named(index: &Index<'_>, text: &str) -> Option<Id> {
    /// Shorter titles name too much.
    const LEAST: usize = 12;
    let low = text.to_lowercase();
    let found = index.sources.iter().find(|(_, title, url)| {
        let url = url.as_ref().filter(|url| url.len() >= LEAST);
        title.len() >= LEAST && low.contains(title) || url.is_some_and(|url| low.contains(url))
    });
    found.map(|(id, ..)| id.clone())
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
    let numbered = passages
        .iter()
        .filter(|passage| passage.paragraph.is_some());
    let numbered: Vec<&Passage> = numbered.collect();
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
