//! Files of a person's, written whole or not at all.
//!
//! The new text goes to a temporary file in the same folder and to the disk, and takes the name of
//! the old one in one step. Whatever happens, a kill or a full disk, there is the old file or the
//! new one. What fails leaves no temporary file behind; a kill may, as `.NAME.bilat-….tmp`, which no
//! dossier reads and the next write to that folder removes.
//!
//! * A symbolic link is followed: what it points at is replaced, and the link stays. One that
//!   leads nowhere is refused, and so is all that is not a regular file.
//! * The mode of the old file is kept, and its owner where the system allows that. A new file gets
//!   what the umask leaves of 0666. At no time may anybody read the new text who may not read the old
//!   one. Further names of one file (hard links) keep the old text.
//! * A file that was changed since it was read is refused: nobody's work is written over.
//! * Of several files each is whole. They take their names one after the other, in the order given,
//!   only once all of them are on the disk; a kill between two of these steps leaves the first ones
//!   new and the rest old. Give first what the others point at.

mod error;
mod leftovers;
mod lock;
mod open;
mod staged;

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::path::shown;
pub use error::{ReadError, ReplaceError, WriteError};
pub use lock::{Lock, LockError};
pub use open::{NotRegular, open, read_bytes};
use staged::{Readers, Staged};

/// A larger file is not read: the loader reads no larger one either.
const MAX_BYTES: u64 = 1_000_000_000;

/// What is to become of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which file.
    pub path: PathBuf,
    /// What was read from it; none where there was no file.
    pub old: Option<String>,
    /// What it shall hold.
    pub new: String,
}

/// The text of a file with its byte order mark, or none where there is no file.
///
/// # Errors
/// When it is no regular file, too large, not UTF-8, or cannot be read.
pub fn read(path: &Path) -> Result<Option<String>, ReadError> {
    let Some(bytes) = bytes(path, MAX_BYTES)? else {
        return Ok(None);
    };
    let text = String::from_utf8(bytes)
        .map_err(|error| io::Error::new(ErrorKind::InvalidData, error.utf8_error()));
    text.map(Some).map_err(ReadError::io(path))
}

/// The bytes of a file, at most `limit`, or none where there is no file.
///
/// # Errors
/// When it is no regular file, too large, or cannot be read.
pub fn bytes(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, ReadError> {
    let path_of = || path.to_owned();
    let too_large = || ReadError::TooLarge {
        path: path_of(),
        limit,
    };
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => return Ok(None),
        Ok(meta) if meta.is_file() && meta.len() > limit => return Err(too_large()),
        _ => {}
    }
    match read_bytes(path, limit) {
        Ok(bytes) if bytes.len() as u64 > limit => Err(too_large()),
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if open::is_not_regular(&error) => {
            Err(ReadError::NotRegular { path: path_of() })
        }
        Err(error) => Err(ReadError::io(path)(error)),
    }
}

/// The bytes of a file that has to be there, at most `limit`.
///
/// # Errors
/// When there is none, it is no regular file, too large, or cannot be read.
pub fn existing(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let missing = || ReadError::io(path)(rustix::io::Errno::NOENT.into());
    bytes(path, limit)?.ok_or_else(missing)
}

/// Writes one file, whatever stood there before.
///
/// # Errors
/// When it cannot be written; it is then as it was.
pub fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    put(Staged::new(path, text, Readers::AsBefore)?)
}

/// Writes one file that is nobody's business but its owner's.
///
/// # Errors
/// As [`write()`].
pub fn write_private(path: &Path, text: &str) -> Result<(), WriteError> {
    put(Staged::new(path, text, Readers::Owner)?)
}

/// More files of one name than these are not numbered.
const MOST: usize = 999;

/// An empty file in the current folder under the first name that is free: `brief.html`,
/// `brief-2.html`, …
///
/// # Errors
/// When none can be made, or a thousand are there.
pub fn reserve(stem: &str, ending: &str) -> io::Result<PathBuf> {
    for number in 1..=MOST {
        let name = match number {
            1 => format!("{stem}.{ending}"),
            number => format!("{stem}-{number}.{ending}"),
        };
        match File::create_new(&name) {
            Ok(_) => return Ok(PathBuf::from(name)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    let words = format!("{MOST} files called {stem}.{ending} are in this folder already");
    Err(io::Error::other(words))
}

/// Removes a file that is no longer needed, such as a reserved one that nothing was written to.
pub fn release(path: &Path) {
    // That it stays harms nobody.
    let _ = fs::remove_file(path);
}

/// A folder cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("cannot make {}", shown(.folder))]
pub struct FolderError {
    folder: PathBuf,
    source: io::Error,
}

/// Makes a folder that is nobody's business but its owner's, and those around it that are not there.
///
/// # Errors
/// When it cannot be made.
pub fn private_folder(path: &Path) -> Result<(), FolderError> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|source| FolderError {
        folder: path.to_owned(),
        source,
    })?;
    // One that was there may be open to others. Where that cannot be changed, it is not ours.
    let _ = fs::set_permissions(path, Permissions::from_mode(0o700));
    Ok(())
}

/// Writes files of any size, whatever stood there before: `write` is asked for each of `paths` by
/// its place and tells the text piece by piece. All of them are on the disk before the first takes
/// its name.
///
/// # Errors
/// When one cannot be written. Nothing has changed then, but where the disk itself fails between
/// two names.
pub fn fill(
    paths: &[PathBuf],
    write: &mut dyn FnMut(usize, &mut dyn Write) -> io::Result<()>,
) -> Result<(), WriteError> {
    let mut staged = Vec::new();
    for (at, path) in paths.iter().enumerate() {
        let readers = Readers::AsBefore;
        staged.push(Staged::fill(path, readers, &mut |out| write(at, out))?);
    }
    staged.into_iter().try_for_each(put)
}

/// Carries out all changes, or none.
///
/// # Errors
/// When a file cannot be written or is no longer what was read. The files are then as they were,
/// and what is told says so where one could not be put back.
pub fn replace(changes: &[Change]) -> Result<(), ReplaceError> {
    let staged = changes
        .iter()
        .map(|change| Staged::new(&change.path, &change.new, Readers::AsBefore))
        .collect::<Result<Vec<_>, _>>()?;
    for change in changes {
        if read(&change.path)? != change.old {
            let path = change.path.clone();
            return Err(ReplaceError::Changed { path });
        }
    }
    put_all(staged, changes)
}

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

fn put_all(staged: Vec<Staged>, changes: &[Change]) -> Result<(), ReplaceError> {
    for (at, file) in staged.into_iter().enumerate() {
        if let Err(error) = put(file) {
            return Err(restore(&changes[..at], error));
        }
    }
    Ok(())
}

fn put(file: Staged) -> Result<(), WriteError> {
    let path = file.path().to_owned();
    file.put().map_err(WriteError::io(&path))
}

/// Puts back what was replaced before something failed, and says what could not be.
fn restore(changes: &[Change], source: WriteError) -> ReplaceError {
    let is_back = |change: &Change| match &change.old {
        Some(old) => write(&change.path, old).is_ok(),
        None => fs::remove_file(&change.path).is_ok(),
    };
    let stuck = changes.iter().rev().filter(|change| !is_back(change));
    let paths: Vec<_> = stuck.map(|change| change.path.clone()).collect();
    if paths.is_empty() {
        ReplaceError::TakenBack { source }
    } else {
        ReplaceError::NotTakenBack { paths, source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_replaced_before_a_fault_is_put_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let change = |name: &str, old: Option<&str>| Change {
            path: folder.path().join(name),
            old: old.map(ToOwned::to_owned),
            new: "new".to_owned(),
        };
        let changes = [
            change("a", Some("old")),
            change("b", None),
            change("c", None),
        ];
        write(&changes[0].path, "old").expect("written");
        let staged: Vec<_> = changes
            .iter()
            .map(|change| Staged::new(&change.path, &change.new, Readers::AsBefore))
            .map(|staged| staged.expect("staged"))
            .collect();
        // Someone sweeps up the last temporary file.
        staged[2].lose();
        let error = put_all(staged, &changes).expect_err("the last has no text");
        assert!(matches!(error, ReplaceError::TakenBack { .. }), "{error:?}");
        let names: Vec<_> = fs::read_dir(folder.path())
            .expect("listed")
            .map(|e| e.expect("an entry").file_name())
            .collect();
        assert_eq!(names, ["a"]);
        assert_eq!(
            read(&changes[0].path).expect("read").as_deref(),
            Some("old")
        );
    }
}
