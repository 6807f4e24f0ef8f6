//! Everything in a dossier that does not fit together.

use chrono::NaiveDate;

use super::finding::{Choice, Finding, stands_on};
use super::{
    agreements, anniversaries, conflict, dates, discontinuity, duplicates, evidence, impossible,
    mirror, offices, roles, speakers, spoken, status,
};
use crate::dossier::{Dossier, Kind, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::cell;
use crate::system::threads::each;

/// So many quotes are checked in several threads.
const MANY: usize = 50_000;

/// Everything in the dossier that does not fit together, the gravest first.
///
/// `as_of`: only records with a source that may have been published by that day count (a source
/// issued in `2023` may have been from its first day; one without a date always counts), and
/// agreements are held against that day. For none, everything counts, and agreements are held
/// against the last day on which the newest source can have been published.
pub fn findings(dossier: &Dossier, as_of: Option<NaiveDate>) -> Vec<Finding> {
    let known = AsOf::new(dossier, as_of);
    let rows = cell::compared(dossier, &known);
    let mut found = conflict::findings(dossier, &rows);
    found.extend(mirror::findings(dossier, &rows));
    found.extend(impossible::findings(dossier, &rows));
    found.extend(discontinuity::findings(dossier, &known, &rows));
    found.extend(of_records(dossier, &known));
    for finding in &mut found {
        finding.choice = choice(dossier, &known, finding);
    }
    found.sort_by(|a, b| {
        let kinds = b.severity.cmp(&a.severity).then(a.kind.cmp(&b.kind));
        kinds.then_with(|| a.statements.cmp(&b.statements))
    });
    found
}

/// What does not fit together in and between records.
fn of_records(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    const CHECKS: [fn(&Dossier, &AsOf<'_>) -> Vec<Finding>; 10] = [
        evidence::findings,
        offices::findings,
        roles::findings,
        speakers::findings,
        spoken::findings,
        status::findings,
        agreements::findings,
        anniversaries::findings,
        dates::findings,
        duplicates::findings,
    ];
    if dossier.quotes.len() < MANY {
        return CHECKS
            .iter()
            .flat_map(|check| check(dossier, known))
            .collect();
    }
    let found = each(CHECKS, |check| check(dossier, known));
    found.into_iter().flatten().collect()
}

pub(super) fn choice(dossier: &Dossier, known: &AsOf<'_>, finding: &Finding) -> Option<Choice> {
    let disputes = dossier.disputes.iter().enumerate();
    disputes
        .filter(|(_, dispute)| known.all(&dispute.evidence))
        .filter(|(at, _)| stands_on(dossier, *at, finding))
        .find_map(|(at, dispute)| {
            let resolution = dispute.resolution.as_ref()?;
            Some(Choice {
                dispute: Ref::new(Kind::Dispute, at),
                preferred: dossier.find(&resolution.preferred),
                why: resolution.why.to_string(),
            })
        })
}
