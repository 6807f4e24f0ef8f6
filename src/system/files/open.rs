//! Opening what may not be a file at all. A FIFO, a device or a log of the kernel that stands where a
//! file is expected must never keep the program waiting, nor fill its memory.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

/// How much is read of a file that does not say its size, in bytes. Those are made up by the kernel
/// while they are read (`/proc`, `/sys`), and some never end.
const UNSIZED: u64 = 16_000_000;

/// Why there is nothing to read where a file was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a regular file")]
pub struct NotRegular;

/// Opens a regular file to be read; never waits.
///
/// # Errors
/// What the system says, or [`NotRegular`] as the inner error.
pub fn open(path: &Path) -> io::Result<File> {
    // Looked at first, for opening a device may already do something.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other(NotRegular));
    }
    let file = File::options()
        .read(true)
        .custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed())
        .open(path)?;
    // And again, for it may be another one by now.
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::other(NotRegular))
    }
}

/// The bytes of a regular file, as far as `limit` and one more, by which the caller knows that there
/// are too many; never waits.
///
/// # Errors
/// As [`open`]. What would have to be waited for is no regular file either.
pub fn read_bytes(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let file = open(path)?;
    let size = file.metadata()?.len();
    let most = if size == 0 { limit.min(UNSIZED) } else { limit };
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(most)).unwrap_or(0));
    match file.take(most + 1).read_to_end(&mut bytes) {
        Ok(_) if size == 0 && bytes.len() as u64 > most => Err(io::Error::other(NotRegular)),
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == ErrorKind::WouldBlock => Err(io::Error::other(NotRegular)),
        Err(error) => Err(error),
    }
}

/// Does an error say that something is no regular file?
pub(super) fn is_not_regular(error: &io::Error) -> bool {
    error
        .get_ref()
        .is_some_and(<dyn std::error::Error + Send + Sync>::is::<NotRegular>)
}
