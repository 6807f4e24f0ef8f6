//! The records that somebody has marked in a dossier, by id: a small file for each dossier in the folder
//! for the state of programs, one id a line in the order in which they were marked, and first the dossier
//! as a comment. It is written whole or not at all, for its owner alone.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::environment::state_folder;
use super::files::{self, FolderError, Lock, LockError, ReadError, WriteError};
use super::path::shown;
use crate::dossier::Id;
use crate::dossier::text::clean_line;

/// A larger file, in bytes, was not written by this program.
const MAX_BYTES: u64 = 16_000_000;

/// Bytes of the checksum of a dossier's name that name its file: enough for them never to meet.
const NAME: usize = 8;

/// Why marks cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum MarksError {
    /// Nobody says where.
    #[error("neither XDG_STATE_HOME nor HOME names a folder")]
    NoPlace,
    /// The folder cannot be made.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// Another program does not let go of it.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The marks cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// They cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A line is no id.
    #[error("{}:{line}: `{}` is not an id; fix the line or delete the file", shown(.path), clean_line(.text))]
    NotAnId {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// What it says.
        text: String,
    },
}

/// The marks of one dossier.
#[derive(Clone, Debug)]
pub struct Marks {
    dossier: String,
    folder: PathBuf,
    path: PathBuf,
}

impl Marks {
    /// Those of a dossier, by what it is known by: the path that leads to it from the root, or the name
    /// of the built-in example.
    ///
    /// # Errors
    /// When the environment names no folder for the state of programs.
    pub fn of(dossier: &str) -> Result<Self, MarksError> {
        let state = state_folder().ok_or(MarksError::NoPlace)?;
        Ok(Self::within(&state, dossier))
    }

    /// Those that are kept in a folder for the state of this program.
    pub fn within(state: &Path, dossier: &str) -> Self {
        let folder = state.join("marks");
        let mut name = String::new();
        for byte in &Sha256::digest(dossier)[..NAME] {
            // A string takes whatever is written to it.
            let _ = write!(name, "{byte:02x}");
        }
        Self {
            path: folder.join(name),
            dossier: dossier.to_owned(),
            folder,
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The ids, in the order in which they were marked; none where there is no file.
    ///
    /// # Errors
    /// When the file cannot be read, or a line of it is no id.
    pub fn load(&self) -> Result<Vec<Id>, MarksError> {
        let bytes = files::bytes(&self.path, MAX_BYTES)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lines = (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        lines
            .map(|(line, text)| {
                Id::new(text).map_err(|_| MarksError::NotAnId {
                    path: self.path.clone(),
                    line,
                    text: text.to_owned(),
                })
            })
            .collect()
    }

    /// Keeps these ids and no others.
    ///
    /// # Errors
    /// When they cannot be written; what was kept is then as it was.
    pub fn save(&self, ids: &[Id]) -> Result<(), MarksError> {
        let _lock = self.lock()?;
        self.write(ids)
    }

    /// Marks a record that is not marked, and takes the mark from one that is; returns all that are
    /// marked now. Another program may have changed them in the meantime.
    ///
    /// # Errors
    /// As [`Marks::load`] and [`Marks::save`].
    pub fn toggle(&self, id: &Id) -> Result<Vec<Id>, MarksError> {
        self.change(|ids| {
            let old = ids.len();
            ids.retain(|one| one != id);
            if ids.len() == old {
                ids.push(id.clone());
            }
        })
    }

    /// Marks these, and takes the marks from those; returns all that are marked now.
    ///
    /// # Errors
    /// As [`Marks::load`] and [`Marks::save`].
    pub fn update(&self, marked: &[Id], unmarked: &[Id]) -> Result<Vec<Id>, MarksError> {
        self.change(|ids| {
            ids.retain(|id| !unmarked.contains(id));
            for id in marked {
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        })
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Id>)) -> Result<Vec<Id>, MarksError> {
        let _lock = self.lock()?;
        let old = self.load()?;
        let mut new = old.clone();
        change(&mut new);
        if new != old {
            self.write(&new)?;
        }
        Ok(new)
    }

    fn lock(&self) -> Result<Lock, MarksError> {
        files::private_folder(&self.folder)?;
        Ok(Lock::new(&self.folder)?)
    }

    fn write(&self, ids: &[Id]) -> Result<(), MarksError> {
        let lines = ids.iter().map(|id| format!("{id}\n"));
        let head = format!("# {}\n", clean_line(&self.dossier));
        Ok(files::write_private(
            &self.path,
            &(head + &lines.collect::<String>()),
        )?)
    }
}
