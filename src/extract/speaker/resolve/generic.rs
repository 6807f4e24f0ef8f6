//! Whom "the guest", "the Thai official" or "the farmer" means, where no title has that word.

use std::collections::BTreeSet;

use super::super::super::name::{People, Person};
use super::super::memory::{Memory, Office, recent};
use super::super::phrase::Phrase;
use super::{HOLDERS, Resolver};

/// Words of the offices of those who meet for two countries.
const OFFICES: [&str; 16] = [
    "minister",
    "president",
    "premier",
    "prime",
    "secretary",
    "undersecretary",
    "chancellor",
    "ambassador",
    "governor",
    "commissioner",
    "speaker",
    "king",
    "ministre",
    "président",
    "présidente",
    "secrétaire",
];

impl Resolver<'_> {
    /// Of the two persons with an office and a country, the one who did not speak last.
    pub(super) fn other_of_two(
        &self,
        people: &People,
        memory: &Memory,
        phrase: &Phrase,
    ) -> Option<usize> {
        let last = memory.topic(self.reading.block_of(phrase.words.start))?;
        let official = |person: &&Person| {
            let office = |title: &Vec<String>| title.iter().any(|word| OFFICES.contains(&&**word));
            person.titles.iter().any(office) && !person.public.mentions.is_empty()
        };
        let mut officials = (0..people.all.len()).filter(|at| official(&&people.all[*at]));
        let pair = [officials.next()?, officials.next()?];
        if officials.next().is_some() {
            return None;
        }
        match pair {
            [first, other] if first == last => Some(other),
            [other, second] if second == last => Some(other),
            _ => None,
        }
    }

    pub(super) fn generic(
        &self,
        people: &People,
        memory: &Memory,
        phrase: &Phrase,
        office: &Office,
    ) -> Option<usize> {
        let block = self.reading.block_of(phrase.words.start);
        let topic = || memory.topic(block).filter(|_| office.is_visiting());
        // "the farmer": whom the text is about, if it gives them no office.
        let plain = |at: &usize| {
            let person = &people.all[*at];
            office.is_trade() && person.public.country.is_none() && person.public.known.is_none()
        };
        let trade = || memory.topic(block).filter(plain);
        self.by_country(people, memory, phrase, office)
            .or_else(topic)
            .or_else(trade)
    }

    /// "the Thai official": the only one of that country whom the text names with an
    /// office, or the one whom it is about.
    fn by_country(
        &self,
        people: &People,
        memory: &Memory,
        phrase: &Phrase,
        office: &Office,
    ) -> Option<usize> {
        let reading = self.reading;
        let mut nations = reading.nations_in(phrase.words.clone());
        let code = nations.next().filter(|_| office.is_generic())?.found.code;
        let named = recent(reading, people, phrase.words.start, self.quoted, HOLDERS);
        let of = |person: &usize| {
            let person = &people.all[*person];
            person.public.country == Some(code) && !person.titles.is_empty()
        };
        let fitting: BTreeSet<usize> = named.filter(of).collect();
        let topic = || {
            let block = reading.block_of(phrase.words.start);
            memory.topic(block).filter(|topic| fitting.contains(topic))
        };
        let only = fitting.first().copied().filter(|_| fitting.len() == 1);
        only.or_else(topic)
    }
}
