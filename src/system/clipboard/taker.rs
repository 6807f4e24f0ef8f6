//! Programs that take a text for a clipboard.

use std::fs::File;
use std::io::{self, PipeWriter, Read, Seek, SeekFrom};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::io::Errno;

use crate::dossier::text::clean_line;

/// How long a program may take: a display that is far away may need a while.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often it is looked whether it has ended.
const LOOK: Duration = Duration::from_millis(5);

/// A program that takes a text from its standard input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taker {
    pub(super) words: &'static [&'static str],
    /// What it puts it into.
    pub(super) place: &'static str,
}

const CLIPBOARD: &str = "the clipboard";

/// `-w` hands it on to the terminal's clipboard as well; tmux before 3.2 does not know it.
pub(super) const TMUX: [Taker; 2] = [
    Taker {
        words: &["tmux", "load-buffer", "-w", "-"],
        place: "the tmux buffer",
    },
    Taker {
        words: &["tmux", "load-buffer", "-"],
        place: "the tmux buffer",
    },
];
/// The type is named, for it would guess another one from the first words.
pub(super) const WAYLAND: Taker = Taker {
    words: &["wl-copy", "--type", "text/plain"],
    place: CLIPBOARD,
};
pub(super) const X11: [Taker; 2] = [
    Taker {
        words: &["xclip", "-selection", "clipboard", "-in"],
        place: CLIPBOARD,
    },
    Taker {
        words: &["xsel", "--clipboard", "--input"],
        place: CLIPBOARD,
    },
];
pub(super) const MACOS: Taker = Taker {
    words: &["pbcopy"],
    place: CLIPBOARD,
};

/// Why a program has not taken a text.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// It is not installed.
    #[error("is not installed")]
    NotThere,
    /// It cannot be started or waited for.
    #[error("cannot be run: {0}")]
    Io(#[from] io::Error),
    /// It does not end.
    #[error("did not answer within {} s", PATIENCE.as_secs())]
    Late,
    /// It has ended without reading the text to its end.
    #[error("did not read all of it")]
    Unread,
    /// It says that it failed.
    #[error("failed ({status}){}", said(.words))]
    Status {
        /// How it ended.
        status: ExitStatus,
        /// The first line of what it said.
        words: String,
    },
}

fn said(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(": {words}")
    }
}

impl Taker {
    /// Hands it a text, and waits until it has ended. The programs for a display leave a process
    /// behind that answers whoever pastes, and keeps what it was started with: so no pipe is waited
    /// for, and it is no member of the job that a closed terminal ends.
    pub(super) fn take(self, text: &str) -> Result<(), Failure> {
        // Where there is no room for it, its words are lost.
        let words = tempfile::tempfile().ok();
        let errors = words.as_ref().and_then(|file| file.try_clone().ok());
        let (theirs, ours) = io::pipe()?;
        let mut child = Command::new(self.words[0])
            .args(&self.words[1..])
            .stdin(Stdio::from(theirs.try_clone()?))
            .stdout(Stdio::null())
            .stderr(errors.map_or_else(Stdio::null, Stdio::from))
            .process_group(0)
            .spawn()
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => Failure::NotThere,
                _ => Failure::Io(error),
            })?;
        let ended = feed(&mut child, ours, text.as_bytes());
        if ended.is_err() {
            let _ = child.kill().and_then(|()| child.wait());
        }
        let (status, sent) = ended?;
        if !status.success() {
            let words = first_line(words);
            return Err(Failure::Status { status, words });
        }
        // What it has not read is still in the pipe.
        let left = rustix::io::ioctl_fionread(&theirs).map_err(io::Error::from)?;
        if sent && left == 0 {
            Ok(())
        } else {
            Err(Failure::Unread)
        }
    }
}

/// Writes a text to a program and waits for its end; whether all of it went into the pipe.
fn feed(
    child: &mut Child,
    pipe: PipeWriter,
    mut text: &[u8],
) -> Result<(ExitStatus, bool), Failure> {
    rustix::io::ioctl_fionbio(&pipe, true).map_err(io::Error::from)?;
    let mut pipe = Some(pipe);
    let since = Instant::now();
    loop {
        if let Some(open) = &pipe {
            match rustix::io::write(open, text) {
                Ok(count) => text = &text[count..],
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(Failure::Io(error.into())),
            }
        }
        if text.is_empty() {
            // The end of the text.
            pipe = None;
        }
        if let Some(status) = child.try_wait()? {
            return Ok((status, text.is_empty()));
        }
        if since.elapsed() > PATIENCE {
            return Err(Failure::Late);
        }
        thread::sleep(LOOK);
    }
}

fn first_line(file: Option<File>) -> String {
    let mut bytes = Vec::new();
    if let Some(mut file) = file {
        let read = file.seek(SeekFrom::Start(0));
        let _ = read.and_then(|_| file.take(500).read_to_end(&mut bytes));
    }
    let text = String::from_utf8_lossy(&bytes);
    let line = text.lines().find(|line| !line.trim().is_empty());
    clean_line(line.unwrap_or_default().trim())
}
