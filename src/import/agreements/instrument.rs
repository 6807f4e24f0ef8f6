//! An agreement as the rows of a table have it.

use std::ops::Range;

use super::{dates, status};
use crate::dossier::agreement::{AgreementKind as K, AgreementStatus as S, Party};
use crate::dossier::countries::folded;
use crate::dossier::{Actor, Agreement, Code, Date, Evidence, Kind, Text};
use crate::import::{ImportContext, Input, SkipReason};

/// A title in evidence: as few words as carry the fact.
const MAX_CHARS: usize = 80;

/// Words for a kind of instrument.
const KINDS: [(&str, K); 16] = [
    ("treaty", K::Treaty),
    ("convention", K::Treaty),
    ("memorandum", K::Memorandum),
    ("memoranda", K::Memorandum),
    ("mou", K::Memorandum),
    ("protocol", K::Protocol),
    ("roadmap", K::Roadmap),
    ("plan of action", K::PlanOfAction),
    ("action plan", K::PlanOfAction),
    ("partnership", K::Partnership),
    ("programme", K::Programme),
    ("program", K::Programme),
    ("arrangement", K::Arrangement),
    ("agreement", K::Agreement),
    ("accord", K::Agreement),
    ("exchange of notes", K::Document),
];

/// What rows say of one agreement.
#[derive(Clone, Debug, Default)]
pub(super) struct Instrument {
    pub(super) title: String,
    pub(super) kind: String,
    /// What is printed of its status, of one party each where rows are of one party.
    pub(super) statuses: Vec<(Code, String)>,
    pub(super) topic: String,
    pub(super) parties: Vec<Code>,
    pub(super) others: Vec<Code>,
    /// Does each of its rows tell of one party? Then a date is that of one party, not of all.
    pub(super) is_by_party: bool,
    /// Dates of signature, of entry into force, of the end, each with the side that it is of.
    pub(super) signed: Vec<(Code, Date)>,
    pub(super) in_force: Vec<(Code, Date)>,
    pub(super) ends: Vec<(Code, Date)>,
    pub(super) notes: Vec<String>,
    /// Where the title and the dates stand.
    pub(super) places: Vec<Range<usize>>,
}

impl Instrument {
    /// Takes in the row of another party.
    pub(super) fn join(&mut self, row: &Self, side: Code) {
        if self.title.is_empty() {
            *self = Self {
                parties: Vec::new(),
                is_by_party: true,
                ..row.clone()
            };
        } else {
            self.signed.extend(row.signed.iter().cloned());
            self.in_force.extend(row.in_force.iter().cloned());
            self.ends.extend(row.ends.iter().cloned());
            self.statuses.extend(row.statuses.iter().cloned());
            self.places.extend(row.places.iter().cloned());
            let fresh: Vec<_> = row
                .notes
                .iter()
                .filter(|note| !self.notes.contains(note))
                .cloned()
                .collect();
            self.notes.extend(fresh);
        }
        self.parties.push(side);
    }

    /// Adds the agreement.
    pub(super) fn add(
        self,
        input: &Input,
        context: &mut ImportContext<'_>,
    ) -> Result<(), SkipReason> {
        let evidence = self.evidence(input)?;
        let signed = self.of_all(&self.signed, context);
        let in_force = self.of_all(&self.in_force, context);
        let ends = dates::first(&self.ends, context);
        let topics = context.filed(&self.topic);
        let any =
            || dates::last(&self.signed, context).or_else(|| dates::last(&self.in_force, context));
        let date = signed.clone().or_else(|| in_force.clone()).or_else(any);
        let year = date.as_ref().and_then(Date::year);
        let words = year.map_or_else(
            || self.title.clone(),
            |year| format!("{} {year}", self.title),
        );
        let dossier = context.dossier;
        let id = context.name(Kind::Agreement, &words, evidence.first(), |found| {
            let known = &dossier.agreements[found.at];
            known.title == Text::new(&self.title) && is_dated(known, date.as_ref())
        });
        let known = context
            .dossier
            .find(&id)
            .filter(|found| found.kind == Kind::Agreement)
            .map(|found| &context.dossier.agreements[found.at]);
        // What the table does not say is guessed once: what a person has said since stays.
        let kind = of_words(&self.kind)
            .or(known.map(|known| known.kind))
            .or_else(|| of_words(&self.title))
            .unwrap_or(K::Document);
        let (stated, printed) = self.stated(context);
        let status = stated
            .or(known.map(|known| known.status))
            .unwrap_or_else(|| self.by_dates([&ends, &in_force, &signed], context));
        let notes: Vec<_> = self.notes.iter().cloned().chain(printed).collect();
        context.agreements.push(Agreement {
            parties: self.parties(),
            signed,
            in_force,
            ends,
            evidence,
            topics,
            note: (!notes.is_empty()).then(|| Text::new(&notes.join("\n"))),
            ..Agreement::new(id, Text::new(&self.title), kind, status)
        });
        Ok(())
    }

    /// The date from which something holds for the pair: that of the later party, once both have one.
    fn of_all(&self, all: &[(Code, Date)], context: &ImportContext<'_>) -> Option<Date> {
        let has = |code: &Code| all.iter().any(|(side, _)| side == code);
        let is_whole = !self.is_by_party || self.parties.iter().all(has);
        dates::last(all, context).filter(|_| is_whole)
    }

    /// The date of one party, where that of the pair does not say it.
    fn own(&self, all: &[(Code, Date)], code: Code) -> Option<Date> {
        let own = all.iter().find(|(side, _)| *side == code)?;
        let is_shared = all.len() == self.parties.len() && all.iter().all(|(_, d)| *d == own.1);
        (self.is_by_party && !is_shared).then(|| own.1.clone())
    }

    fn parties(&self) -> Vec<Party> {
        let sides = self.parties.iter().map(|code| Party {
            side: Some(*code),
            signed: self.own(&self.signed, *code),
            in_force: self.own(&self.in_force, *code),
            withdrew: self.own(&self.ends, *code),
            ..Party::new(Actor::Country(*code))
        });
        let others = self
            .others
            .iter()
            .map(|code| Party::new(Actor::Country(*code)));
        sides.chain(others).collect()
    }

    fn evidence(&self, input: &Input) -> Result<Vec<Evidence>, SkipReason> {
        let places = self
            .places
            .iter()
            .map(|place| input.first_words(place, MAX_CHARS));
        let found: Vec<_> = places.filter_map(|place| input.evidence(&place)).collect();
        if found.is_empty() {
            return Err(SkipReason::new("its place in the line cannot be told"));
        }
        Ok(found)
    }

    /// What the table says of the status, and its words as far as the vocabulary does not hold them.
    fn stated(&self, context: &ImportContext<'_>) -> (Option<S>, Vec<String>) {
        let read: Vec<_> = self
            .statuses
            .iter()
            .map(|(side, text)| (*side, text, status::read(text, self.is_by_party)))
            .collect();
        let name = |side| {
            if self.is_by_party {
                format!(" ({})", context.sides.name(side))
            } else {
                String::new()
            }
        };
        let mut notes: Vec<_> = read
            .iter()
            .filter(|(.., read)| !read.is_all)
            .map(|(side, text, _)| format!("Status as printed{}: {text}", name(*side)))
            .collect();
        let all = || read.iter().map(|(.., read)| read.status);
        if !self.is_by_party {
            return (
                all().next().map(|status| status.unwrap_or(S::Unknown)),
                notes,
            );
        }
        if all().any(|status| status == Some(S::Terminated)) {
            return (Some(S::Terminated), notes);
        }
        let first = all().next().flatten();
        let is_shared = read.len() == self.parties.len() && all().all(|status| status == first);
        if !is_shared {
            // What holds for one party alone is not the status of the agreement.
            notes = read
                .iter()
                .map(|(side, text, _)| format!("Status as printed{}: {text}", name(*side)))
                .collect();
        }
        (first.filter(|_| is_shared), notes)
    }

    /// The status that follows from the dates, where nothing is said of it.
    fn by_dates(
        &self,
        [ends, in_force, signed]: [&Option<Date>; 3],
        context: &ImportContext<'_>,
    ) -> S {
        let past = |date: &Option<Date>| {
            let first = date.as_ref().and_then(Date::earliest);
            first.is_some_and(|day| day <= context.options.today)
        };
        let over = ends
            .as_ref()
            .and_then(Date::latest)
            .is_some_and(|day| day < context.options.today);
        match over {
            true if self.is_by_party => S::Terminated,
            true => S::Expired,
            false if past(in_force) => S::InForce,
            false if past(signed) => S::Signed,
            false => S::Unknown,
        }
    }
}

/// The kind whose word comes first.
fn of_words(text: &str) -> Option<K> {
    let folded = format!(" {} ", folded(text));
    let found = KINDS.iter().filter_map(|(word, kind)| {
        let at = [format!(" {word} "), format!(" {word}s ")]
            .iter()
            .filter_map(|word| folded.find(word.as_str()))
            .min();
        at.map(|at| (at, *kind))
    });
    found.min_by_key(|(at, _)| *at).map(|(_, kind)| kind)
}

/// Is an agreement of the dossier of that date? One without a date of the pair has those of parties.
fn is_dated(known: &Agreement, date: Option<&Date>) -> bool {
    let mut own = known
        .parties
        .iter()
        .flat_map(|party| [party.signed.as_ref(), party.in_force.as_ref()]);
    match known.date() {
        Some(known) => Some(known) == date,
        None => date.is_none() || own.any(|own| own == date),
    }
}
