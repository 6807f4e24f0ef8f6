//! What a record is about: its words, who takes part, when, and how far it has come.

use std::collections::{BTreeSet, HashSet};
use std::sync::OnceLock;

use super::actors::{Lexicon, Spot, Who, name_stem, subjects};
use super::negation::absent;
use super::stage::{self, Stage};
use super::talk;
use super::voice::is_attributed;
use super::words::{Word, stem, stems, words};
use crate::dossier::claim::Modality;
use crate::dossier::event::EventStatus;
use crate::dossier::{Actor, Date, Dossier, Evidence, Kind, Ref};
use crate::extract::{counts, ordinals};

/// A record as sentences are compared with it.
#[derive(Debug)]
pub(super) struct Topic {
    pub(super) record: Ref,
    /// The stems of its title or statement.
    pub(super) title: BTreeSet<String>,
    /// Those of all that it says, and of its passages.
    pub(super) all: BTreeSet<String>,
    /// The same, string by string.
    pub(super) each: Vec<BTreeSet<String>>,
    /// The stems of every word, those of names too.
    pub(super) raw: BTreeSet<String>,
    /// Who takes part or is named.
    pub(super) actors: HashSet<Who>,
    /// Those of them who take part: whom its fields or its title name.
    pub(super) parties: HashSet<Who>,
    /// Those of them who only tell it, and where it was printed.
    pub(super) tellers: HashSet<Who>,
    /// Title, summary, passages.
    pub(super) strings: Vec<String>,
    /// When it was, and what period it covers.
    pub(super) dates: Vec<Date>,
    /// When its sources came out.
    pub(super) issued: Vec<Date>,
    read: OnceLock<Vec<Read>>,
    /// How far its status says that it has come; none for a claim.
    pub(super) stage: Option<Stage>,
    /// Is it a talk about something that has not come so far?
    pub(super) is_talk: bool,
    /// Is it a claim of what is only expected, wished or talked about?
    pub(super) is_hope: bool,
    /// Does it go on, so that no single date of it is the only one?
    pub(super) is_ongoing: bool,
    /// Where it was.
    pub(super) place: Option<String>,
}

fn issued(dossier: &Dossier, record: Ref) -> Vec<Date> {
    let evidence = dossier.evidence(record);
    let mut sources: Vec<_> = evidence.iter().map(|one| &one.source).collect();
    sources.dedup();
    let sources = sources.into_iter().filter_map(|id| dossier.source(id));
    sources.filter_map(|source| source.issued.clone()).collect()
}

/// A string of a record, read once.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) words: Vec<Word>,
    pub(super) spots: Vec<Spot>,
    /// Where each number ends, and the number.
    pub(super) counts: Vec<(usize, f64)>,
    /// The same of ordinals.
    pub(super) ordinals: Vec<(usize, u32)>,
    /// The stems of what it says to be absent.
    pub(super) absent: BTreeSet<String>,
}

impl Topic {
    /// Its strings, taken apart.
    pub(super) fn read(&self, lexicon: &Lexicon) -> &[Read] {
        self.read.get_or_init(|| {
            let read = |text: &String| {
                let words = words(text, &(0..text.len()), &[]);
                let numbers = counts(text).into_iter();
                let ordinals = ordinals(text).into_iter();
                Read {
                    spots: lexicon.spots(&words),
                    absent: absent(&words),
                    counts: numbers
                        .map(|one| (one.range.end, one.value.value()))
                        .collect(),
                    ordinals: ordinals
                        .map(|(range, number)| (range.end, number))
                        .collect(),
                    words,
                }
            };
            self.strings.iter().map(read).collect()
        })
    }

    /// Of an event, an agreement or a claim.
    pub(super) fn new(dossier: &Dossier, lexicon: &Lexicon, record: Ref) -> Self {
        let mut topic = Self {
            record,
            title: BTreeSet::new(),
            all: BTreeSet::new(),
            each: Vec::new(),
            raw: BTreeSet::new(),
            actors: HashSet::new(),
            parties: HashSet::new(),
            tellers: HashSet::new(),
            strings: Vec::new(),
            dates: Vec::new(),
            issued: issued(dossier, record),
            read: OnceLock::new(),
            stage: None,
            is_talk: false,
            is_hope: false,
            is_ongoing: false,
            place: None,
        };
        let at = record.at;
        match record.kind {
            Kind::Event => topic.event(dossier, lexicon, at),
            Kind::Agreement => topic.agreement(dossier, lexicon, at),
            Kind::Claim => topic.claim(dossier, lexicon, at),
            _ => {}
        }
        topic.finish(dossier, lexicon);
        topic
    }

    fn event(&mut self, dossier: &Dossier, lexicon: &Lexicon, at: usize) {
        let event = &dossier.events[at];
        self.strings.push(event.title.to_string());
        self.strings
            .extend(event.summary.iter().map(ToString::to_string));
        self.strings
            .extend(event.place.iter().map(ToString::to_string));
        self.join(dossier, lexicon, event.participants.iter().map(|p| &p.who));
        // Who visits is no tourist.
        let roles = event
            .participants
            .iter()
            .filter_map(|one| one.role.as_ref());
        let roles = roles.filter(|role| role.as_str() != "visitor");
        self.all.extend(roles.flat_map(|role| stems(role)));
        if event.bilateral == Some(true) {
            let sides = dossier.about.sides.iter();
            self.actors
                .extend(sides.map(|side| lexicon.country(side.code)));
        }
        self.dates.extend(event.date.clone());
        self.stage = Some(stage::of_event(event.status));
        self.is_ongoing = event.status == EventStatus::Ongoing;
        let title = words(&event.title, &(0..event.title.len()), &[]);
        self.is_talk = stage::stated(&title) == Some(Stage::Open) || talk::is_trial(&title);
        self.place = event.place.as_ref().map(ToString::to_string);
        let agreements = event.agreements.iter().filter_map(|id| dossier.find(id));
        for found in agreements.filter(|found| found.kind == Kind::Agreement) {
            let agreement = &dossier.agreements[found.at];
            self.dates.extend(agreement.horizon.clone());
            self.join(dossier, lexicon, agreement.parties.iter().map(|p| &p.party));
        }
        self.passages(&event.evidence);
    }

    fn agreement(&mut self, dossier: &Dossier, lexicon: &Lexicon, at: usize) {
        let agreement = &dossier.agreements[at];
        self.strings.push(agreement.title.to_string());
        self.join(dossier, lexicon, agreement.parties.iter().map(|p| &p.party));
        self.dates.extend(agreement.dates().cloned());
        self.stage = Some(stage::of_agreement(agreement.status));
        if agreement.signed.is_some() || self.stage == Some(Stage::Done) {
            self.all.insert(stem("signed"));
        }
        if let Some(found) = agreement.event.as_ref().and_then(|id| dossier.find(id))
            && found.kind == Kind::Event
        {
            let event = &dossier.events[found.at];
            self.dates.extend(event.date.clone());
            self.place = event.place.as_ref().map(ToString::to_string);
            self.strings.extend(self.place.clone());
        }
        self.passages(&agreement.evidence);
    }

    fn claim(&mut self, dossier: &Dossier, lexicon: &Lexicon, at: usize) {
        let claim = &dossier.claims[at];
        self.strings.push(claim.statement.to_string());
        let said = words(&claim.statement, &(0..claim.statement.len()), &[]);
        let passages = claim.evidence.iter().filter(|one| one.exact.is_some());
        let is_wish = |text: &str| {
            let read = words(text, &(0..text.len()), &[]);
            stage::stated(&read) == Some(Stage::Ahead)
        };
        self.is_hope = talk::is_talk(&said)
            || passages.into_iter().any(|one| is_wish(&one.words()))
            || matches!(claim.modality, Modality::Expectation | Modality::Wish);
        self.join(dossier, lexicon, claim.about.iter());
        let owner = claim.asserted_by.as_ref();
        let owner = owner.and_then(|id| lexicon.actor(dossier, &Actor::Record(id.clone())));
        self.tellers
            .extend(owner.filter(|who| !self.actors.contains(who)));
        self.actors.extend(owner);
        self.passages(&claim.evidence);
    }

    fn join<'a>(
        &mut self,
        dossier: &Dossier,
        lexicon: &Lexicon,
        who: impl Iterator<Item = &'a Actor>,
    ) {
        self.actors
            .extend(who.filter_map(|actor| lexicon.actor(dossier, actor)));
    }

    fn passages(&mut self, evidence: &[Evidence]) {
        let exact = evidence.iter().filter(|e| e.exact.is_some());
        self.strings.extend(exact.map(|e| e.words().into_owned()));
    }

    /// Stems and names out of the strings.
    fn finish(&mut self, dossier: &Dossier, lexicon: &Lexicon) {
        if let Some(title) = self.strings.first() {
            let words = words(title, &(0..title.len()), &[]);
            let spots = lexicon.spots(&words);
            self.title = subjects(lexicon, words.iter().enumerate(), &spots);
        }
        self.raw.extend(self.all.iter().cloned());
        self.parties = &self.actors - &self.tellers;
        let mut doers: HashSet<Who> = &self.actors - &self.tellers;
        for string in &self.strings {
            let words = words(string, &(0..string.len()), &[]);
            let spots = lexicon.spots(&words);
            let own = subjects(lexicon, words.iter().enumerate(), &spots);
            self.all.extend(own.iter().cloned());
            let is_title = self.each.is_empty();
            self.each.push(own);
            for spot in spots {
                self.actors.insert(spot.who);
                if is_title {
                    self.parties.insert(spot.who);
                }
                if lexicon.is_printed(spot.who) || is_attributed(&words, &spot) {
                    self.tellers.insert(spot.who);
                } else {
                    doers.insert(spot.who);
                }
            }
            self.raw.extend(words.into_iter().map(|word| word.stem));
        }
        self.tellers.retain(|who| !doers.contains(who));
        for who in &self.actors {
            if !lexicon.is_side(*who) && !lexicon.is_printed(*who) {
                self.all.insert(name_stem(*who));
            }
            if let Who::Record(record) = who {
                self.raw.extend(stems(&dossier.title(*record)));
            }
        }
    }
}
