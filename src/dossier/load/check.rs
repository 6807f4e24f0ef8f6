//! What holds between records: every id leads somewhere, to the right kind, and nothing stands
//! without evidence.

use std::ops::Range;

use super::problem::Severity;
use super::{Problem, Reader};
use crate::dossier::record::{Record, Relation};
use crate::dossier::{Code, Dossier, Evidence, Id, Kind, Ref, Series};

/// Adds to `reader` every problem between the records of `dossier`.
pub(super) fn check(dossier: &Dossier, reader: &mut Reader<'_>) {
    let mut checker = Checker { dossier, reader };
    checker.each(&dossier.sources, false);
    checker.each(&dossier.people, true);
    checker.each(&dossier.organisations, true);
    checker.each(&dossier.events, true);
    checker.each(&dossier.agreements, true);
    checker.each(&dossier.series, false);
    checker.each(&dossier.quotes, true);
    checker.each(&dossier.claims, true);
    checker.each(&dossier.disputes, true);
    checker.series();
    checker.sides();
}

struct Checker<'a, 'b, 'c> {
    dossier: &'a Dossier,
    reader: &'b mut Reader<'c>,
}

impl Checker<'_, '_, '_> {
    fn each<R: Record>(&mut self, records: &[R], needs_evidence: bool) {
        for (at, record) in records.iter().enumerate() {
            let place = Ref::new(R::KIND, at);
            let mut seen = Vec::new();
            record.references(&mut |relation, id| seen.push((relation, id.clone())));
            for (relation, id) in seen {
                self.reference(place, relation, &id);
            }
            for topic in record.topics() {
                self.topic(place, topic);
            }
            if needs_evidence && record.evidence().is_empty() {
                self.add(
                    place,
                    "",
                    &format!("`{}` has no evidence", record.id()),
                    "say which source and paragraph it rests on",
                );
            }
            for evidence in record.evidence().iter().chain(record.inner_evidence()) {
                self.evidence(place, evidence);
            }
        }
    }

    fn reference(&mut self, from: Ref, relation: Relation, id: &Id) {
        let label = relation.forward();
        let Some(found) = self.dossier.find(id) else {
            let near = super::json::nearest(id.as_str(), self.dossier.index.keys().map(Id::as_str));
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "add that record, or mend the id".to_owned(),
            };
            return self.add(
                from,
                id.as_str(),
                &format!("{label}: no record is called `{id}`"),
                &hint,
            );
        };
        let right = relation.targets();
        if !right.is_empty() && !right.contains(&found.kind) {
            let expected: Vec<_> = right.iter().map(|kind| kind.singular()).collect();
            let message = format!("{label}: `{id}` is of kind {}", found.kind.singular());
            self.add(
                from,
                id.as_str(),
                &message,
                &format!("expected: {}", expected.join(" or ")),
            );
        }
    }

    fn topic(&mut self, from: Ref, topic: &Id) {
        let topics = &self.dossier.about.topics;
        if topics.iter().any(|known| known.id == *topic) {
            return;
        }
        let near = super::json::nearest(topic.as_str(), topics.iter().map(|t| t.id.as_str()));
        let hint = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "add it to `topics` in dossier.json".to_owned(),
        };
        self.add(
            from,
            topic.as_str(),
            &format!("no topic is called `{topic}`"),
            &hint,
        );
    }

    fn evidence(&mut self, from: Ref, evidence: &Evidence) {
        let source = &evidence.source;
        if !matches!(
            self.dossier.find(source),
            Some(Ref {
                kind: Kind::Source,
                ..
            })
        ) {
            self.add(
                from,
                source.as_str(),
                &format!("evidence: no source is called `{source}`"),
                "add it to sources.json, or mend the id",
            );
        }
        if evidence.paragraph == 0 {
            self.add(
                from,
                "",
                "evidence: paragraph 0",
                "paragraphs are counted from 1, over non-empty lines",
            );
        }
        if evidence.exact.is_none() && from.kind != Kind::Quote {
            self.add_warning(
                from,
                "",
                "evidence without `exact`",
                "give the shortest run of the source's own words that carries the fact",
            );
        }
    }

    fn series(&mut self) {
        for (at, series) in self.dossier.series.iter().enumerate() {
            let place = Ref::new(Kind::Series, at);
            for message in figures_without_evidence(series) {
                self.add(
                    place,
                    "",
                    &message,
                    "say which source and paragraph it rests on",
                );
            }
            if series.observations.is_empty() && series.items.is_empty() {
                self.add_warning(
                    place,
                    "",
                    "a series without figures or goods",
                    "add `observations` or `items`",
                );
            }
        }
        for (at, quote) in self.dossier.quotes.iter().enumerate() {
            if quote.event.is_none() {
                self.add_warning(
                    Ref::new(Kind::Quote, at),
                    "",
                    "a quote without an occasion",
                    "name the `event` where it was said",
                );
            }
        }
    }

    /// Two sides, and every country that a record names by code is one of them or preceded one.
    fn sides(&mut self) {
        let sides = &self.dossier.about.sides;
        if sides.len() != 2
            && self
                .reader
                .files
                .first()
                .is_some_and(|f| f.name.ends_with("dossier.json"))
        {
            let file = &self.reader.files[0];
            let message = format!("a dossier has two sides, not {}", sides.len());
            let problem = file.problem_at_word("\"sides\"", 0..file.text.len(), &message);
            self.reader
                .problems
                .push(problem.hint("name both countries, each with `code` and `name`"));
        }
        let known = |code: Code| {
            sides
                .iter()
                .any(|s| s.code == code || s.predecessors.iter().any(|p| p.code == code))
        };
        let parties = self.dossier.agreements.iter().enumerate();
        let strangers: Vec<_> = parties
            .flat_map(|(at, a)| a.parties.iter().filter_map(move |p| Some((at, p.side?))))
            .filter(|(_, code)| !known(*code))
            .collect();
        for (at, code) in strangers {
            let place = Ref::new(Kind::Agreement, at);
            self.add(
                place,
                code.as_str(),
                &format!("`{code}` is not a side of this dossier"),
                "leave `side` out for a third party",
            );
        }
    }

    fn add(&mut self, from: Ref, word: &str, message: &str, hint: &str) {
        let (file, range) = self.span(from);
        let word = format!("\"{word}\"");
        let problem = self.reader.files[file].problem_at_word(&word, range, message);
        self.reader.problems.push(problem.hint(hint));
    }

    fn add_warning(&mut self, from: Ref, word: &str, message: &str, hint: &str) {
        self.add(from, word, message, hint);
        if let Some(last) = self.reader.problems.last_mut() {
            *last = Problem {
                severity: Severity::Warning,
                ..last.clone()
            };
        }
    }

    fn span(&self, record: Ref) -> (usize, Range<usize>) {
        let span = self.reader.spans[&record];
        (span.file, span.start..span.end)
    }
}

fn figures_without_evidence(series: &Series) -> Vec<String> {
    let bare = series.observations.iter().filter(|o| o.evidence.is_empty());
    let figures = bare.map(|o| format!("the figure `{}` has no evidence", o.id));
    let items = series.items.iter().filter(|item| item.evidence.is_empty());
    figures
        .chain(items.map(|item| format!("the item `{}` has no evidence", item.name)))
        .collect()
}
