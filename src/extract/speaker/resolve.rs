//! The person, body or country that a phrase means.

mod generic;

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::confidence::{Basis, Confidence};
use super::super::lexicon::{Class, is_relation};
use super::super::name::{Gender, People, gender_in};
use super::super::reading::Reading;
use super::memory::{Memory, Office, recent};
use super::phrase::{Head, Phrase};
use crate::dossier::Code;

/// Paragraphs and mentions back in which the holder of an office is named.
const HOLDERS: (usize, usize) = (usize::MAX, 400);

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person, by their place among the people of the text.
    Person(usize),
    /// A body, as printed.
    Organisation(String),
    /// A country, or its government.
    Country(Code),
    /// Somebody whom the text does not name, as printed: "a diplomat".
    Unnamed(String),
    /// No rule found a speaker.
    Unknown,
}

/// Who speaks, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub who: Who,
    /// The words that name them, as bytes of the text.
    pub mention: Option<Range<usize>>,
    /// Do those words call them something, and not only tell them from somebody else, as "his host" does?
    pub named: bool,
    /// The office as the text gives it there, or elsewhere.
    pub role: Option<Range<usize>>,
    /// The rule that found them.
    pub basis: Basis,
}

impl Speaker {
    /// Nobody who is known.
    pub(in crate::extract) fn unknown() -> Self {
        Self {
            who: Who::Unknown,
            mention: None,
            named: false,
            role: None,
            basis: Basis::new("unknown", Confidence::Unsure, "no rule found a speaker"),
        }
    }
}

/// What a resolution reads.
pub(super) struct Resolver<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) quoted: &'a dyn Fn(usize) -> bool,
    /// The subject of the sentence, where that comes before.
    pub(super) first: Option<usize>,
}

impl Resolver<'_> {
    /// Whom a phrase means that a rule found with that basis.
    pub(super) fn speaker(
        &self,
        people: &mut People,
        memory: &Memory,
        phrase: &Phrase,
        basis: Basis,
    ) -> Speaker {
        let (who, basis) = self.who(people, memory, phrase, basis);
        let mut words = phrase.words.clone();
        if let Head::Mention(at) = phrase.head {
            words.end = people.mentions[at].words.end.max(words.start + 1);
        }
        Speaker {
            named: who != Who::Unknown
                && !is_of_other(self.reading, words.clone())
                && calls(self.reading, words.clone()),
            who,
            mention: Some(self.reading.bytes(words)),
            role: self.role(people, phrase),
            basis,
        }
    }

    fn who(
        &self,
        people: &mut People,
        memory: &Memory,
        phrase: &Phrase,
        basis: Basis,
    ) -> (Who, Basis) {
        let printed = || self.printed(phrase.words.clone());
        if phrase.joint {
            return (Who::Unnamed(printed()), basis);
        }
        match phrase.head {
            Head::Mention(at) => {
                let mention = &people.mentions[at];
                let most = if mention.shared {
                    Confidence::Likely
                } else {
                    Confidence::Sure
                };
                (Who::Person(mention.person), basis.at_most(most))
            }
            Head::Name => self.name(people, phrase, basis),
            Head::Word(word) => self.word(people, memory, phrase, (word, basis)),
        }
    }

    fn printed(&self, mut words: Range<usize>) -> String {
        let article = ["the", "le", "la", "les", "l’"];
        if words.len() > 1 && article.iter().any(|a| self.reading.reads(words.start, a)) {
            words.start += 1;
        }
        self.reading.printed(words).to_owned()
    }

    fn name(&self, people: &mut People, phrase: &Phrase, basis: Basis) -> (Who, Basis) {
        let printed = self.printed(phrase.words.clone());
        let words = phrase.words.clone();
        if people.is_known_body(&printed) || words.len() == 1 {
            let most = if people.is_known_body(&printed) {
                Confidence::Sure
            } else {
                Confidence::Likely
            };
            return (Who::Organisation(printed), basis.at_most(most));
        }
        let capitals = words.clone().all(|at| {
            self.reading.is(at, Class::CAPITAL) && !self.reading.is(at, Class::BODY | Class::THING)
        });
        if !capitals || words.len() > 4 {
            return (Who::Unnamed(printed), basis.at_most(Confidence::Likely));
        }
        let person = people.speaker(self.reading, words);
        (Who::Person(person), basis.at_most(Confidence::Unsure))
    }

    fn word(
        &self,
        people: &People,
        memory: &Memory,
        phrase: &Phrase,
        (word, basis): (usize, Basis),
    ) -> (Who, Basis) {
        let reading = self.reading;
        let printed = self.printed(phrase.words.clone());
        let nation = reading
            .nations_in(word..word + 1)
            .next()
            .map(|nation| nation.found.code);
        let country = reading
            .nations_in(phrase.words.clone())
            .next()
            .map(|nation| nation.found);
        if reading.is(word, Class::HE | Class::SHE) {
            return match memory.pronoun(reading, people, word, self.first, self.quoted) {
                Some((person, by)) => (Who::Person(person), meant(basis, by)),
                None => (Who::Unknown, basis),
            };
        }
        if reading.is(word, Class::PRONOUN | Class::THEY) {
            return (Who::Unknown, basis);
        }
        if people.is_known_body(&printed) {
            return (Who::Organisation(printed), basis);
        }
        if let Some(found) =
            country.filter(|found| nation.is_some() || found.words == phrase.words.len())
        {
            return (Who::Country(found.code), basis);
        }
        if reading.is(word, Class::ROLE) {
            return self.office(people, memory, phrase, basis);
        }
        let body = reading.is(word, Class::BODY | Class::UPPER) || reading.is(word, Class::CAPITAL);
        if body && !reading.is(word, Class::PEOPLE) {
            return (Who::Organisation(printed), basis);
        }
        let most = if reading.is(word, Class::PEOPLE | Class::BODY) {
            basis.confidence
        } else {
            Confidence::Unsure
        };
        (Who::Unnamed(printed), basis.at_most(most))
    }

    /// Whom "the Lao president" means.
    fn office(
        &self,
        people: &People,
        memory: &Memory,
        phrase: &Phrase,
        basis: Basis,
    ) -> (Who, Basis) {
        let reading = self.reading;
        let unnamed = (Who::Unnamed(self.printed(phrase.words.clone())), basis);
        let some = ["a", "an", "one", "another", "some", "un", "une", "any"];
        if some
            .iter()
            .any(|word| reading.reads(phrase.words.start, word))
        {
            return unnamed;
        }
        let Some(office) = Office::of(reading, phrase.words.clone()) else {
            return unnamed;
        };
        if office.is_of_another() || self.is_of_somebody(people, phrase) {
            return unnamed;
        }
        if office.is_of_visit()
            && let Some(person) = office
                .of_visit(memory.visit())
                .or_else(|| self.other_of_two(people, memory, phrase))
        {
            return (Who::Person(person), meant(basis, OF_VISIT));
        }
        let holders = self.holders(people, phrase, &office);
        match holders.as_slice() {
            [only] => (Who::Person(*only), meant(basis, OFFICE)),
            [nearest, ..] => {
                let topic = memory.topic(reading.block_of(phrase.words.start));
                let person = topic
                    .filter(|topic| holders.contains(topic))
                    .unwrap_or(*nearest);
                (Who::Person(person), meant(basis, SEVERAL))
            }
            [] => match self
                .generic(people, memory, phrase, &office)
                .or_else(|| self.described(people, memory, phrase))
            {
                Some(person) => (Who::Person(person), meant(basis, OF_COUNTRY)),
                None => unnamed,
            },
        }
    }

    /// Who holds an office, by what the text says of them; the latest first.
    fn holders(&self, people: &People, phrase: &Phrase, office: &Office) -> Vec<usize> {
        let reading = self.reading;
        let country = reading
            .nations_in(phrase.words.clone())
            .next()
            .map(|nation| nation.found.code);
        let gender = self.gender(phrase);
        let holds = |person: usize| {
            let person = &people.all[person];
            let same = country
                .is_none_or(|code| person.public.country.is_none_or(|own| own == code))
                && gender.is_none_or(|one| person.gender.is_none_or(|own| own == one));
            same && person.titles.iter().any(|title| office.fits(title))
        };
        let mut seen = BTreeSet::new();
        let mut holders: Vec<usize> = Vec::new();
        for person in recent(reading, people, phrase.words.start, self.quoted, HOLDERS) {
            if seen.insert(person) && holds(person) {
                holders.push(person);
            }
        }
        let certain =
            |person: &usize| country.is_some() && people.all[*person].public.country == country;
        let known = |person: &usize| gender.is_some() && people.all[*person].gender == gender;
        if holders.iter().any(known) {
            holders.retain(known);
        }
        if holders.iter().any(certain) {
            holders.retain(certain);
        } else if country.is_some() && holders.len() > 1 {
            // The text does not say which of them is of that country.
            return Vec::new();
        }
        holders
    }

    /// "la ministre", "the spokeswoman": as far as the article or the noun tells.
    fn gender(&self, phrase: &Phrase) -> Option<Gender> {
        let first = phrase.words.start;
        if self.reading.reads(first, "la") || self.reading.reads(first, "une") {
            return Some(Gender::Female);
        }
        if self.reading.reads(first, "le") {
            return Some(Gender::Male);
        }
        gender_in(self.reading, phrase.words.clone())
    }

    /// The office as the text gives it beside the quote.
    fn role(&self, people: &People, phrase: &Phrase) -> Option<Range<usize>> {
        let mut words = match phrase.head {
            Head::Mention(at) => {
                let mention = &people.mentions[at];
                let before = phrase.words.start..mention.words.start;
                mention.title.clone().unwrap_or(before)
            }
            Head::Word(_) => phrase.words.clone(),
            Head::Name => return None,
        };
        let reading = self.reading;
        while !words.is_empty()
            && reading.is(words.start, Class::DETERMINER)
            && !reading.is(words.start, Class::POSSESSIVE)
        {
            words.start += 1;
        }
        while !words.is_empty() && reading.is(words.end - 1, Class::COMMA) {
            words.end -= 1;
        }
        let office = words.clone().any(|at| reading.is(at, Class::ROLE));
        (office && !is_of_other(reading, words.clone())).then(|| reading.bytes(words))
    }
}

/// Do the words call somebody by an office, a title or a body, as "a senior official" and "the ministry" do, and "his
/// country" and "well" do not?
pub(in crate::extract) fn calls(reading: &Reading, words: Range<usize>) -> bool {
    const NOBODY: [&str; 8] = [
        "country",
        "countries",
        "side",
        "sides",
        "nations",
        "others",
        "some",
        "many",
    ];
    let one = Class::ROLE | Class::HONORIFIC | Class::PEOPLE;
    let mut words = words.filter(|at| !NOBODY.iter().any(|word| reading.reads(*at, word)));
    words.any(|at| {
        let body = reading.is(at, Class::BODY) && !reading.is(at, Class::OCCASION | Class::WORK);
        reading.is(at, one) || body
    })
}

/// Are they words by which somebody is told from another, and not an office: "his host", "the minister's
/// counterpart"?
fn is_of_other(reading: &Reading, words: Range<usize>) -> bool {
    let last = words.end.checked_sub(1).filter(|last| *last >= words.start);
    last.is_some_and(|last| is_relation(reading.word(last)))
}

/// Somebody who acts, not only speaks.
pub(super) const ACT: Basis = Basis::new("reference", Confidence::Sure, "a pronoun or an office");

const OFFICE: Basis = Basis::new(
    "office",
    Confidence::Likely,
    "the only person in the text who holds that office",
);
const OF_COUNTRY: Basis = Basis::new(
    "office",
    Confidence::Likely,
    "the person with an office of that country, or whom the text is about",
);
const OF_VISIT: Basis = Basis::new(
    "guest-or-host",
    Confidence::Likely,
    "the guest or the host of the meeting",
);
const SEVERAL: Basis = Basis::new(
    "office",
    Confidence::Unsure,
    "several people in the text hold such an office",
);

/// The verb's rule and that of the word that it has for its subject: the less certain one counts.
fn meant(verb: Basis, word: Basis) -> Basis {
    word.at_most(verb.confidence)
}
