//! Who speaks by the labels of a transcript: "PY: …", "Doronov: …".

use std::collections::{HashMap, HashSet};

use super::doubt::{Doubt, DoubtKind};
use crate::dossier::{Dossier, Id, Kind, Person, Ref};
use crate::verify::anchor::Anchor;
use crate::verify::folded::Folded;
use crate::verify::judge::words_of;
use crate::verify::reading::Reading;
use crate::verify::texts::Texts;

/// Characters of the longest label; what is before a colon further on is a sentence.
const LABEL: usize = 40;

/// Words of the longest label: "The Deputy Prime Minister of Laos" names nobody.
const WORDS: usize = 4;

/// Labels that make a text a transcript, in which paragraphs without one go on with the speech before.
const TRANSCRIPT: usize = 3;

/// Paragraphs of one speech.
const SPEECH: usize = 64;

/// The labels of the source texts.
pub(super) struct Transcripts<'a> {
    dossier: &'a Dossier,
    texts: &'a Texts,
    /// Names in small letters, from any word to the last, and initials as they are: whose they are.
    names: HashMap<String, Vec<usize>>,
    read: HashMap<Id, Transcript>,
}

/// For each paragraph of a text the label before it, and the people whom that names.
struct Transcript {
    labels: Vec<Option<(String, Vec<usize>)>>,
    /// Do paragraphs without a label go on with the speech before?
    goes_on: bool,
}

impl<'a> Transcripts<'a> {
    pub(super) fn new(dossier: &'a Dossier, texts: &'a Texts) -> Self {
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, person) in dossier.people.iter().enumerate() {
            for name in called(person) {
                let people = names.entry(name).or_default();
                if !people.contains(&at) {
                    people.push(at);
                }
            }
        }
        Self {
            dossier,
            texts,
            names,
            read: HashMap::new(),
        }
    }

    /// A quote, a claim or a figure by somebody else than the one whom the text names before its words.
    pub(super) fn contradicted(&mut self, record: Ref, anchors: &[&Anchor]) -> Option<Doubt> {
        let dossier = self.dossier;
        let by = match record.kind {
            Kind::Quote => Some(dossier.quotes.facets(record.at).speaker),
            Kind::Claim => dossier.claims[record.at].asserted_by.as_ref(),
            Kind::Observation => dossier.observation(record.at).1.said_by.as_ref(),
            _ => None,
        }?;
        let person = dossier
            .find(by)
            .filter(|found| found.kind == Kind::Person)?;
        anchors.iter().find_map(|anchor| {
            let (label, people) = self.speaker(anchor)?;
            let is_other = !people.contains(&person.at);
            is_other.then(|| Doubt {
                record,
                kind: DoubtKind::Speaker,
                source: anchor.evidence.source.clone(),
                paragraph: anchor.evidence.paragraph,
                message: format!(
                    "“{label}:” is before the words, which names {}, not {}",
                    dossier.people[people[0]].name,
                    dossier.name(by)
                ),
            })
        })
    }

    /// The label over the words of an anchor, and the people whom it names.
    fn speaker(&mut self, anchor: &Anchor) -> Option<(String, Vec<usize>)> {
        let text = self.texts.get(&anchor.evidence.source)?.printed();
        let number = anchor.evidence.paragraph as usize;
        let folded = text.folded(number)?;
        let names = &self.names;
        let source = anchor.evidence.source.clone();
        let transcript = self
            .read
            .entry(source)
            .or_insert_with(|| Transcript::of(text, names));
        if let Some(label) = transcript.labels.get(number - 1)?.clone() {
            let words = words_of(&anchor.words);
            let spot = folded.spots(&words).into_iter().next()?;
            // What somebody quotes is not said by them.
            let is_quoted = folded.text()[..spot.start].contains('"');
            return (!is_quoted).then_some(label);
        }
        let is_whole = Folded::new(&anchor.words).text() == folded.text();
        let before = transcript.labels[..number - 1].iter().rev().take(SPEECH);
        let label = before.flatten().next().cloned();
        label.filter(|_| transcript.goes_on && is_whole)
    }
}

impl Transcript {
    fn of(text: &Reading, names: &HashMap<String, Vec<usize>>) -> Self {
        let paragraphs = (1..=text.len()).map(|number| text.paragraph(number));
        let labels: Vec<_> = paragraphs
            .map(|paragraph| label(paragraph?, names))
            .collect();
        let people: HashSet<_> = labels.iter().flatten().map(|(_, people)| people).collect();
        let count = labels.iter().flatten().count();
        Self {
            goes_on: count >= TRANSCRIPT && people.len() > 1,
            labels,
        }
    }
}

/// The label of a paragraph that names somebody.
fn label(paragraph: &str, names: &HashMap<String, Vec<usize>>) -> Option<(String, Vec<usize>)> {
    let (start, rest) = paragraph.split_once(':')?;
    let label = start.trim();
    let is_short = label.chars().count() <= LABEL && label.split_whitespace().count() <= WORDS;
    if !is_short || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let people = names.get(label).or_else(|| names.get(&lower(label)))?;
    Some((label.to_owned(), people.clone()))
}

/// What a label may call somebody: any last words of a name, or its initials.
fn called(person: &Person) -> Vec<String> {
    let mut all = Vec::new();
    for name in [&person.name].into_iter().chain(&person.aliases) {
        let words: Vec<_> = name.split_whitespace().collect();
        all.extend((0..words.len()).map(|first| lower(&words[first..].join(" "))));
        let initials: String = words.iter().filter_map(|w| w.chars().next()).collect();
        let is_capital = initials.chars().all(char::is_uppercase);
        all.extend((words.len() > 1 && is_capital).then_some(initials));
    }
    all
}

fn lower(text: &str) -> String {
    Folded::new(text).text().to_lowercase()
}
