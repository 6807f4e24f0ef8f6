//! What every stage reads: the text, its source, the dossier, and which names are taken.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use chrono::NaiveDate;

use super::article::Article;
use super::words::weighty;
use crate::dossier::about::Side;
use crate::dossier::{Actor, Code, Dossier, Evidence, Id, Kind, Text};
use crate::extract::date::Context as Dates;
use crate::extract::{Paragraph, Speeches, paragraphs};
use crate::verify::Lines;

/// A text that is being drafted.
pub(super) struct Context<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) article: &'a Article,
    /// The source that it is.
    pub(super) source: Id,
    /// Is the source in the dossier?
    pub(super) known: bool,
    pub(super) lines: Lines,
    /// The words of the names of the two countries, which all titles have.
    pub(super) names_of_sides: HashSet<String>,
    paragraphs: Vec<Paragraph>,
    names: RefCell<Names>,
}

/// Names that are taken, and the number that the last of each stem has.
struct Names {
    taken: HashSet<Id>,
    numbers: HashMap<Id, usize>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        dossier: &'a Dossier,
        article: &'a Article,
        (source, known): (Id, bool),
        taken: HashSet<Id>,
    ) -> Self {
        let sides = dossier.about.sides.iter().flat_map(Side::names);
        Self {
            dossier,
            article,
            source,
            known,
            names_of_sides: sides.flat_map(|name| weighty(&name)).collect(),
            lines: Lines::new(&article.text),
            paragraphs: paragraphs(&article.text).collect(),
            names: RefCell::new(Names {
                taken,
                numbers: HashMap::new(),
            }),
        }
    }

    pub(super) fn text(&self) -> &'a str {
        &self.article.text
    }

    pub(super) fn words(&self, range: &Range<usize>) -> &'a str {
        self.article.text.get(range.clone()).unwrap_or_default()
    }

    pub(super) fn dates(&self) -> Dates {
        Dates {
            published: self.published(),
            language: None,
        }
    }

    /// The day of publication, where it is known to the day.
    pub(super) fn published(&self) -> Option<NaiveDate> {
        let issued = self.article.issued.as_ref()?;
        issued
            .earliest()
            .filter(|day| issued.latest() == Some(*day))
    }

    /// The passage of a range; none where nothing tells it from another.
    pub(super) fn anchor(&self, range: &Range<usize>) -> Option<Evidence> {
        self.lines.anchor(&self.source, range)
    }

    /// The paragraph that a place of the text is in.
    pub(super) fn paragraph(&self, at: usize) -> Option<&Paragraph> {
        let next = self.paragraphs.partition_point(|p| p.range.start <= at);
        self.paragraphs.get(next.checked_sub(1)?)
    }

    /// The words of some paragraphs, counted from 1.
    pub(super) fn text_of(&self, numbers: std::ops::RangeInclusive<u32>) -> String {
        let from = self
            .paragraphs
            .partition_point(|one| one.number < *numbers.start());
        let inside = self.paragraphs[from..]
            .iter()
            .take_while(|one| one.number <= *numbers.end());
        let words: Vec<_> = inside.map(|one| self.words(&one.range)).collect();
        words.join("\n")
    }

    /// The country of a person or an organisation of the dossier.
    pub(super) fn country_of(&self, id: &Id) -> Option<Code> {
        let person = self.dossier.person(id).and_then(|person| person.country);
        let mut bodies = self.dossier.organisations.iter();
        person.or_else(|| bodies.find(|body| body.id == *id)?.country)
    }

    /// A name that neither the dossier nor the inbox has.
    pub(super) fn fresh(&self, words: &str, kind: Kind) -> Id {
        let stem = Id::fresh(words, kind.singular(), |_| false);
        self.numbered(&stem)
    }

    /// The name itself, or with a number behind it if it is taken.
    pub(super) fn numbered(&self, stem: &Id) -> Id {
        let mut names = self.names.borrow_mut();
        // Where the last search ended: thousands may begin alike.
        let last = names.numbers.get(stem).copied().unwrap_or(1);
        let free = (last..).find_map(|number| {
            let id = match number {
                1 => stem.clone(),
                number => Id::new(&format!("{stem}-{number}")).ok()?,
            };
            let free = self.dossier.find(&id).is_none() && !names.taken.contains(&id);
            free.then_some((number, id))
        });
        let (number, id) = free.unwrap_or_else(|| (last, stem.clone()));
        names.numbers.insert(stem.clone(), number);
        names.taken.insert(id.clone());
        id
    }

    /// Is it one of the two countries?
    pub(super) fn is_side(&self, code: Code) -> bool {
        self.dossier
            .about
            .sides
            .iter()
            .any(|side| side.code == code)
    }

    /// Does a record rest on that paragraph of this source already?
    pub(super) fn cites(&self, evidence: &[Evidence], anchor: &Evidence) -> bool {
        self.known
            && evidence
                .iter()
                .any(|one| one.source == anchor.source && one.paragraph == anchor.paragraph)
    }
}

/// Who the people of a text are to the dossier: those it has, and those that are proposed.
#[derive(Default)]
pub(super) struct Cast {
    /// By place among the people of the text.
    pub(super) ids: HashMap<usize, Id>,
    /// Where each is named, called by an office, or meant by a pronoun.
    mentions: Vec<(Range<usize>, usize)>,
}

impl Cast {
    pub(super) fn new(speeches: &Speeches) -> Self {
        let mut mentions = speeches.references.clone();
        for (at, person) in speeches.people.iter().enumerate() {
            let places = person.mentions.iter().chain(&person.titles);
            mentions.extend(places.map(|range| (range.clone(), at)));
        }
        mentions.sort_by_key(|(range, _)| range.start);
        Self {
            ids: HashMap::new(),
            mentions,
        }
    }

    /// The people that are named in a range, or by an office in it, by their place.
    pub(super) fn within(&self, range: &Range<usize>) -> impl Iterator<Item = usize> {
        /// A title is no longer than this, in bytes.
        const LONGEST: usize = 200;
        let (start, end) = (range.start, range.end);
        let floor = start.saturating_sub(LONGEST);
        let from = self
            .mentions
            .partition_point(|(mention, _)| mention.start < floor);
        let near = self.mentions[from..].iter();
        near.take_while(move |(mention, _)| mention.start < end)
            .filter(move |(mention, _)| mention.end > start)
            .map(|(_, at)| *at)
    }
}

/// The organisation of the dossier that some words name.
pub(super) fn body(dossier: &Dossier, words: &str) -> Option<Actor> {
    let plain = super::words::plain(words);
    let words = plain.strip_prefix("the ").unwrap_or(&plain);
    let is = |name: &Text| super::words::plain(name) == words;
    let found = dossier
        .organisations
        .iter()
        .find(|body| is(&body.name) || body.acronym.iter().any(is) || body.aliases.iter().any(is));
    found.map(|body| Actor::Record(body.id.clone()))
}
