//! A record or figure as one would cite it: who says what, in which source and paragraph, and
//! that it is contested where it is. Pure.
//!
//! No date is more precise than it was stored; one that was worked out stands in square brackets.
//! Everything comes from [`crate::dossier::Text`], so that it is as safe to print as any record.

mod bibtex;
mod contested;
mod csl;
mod markdown;
mod name;
mod reference;
mod sentence;

use crate::dossier::{Dossier, Evidence, Id, Kind, Ref, Source};

/// How a citation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// A sentence with its reference.
    #[default]
    Text,
    /// The same in Markdown; speech as a block quotation.
    Markdown,
    /// The sources as CSL-JSON, the sentence as their note.
    CslJson,
    /// The sources as BibTeX, the sentence as their note.
    Bibtex,
}

/// The citation of a record. The last line has no line feed.
pub fn cite(dossier: &Dossier, record: Ref, style: Style) -> String {
    Citation::new(dossier, record).written(style)
}

/// A source in a few words: `ASEAN Briefing [2023]`; with its title where another is called so too.
pub fn short(dossier: &Dossier, source: &Source) -> String {
    reference::short(dossier, source)
}

/// A source as it stands in a list of works, in plain text.
pub fn reference(dossier: &Dossier, source: &Source) -> String {
    stopped(&reference::plain(dossier, source))
}

/// `text`, a line, so that Markdown shows it as it is.
pub fn escape_markdown(text: &str) -> String {
    markdown::escape(text)
}

/// Every source, one after the other. The last line has no line feed.
pub fn sources(dossier: &Dossier, style: Style) -> String {
    let places = dossier.sources.iter().map(|source| Place {
        source,
        paragraphs: Vec::new(),
    });
    let citation = Citation {
        dossier,
        sentence: String::new(),
        speech: None,
        places: places.collect(),
        contested: Vec::new(),
    };
    citation.written(style)
}

/// The id that is most like `wrong`, if one is like it at all.
pub fn nearest(dossier: &Dossier, wrong: &str) -> Option<Id> {
    /// Below this likeness a guess is more of a riddle than a help.
    const LIKE: f64 = 0.75;
    let wrong = wrong.to_lowercase();
    let records = Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind));
    let rated = records.map(|record| {
        let id = dossier.id(record);
        (strsim::jaro_winkler(&wrong, id.as_str()), id)
    });
    let near = rated.filter(|(like, _)| *like >= LIKE);
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
    best.map(|(_, id)| id)
}

/// What every style writes.
struct Citation<'a> {
    dossier: &'a Dossier,
    /// Who says what, without its full stop; for speech who speaks, on which occasion. Empty for
    /// a source, which says nothing by being cited.
    sentence: String,
    /// The words of a speaker.
    speech: Option<String>,
    /// Where it stands.
    places: Vec<Place<'a>>,
    /// Whole sentences on what speaks against it.
    contested: Vec<String>,
}

/// A source and the paragraphs of it.
struct Place<'a> {
    source: &'a Source,
    paragraphs: Vec<u32>,
}

impl<'a> Citation<'a> {
    fn new(dossier: &'a Dossier, record: Ref) -> Self {
        let speech = match record.kind {
            Kind::Quote => Some(dossier.quotes.get(record.at).text.to_string()),
            _ => None,
        };
        Self {
            dossier,
            sentence: sentence::of(dossier, record),
            speech,
            places: places(dossier, record),
            contested: contested::of(dossier, record),
        }
    }

    fn written(&self, style: Style) -> String {
        match style {
            Style::Text => self.text(),
            Style::Markdown => markdown::cite(self),
            Style::CslJson => csl::cite(self),
            Style::Bibtex => bibtex::cite(self),
        }
    }

    fn text(&self) -> String {
        let references = self.places.iter().map(|place| {
            let reference = reference::plain(self.dossier, place.source);
            reference + &place.paragraphs()
        });
        let references: Vec<_> = references.collect();
        let references = references.join("; ");
        let statement = self.statement();
        let first = match (statement.is_empty(), references.is_empty()) {
            (true, _) => references,
            (false, true) => statement,
            (false, false) => format!("{statement} ({references})"),
        };
        let mut sentences = vec![stopped(&first)];
        sentences.extend(self.contested.iter().cloned());
        sentences.join(" ")
    }

    /// Who says what, with the words of a speaker.
    fn statement(&self) -> String {
        match &self.speech {
            Some(words) => format!("{}: “{}”", self.sentence, one_line(words)),
            None => self.sentence.clone(),
        }
    }

    /// What is noted beside an entry of one source.
    fn note(&self, place: &Place<'_>) -> Option<String> {
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
    fn paragraphs(&self) -> String {
        let numbers: Vec<_> = self.paragraphs.iter().map(ToString::to_string).collect();
        match numbers.as_slice() {
            [] => String::new(),
            [one] => format!(", ¶{one}"),
            more => format!(", ¶¶{}", more.join(", ")),
        }
    }
}

/// The sources of a record and of what stands inside it, each once, with their paragraphs.
fn places(dossier: &Dossier, record: Ref) -> Vec<Place<'_>> {
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
fn evidence(dossier: &Dossier, record: Ref) -> Vec<Evidence> {
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

/// With a full stop, if no sign ends it yet.
fn stopped(sentence: &str) -> String {
    let ended = sentence.ends_with(['.', '?', '!', '…']);
    format!("{sentence}{}", if ended { "" } else { "." })
}

/// On one line, with single blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
