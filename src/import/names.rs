//! Who and what a run knows by name already: looked up in maps made once, for a list of ten thousand
//! authors has ten thousand names to look for.

use std::collections::{HashMap, HashSet};

use crate::dossier::about::Topic;
use crate::dossier::countries::folded;
use crate::dossier::{Dossier, Id, Organisation, Person, Text};

/// Names in the spelling in which they are compared, those of the dossier and of the run. Of two
/// records of one name the first counts.
#[derive(Default)]
pub(super) struct Names {
    people: HashMap<String, Id>,
    organisations: HashMap<String, Id>,
    topics: HashMap<String, Id>,
    topic_ids: HashSet<Id>,
    numbers: HashMap<Id, usize>,
}

impl Names {
    /// Those of a dossier.
    pub(super) fn new(dossier: &Dossier) -> Self {
        let mut names = Self::default();
        dossier.people.iter().for_each(|one| names.add_person(one));
        let bodies = dossier.organisations.iter();
        bodies.for_each(|one| names.add_organisation(one));
        let topics = dossier.about.topics.iter();
        topics.for_each(|one| names.add_topic(one));
        names
    }

    pub(super) fn person(&self, name: &str) -> Option<Id> {
        self.people.get(&folded(name)).cloned()
    }

    pub(super) fn organisation(&self, name: &str) -> Option<Id> {
        self.organisations.get(&folded(name)).cloned()
    }

    /// The topic of that label, or of that id.
    pub(super) fn topic(&self, label: &str) -> Option<Id> {
        self.topics.get(&folded(label)).cloned()
    }

    pub(super) fn has_topic(&self, id: &Id) -> bool {
        self.topic_ids.contains(id)
    }

    pub(super) fn add_person(&mut self, person: &Person) {
        let others = person.native_name.iter().chain(&person.aliases);
        let all = std::iter::once(&person.name).chain(others);
        add(&mut self.people, all, &person.id);
    }

    pub(super) fn add_organisation(&mut self, body: &Organisation) {
        let others = body.acronym.iter().chain(&body.aliases);
        let all = std::iter::once(&body.name).chain(others);
        add(&mut self.organisations, all, &body.id);
    }

    pub(super) fn add_topic(&mut self, topic: &Topic) {
        add(&mut self.topics, [&topic.label], &topic.id);
        let own = self.topics.entry(topic.id.to_string());
        own.or_insert_with(|| topic.id.clone());
        self.topic_ids.insert(topic.id.clone());
    }

    /// The number from which names of that stem may be free.
    pub(super) fn number(&self, stem: &Id) -> usize {
        self.numbers.get(stem).copied().unwrap_or(0)
    }

    /// All names of a stem up to a number are taken.
    pub(super) fn begin_at(&mut self, stem: Id, number: usize) {
        self.numbers.insert(stem, number);
    }
}

fn add<'a>(map: &mut HashMap<String, Id>, names: impl IntoIterator<Item = &'a Text>, id: &Id) {
    for name in names {
        map.entry(folded(name)).or_insert_with(|| id.clone());
    }
}
