//! Which records are listed: by topic, time, who is named, and status. Kinds of filters are joined
//! by "and", the values of one by "or".

use std::collections::HashSet;
use std::sync::Arc;

use super::searched::Searched;
use crate::describe::named;
use crate::describe::status::status;
use crate::dossier::date::Falls;
use crate::dossier::{Actor, Dossier, Id, Kind, Ref};
use crate::figures::Statement;
use crate::search::{Missed, Query, Window};
use crate::workspace::Lens;

/// How sure it is that a record is within the time that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// It may be, and may not.
    Possible,
    /// It is.
    Certain,
}

impl Within {
    /// "certain" or "possible".
    pub fn word(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Possible => "possible",
        }
    }
}

/// What a filter says of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It is not listed.
    Out,
    /// It has no date, and a time was asked for; else it would be listed.
    Undated,
    /// It is listed; with how sure that is, if a time was asked for.
    In(Option<Within>),
}

/// What a record must be to be listed. Nothing asked for, everything passes.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub(super) topics: Option<HashSet<Id>>,
    /// It is within one of these.
    pub(super) times: Option<Vec<Window>>,
    pub(super) people: Option<Vec<Actor>>,
    pub(super) bodies: Option<Vec<Actor>>,
    pub(super) statuses: Option<Vec<&'static str>>,
    /// A query finds it.
    pub(super) searched: Option<Searched>,
    /// A lens keeps it.
    pub(super) lens: Option<Arc<Lens>>,
}

impl Filter {
    /// Does everything pass?
    pub fn is_empty(&self) -> bool {
        self.topics.is_none()
            && self.times.is_none()
            && self.people.is_none()
            && self.bodies.is_none()
            && self.statuses.is_none()
            && self.searched.is_none()
            && self.lens.is_none()
    }

    /// What is looked for.
    pub fn query(&self) -> Option<&Query> {
        self.searched.as_ref().map(Searched::query)
    }

    /// What each word that is looked for finds alone, where together they find nothing.
    pub fn missed(&self) -> Option<&Missed> {
        self.searched.as_ref()?.missed.as_ref()
    }

    /// A filter for each kind of what is asked for, that by time last.
    pub(super) fn parts(&self) -> Vec<Self> {
        let own = self.clone();
        let parts = [
            Self {
                topics: own.topics,
                ..Self::default()
            },
            Self {
                people: own.people,
                ..Self::default()
            },
            Self {
                bodies: own.bodies,
                ..Self::default()
            },
            Self {
                searched: own.searched,
                ..Self::default()
            },
            Self {
                lens: own.lens,
                ..Self::default()
            },
            Self {
                times: own.times,
                ..Self::default()
            },
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect()
    }

    /// Only what is also within the days from the first to the last.
    #[must_use]
    pub fn within(mut self, (from, to): Window) -> Self {
        let old = self.times.unwrap_or_else(|| vec![(None, None)]);
        let narrowed = old
            .into_iter()
            .filter_map(|window| narrow(window, (from, to)));
        self.times = Some(narrowed.collect());
        self
    }

    /// Only what a lens also keeps.
    #[must_use]
    pub fn under(self, lens: Option<Lens>) -> Self {
        let lens = lens.map(Arc::new).or(self.lens);
        Self { lens, ..self }
    }

    /// Is a record listed? A series is as one of its figures is.
    pub fn look(&self, dossier: &Dossier, record: Ref) -> Look {
        if self.is_empty() {
            return Look::In(None);
        }
        if self
            .lens
            .as_ref()
            .is_some_and(|lens| !lens.contains(record))
        {
            return Look::Out;
        }
        if record.kind == Kind::Series {
            return self.look_at_series(dossier, record);
        }
        if !self.fits(dossier, record) {
            return Look::Out;
        }
        let Some(times) = &self.times else {
            return Look::In(None);
        };
        // Most records have one date, and a quote's is at hand without a copy.
        let falls = if record.kind == Kind::Quote {
            let said = dossier.quotes.facets(record.at).said;
            said.map_or(Falls::Unknown, |date| falls(date, times))
        } else {
            let dates = dossier.dates(record);
            dates
                .iter()
                .map(|date| falls(date, times))
                .reduce(better)
                .unwrap_or(Falls::Unknown)
        };
        answer(falls)
    }

    fn look_at_series(&self, dossier: &Dossier, record: Ref) -> Look {
        let figures: Vec<_> = dossier.figures_of(record.at).collect();
        if figures.is_empty() {
            return match (self.fits(dossier, record), &self.times) {
                (false, _) => Look::Out,
                (true, Some(_)) => Look::Undated,
                (true, None) => Look::In(None),
            };
        }
        let looks = figures
            .into_iter()
            .map(|figure| self.look(dossier, figure))
            .collect::<Vec<_>>();
        let sure = looks.iter().filter_map(|look| match look {
            Look::In(within) => Some(*within),
            _ => None,
        });
        match sure.max() {
            Some(within) => Look::In(within),
            // One figure outside the time says that the series is.
            None if looks.contains(&Look::Undated) && !self.is_outside(dossier, record) => {
                Look::Undated
            }
            None => Look::Out,
        }
    }

    /// Is a figure listed that follows from others? It has the time of its own, and is as firm as
    /// what it follows from; who is named is who is named in one of those.
    pub(super) fn look_at_implied(&self, dossier: &Dossier, implied: &Statement) -> Look {
        let timeless = Self {
            times: None,
            statuses: None,
            ..self.clone()
        };
        let known = |record: &Ref| timeless.look(dossier, *record) != Look::Out;
        let firm = implied.firmness.word();
        let statuses = self.statuses.as_ref();
        if !implied.from.iter().any(known) || !statuses.is_none_or(|s| s.contains(&firm)) {
            return Look::Out;
        }
        let times = self.times.as_ref();
        times.map_or(Look::In(None), |times| answer(falls(&implied.date, times)))
    }

    /// Has a series a figure that would be listed but for its time?
    fn is_outside(&self, dossier: &Dossier, series: Ref) -> bool {
        let timeless = Self {
            times: None,
            ..self.clone()
        };
        let mut figures = dossier.figures_of(series.at);
        figures.any(|figure| {
            self.look(dossier, figure) == Look::Out && timeless.look(dossier, figure) != Look::Out
        })
    }

    /// Does everything but the time fit?
    fn fits(&self, dossier: &Dossier, record: Ref) -> bool {
        let topics = |ids: &HashSet<Id>| {
            let topics = dossier.topics(record).iter();
            topics.into_iter().any(|topic| ids.contains(topic))
        };
        let statuses =
            |words: &Vec<&str>| status(dossier, record).is_some_and(|s| words.contains(&s));
        self.topics.as_ref().is_none_or(topics)
            && self.names(dossier, record)
            && self.statuses.as_ref().is_none_or(statuses)
            && self
                .searched
                .as_ref()
                .is_none_or(|searched| searched.has(dossier, record))
    }

    fn names(&self, dossier: &Dossier, record: Ref) -> bool {
        if self.people.is_none() && self.bodies.is_none() {
            return true;
        }
        let named = named::by(dossier, record);
        let one_of = |actors: &Option<Vec<Actor>>| {
            let actors = actors.as_ref();
            actors.is_none_or(|actors| actors.iter().any(|actor| named.contains(actor)))
        };
        one_of(&self.people) && one_of(&self.bodies)
    }
}

/// What both windows share, if they share a day.
pub(super) fn narrow(a: Window, b: Window) -> Option<Window> {
    let first = a.0.max(b.0);
    let last = a.1.into_iter().chain(b.1).min();
    let turned = matches!((first, last), (Some(first), Some(last)) if first > last);
    (!turned).then_some((first, last))
}

fn falls(date: &crate::dossier::Date, times: &[Window]) -> Falls {
    let falls = times.iter().map(|(from, to)| date.falls(*from, *to));
    falls.reduce(better).unwrap_or(Falls::Outside)
}

fn answer(falls: Falls) -> Look {
    match falls {
        Falls::Certainly => Look::In(Some(Within::Certain)),
        Falls::Possibly => Look::In(Some(Within::Possible)),
        Falls::Outside => Look::Out,
        Falls::Unknown => Look::Undated,
    }
}

fn better(a: Falls, b: Falls) -> Falls {
    let rank = |falls: Falls| match falls {
        Falls::Certainly => 3,
        Falls::Possibly => 2,
        Falls::Outside => 1,
        Falls::Unknown => 0,
    };
    if rank(b) > rank(a) { b } else { a }
}
