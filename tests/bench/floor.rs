//! What the bench itself costs: a program that does nothing but answer.

use std::path::Path;
use std::time::Duration;

use color_eyre::eyre::Result;
use portable_pty::CommandBuilder;
use serde::Serialize;

use super::program::clean;
use super::pty::{Pty, Sign, row};
use super::session::SIZE;
use super::stats::{Summary, milliseconds};

const PATIENCE: Duration = Duration::from_secs(10);
const STARTS: usize = 20;
const KEYS: usize = 200;

/// How long a start and a key take of a program that does nothing.
#[derive(Serialize)]
pub(crate) struct Floor {
    pub(crate) start: Option<Summary>,
    pub(crate) key: Option<Summary>,
}

/// Starts `echo` as all programs are started, and types to `cat`.
pub(crate) fn measure(home: &Path) -> Result<Floor> {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let pty = shell("exec /bin/echo ready", home)?;
        let came = pty.wait(shows("ready".to_owned()), PATIENCE);
        starts.extend(came.map(|came| milliseconds(came.saturating_duration_since(pty.started))));
    }
    let pty = shell("stty raw -echo; echo ready; exec cat", home)?;
    pty.wait(shows("ready".to_owned()), PATIENCE);
    let mut keys = Vec::new();
    for at in 0..KEYS {
        // Back to the start of the line, so that the screen never scrolls.
        let digits = format!("{at:03}");
        let took = pty.press(&format!("\r{digits}"), shows(digits), PATIENCE);
        keys.extend(took.map(milliseconds));
    }
    Ok(Floor {
        start: Summary::new(starts),
        key: Summary::new(keys),
    })
}

fn shell(script: &str, home: &Path) -> Result<Pty> {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", script]);
    clean(&mut command, home);
    Pty::spawn(command, SIZE)
}

/// The text begins one of the first rows.
fn shows(text: String) -> Sign {
    Box::new(move |screen| (0..2).any(|at| row(screen, at).starts_with(&text)))
}
