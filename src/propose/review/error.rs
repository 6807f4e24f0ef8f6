//! Why a decision is not written.

use crate::dossier::Id;
use crate::edit::draft::{OpenError, PlanError, WriteError};
use crate::load::Problem;
use crate::propose::accept::AcceptError;
use crate::propose::inbox::InboxError;
use crate::system::files::{LockError, ReplaceError};

/// Why a decision is not written. The files are as they were.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// The dossier cannot be added to.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The inbox cannot be read, or not be written as JSON.
    #[error(transparent)]
    Inbox(#[from] InboxError),
    /// A proposal cannot be accepted.
    #[error(transparent)]
    Accept(#[from] AcceptError),
    /// Nothing in the inbox is called that.
    #[error("no proposal is called `{0}`")]
    Unknown(Id),
    /// No proposal that waits was found by this rule.
    #[error("no proposal of the rule `{0}` waits")]
    NoRule(String),
    /// Two decisions on one proposal.
    #[error("`{0}` is both accepted and rejected: say one of the two")]
    Both(Id),
    /// A speaker for no quote.
    #[error("--speaker needs a quote: none is named by --accept")]
    NoQuote,
    /// It was accepted: its record is in the dossier.
    #[error("`{0}` is in the dossier: take it out of its file")]
    InDossier(Id),
    /// The dossier would have errors that it does not have.
    #[error("{}\nnothing was written", lines(.0))]
    Problems(Vec<Problem>),
    /// The new texts of the files cannot be worked out.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The records cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The inbox cannot be written.
    #[error(transparent)]
    Replace(#[from] ReplaceError),
    /// Another program writes there.
    #[error(transparent)]
    Lock(#[from] LockError),
}

fn lines(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
