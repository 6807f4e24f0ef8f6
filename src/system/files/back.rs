//! Changes taken back.

use std::fs;

use super::error::{ReplaceError, WriteError};
use super::{Change, read, replace};

/// Takes back changes that were carried out, the last one first. A file that was new is removed.
///
/// # Errors
/// When a file was changed since, or cannot be written. The files are then as they were, but for a new
/// file that cannot be removed: those before it are gone then.
pub fn take_back(changes: &[Change]) -> Result<(), ReplaceError> {
    for change in changes {
        if read(&change.path)?.as_ref() != Some(&change.new) {
            let path = change.path.clone();
            return Err(ReplaceError::Changed { path });
        }
    }
    let back = |change: &Change| {
        Some(Change {
            path: change.path.clone(),
            old: Some(change.new.clone()),
            new: change.old.clone()?,
        })
    };
    let replaced: Vec<Change> = changes.iter().rev().filter_map(back).collect();
    replace(&replaced)?;
    for change in changes.iter().rev().filter(|change| change.old.is_none()) {
        fs::remove_file(&change.path).map_err(WriteError::io(&change.path))?;
    }
    Ok(())
}
