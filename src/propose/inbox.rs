//! The inbox, `proposed.jsonl` beside the dossier: what waits, and what was decided.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::proposal::{Decision, Proposal};
use crate::dossier::text::clean_line;
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::{Dossier, Id, Kind, Person, Source, Typed};
use crate::edit::write;
use crate::system::files::{self, ReadError};

/// The file beside the dossier.
pub const FILE: &str = "proposed.jsonl";

/// Why the inbox cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The system refuses.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A line is no proposal.
    #[error("{FILE}:{line}: {}; nothing was changed", clean_line(.fault))]
    Line {
        /// From 1.
        line: usize,
        /// What is wrong.
        fault: String,
    },
    /// It cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Every proposal, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Inbox {
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// The text of the file that it was read from.
    old: Option<String>,
}

impl Inbox {
    /// Reads the inbox of the dossier in `folder`; an empty one where there is no file.
    ///
    /// # Errors
    /// When it cannot be read, or a line is no proposal.
    pub fn read(folder: &Path) -> Result<Self, InboxError> {
        let old = files::read(&folder.join(FILE))?;
        let proposals = parse(old.as_deref().unwrap_or_default())?;
        Ok(Self { proposals, old })
    }

    /// The same of a dossier that was read: a proposal whose record is in it already counts as accepted.
    /// A kill between the two writes of a decision leaves such ones.
    ///
    /// # Errors
    /// As [`Inbox::read`].
    pub fn of(folder: &Path, dossier: &Dossier) -> Result<Self, InboxError> {
        let mut inbox = Self::read(folder)?;
        for one in inbox.proposals.iter_mut().filter(|one| one.is_open()) {
            if is_written(one, dossier) {
                one.decision = Some(Decision::Accepted);
            }
        }
        Ok(inbox)
    }

    /// What has to be written.
    ///
    /// # Errors
    /// When a proposal cannot be written as JSON.
    pub fn change(&self, folder: &Path) -> Result<files::Change, InboxError> {
        Ok(files::Change {
            path: folder.join(FILE),
            old: self.old.clone(),
            new: write::lines(&self.proposals)?,
        })
    }

    /// The proposal of that name.
    pub fn find(&self, id: &Id) -> Option<&Proposal> {
        self.proposals.iter().find(|one| one.id == *id)
    }

    /// Those that wait.
    pub fn open(&self) -> impl Iterator<Item = &Proposal> {
        self.proposals.iter().filter(|one| one.is_open())
    }

    /// Adds a proposal under a name that is free, `SOURCE.NUMBER`, and returns that.
    pub(super) fn add(&mut self, proposal: Proposal) -> Id {
        let ids: HashSet<&Id> = self.proposals.iter().map(|one| &one.id).collect();
        let source = &proposal.anchor.source;
        let mut names = (1..).filter_map(|number| Id::new(&format!("{source}.{number}")).ok());
        let free = names.find(|id| !ids.contains(id));
        let id = free.unwrap_or_else(|| proposal.id.clone());
        self.proposals.push(Proposal {
            id: id.clone(),
            ..proposal
        });
        id
    }

    /// The ids of all records that are proposed.
    pub fn record_ids(&self) -> HashSet<Id> {
        self.ids().into_keys().collect()
    }

    /// Decides on a proposal.
    pub fn decide(&mut self, id: &Id, decision: Decision) {
        let mut proposals = self.proposals.iter_mut();
        if let Some(one) = proposals.find(|one| one.id == *id) {
            one.decision = Some(decision);
        }
    }

    /// The sources that are proposed and were not rejected.
    pub fn sources(&self) -> Vec<Source> {
        self.records(Kind::Source)
    }

    /// The people that are proposed and were not rejected.
    pub fn people(&self) -> Vec<Person> {
        self.records(Kind::Person)
    }

    /// The records of a kind that were not rejected.
    pub(super) fn records<R: DeserializeOwned>(&self, kind: Kind) -> Vec<R> {
        let rejected = Some(Decision::Rejected);
        let proposals = self.proposals.iter();
        proposals
            .filter(|one| one.kind() == Some(kind) && one.decision != rejected)
            .filter_map(|one| serde_json::from_str(one.record.get()).ok())
            .collect()
    }

    /// The id of each proposed record, with the place of its proposal.
    pub(super) fn ids(&self) -> HashMap<Id, usize> {
        let each = self.proposals.iter().enumerate();
        each.filter_map(|(at, one)| Some((record_id(one)?, at)))
            .collect()
    }

    /// What makes a proposal the same as one that is there.
    pub(super) fn keys(&self) -> HashSet<(Id, u32, String, String)> {
        self.proposals.iter().map(Proposal::key).collect()
    }
}

/// Is what a proposal proposes in the dossier?
fn is_written(one: &Proposal, dossier: &Dossier) -> bool {
    let find = |id: &Id| {
        let found = dossier.find(id);
        found.filter(|found| Some(found.kind) == one.kind())
    };
    match one.goes_into() {
        Some(of) => {
            let found = find(of);
            found.is_some_and(|record| dossier.evidence(record).contains(&one.anchor))
        }
        None => record_id(one).is_some_and(|id| find(&id).is_some()),
    }
}

fn parse(text: &str) -> Result<Vec<Proposal>, InboxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            let fault = |fault: String| InboxError::Line {
                line: at + 1,
                fault,
            };
            let one: Proposal =
                serde_json::from_str(line).map_err(|error| fault(error.to_string()))?;
            if one.kind().is_none() {
                return Err(fault(format!("`{}` is not a kind of record", one.kind)));
            }
            Ok(one)
        })
        .collect()
}

/// The id of the record that is proposed; none where the record is not sound.
pub(super) fn record_id(one: &Proposal) -> Option<Id> {
    struct Named<'a>(&'a str);
    impl OfType for Named<'_> {
        type Output = Option<Id>;
        fn of<R: Typed>(self) -> Option<Id> {
            let record: R = serde_json::from_str(self.0).ok()?;
            Some(record.id().clone())
        }
    }
    of_kind(one.kind()?, Named(one.record.get()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_no_proposal_is_named() {
        let error = parse("\n{\"id\": 3}\n").expect_err("no proposal");
        assert!(
            error.to_string().starts_with("proposed.jsonl:2: "),
            "{error}"
        );
        assert!(parse("\n").is_ok_and(|all| all.is_empty()));
    }
}
