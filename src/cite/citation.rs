//! What a citation says, before it is written in a style.

use super::line::{one_line, stopped};
use super::list::numbered;
use super::reference;
use crate::dossier::{Dossier, Evidence, Kind, Ref, Source};

/// What every style writes.
pub(super) struct Citation<'a> {
    pub(super) dossier: &'a Dossier,
    /// Who says what, without its full stop; for speech who speaks, on which occasion. Empty for
    /// a source, which says nothing by being cited.
    pub(super) sentence: String,
    /// The words of a speaker.
    pub(super) speech: Option<String>,
    /// Where it stands.
    pub(super) places: Vec<Place<'a>>,
    /// Whole sentences on what speaks against it.
    pub(super) contested: Vec<String>,
}

/// A source and the paragraphs of it.
pub(super) struct Place<'a> {
    pub(super) source: &'a Source,
    pub(super) paragraphs: Vec<u32>,
}

impl Citation<'_> {
    pub(super) fn text(&self) -> String {
        let mut sentences = vec![stopped(&self.stated())];
        sentences.extend(self.contested.iter().cloned());
        sentences.join(" ")
    }

    /// Who says what, with the references, and without what contests it.
    pub(super) fn stated(&self) -> String {
        let cited: Vec<_> = self
            .places
            .iter()
            .map(|place| {
                let reference = reference::plain(self.dossier, place.source);
                reference + &place.paragraphs()
            })
            .collect();
        let references = cited.join("; ");
        let statement = self.statement();
        match (statement.is_empty(), references.is_empty()) {
            (true, _) => references,
            (false, true) => statement,
            (false, false) => format!("{statement} ({references})"),
        }
    }

    /// Who says what, with the words of a speaker.
    pub(super) fn statement(&self) -> String {
        match &self.speech {
            Some(words) => format!("{}: “{}”", self.sentence, one_line(words)),
            None => self.sentence.clone(),
        }
    }

    /// What is noted beside an entry of one source.
    pub(super) fn note(&self, place: &Place<'_>) -> Option<String> {
        if self.sentence.is_empty() {
            return None;
        }
        let mut note = vec![stopped(&(self.statement() + &place.paragraphs()))];
        note.extend(self.contested.iter().cloned());
        Some(note.join(" "))
    }
}

impl Place<'_> {
    /// ", ¶48" or ", ¶¶3, 12".
    pub(super) fn paragraphs(&self) -> String {
        match self.paragraphs.as_slice() {
            [] => String::new(),
            paragraphs => format!(", {}", numbered(paragraphs)),
        }
    }
}

/// The sources of a record and of what stands inside it, each once, with their paragraphs.
pub(super) fn places(dossier: &Dossier, record: Ref) -> Vec<Place<'_>> {
    if record.kind == Kind::Source {
        return vec![Place {
            source: &dossier.sources[record.at],
            paragraphs: Vec::new(),
        }];
    }
    let mut places: Vec<Place<'_>> = Vec::new();
    for evidence in evidence(dossier, record) {
        let Some(source) = dossier.source(&evidence.source) else {
            continue;
        };
        let known = places.iter_mut().find(|place| place.source.id == source.id);
        match known {
            Some(place) => place.paragraphs.push(evidence.paragraph),
            None => places.push(Place {
                source,
                paragraphs: vec![evidence.paragraph],
            }),
        }
    }
    for place in &mut places {
        place.paragraphs.sort_unstable();
        place.paragraphs.dedup();
    }
    places
}

/// What a record rests on; for a person the titles too, for a series its figures and goods.
pub(super) fn evidence(dossier: &Dossier, record: Ref) -> Vec<Evidence> {
    let mut all = dossier.evidence(record).into_owned();
    match record.kind {
        Kind::Person => {
            let roles = &dossier.people[record.at].roles;
            all.extend(roles.iter().flat_map(|role| role.evidence.clone()));
        }
        Kind::Series => {
            let series = &dossier.series[record.at];
            all.extend(series.observations.iter().flat_map(|o| o.evidence.clone()));
            all.extend(series.items.iter().flat_map(|item| item.evidence.clone()));
        }
        _ => {}
    }
    all
}
