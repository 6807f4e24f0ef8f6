//! A new text that is safe on the disk and only waits for its name.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;
use tempfile::{Builder, NamedTempFile};

use super::error::{WriteError, bare};
use super::leftovers;

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readers {
    /// Those that the old file or else the umask allows.
    AsBefore,
    /// Its owner alone, whatever the old file allowed.
    Owner,
}

/// How often another name is tried.
const TRIES: usize = 100;

/// A temporary file with all of its text, and the name that it is to take. Dropped, it vanishes.
pub(super) struct Staged {
    file: NamedTempFile,
    /// The mode of the old file, which it gets just before the name. Until then nobody but its owner
    /// can read it.
    mode: Option<u32>,
    target: PathBuf,
}

impl Staged {
    /// Writes `text` to the disk, beside `path`.
    pub(super) fn new(path: &Path, text: &str, readers: Readers) -> Result<Self, WriteError> {
        Self::fill(path, readers, &mut |out| out.write_all(text.as_bytes()))
    }

    /// Writes to the disk, beside `path`, what `write` tells piece by piece.
    pub(super) fn fill(
        path: &Path,
        readers: Readers,
        write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Self, WriteError> {
        let target = target(path)?;
        stage(target, readers, write).map_err(|source| WriteError::Stage {
            path: path.to_owned(),
            source: bare(source),
        })
    }

    /// The file that is replaced.
    pub(super) fn path(&self) -> &Path {
        &self.target
    }

    /// Loses the text before it has its name.
    #[cfg(test)]
    pub(super) fn lose(&self) {
        fs::remove_file(self.file.path()).expect("it is there");
    }

    /// Takes the name, and sees to it that the folder remembers.
    pub(super) fn put(self) -> io::Result<()> {
        if let Some(mode) = self.mode {
            let file = self.file.as_file();
            file.set_permissions(Permissions::from_mode(mode))?;
        }
        self.file.persist(&self.target)?;
        File::open(folder(&self.target))?.sync_all()
    }
}

/// What is replaced: where a symbolic link leads, or the path itself.
fn target(path: &Path) -> Result<PathBuf, WriteError> {
    let dead = |source| WriteError::DeadLink {
        path: path.to_owned(),
        source,
    };
    let found = match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => fs::canonicalize(path)
            .and_then(|end| Ok((end.metadata()?.is_file(), end)))
            .map_err(dead)?,
        Ok(meta) => (meta.is_file(), path.to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => (true, path.to_owned()),
        Err(error) => return Err(WriteError::io(path)(error)),
    };
    match found {
        (true, end) => Ok(end),
        (false, _) => Err(WriteError::NotRegular { path: path.into() }),
    }
}

/// The folder of a file; `tempfile` would take an empty path for none.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn stage(
    target: PathBuf,
    readers: Readers,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> io::Result<Staged> {
    leftovers::sweep(folder(&target));
    let old = fs::metadata(&target).ok();
    if old.is_some() {
        // What may not be written to is not replaced either.
        File::options()
            .write(true)
            .custom_flags(OFlags::NONBLOCK.bits().cast_signed())
            .open(&target)?;
    }
    let mode = match (readers, &old) {
        // The system takes what the umask forbids away from it.
        (Readers::AsBefore, None) => 0o666,
        _ => 0o600,
    };
    let mut file = temporary(&target, mode)?;
    let mode = match &old {
        Some(old) if readers == Readers::AsBefore => Some(adopt(file.as_file(), old)?),
        _ => None,
    };
    let mut out = BufWriter::new(&mut file);
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    Ok(Staged { file, mode, target })
}

/// A temporary file for `target` that nobody takes for a leftover.
fn temporary(target: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let prefix = leftovers::prefix(target.file_name().unwrap_or_default());
    for _ in 0..TRIES {
        let file = Builder::new()
            .prefix(&prefix)
            .rand_bytes(leftovers::LETTERS)
            .suffix(leftovers::ENDING)
            .permissions(Permissions::from_mode(mode))
            .tempfile_in(folder(target))?;
        if leftovers::claim(file.as_file())? {
            return Ok(file);
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Gives the new file the owner of the old one, and returns the mode that it shall have. Only root
/// may give a file away: to anyone else the file was writable as a member of its folder, and becomes
/// theirs. A group that is not that of the old file may do no more than everybody.
fn adopt(file: &File, old: &Metadata) -> io::Result<u32> {
    let new = file.metadata()?;
    let mode = old.mode() & 0o7777;
    if (old.uid(), old.gid()) == (new.uid(), new.gid())
        || fchown(file, Some(old.uid()), Some(old.gid())).is_ok()
    {
        return Ok(mode);
    }
    if old.gid() == new.gid() || fchown(file, None, Some(old.gid())).is_ok() {
        return Ok(mode & 0o777);
    }
    let everybody = mode & 0o7;
    Ok(mode & (0o707 | everybody << 3))
}
