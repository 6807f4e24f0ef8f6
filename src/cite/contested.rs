//! What speaks against a record, in the words of a citation: what it cannot be true together with, what
//! raises a doubt about it, and evidence to the contrary. A record that is in no conflict and no query
//! has no clause.

use super::line::{one_line, stopped};
use super::reference::short;
use super::{rivals, titles};
use crate::contested::{Contested, Contests, Finding, FindingKind, Standing};
use crate::dossier::evidence::Support;
use crate::dossier::{Dossier, Kind, Ref};

/// A sentence for each.
pub(super) fn of(dossier: &Dossier, contests: &Contests, record: Ref) -> Vec<String> {
    let clauses = doubts(dossier, contests, record)
        .into_iter()
        .map(|one| clause(dossier, one, record));
    clauses
        .chain(against(dossier, record))
        .map(|sentence| stopped(&one_line(&sentence)))
        .collect()
}

/// The conflicts and queries that a record is in.
pub(super) fn doubts<'a>(
    dossier: &Dossier,
    contests: &'a Contests,
    record: Ref,
) -> Vec<&'a Contested> {
    let places = doubt_places(dossier, contests, record).into_iter();
    places.map(|at| &contests.all[at]).collect()
}

/// The same as places among all that is contested: of a series those of its figures too, of a figure those of
/// its series; of a quote those of the title that it gives to its speaker. A source is party to many, but they
/// are about what it says.
pub fn doubt_places(dossier: &Dossier, contests: &Contests, record: Ref) -> Vec<usize> {
    if matches!(record.kind, Kind::Source | Kind::Dispute) {
        return Vec::new();
    }
    let all = all(dossier, contests, record).into_iter();
    let doubts = all.filter(|(one, _)| one.standing.is_doubt());
    doubts.map(|(_, at)| at).collect()
}

/// All that contests a record, with its places, each once: of a series what contests its figures too, of a
/// figure what is recorded of its series; of a quote what contests the title that it gives to its speaker.
pub(super) fn all<'a>(
    dossier: &Dossier,
    contests: &'a Contests,
    record: Ref,
) -> Vec<(&'a Contested, usize)> {
    let mut all = contests.of_all(dossier, record);
    if record.kind == Kind::Observation {
        let series = Ref::new(Kind::Series, dossier.series_of(record.at));
        all.extend(
            contests
                .of(series)
                .filter(|(one, _)| !one.disputes.is_empty()),
        );
    }
    if record.kind == Kind::Quote {
        all.extend(titles::of_quote(dossier, contests, record.at));
    }
    all.sort_by_key(|(_, at)| *at);
    all.dedup_by_key(|(_, at)| *at);
    all
}

/// The questions that are open on a record: its source is silent there, or has two readings.
pub(super) fn open(dossier: &Dossier, contests: &Contests, record: Ref) -> Vec<String> {
    let open = contests
        .of(record)
        .filter(|(one, _)| one.standing == Standing::Open);
    let clauses = open.map(|(one, _)| clause(dossier, one, record));
    clauses.map(|clause| stopped(&one_line(&clause))).collect()
}

/// "Contested (“Trade rises, yet its figures fall”): an untitled article gives …".
pub(super) fn clause(dossier: &Dossier, one: &Contested, record: Ref) -> String {
    let lead = match one.standing {
        Standing::Conflict => "Contested",
        Standing::Query => "Doubtful",
        _ => "Open question",
    };
    let head = if one.disputes.is_empty() {
        lead.to_owned()
    } else {
        let titles = one.titles(dossier, record).into_iter();
        let titles: Vec<_> = titles.map(|title| format!("“{title}”")).collect();
        format!("{lead} ({})", titles.join(", "))
    };
    let mut parts = against_it(dossier, one, record);
    parts.extend(computed(one, record));
    let disputes = one.disputes.iter();
    let mut choices = disputes.filter_map(|d| dossier.disputes[d.at].resolution.as_ref());
    let choice = choices.next().map(|choice| dossier.name(&choice.preferred));
    parts.extend(choice.map(|name| format!("the dossier follows {name}")));
    format!("{head}: {}", parts.join("; "))
}

/// Who gives which title; or what contradicts the record; or else why it is doubtful.
fn against_it(dossier: &Dossier, one: &Contested, record: Ref) -> Vec<String> {
    if let Some(titles) = titles::describe(dossier, one) {
        return vec![titles];
    }
    if one.standing.is_doubt() {
        let mut all = itself(one, record);
        all.extend(rivals::describe(dossier, one, record));
        if !all.is_empty() {
            return all;
        }
    }
    vec![match one.disputes.first() {
        Some(dispute) => {
            let why = &dossier.disputes[dispute.at].explanation;
            why.trim_end().trim_end_matches('.').to_owned()
        }
        None => one.title.clone(),
    }]
}

/// What is wrong with a record whatever others say: somebody acts outside the time of a role, or a quote is
/// of a time at which it cannot have been said.
fn itself(one: &Contested, record: Ref) -> Vec<String> {
    let wrong = one.findings.iter().filter_map(|finding| {
        let mut sets = finding.sets.iter().filter(|set| set.contains(&record));
        let set = sets.next()?;
        match finding.kind {
            FindingKind::RoleAtQuote if set.len() > 1 => Some(finding.title.clone()),
            FindingKind::Dates if record.kind == Kind::Quote && set.len() == 1 => {
                finding.working.first().cloned()
            }
            _ => None,
        }
    });
    wrong.collect()
}

/// The arithmetic, where it takes more than to read two figures.
fn computed(one: &Contested, record: Ref) -> Option<String> {
    let is_chain = |finding: &&Finding| {
        let mut sets = finding.sets.iter();
        sets.any(|set| set.len() > 2 && set.contains(&record))
    };
    let finding = one.findings.iter().find(is_chain)?;
    let mut steps = finding.working.iter().filter(|step| step.contains(" = "));
    Some(format!("computed {}", steps.next()?))
}

/// Evidence that says the contrary.
fn against(dossier: &Dossier, record: Ref) -> Option<String> {
    let evidence = dossier.evidence(record);
    let places: Vec<_> = evidence
        .iter()
        .filter(|evidence| evidence.support == Support::Contradicts)
        .filter_map(|e| {
            Some(format!(
                "{}, ¶{}",
                short(dossier, dossier.source(&e.source)?),
                e.paragraph
            ))
        })
        .collect();
    (!places.is_empty()).then(|| format!("Contradicted by {}", places.join("; ")))
}
