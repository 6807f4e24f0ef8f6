//! When a matter was last heard of: the newest source of it, of what follows it, of its parts and its
//! signing, and of the claims and disputes about it.

use std::collections::{HashMap, HashSet};

use chrono::{Days, Months, NaiveDate};

use super::entry::{Class, Due};
use crate::dossier::event::EventStatus;
use crate::dossier::{Actor, Date, Dossier, Evidence, Id, Kind, Ref};
use crate::figures::as_of::AsOf;

/// Days without evidence after which a matter without a date is quiet: half a year.
pub const QUIET: u64 = 182;

/// Months without evidence after which anything open is silent.
const SILENT: u32 = 24;

/// What speaks of what, as of a day.
pub(super) struct Heard<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) today: NaiveDate,
    known: AsOf<'a>,
    /// For each event and agreement those that follow it.
    next: HashMap<Ref, Vec<Ref>>,
    /// For each of them what else speaks of it.
    about: HashMap<Ref, Vec<Ref>>,
}

/// The newest source of a matter.
#[derive(Clone, Debug, Default)]
pub(super) struct Last {
    /// When it appeared, or at the latest was read.
    pub(super) date: Option<Date>,
    /// There are sources without a date, too.
    has_undated: bool,
}

impl<'a> Heard<'a> {
    /// As of a day: what only later sources say is not known.
    pub(super) fn new(dossier: &'a Dossier, today: NaiveDate) -> Self {
        let mut heard = Self {
            dossier,
            today,
            known: AsOf::new(dossier, Some(today)),
            next: HashMap::new(),
            about: HashMap::new(),
        };
        heard.add_events();
        heard.add_agreements();
        for (at, claim) in dossier.claims.iter().enumerate() {
            heard.add_about(Ref::new(Kind::Claim, at), &claim.about);
        }
        for (at, dispute) in dossier.disputes.iter().enumerate() {
            let record = Ref::new(Kind::Dispute, at);
            heard.add_about(record, &dispute.between);
            heard.add_about(record, &dispute.mentions);
        }
        heard
    }

    fn add_events(&mut self) {
        for (at, event) in self.dossier.events.iter().enumerate() {
            let own = Ref::new(Kind::Event, at);
            self.add_next(own, &event.follows);
            if let Some(whole) = event.part_of.as_ref().and_then(|id| self.dossier.find(id)) {
                self.about.entry(whole).or_default().push(own);
            }
            for agreement in event
                .agreements
                .iter()
                .filter_map(|id| self.dossier.find(id))
            {
                self.join(own, agreement);
            }
        }
    }

    fn add_agreements(&mut self) {
        for (at, agreement) in self.dossier.agreements.iter().enumerate() {
            let own = Ref::new(Kind::Agreement, at);
            self.add_next(own, &agreement.follows);
            let others = agreement.event.iter().chain(&agreement.maybe_same_as);
            for other in others.filter_map(|id| self.dossier.find(id)) {
                self.join(own, other);
            }
        }
    }

    fn add_next(&mut self, own: Ref, follows: &[Id]) {
        for older in follows.iter().filter_map(|id| self.dossier.find(id)) {
            self.next.entry(older).or_default().push(own);
        }
    }

    fn add_about(&mut self, own: Ref, about: &[Actor]) {
        let ids = about.iter().filter_map(|actor| actor.id());
        for record in ids.filter_map(|id| self.dossier.find(id)) {
            self.about.entry(record).or_default().push(own);
        }
    }

    fn join(&mut self, one: Ref, other: Ref) {
        self.about.entry(one).or_default().push(other);
        self.about.entry(other).or_default().push(one);
    }

    /// Was the record known by then?
    pub(super) fn knows(&self, evidence: &[Evidence]) -> bool {
        self.known.any(evidence)
    }

    /// Those that follow a record directly and were known by then.
    pub(super) fn next(&self, record: Ref) -> impl Iterator<Item = Ref> {
        let next = self.next.get(&record).into_iter().flatten().copied();
        next.filter(|next| self.known.record(*next))
    }

    /// The events of an agreement, and the agreements of an event.
    pub(super) fn joined(&self, record: Ref, kind: Kind) -> impl Iterator<Item = Ref> {
        let about = self.about.get(&record).into_iter().flatten().copied();
        about.filter(move |other| other.kind == kind && self.known.record(*other))
    }

    /// The newest source of a matter.
    pub(super) fn last(&self, record: Ref) -> Last {
        let mut line = vec![record];
        let mut seen: HashSet<Ref> = HashSet::from([record]);
        let mut at = 0;
        while let Some(one) = line.get(at).copied() {
            line.extend(self.next(one).filter(|next| seen.insert(*next)));
            at += 1;
        }
        let about = line
            .iter()
            .flat_map(|one| self.about.get(one).into_iter().flatten());
        let all: HashSet<Ref> = line.iter().chain(about).copied().collect();
        let mut last = Last::default();
        for record in all {
            last.add(self, &self.dossier.evidence(record));
        }
        last
    }

    /// The newest of the sources of some passages.
    pub(super) fn last_of(&self, evidence: &[Evidence]) -> Last {
        let mut last = Last::default();
        last.add(self, evidence);
        last
    }

    /// A matter that nothing has been heard of for long; `has_date` if it has a date ahead.
    pub(super) fn silence(&self, last: &Last, has_date: bool) -> Option<Class> {
        let heard = last.date.as_ref()?.latest()?;
        let silent = heard.checked_add_months(Months::new(SILENT));
        let quiet = heard.checked_add_days(Days::new(QUIET));
        if silent.is_some_and(|day| day < self.today) {
            Some(Class::Silent)
        } else {
            (!has_date && quiet.is_some_and(|day| day < self.today)).then_some(Class::Quiet)
        }
    }

    /// An entry of such a matter: its status, and since when there is no evidence.
    pub(super) fn silent(
        class: Class,
        record: Ref,
        status: &str,
        last: Last,
        between: Option<bool>,
    ) -> Due {
        let date = last.date.as_ref();
        let is_certain = date.is_some_and(|date| !date.is_uncertain() && !date.is_approximate());
        Due {
            class,
            record,
            date: None,
            days: None,
            is_certain: is_certain && !last.has_undated,
            between,
            words: format!("{}; {}", status.replace('-', " "), last.since()),
            goes_on: status == EventStatus::Ongoing.word(),
            last: last.date,
        }
    }
}

impl Last {
    fn add(&mut self, heard: &Heard<'_>, evidence: &[Evidence]) {
        for passage in evidence {
            if !heard.knows(std::slice::from_ref(passage)) {
                continue;
            }
            let Some(source) = heard.dossier.source(&passage.source) else {
                continue;
            };
            let issued = source.issued.as_ref().filter(|date| !date.is_undated());
            match issued.or(source.accessed.as_ref()) {
                Some(date) => self.take(date),
                None => self.has_undated = true,
            }
        }
    }

    fn take(&mut self, date: &Date) {
        let day = |date: &Date| date.latest().unwrap_or(NaiveDate::MAX);
        let key = |date: &Date| (day(date), date.earliest());
        if self.date.as_ref().is_none_or(|old| key(old) < key(date)) {
            self.date = Some(date.clone());
        }
    }

    /// "no evidence since \[2023\]".
    pub(super) fn since(&self) -> String {
        match (&self.date, self.has_undated) {
            (Some(date), false) => format!("no evidence since {date}"),
            (Some(date), true) => format!("no dated evidence since {date}"),
            (None, true) => "no dated evidence".to_owned(),
            (None, false) => "no evidence".to_owned(),
        }
    }

    /// "last evidence \[2025\]".
    pub(super) fn newest(&self) -> String {
        match &self.date {
            Some(date) => format!("last evidence {date}"),
            None => self.since(),
        }
    }

    /// Was it certainly said before a date? Not where sources have no date.
    pub(super) fn is_before(&self, date: &Date) -> bool {
        let before =
            |last: &Date| last.compare(date) == crate::dossier::date::Order::CertainlyBefore;
        !self.has_undated && self.date.as_ref().is_some_and(before)
    }
}
