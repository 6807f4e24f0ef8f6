//! What can go wrong with the files of a person.

use std::io;
use std::path::{Path, PathBuf};

use crate::system::path::shown;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system refuses, or it is not UTF-8.
    #[error("cannot read {}", shown(.path))]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder, a pipe, a device.
    #[error("{} is not a regular file", shown(.path))]
    NotRegular {
        /// What was to be read.
        path: PathBuf,
    },
    /// More than is read.
    #[error("{} has more than the {} MB that are read", shown(.path), .limit / 1_000_000)]
    TooLarge {
        /// Which file.
        path: PathBuf,
        /// In bytes.
        limit: u64,
    },
}

/// Why a file cannot be written. It is as it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It cannot be looked at, or cannot take its name.
    #[error("cannot write {}", shown(.path))]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Its text cannot be put on the disk.
    #[error("cannot write {}; nothing was written", shown(.path))]
    Stage {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A symbolic link without a target.
    #[error("{} is a symbolic link that leads nowhere", shown(.path))]
    DeadLink {
        /// The link.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder, a pipe, a device.
    #[error("{} is not a regular file; nothing was written", shown(.path))]
    NotRegular {
        /// What was to be written.
        path: PathBuf,
    },
}

/// Why changes of several files were not carried out.
#[derive(Debug, thiserror::Error)]
pub enum ReplaceError {
    /// What is there now cannot be compared with what was read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// One of the new texts cannot be put on the disk.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A file is not what was read.
    #[error("{} was changed by someone else meanwhile; nothing was written", shown(.path))]
    Changed {
        /// Which file.
        path: PathBuf,
    },
    /// One could not take its name, and those before it were put back.
    #[error("nothing was written")]
    TakenBack {
        /// The fault of that one.
        source: WriteError,
    },
    /// One could not take its name, and some before it could not be put back.
    #[error(
        "{}: the new text is in place and could not be reverted",
        listed(.paths)
    )]
    NotTakenBack {
        /// Those that hold their new text.
        paths: Vec<PathBuf>,
        /// The fault of the one that failed.
        source: WriteError,
    },
}

fn listed(paths: &[PathBuf]) -> String {
    let shown: Vec<_> = paths.iter().map(|path| shown(path)).collect();
    shown.join(", ")
}

impl ReadError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Io { path, source }
    }
}

/// What the system says, without the name of a temporary file that nobody asked for.
pub(super) fn bare(error: io::Error) -> io::Error {
    let words = error.to_string();
    match words.rsplit_once(" at path ") {
        Some((words, _)) => io::Error::new(error.kind(), words),
        None => error,
    }
}

impl WriteError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Io {
            path,
            source: bare(source),
        }
    }
}
