//! Which mentions are of one person: "Mr. Ng" is the "Arthur Ng" named before.

use std::collections::HashMap;

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::spelling::spelling;
use super::spot::{self, Run};

/// People indexed under one word of their names, at most.
const MAX_NAMESAKES: usize = 32;

/// A name in the form in which names are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Key {
    /// Its words, folded; particles and "Jr" are left out.
    pub(super) words: Vec<String>,
    /// Each of them in one spelling of several: what is compared.
    spellings: Vec<String>,
    /// Its initials, before the words.
    pub(super) initials: Vec<char>,
}

impl Key {
    pub(super) fn of_run(reading: &Reading, run: &Run) -> Self {
        let mut key = Self::default();
        for at in run.name.clone() {
            if !reading.is(at, Class::LETTER) || reading.is(at, Class::SUFFIX) {
                continue;
            }
            let word = reading.word(at);
            let initial = spot::is_initial(reading, at);
            let first = word.chars().next().filter(|_| initial);
            key.push(
                &first.map_or(word.to_owned(), String::from),
                reading.is(at, Class::PARTICLE),
            );
        }
        key
    }

    /// Of a name from outside of the text.
    pub(super) fn of_name(name: &str) -> Self {
        let mut key = Self::default();
        for word in name
            .split([' ', '-', '.', '\u{a0}'])
            .filter(|w| !w.is_empty())
        {
            key.push(word, false);
        }
        key
    }

    fn push(&mut self, word: &str, particle: bool) {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(initial), None) => self.initials.extend(initial.to_lowercase()),
            _ if particle => {}
            _ => {
                let word = fold(word);
                self.spellings.push(spelling(&word));
                self.words.push(word);
            }
        }
    }

    /// The last word in the spelling in which names are compared.
    pub(super) fn surname(&self) -> Option<&String> {
        self.spellings.last()
    }

    /// The first word in that spelling.
    pub(super) fn first(&self) -> Option<&String> {
        self.spellings.first()
    }

    /// Has it, letter for letter, all words of another or the reverse?
    pub(super) fn has_words_of(&self, other: &Self) -> bool {
        let within = |a: &Self, b: &Self| a.words.iter().all(|word| b.words.contains(word));
        within(self, other) || within(other, self)
    }

    /// May both be names of one person? Both have two words or initials.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() {
            (self, other)
        } else {
            (other, self)
        };
        let surname = short
            .surname()
            .is_some_and(|name| long.surname() == Some(name));
        let mut words = short.spellings.iter();
        let inside = words.all(|word| long.spellings.contains(word));
        let firsts = || long.words.iter().filter_map(|word| word.chars().next());
        let initials = short.initials.first().is_none_or(|initial| {
            long.initials.first().is_some_and(|other| other == initial)
                || firsts().next().is_some_and(|first| first == *initial)
        });
        surname && inside && initials
    }
}

/// A word of a name in small letters; of a Cyrillic one the stem, which its cases share.
pub(in crate::extract) fn fold(word: &str) -> String {
    let lower: String = word
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect();
    if !matches!(lower.chars().next(), Some('\u{400}'..='\u{4ff}')) {
        return lower;
    }
    let endings = [
        "ого", "ому", "ым", "им", "ой", "ом", "ем", "ей", "ою", "ий", "ый", "а", "у", "е", "я",
        "ю", "ы", "и", "й", "ь",
    ];
    let stem = endings.iter().find_map(|ending| lower.strip_suffix(ending));
    match stem {
        Some(stem) if stem.chars().count() >= 3 => stem.to_owned(),
        _ => lower,
    }
}

/// The words of a title, folded; "PM" is a prime minister.
pub(in crate::extract) fn title_words(title: &str) -> Vec<String> {
    let all = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    all.flat_map(|word| match word {
        "PM" => vec!["prime".to_owned(), "minister".to_owned()],
        "FM" => vec!["foreign".to_owned(), "minister".to_owned()],
        word => vec![fold(word)],
    })
    .collect()
}

/// Persons by each word of their names.
#[derive(Debug, Default)]
pub(super) struct Index(HashMap<String, Vec<usize>>);

impl Index {
    pub(super) fn enter(&mut self, key: &Key, person: usize) {
        for word in &key.spellings {
            let persons = self.0.entry(word.clone()).or_default();
            if persons.last() != Some(&person) && persons.len() < MAX_NAMESAKES {
                persons.push(person);
            }
        }
    }

    pub(super) fn with(&self, word: &str) -> &[usize] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }
}
