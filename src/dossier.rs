//! A dossier in memory: its records, what names them, and how they point at each other.
//!
//! A [`Dossier`] never changes once it is loaded; copies share what they hold.
//! A record is held by a [`Ref`]; panels and overlays keep those and ask here for what they draw.
//! Speech may come by the million, so it is kept apart, in [`Quotes`].

pub mod about;
pub mod agreement;
mod as_of;
pub mod claim;
pub mod countries;
pub mod date;
pub mod dispute;
pub mod event;
pub mod fold;
pub mod id;
pub mod links;
mod nearest;
pub mod number;
pub mod order;
pub mod organisation;
pub mod person;
pub mod quote;
pub mod quotes;
pub mod record;
pub mod series;
pub mod source;
pub mod text;
mod words;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

pub use about::About;
pub use agreement::Agreement;
pub use claim::Claim;
pub use date::Date;
pub use dispute::Dispute;
pub use event::Event;
pub use id::{Actor, Code, Id};
pub use links::{Link, Links};
pub(crate) use nearest::nearest;
pub use number::Number;
pub use organisation::Organisation;
pub use person::Person;
pub use quote::Quote;
pub use quotes::Quotes;
pub use record::{Evidence, Record, Relation};
pub use series::{Observation, Series};
pub use source::Source;
pub use text::Text;

/// The kinds of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// On the timeline.
    Event,
    /// An instrument between parties.
    Agreement,
    /// A row of figures.
    Series,
    /// One figure of a series.
    Observation,
    /// A paragraph of speech.
    Quote,
    /// Another statement.
    Claim,
    /// What disagrees.
    Dispute,
    /// Someone.
    Person,
    /// A body.
    Organisation,
    /// A text that the rest stands on.
    Source,
}

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Event,
        Self::Agreement,
        Self::Series,
        Self::Observation,
        Self::Quote,
        Self::Claim,
        Self::Dispute,
        Self::Person,
        Self::Organisation,
        Self::Source,
    ];

    /// "event", "person", …
    pub fn singular(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Agreement => "agreement",
            Self::Series => "series",
            Self::Observation => "figure",
            Self::Quote => "quote",
            Self::Claim => "claim",
            Self::Dispute => "dispute",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Source => "source",
        }
    }

    /// "events", "people", …
    pub fn plural(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Agreement => "agreements",
            Self::Series => "series",
            Self::Observation => "figures",
            Self::Quote => "quotes",
            Self::Claim => "claims",
            Self::Dispute => "disputes",
            Self::Person => "people",
            Self::Organisation => "organisations",
            Self::Source => "sources",
        }
    }
}

/// Points at a record of one dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    /// Its kind.
    pub kind: Kind,
    /// Its place among those of its kind.
    pub at: usize,
}

impl Ref {
    /// The record of `kind` at place `at`.
    pub fn new(kind: Kind, at: usize) -> Self {
        Self { kind, at }
    }
}

/// Where a record stands in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, as a person would name it.
    pub file: Text,
    /// The line of its first character, from 1.
    pub line: usize,
}

/// Everything that is known of one relationship: its [`Records`], and what was said.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    records: Arc<Records>,
    /// The speech.
    pub quotes: Quotes,
}

/// The records of a dossier, speech apart.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// Sides, title, topics.
    pub about: About,
    /// The texts.
    pub sources: Vec<Source>,
    /// The people.
    pub people: Vec<Person>,
    /// The bodies.
    pub organisations: Vec<Organisation>,
    /// The events, in the order of the file.
    pub events: Vec<Event>,
    /// The agreements.
    pub agreements: Vec<Agreement>,
    /// The figures.
    pub series: Vec<Series>,
    /// Other statements.
    pub claims: Vec<Claim>,
    /// What disagrees.
    pub disputes: Vec<Dispute>,
    /// For each figure, its series and its place in it.
    pub(crate) observations: Vec<(usize, usize)>,
    pub(crate) index: HashMap<Id, Ref>,
    pub(crate) places: HashMap<Ref, Place>,
    pub(crate) links: Links,
}

impl Deref for Dossier {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Dossier {
    /// A dossier of these records and quotes.
    pub(crate) fn new(mut records: Records, quotes: Quotes) -> Self {
        records.links = Links::default();
        let mut dossier = Self {
            records: Arc::new(records),
            quotes,
        };
        let links = Links::build(&dossier);
        Arc::make_mut(&mut dossier.records).links = links;
        dossier
    }

    pub(crate) fn into_records(self) -> Records {
        Arc::unwrap_or_clone(self.records)
    }

    /// The same records with other quotes.
    #[must_use]
    pub fn with_quotes(&self, quotes: Quotes) -> Self {
        Self {
            records: Arc::clone(&self.records),
            quotes,
        }
    }

    /// The record of that name.
    pub fn find(&self, id: &Id) -> Option<Ref> {
        let quote = || Some(Ref::new(Kind::Quote, self.quotes.find(id)?));
        self.index.get(id).copied().or_else(quote)
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Event => self.events.len(),
            Kind::Agreement => self.agreements.len(),
            Kind::Series => self.series.len(),
            Kind::Observation => self.observations.len(),
            Kind::Quote => self.quotes.len(),
            Kind::Claim => self.claims.len(),
            Kind::Dispute => self.disputes.len(),
            Kind::Person => self.people.len(),
            Kind::Organisation => self.organisations.len(),
            Kind::Source => self.sources.len(),
        }
    }

    /// Every record of a kind, in the order of its file.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = Ref> + use<> {
        (0..self.count(kind)).map(move |at| Ref::new(kind, at))
    }

    /// The series and the figure behind a [`Kind::Observation`].
    pub fn observation(&self, at: usize) -> (&Series, &Observation) {
        let (series, place) = self.observations[at];
        (
            &self.series[series],
            &self.series[series].observations[place],
        )
    }

    /// The figures of series `at`.
    pub fn figures_of(&self, at: usize) -> impl Iterator<Item = Ref> + use<> {
        let first = self
            .observations
            .partition_point(|(series, _)| *series < at);
        let count = self.series[at].observations.len();
        (first..first + count).map(|figure| Ref::new(Kind::Observation, figure))
    }

    /// The place of the series that a figure belongs to.
    pub fn series_of(&self, at: usize) -> usize {
        self.observations[at].0
    }

    /// The [`Ref`] of figure `place` of series `series`.
    pub fn observation_ref(&self, series: usize, place: usize) -> Option<Ref> {
        let at = self.observations.binary_search(&(series, place)).ok()?;
        Some(Ref::new(Kind::Observation, at))
    }

    /// Where a record stands in the files.
    pub fn place(&self, record: Ref) -> Option<Place> {
        match record.kind {
            Kind::Quote => Some(self.quotes.place(record.at)),
            _ => self.places.get(&record).cloned(),
        }
    }

    /// The name of a record.
    pub fn id(&self, record: Ref) -> Id {
        let at = record.at;
        let id = match record.kind {
            Kind::Event => &self.events[at].id,
            Kind::Agreement => &self.agreements[at].id,
            Kind::Series => &self.series[at].id,
            Kind::Observation => &self.observation(at).1.id,
            Kind::Quote => return self.quotes.get(at).id,
            Kind::Claim => &self.claims[at].id,
            Kind::Dispute => &self.disputes[at].id,
            Kind::Person => &self.people[at].id,
            Kind::Organisation => &self.organisations[at].id,
            Kind::Source => &self.sources[at].id,
        };
        id.clone()
    }

    /// What a record rests on.
    pub fn evidence(&self, record: Ref) -> Cow<'_, [Evidence]> {
        let at = record.at;
        Cow::Borrowed(match record.kind {
            Kind::Event => &self.events[at].evidence,
            Kind::Agreement => &self.agreements[at].evidence,
            Kind::Series => &self.series[at].evidence,
            Kind::Observation => &self.observation(at).1.evidence,
            Kind::Quote => return Cow::Owned(self.quotes.get(at).evidence),
            Kind::Claim => &self.claims[at].evidence,
            Kind::Dispute => &self.disputes[at].evidence,
            Kind::Person => &self.people[at].evidence,
            Kind::Organisation => &self.organisations[at].evidence,
            Kind::Source => &self.sources[at].evidence,
        })
    }

    /// What a record is about.
    pub fn topics(&self, record: Ref) -> &[Id] {
        let at = record.at;
        match record.kind {
            Kind::Event => &self.events[at].topics,
            Kind::Agreement => &self.agreements[at].topics,
            Kind::Series => &self.series[at].topics,
            Kind::Observation => &self.series[self.series_of(at)].topics,
            Kind::Quote => self.quotes.facets(at).topics,
            Kind::Claim => &self.claims[at].topics,
            Kind::Dispute => &self.disputes[at].topics,
            Kind::Person => &self.people[at].topics,
            Kind::Organisation => &self.organisations[at].topics,
            Kind::Source => &self.sources[at].topics,
        }
    }

    /// The person of that name.
    pub fn person(&self, id: &Id) -> Option<&Person> {
        match self.find(id)? {
            Ref {
                kind: Kind::Person,
                at,
            } => Some(&self.people[at]),
            _ => None,
        }
    }

    /// The source of that name.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        match self.find(id)? {
            Ref {
                kind: Kind::Source,
                at,
            } => Some(&self.sources[at]),
            _ => None,
        }
    }

    /// The name of a country: a side, what preceded it, or the bare code.
    pub fn country(&self, code: Code) -> String {
        for side in &self.about.sides {
            if side.code == code {
                return side.name.to_string();
            }
            if let Some(old) = side.predecessors.iter().find(|p| p.code == code) {
                return old.name.to_string();
            }
        }
        code.to_string()
    }

    /// The name of whoever acts.
    pub fn actor(&self, actor: &Actor) -> String {
        match actor {
            Actor::Country(code) => self.country(*code),
            Actor::Record(id) => self
                .find(id)
                .map_or_else(|| id.to_string(), |record| self.title(record)),
        }
    }

    /// The label of a topic, or its bare id.
    pub fn topic<'a>(&'a self, id: &'a Id) -> &'a str {
        let topic = self.about.topics.iter().find(|topic| topic.id == *id);
        topic.map_or(id.as_str(), |topic| &topic.label)
    }
}
