//! Why records cannot be added to a dossier.

use std::path::PathBuf;

use crate::dossier::kind::with_article;
use crate::dossier::{Id, Kind};
use crate::load::Problem;
use crate::system::files::{LockError, ReadError, ReplaceError};
use crate::system::path::shown;

/// Why a dossier cannot be added to at all.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Its folder cannot be held.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// Its head cannot be read from the disk.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A folder without a head.
    #[error("{} is not a dossier: there is no dossier.json in it", shown(.folder))]
    NotADossier {
        /// Which folder.
        folder: PathBuf,
    },
    /// A head that says nothing: nothing could be checked against it.
    #[error("{}\nnothing written; fix dossier.json first", lines(.problems))]
    BrokenHead {
        /// What is wrong with the dossier.
        problems: Vec<Problem>,
    },
}

/// Why one record cannot be added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Another record has its id.
    #[error("the id `{id}` is taken")]
    Taken {
        /// The id.
        id: Id,
    },
    /// There is nothing of that id to replace or to add to.
    #[error("no {} is called `{id}`", .kind.singular())]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// The id.
        id: Id,
    },
    /// It cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Why the new texts of the files cannot be worked out.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The head cannot be read from the disk.
    #[error(transparent)]
    Head(ReadError),
    /// A file cannot be read from the disk.
    #[error("nothing was written")]
    Read(#[source] ReadError),
    /// A file has a fault that hides what stands behind it.
    #[error("{0}\nnothing written; fix that file first")]
    BrokenFile(Problem),
    /// Records of this kind have no file of their own.
    #[error("{} has no file", with_article(.0.singular()))]
    NoFile(Kind),
    /// The text of a new file cannot be made.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Why what was planned is not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The dossier would have an error that it does not have.
    #[error("{0}\nnothing was written")]
    NewProblem(Problem),
    /// The files cannot be written.
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
