//! The inbox, `proposed.jsonl` beside the dossier: what waits, and what was decided.

mod lines;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use serde::de::DeserializeOwned;

use self::lines::Unread;
use super::proposal::{Decision, News, Proposal};
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::{Dossier, Id, Kind, Person, Source, Typed};
use crate::load::{INBOX, Problem};
use crate::system::files::{self, ReadError};

/// The file beside the dossier.
pub const FILE: &str = INBOX;

/// Why the inbox cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The system refuses.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Every proposal, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Inbox {
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// The lines that are none.
    unread: Vec<Unread>,
    /// The text of the file that it was read from.
    old: Option<String>,
}

impl Inbox {
    /// Reads the inbox of the dossier in `folder`; an empty one where there is no file.
    ///
    /// # Errors
    /// When it cannot be read. A line that is no proposal is one of its [`Inbox::problems`].
    pub fn read(folder: &Path) -> Result<Self, InboxError> {
        let old = files::read(&folder.join(FILE))?;
        let (proposals, unread) = lines::parse(folder, old.as_deref().unwrap_or_default());
        Ok(Self {
            proposals,
            unread,
            old,
        })
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
            new: lines::text(&self.proposals, &self.unread)?,
        })
    }

    /// What is wrong with the lines that are no proposals.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.unread.iter().map(|one| &one.problem)
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
        let source = &proposal.anchor.source;
        let mut names = (1..).filter_map(|number| Id::new(&format!("{source}.{number}")).ok());
        let taken = self.names();
        let free = names.find(|id| !taken.has(id));
        let id = free.unwrap_or_else(|| proposal.id.clone());
        self.proposals.push(Proposal {
            id: id.clone(),
            ..proposal
        });
        id
    }

    /// The names that are taken, also that of a line that could not be read.
    pub(super) fn names(&self) -> Names<'_> {
        Names {
            ids: self.proposals.iter().map(|one| &one.id).collect(),
            unread: &self.unread,
        }
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

    /// The proposals of a kind that wait for a record of their own.
    pub(super) fn waiting(&self, kind: Kind) -> impl Iterator<Item = &Proposal> {
        let of_kind = move |one: &&Proposal| one.kind() == Some(kind);
        let new = |one: &&Proposal| one.goes_into().is_none();
        self.open().filter(of_kind).filter(new)
    }

    /// What repeats a record that waited and is not wanted is a record of its own again.
    pub(super) fn set_free(&mut self, rejected: &Id) {
        let repeats = |one: &&mut Proposal| one.is_open() && one.goes_into() == Some(rejected);
        for one in self.proposals.iter_mut().filter(repeats) {
            one.news = News::New;
            one.of = None;
            one.remark = None;
        }
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

/// The names of proposals.
pub(super) struct Names<'a> {
    ids: HashSet<&'a Id>,
    unread: &'a [Unread],
}

impl Names<'_> {
    pub(super) fn has(&self, id: &Id) -> bool {
        self.ids.contains(id) || self.unread.iter().any(|line| line.names(id.as_str()))
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
