//! Who was spoken of, and who spoke, up to a place in a text: whom "she" or "the minister" means.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::confidence::{Basis, Confidence};
use super::super::lexicon::Class;
use super::super::name::{Gender, Mention, People, fold, title_words};
use super::super::reading::Reading;
use super::guest::Visit;

/// Paragraphs back in which a pronoun finds its person.
const WINDOW: usize = 3;

/// Mentions back that are looked at, at most.
const MENTIONS: usize = 24;

/// Whom a sentence was about, or who spoke in it.
#[derive(Clone, Copy, Debug)]
struct Topic {
    /// None for somebody whom the text does not name.
    person: Option<usize>,
    block: usize,
}

/// What was read so far.
#[derive(Debug)]
pub(super) struct Memory {
    /// The latest last.
    topics: Vec<Topic>,
    /// Who visits whom.
    visit: Visit,
}

const ONLY: Basis = Basis::new(
    "pronoun",
    Confidence::Likely,
    "the only person mentioned shortly before who fits the pronoun",
);
const TOPIC: Basis = Basis::new(
    "pronoun",
    Confidence::Likely,
    "the subject or speaker of the sentence before fits the pronoun",
);
const NEAREST: Basis = Basis::new(
    "pronoun",
    Confidence::Unsure,
    "the nearest of several people whom the pronoun may refer to",
);

impl Memory {
    /// Nothing is read yet, save who visits whom.
    pub(super) fn of(visit: Visit) -> Self {
        Self {
            topics: Vec::new(),
            visit,
        }
    }

    pub(super) fn visit(&self) -> Visit {
        self.visit
    }

    /// Notes that a sentence of that paragraph is about somebody.
    pub(super) fn note(&mut self, person: usize, block: usize) {
        let person = Some(person);
        self.topics.push(Topic { person, block });
    }

    /// Notes that a sentence of that paragraph is about somebody without a name.
    pub(super) fn note_unnamed(&mut self, block: usize) {
        let person = None;
        self.topics.push(Topic { person, block });
    }

    /// Whom the text is about at that paragraph.
    pub(super) fn topic(&self, block: usize) -> Option<usize> {
        let topic = self.topics.last()?;
        topic.person.filter(|_| block - topic.block <= 1)
    }

    /// Whom a pronoun at the word `at` means. `first` is the subject of its own sentence, before it.
    pub(super) fn pronoun(
        &self,
        reading: &Reading,
        people: &People,
        at: usize,
        first: Option<usize>,
        quoted: &dyn Fn(usize) -> bool,
    ) -> Option<(usize, Basis)> {
        let block = reading.block_of(at);
        let gender = gender(reading, at)?;
        let fits = |person: &usize| people.all[*person].gender.is_none_or(|own| own == gender);
        // "An official was less cheerful. “…,” he said.", in the same paragraph or the next.
        let begun = reading.blocks[block].words.start..at;
        let mut own = people.within(begun).iter();
        let next = !own.any(|mention| !quoted(mention.name.start));
        let here = |one: &&Topic| one.block == block || next && one.block + 1 == block;
        let last = self.topics.last().filter(here);
        if first.is_none() && last.is_some_and(|one| one.person.is_none()) {
            return None;
        }
        let named = recent_in(reading, people, at, quoted, (WINDOW, MENTIONS));
        let topics = self
            .topics
            .iter()
            .rev()
            .take(8)
            .filter(|topic| block - topic.block < WINDOW)
            .filter_map(|topic| Some((topic.block, topic.person?)));
        // Of the same paragraph, whom it is about comes before who is only named in it.
        let mut ranked: Vec<(usize, bool, usize)> = topics
            .map(|(at, person)| (block - at, false, person))
            .chain(named.map(|(at, person)| (block - at, true, person)))
            .collect();
        ranked.sort_by_key(|(away, only_named, _)| (*away, *only_named));
        let first = first.into_iter().map(|person| (false, person));
        let ranked = ranked
            .into_iter()
            .map(|(_, only_named, person)| (only_named, person));
        let order: Vec<(bool, usize)> = first.chain(ranked).collect();
        let known = |person: &usize| people.all[*person].gender == Some(gender);
        let place = order.iter().position(|(_, person)| fits(person))?;
        let (only_named, person) = order[place];
        // The only one of that gender, where that of the others is not known.
        let sure: BTreeSet<usize> = order
            .iter()
            .map(|(_, person)| *person)
            .filter(|p| known(p))
            .collect();
        let (only_named, person) = match sure.first() {
            Some(one) if sure.len() == 1 && !known(&person) && place > 0 => (true, *one),
            _ => (only_named, person),
        };
        let rival = order
            .iter()
            .any(|(_, other)| *other != person && fits(other));
        let basis = match (rival, only_named) {
            (false, _) => ONLY,
            (true, false) => TOPIC,
            (true, true) => NEAREST,
        };
        Some((person, basis))
    }
}

/// The persons named before a place, the nearest first, without mentions inside quotes.
pub(super) fn recent<'a>(
    reading: &'a Reading,
    people: &'a People,
    at: usize,
    quoted: &'a dyn Fn(usize) -> bool,
    limits: (usize, usize),
) -> impl Iterator<Item = usize> + 'a {
    recent_in(reading, people, at, quoted, limits).map(|(_, person)| person)
}

/// The same, each with the paragraph.
fn recent_in<'a>(
    reading: &'a Reading,
    people: &'a People,
    at: usize,
    quoted: &'a dyn Fn(usize) -> bool,
    (window, most): (usize, usize),
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let block = reading.block_of(at);
    let end = people.next(at);
    let near = people.mentions[end.saturating_sub(most)..end]
        .iter()
        .rev()
        .take_while(move |mention: &&Mention| {
            block - reading.block_of(mention.words.start) < window
        });
    near.filter(move |mention| !quoted(mention.words.start))
        .map(move |mention| (reading.block_of(mention.words.start), mention.person))
}

fn gender(reading: &Reading, at: usize) -> Option<Gender> {
    if reading.is(at, Class::HE) {
        Some(Gender::Male)
    } else if reading.is(at, Class::SHE) {
        Some(Gender::Female)
    } else {
        None
    }
}

/// The words of an office: "the Lao foreign minister".
#[derive(Debug)]
pub(super) struct Office {
    noun: String,
    modifiers: Vec<String>,
}

impl Office {
    pub(super) fn of(reading: &Reading, of: Range<usize>) -> Option<Self> {
        let at = of.clone().rev().find(|at| reading.is(*at, Class::ROLE))?;
        let before = of.filter(|other| *other != at && reading.is(*other, Class::MODIFIER));
        let mut modifiers: Vec<String> = before.map(|at| fold(reading.word(at))).collect();
        let mut noun = title_words(reading.word(at));
        let last = noun.pop()?;
        modifiers.extend(noun);
        Some(Self {
            noun: last,
            modifiers,
        })
    }

    /// May someone be meant whose title has those words?
    pub(super) fn fits(&self, words: &[String]) -> bool {
        let has = |word: &str| words.iter().any(|own| own == word);
        let ranks = ["vice", "deputy", "prime", "вице", "заместител"];
        let ranked = ranks.iter().all(|rank| {
            has(rank) == self.modifiers.iter().any(|m| m == rank)
                || self.noun == "premier"
                || self.is_leader()
        });
        let loose = [
            "former", "then", "new", "visiting", "top", "current", "outgoing", "acting", "the",
            "senior", "his", "her",
        ];
        // "the Head of State" is no prime minister.
        let of_state = self.is_leader() && self.modifiers.iter().any(|m| m == "state");
        let governs = ["prime", "premier", "chancellor", "премьер"];
        if of_state && governs.into_iter().any(has) {
            return false;
        }
        let apt = self
            .modifiers
            .iter()
            .all(|m| has(m) || loose.contains(&m.as_str()) || of_state && m == "state");
        let noun = has(&self.noun)
            || self.noun == "premier" && has("prime")
            || self.is_leader()
                && [
                    "president",
                    "premier",
                    "prime",
                    "chancellor",
                    "king",
                    "chairman",
                    "президент",
                    "премьер",
                    "président",
                ]
                .into_iter()
                .any(has)
            || self.noun == "премьер" && has("премьер")
            || self.noun == "diplomat"
                && ["ambassador", "envoy", "foreign", "посол"]
                    .into_iter()
                    .any(has);
        ranked && apt && noun
    }

    /// Does it say no more than that somebody holds an office: "the Thai official"?
    pub(super) fn is_generic(&self) -> bool {
        [
            "official",
            "dignitary",
            "politician",
            "statesman",
            "guest",
            "visitor",
            "host",
            "diplomat",
            "counterpart",
            "homologue",
        ]
        .contains(&self.noun.as_str())
    }

    /// Is it told from the holder of an office: "her predecessor"?
    pub(super) fn is_of_another(&self) -> bool {
        matches!(self.noun.as_str(), "predecessor" | "successor")
    }

    /// Is it "the guest", "the visiting minister" or "the host": one side of a visit?
    pub(super) fn is_of_visit(&self) -> bool {
        self.is_guest() || matches!(self.noun.as_str(), "host" | "hôte")
    }

    /// The guest or the host, whichever is meant, where the text says who that is.
    pub(super) fn of_visit(&self, visit: Visit) -> Option<usize> {
        if self.is_guest() {
            visit.guest()
        } else {
            visit.host()
        }
    }

    fn is_guest(&self) -> bool {
        matches!(self.noun.as_str(), "guest" | "visitor")
            || self.modifiers.iter().any(|word| word == "visiting")
    }

    /// Is it what somebody does for a living: "the farmer", "la commerçante"?
    pub(super) fn is_trade(&self) -> bool {
        const TRADES: [&str; 36] = [
            "skipper",
            "rancher",
            "winemaker",
            "beekeeper",
            "roaster",
            "buyer",
            "trader",
            "herder",
            "exporter",
            "importer",
            "grower",
            "shopkeeper",
            "vendor",
            "fisherman",
            "merchant",
            "trucker",
            "farmer",
            "worker",
            "miner",
            "driver",
            "engineer",
            "student",
            "businessman",
            "businesswoman",
            "entrepreneur",
            "commerçant",
            "commerçante",
            "agriculteur",
            "agricultrice",
            "exportateur",
            "exportatrice",
            "producteur",
            "productrice",
            "éleveur",
            "pêcheur",
            "transporteur",
        ];
        TRADES.contains(&self.noun.as_str())
    }

    /// "the visiting dignitary": whom the text is about.
    pub(super) fn is_visiting(&self) -> bool {
        self.is_generic() && self.modifiers.iter().any(|word| word == "visiting")
    }

    fn is_leader(&self) -> bool {
        ["leader", "head", "лидер", "глав", "dirigeant"].contains(&self.noun.as_str())
    }
}
