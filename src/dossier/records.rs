//! The records of a dossier in memory, and what names them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use super::about::About;
use super::agreement::Agreement;
use super::claim::Claim;
use super::countries;
use super::dispute::Dispute;
use super::event::Event;
use super::evidence::Evidence;
use super::id::{Actor, Code, Id};
use super::kind::{Kind, Place, Ref};
use super::links::Links;
use super::observation::Observation;
use super::organisation::Organisation;
use super::person::Person;
use super::quotes::Quotes;
use super::record::{Any, Record};
use super::series::Series;
use super::source::Source;
use super::unread::UnreadFigures;

/// Everything that is known of one relationship: its [`Records`], and what was said.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    pub(super) records: Arc<Records>,
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
    /// Figures that could not be read.
    pub(crate) unread_figures: UnreadFigures,
}

/// Where the records of a kind are kept.
enum List<'a> {
    /// In memory, in the order of their file.
    Kept(&'a dyn Kept),
    /// In their series.
    Figures,
    /// In [`Dossier::quotes`].
    Quotes,
}

/// Records of one type in memory.
trait Kept {
    fn count(&self) -> usize;
    fn record(&self, at: usize) -> &dyn Record;
}

impl<R: Record> Kept for Vec<R> {
    fn count(&self) -> usize {
        self.len()
    }

    fn record(&self, at: usize) -> &dyn Record {
        &self[at]
    }
}

impl Deref for Dossier {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Dossier {
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
        match self.list(kind) {
            List::Kept(records) => records.count(),
            List::Figures => self.observations.len(),
            List::Quotes => self.quotes.len(),
        }
    }

    /// Where the records of a kind are kept.
    fn list(&self, kind: Kind) -> List<'_> {
        List::Kept(match kind {
            Kind::Event => &self.events,
            Kind::Agreement => &self.agreements,
            Kind::Series => &self.series,
            Kind::Observation => return List::Figures,
            Kind::Quote => return List::Quotes,
            Kind::Claim => &self.claims,
            Kind::Dispute => &self.disputes,
            Kind::Person => &self.people,
            Kind::Organisation => &self.organisations,
            Kind::Source => &self.sources,
        })
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

    /// Any record, whatever its kind.
    pub fn any(&self, record: Ref) -> Any<'_> {
        let at = record.at;
        match self.list(record.kind) {
            List::Kept(records) => Any::Kept(records.record(at)),
            List::Figures => Any::Kept(self.observation(at).1),
            List::Quotes => Any::Read(Box::new(self.quotes.get(at))),
        }
    }

    /// The name of a record.
    pub fn id(&self, record: Ref) -> Id {
        self.any(record).id().clone()
    }

    /// The passages that support a record.
    pub fn evidence(&self, record: Ref) -> Cow<'_, [Evidence]> {
        match self.any(record) {
            Any::Kept(record) => Cow::Borrowed(record.evidence()),
            Any::Read(quote) => Cow::Owned(quote.evidence().to_vec()),
        }
    }

    /// The topics of a record; of a figure those of its series.
    pub fn topics(&self, record: Ref) -> &[Id] {
        match record.kind {
            Kind::Quote => self.quotes.facets(record.at).topics,
            Kind::Observation => &self.series[self.series_of(record.at)].topics,
            _ => match self.any(record) {
                Any::Kept(record) => record.topics(),
                Any::Read(_) => &[],
            },
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

    /// Everything that somebody is called: of a country of the two sides the name, the official name, the
    /// adjective and the aliases; of another its name; of an organisation its name, acronym and aliases;
    /// of a person the name and aliases.
    pub fn names(&self, actor: &Actor) -> Vec<String> {
        let record = match actor {
            Actor::Country(code) => {
                let side = self.about.sides.iter().find(|side| side.code == *code);
                return side.map_or_else(|| vec![self.country(*code)], super::about::Side::names);
            }
            Actor::Record(id) => self.find(id),
        };
        let text = |text: &super::text::Text| text.to_string();
        match record {
            Some(Ref {
                kind: Kind::Organisation,
                at,
            }) => {
                let body = &self.organisations[at];
                let names = [&body.name].into_iter().chain(&body.acronym);
                names.chain(&body.aliases).map(text).collect()
            }
            Some(Ref {
                kind: Kind::Person,
                at,
            }) => {
                let person = &self.people[at];
                let names = [&person.name].into_iter().chain(&person.aliases);
                names.map(text).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The name of a country: as the dossier calls a side or what preceded it, else as ISO 3166-1 does; the
    /// bare code where neither knows it.
    pub fn country(&self, code: Code) -> String {
        for side in &self.about.sides {
            if side.code == code {
                return side.name.to_string();
            }
            if let Some(old) = side.predecessors.iter().find(|p| p.code == code) {
                return old.name.to_string();
            }
        }
        countries::of(code).map_or_else(|| code.to_string(), |country| country.name.to_owned())
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
