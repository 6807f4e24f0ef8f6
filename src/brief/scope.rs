//! Whom and what a brief is about: the two sides, and the topic that it keeps to.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::Options;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Actor, Agreement, Code, Date, Dossier, Event, Id, Kind, Ref, Series};

/// The sides and topics that count.
pub(super) struct Scope<'a> {
    dossier: &'a Dossier,
    /// The topic and those within it; none where everything counts.
    topics: Option<HashSet<&'a Id>>,
    /// What a lens keeps; none where everything counts.
    kept: Option<HashSet<Ref>>,
}

impl<'a> Scope<'a> {
    /// `dossier` may be what of `whole` was known at a date; the lens is of the whole.
    pub(super) fn new(dossier: &'a Dossier, whole: &Dossier, options: &Options) -> Self {
        let kept = options.lens.as_ref().map(|lens| {
            let records = lens.records();
            let same = dossier.len() == whole.len();
            let there = records.filter_map(|record| {
                if same {
                    Some(record)
                } else {
                    dossier.find(&whole.id(record))
                }
            });
            there.collect()
        });
        let topic = options.topic.as_ref();
        Self {
            dossier,
            topics: topic.map(|topic| dossier.about.topics_within(topic)),
            kept,
        }
    }

    /// Is it about the topic, and kept by the lens?
    pub(super) fn has(&self, record: Ref) -> bool {
        let topics = self.dossier.topics(record);
        let chosen = self.topics.as_ref();
        let on_topic =
            chosen.is_none_or(|chosen| topics.iter().any(|topic| chosen.contains(topic)));
        on_topic && self.kept.as_ref().is_none_or(|kept| kept.contains(&record))
    }

    /// The side that a country is or took the place of, 0 or 1.
    pub(super) fn side(&self, code: Code) -> Option<usize> {
        let mut sides = self.dossier.about.sides.iter();
        sides.position(|side| {
            side.code == code || side.predecessors.iter().any(|old| old.code == code)
        })
    }

    /// The side that somebody acts for.
    pub(super) fn side_of(&self, actor: &Actor) -> Option<usize> {
        let code = match actor {
            Actor::Country(code) => *code,
            Actor::Record(id) => match self.dossier.find(id)? {
                Ref {
                    kind: Kind::Person,
                    at,
                } => self.dossier.people[at].country?,
                Ref {
                    kind: Kind::Organisation,
                    at,
                } => self.dossier.organisations[at].country?,
                _ => return None,
            },
        };
        self.side(code)
    }

    /// Is it between both sides, as the record says or else as those tell who took part?
    pub(super) fn joins(&self, event: &Event) -> bool {
        let stated = event.bilateral;
        stated.unwrap_or_else(|| self.meets(event))
    }

    fn meets(&self, event: &Event) -> bool {
        both(event.participants.iter().map(|p| self.side_of(&p.who)))
    }

    /// Is it between both sides?
    pub(super) fn binds(&self, agreement: &Agreement) -> bool {
        let parties = agreement.parties.iter();
        both(parties.map(|party| {
            let side = party.side.and_then(|code| self.side(code));
            side.or_else(|| self.side_of(&party.party))
        }))
    }

    /// Is it about what goes between both sides? Trade with one of them that nobody is said to report is
    /// that of the other.
    pub(super) fn measures_both(&self, series: &Series) -> bool {
        let partner = series.partner.as_ref();
        if series.kind != SeriesKind::Goods && series.reporter.is_none() && partner.is_some() {
            return partner.is_some_and(|actor| self.side_of(actor).is_some());
        }
        let ends = [&series.reporter, &series.partner].into_iter().flatten();
        both(ends.map(|actor| self.side_of(actor)))
    }

    /// Is it about one side alone?
    pub(super) fn measures_one(&self, series: &Series) -> bool {
        let reporter = series.reporter.as_ref();
        series.partner.is_none() && reporter.is_some_and(|actor| self.side_of(actor).is_some())
    }
}

fn both(sides: impl Iterator<Item = Option<usize>>) -> bool {
    let mut seen = [false; 2];
    for side in sides.flatten().filter(|side| *side < 2) {
        seen[side] = true;
    }
    seen == [true; 2]
}

/// The last day on which the newest source can have been published: a dossier knows of no later.
pub(super) fn last_day(dossier: &Dossier) -> Option<NaiveDate> {
    let issued = dossier.sources.iter().filter_map(|s| s.issued.as_ref());
    issued.filter_map(Date::latest).max()
}
