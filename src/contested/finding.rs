//! Findings: contradictions, with the arithmetic and the records of both sides.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::dossier::{Dossier, Kind, Ref};

/// What kind of disagreement was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Statements of one cell that cannot all be true.
    Conflict,
    /// Figures that were computed from others do not fit: exports and imports and their sum, the parts
    /// of a year.
    CrossCheck,
    /// A total over the amount per head is not the population that is printed.
    PerHead,
    /// Two reports of one flow, by the side that sends and the side that receives, are too far apart.
    MirrorGap,
    /// Neighbouring years an order of magnitude apart.
    Discontinuity,
    /// A figure that cannot be: a share of more than the whole, a fall by more than all.
    Impossible,
    /// A figure, its unit, its time or its flow is not in its own evidence.
    Evidence,
    /// A claim or a quote gives another figure than the series that it is about.
    Spoken,
    /// Words that two records give to two speakers, or an answer of somebody who was not asked.
    Speaker,
    /// Planned, signed or held, where the words tell otherwise.
    Status,
    /// Two titles of one person at one time, of which only one can be right.
    Titles,
    /// Two titles of one person at one time, both of which one person may hold.
    SeveralTitles,
    /// Two people in one office at one time.
    Holders,
    /// A quote from before or after its speaker held the role, or in a role that no source gives.
    RoleAtQuote,
    /// An anniversary that contradicts its founding date, or a meeting that is counted out of order.
    Anniversary,
    /// Dates of events and quotes in an order that cannot be.
    Dates,
    /// One event or agreement that is recorded twice.
    Duplicate,
    /// Dates of an agreement in an order that cannot be.
    AgreementDates,
    /// An agreement whose period has passed.
    Horizon,
}

impl FindingKind {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::CrossCheck => "cross-check",
            Self::PerHead => "per-head check",
            Self::MirrorGap => "mirror gap",
            Self::Discontinuity => "discontinuity",
            Self::Impossible => "impossible figure",
            Self::Evidence => "evidence",
            Self::Spoken => "spoken figure",
            Self::Speaker => "speaker",
            Self::Status => "status",
            Self::Titles => "titles",
            Self::SeveralTitles => "several titles",
            Self::Holders => "holders of an office",
            Self::RoleAtQuote => "role",
            Self::Anniversary => "anniversary",
            Self::Dates => "dates",
            Self::Duplicate => "duplicate",
            Self::AgreementDates => "dates of an agreement",
            Self::Horizon => "period passed",
        }
    }
}

/// What it means for a record that it is contested, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A period has passed.
    Reminder,
    /// Two names of one thing.
    Wording,
    /// The source is silent, or has two readings.
    Open,
    /// One statement against arithmetic, the calendar or itself.
    Query,
    /// Two or more statements cannot all be true.
    Conflict,
}

impl Standing {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Wording => "wording",
            Self::Open => "open",
            Self::Query => "query",
            Self::Conflict => "conflict",
        }
    }

    /// The sign beside a record.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Conflict => "≠",
            Self::Query => "?",
            Self::Open => "…",
            Self::Wording | Self::Reminder => "",
        }
    }

    /// Does it stand against writing a record down without a word?
    pub fn is_doubt(self) -> bool {
        self >= Self::Query
    }
}

/// How much hangs on it, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nobody need be wrong.
    Note,
    /// Figures less than a twentieth apart, which other rounding or another day may explain.
    Minor,
    /// One of the statements is wrong or is about something else.
    Major,
    /// Apart by the root of ten or more, so that an order of magnitude is in doubt.
    Grave,
}

impl Severity {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Grave => "grave",
        }
    }

    /// By the factor that rounding leaves at least; of two figures on either side of zero one is
    /// wrong.
    pub(super) fn of_factor(least: Option<f64>) -> Self {
        match least {
            Some(factor) if factor >= 10f64.sqrt() => Self::Grave,
            Some(factor) if factor < 1.05 => Self::Minor,
            _ => Self::Major,
        }
    }
}

/// Which side the compiler of the dossier follows, from a stored dispute. A finding keeps both
/// sides all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The dispute that says so.
    pub dispute: Ref,
    /// The record that is followed, where it is in the dossier.
    pub preferred: Option<Ref>,
    /// The compiler's reason.
    pub why: String,
}

/// Something that does not fit together.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What kind.
    pub kind: FindingKind,
    /// How much hangs on it.
    pub severity: Severity,
    /// What disagrees, in one line.
    pub title: String,
    /// Status, in a few words.
    pub verdict: String,
    /// The arithmetic or the reasoning, every step with its numbers.
    pub working: Vec<String>,
    /// The records of both sides.
    pub statements: Vec<Ref>,
    /// What else speaks of it: claims and quotes, figures of other years.
    pub context: Vec<Ref>,
    /// The smallest sets of records that cannot all be right.
    pub sets: Vec<Vec<Ref>>,
    /// The compiler's choice, if the dossier stores one.
    pub choice: Option<Choice>,
}

impl Finding {
    /// What it means for the records of its sets.
    pub fn standing(&self) -> Standing {
        use FindingKind as K;
        let is_spoken = |set: &Vec<Ref>| set.iter().any(|record| record.kind != Kind::Observation);
        match self.kind {
            K::Horizon => Standing::Reminder,
            K::SeveralTitles => Standing::Open,
            K::Discontinuity if self.sets.iter().any(is_spoken) => Standing::Conflict,
            K::Discontinuity
            | K::MirrorGap
            | K::PerHead
            | K::Impossible
            | K::Evidence
            | K::Titles
            | K::RoleAtQuote
            | K::Duplicate
            | K::Status => Standing::Query,
            _ if self.sets.iter().any(|set| set.len() > 1) => Standing::Conflict,
            _ => Standing::Query,
        }
    }

    /// With those of its quotes alone that are asked for, and how many the others are. With all where none is
    /// asked for: what was looked for is another of its records.
    pub fn narrowed(&self, is_asked: impl Fn(Ref) -> bool) -> (Self, usize) {
        let quotes = |record: &&Ref| record.kind == Kind::Quote;
        let all = self.statements.iter().filter(quotes);
        let asked: HashSet<Ref> = all.clone().copied().filter(|r| is_asked(*r)).collect();
        let others = all.count() - asked.len();
        if asked.is_empty() || others == 0 {
            return (self.clone(), 0);
        }
        let mut one = self.clone();
        let is_kept = |record: &Ref| record.kind != Kind::Quote || asked.contains(record);
        one.statements.retain(is_kept);
        one.sets.retain(|set| set.iter().all(is_kept));
        (one, others)
    }

    /// The records that it contests: those of its smallest sets.
    pub fn contested(&self) -> Vec<Ref> {
        let mut records: Vec<_> = self.sets.iter().flatten().copied().collect();
        records.sort();
        records.dedup();
        records
    }
}

/// Does the stored dispute stand on the records of the finding? It does when it is about what is
/// true (not about words, gaps or who spoke), and is between at least half of them; between two of
/// them at least, unless there is only one.
pub(super) fn stands_on(dossier: &Dossier, dispute: usize, finding: &Finding) -> bool {
    use crate::dossier::dispute::DisputeKind as D;
    let dispute = &dossier.disputes[dispute];
    let about_truth = matches!(
        dispute.kind,
        D::Contradiction | D::Implausible | D::Ambiguity
    );
    let between: Vec<_> = dispute
        .between
        .iter()
        .filter_map(|actor| actor.id())
        .filter_map(|id| dossier.find(id))
        .collect();
    let all = finding.statements.len();
    let shared = finding
        .statements
        .iter()
        .filter(|record| between.contains(record))
        .count();
    about_truth && shared > 0 && shared >= all.min(2) && shared * 2 >= all
}

/// `sets` without repetitions and without any that holds another: what is left are the smallest.
pub(super) fn smallest(mut sets: Vec<Vec<Ref>>) -> Vec<Vec<Ref>> {
    for set in &mut sets {
        set.sort();
        set.dedup();
    }
    sets.sort();
    sets.dedup();
    // A set can only hold those that begin with a record of it.
    let mut by_first: HashMap<Ref, Vec<&Vec<Ref>>> = HashMap::new();
    for set in &sets {
        if let Some(first) = set.first() {
            by_first.entry(*first).or_default().push(set);
        }
    }
    let holds = |set: &Vec<Ref>| {
        let parts = set
            .iter()
            .filter_map(|record| by_first.get(record))
            .flatten();
        parts
            .filter(|part| part.len() < set.len())
            .any(|part| part.iter().all(|record| set.contains(record)))
    };
    sets.iter().filter(|set| !holds(set)).cloned().collect()
}
