//! One writer at a time: two programs that add to one dossier wait for each other.

use std::fs::{File, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use crate::system::path::shown;

/// How long to wait for another program; writing takes far less.
const PATIENCE: Duration = Duration::from_secs(10);

/// Held while a folder is read, changed and written. It goes with the program, even a killed one,
/// and leaves nothing in the folder.
#[derive(Debug)]
pub struct Lock {
    _folder: File,
}

/// Why a folder cannot be held.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Something else stands there.
    #[error("{} is not a folder", shown(.path))]
    NotAFolder {
        /// What was to be held.
        path: PathBuf,
    },
    /// It is not there, or the system refuses.
    #[error("cannot open {}", shown(.path))]
    Io {
        /// Which folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another program does not let go of it.
    #[error("another program is writing to {}; nothing was written", shown(.path))]
    Held {
        /// Which folder.
        path: PathBuf,
    },
}

impl Lock {
    /// Waits until no other program holds `folder`.
    ///
    /// # Errors
    /// When there is no such folder, or another program does not let go of it within ten seconds.
    pub fn new(folder: &Path) -> Result<Self, LockError> {
        let path = folder.to_owned();
        // Looked at before it is opened: opening a FIFO would wait for ever.
        if folder.exists() && !folder.is_dir() {
            return Err(LockError::NotAFolder { path });
        }
        let flags = OFlags::DIRECTORY | OFlags::NONBLOCK;
        let mut options = File::options();
        options.read(true).custom_flags(flags.bits().cast_signed());
        let file = match options.open(folder) {
            Ok(file) => file,
            Err(source) => return Err(LockError::Io { path, source }),
        };
        let since = Instant::now();
        loop {
            match file.try_lock() {
                // Some network file systems have no locks: a change by someone else is then found
                // when it is time to write.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(Self { _folder: file }),
                Err(TryLockError::WouldBlock) if since.elapsed() > PATIENCE => {
                    return Err(LockError::Held { path });
                }
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
            }
        }
    }
}
