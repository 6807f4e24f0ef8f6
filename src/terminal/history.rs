//! What was searched for, kept from one day to the next: a line each in the file `history` of the
//! folder for the state of programs (`$XDG_STATE_HOME/bilat`, else `~/.local/state/bilat`).

use std::fs;
use std::io;
use std::path::PathBuf;

use crate::dossier::text::clean_line;
use crate::system::environment;
use crate::system::files::{self, LockError, ReadError, WriteError};
use crate::system::path::shown;

/// More searches than this are not kept.
const MOST: usize = 500;

/// Why a search is not kept.
#[derive(Debug, thiserror::Error)]
pub(super) enum KeepError {
    /// The folder cannot be made.
    #[error("cannot make {}", shown(.folder))]
    Folder {
        /// Which one.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another window does not let go of it.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The searches that were kept cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The file cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The file, if there is a place for it.
#[derive(Clone, Debug)]
pub(super) struct History {
    folder: Option<PathBuf>,
}

impl History {
    /// Where the environment says.
    pub(super) fn new() -> Self {
        let folder = |name: &str| environment::variable(name).map(PathBuf::from);
        let state = folder("XDG_STATE_HOME").filter(|path| path.is_absolute());
        let home = || folder("HOME").map(|home| home.join(".local/state"));
        Self {
            folder: state.or_else(home).map(|state| state.join("bilat")),
        }
    }

    /// The searches that were kept, the oldest first.
    ///
    /// # Errors
    /// When there is a file that cannot be read.
    pub(super) fn read(&self) -> Result<Vec<String>, ReadError> {
        let file = self.folder.as_ref().map(|folder| folder.join("history"));
        let text = file.map_or(Ok(None), |file| files::read(&file))?;
        Ok(text.unwrap_or_default().lines().map(clean_line).collect())
    }

    /// Keeps one more search.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn remember(&self, search: &str) -> Result<(), KeepError> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        fs::create_dir_all(folder).map_err(|source| KeepError::Folder {
            folder: folder.clone(),
            source,
        })?;
        // Another window may have kept one in the meantime.
        let _lock = files::Lock::new(folder)?;
        let mut searches = self.read()?;
        searches.retain(|one| one != search);
        searches.push(search.to_owned());
        let first = searches.len().saturating_sub(MOST);
        let lines = searches[first..].iter().map(|one| format!("{one}\n"));
        files::write(&folder.join("history"), &lines.collect::<String>())?;
        Ok(())
    }
}
