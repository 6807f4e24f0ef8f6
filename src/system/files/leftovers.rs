//! Temporary files that killed runs have left behind.
//!
//! They are called `.NAME.bilat-XXXXXX.tmp`, by which no other program calls its files. A running one
//! holds a lock on its own, which goes with it even when it is killed: what can be locked is a
//! leftover.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::process::geteuid;

use super::open::open;

/// Stands between the name of the file that is written and the letters that make the temporary one
/// unlike all others.
const MARK: &str = ".bilat-";
/// How each ends.
pub(super) const ENDING: &str = ".tmp";
/// How many letters and digits stand between the two.
pub(super) const LETTERS: usize = 6;

/// Bytes of the name that are kept: with all that is added to it a name may have 255.
const NAME: usize = 200;

/// How the name of a temporary file for the file `name` begins.
pub(super) fn prefix(name: &OsStr) -> OsString {
    let name = name.to_string_lossy();
    format!(".{}{MARK}", &name[..name.floor_char_boundary(NAME)]).into()
}

/// Is it the name of a temporary file of this program?
fn is_ours(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let inner = name.strip_prefix('.').and_then(|n| n.strip_suffix(ENDING));
    let parts = inner.and_then(|inner| inner.rsplit_once(MARK));
    parts.is_some_and(|(_, letters)| {
        letters.len() == LETTERS && letters.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// Takes hold of a new temporary file; false where someone has swept it away before.
pub(super) fn claim(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        // Some network file systems have no locks: nothing is swept there either.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file.metadata()?.nlink() > 0),
        Err(TryLockError::WouldBlock) => Ok(false),
    }
}

/// Removes the leftovers in `folder`. What cannot be removed does no harm.
pub(super) fn sweep(folder: &Path) {
    let me = geteuid().as_raw();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = || entry.metadata().is_ok_and(|m| m.is_file() && m.uid() == me);
        if is_ours(&entry.file_name()) && is_file() {
            let _ = remove(&entry.path());
        }
    }
}

fn remove(path: &Path) -> io::Result<()> {
    let file = open(path)?;
    if file.try_lock().is_err() {
        // Somebody is writing it, or that cannot be known.
        return Ok(());
    }
    // It may have taken its name in the meantime, and another one that of the temporary file.
    let (held, named) = (file.metadata()?, fs::symlink_metadata(path)?);
    if (held.dev(), held.ino()) == (named.dev(), named.ino()) {
        fs::remove_file(path)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_program_are_swept() {
        for (name, ours) in [
            (".events.json.bilat-Ab3xYz.tmp", true),
            (".a b.c.bilat-aaaaaa.tmp", true),
            (".history.bilat-000000.tmp", true),
            (".events.json.backup.tmp", false),
            ("events.json.bilat-Ab3xYz.tmp", false),
            (".events.json.bilat-Ab3xY.tmp", false),
            (".events.json.bilat-Ab3xYz", false),
            (".events.json.bilat-Ab3x-z.tmp", false),
            (".bilat-Ab3xYz.tmp", false),
            ("events.json", false),
        ] {
            assert_eq!(is_ours(OsStr::new(name)), ours, "{name}");
        }
        for name in ["events.json", "Лаос", &"я".repeat(127)] {
            let mut full = prefix(OsStr::new(name));
            full.push("Ab3xYz");
            full.push(ENDING);
            assert!(is_ours(&full) && full.len() <= 255, "{full:?}");
        }
    }

    #[test]
    fn what_a_writer_holds_stays_and_what_nobody_holds_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let names = [
            ".a.bilat-aaaaaa.tmp",
            ".b.bilat-bbbbbb.tmp",
            ".c.backup.tmp",
            "new-event-aaaaaa.jsonc",
        ];
        for name in names {
            fs::write(at(name), "text").expect("written");
        }
        let live = File::open(at(names[1])).expect("opened");
        assert!(claim(&live).expect("looked at"));
        sweep(folder.path());
        assert_eq!(
            names.map(|name| at(name).exists()),
            [false, true, true, true]
        );
        drop(live);
        sweep(folder.path());
        assert_eq!(
            names.map(|name| at(name).exists()),
            [false, false, true, true]
        );
    }

    #[test]
    fn one_that_was_swept_before_it_was_held_is_noticed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(".a.bilat-aaaaaa.tmp");
        fs::write(&path, "").expect("written");
        let file = File::open(&path).expect("opened");
        sweep(folder.path());
        assert!(!claim(&file).expect("looked at"));
    }
}
