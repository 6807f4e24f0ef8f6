//! What is contested: computed findings and stored disputes in one list.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::finding::{Finding, Severity, Standing, stands_on};
use super::findings::findings;
use crate::dossier::dispute::{DisputeKind, Weight};
use crate::dossier::{Dispute, Dossier, Kind, Ref};
use crate::figures::as_of::AsOf;

/// One thing that is contested. Findings and a dispute that stand on the same records are one.
#[derive(Clone, Debug)]
pub struct Contested {
    /// What it means for its records: the most of what was computed and what is stored.
    pub standing: Standing,
    /// How serious it is: the weight that the compiler gives a dispute on it, or else the gravest of
    /// what was computed and what is stored.
    pub severity: Severity,
    /// What disagrees, in one line: in the words of the dispute, where there is one.
    pub title: String,
    /// What was computed, the gravest first; as serious as all of it is.
    pub findings: Vec<Finding>,
    /// What the dossier stores.
    pub disputes: Vec<Ref>,
}

impl Contested {
    /// The records that it contests, each once: those of the smallest sets of the findings, then those
    /// that a stored dispute is between. What is merely mentioned is not contested.
    pub fn records(&self, dossier: &Dossier) -> Vec<Ref> {
        let computed = self.findings.iter().flat_map(Finding::contested);
        let stored = self.disputes.iter().flat_map(|dispute| {
            let between = dossier.disputes[dispute.at].between.iter();
            let ids = between.filter_map(|actor| actor.id());
            ids.filter_map(|id| dossier.find(id)).collect::<Vec<_>>()
        });
        let mut known = HashSet::new();
        let mut records: Vec<Ref> = computed.chain(stored).collect();
        records.retain(|record| known.insert(*record));
        records
    }

    /// What it is called where `record` is looked at: the titles of the disputes that the record is party to,
    /// if there are several, or else its own.
    pub fn titles<'a>(&'a self, dossier: &'a Dossier, record: Ref) -> Vec<&'a str> {
        let id = dossier.id(record);
        let disputes = self.disputes.iter().map(|at| &dossier.disputes[at.at]);
        let is_party = |dispute: &&Dispute| {
            let mut between = dispute.between.iter();
            between.any(|actor| actor.id() == Some(&id))
        };
        let titles: Vec<_> = disputes
            .filter(is_party)
            .map(|one| one.title.as_str())
            .collect();
        if titles.len() > 1 {
            titles
        } else {
            vec![&self.title]
        }
    }

    /// Its records, and the disputes that are stored on them: what a search or a lens finds it by.
    pub fn found_by(&self, dossier: &Dossier) -> Vec<Ref> {
        let mut records = self.records(dossier);
        records.extend(&self.disputes);
        records
    }
}

/// Everything that is contested, the gravest first; what was computed comes before what is only
/// stored. `as_of` as in [`findings`]; a dispute counts once all of its passages do.
pub fn contested(dossier: &Dossier, as_of: Option<NaiveDate>) -> Vec<Contested> {
    let known = AsOf::new(dossier, as_of);
    let mut all: Vec<Contested> = Vec::new();
    // The place of every set of two or more records: what contradicts each other in two ways is told once.
    let mut sets: HashMap<Vec<Ref>, usize> = HashMap::new();
    for finding in findings(dossier, as_of) {
        let set = finding.contested();
        let known = sets.get(&set).filter(|_| set.len() > 1);
        if let Some(one) = known.map(|at| &mut all[*at]) {
            one.standing = one.standing.max(finding.standing());
            one.findings.push(finding);
            continue;
        }
        sets.insert(set, all.len());
        all.push(Contested {
            standing: finding.standing(),
            severity: finding.severity,
            title: finding.title.clone(),
            findings: vec![finding],
            disputes: Vec::new(),
        });
    }
    for (at, dispute) in dossier.disputes.iter().enumerate() {
        if known.all(&dispute.evidence) {
            add(&mut all, dossier, at, dispute);
        }
    }
    for one in &mut all {
        let severity = one.severity;
        one.findings
            .iter_mut()
            .for_each(|finding| finding.severity = severity);
    }
    all.sort_by(|a, b| {
        let stored = |c: &Contested| c.findings.is_empty();
        let weight = |c: &Contested| (c.standing.is_doubt(), c.severity, c.standing);
        let by = weight(b).cmp(&weight(a));
        by.then_with(|| stored(a).cmp(&stored(b)))
    });
    all
}

/// Adds a stored dispute: to the findings on its records, which it joins into one, or by itself.
fn add(all: &mut Vec<Contested>, dossier: &Dossier, at: usize, dispute: &Dispute) {
    let record = Ref::new(Kind::Dispute, at);
    let mut joined = Contested {
        standing: standing(dispute.kind),
        severity: weight(dispute).unwrap_or_else(|| by_kind(dispute)),
        title: dispute.title.to_string(),
        findings: Vec::new(),
        disputes: vec![record],
    };
    let fits = |one: &Contested| one.findings.iter().any(|f| stands_on(dossier, at, f));
    while let Some(place) = all.iter().position(&fits) {
        let one = all.remove(place);
        joined.severity = joined.severity.max(one.severity);
        joined.standing = joined.standing.max(one.standing);
        joined.findings.extend(one.findings);
        joined.disputes.splice(0..0, one.disputes);
    }
    joined
        .findings
        .sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let stored = joined.disputes.iter();
    let weights = stored.filter_map(|record| weight(&dossier.disputes[record.at]));
    joined.severity = weights.max().unwrap_or(joined.severity);
    all.push(joined);
}

/// What a stored dispute means for the records that it is between.
fn standing(kind: DisputeKind) -> Standing {
    match kind {
        DisputeKind::Contradiction => Standing::Conflict,
        DisputeKind::Implausible => Standing::Query,
        DisputeKind::Ambiguity | DisputeKind::Missing | DisputeKind::Attribution => Standing::Open,
        DisputeKind::Terminology => Standing::Wording,
    }
}

/// How serious a stored dispute is, where the compiler says so.
fn weight(dispute: &Dispute) -> Option<Severity> {
    Some(match dispute.weight? {
        Weight::Note => Severity::Note,
        Weight::Minor => Severity::Minor,
        Weight::Major => Severity::Major,
        Weight::Grave => Severity::Grave,
    })
}

/// How serious a stored dispute is by its kind: most where statements cannot both be true, least where
/// it is about words or about what is only missing. One that the compiler has settled is worth
/// knowing.
fn by_kind(dispute: &Dispute) -> Severity {
    match dispute.kind {
        _ if dispute.resolution.is_some() => Severity::Note,
        DisputeKind::Contradiction | DisputeKind::Implausible => Severity::Major,
        DisputeKind::Ambiguity | DisputeKind::Attribution => Severity::Minor,
        DisputeKind::Terminology | DisputeKind::Missing => Severity::Note,
    }
}
