//! What a brief leaves out, counted by reason: every record of a kind is either listed or counted.

use std::collections::HashSet;

use super::Making;
use super::events::{ACTS, MEETINGS, is_of};
use super::words::list;
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::event::EventStatus;
use crate::dossier::{Evidence, Kind, Record, Ref};

/// Said of what neither topic nor lens has.
const OUTSIDE: &str = "outside the topic or lens";
const NOT_OURS: &str = "not between the two";
const NO_SOURCE: &str = "without a source";

impl Making<'_> {
    /// For each kind how many records are listed, and why the others are not.
    pub(super) fn left_out(&self) -> Vec<String> {
        let shown: HashSet<Ref> = self.shown.iter().copied().collect();
        let sentence = |kind: Kind, reason: &dyn Fn(Ref) -> &'static str| {
            let all = self.dossier.count(kind);
            let rest = self
                .dossier
                .all(kind)
                .filter(|record| !shown.contains(record));
            let counts = counted(rest.map(reason));
            let left: usize = counts.iter().map(|(count, _)| count).sum();
            let reasons: Vec<_> = counts
                .iter()
                .map(|(count, why)| format!("{count} {why}"))
                .collect();
            (left > 0).then(|| {
                let (plural, listed) = (capital(kind.plural()), all - left);
                format!("{plural}: {listed} of {all} listed; {}.", list(&reasons))
            })
        };
        let lines = [
            sentence(Kind::Event, &|record| self.event_left_out(record)),
            sentence(Kind::Agreement, &|record| self.agreement_left_out(record)),
            sentence(Kind::Observation, &|record| self.figure_left_out(record)),
            sentence(Kind::Quote, &|record| self.quote_left_out(record)),
            sentence(Kind::Claim, &|record| {
                if self.scope.has(record) {
                    "not a part of briefs"
                } else {
                    OUTSIDE
                }
            }),
        ];
        lines.into_iter().flatten().collect()
    }

    fn has_source(&self, evidence: &[Evidence]) -> bool {
        evidence
            .iter()
            .any(|e| self.dossier.source(&e.source).is_some())
    }

    fn event_left_out(&self, record: Ref) -> &'static str {
        let event = &self.dossier.events[record.at];
        if !self.scope.has(record) {
            return OUTSIDE;
        }
        if !self.scope.joins(event) {
            return match self.dossier.is_bilateral(event) {
                None if event.participants.is_empty() => "without participants",
                None => "not known to be between the two",
                Some(_) => NOT_OURS,
            };
        }
        if !self.has_source(event.evidence()) {
            return NO_SOURCE;
        }
        match event.status {
            EventStatus::Cancelled => "cancelled",
            EventStatus::Expected | EventStatus::Speculative => "only expected or spoken of",
            EventStatus::Ongoing => "still going on",
            EventStatus::Occurred if is_of(event, &MEETINGS) || is_of(event, &ACTS) => {
                "of other dates or part of what is listed"
            }
            EventStatus::Occurred => "of other kinds",
            _ => "further plans, or listed with their agreement",
        }
    }

    fn agreement_left_out(&self, record: Ref) -> &'static str {
        use AgreementStatus as S;
        let agreement = &self.dossier.agreements[record.at];
        if !self.scope.has(record) {
            return OUTSIDE;
        }
        if !self.scope.binds(agreement) {
            let unknown = agreement.parties.is_empty();
            return if unknown { "without parties" } else { NOT_OURS };
        }
        if !self.has_source(agreement.evidence()) {
            return NO_SOURCE;
        }
        match agreement.status {
            S::Expired | S::Terminated | S::Superseded | S::Unknown => "ended or of unknown status",
            S::Proposed | S::Speculative => "only proposed or spoken of",
            _ => "earlier",
        }
    }

    fn figure_left_out(&self, record: Ref) -> &'static str {
        let (series, figure) = self.dossier.observation(record.at);
        if !self.scope.has(record) {
            OUTSIDE
        } else if !self.scope.measures_both(series) && !self.scope.measures_one(series) {
            "of others than the two"
        } else if !self.has_source(figure.evidence()) {
            NO_SOURCE
        } else {
            "of other times or series"
        }
    }

    fn quote_left_out(&self, record: Ref) -> &'static str {
        if !self.scope.has(record) {
            return OUTSIDE;
        }
        let speaker = self.dossier.quotes.facets(record.at).speaker;
        let country = self
            .dossier
            .person(speaker)
            .and_then(|person| person.country);
        match country.and_then(|code| self.scope.side(code)) {
            Some(_) => "not chosen",
            None => "by speakers of neither side",
        }
    }
}

/// How often each reason occurs, the most frequent first.
fn counted(reasons: impl Iterator<Item = &'static str>) -> Vec<(usize, &'static str)> {
    let mut counts: Vec<(usize, &'static str)> = Vec::new();
    for reason in reasons {
        match counts.iter_mut().find(|(_, known)| *known == reason) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, reason)),
        }
    }
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    counts
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}
