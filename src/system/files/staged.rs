//! A new text that is safe on the disk and only waits for its name.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::error::WriteError;

/// The mode of a new file, of which the umask takes its part.
const MODE: u32 = 0o666;

/// A temporary file with all of its text, and the name that it is to take. Dropped, it vanishes.
pub(super) struct Staged {
    file: NamedTempFile,
    target: PathBuf,
}

impl Staged {
    /// Writes `text` to the disk, beside `path`.
    pub(super) fn new(path: &Path, text: &str) -> Result<Self, WriteError> {
        Self::fill(path, &mut |out| out.write_all(text.as_bytes()))
    }

    /// Writes to the disk, beside `path`, what `write` tells piece by piece.
    pub(super) fn fill(
        path: &Path,
        write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Self, WriteError> {
        let target = target(path)?;
        match stage(&target, write) {
            Ok(file) => Ok(Self { file, target }),
            Err(source) => Err(WriteError::Stage {
                path: path.to_owned(),
                source,
            }),
        }
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
    target: &Path,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let mut prefix = std::ffi::OsString::from(".");
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push(".");
    let mut file = Builder::new()
        .prefix(&prefix)
        .suffix(".tmp")
        .permissions(Permissions::from_mode(MODE))
        .tempfile_in(folder(target))?;
    if let Ok(old) = fs::metadata(target) {
        // What may not be written to is not replaced either.
        File::options().write(true).open(target)?;
        adopt(file.as_file(), &old)?;
    }
    let mut out = BufWriter::new(&mut file);
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    Ok(file)
}

/// Gives the new file the owner and mode of the old one. Only root may give a file away; to
/// anyone else the file was writable as a member of its folder, and becomes theirs.
fn adopt(file: &File, old: &Metadata) -> io::Result<()> {
    let new = file.metadata()?;
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
    file.set_permissions(Permissions::from_mode(old.mode() & 0o7777))
}
