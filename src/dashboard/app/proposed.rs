//! What waits in the inbox, as it was read, and decisions that are on their way to the disk.

use std::collections::HashMap;

use crate::dossier::{Id, Kind};
use crate::load::Problem;
use crate::propose::{Decision, Inbox, Proposal, called};

/// The inbox of the dossier, or why there is none.
#[derive(Clone, Debug)]
pub enum Waiting {
    /// There is none, or it cannot be read, for this reason.
    No(String),
    /// What was read.
    Open(Inbox),
}

impl Waiting {
    /// What is wrong with lines of the inbox.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        let inbox = match self {
            Self::No(_) => None,
            Self::Open(inbox) => Some(inbox),
        };
        inbox.into_iter().flat_map(Inbox::problems)
    }
}

/// What became of something that was asked of the inbox.
#[derive(Debug)]
pub enum Answered {
    /// It was written.
    Decided {
        /// Accepted, with the records that they became or were added to.
        accepted: Vec<(Id, Option<Id>)>,
        /// Rejected.
        rejected: Vec<Id>,
    },
    /// The last decision was taken back: these wait again.
    TakenBack(Vec<Id>),
    /// A record was captured by hand: its kind and its name.
    Captured(Kind, Id),
    /// This one has another record now.
    Revised(Id),
    /// Nothing was written.
    Failed {
        /// What was asked about.
        ids: Vec<Id>,
        /// Why.
        words: String,
    },
}

/// What the dashboard knows of the inbox.
pub(super) struct Proposed {
    waiting: Waiting,
    is_read: bool,
    /// Decisions since it was read; none for one that was taken back.
    decided: HashMap<Id, Option<Decision>>,
    /// How many decisions of this session can be taken back.
    pub(super) done: usize,
    /// Is it to be opened when it has been read?
    pub(super) wanted: bool,
}

impl Default for Proposed {
    fn default() -> Self {
        Self {
            waiting: Waiting::No("the inbox is still being read".to_owned()),
            is_read: false,
            decided: HashMap::new(),
            done: 0,
            wanted: false,
        }
    }
}

impl Proposed {
    /// It was read. What was decided since stays until the file says the same.
    pub(super) fn read(&mut self, waiting: Waiting) {
        if let Waiting::Open(inbox) = &waiting {
            let is_behind = |id: &Id, decided: &mut Option<Decision>| {
                let one = inbox.find(id);
                one.is_some_and(|one| one.decision != *decided)
            };
            self.decided.retain(is_behind);
        }
        self.waiting = waiting;
        self.is_read = true;
    }

    /// Has it been looked for?
    pub(super) fn is_read(&self) -> bool {
        self.is_read
    }

    /// Why there is no inbox.
    pub(super) fn why_not(&self) -> Option<&str> {
        match &self.waiting {
            Waiting::No(words) => Some(words),
            Waiting::Open(_) => None,
        }
    }

    /// All that was read.
    pub(super) fn inbox(&self) -> Option<&Inbox> {
        match &self.waiting {
            Waiting::No(_) => None,
            Waiting::Open(inbox) => Some(inbox),
        }
    }

    fn all(&self) -> &[Proposal] {
        self.inbox().map_or(&[], |inbox| &inbox.proposals)
    }

    fn decision(&self, one: &Proposal) -> Option<Decision> {
        let since = self.decided.get(&one.id).copied();
        since.unwrap_or(one.decision)
    }

    /// Those that wait, in the order in which they came.
    pub(super) fn open(&self) -> impl Iterator<Item = &Proposal> {
        let all = self.all().iter();
        all.filter(|one| self.decision(one).is_none())
    }

    /// One of those that were read.
    pub(super) fn find(&self, id: &Id) -> Option<&Proposal> {
        self.inbox()?.find(id)
    }

    /// What the record of that name is called, if it is proposed.
    pub(super) fn called(&self, id: &Id) -> Option<String> {
        called(self.all(), id)
    }

    /// Was a proposal of this rule rejected?
    pub(super) fn has_rejected(&self, rule: &str) -> bool {
        let mut all = self.all().iter().filter(|one| one.rule.as_str() == rule);
        all.any(|one| self.decision(one) == Some(Decision::Rejected))
    }

    /// A decision that the file does not have yet.
    pub(super) fn decide<'a>(
        &mut self,
        ids: impl IntoIterator<Item = &'a Id>,
        decision: Option<Decision>,
    ) {
        let ids = ids.into_iter().cloned();
        self.decided.extend(ids.map(|id| (id, decision)));
    }

    /// Nothing came of a decision: what the file says holds.
    pub(super) fn forget(&mut self, ids: &[Id]) {
        self.decided.retain(|id, _| !ids.contains(id));
    }
}
