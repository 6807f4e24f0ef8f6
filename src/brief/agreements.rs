//! Agreements signed, in force and under way, each with those that it follows.

use super::words::{date, date_in_words, line, list, more, sentences};
use super::{Line, Making, Section};
use crate::dossier::agreement::AgreementStatus as Status;
use crate::dossier::{Actor, Agreement, Date, Id, Kind, Ref};

/// Lines of either list.
const SIGNED: usize = 10;
const UNDER_WAY: usize = 4;
/// Agreements that one is led back to.
const LINEAGE: usize = 4;

impl Making<'_> {
    /// Those that were signed or are in force.
    pub(super) fn agreements(&mut self) -> Option<Section> {
        let (lines, rest) = self.listed(SIGNED, |status| {
            matches!(status, Status::Signed | Status::InForce)
        });
        let others = self.others();
        let rest = match (more(rest, ["earlier one", "earlier ones"]), others) {
            (Some(rest), Some(others)) => Some(format!("{rest} {others}")),
            (rest, others) => rest.or(others),
        };
        Section::lines("Agreements signed and in force", lines, rest)
    }

    /// Those that are planned or under discussion, and what else is.
    pub(super) fn under_way(&mut self) -> Option<Section> {
        let (mut lines, rest) = self.listed(UNDER_WAY, |status| {
            matches!(status, Status::Planned | Status::UnderDiscussion)
        });
        let (plans, further) = self.plans();
        lines.extend(plans);
        Section::lines(
            "Under way",
            lines,
            more(rest + further, ["further plan", "further plans"]),
        )
    }

    /// Agreements between both sides with such a status, the latest first; and how many more there
    /// are than `most`.
    fn listed(&mut self, most: usize, has_status: impl Fn(Status) -> bool) -> (Vec<Line>, usize) {
        let dossier = self.dossier;
        let agreements = dossier.agreements.iter().enumerate();
        let of: Vec<_> = agreements
            .filter(|(at, agreement)| {
                let record = Ref::new(Kind::Agreement, *at);
                let ours = self.scope.binds(agreement) && self.scope.has(record);
                ours && has_status(agreement.status)
            })
            .collect();
        let followed = |(_, one): &(usize, &Agreement)| {
            let mut others = of.iter().filter(|(_, other)| other.id != one.id);
            others.any(|(_, other)| other.follows.contains(&one.id))
        };
        let mut heads: Vec<_> = of.iter().copied().filter(|one| !followed(one)).collect();
        heads.sort_by(|(_, a), (_, b)| match (a.date(), b.date()) {
            (Some(a), Some(b)) => b.sort(a),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        let rest = heads.len().saturating_sub(most);
        heads.truncate(most);
        let lines = heads
            .into_iter()
            .filter_map(|(at, one)| self.agreement(at, one));
        (lines.collect(), rest)
    }

    fn agreement(&mut self, at: usize, agreement: &Agreement) -> Option<Line> {
        let (before, followed) = self.lineage(agreement);
        let own = Ref::new(Kind::Agreement, at);
        let records: Vec<_> = [own].into_iter().chain(followed).collect();
        let evidence: Vec<_> = records
            .iter()
            .flat_map(|record| &self.dossier.agreements[record.at].evidence)
            .cloned()
            .collect();
        self.shown.extend(&records[1..]);
        let text = sentences(&[
            self.status(agreement),
            self.parties(agreement),
            self.period(agreement),
            self.counted(agreement),
            before,
        ]);
        let note = self.notes.cite(&evidence)?;
        let ids = self.ids(&records);
        self.shown.push(own);
        Some(Line::new(line(&agreement.title), text, note, ids))
    }

    /// "Between Rosatom and …", where others than the two states are the parties.
    fn parties(&self, agreement: &Agreement) -> String {
        let parties = agreement.parties.iter().map(|party| &party.party);
        let bodies = parties
            .clone()
            .any(|party| matches!(party, Actor::Record(_)));
        if !bodies {
            return String::new();
        }
        let names: Vec<_> = parties.map(|p| line(&self.dossier.actor(p))).collect();
        format!("Between {}", list(&names))
    }

    /// The period that it covers, and that it has passed where it has.
    fn period(&self, agreement: &Agreement) -> String {
        let ends = date_in_words(agreement.ends.as_ref()).map(|end| format!("It ends {end}"));
        let covers =
            date_in_words(agreement.horizon.as_ref()).map(|span| format!("It covers {span}"));
        let last = |date: Option<&Date>| date.and_then(Date::latest);
        let end = last(agreement.ends.as_ref()).or(last(agreement.horizon.as_ref()));
        let passed = matches!((end, self.today), (Some(end), Some(today)) if end < today);
        let term = covers.or(ends);
        match term {
            Some(term) if passed => {
                format!("{term}, which has passed; no end and no renewal is reported")
            }
            term => term.unwrap_or_default(),
        }
    }

    /// That the source only counts, and that two may be one.
    fn counted(&self, agreement: &Agreement) -> String {
        let mut parts = Vec::new();
        parts.extend(
            agreement
                .count
                .map(|count| format!("The source counts {count} of them")),
        );
        // Said once of two: where the other is told already, it has said so.
        let told_of = |id: &&Id| {
            let other = self.dossier.find(id);
            other.is_some_and(|other| self.shown.contains(&other))
        };
        let same = agreement.maybe_same_as.iter().filter(|id| !told_of(id));
        let names: Vec<_> = same
            .map(|id| format!("“{}”", line(&self.dossier.name(id))))
            .collect();
        if !names.is_empty() {
            parts.push(format!("It may be the same paper as {}", list(&names)));
        }
        sentences(&parts)
    }

    /// "It follows …, which follows …", and what it names.
    fn lineage(&self, agreement: &Agreement) -> (String, Vec<Ref>) {
        let mut steps = Vec::new();
        let mut told_of = Vec::new();
        let mut here = agreement;
        while steps.len() < LINEAGE && !here.follows.is_empty() {
            let found: Vec<_> = here
                .follows
                .iter()
                .filter_map(|id| self.dossier.find(id))
                .filter(|r| r.kind == Kind::Agreement)
                .collect();
            let names: Vec<_> = found
                .iter()
                .map(|record| {
                    let before = &self.dossier.agreements[record.at];
                    let when = date_in_words(before.date()).map(|date| format!(" ({date})"));
                    format!(
                        "the {}{}",
                        lower(&line(&before.title)),
                        when.unwrap_or_default()
                    )
                })
                .collect();
            let Some(first) = found.first() else { break };
            steps.push(list(&names));
            told_of.extend(found.iter().copied());
            here = &self.dossier.agreements[first.at];
        }
        if steps.is_empty() {
            return (String::new(), told_of);
        }
        (
            format!("It follows {}", steps.join(", which follows ")),
            told_of,
        )
    }

    /// How many agreements between the sides have another status, and how many are with others.
    fn others(&self) -> Option<String> {
        let ours = |a: &&Agreement| self.scope.binds(a);
        let all = || {
            let records = self.dossier.all(Kind::Agreement);
            let ours = records.filter(|record| self.scope.has(*record));
            ours.map(|record| &self.dossier.agreements[record.at])
        };
        let past = all().filter(ours).filter(|a| {
            use Status::{Expired, Superseded, Terminated, Unknown};
            matches!(a.status, Expired | Superseded | Terminated | Unknown)
        });
        let others = || all().filter(|a| !ours(a));
        let is_bare = |a: &&Agreement| a.parties.is_empty();
        let counts = [
            (past.count(), "ended or of unknown standing"),
            (
                others().filter(is_bare).count(),
                "whose parties are not known",
            ),
            (
                others().filter(|a| !is_bare(a)).count(),
                "that are not between the two",
            ),
        ];
        let parts: Vec<_> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        (!parts.is_empty()).then(|| format!("Not listed: {}.", list(&parts)))
    }
}

impl Making<'_> {
    /// Status, and where it has no date of its own, as of when that was told. A signature is
    /// not an entry into force, and what is not reported is not claimed.
    fn status(&self, agreement: &Agreement) -> String {
        let signed = date_in_words(agreement.signed.as_ref()).map(|date| format!("Signed {date}"));
        let force = date_in_words(agreement.entry_into_force());
        match (agreement.status, signed, force) {
            (Status::InForce, None, Some(force)) => format!("In force since {force}"),
            (Status::InForce, Some(signed), Some(force)) => {
                format!("{signed}; in force since {force}")
            }
            (Status::InForce, Some(signed), None) => format!("{signed}; in force"),
            (Status::InForce, None, None) => {
                format!(
                    "In force{}; since when is not reported",
                    self.as_told(agreement)
                )
            }
            (Status::Signed, signed, Some(force)) => {
                format!(
                    "{}; in force from {force}",
                    signed.unwrap_or("Signed".to_owned())
                )
            }
            (Status::Signed, Some(signed), None) => {
                format!("{signed}; not reported to be in force")
            }
            (Status::Signed, None, None) => format!("Signed{}", self.as_told(agreement)),
            (Status::UnderDiscussion, ..) => format!("Under discussion{}", self.as_told(agreement)),
            (Status::Planned, Some(_), _) => {
                let when = agreement.signed.as_ref().map(date).unwrap_or_default();
                format!("Planned for {when}")
            }
            (Status::Planned, None, _) => format!("Planned{}", self.as_told(agreement)),
            (other, ..) => other.word().replace('-', " "),
        }
    }

    /// The date of the event that it belongs to.
    fn as_told(&self, agreement: &Agreement) -> String {
        let mut events = self.dossier.events.iter().filter(|event| {
            agreement.event.as_ref() == Some(&event.id) || event.agreements.contains(&agreement.id)
        });
        let when = events.find_map(|event| date_in_words(event.date.as_ref()));
        when.map(|when| format!(", as of {when}"))
            .unwrap_or_default()
    }
}

/// With a small letter at the start, unless it begins with a name: a capital inside the first word,
/// or nothing but capitals.
fn lower(title: &str) -> String {
    let first = title.split(' ').next().unwrap_or_default();
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    let common = [
        "Roadmap",
        "Memorandum",
        "Agreement",
        "Treaty",
        "Protocol",
        "Plan",
        "Programme",
        "Strategic",
    ];
    if capitals == 1 && common.contains(&first) {
        return title.replacen(first, &first.to_lowercase(), 1);
    }
    title.to_owned()
}
