//! The person's pager: `$PAGER`, else `less`. It is started only when there is more than fits on the
//! screen, and waited for, so that the terminal is given back before the program ends.

use std::io::{self, BufWriter, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGINT;
use signal_hook::{SigId, flag, low_level};

use crate::system::environment::variable;
use crate::system::stderr::eprint;

/// How `less` is run where the person has not said it: end at once if all fits, pass colours on,
/// leave what was read on the screen.
const LESS: &str = "FRX";

/// In a command with one of these a shell is asked to read it.
const FOR_A_SHELL: &str = "|&;<>()$`\\\"' \t*?[#~=%{}";

/// A pager that is not yet started.
pub struct Pager {
    command: String,
    is_asked_for: bool,
}

/// A pager at work.
pub struct Running {
    child: Child,
    input: BufWriter<ChildStdin>,
    interrupt: Option<SigId>,
}

impl Pager {
    /// The pager that the environment names. None for an empty one, and for `cat`.
    pub fn new() -> Option<Self> {
        let named = std::env::var("PAGER").ok();
        let command = named.as_deref().map_or("less", str::trim).to_owned();
        let none = command.is_empty() || command == "cat";
        (!none).then(|| Self {
            command,
            is_asked_for: named.is_some(),
        })
    }

    /// Does it show colours rather than their escape sequences? Only `less` is known to, if the
    /// person has not told it otherwise.
    pub fn shows_colour(&self) -> bool {
        let program = self.command.split_whitespace().next().unwrap_or("");
        let is_less = program == "less" || program.ends_with("/less");
        is_less && variable("LESS").is_none_or(|options| options.contains(['R', 'r']))
    }

    /// Starts it; none if that is not possible, which is told if the person asked for it.
    pub fn start(self) -> Option<Running> {
        let mut command = if self.command.contains(|c| FOR_A_SHELL.contains(c)) {
            let mut shell = Command::new("/bin/sh");
            shell.args(["-c", &self.command]);
            shell
        } else {
            Command::new(&self.command)
        };
        if variable("LESS").is_none() {
            command.env("LESS", LESS);
        }
        let started = command.stdin(Stdio::piped()).spawn();
        let mut child = match started {
            Ok(child) => child,
            Err(error) if self.is_asked_for => {
                eprint(&format!("bilat: no pager: {}: {error}", self.command));
                return None;
            }
            Err(_) => return None,
        };
        let input = BufWriter::new(child.stdin.take()?);
        Some(Running {
            child,
            input,
            // ctrl-c is the pager's own: whoever presses it there does not leave it.
            interrupt: flag::register(SIGINT, Arc::new(AtomicBool::new(false))).ok(),
        })
    }
}

impl Running {
    /// Hands a text to the pager.
    ///
    /// # Errors
    /// When the pager no longer reads.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        self.input.write_all(text.as_bytes())
    }

    /// Waits until the person leaves it.
    ///
    /// # Errors
    /// When the pager no longer reads, or cannot be waited for.
    pub fn finish(mut self) -> io::Result<()> {
        let written = self.input.flush();
        // Its input ends here; what could not be written would be tried again when it is dropped.
        drop(self.input.into_parts());
        let ended = self.child.wait();
        if let Some(interrupt) = self.interrupt {
            low_level::unregister(interrupt);
        }
        written.and(ended.map(drop))
    }
}
