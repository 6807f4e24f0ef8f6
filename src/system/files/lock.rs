//! One writer at a time: two programs that add to one dossier wait for each other.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use color_eyre::eyre::{Result, WrapErr, bail};

use super::shown;

/// How long to wait for another program; writing takes far less.
const PATIENCE: Duration = Duration::from_secs(10);

/// Held while a folder is read, changed and written. It goes with the program, even a killed one,
/// and leaves nothing in the folder.
#[derive(Debug)]
pub struct Lock {
    _folder: File,
}

impl Lock {
    /// Waits until no other program holds `folder`.
    ///
    /// # Errors
    /// When there is no such folder, or another program does not let go of it within ten seconds.
    pub fn new(folder: &Path) -> Result<Self> {
        // Looked at before it is opened: opening a FIFO would wait for ever.
        if folder.exists() && !folder.is_dir() {
            bail!("{} is not a folder", shown(folder));
        }
        let file = File::open(folder).wrap_err_with(|| format!("cannot open {}", shown(folder)))?;
        let since = Instant::now();
        loop {
            match file.try_lock() {
                // Some network file systems have no locks: a change by someone else is then found
                // when it is time to write.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(Self { _folder: file }),
                Err(TryLockError::WouldBlock) if since.elapsed() > PATIENCE => bail!(
                    "another program is writing to {}; nothing was written",
                    shown(folder)
                ),
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
            }
        }
    }
}
