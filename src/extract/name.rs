//! The persons of a text: every mention, the titles as printed, the country, and which mentions are of
//! one person. Those that a dossier knows come first.

mod case;
mod complement;
mod country;
mod field;
mod gender;
mod headline;
mod known;
mod link;
mod lookup;
mod month;
mod office;
mod place;
mod recurring;
mod spelling;
mod spot;
mod surname;
mod title;

use std::collections::HashMap;
use std::ops::Range;

use super::confidence::{Basis, Confidence};
use super::lexicon::Class;
use super::reading::Reading;
use crate::dossier::{Code, Id};
use country::{behind, country, delegation};
pub(super) use gender::{Gender, gender_in};
use gender::{gender_by_ending, run_gender};
pub use known::KnownName;
use link::{Index, Key};
pub(super) use link::{fold, title_words};
use spot::{Run, Sign};

/// Different titles of one person, at most.
const MAX_TITLES: usize = 16;

/// Someone who is named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPerson {
    /// The fullest form of the name that is printed.
    pub name: String,
    /// The record that the dossier has of them.
    pub known: Option<Id>,
    /// The country that their titles name, or the record.
    pub country: Option<Code>,
    /// Where a title of theirs is printed, in the order of the text; "mayor of Vientiane".
    pub titles: Vec<Range<usize>>,
    /// Where the name is printed, in the order of the text.
    pub mentions: Vec<Range<usize>>,
    /// Why it is a person.
    pub basis: Basis,
}

/// A place where a person is named.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The name, with the title before it.
    pub(super) words: Range<usize>,
    pub(super) name: Range<usize>,
    pub(super) title: Option<Range<usize>>,
    pub(super) person: usize,
    /// Another person of the text has that name too.
    pub(super) shared: bool,
}

/// A person, and what the rules know of them.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) public: NamedPerson,
    pub(super) gender: Option<Gender>,
    /// The words of each title of the record and of the text, folded.
    pub(super) titles: Vec<Vec<String>>,
    key: Key,
}

/// Everyone in a text.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) all: Vec<Person>,
    /// In the order of the text.
    pub(super) mentions: Vec<Mention>,
    index: Index,
    /// Whole names of records: the person, if it is one.
    aliases: HashMap<String, Option<usize>>,
}

impl People {
    pub(super) fn find(reading: &Reading, known: &[KnownName]) -> Self {
        let mut people = Self::default();
        people.enter_known(known);
        let mut runs: Vec<Run> = reading
            .blocks
            .iter()
            .flat_map(|block| spot::runs(reading, block))
            .collect();
        office::shorten(reading, &mut runs);
        recurring::mark(reading, &mut runs);
        let headline = Self::headline(reading);
        let (above, runs): (Vec<_>, Vec<_>) = runs
            .into_iter()
            .partition(|run| headline.contains(&run.name.start));
        // Whole names first: a surname may come before the name in full, as in a headline.
        let (whole, rest): (Vec<_>, Vec<_>) = runs
            .into_iter()
            .partition(|run| run.sign > Sign::None && run.name.len() > 1);
        for run in &whole {
            people.add_whole(reading, run);
        }
        for run in &rest {
            people.add_rest(reading, run);
        }
        for run in &rest {
            people.add_surname(reading, run);
        }
        for run in &above {
            people.add_headline(reading, run);
        }
        people.mentions.sort_by_key(|mention| mention.words.start);
        people.gather(reading);
        people
    }

    fn enter_known(&mut self, known: &[KnownName]) {
        for name in known {
            let person = name.person.then_some(self.all.len());
            for alias in &name.names {
                self.aliases.insert(alias.to_lowercase(), person);
            }
            let Some(at) = person else {
                continue;
            };
            let first = name.names.first().copied().unwrap_or_default();
            let key = Key::of_name(first);
            self.index.enter(&key, at);
            for alias in name.names.iter().skip(1) {
                self.index.enter(&Key::of_name(alias), at);
            }
            self.all.push(Person {
                public: NamedPerson {
                    name: first.to_owned(),
                    known: Some(name.id.clone()),
                    country: name.country,
                    titles: Vec::new(),
                    mentions: Vec::new(),
                    basis: Basis::new(
                        "known-name",
                        Confidence::Sure,
                        "a record of the dossier has that name",
                    ),
                },
                gender: None,
                titles: name.titles.iter().map(|title| title_words(title)).collect(),
                key,
            });
        }
    }

    /// Is it the name of an organisation of the dossier?
    pub(super) fn is_known_body(&self, name: &str) -> bool {
        matches!(self.aliases.get(&name.to_lowercase()), Some(None))
    }

    fn add_whole(&mut self, reading: &Reading, run: &Run) {
        if self.is_known_body(reading.printed(run.name.clone())) {
            return;
        }
        let key = Key::of_run(reading, run);
        let printed = reading.printed(run.name.clone()).to_lowercase();
        let known = self.aliases.get(&printed).copied().flatten();
        let found = known.or_else(|| self.agreeing(&key));
        let person = found.unwrap_or_else(|| self.create(reading, run, key.clone()));
        let entry = &mut self.all[person];
        let otherwise = known.is_none() && !entry.key.has_words_of(&key);
        if entry.public.known.is_some() && otherwise {
            entry.public.basis = SPELLED;
        }
        self.index.enter(&key, person);
        self.note(reading, run, person, false);
    }

    /// A person whose name agrees with a key of at least two words or initials.
    fn agreeing(&self, key: &Key) -> Option<usize> {
        let persons = self.index.with(key.surname()?);
        let mut agreeing = persons.iter().filter(|at| self.all[**at].key.agrees(key));
        agreeing.next().copied()
    }

    fn create(&mut self, reading: &Reading, run: &Run, key: Key) -> usize {
        let nominative = case::nominative(reading, run);
        let basis = basis(run.sign);
        self.all.push(Person {
            public: NamedPerson {
                basis: match nominative {
                    Some(_) => DECLINED,
                    None => basis,
                },
                name: nominative.unwrap_or_else(|| reading.printed(run.name.clone()).to_owned()),
                known: None,
                country: None,
                titles: Vec::new(),
                mentions: Vec::new(),
            },
            gender: None,
            titles: Vec::new(),
            key,
        });
        self.all.len() - 1
    }

    fn add_rest(&mut self, reading: &Reading, run: &Run) {
        let printed = reading.printed(run.name.clone());
        let key = Key::of_run(reading, run);
        let alias = self.aliases.get(&printed.to_lowercase()).copied();
        if alias == Some(None) {
            return;
        }
        let linked = match alias.flatten() {
            Some(person) => Some((person, false)),
            None if key.words.len() > 1 => self.agreeing(&key).map(|person| (person, false)),
            None => self.by_word(reading, run, &key),
        };
        match linked {
            Some((person, shared)) => self.note(reading, run, person, shared),
            None if run.sign == Sign::Title => {
                let person = self.create(reading, run, key.clone());
                self.index.enter(&key, person);
                self.note(reading, run, person, false);
            }
            None => {}
        }
    }

    /// The person who is named by one word, and whether others have that name too.
    fn by_word(&self, reading: &Reading, run: &Run, key: &Key) -> Option<(usize, bool)> {
        let word = key.first()?;
        let gender = run_gender(reading, run);
        let fits = |at: &&usize| {
            let person = &self.all[**at];
            gender.is_none_or(|g| person.gender.is_none_or(|own| own == g))
        };
        let persons: Vec<_> = self.index.with(word).iter().filter(fits).copied().collect();
        let surname = |at: &usize| self.all[*at].key.surname() == Some(word);
        let best = persons.iter().copied().max_by_key(|at| {
            let person = &self.all[*at].public;
            (
                surname(at),
                person.mentions.len(),
                person.known.is_some(),
                usize::MAX - at,
            )
        })?;
        let rivals = persons
            .iter()
            .filter(|at| surname(at) == surname(&best))
            .count();
        Some((best, rivals > 1))
    }

    fn note(&mut self, reading: &Reading, run: &Run, person: usize, shared: bool) {
        let words = run.lead..run.name.end;
        let full = reading.printed(run.name.clone());
        let entry = &mut self.all[person];
        let key = Key::of_run(reading, run);
        // Of the cases of a Russian name the nominative is the shortest.
        let same =
            key.words.len() == entry.key.words.len() && reading.is(run.name.start, Class::CYRILLIC);
        let shorter = same && full.len() < entry.public.name.len();
        if entry.public.known.is_none() && (shorter || key.words.len() > entry.key.words.len()) {
            full.clone_into(&mut entry.public.name);
            entry.key = key;
        }
        // Lee Soo-jin: what looks like a given name there is the family's.
        let family = complement::is_hyphenated(reading, &run.name);
        // "Elmer Catarina": a surname may be a given name of the other.
        let given = match run.name.len() {
            0 | 1 => run.name.clone(),
            _ => run.name.start..run.name.end - 1,
        };
        let by_name = || gender_in(reading, given).filter(|_| !family);
        let own = run_gender(reading, run).or_else(by_name);
        entry.gender = entry.gender.or(own).or_else(|| gender_by_ending(full));
        entry.public.mentions.push(reading.bytes(run.name.clone()));
        self.mentions.push(Mention {
            words,
            name: run.name.clone(),
            title: run.title.clone(),
            person,
            shared,
        });
    }

    /// Titles and countries, once all mentions are known; everyone in the order of the text.
    fn gather(&mut self, reading: &Reading) {
        for person in &mut self.all {
            person.public.mentions.sort_by_key(|range| range.start);
        }
        let mut before: Option<(usize, Vec<String>)> = None;
        for mention in &self.mentions {
            let entry = &mut self.all[mention.person];
            let person = &mut entry.public;
            let Some(title) = mention
                .title
                .clone()
                .filter(|title| is_office(reading, title))
            else {
                continue;
            };
            if person.country.is_none() {
                person.country = country(reading, &title);
            }
            if person.country.is_none() {
                person.country =
                    delegation(reading, title.start).or_else(|| behind(reading, mention.name.end));
            }
            let words = title_words(reading.printed(title.clone()));
            // "his Serbian counterpart" holds the office of the one before.
            let block = reading.block_of(title.start);
            let same = before.take().filter(|(of, _)| *of == block);
            let counterpart = words
                .iter()
                .any(|word| COUNTERPARTS.contains(&word.as_str()));
            if let Some((_, office)) = same.as_ref().filter(|_| counterpart)
                && entry.titles.len() < MAX_TITLES
            {
                entry.titles.push(office.clone());
            }
            before = if counterpart {
                same
            } else {
                Some((block, words.clone()))
            };
            if entry.titles.len() < MAX_TITLES && !entry.titles.contains(&words) {
                entry.titles.push(words);
            }
            person.titles.push(reading.bytes(title));
        }
    }
}

const COUNTERPARTS: [&str; 5] = [
    "counterpart",
    "homologue",
    "colleague",
    "коллег",
    "opposite",
];

const DECLINED: Basis = Basis::new(
    "declined",
    Confidence::Likely,
    "a title precedes the name; its nominative was formed from the instrumental",
);

const SPELLED: Basis = Basis::new(
    "known-spelling",
    Confidence::Likely,
    "a record of the dossier has that name in another spelling",
);

fn basis(sign: Sign) -> Basis {
    match sign {
        Sign::Title => Basis::new("title", Confidence::Sure, "a title precedes the name"),
        Sign::Given => Basis::new(
            "given-name",
            Confidence::Likely,
            "a given name or initials come first",
        ),
        Sign::Apposition => Basis::new(
            "apposition",
            Confidence::Likely,
            "an office follows the name",
        ),
        Sign::Recurs => Basis::new(
            "recurs",
            Confidence::Unsure,
            "a capitalised name whose last word alone is the subject of another sentence",
        ),
        Sign::Speaks | Sign::None => Basis::new(
            "speaks",
            Confidence::Unsure,
            "a capitalised name beside a verb of speech",
        ),
    }
}

/// Does a title name an office, not only "Mr."?
fn is_office(reading: &Reading, title: &Range<usize>) -> bool {
    title.clone().any(|at| reading.is(at, Class::ROLE))
}
