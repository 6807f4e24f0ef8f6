//! What holds between records: every id leads somewhere, to the right kind, and nothing stands
//! without evidence.

use std::cell::{Cell, OnceCell};

use super::Reader;
use super::fault::{Fault, Spot};
use super::reader::Unread;
use crate::dossier::fields::Info;
use crate::dossier::nearest;
use crate::dossier::quotes::Facet;
use crate::dossier::record::Typed;
use crate::dossier::relation::Relation;
use crate::dossier::{
    Agreement, Code, Dossier, Evidence, Id, Kind, Observation, Quote, Ref, Series, Source,
};

/// How many dangling ids get a guess at what was meant: a guess compares with every id there is,
/// and a file that is all wrong must not take minutes to say so.
const GUESSES: u32 = 200;

/// Among more quotes than this no id is guessed.
const FEW: usize = 2_000;

/// Holds the records of a dossier against each other.
pub(super) struct Checker<'a> {
    pub(super) dossier: &'a Dossier,
    unread: &'a Unread,
    /// Whether there is a dossier.json that could be read, to check sides and topics against.
    has_about: bool,
    guesses: Cell<u32>,
    /// The ids of the quotes, for guesses, where they are few.
    quotes: OnceCell<Vec<Id>>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(dossier: &'a Dossier, unread: &'a Unread, has_about: bool) -> Self {
        Self {
            dossier,
            unread,
            has_about,
            guesses: Cell::new(GUESSES),
            quotes: OnceCell::new(),
        }
    }

    /// Adds to `reader` every problem between the records, quotes apart.
    pub(super) fn check(&self, reader: &mut Reader<'_>) {
        let dossier = self.dossier;
        self.each(reader, &dossier.sources, Self::source);
        self.each(reader, &dossier.people, Self::bare);
        self.each(reader, &dossier.organisations, Self::bare);
        self.each(reader, &dossier.events, Self::bare);
        self.each(reader, &dossier.agreements, Self::agreement);
        self.each(reader, &dossier.series, Self::series);
        self.each(reader, &dossier.claims, Self::bare);
        self.each(reader, &dossier.disputes, Self::bare);
    }

    fn each<R: Typed>(
        &self,
        reader: &mut Reader<'_>,
        records: &[R],
        more: impl Fn(&Self, &R) -> Vec<Fault>,
    ) {
        for (at, record) in records.iter().enumerate() {
            let mut faults = more(self, record);
            faults.extend(self.any(record));
            reader.report(Ref::new(R::KIND, at), faults);
        }
    }

    /// What every record is held to.
    fn any<R: Typed>(&self, record: &R) -> Vec<Fault> {
        let mut faults = Vec::new();
        record.references(&mut |info, id| {
            faults.extend(self.reference((R::KIND, record.id()), info, id));
        });
        faults.extend(record.topics().iter().filter_map(|topic| self.topic(topic)));
        for evidence in record.all_evidence() {
            faults.extend(self.evidence(R::KIND, evidence));
        }
        faults
    }

    /// Everything that is wrong with a quote. Evidence that could not be read is reported already.
    pub(super) fn quote(&self, quote: &Quote, lost_evidence: bool) -> Vec<Fault> {
        let mut faults = if lost_evidence {
            Vec::new()
        } else {
            self.bare(quote)
        };
        if quote.event.is_none() && quote.said.is_none() && !self.is_dated(quote) {
            let message = "a quote without an occasion";
            let hint = "name the `event` where it was said";
            faults.push(Fault::warning(Spot::Head, message, hint));
        }
        faults.extend(self.any(quote));
        faults
    }

    /// Has a source of its words a date? Then they can be placed in time without an occasion.
    fn is_dated(&self, quote: &Quote) -> bool {
        let mut sources = quote.evidence.iter().map(|one| &one.source);
        sources.any(|id| {
            let source = self.dossier.source(id);
            source.is_some_and(|source| source.issued.is_some())
        })
    }

    /// The numbers of the quotes of which a value leads nowhere, told by its value alone.
    pub(super) fn doubtful_quotes(&self) -> Vec<usize> {
        let store = self.dossier.quotes.store();
        let values = &store.values;
        let is = |id: &Id, kind: Kind| self.dossier.find(id).is_some_and(|r| r.kind == kind);
        let topics = |list: &[Id]| list.iter().all(|topic| self.topic_is_known(topic));
        let sources = |list: &[Id]| list.iter().all(|id| is(id, Kind::Source));
        let not = |ids: &[Id], kind| ids.iter().map(|id| !is(id, kind)).collect::<Vec<_>>();
        let wrong = [
            (Facet::Speaker, not(&values.speakers, Kind::Person)),
            (Facet::Event, not(&values.events, Kind::Event)),
            (Facet::Addressee, not(&values.addressees, Kind::Person)),
            (
                Facet::Topics,
                values.topics.iter().map(|l| !topics(l)).collect(),
            ),
            (
                Facet::Sources,
                values.sources.iter().map(|l| !sources(l)).collect(),
            ),
        ];
        let mut numbers = Vec::new();
        for segment in &store.segments {
            for (facet, wrong) in &wrong {
                numbers.extend(segment.numbers_with(*facet, wrong));
            }
        }
        numbers
    }

    fn reference(&self, (from, own): (Kind, &Id), info: &Info, id: &Id) -> Option<Fault> {
        let right = match info.relation()? {
            // Lineage stays among its own kind: an event follows events.
            Relation::Follows => std::slice::from_ref(&from),
            relation => relation.targets(),
        };
        let fits = |kind: Kind| right.is_empty() || right.contains(&kind);
        let label = info.name;
        let spot = Spot::Value(label, id.to_string());
        let Some(found) = self.dossier.find(id) else {
            if self.unread.may_have(id, right) {
                return None;
            }
            let fitting = self
                .dossier
                .index
                .iter()
                .filter(|(_, found)| fits(found.kind));
            let quotes = if fits(Kind::Quote) {
                self.few_quotes()
            } else {
                &[]
            };
            let known = fitting.map(|(id, _)| id).chain(quotes);
            let near = self.guess(id, known.map(Id::as_str));
            let hint = near.unwrap_or_else(|| "add that record or fix the id".to_owned());
            let message = format!("{label}: no record is called `{id}`");
            return Some(Fault::error(spot, message, hint));
        };
        if fits(found.kind) {
            return itself(info, own, id);
        }
        let expected: Vec<_> = right.iter().map(|kind| kind.singular()).collect();
        let message = format!("{label}: `{id}` is of kind {}", found.kind.singular());
        let hint = format!("expected: {}", expected.join(" or "));
        Some(Fault::error(spot, message, hint))
    }

    fn guess<'k>(&self, id: &Id, known: impl Iterator<Item = &'k str>) -> Option<String> {
        let left = self.guesses.get().checked_sub(1)?;
        self.guesses.set(left);
        nearest(id.as_str(), known).map(|near| format!("did you mean `{near}`?"))
    }

    /// The ids of the quotes, if there are not too many to be compared with.
    fn few_quotes(&self) -> &[Id] {
        self.quotes.get_or_init(|| {
            let quotes = &self.dossier.quotes;
            if quotes.len() > FEW {
                return Vec::new();
            }
            quotes.iter().map(|quote| quote.id).collect()
        })
    }

    /// Without a dossier.json every topic is unknown, and one message says that already.
    fn topic_is_known(&self, topic: &Id) -> bool {
        let topics = &self.dossier.about.topics;
        let may_be = self.unread.may_be_topic(topic);
        !self.has_about || may_be || topics.iter().any(|known| known.id == *topic)
    }

    fn topic(&self, topic: &Id) -> Option<Fault> {
        if self.topic_is_known(topic) {
            return None;
        }
        let topics = &self.dossier.about.topics;
        let near = self.guess(topic, topics.iter().map(|topic| topic.id.as_str()));
        Some(Fault::error(
            Spot::Value("topics", topic.to_string()),
            format!("no topic is called `{topic}`"),
            near.unwrap_or_else(|| "add it to `topics` in dossier.json".to_owned()),
        ))
    }

    fn evidence(&self, from: Kind, evidence: &Evidence) -> Vec<Fault> {
        let mut faults = Vec::new();
        let source = &evidence.source;
        let found = self.dossier.find(source);
        let is_unread = found.is_none() && self.unread.may_have(source, &[Kind::Source]);
        if found.is_none_or(|found| found.kind != Kind::Source) && !is_unread {
            let known = self.dossier.sources.iter().map(|source| source.id.as_str());
            let near = self.guess(source, known);
            faults.push(Fault::error(
                Spot::Value("source", source.to_string()),
                format!("evidence: unknown source `{source}`"),
                near.unwrap_or_else(|| "add it to sources.json or fix the id".to_owned()),
            ));
        }
        if evidence.paragraph == 0 {
            faults.push(Fault::error(
                Spot::Value("paragraph", "0".to_owned()),
                "evidence: paragraph 0",
                "paragraphs are counted from 1, over non-empty lines",
            ));
        }
        if evidence.exact.is_none() && from != Kind::Quote {
            faults.push(Fault::warning(
                Spot::Without("evidence", "exact"),
                "evidence without `exact`",
                "give the shortest run of the source's own words that carries the fact",
            ));
        }
        faults
    }

    fn bare<R: Typed>(&self, record: &R) -> Vec<Fault> {
        let id = record.id();
        let message = format!("`{id}` has no evidence");
        let missing = record.evidence().is_empty() && !self.unread.has_evidence_of(id);
        Vec::from_iter(missing.then(|| Fault::error(Spot::Head, message, REST)))
    }

    fn source(&self, source: &Source) -> Vec<Fault> {
        Vec::from_iter(source.side.and_then(|code| self.side(code)))
    }

    fn agreement(&self, agreement: &Agreement) -> Vec<Fault> {
        let sides = agreement.parties.iter().filter_map(|party| party.side);
        let mut faults: Vec<_> = sides.filter_map(|code| self.side(code)).collect();
        faults.extend(self.bare(agreement));
        faults
    }

    /// A side is one of the two, or what preceded it.
    fn side(&self, code: Code) -> Option<Fault> {
        let sides = &self.dossier.about.sides;
        let known = sides
            .iter()
            .any(|side| side.code == code || side.predecessors.iter().any(|p| p.code == code));
        // A side that could not be read is reported already.
        (self.has_about && !self.unread.lost_sides && !known).then(|| {
            Fault::error(
                Spot::Value("side", code.to_string()),
                format!("`{code}` is not a side of this dossier"),
                "omit `side` for third parties",
            )
        })
    }

    fn series(&self, series: &Series) -> Vec<Fault> {
        let is_known = !self.unread.has_evidence_of(&series.id);
        let figures = series
            .observations
            .iter()
            .filter(|figure| is_known && figure.evidence.is_empty())
            .map(|figure| {
                let spot = Spot::Value("id", figure.id.to_string());
                let message = format!("the figure `{}` has no evidence", figure.id);
                Fault::error(spot, message, REST)
            });
        let items = series
            .items
            .iter()
            .filter(|item| is_known && item.evidence.is_empty())
            .map(|item| {
                let spot = Spot::Value("name", item.name.to_string());
                let message = format!("the item `{}` has no evidence", item.name);
                Fault::error(spot, message, REST)
            });
        let ranges = series.observations.iter().filter_map(range);
        let mut faults: Vec<_> = figures.chain(items).chain(ranges).collect();
        faults.extend(with_itself(series));
        if series.observations.is_empty() && series.items.is_empty() {
            let hint = "add `observations` or `items`";
            faults.push(Fault::warning(Spot::Head, NO_FIGURES, hint));
        }
        faults
    }
}

/// A reference of a record to itself.
fn itself(info: &Info, own: &Id, to: &Id) -> Option<Fault> {
    let field = info.name;
    (own == to).then(|| {
        Fault::warning(
            Spot::Value(field, to.to_string()),
            format!("{field}: `{to}` is the record itself"),
            "name another record, or remove it",
        )
    })
}

/// A series of the trade of a country with itself.
fn with_itself(series: &Series) -> Option<Fault> {
    let partner = series.partner.as_ref()?;
    (series.reporter.as_ref() == Some(partner)).then(|| {
        Fault::warning(
            Spot::Value("partner", partner.to_string()),
            format!("`{partner}` is both the reporter and the partner"),
            "name the other country as `partner`, or omit it",
        )
    })
}

/// A range whose lower end is above its upper one.
fn range(figure: &Observation) -> Option<Fault> {
    let (low, high) = (figure.low?, figure.high?);
    (low.value() > high.value()).then(|| {
        Fault::error(
            Spot::Value("low", low.printed()),
            format!(
                "`{}`: the range begins at {low} and ends at {high}",
                figure.id
            ),
            "write the lower end in `low` and the upper end in `high`",
        )
    })
}

/// What is said of a series that holds nothing yet.
pub(crate) const NO_FIGURES: &str = "a series without figures or goods";

/// What to do where evidence is missing.
const REST: &str = "give the source and paragraph that support it";
