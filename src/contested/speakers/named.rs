//! A speaker other than the one whom the words name: "Kenji Tanaka said", "according to Tanaka".

use std::collections::HashMap;

use crate::dossier::evidence::Support;
use crate::dossier::{Actor, Dossier, Evidence, Id, Kind, Ref};
use crate::extract::brings_speech;
use crate::figures::key::folded;

/// Letters of a part of a name which are enough to name somebody alone.
const SHORTEST: usize = 4;

/// Words of titles between a verb of speech and a name, at most.
const TITLES: usize = 4;

/// The names of people by their first word.
pub(super) struct Names<'a> {
    dossier: &'a Dossier,
    by_first: HashMap<String, Vec<(Vec<String>, Ref)>>,
}

impl<'a> Names<'a> {
    /// Full names, other spellings, and the first and last word of each that is of one person only.
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        let mut holders: HashMap<Vec<String>, Vec<Ref>> = HashMap::new();
        for person in dossier.all(Kind::Person) {
            for name in spellings(dossier, &dossier.id(person)) {
                let parts = [name.first(), name.last()].into_iter().flatten();
                let alone = parts.filter(|part| part.chars().count() >= SHORTEST);
                let all: Vec<_> = alone.map(|part| vec![part.clone()]).collect();
                for name in all.into_iter().chain([name]) {
                    let known = holders.entry(name).or_default();
                    if !known.contains(&person) {
                        known.push(person);
                    }
                }
            }
        }
        let mut by_first: HashMap<_, Vec<_>> = HashMap::new();
        for (name, holders) in holders {
            if let (Some(first), [person]) = (name.first().cloned(), holders.as_slice()) {
                by_first.entry(first).or_default().push((name, *person));
            }
        }
        Self { dossier, by_first }
    }

    /// The only one whose speech the evidence of a record tells, where that is not `by`, and the words
    /// do not name `by` at all.
    pub(super) fn other(&self, by: &Id, evidence: &[Evidence]) -> Option<Ref> {
        let by_whom = self.dossier.find(by).filter(|by| by.kind == Kind::Person)?;
        let read = |e: &&Evidence| e.support != Support::Contradicts && e.exact.is_some();
        let given: Vec<_> = evidence
            .iter()
            .filter(read)
            .map(Evidence::given_words)
            .collect();
        let texts: Vec<_> = given.iter().map(|text| Words::new(text)).collect();
        if !texts.iter().any(Words::tell_of_speech) {
            return None;
        }
        let own: Vec<_> = spellings(self.dossier, by).concat();
        let mut speakers = Vec::new();
        for words in &texts {
            if words.all.iter().any(|word| own.contains(&word.low)) {
                return None;
            }
            speakers.extend(self.speakers(words));
        }
        speakers.sort();
        speakers.dedup();
        match speakers.as_slice() {
            [one] if *one != by_whom => Some(*one),
            _ => None,
        }
    }

    /// Everybody whose name stands beside a verb of speech.
    fn speakers(&self, words: &Words<'_>) -> Vec<Ref> {
        if !words.tell_of_speech() {
            return Vec::new();
        }
        let named = (0..words.all.len()).filter_map(|at| {
            let all = self.by_first.get(&words.all[at].low);
            let here = move |(name, _): &&(Vec<String>, Ref)| {
                let lows = words.all[at..].iter().map(|word| &word.low);
                lows.take(name.len()).eq(name.iter())
            };
            let longest = all
                .into_iter()
                .flatten()
                .filter(here)
                .max_by_key(|(name, _)| name.len());
            longest.map(|(name, person)| (at, at + name.len(), *person))
        });
        let speak = named.filter(|(at, end, _)| words.speaks(*at, *end));
        speak.map(|(_, _, person)| person).collect()
    }
}

/// Every name of somebody, in folded words.
fn spellings(dossier: &Dossier, id: &Id) -> Vec<Vec<String>> {
    let names = dossier.names(&Actor::Record(id.clone()));
    let words = |name: &String| folded(name).split(' ').map(str::to_owned).collect();
    names.iter().map(words).collect()
}

struct Word {
    low: String,
    start: usize,
    end: usize,
}

/// The words of a text with their bytes.
struct Words<'a> {
    text: &'a str,
    all: Vec<Word>,
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        let mut all = Vec::new();
        let mut rest = 0;
        for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !word.is_empty() {
                all.push(Word {
                    low: word.to_lowercase(),
                    start: rest,
                    end: rest + word.len(),
                });
            }
            rest += part.len();
        }
        Self { text, all }
    }

    fn tell_of_speech(&self) -> bool {
        let is_sign = |word: &Word| word.low == "according" || brings_speech(&word.low);
        self.all.iter().any(is_sign)
    }

    /// What stands between a word and the one before it; the start of the text before the first.
    fn gap(&self, at: usize) -> &str {
        let from = at.checked_sub(1).map_or(0, |before| self.all[before].end);
        let to = self.all.get(at).map_or(self.text.len(), |word| word.start);
        &self.text[from..to]
    }

    /// Does a verb of speech stand behind the name from `at` to before `end`, or before it as in
    /// "according to" or behind what was said?
    fn speaks(&self, at: usize, end: usize) -> bool {
        let verb = |at: usize| {
            self.all
                .get(at)
                .is_some_and(|word| brings_speech(&word.low))
        };
        let also = self.all.get(end).is_some_and(|word| word.low == "also");
        let behind = end + usize::from(also);
        if verb(behind) && self.gap(end).trim().is_empty() {
            return true;
        }
        // "Said Minister Kenji Tanaka": titles have capital letters.
        let is_title = |at: usize| self.text[self.all[at].start..].starts_with(char::is_uppercase);
        let titles = (at.saturating_sub(TITLES)..at)
            .rev()
            .take_while(|at| is_title(*at));
        let Some(before) = titles.last().unwrap_or(at).checked_sub(1) else {
            return false;
        };
        let low = |at: Option<usize>| at.map_or("", |at| self.all[at].low.as_str());
        if low(Some(before)) == "to" && low(before.checked_sub(1)) == "according" {
            return true;
        }
        let quoted = |gap: &str| gap.contains(['”', '"', '“', '»', ',']);
        let closed = self.gap(end).trim_start().is_empty() && end == self.all.len()
            || self.gap(end).starts_with(['.', ',', ';', ':']);
        verb(before) && quoted(self.gap(before)) && closed
    }
}
