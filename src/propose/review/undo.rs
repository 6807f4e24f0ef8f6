//! A decision taken back: the files as they were before it, unless somebody changed them since.

use std::path::Path;

use super::error::ReviewError;
use crate::dossier::Id;
use crate::system::files::{self, Change, Lock};

/// What it takes to go back to before a decision.
#[derive(Debug)]
pub struct Undo {
    changes: Vec<Change>,
    ids: Vec<Id>,
}

impl Undo {
    pub(super) fn new(changes: Vec<Change>, ids: Vec<Id>) -> Self {
        Self { changes, ids }
    }

    /// What was decided.
    pub fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// How much memory it takes, in bytes.
    pub fn len(&self) -> usize {
        let size = |change: &Change| change.new.len() + change.old.as_ref().map_or(0, String::len);
        self.changes.iter().map(size).sum()
    }

    /// Is there nothing to go back to?
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Puts the files back. The inbox comes first: a kill between two files leaves a proposal open whose
/// record is in the dossier, which counts as accepted.
///
/// # Errors
/// When a file was changed since, or cannot be written. The files are then as they were.
pub fn undo(folder: &Path, undo: &Undo) -> Result<(), ReviewError> {
    let lock = Lock::new(folder)?;
    files::take_back(&undo.changes)?;
    drop(lock);
    Ok(())
}
