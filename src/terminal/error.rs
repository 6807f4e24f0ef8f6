//! Why the dashboard does not run.

use std::io;

use super::environment::Refusal;
use super::input::NoKeyboard;

/// Why the dashboard does not run, or ended.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The terminal is not one that it could be shown on.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Nobody could press a key.
    #[error(transparent)]
    NoKeyboard(#[from] NoKeyboard),
    /// The system has no thread to read the dossier in.
    #[error("no thread can be started")]
    NoThread(#[source] io::Error),
    /// A ctrl-c or a change of size would go unnoticed.
    #[error("signals cannot be watched")]
    Signals(#[source] io::Error),
    /// It cannot be read from or written to.
    #[error("the terminal cannot be used")]
    Unusable(#[source] io::Error),
}
