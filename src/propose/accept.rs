//! Accepted proposals into a draft of the dossier, each with what it refers to.

mod error;
mod taking;

use std::collections::BTreeSet;

use super::inbox::{Inbox, record_id};
use super::proposal::{Decision, Proposal};
use super::quotes::UNKNOWN;
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::{Id, Kind, Quote, Typed};
use crate::edit::draft::Draft;
pub use error::AcceptError;
pub(super) use error::read;
use taking::Taking;

/// Puts proposals and what they refer to into a draft, and marks them as accepted. Returns all that were
/// accepted, in the order of the inbox. Nothing is written.
///
/// # Errors
/// When one of them cannot be accepted; the inbox is then as it was.
pub fn accept(draft: &mut Draft, inbox: &mut Inbox, ids: &[Id]) -> Result<Vec<Id>, AcceptError> {
    let places = with_references(draft, inbox, ids)?;
    let all = places.iter().map(|at| &inbox.proposals[*at]);
    let mut taking = Taking::of(all.filter_map(record_id));
    for at in &places {
        taking.take(draft, &inbox.proposals[*at])?;
    }
    taking.finish(draft)?;
    let accepted: Vec<Id> = places
        .iter()
        .map(|at| inbox.proposals[*at].id.clone())
        .collect();
    for id in &accepted {
        inbox.decide(id, Decision::Accepted);
    }
    Ok(accepted)
}

/// The places of proposals, and of those that propose what they refer to.
fn with_references(
    draft: &Draft,
    inbox: &Inbox,
    ids: &[Id],
) -> Result<BTreeSet<usize>, AcceptError> {
    let proposed = inbox.ids();
    let mut places = BTreeSet::new();
    let mut queue = Vec::new();
    for id in ids {
        let at = inbox
            .proposals
            .iter()
            .position(|one| one.id == *id)
            .ok_or_else(|| AcceptError::Unknown(id.clone()))?;
        if !inbox.proposals[at].is_open() {
            return Err(AcceptError::Decided(id.clone()));
        }
        queue.push(at);
    }
    while let Some(at) = queue.pop() {
        if !places.insert(at) {
            continue;
        }
        let one = &inbox.proposals[at];
        let occasion = occasion(one)?;
        for to in references(one)? {
            if draft.has(&to) {
                continue;
            }
            let next = proposed
                .get(&to)
                .copied()
                .filter(|at| inbox.proposals[*at].is_open());
            // A quote does without a meeting that was rejected.
            if next.is_none() && occasion.as_ref() == Some(&to) {
                continue;
            }
            let refers = || AcceptError::Refers {
                id: one.id.clone(),
                to: to.clone(),
            };
            queue.push(next.ok_or_else(refers)?);
        }
    }
    Ok(places)
}

/// The records without which a proposal cannot be accepted.
pub(super) fn needs(one: &Proposal) -> Result<Vec<Id>, AcceptError> {
    let occasion = occasion(one)?;
    let mut ids = references(one)?;
    ids.retain(|id| Some(id) != occasion.as_ref());
    Ok(ids)
}

/// The event of a quote.
fn occasion(one: &Proposal) -> Result<Option<Id>, AcceptError> {
    match one.kind() {
        Some(Kind::Quote) => Ok(read::<Quote>(one)?.event),
        _ => Ok(None),
    }
}

/// Every record that a proposal refers to.
pub(super) fn references(one: &Proposal) -> Result<Vec<Id>, AcceptError> {
    struct References<'a>(&'a Proposal);
    impl OfType for References<'_> {
        type Output = Result<Vec<Id>, AcceptError>;
        fn of<R: Typed>(self) -> Self::Output {
            let record: R = read(self.0)?;
            let mut ids: Vec<Id> = self.0.series.iter().cloned().collect();
            let passages = record.all_evidence().into_iter();
            ids.extend(passages.map(|passage| passage.source.clone()));
            record.references(&mut |_, id| ids.push(id.clone()));
            Ok(ids)
        }
    }
    let kind = one.kind().unwrap_or(Kind::Claim);
    let mut ids = of_kind(kind, References(one))?;
    let merges = one.goes_into().is_some();
    if ids.iter().any(|id| id.as_str() == UNKNOWN) && kind == Kind::Quote && !merges {
        let id = one.id.clone();
        return Err(AcceptError::Lacks {
            id,
            field: "speaker",
        });
    }
    // A passage that is added to a record brings nothing else into the dossier but that record, where it waits.
    if let Some(of) = one.goes_into() {
        ids = vec![one.anchor.source.clone(), of.clone()];
    }
    Ok(ids)
}
