//! Where the dashboard over a dossier was left: a small file for each dossier in the folder for the state
//! of programs, written whole or not at all, for its owner alone. What it says is the dashboard's business.

use std::io;
use std::path::{Path, PathBuf};

use super::environment::state_folder;
use super::files::{self, ReadError, WriteError};
use super::marks::Marks;
use super::path::shown;

/// A larger file, in bytes, was not written by this program.
const MAX_BYTES: u64 = 1_000_000;

/// Why a session cannot be kept.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The folder cannot be made.
    #[error("cannot make {}", shown(.folder))]
    Folder {
        /// Which one.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The session of one dossier.
#[derive(Clone, Debug)]
pub struct SessionFile {
    folder: PathBuf,
    path: PathBuf,
}

impl SessionFile {
    /// That of a dossier, by what it is known by; none where the environment names no folder.
    pub fn of(dossier: &str) -> Option<Self> {
        Some(Self::within(&state_folder()?, dossier))
    }

    /// That which is kept in a folder for the state of this program, by the name that its marks have.
    pub fn within(state: &Path, dossier: &str) -> Self {
        let folder = state.join("sessions");
        let marks = Marks::within(state, dossier);
        let name = marks.path().file_name().unwrap_or_default();
        Self {
            path: folder.join(name),
            folder,
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was written; none where nothing was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(&self) -> Result<Option<String>, ReadError> {
        let bytes = files::bytes(&self.path, MAX_BYTES)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Puts this in the place of what was written before.
    ///
    /// # Errors
    /// When it cannot be written; what was there is then as it was.
    pub fn write(&self, text: &str) -> Result<(), SessionError> {
        files::private_folder(&self.folder).map_err(|source| SessionError::Folder {
            folder: self.folder.clone(),
            source,
        })?;
        Ok(files::write_private(&self.path, text)?)
    }
}
