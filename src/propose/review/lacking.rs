//! Proposals that cannot be accepted yet: they have no speaker, or refer to one that has none.

use std::collections::HashMap;

use crate::dossier::Id;
use crate::edit::draft::Draft;
use crate::propose::accept::{AcceptError, needs, references};
use crate::propose::inbox::Inbox;

/// A proposal that was left where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which.
    pub id: Id,
    /// The one that has no speaker: itself, or one that it refers to.
    pub of: Id,
}

/// Takes out of `ids` what cannot be accepted yet.
pub(super) fn leave(draft: &Draft, inbox: &Inbox, ids: &mut Vec<Id>) -> Vec<Left> {
    let lacking = lacking(draft, inbox);
    let mut left = Vec::new();
    ids.retain(|id| {
        let Some(of) = lacking.get(id) else {
            return true;
        };
        let (id, of) = (id.clone(), of.clone());
        left.push(Left { id, of });
        false
    });
    left
}

/// What cannot be accepted yet, each with the proposal that has no speaker.
fn lacking(draft: &Draft, inbox: &Inbox) -> HashMap<Id, Id> {
    let proposed = inbox.ids();
    let mut found: HashMap<Id, Id> = HashMap::new();
    let mut queue = Vec::new();
    // By the place of a proposal, those that need it.
    let mut needed_by: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, one) in inbox.proposals.iter().enumerate() {
        if !one.is_open() {
            continue;
        }
        if let Err(AcceptError::Lacks { .. }) = references(one) {
            found.insert(one.id.clone(), one.id.clone());
            queue.push(at);
            continue;
        }
        // What is wrong with its record is told when it is accepted.
        for to in needs(one).unwrap_or_default() {
            if let Some(needed) = proposed.get(&to).filter(|_| !draft.has(&to)) {
                needed_by.entry(*needed).or_default().push(at);
            }
        }
    }
    while let Some(at) = queue.pop() {
        let of = found[&inbox.proposals[at].id].clone();
        for next in needed_by.remove(&at).unwrap_or_default() {
            let id = &inbox.proposals[next].id;
            if !found.contains_key(id) {
                found.insert(id.clone(), of.clone());
                queue.push(next);
            }
        }
    }
    found
}
