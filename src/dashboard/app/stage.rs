//! How far reading has come, and what it has found.

use super::proposed::Waiting;
use crate::dossier::Id;
use crate::load::Problem;
use crate::verify::Texts;
use crate::workspace::Workspace;

/// A dossier, ready to be shown.
pub struct Content {
    /// Its records.
    pub workspace: Workspace,
    /// What is wrong with its files.
    pub problems: Vec<Problem>,
    /// The texts of its sources, as far as they are at hand.
    pub texts: Texts,
    /// What waits in its inbox.
    pub inbox: Waiting,
}

/// What goes on behind the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The dossier is opened.
    Opening,
    /// It is read: how many quotes were, and how many there are, about.
    Reading(usize, usize),
    /// Records are held against each other.
    Checking,
    /// The index of the quotes is built: how much of it is done, in percent.
    Indexing(usize),
}

impl Stage {
    /// In a few words, for the header.
    pub(super) fn words(self) -> String {
        match self {
            Self::Opening | Self::Reading(0, _) => "reading".to_owned(),
            Self::Reading(read, about) => format!("reading {read} of about {about} quotes"),
            Self::Checking => "checking".to_owned(),
            Self::Indexing(percent) => format!("indexing {percent} %"),
        }
    }
}

/// The record that a panel would select, and the one that it selects while that is out of view.
#[derive(Default)]
pub(super) struct PendingSelection {
    pub(super) requested: Option<Id>,
    pub(super) shown: Option<Id>,
}

/// What of a session waits until the records are there.
#[derive(Debug, Default)]
pub(super) struct Resumed {
    /// The lens, as it was typed.
    pub(super) lens: String,
    /// The date that they were seen as of, as it is written on the screen.
    pub(super) as_of: Option<String>,
}
