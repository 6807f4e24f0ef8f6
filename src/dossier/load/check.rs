//! What holds between records: every id leads somewhere, to the right kind, and nothing stands
//! without evidence.

use std::cell::Cell;

use super::Reader;
use super::fault::{Fault, Spot};
use super::json::nearest;
use crate::dossier::record::{Record, Relation};
use crate::dossier::{Agreement, Code, Dossier, Evidence, Id, Kind, Quote, Ref, Series, Source};

/// How many dangling ids get a guess at what was meant: a guess compares with every id there is,
/// and a file that is all wrong must not take minutes to say so.
const GUESSES: u32 = 200;

/// Adds to `reader` every problem between the records of `dossier`.
pub(super) fn check(dossier: &Dossier, reader: &mut Reader<'_>) {
    let mut checker = Checker {
        dossier,
        reader,
        guesses: Cell::new(GUESSES),
    };
    checker.each(&dossier.sources, Checker::source);
    checker.each(&dossier.people, Checker::bare);
    checker.each(&dossier.organisations, Checker::bare);
    checker.each(&dossier.events, Checker::bare);
    checker.each(&dossier.agreements, Checker::agreement);
    checker.each(&dossier.series, Checker::series);
    checker.each(&dossier.quotes, Checker::quote);
    checker.each(&dossier.claims, Checker::bare);
    checker.each(&dossier.disputes, Checker::bare);
}

struct Checker<'a, 'b, 'c> {
    dossier: &'a Dossier,
    reader: &'b mut Reader<'c>,
    guesses: Cell<u32>,
}

impl Checker<'_, '_, '_> {
    /// What every record is held to, and `more` for its kind.
    fn each<R: Record>(&mut self, records: &[R], more: impl Fn(&Self, &R) -> Vec<Fault>) {
        for (at, record) in records.iter().enumerate() {
            let mut faults = more(self, record);
            record.references(&mut |relation, id| {
                faults.extend(self.reference(R::KIND, relation, id));
            });
            faults.extend(record.topics().iter().filter_map(|topic| self.topic(topic)));
            for evidence in record.evidence().iter().chain(record.inner_evidence()) {
                faults.extend(self.evidence(R::KIND, evidence));
            }
            self.reader.report(Ref::new(R::KIND, at), faults);
        }
    }

    fn reference(&self, from: Kind, relation: Relation, id: &Id) -> Option<Fault> {
        let right = match relation {
            // Lineage stays among its own kind: an event follows events.
            Relation::Follows => std::slice::from_ref(&from),
            _ => relation.targets(),
        };
        let fits = |kind: Kind| right.is_empty() || right.contains(&kind);
        let spot = Spot::Value(relation.field(), id.to_string());
        let label = relation.field();
        let Some(found) = self.dossier.find(id) else {
            let known = self.dossier.index.iter();
            let known = known.filter(|(_, found)| fits(found.kind));
            let near = self.guess(id, known.map(|(id, _)| id.as_str()));
            let hint = near.unwrap_or_else(|| "add that record, or mend the id".to_owned());
            let message = format!("{label}: no record is called `{id}`");
            return Some(Fault::error(spot, message, hint));
        };
        if fits(found.kind) {
            return None;
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

    fn topic(&self, topic: &Id) -> Option<Fault> {
        let topics = &self.dossier.about.topics;
        // Without a dossier.json every topic is unknown, and one message says that already.
        if !self.reader.has_about || topics.iter().any(|known| known.id == *topic) {
            return None;
        }
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
        if found.is_none_or(|found| found.kind != Kind::Source) {
            let known = self.dossier.sources.iter().map(|source| source.id.as_str());
            let near = self.guess(source, known);
            faults.push(Fault::error(
                Spot::Value("source", source.to_string()),
                format!("evidence: no source is called `{source}`"),
                near.unwrap_or_else(|| "add it to sources.json, or mend the id".to_owned()),
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

    #[expect(clippy::unused_self, reason = "one of a family of checks")]
    fn bare<R: Record>(&self, record: &R) -> Vec<Fault> {
        let id = record.id();
        let message = format!("`{id}` has no evidence");
        let missing = record.evidence().is_empty();
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
        (self.reader.has_about && !known).then(|| {
            Fault::error(
                Spot::Value("side", code.to_string()),
                format!("`{code}` is not a side of this dossier"),
                "leave `side` out for a third party",
            )
        })
    }

    #[expect(clippy::unused_self, reason = "one of a family of checks")]
    fn series(&self, series: &Series) -> Vec<Fault> {
        let figures = series.observations.iter();
        let figures = figures.filter(|figure| figure.evidence.is_empty());
        let figures = figures.map(|figure| {
            let spot = Spot::Value("id", figure.id.to_string());
            let message = format!("the figure `{}` has no evidence", figure.id);
            Fault::error(spot, message, REST)
        });
        let items = series.items.iter().filter(|item| item.evidence.is_empty());
        let items = items.map(|item| {
            let spot = Spot::Value("name", item.name.to_string());
            let message = format!("the item `{}` has no evidence", item.name);
            Fault::error(spot, message, REST)
        });
        let mut faults: Vec<_> = figures.chain(items).collect();
        if series.observations.is_empty() && series.items.is_empty() {
            let hint = "add `observations` or `items`";
            faults.push(Fault::warning(Spot::Head, NO_FIGURES, hint));
        }
        faults
    }

    fn quote(&self, quote: &Quote) -> Vec<Fault> {
        let mut faults = self.bare(quote);
        if quote.event.is_none() {
            let message = "a quote without an occasion";
            let hint = "name the `event` where it was said";
            faults.push(Fault::warning(Spot::Head, message, hint));
        }
        faults
    }
}

/// What is said of a series that holds nothing yet.
pub(crate) const NO_FIGURES: &str = "a series without figures or goods";

/// What to do where evidence is missing.
const REST: &str = "say which source and paragraph it rests on";
