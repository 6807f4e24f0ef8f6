//! Who is the guest and who the host of the meeting that a text tells of.

use super::super::lexicon::Class;
use super::super::name::{Mention, People};
use super::super::reading::Reading;

/// Words between a verb and whom it receives, at most.
const REACH: usize = 18;

/// The one guest and the one host of a text, where its words say so.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Visit {
    guest: Role,
    host: Role,
}

/// Whom the words name in a role: nobody yet, one person, or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Role {
    #[default]
    Nobody,
    One(usize),
    Several,
}

impl Role {
    fn take(&mut self, person: usize) {
        *self = match *self {
            Self::Nobody => Self::One(person),
            Self::One(known) if known == person => Self::One(known),
            Self::One(_) | Self::Several => Self::Several,
        };
    }

    fn person(self) -> Option<usize> {
        match self {
            Self::One(person) => Some(person),
            Self::Nobody | Self::Several => None,
        }
    }
}

impl Visit {
    /// Reads the words beside every mention of a person.
    pub(super) fn read(reading: &Reading, people: &People) -> Self {
        let mut visit = Self::default();
        for mention in &people.mentions {
            let host = visit.beside(reading, mention);
            if let Some(verb) = host
                && let Some(other) = received(reading, people, verb)
                && other != mention.person
            {
                if is_passive(reading, verb) {
                    visit.host.take(other);
                } else {
                    visit.guest.take(other);
                }
            }
        }
        visit
    }

    /// The guest.
    pub(super) fn guest(self) -> Option<usize> {
        self.guest.person()
    }

    /// The host.
    pub(super) fn host(self) -> Option<usize> {
        self.host.person()
    }

    /// Notes what the words beside a mention say of the person; the place of a verb of receiving.
    fn beside(&mut self, reading: &Reading, mention: &Mention) -> Option<usize> {
        let (start, end) = (mention.words.start, mention.name.end);
        let block = &reading.blocks[reading.block_of(start)].words;
        let floor = start.saturating_sub(3).max(block.start);
        let title = mention.title.clone().unwrap_or(start..start);
        let before = floor..start;
        let reads = |at: usize, words: &[&str]| words.iter().any(|word| reading.reads(at, word));
        if before
            .clone()
            .chain(title.clone())
            .any(|at| reads(at, &["visiting"]))
        {
            self.guest.take(mention.person);
        }
        // "his Vietnamese guest, Le Thi Chau", "her host, Minister Ng"
        let owner = |at: usize| reading.is(at, Class::POSSESSIVE);
        let called = |noun: &[&str]| {
            let near = (start.saturating_sub(5).max(block.start)..title.end.max(start)).rev();
            let mut near = near.skip_while(|at| !reads(*at, noun)).take(3);
            near.next().is_some() && near.any(owner)
        };
        if called(&["guest", "visitor"]) {
            self.guest.take(mention.person);
        } else if called(&["host"]) {
            self.host.take(mention.person);
        }
        let verb = behind(reading, end, block.end)?;
        if reads(verb, &ARRIVES) || is_visiting(reading, verb) {
            self.guest.take(mention.person);
        }
        if !reads(verb, &RECEIVES) {
            return None;
        }
        if is_passive(reading, verb) {
            self.guest.take(mention.person);
        } else {
            self.host.take(mention.person);
        }
        Some(verb)
    }
}

const ARRIVES: [&str; 12] = [
    "arrived",
    "arrives",
    "landed",
    "flew",
    "arrivé",
    "arrivée",
    "прибыл",
    "прибыла",
    "прилетел",
    "прилетела",
    "travelled",
    "traveled",
];

const RECEIVES: [&str; 8] = [
    "received",
    "hosted",
    "welcomed",
    "greeted",
    "reçu",
    "accueilli",
    "принял",
    "приняла",
];

/// The verb behind a name: past a comma, "who" and auxiliaries.
fn behind(reading: &Reading, end: usize, limit: usize) -> Option<usize> {
    let small = Class::COMMA | Class::WHO | Class::AUXILIARY | Class::ADVERB;
    let french = |at: usize| reading.reads(at, "a") || reading.reads(at, "est");
    (end..limit.min(end + 6)).find(|at| !reading.is(*at, small) && !french(*at))
}

/// "is paying a visit", "is on a visit".
fn is_visiting(reading: &Reading, verb: usize) -> bool {
    let near = verb..(verb + 5).min(reading.words.len());
    let pays = ["paying", "on", "en"]
        .iter()
        .any(|word| reading.reads(verb, word));
    pays && near
        .into_iter()
        .any(|at| reading.reads(at, "visit") || reading.reads(at, "visite"))
}

/// "was received by".
fn is_passive(reading: &Reading, verb: usize) -> bool {
    reading.reads(verb + 1, "by") || reading.reads(verb + 1, "par")
}

/// The person whom a verb of receiving has for its object, or its agent.
fn received(reading: &Reading, people: &People, verb: usize) -> Option<usize> {
    let block = &reading.blocks[reading.block_of(verb)].words;
    let end = (verb + 1..block.end.min(verb + REACH))
        .find(|at| reading.is(*at, Class::STOP | Class::SEMICOLON) && !abbreviates(reading, *at))
        .unwrap_or(block.end.min(verb + REACH));
    let mention = people.within(verb + 1..end).first()?;
    Some(mention.person)
}

fn abbreviates(reading: &Reading, at: usize) -> bool {
    reading.is(at - 1, Class::SHORT | Class::CAPITAL)
}
