//! What the files of one run have given so far, and the names that it is to have in the dossier. A
//! record that is there already keeps its name, so that a second run finds everything again.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::figure::{Decimal, Notation};
use super::names::Names;
use super::series_builder::SeriesBuilder;
use super::sides::Sides;
use crate::dossier::about::Topic;
use crate::dossier::{
    Agreement, Date, Dossier, Event, Evidence, Id, Kind, Organisation, Person, Ref, Source, Text,
};

/// What the command line says of every format.
#[derive(Clone, Debug)]
pub struct Options {
    /// The encoding of the files, where somebody knows it.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// What parts their columns, where somebody knows it.
    pub separator: Option<u8>,
    /// The decimal sign, where somebody knows it.
    pub decimal: Option<Decimal>,
    /// A source of the dossier that the file is.
    pub source: Option<Id>,
    /// When the file was fetched.
    pub accessed: Option<Date>,
    /// What all that is new is about.
    pub topics: Vec<Id>,
    /// Does the file win where the dossier says otherwise?
    pub update: bool,
    /// Is nothing to be written? Then nobody else has to wait.
    pub dry_run: bool,
    /// The day of the reader: what is later has not happened yet.
    pub today: NaiveDate,
}

/// Where an anchor points, spelled out.
type Spot = (Id, u32, Text, Text, Text);

/// The records of one run.
pub struct ImportContext<'a> {
    /// The dossier as it is.
    pub dossier: &'a Dossier,
    /// Its sides.
    pub sides: Sides<'a>,
    /// What the command line says.
    pub options: &'a Options,
    /// How figures of the file that is being read are printed.
    pub notation: Notation,
    /// The series.
    pub builder: SeriesBuilder,
    /// The files themselves, as sources.
    pub files: Vec<Source>,
    /// Texts that the files tell of.
    pub sources: Vec<Source>,
    /// People.
    pub people: Vec<Person>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Events.
    pub events: Vec<Event>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Subjects.
    pub topics: Vec<Topic>,
    taken: HashSet<Id>,
    anchors: HashMap<Spot, Vec<Ref>>,
    names: Names,
}

impl<'a> ImportContext<'a> {
    /// An empty one, for a dossier.
    pub fn new(dossier: &'a Dossier, options: &'a Options) -> Self {
        let mut anchors: HashMap<Spot, Vec<Ref>> = HashMap::new();
        let kinds = [
            Kind::Observation,
            Kind::Event,
            Kind::Agreement,
            Kind::Person,
            Kind::Organisation,
            Kind::Source,
        ];
        for record in kinds.into_iter().flat_map(|kind| dossier.all(kind)) {
            for evidence in dossier.evidence(record).iter() {
                anchors.entry(spot(evidence)).or_default().push(record);
            }
        }
        Self {
            dossier,
            sides: Sides::new(&dossier.about),
            options,
            notation: Notation::default(),
            builder: SeriesBuilder::default(),
            files: Vec::new(),
            sources: Vec::new(),
            people: Vec::new(),
            organisations: Vec::new(),
            events: Vec::new(),
            agreements: Vec::new(),
            topics: Vec::new(),
            taken: HashSet::new(),
            anchors,
            names: Names::new(dossier),
        }
    }

    /// The name for a record of `kind` that rests on `evidence` and is called `words`: that of the
    /// record which rests on the same words, else of one of that name that is the `same`, else a
    /// new one.
    pub fn name(
        &mut self,
        kind: Kind,
        words: &str,
        evidence: Option<&Evidence>,
        same: impl Fn(Ref) -> bool,
    ) -> Id {
        let known = evidence.and_then(|evidence| self.anchored(kind, evidence));
        let id = known.unwrap_or_else(|| {
            let stem = Id::fresh(words, kind.singular(), |_| false);
            let from = self.names.number(&stem);
            let (id, number) = Id::numbered_from(words, kind.singular(), from, |id| {
                let found = self.dossier.find(id);
                let other = found.is_some_and(|found| found.kind != kind || !same(found));
                other || self.taken.contains(id)
            });
            // Names that the dossier has may be right for another record.
            if self.dossier.find(&id).is_none() && self.dossier.find(&stem).is_none() {
                self.names.begin_at(stem, number);
            }
            id
        });
        self.taken.insert(id.clone());
        id
    }

    /// A record that rests on the very same place and has no name in this run yet.
    fn anchored(&self, kind: Kind, evidence: &Evidence) -> Option<Id> {
        let found = self
            .anchors
            .get(&spot(evidence))?
            .iter()
            .filter(|record| record.kind == kind);
        let mut ids = found.map(|record| self.dossier.id(*record));
        ids.find(|id| !self.taken.contains(id))
    }

    /// The figure that rests on the very same place.
    pub(super) fn figure(&self, evidence: &Evidence) -> Option<Ref> {
        let found = self.anchors.get(&spot(evidence))?;
        found
            .iter()
            .copied()
            .find(|record| record.kind == Kind::Observation)
    }

    /// Takes a name for this run.
    pub(super) fn take(&mut self, id: &Id) {
        self.taken.insert(id.clone());
    }

    /// Is that name taken in this run?
    pub(super) fn is_taken(&self, id: &Id) -> bool {
        self.taken.contains(id)
    }

    /// Is that name taken, in the dossier or in this run?
    pub(super) fn has(&self, id: &Id) -> bool {
        self.taken.contains(id) || self.dossier.find(id).is_some()
    }

    /// The topic of that label: one of the dossier's, or a new one.
    pub fn topic(&mut self, label: &str) -> Id {
        if let Some(id) = self.names.topic(label) {
            return id;
        }
        let id = Id::fresh(label, "topic", |id| self.names.has_topic(id));
        let topic = Topic {
            id: id.clone(),
            label: Text::new(label),
            broader: None,
        };
        self.names.add_topic(&topic);
        self.topics.push(topic);
        id
    }

    /// What everything new is about: what the command line says, and `usual` if the dossier has it.
    pub fn about(&self, usual: Option<&str>) -> Vec<Id> {
        let mut topics = self.options.topics.clone();
        let known = self.dossier.about.topics.iter();
        let usual = known
            .map(|topic| &topic.id)
            .find(|id| Some(id.as_str()) == usual);
        topics.extend(usual.filter(|_| topics.is_empty()).cloned());
        topics
    }

    /// What a record is about that its file puts under `label`, which may be empty.
    pub fn filed(&mut self, label: &str) -> Vec<Id> {
        let mut topics = self.about(None);
        if !label.trim().is_empty() {
            let topic = self.topic(label.trim());
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        topics
    }

    /// The person of that name, by any of their names: one of the dossier or of this run.
    pub fn known_person(&self, name: &str) -> Option<Id> {
        self.names.person(name)
    }

    /// The organisation of that name, acronym or other name: one of the dossier or of this run.
    pub fn known_organisation(&self, name: &str) -> Option<Id> {
        self.names.organisation(name)
    }

    /// A new organisation of that name, which is named at that place.
    pub fn organisation(&mut self, name: &str, evidence: &Evidence) -> Id {
        let id = self.name(Kind::Organisation, name, Some(evidence), |_| false);
        let body = Organisation {
            evidence: vec![evidence.clone()],
            ..Organisation::new(id.clone(), Text::new(name), Text::new("organisation"))
        };
        self.names.add_organisation(&body);
        self.organisations.push(body);
        id
    }

    /// A new person of that name, who is named at that place.
    pub fn person(&mut self, name: &str, evidence: &Evidence) -> Id {
        let id = self.name(Kind::Person, name, Some(evidence), |_| false);
        let person = Person {
            evidence: vec![evidence.clone()],
            ..Person::new(id.clone(), Text::new(name))
        };
        self.names.add_person(&person);
        self.people.push(person);
        id
    }
}

fn spot(evidence: &Evidence) -> Spot {
    let text = |text: &Option<Text>| text.clone().unwrap_or_default();
    (
        evidence.source.clone(),
        evidence.paragraph,
        Text::new(&evidence.words()),
        text(&evidence.prefix),
        text(&evidence.suffix),
    )
}
