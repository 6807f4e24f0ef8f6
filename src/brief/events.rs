//! Occasions on which both sides met, and key dates.

use std::cmp::Ordering;

use chrono::Datelike;

use super::words::{date_in_words, line, list, more, sentences};
use super::{Line, Making, Section};
use crate::dossier::event::EventStatus;
use crate::dossier::{Event, Id, Kind, Ref};

/// Kinds of event at which sides meet.
pub(super) const MEETINGS: [&str; 7] = [
    "summit",
    "meeting",
    "visit",
    "talks",
    "consultations",
    "negotiation",
    "signing",
];
/// Kinds of event that are acts of state.
pub(super) const ACTS: [&str; 9] = [
    "diplomacy",
    "recognition",
    "treaty",
    "partnership",
    "accession",
    "politics",
    "war",
    "summit",
    "signing",
];
const OCCASIONS: usize = 3;
/// Key dates beside the first.
const LATEST: usize = 6;
/// Plans and talks that are not about an agreement.
const PLANS: usize = 4;
/// Years after which a plan that was never heard of again is told apart.
const STALE: i32 = 5;

impl Making<'_> {
    /// The last occasions on which both sides met.
    pub(super) fn occasions(&mut self) -> Option<Section> {
        let mut met =
            self.chosen(|event| event.status == EventStatus::Occurred && is_of(event, &MEETINGS));
        let whole = met.clone();
        met.retain(|at| !self.is_part_of(*at, &whole));
        met.sort_by(|a, b| self.later_first(*a, *b));
        let rest = met.len().saturating_sub(OCCASIONS);
        met.truncate(OCCASIONS);
        let lines = met.iter().filter_map(|at| self.occasion(*at)).collect();
        Section::lines(
            "Last occasions met",
            lines,
            more(rest, ["earlier occasion", "earlier occasions"]),
        )
    }

    /// The first and the latest acts of state that are not told already.
    pub(super) fn key_dates(&mut self) -> Option<Section> {
        let shown: Vec<_> = self
            .shown
            .iter()
            .filter(|record| record.kind == Kind::Event)
            .map(|record| record.at)
            .collect();
        let mut acts = self.chosen(|event| {
            let dated = event
                .date
                .as_ref()
                .is_some_and(|date| date.year().is_some());
            event.status == EventStatus::Occurred && dated && is_of(event, &ACTS)
        });
        acts.retain(|at| !shown.contains(at) && !self.is_part_of(*at, &shown));
        acts.sort_by(|a, b| self.later_first(*b, *a));
        let rest = acts.len().saturating_sub(LATEST + 1);
        acts.drain(1.min(acts.len())..(1 + rest).min(acts.len()));
        let lines = acts.iter().filter_map(|at| self.key_date(*at)).collect();
        Section::lines(
            "Key dates",
            lines,
            more(rest, ["date between these", "dates between these"]),
        )
    }

    /// What both sides plan or talk about, apart from agreements that are told: the latest, then those so
    /// old that nobody may take them for plans of today, with the age of their evidence.
    pub(super) fn plans(&mut self) -> (Vec<Line>, usize) {
        let shown = self.shown.iter().filter(|r| r.kind == Kind::Agreement);
        let agreements: Vec<Id> = shown.map(|r| self.dossier.id(*r)).collect();
        let mut plans = self.chosen(|event| {
            use EventStatus::{Planned, Proposed, UnderDiscussion};
            let is_listed = event.agreements.iter().any(|id| agreements.contains(id));
            let open = matches!(event.status, Planned | Proposed | UnderDiscussion);
            open && !is_listed
        });
        plans.sort_by(|a, b| self.later_first(*a, *b));
        let is_stale = |at: &usize| self.is_stale(&self.dossier.events[*at]);
        let (mut old, mut new): (Vec<_>, Vec<_>) = plans.into_iter().partition(is_stale);
        let all = old.len() + new.len();
        old.truncate(PLANS);
        new.truncate(PLANS);
        let mut lines: Vec<_> = new.iter().filter_map(|at| self.plan(*at, false)).collect();
        lines.extend(old.iter().filter_map(|at| self.plan(*at, true)));
        let rest = all - old.len() - new.len();
        (lines, rest)
    }

    /// Is it so long past that nobody may take it for a plan of today?
    fn is_stale(&self, event: &Event) -> bool {
        let date = event.date.as_ref().filter(|date| !date.is_undated());
        let last = date.and_then(crate::dossier::Date::latest);
        matches!((last, self.today), (Some(last), Some(today)) if today.year() - last.year() > STALE)
    }

    /// The events between both sides, on the topic, of which `is_chosen` holds.
    fn chosen(&self, is_chosen: impl Fn(&Event) -> bool) -> Vec<usize> {
        let events = self.dossier.events.iter().enumerate();
        let chosen = events.filter(|(at, event)| {
            let record = Ref::new(Kind::Event, *at);
            is_chosen(event) && self.scope.joins(event) && self.scope.has(record)
        });
        chosen.map(|(at, _)| at).collect()
    }

    /// The latest first, undated ones last.
    fn later_first(&self, a: usize, b: usize) -> Ordering {
        let date = |at: usize| self.dossier.events[at].date.as_ref();
        match (date(a), date(b)) {
            (Some(a), Some(b)) => {
                let bare = |date: &crate::dossier::Date| date.is_undated();
                bare(a).cmp(&bare(b)).then_with(|| b.sort(a))
            }
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }

    /// Is it a part of one of these, or a part of a part?
    fn is_part_of(&self, at: usize, others: &[usize]) -> bool {
        let above = |at: usize| {
            let found = self
                .dossier
                .find(self.dossier.events[at].part_of.as_ref()?)?;
            (found.kind == Kind::Event).then_some(found.at)
        };
        // The loader has cut circles.
        std::iter::successors(above(at), |at| above(*at)).any(|at| others.contains(&at))
    }

    fn occasion(&mut self, at: usize) -> Option<Line> {
        let event = &self.dossier.events[at];
        let people = self.people(event);
        let lead = format!("{}: {}", when_and_where(event), line(&event.title));
        self.line(at, lead, sentences(&[summary(event), people]))
    }

    /// The title says in a few words what the summary says in a sentence.
    fn key_date(&mut self, at: usize) -> Option<Line> {
        let event = &self.dossier.events[at];
        let text = match summary(event) {
            text if text.is_empty() => line(&event.title),
            text => text,
        };
        self.line(at, when_and_where(event), sentences(&[text]))
    }

    fn plan(&mut self, at: usize, is_stale: bool) -> Option<Line> {
        let event = &self.dossier.events[at];
        let status = event.status.word().replace('-', " ");
        let when = date_in_words(event.date.as_ref()).map(|date| format!(", {date}"));
        let lead = format!(
            "{} ({status}{})",
            line(&event.title),
            when.unwrap_or_default()
        );
        let unheard = if is_stale {
            self.unheard(Ref::new(Kind::Event, at))
        } else {
            String::new()
        };
        self.line(at, lead, sentences(&[summary(event), unheard]))
    }

    fn line(&mut self, at: usize, lead: String, text: String) -> Option<Line> {
        let note = self.notes.cite(&self.dossier.events[at].evidence)?;
        self.shown.push(Ref::new(Kind::Event, at));
        let records = vec![self.dossier.events[at].id.clone()];
        Some(Line::new(lead, text, note, records))
    }

    /// "For Laos: …; for Russia: …": the people and bodies of each side that took part.
    fn people(&self, event: &Event) -> String {
        let sides = self.dossier.about.sides.iter().enumerate();
        let each = sides
            .filter_map(|(side, about)| {
                let of = |actor: &&crate::dossier::event::Participant| {
                    actor.who.id().is_some() && self.scope.side_of(&actor.who) == Some(side)
                };
                let names: Vec<_> = event
                    .participants
                    .iter()
                    .filter(of)
                    .map(|participant| {
                        let name = line(&self.dossier.actor(&participant.who));
                        let role = participant.role.as_ref();
                        role.map_or_else(|| name.clone(), |role| format!("{name} ({})", line(role)))
                    })
                    .collect();
                (!names.is_empty()).then(|| format!("for {}: {}", line(&about.name), list(&names)))
            })
            .collect::<Vec<_>>()
            .join("; ");
        match each.strip_prefix("for ") {
            Some(rest) => format!("For {rest}"),
            None => each,
        }
    }
}

pub(super) fn is_of(event: &Event, kinds: &[&str]) -> bool {
    kinds.contains(&event.kind.to_lowercase().as_str())
}

fn summary(event: &Event) -> String {
    event.summary.as_deref().map(line).unwrap_or_default()
}

/// "7 October 1960, Moscow".
fn when_and_where(event: &Event) -> String {
    let date = date_in_words(event.date.as_ref()).unwrap_or_else(|| "Undated".to_owned());
    match &event.place {
        // A title that names the place says it already.
        Some(place) if !event.title.contains(place.as_str()) => format!("{date}, {}", line(place)),
        _ => date,
    }
}
