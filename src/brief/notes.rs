//! The footnotes of a brief: each leads to the passages that a line rests on. Lines that rest on the
//! same passages share a footnote.

use crate::cite;
use crate::dossier::evidence::Support;
use crate::dossier::{Dossier, Evidence, Id, Source};

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The passages, source by source.
    pub places: Vec<Place>,
}

/// A source and passages in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its place in that list, from 0.
    pub listed: usize,
    /// The paragraphs, each with the words that carry the line.
    pub passages: Vec<(u32, Vec<String>)>,
}

/// A paragraph that a footnote leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The letter of the source, and the paragraph: "A, ¶48".
    pub place: String,
    /// The paragraph; none where the text of the source is not available.
    pub text: Option<String>,
}

/// The footnotes so far.
pub struct Notes<'a> {
    dossier: &'a Dossier,
    cited: Vec<Note>,
    sources: Vec<&'a Id>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        Self {
            dossier,
            cited: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// The number of the footnote for these passages; none where they lead to no source, for then
    /// the line has nothing to stand on.
    pub(super) fn cite<'e>(
        &mut self,
        evidence: impl IntoIterator<Item = &'e Evidence>,
    ) -> Option<usize> {
        let mut places: Vec<Place> = Vec::new();
        for anchor in evidence {
            let Some(source) = self.dossier.source(&anchor.source) else {
                continue;
            };
            let listed = self.listed(source);
            let at = places
                .iter()
                .position(|place| place.listed == listed)
                .unwrap_or_else(|| {
                    places.push(Place {
                        listed,
                        passages: Vec::new(),
                    });
                    places.len() - 1
                });
            add(&mut places[at].passages, anchor);
        }
        if places.is_empty() {
            return None;
        }
        for place in &mut places {
            place.passages.sort_by_key(|(paragraph, _)| *paragraph);
        }
        places.sort_by_key(|place| place.listed);
        let note = Note { places };
        let known = self.cited.iter().position(|known| *known == note);
        Some(
            1 + known.unwrap_or_else(|| {
                self.cited.push(note);
                self.cited.len() - 1
            }),
        )
    }

    /// The place of a source in the list, to which it is added when it is new.
    fn listed(&mut self, source: &Source) -> usize {
        let known = self.sources.iter().position(|id| **id == source.id);
        known.unwrap_or_else(|| {
            let mut all = self.dossier.sources.iter();
            self.sources
                .extend(all.find(|s| s.id == source.id).map(|s| &s.id));
            self.sources.len() - 1
        })
    }

    /// All footnotes, and the sources that they lead to.
    pub(super) fn finish(self) -> (Vec<Note>, Vec<Id>) {
        (self.cited, self.sources.into_iter().cloned().collect())
    }

    /// The sources in full.
    pub(super) fn references(&self) -> Vec<String> {
        let sources = self.sources.iter();
        let full = sources.filter_map(|id| self.dossier.source(id));
        full.map(|source| cite::reference(self.dossier, source))
            .collect()
    }
}

fn add(passages: &mut Vec<(u32, Vec<String>)>, anchor: &Evidence) {
    let known = passages
        .iter()
        .position(|(number, _)| *number == anchor.paragraph);
    let at = known.unwrap_or_else(|| {
        passages.push((anchor.paragraph, Vec::new()));
        passages.len() - 1
    });
    let words = anchor
        .exact
        .as_ref()
        .map(|exact| super::words::line(&exact.to_string()));
    let contrary = match anchor.support {
        Support::Contradicts => "to the contrary: ",
        Support::States | Support::Implies => "",
    };
    let Some(words) = words else { return };
    let quoted = &mut passages[at].1;
    // Words that stand within others of the paragraph say nothing more.
    if !quoted.iter().any(|longer| longer.contains(&words)) {
        quoted.retain(|shorter| !words.contains(shorter.trim_matches(['“', '”'])));
        quoted.push(format!("{contrary}“{words}”"));
    }
}

impl Place {
    /// "A, ¶40 “…”, ¶43".
    pub fn describe(&self) -> String {
        format!("{}, {}", letter(self.listed), self.paragraphs())
    }

    /// The numbers of the paragraphs.
    pub(super) fn numbers(&self) -> Vec<u32> {
        let passages = self.passages.iter();
        passages.map(|(paragraph, _)| *paragraph).collect()
    }

    /// ": “…”, “…”"; empty where no words are cited.
    pub(super) fn words(&self) -> String {
        let words = self
            .passages
            .iter()
            .flat_map(|(_, words)| words.clone())
            .collect::<Vec<_>>()
            .join(", ");
        if words.is_empty() {
            words
        } else {
            format!(": {words}")
        }
    }

    /// "¶40 “…”, ¶43".
    pub fn paragraphs(&self) -> String {
        let passages = self.passages.iter().map(|(paragraph, words)| {
            let words = words.iter().map(String::as_str);
            let place = format!("¶{paragraph}");
            let all: Vec<_> = [place.as_str()].into_iter().chain(words).collect();
            all.join(" ")
        });
        passages.collect::<Vec<_>>().join(", ")
    }
}

/// The letter of a source in the list: A to Z, then AA, AB, …
pub fn letter(place: usize) -> String {
    let last = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    match place / 26 {
        0 => last.to_string(),
        rest => letter(rest - 1) + &last.to_string(),
    }
}
