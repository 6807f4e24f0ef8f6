//! Whom and what a brief is about: the two sides, and the topic that it keeps to.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::dossier::{Actor, Agreement, Code, Date, Dossier, Event, Id, Kind, Ref, Series};

/// The sides and topics that count.
pub(super) struct Scope<'a> {
    dossier: &'a Dossier,
    /// The topic and those within it; none where everything counts.
    topics: Option<HashSet<&'a Id>>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(dossier: &'a Dossier, topic: Option<&Id>) -> Self {
        Self {
            dossier,
            topics: topic.map(|topic| within(dossier, topic)),
        }
    }

    /// Is it about the topic?
    pub(super) fn has(&self, topics: &[Id]) -> bool {
        let wanted = self.topics.as_ref();
        wanted.is_none_or(|wanted| topics.iter().any(|topic| wanted.contains(topic)))
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

    /// Did both sides take part?
    pub(super) fn joins(&self, event: &Event) -> bool {
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

    /// Is it about what goes between both sides?
    pub(super) fn measures_both(&self, series: &Series) -> bool {
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

/// A topic and all that are narrower. The loader has cut circles.
fn within<'a>(dossier: &'a Dossier, topic: &Id) -> HashSet<&'a Id> {
    let all = &dossier.about.topics;
    let mut found: HashSet<_> = all
        .iter()
        .map(|t| &t.id)
        .filter(|id| *id == topic)
        .collect();
    loop {
        let wider = |topic: &&crate::dossier::about::Topic| {
            topic.broader.as_ref().is_some_and(|b| found.contains(b)) && !found.contains(&topic.id)
        };
        let more: Vec<_> = all.iter().filter(wider).map(|topic| &topic.id).collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// What was published by the end of `day`.
pub(super) fn at(dossier: &Dossier, day: NaiveDate) -> Dossier {
    match Date::parse(&day.to_string()) {
        Ok(date) => dossier.as_of(&date),
        // A day that EDTF does not know is outside all dates of a dossier.
        Err(_) => dossier.clone(),
    }
}

/// The last day on which the newest source can have been published: a dossier knows of no later.
pub(super) fn last_day(dossier: &Dossier) -> Option<NaiveDate> {
    let issued = dossier.sources.iter().filter_map(|s| s.issued.as_ref());
    issued.filter_map(Date::latest).max()
}
