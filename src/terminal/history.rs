//! What was searched for, kept from one day to the next: a line each in the file `history` of the
//! folder for the state of programs (`$XDG_STATE_HOME/bilat`, else `~/.local/state/bilat`). What
//! somebody looks for is nobody else's business: the file and its folder are for their owner alone.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use crate::dossier::text::clean_line;
use crate::system::environment;
use crate::system::error::in_full;
use crate::system::files::{self, FolderError, LockError, ReadError, WriteError};

/// More searches than this are not kept.
const MOST: usize = 500;

/// A larger file, in bytes, was not written by this program.
const MAX_BYTES: u64 = 16_000_000;

/// Why a search is not kept.
#[derive(Debug, thiserror::Error)]
pub(super) enum KeepError {
    /// Nobody says where.
    #[error("neither XDG_STATE_HOME nor HOME names a folder")]
    NoPlace,
    /// The folder cannot be made.
    #[error(transparent)]
    Folder(#[from] FolderError),
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
    /// It was said that nothing can be kept.
    is_told: Arc<AtomicBool>,
}

impl History {
    /// Where the environment says.
    pub(super) fn new() -> Self {
        Self {
            folder: environment::state_folder(),
            is_told: Arc::default(),
        }
    }

    /// The searches that were kept, the oldest first. A line that is not UTF-8 is skipped.
    ///
    /// # Errors
    /// When there is a file that cannot be read.
    pub(super) fn read(&self) -> Result<Vec<String>, ReadError> {
        let file = self.folder.as_ref().map(|folder| folder.join("history"));
        let bytes = file
            .map_or(Ok(None), |file| files::bytes(&file, MAX_BYTES))?
            .unwrap_or_default();
        let lines = bytes
            .split(|byte| *byte == b'\n')
            .map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let texts = lines.filter_map(|line| str::from_utf8(line).ok());
        let searches = texts.filter(|text| !text.is_empty());
        Ok(searches.map(clean_line).collect())
    }

    /// Keeps one more search. What cannot be kept is told once.
    pub(super) fn keep(&self, search: &str) -> Option<String> {
        let error = self.remember(search).err()?;
        let is_first = !self.is_told.swap(true, Relaxed);
        is_first.then(|| format!("could not save search history: {}", in_full(&error)))
    }

    fn remember(&self, search: &str) -> Result<(), KeepError> {
        let folder = self.folder.as_ref().ok_or(KeepError::NoPlace)?;
        files::private_folder(folder)?;
        // Another window may have kept one in the meantime.
        let _lock = files::Lock::new(folder)?;
        let mut searches = self.read()?;
        searches.retain(|one| one != search);
        searches.push(search.to_owned());
        let first = searches.len().saturating_sub(MOST);
        let lines = searches[first..].iter().map(|one| format!("{one}\n"));
        files::write_private(&folder.join("history"), &lines.collect::<String>())?;
        Ok(())
    }
}
