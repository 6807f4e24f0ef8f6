//! A dossier as texts are compared with it: names, words with their weights, figures, what is
//! contested.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt};

use super::actors::{Lexicon, Who};
use super::figure::Measures;
use super::segments::Segments;
use super::speakers::Speakers;
use super::topic::Topic;
use super::words::stems;
use crate::contested::Contests;
use crate::dossier::{Date, Dossier, Id, Kind, Ref, Series};

/// Everything that the checks read.
pub(super) struct Index<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) contests: &'a Contests,
    pub(super) lexicon: Lexicon,
    /// Events, agreements and claims.
    pub(super) topics: Vec<Topic>,
    pub(super) measures: Measures,
    /// Of each source its id, and title and address in small letters.
    pub(super) sources: Vec<(Id, String, Option<String>)>,
    /// The last day of the newest source: of later days the dossier knows nothing.
    pub(super) newest: Option<NaiveDate>,
    /// How much a stem says.
    weights: HashMap<String, f64>,
    /// The same of a stem that no topic has.
    rare: f64,
    /// Topics by stem.
    postings: HashMap<String, Vec<usize>>,
    places: HashMap<Ref, usize>,
    /// Of each topic the places of those that tell the same of others, itself among them.
    families: HashMap<Ref, Vec<usize>>,
    /// Of each series the stems of the names of its items.
    items: OnceLock<Vec<Vec<Vec<String>>>>,
    speakers: OnceLock<Speakers>,
    segments: OnceLock<Segments>,
}

impl<'a> Index<'a> {
    pub(super) fn new(dossier: &'a Dossier, contests: &'a Contests) -> Self {
        let lexicon = Lexicon::new(dossier);
        let kinds = [Kind::Event, Kind::Agreement, Kind::Claim];
        let records = kinds.into_iter().flat_map(|kind| dossier.all(kind));
        let topics: Vec<Topic> = records
            .map(|record| Topic::new(dossier, &lexicon, record))
            .collect();
        let mut postings: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, topic) in topics.iter().enumerate() {
            for stem in &topic.all {
                postings.entry(stem.clone()).or_default().push(at);
            }
        }
        let weigh = |count: usize| weigh(topics.len(), count);
        let weights = postings
            .iter()
            .map(|(stem, places)| (stem.clone(), weigh(places.len())))
            .collect();
        let places = topics
            .iter()
            .enumerate()
            .map(|(at, topic)| (topic.record, at))
            .collect();
        let sources = dossier.sources.iter().map(|source| {
            let title = source
                .title
                .to_lowercase()
                .trim_matches(['[', ']'])
                .to_owned();
            let url = source.url.as_ref().map(|url| url.to_lowercase());
            (source.id.clone(), title, url)
        });
        Self {
            families: families(&topics),
            sources: sources.collect(),
            newest: newest(dossier),
            measures: Measures::new(dossier, &lexicon),
            dossier,
            contests,
            lexicon,
            rare: weigh(0),
            topics,
            weights,
            postings,
            places,
            items: OnceLock::new(),
            speakers: OnceLock::new(),
            segments: OnceLock::new(),
        }
    }

    /// The people in whose words all passages of a record are.
    pub(super) fn speakers_of(&self, record: Ref) -> Vec<Ref> {
        let speakers = self.speakers.get_or_init(|| Speakers::new(self.dossier));
        speakers.of(self.dossier, record)
    }

    /// The items of a series, each by the stems of its name; none without any.
    pub(super) fn items(&self, series: usize) -> &[Vec<String>] {
        let all = self.items.get_or_init(|| {
            let all = self.dossier.series.iter();
            let of = |series: &Series| -> Vec<Vec<String>> {
                let all = series.items.iter().map(|item| stems(&item.name));
                all.filter(|stems| !stems.is_empty()).collect()
            };
            all.map(of).collect()
        });
        all.get(series).map_or(&[], Vec::as_slice)
    }

    /// The sentences of speech and of what records say.
    pub(super) fn segments(&self) -> &Segments {
        self.segments
            .get_or_init(|| Segments::new(self.dossier, &self.topics))
    }

    /// How much a stem says: more, the fewer records have it.
    pub(super) fn weight(&self, stem: &str) -> f64 {
        self.weights.get(stem).copied().unwrap_or(self.rare)
    }

    /// The weight of several stems together.
    pub(super) fn weights<'b>(&self, stems: impl IntoIterator<Item = &'b String>) -> f64 {
        stems.into_iter().map(|stem| self.weight(stem)).sum()
    }

    /// The places of the topics that share one of these stems, each once.
    pub(super) fn sharing(&self, stems: &BTreeSet<String>) -> Vec<usize> {
        /// What more topics have than this tells none from another.
        const COMMON: usize = 2000;
        let lists = stems.iter().filter_map(|stem| self.postings.get(stem));
        let mut places: Vec<usize> = lists
            .filter(|list| list.len() <= COMMON)
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The country that somebody is, or belongs to.
    pub(super) fn country_of(&self, who: Who) -> Option<Who> {
        let record = match who {
            Who::Country(_) => return Some(who),
            Who::Record(record) => record,
        };
        let code = match record.kind {
            Kind::Person => self.dossier.people[record.at].country,
            Kind::Organisation => self.dossier.organisations[record.at].country,
            _ => None,
        };
        code.map(|code| self.lexicon.country(code))
    }

    /// Is it an author or a publisher of sources? They report, and take no part.
    pub(super) fn is_voice(&self, who: Who) -> bool {
        let Who::Record(record) = who else {
            return false;
        };
        let id = self.dossier.id(record);
        let name = self.dossier.title(record);
        self.dossier.sources.iter().any(|source| {
            let wrote = source.author.contains(&id);
            let texts = [&source.container_title, &source.publisher];
            wrote || texts.into_iter().flatten().any(|text| **text == *name)
        })
    }

    /// Has the text of a dispute, a claim or an event these very words?
    pub(super) fn says(&self, record: Ref, words: &str) -> bool {
        let words = words.trim();
        let text = || match record.kind {
            Kind::Dispute => self.dossier.disputes[record.at].explanation.to_string(),
            Kind::Claim => self.dossier.claims[record.at].statement.to_string(),
            Kind::Event => {
                let summary = &self.dossier.events[record.at].summary;
                summary
                    .as_ref()
                    .map_or_else(String::new, ToString::to_string)
            }
            _ => String::new(),
        };
        !words.is_empty() && text().contains(words)
    }

    /// What somebody is called.
    pub(super) fn name(&self, who: Who) -> String {
        match who {
            Who::Country(code) => self.dossier.country(code),
            Who::Record(record) => self.dossier.title(record),
        }
    }

    /// The topics that tell the same of others than this one does, and itself; none of so few that this may
    /// be chance. "Bilateral agreement of Laos and India", "… of Laos and Kuwait".
    pub(super) fn family(&self, record: Ref) -> impl Iterator<Item = &Topic> {
        let places = self.families.get(&record).into_iter().flatten();
        places.map(|at| &self.topics[*at])
    }

    /// Has any topic a stem?
    pub(super) fn is_known(&self, stem: &str) -> bool {
        self.postings.contains_key(stem)
    }

    /// The topic of a record.
    pub(super) fn topic(&self, record: Ref) -> Option<&Topic> {
        self.places.get(&record).map(|at| &self.topics[*at])
    }
}

/// Topics whose titles differ in names only, by record.
fn families(topics: &[Topic]) -> HashMap<Ref, Vec<usize>> {
    /// Of fewer the likeness may be chance.
    const LEAST: usize = 3;
    let mut all: HashMap<(Kind, Vec<&String>), Vec<usize>> = HashMap::new();
    for (at, topic) in topics.iter().enumerate() {
        let plain: Vec<&String> = topic
            .title
            .iter()
            .filter(|stem| !stem.starts_with('@'))
            .collect();
        if plain.len() > 1 && plain.len() < topic.title.len() {
            all.entry((topic.record.kind, plain)).or_default().push(at);
        }
    }
    let families = all.into_values().filter(|all| all.len() >= LEAST);
    families
        .flat_map(|all| {
            let records: Vec<Ref> = all.iter().map(|at| topics[*at].record).collect();
            records.into_iter().map(move |record| (record, all.clone()))
        })
        .collect()
}

/// None where a source has no date, for it may be newer than the others.
fn newest(dossier: &Dossier) -> Option<NaiveDate> {
    let days = dossier
        .sources
        .iter()
        .map(|source| source.issued.as_ref().and_then(Date::latest));
    days.collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// How much a stem says that so many of all topics have.
fn weigh(topics: usize, count: usize) -> f64 {
    let all = as_float(topics.max(20));
    (1.0 + all / (1.0 + as_float(count))).ln()
}

/// A count as a number.
pub(super) fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
