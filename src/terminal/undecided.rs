//! Why something that was asked of the inbox was not done.

use std::io;
use std::path::{Path, PathBuf};

use crate::propose::review::ReviewError;
use crate::system::files::{ReadError, WriteError};
use crate::system::path::shown;

/// A file of the dossier folder: the whole path may be longer than the screen is wide.
fn name(path: &Path) -> String {
    shown(Path::new(path.file_name().unwrap_or_default()))
}

/// Why there is no inbox.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoInbox {
    /// It is compiled in.
    #[error(
        "the built-in dossier has no inbox: `bilat export folder -o DIR` makes a copy, `bilat draft ARTICLE --into DIR` fills its inbox"
    )]
    BuiltIn,
    /// It is one document, perhaps piped in.
    #[error("one document has no inbox: `bilat export folder FILE -o DIR` makes a folder of it")]
    Document,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Undecided {
    /// There is no inbox.
    #[error(transparent)]
    NoInbox(#[from] NoInbox),
    /// It cannot be decided so, or not be written.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// There is nothing to take back.
    #[error("nothing was decided since bilat was started")]
    Nothing,
    /// The last decision cannot be taken back.
    #[error("not taken back")]
    Undo(#[source] ReviewError),
    /// The thread that was to write it could not be started, or has panicked.
    #[error("the decision could not be written")]
    Lost,
    /// No file can be made to be edited.
    #[error("cannot make a file to edit")]
    NoSheet(#[source] io::Error),
    /// The file to be edited cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The file that was edited cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It was removed.
    #[error("{} is gone", name(.0))]
    Gone(PathBuf),
    /// It was closed as it was.
    #[error("nothing was changed")]
    Unchanged,
    /// It is as it was, and the editor may still have it open.
    #[error("unchanged so far; kept in the dossier folder as {}", name(.0))]
    PerhapsOpen(PathBuf),
    /// It is no record of that kind.
    #[error("kept in the dossier folder as {}", name(.path))]
    Edited {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: ReviewError,
    },
}
