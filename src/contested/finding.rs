//! Findings: what does not fit together, with the arithmetic and the records of both sides.

use serde::Serialize;

use crate::dossier::{Dossier, Ref};

/// What kind of disagreement was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Statements of one cell that cannot all be true.
    Conflict,
    /// A total, the amount per head and the population do not fit together.
    CrossCheck,
    /// Neighbouring years an order of magnitude apart.
    Jump,
    /// A figure, its unit, its time or its flow does not stand in its own evidence.
    Anchor,
    /// Two titles of one person at one time.
    Titles,
    /// A quote from before or after its speaker held the role.
    RoleAtQuote,
    /// An anniversary that contradicts its founding date.
    Anniversary,
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
            Self::Jump => "jump",
            Self::Anchor => "evidence",
            Self::Titles => "titles",
            Self::RoleAtQuote => "role",
            Self::Anniversary => "anniversary",
            Self::AgreementDates => "dates",
            Self::Horizon => "period passed",
        }
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
    /// How it stands, in a few words.
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
    let between = dispute.between.iter().filter_map(|actor| actor.id());
    let between: Vec<_> = between.filter_map(|id| dossier.find(id)).collect();
    let all = finding.statements.len();
    let shared = finding.statements.iter();
    let shared = shared.filter(|record| between.contains(record)).count();
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
    let holds = |set: &Vec<Ref>, part: &Vec<Ref>| {
        set != part && part.iter().all(|record| set.contains(record))
    };
    let kept = sets.iter();
    kept.filter(|set| !sets.iter().any(|part| holds(set, part)))
        .cloned()
        .collect()
}
