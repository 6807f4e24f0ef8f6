//! What a person asks for, in their words, made a [`Filter`]: names and labels are looked up, and
//! for what nothing is called by, the nearest name is suggested.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::error::{FilterError, UnknownStatus, UnknownTopic};
use super::filter::{Filter, narrow};
use super::searched::Searched;
use crate::describe::named;
use crate::describe::status::statuses;
use crate::dossier::countries;
use crate::dossier::{Actor, Code, Date, Dossier, Id, Kind, Ref, nearest};
use crate::search::{Window, fold};

/// The filters as they were typed. Several values of one are alternatives.
#[derive(Clone, Copy, Debug, Default)]
pub struct FilterArgs<'a> {
    /// Topics by id or label; each with those within it.
    pub topics: &'a [String],
    /// Years, or any other EDTF dates.
    pub years: &'a [String],
    /// From this date on.
    pub from: Option<&'a str>,
    /// Up to this date.
    pub to: Option<&'a str>,
    /// People by id or name.
    pub people: &'a [String],
    /// Bodies by id or name, and countries by code or name.
    pub organisations: &'a [String],
    /// Words of the status.
    pub statuses: &'a [String],
    /// What a search is to find.
    pub search: Option<&'a str>,
    /// The day after which what is not done is overdue.
    pub day: Option<NaiveDate>,
}

impl FilterArgs<'_> {
    /// The filter for records of a kind.
    ///
    /// # Errors
    /// When one names nobody or is not a date.
    pub fn filter(&self, dossier: &Dossier, kind: Kind) -> Result<Filter, FilterError> {
        let kinds = [kind, Kind::Observation];
        let searched = &kinds[..if kind == Kind::Series { 2 } else { 1 }];
        self.filter_among(dossier, kind, searched)
    }

    /// The filter for records of a kind, where a search finds records of these kinds.
    fn filter_among(
        &self,
        dossier: &Dossier,
        kind: Kind,
        searched: &[Kind],
    ) -> Result<Filter, FilterError> {
        let filter = Filter {
            topics: self.topics(dossier)?,
            times: self.times()?,
            people: self.people(dossier, kind)?,
            bodies: self.bodies(dossier, kind)?,
            statuses: self.statuses(kind)?,
            searched: None,
            lens: None,
        };
        let Some(typed) = self.search else {
            return Ok(filter);
        };
        let (searched, time) = Searched::new(dossier, searched, typed, self.day)?;
        let narrowed = Filter {
            searched: Some(searched),
            ..filter
        };
        Ok(match time {
            Some(time) => narrowed.within(time),
            None => narrowed,
        })
    }

    /// The filter for what is contested, whose records are of any kind; its status is how grave it
    /// is, and not looked at here.
    ///
    /// # Errors
    /// As [`FilterArgs::filter`].
    pub fn filter_any(&self, dossier: &Dossier) -> Result<Filter, FilterError> {
        let timeless = FilterArgs {
            statuses: &[],
            ..*self
        };
        timeless.filter_among(dossier, Kind::Event, &Kind::ALL)
    }

    fn topics(&self, dossier: &Dossier) -> Result<Option<HashSet<Id>>, FilterError> {
        let mut found = HashSet::new();
        for name in self.topics {
            let id = topic(dossier, name)?;
            let within = dossier.about.topics_within(&id);
            found.extend(within.into_iter().cloned());
            found.insert(id);
        }
        Ok((!self.topics.is_empty()).then_some(found))
    }

    fn times(&self) -> Result<Option<Vec<Window>>, FilterError> {
        if self.years.is_empty() && self.from.is_none() && self.to.is_none() {
            return Ok(None);
        }
        let from = self.from.map(|text| days("--from", text)).transpose()?;
        let to = self.to.map(|text| days("--to", text)).transpose()?;
        let bounds = (from.and_then(|days| days.0), to.and_then(|days| days.1));
        if let (Some(first), Some(last)) = bounds
            && first > last
        {
            return Err(FilterError::EndsBeforeItBegins {
                from: first,
                to: last,
            });
        }
        let years = self
            .years
            .iter()
            .map(|text| days("--year", text))
            .collect::<Result<Vec<_>, _>>()?;
        if years.is_empty() {
            return Ok(Some(vec![bounds]));
        }
        let shared = years.into_iter().filter_map(|year| narrow(year, bounds));
        Ok(Some(shared.collect()))
    }

    fn people(&self, dossier: &Dossier, kind: Kind) -> Result<Option<Vec<Actor>>, FilterError> {
        let called = dossier.people.iter().map(|person| {
            let names = [Some(&person.name), person.native_name.as_ref()]
                .into_iter()
                .flatten()
                .chain(&person.aliases);
            Called {
                actor: Actor::Record(person.id.clone()),
                names: names.map(|name| fold(name)).collect(),
            }
        });
        let people = Register {
            option: "--person",
            what: "person",
            all: called.collect(),
        };
        people.find_all(self.people, dossier, kind)
    }

    fn bodies(&self, dossier: &Dossier, kind: Kind) -> Result<Option<Vec<Actor>>, FilterError> {
        let called = dossier.organisations.iter().map(|body| {
            let names = [Some(&body.name), body.acronym.as_ref()]
                .into_iter()
                .flatten()
                .chain(&body.aliases);
            Called {
                actor: Actor::Record(body.id.clone()),
                names: names.map(|name| fold(name)).collect(),
            }
        });
        let bodies = Register {
            option: "--organisation",
            what: "organisation or country",
            all: called.chain(sides(dossier)).collect(),
        };
        bodies.find_all(self.organisations, dossier, kind)
    }

    fn statuses(&self, kind: Kind) -> Result<Option<Vec<&'static str>>, FilterError> {
        if self.statuses.is_empty() {
            return Ok(None);
        }
        let Some(words) = statuses(kind) else {
            return Err(FilterError::NoStatus(kind));
        };
        let found = self.statuses.iter().map(|text| word(words, text));
        Ok(Some(found.collect::<Result<_, _>>()?))
    }
}

/// The word of a status that is meant.
pub(super) fn word(
    words: &'static [&'static str],
    typed: &str,
) -> Result<&'static str, UnknownStatus> {
    let folded = fold(typed);
    let word = words.iter().find(|word| **word == folded);
    word.copied().ok_or_else(|| UnknownStatus {
        word: typed.to_owned(),
        near: nearest(typed, words.iter().copied()),
        known: words,
    })
}

/// The topic that a person names, by its id or its label.
///
/// # Errors
/// When there is none, with the nearest.
pub fn topic(dossier: &Dossier, typed: &str) -> Result<Id, UnknownTopic> {
    let topics = &dossier.about.topics;
    let folded = fold(typed);
    let found = topics
        .iter()
        .find(|t| t.id.as_str() == typed || fold(&t.label) == folded);
    if let Some(topic) = found {
        return Ok(topic.id.clone());
    }
    // Without a head there is no vocabulary: what records say is known then.
    if let Some(id) = Id::new(typed).ok().filter(|id| is_used(dossier, id)) {
        return Ok(id);
    }
    let names = topics.iter().flat_map(|t| [t.id.as_str(), &*t.label]);
    let near = nearest(typed, names).and_then(|near| {
        let meant = |t: &&crate::dossier::about::Topic| t.id.as_str() == near || &*t.label == near;
        topics.iter().find(meant)
    });
    Err(UnknownTopic {
        name: typed.to_owned(),
        near: near.map(|topic| topic.id.clone()),
        known: topics.iter().map(|topic| topic.id.clone()).collect(),
    })
}

/// Has any record the topic?
fn is_used(dossier: &Dossier, topic: &Id) -> bool {
    let spoken = &dossier.quotes.values().topics;
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
    let mut records = kinds.flat_map(|kind| dossier.all(kind));
    spoken.iter().any(|topics| topics.contains(topic))
        || records.any(|record| dossier.topics(record).contains(topic))
}

/// The first and the last day of a date that was typed.
fn days(option: &'static str, text: &str) -> Result<Window, FilterError> {
    let date = Date::parse(text).map_err(|source| FilterError::Date { option, source })?;
    Ok((date.earliest(), date.latest()))
}

/// Somebody, and what they are called, folded.
struct Called {
    actor: Actor,
    names: Vec<String>,
}

impl Called {
    fn key(&self) -> String {
        match &self.actor {
            Actor::Country(code) => code.to_string(),
            Actor::Record(id) => id.to_string(),
        }
    }
}

/// The two sides, and what preceded them.
fn sides(dossier: &Dossier) -> impl Iterator<Item = Called> {
    dossier.about.sides.iter().flat_map(|side| {
        let names = [Some(&side.name), side.official_name.as_ref()]
            .into_iter()
            .flatten()
            .chain(&side.aliases);
        let own = Called {
            actor: Actor::Country(side.code),
            names: names.map(|name| fold(name)).collect(),
        };
        let before = side.predecessors.iter().map(|old| Called {
            actor: Actor::Country(old.code),
            names: vec![fold(&old.name)],
        });
        std::iter::once(own).chain(before)
    })
}

/// Everybody who can be asked for.
struct Register {
    option: &'static str,
    what: &'static str,
    all: Vec<Called>,
}

impl Register {
    fn find_all(
        &self,
        typed: &[String],
        dossier: &Dossier,
        kind: Kind,
    ) -> Result<Option<Vec<Actor>>, FilterError> {
        let found = typed
            .iter()
            .map(|text| self.find(text, dossier, kind))
            .collect::<Result<Vec<_>, _>>()?;
        Ok((!found.is_empty()).then_some(found))
    }

    /// By id, else by a whole name, else by words of the name of one alone.
    fn find(&self, typed: &str, dossier: &Dossier, kind: Kind) -> Result<Actor, FilterError> {
        let folded = fold(typed.trim());
        let by_key = self.all.iter().find(|one| one.key() == typed);
        let by_name = || self.all.iter().find(|one| one.names.contains(&folded));
        if let Some(found) = by_key.or_else(by_name) {
            return Ok(found.actor.clone());
        }
        let parts: Vec<_> = self.all.iter().filter(|one| one.has(&folded)).collect();
        match parts.as_slice() {
            [] => self.unlisted(typed, dossier, kind),
            [one] => Ok(one.actor.clone()),
            more => Err(FilterError::Several {
                option: self.option,
                name: typed.to_owned(),
                keys: more.iter().map(|one| one.key()).collect(),
            }),
        }
    }

    /// Somebody who has no record but is named in one, as in a part of a dossier, or a country.
    fn unlisted(&self, typed: &str, dossier: &Dossier, kind: Kind) -> Result<Actor, FilterError> {
        let actor = match Code::parse(typed) {
            Some(code) => Some(Actor::Country(code)),
            None => Id::new(typed).ok().map(Actor::Record),
        };
        if let Some(actor) = actor.filter(|actor| is_named(dossier, kind, actor)) {
            return Ok(actor);
        }
        let country = countries::find(typed).filter(|_| self.option == "--organisation");
        if let Some(country) = country {
            return Ok(Actor::Country(country.code));
        }
        let names: Vec<_> = self
            .all
            .iter()
            .flat_map(|one| {
                let key = (one.key().to_lowercase(), one.key());
                let names = one.names.iter().map(|name| (name.clone(), one.key()));
                names.chain([key])
            })
            .collect();
        let near = nearest(typed, names.iter().map(|(name, _)| name.as_str()))
            .and_then(|near| names.iter().find(|(name, _)| name == near));
        Err(FilterError::Nobody {
            option: self.option,
            what: self.what,
            name: typed.to_owned(),
            near: near.map(|(_, key)| key.clone()),
        })
    }
}

impl Called {
    /// Are the words among those of one of the names?
    fn has(&self, words: &str) -> bool {
        let of = |text: &str| -> HashSet<String> {
            let words = text
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty());
            words.map(ToOwned::to_owned).collect()
        };
        let parts = of(words);
        !parts.is_empty() && self.names.iter().any(|name| parts.is_subset(&of(name)))
    }
}

/// Does a record of the kind name somebody?
fn is_named(dossier: &Dossier, kind: Kind, actor: &Actor) -> bool {
    if kind == Kind::Quote {
        let speakers = dossier.quotes.values().speakers.iter();
        return actor
            .id()
            .is_some_and(|id| speakers.into_iter().any(|one| one == id));
    }
    let of = |record: Ref| {
        let figures = match record.kind {
            Kind::Series => dossier.figures_of(record.at).collect(),
            _ => Vec::new(),
        };
        figures
            .into_iter()
            .chain([record])
            .any(|r| named::all(dossier, r).contains(actor))
    };
    dossier.all(kind).any(of)
}
