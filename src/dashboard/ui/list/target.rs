//! What the lines of lists are for.

use crate::dashboard::action::Action;
use crate::describe::page::Subject;
use crate::dossier::Id;

/// What a line of a list is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// To be read.
    Subject(Subject),
    /// To be done.
    Action(Action),
    /// To be copied.
    Copy(String),
    /// A proposal of the inbox.
    Proposal(Id),
    /// A record that gets the passage of the selected proposal.
    Merge(Id),
    /// Somebody who said what the selected proposal quotes.
    Speaker(Id),
    /// A sentence of the text, by its place.
    Sentence(usize),
    /// A group of a panel, by its name.
    Group(String),
}

impl Target {
    /// What Enter does with the line, in a word.
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Subject(_) | Self::Proposal(_) | Self::Sentence(_) | Self::Group(_) => "read",
            Self::Action(Action::WriteBrief(_)) => "write",
            Self::Action(_) => "run",
            Self::Copy(_) => "copy",
            Self::Merge(_) => "add passage",
            Self::Speaker(_) => "accept quote",
        }
    }
}
