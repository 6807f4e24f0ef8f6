//! Whom "the guest", "the Thai official" or "the farmer" means, where no title has that word.

use std::collections::BTreeSet;

use super::super::super::lexicon::Class;
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

    /// Does "the diplomat" mean one whom the text named by no more than "a diplomat", and spoke of nobody
    /// of that office since?
    pub(super) fn is_of_somebody(&self, people: &People, phrase: &Phrase) -> bool {
        const REACH: usize = 90;
        const BEFORE: usize = 6;
        let reading = self.reading;
        let start = phrase.words.start;
        if !reading.reads(start, "the") {
            return false;
        }
        let noun = reading.word(phrase.words.end - 1).to_lowercase();
        let first = reading.block_of(start).saturating_sub(1);
        let floor = reading.blocks[first]
            .words
            .start
            .max(start.saturating_sub(REACH));
        let named = |at: usize| people.place(at).is_some();
        let near = (floor..start)
            .rev()
            .take_while(|at| !named(*at) || (self.quoted)(*at));
        let mut same = near.filter(|at| reading.word(*at).to_lowercase() == noun);
        same.any(|at| {
            let floor = at.saturating_sub(BEFORE);
            let mut before = (floor..at)
                .rev()
                .take_while(|at| reading.is(*at, Class::LETTER | Class::HYPHEN));
            before.any(|at| {
                reading.reads(at, "a") || reading.reads(at, "an") || reading.reads(at, "one")
            })
        })
    }

    /// "says Fiji's minister for trade", of the one whom the text is about and whose office it did not give.
    pub(super) fn described(
        &self,
        people: &People,
        memory: &Memory,
        phrase: &Phrase,
    ) -> Option<usize> {
        let reading = self.reading;
        reading.nations_in(phrase.words.clone()).next()?;
        let plain = |at: &usize| {
            let person = &people.all[*at];
            person.titles.is_empty() && person.public.country.is_none()
        };
        memory
            .topic(reading.block_of(phrase.words.start))
            .filter(plain)
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
