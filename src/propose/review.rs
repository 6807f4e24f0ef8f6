//! What a person decided, written at once: accepted records into the files of the dossier, the
//! decision into the inbox.
//!
//! The records are written first. A kill between the two leaves a proposal open whose record is in the
//! dossier: the next reading counts it as accepted ([`Inbox::of`]).

mod error;
mod lacking;
mod undo;

use std::path::Path;

use super::accept::accept;
use super::amend::{merge_with, set_record, set_speaker};
use super::inbox::{Inbox, record_id};
use super::proposal::{Decision, Proposal};
use crate::dossier::{Dossier, Id, Kind};
use crate::edit::draft::Draft;
use crate::load::{Problem, Severity};
use crate::system::files::{self, Change};
pub use error::ReviewError;
pub use lacking::Left;
pub use undo::{Undo, undo};

/// What is decided together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Accept these, and what they refer to.
    pub accept: Vec<Id>,
    /// Reject these.
    pub reject: Vec<Id>,
    /// Accept all open proposals of this rule that lack nothing.
    pub rule: Option<String>,
    /// Who speaks in the quotes of `accept`, whomever the text names.
    pub speaker: Option<Id>,
    /// The record that gets the passages of what is accepted, in the place of new records.
    pub merge: Option<Id>,
    /// Leave what has no speaker, if there is more to decide, and accept the rest.
    pub leave: bool,
}

/// What was written.
#[derive(Debug)]
pub struct Reviewed {
    /// What was accepted, in the order of the inbox, with the record that it became or was added to.
    pub accepted: Vec<(Id, Option<Id>)>,
    /// What was rejected.
    pub rejected: Vec<Id>,
    /// What was left, for it has no speaker.
    pub left: Vec<Left>,
    /// How many wait now.
    pub waiting: usize,
}

/// Decides, and writes it. Returns also what it takes to go back.
///
/// # Errors
/// When something cannot be decided so, or not written. The files are then as they were.
pub fn review(folder: &Path, review: &Review) -> Result<(Reviewed, Undo), ReviewError> {
    let draft = Draft::open(folder)?;
    let mut inbox = Inbox::of(folder, draft.dossier())?;
    if let Some(id) = review.reject.iter().find(|id| review.accept.contains(id)) {
        return Err(ReviewError::Both(id.clone()));
    }
    for id in &review.reject {
        reject(&mut inbox, draft.dossier(), id)?;
    }
    if let Some(rule) = &review.rule
        && !inbox.open().any(|one| one.rule.as_str() == rule)
    {
        return Err(ReviewError::NoRule(rule.clone()));
    }
    let all = to_accept(review, &inbox);
    prepare(review, draft.dossier(), &mut inbox, &all)?;
    let mut ids = all.clone();
    let left = if review.leave {
        lacking::leave(&draft, &inbox, &mut ids)
    } else {
        Vec::new()
    };
    // Where nothing else is decided, it is an error.
    let decided = !ids.is_empty() || !review.reject.is_empty();
    let ids = if decided { ids } else { all };
    let (mut reviewed, undo) = finish(folder, draft, inbox, &ids, &review.reject)?;
    reviewed.left = left;
    Ok((reviewed, undo))
}

/// Accepts a proposal that is in no inbox yet, with what it refers to there. Returns also what it takes
/// to go back.
///
/// # Errors
/// When its record is not sound, or cannot be written. The files are then as they were.
pub fn take(folder: &Path, proposal: Proposal) -> Result<(Reviewed, Undo), ReviewError> {
    let draft = Draft::open(folder)?;
    let mut inbox = Inbox::of(folder, draft.dossier())?;
    let id = inbox.add(proposal);
    finish(folder, draft, inbox, &[id], &[])
}

/// Accepts what is wanted, and writes all that was decided.
fn finish(
    folder: &Path,
    mut draft: Draft,
    mut inbox: Inbox,
    ids: &[Id],
    rejected: &[Id],
) -> Result<(Reviewed, Undo), ReviewError> {
    let accepted = accept(&mut draft, &mut inbox, ids)?;
    let changes = write(draft, inbox.change(folder)?)?;
    let decided = accepted.iter().chain(rejected).cloned().collect();
    let became = |id: Id| {
        let record = became(&inbox, &id);
        (id, record)
    };
    let reviewed = Reviewed {
        accepted: accepted.into_iter().map(became).collect(),
        rejected: rejected.to_vec(),
        left: Vec::new(),
        waiting: inbox.open().count(),
    };
    Ok((reviewed, Undo::new(changes, decided)))
}

/// Puts another record in the place of the one that is proposed. It still waits.
///
/// # Errors
/// When it is no record of that kind, or the inbox cannot be written.
pub fn revise(folder: &Path, id: &Id, record: &str) -> Result<Undo, ReviewError> {
    let draft = Draft::open(folder)?;
    let mut inbox = Inbox::of(folder, draft.dossier())?;
    set_record(&mut inbox, id, record)?;
    let change = inbox.change(folder)?;
    files::replace(std::slice::from_ref(&change))?;
    drop(draft);
    Ok(Undo::new(vec![change], vec![id.clone()]))
}

fn reject(inbox: &mut Inbox, dossier: &Dossier, id: &Id) -> Result<(), ReviewError> {
    match inbox.find(id) {
        None => Err(ReviewError::Unknown(id.clone())),
        Some(one) if one.decision == Some(Decision::Accepted) => {
            Err(ReviewError::InDossier(id.clone()))
        }
        Some(one) => {
            let record = record_id(one);
            inbox.decide(id, Decision::Rejected);
            if let Some(record) = record.filter(|record| dossier.find(record).is_none()) {
                inbox.set_free(&record);
            }
            Ok(())
        }
    }
}

/// What is to be accepted, each once.
fn to_accept(review: &Review, inbox: &Inbox) -> Vec<Id> {
    let rule = review.rule.as_deref();
    // What lacks something is left for its own decision.
    let by_rule = inbox
        .open()
        .filter(|one| Some(one.rule.as_str()) == rule && one.lacks.is_empty());
    let mut ids = review.accept.clone();
    for one in by_rule {
        if !ids.contains(&one.id) {
            ids.push(one.id.clone());
        }
    }
    ids
}

/// Fills in the speaker, and says which record gets the passages.
fn prepare(
    review: &Review,
    dossier: &Dossier,
    inbox: &mut Inbox,
    ids: &[Id],
) -> Result<(), ReviewError> {
    if let Some(speaker) = &review.speaker {
        give_speaker(&review.accept, dossier, inbox, speaker)?;
    }
    for id in ids {
        if let Some(of) = &review.merge {
            merge_with(inbox, id, of)?;
        }
    }
    Ok(())
}

/// Gives the quotes among `ids` their speaker; one of them has to be a quote.
fn give_speaker(
    ids: &[Id],
    dossier: &Dossier,
    inbox: &mut Inbox,
    speaker: &Id,
) -> Result<(), ReviewError> {
    let is_quote = |id: &&Id| {
        let one = inbox.find(id);
        one.is_none_or(|one| one.kind() == Some(Kind::Quote))
    };
    let quotes: Vec<&Id> = ids.iter().filter(is_quote).collect();
    if quotes.is_empty() {
        return Err(ReviewError::NoQuote);
    }
    for id in quotes {
        set_speaker(inbox, dossier, id, speaker)?;
    }
    Ok(())
}

/// Writes the records, then the inbox. Returns what was changed, in that order.
fn write(draft: Draft, inbox: Change) -> Result<Vec<Change>, ReviewError> {
    if draft.is_empty() {
        files::replace(std::slice::from_ref(&inbox))?;
        return Ok(vec![inbox]);
    }
    let plan = draft.plan()?;
    let is_error = |problem: &&Problem| problem.severity == Severity::Error;
    let problems: Vec<Problem> = plan.problems().iter().filter(is_error).cloned().collect();
    if !problems.is_empty() {
        return Err(ReviewError::Problems(problems));
    }
    Ok(plan.write_with(vec![inbox])?)
}

/// The record that a proposal became, or was added to.
fn became(inbox: &Inbox, id: &Id) -> Option<Id> {
    let one = inbox.find(id)?;
    let old = one.goes_into().cloned();
    old.or_else(|| record_id(one))
}
