//! What speaks against a record, in the words of a citation: what it cannot be true together with, what
//! raises a doubt about it, and evidence to the contrary. A record that is in no conflict and no query
//! has no clause.

use super::line::{one_line, stopped};
use super::reference::short;
use super::sentence;
use crate::contested::{Contested, Contests, Finding, Standing};
use crate::dossier::evidence::Support;
use crate::dossier::{Dossier, Kind, Ref};

/// Records that a clause names; a reader looks the others up.
const NAMED: usize = 4;

/// A sentence for each.
pub(super) fn of(dossier: &Dossier, contests: &Contests, record: Ref) -> Vec<String> {
    let clauses = doubts(dossier, contests, record).into_iter();
    let clauses = clauses.map(|one| clause(dossier, one, record));
    let told = clauses.chain(against(dossier, record));
    told.map(|sentence| stopped(&one_line(&sentence))).collect()
}

/// The conflicts and queries that a record is in: of a series those of its figures too, of a figure
/// those of its series. A source is party to many, but they are about what it says.
pub(super) fn doubts<'a>(
    dossier: &Dossier,
    contests: &'a Contests,
    record: Ref,
) -> Vec<&'a Contested> {
    if matches!(record.kind, Kind::Source | Kind::Dispute) {
        return Vec::new();
    }
    let mut all = contests.of_all(dossier, record);
    if record.kind == Kind::Observation {
        let series = Ref::new(Kind::Series, dossier.series_of(record.at));
        all.extend(
            contests
                .of(series)
                .filter(|(one, _)| !one.disputes.is_empty()),
        );
    }
    all.sort_by_key(|(_, at)| *at);
    all.dedup_by_key(|(_, at)| *at);
    let all = all.into_iter().map(|(one, _)| one);
    all.filter(|one| one.standing.is_doubt()).collect()
}

/// "Contested (“Trade rises, yet its figures fall”): an untitled article gives …".
pub(super) fn clause(dossier: &Dossier, one: &Contested, record: Ref) -> String {
    let lead = match one.standing {
        Standing::Conflict => "Contested",
        _ => "Doubtful",
    };
    let mut clauses = vec![match one.disputes.first() {
        Some(dispute) => format!("{lead} (“{}”)", dossier.disputes[dispute.at].title),
        None => lead.to_owned(),
    }];
    let (rivals, more) = rivals(dossier, one, record);
    if !rivals.is_empty() {
        let mut told: Vec<_> = rivals.iter().map(|r| rival(dossier, *r, record)).collect();
        told.extend((more > 0).then(|| format!("and {more} more")));
        clauses.push(told.join("; "));
    } else if one.disputes.is_empty() {
        clauses.push(one.title.clone());
    }
    clauses.extend(computed(one, record));
    let disputes = one.disputes.iter();
    let mut choices = disputes.filter_map(|d| dossier.disputes[d.at].resolution.as_ref());
    let choice = choices.next().map(|choice| dossier.name(&choice.preferred));
    clauses.extend(choice.map(|name| format!("the dossier follows {name}")));
    clauses.join(": ")
}

/// The other records that it cannot be true together with, the nearest first, and how many more.
fn rivals(dossier: &Dossier, one: &Contested, record: Ref) -> (Vec<Ref>, usize) {
    let is_own = |other: &Ref| {
        *other == record
            || record.kind == Kind::Series
                && other.kind == Kind::Observation
                && dossier.series_of(other.at) == record.at
    };
    let sets = one.findings.iter().flat_map(|finding| &finding.sets);
    let mut sets: Vec<_> = sets.filter(|set| set.iter().any(is_own)).collect();
    sets.sort_by_key(|set| set.len());
    let computed = sets.into_iter().flatten().copied();
    let between = one.disputes.iter();
    let between = between.flat_map(|dispute| &dossier.disputes[dispute.at].between);
    let stored = between.filter_map(|actor| dossier.find(actor.id()?));
    let mut rivals: Vec<Ref> = Vec::new();
    for rival in computed.chain(stored) {
        if !is_own(&rival) && rival.kind != Kind::Source && !rivals.contains(&rival) {
            rivals.push(rival);
        }
    }
    let more = rivals.len().saturating_sub(NAMED);
    rivals.truncate(NAMED);
    (rivals, more)
}

/// The arithmetic, where it takes more than to read two figures.
fn computed(one: &Contested, record: Ref) -> Option<String> {
    let is_chain = |finding: &&Finding| {
        let mut sets = finding.sets.iter();
        sets.any(|set| set.len() > 2 && set.contains(&record))
    };
    let finding = one.findings.iter().find(is_chain)?;
    let steps = finding.working.iter();
    let mut steps = steps.filter(|step| step.contains(" = "));
    Some(format!("computed {}", steps.next()?))
}

/// Another record beside the cited one: who gives it, for when, and where.
fn rival(dossier: &Dossier, rival: Ref, record: Ref) -> String {
    let said = match rival.kind {
        Kind::Observation => {
            let (series, observation) = dossier.observation(rival.at);
            let beside =
                (record.kind == Kind::Observation).then(|| dossier.observation(record.at).0);
            sentence::figure(dossier, series, observation, beside)
        }
        Kind::Claim => sentence::of(dossier, rival),
        _ => dossier.title(rival),
    };
    let evidence = dossier.evidence(rival);
    let first = evidence.first();
    let source = first.and_then(|e| Some((dossier.source(&e.source)?, e.paragraph)));
    match source {
        Some((source, paragraph)) if said.starts_with(&short(dossier, source)) => {
            format!("{said} (¶{paragraph})")
        }
        Some((source, paragraph)) => format!("{said} ({}, ¶{paragraph})", short(dossier, source)),
        None => said,
    }
}

/// Evidence that says the contrary.
fn against(dossier: &Dossier, record: Ref) -> Option<String> {
    let evidence = dossier.evidence(record);
    let places = evidence
        .iter()
        .filter(|evidence| evidence.support == Support::Contradicts);
    let places: Vec<_> = places
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
