//! The keyboard and the mouse: one thread that sleeps until bytes come and sends what they mean.

use std::fs::File;
use std::io::{self, Stdin};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{isatty, tcgetattr};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use signal_hook::consts::SIGINT;
use signal_hook::low_level;

use super::decode::{Decoder, Input};
use super::message::{GRACE, killed_by};
use super::{Message, guard};

/// How long to look away from keys that are not for us: longer than it takes to end or to stop,
/// and too short to be felt on the way back.
const NOT_OURS: Duration = Duration::from_millis(20);

/// There is nothing that keys could come from.
#[derive(Debug, thiserror::Error)]
#[error("there is no keyboard: standard input is not a terminal and /dev/tty cannot be opened")]
pub struct NoKeyboard {
    /// What the system says of `/dev/tty`.
    source: io::Error,
}

/// Where keys come from: standard input, or the controlling terminal when that is redirected.
#[derive(Debug)]
pub(super) enum Keyboard {
    Stdin(Stdin),
    Tty(File),
}

impl Keyboard {
    /// Finds the keyboard.
    ///
    /// # Errors
    /// When standard input is no terminal and there is no controlling terminal either.
    pub(super) fn open() -> Result<Self, NoKeyboard> {
        let stdin = io::stdin();
        if isatty(&stdin) {
            return Ok(Self::Stdin(stdin));
        }
        let tty = File::options().read(true).write(true).open("/dev/tty");
        tty.map(Self::Tty).map_err(|source| NoKeyboard { source })
    }

    fn fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Stdin(stdin) => stdin.as_fd(),
            Self::Tty(tty) => tty.as_fd(),
        }
    }
}

/// Starts the thread. It ends when the terminal is gone, and says so.
///
/// # Errors
/// When no thread can be started.
pub(super) fn watch(keyboard: Keyboard, send: Sender<Message>) -> io::Result<()> {
    let thread = thread::Builder::new().name("keyboard".to_owned());
    thread.spawn(move || {
        read(keyboard.fd(), &send);
        // Nobody listens any more when the program is leaving by itself.
        let _ = send.send(Message::Lost);
    })?;
    Ok(())
}

/// Reads until the terminal is gone or nobody listens.
fn read(tty: BorrowedFd<'_>, send: &Sender<Message>) {
    let mut decoder = Decoder::default();
    let mut session = guard::session();
    let mut out = Vec::new();
    let mut bytes = [0; 4096];
    loop {
        match wait(tty, &decoder) {
            Event::Gone => return,
            Event::Nothing => decoder.pause(&mut out),
            // After the end, or before a stop: this is typed for whoever has the terminal next.
            Event::Bytes if !guard::is_entered() => thread::sleep(NOT_OURS),
            Event::Bytes => {
                // Asked for before they are read: the terminal may be lent in between.
                let now = guard::session();
                if now != session {
                    (decoder, session) = (Decoder::default(), now);
                }
                match rustix::io::read(tty, &mut bytes) {
                    // The end of the input: the terminal is gone, or it is not raw just now because
                    // the program was stopped, and ctrl-d was typed.
                    Ok(0) if tcgetattr(tty).is_err() => return,
                    Ok(count) => decoder.feed(&bytes[..count], &mut out),
                    Err(Errno::INTR | Errno::AGAIN) => {}
                    Err(_) => return,
                }
            }
        }
        for input in out.drain(..) {
            let message = match input {
                Input::Key(key) => {
                    if is_interrupt(key) && session == guard::session() {
                        insist();
                    }
                    Message::Key(key, session)
                }
                Input::Paste(text) => Message::Paste(text, session),
                Input::Mouse(mouse) => Message::Mouse(mouse, session),
            };
            if send.send(message).is_err() {
                return;
            }
        }
    }
}

/// Is it ctrl-c, which leaves at once wherever it is typed?
fn is_interrupt(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}

/// Leaves when the loop has not done so in time: it may be busy with what was typed before.
fn insist() {
    let thread = thread::Builder::new().name("interrupt".to_owned());
    let ended = thread.spawn(|| {
        thread::sleep(GRACE);
        guard::leave_at_once();
        low_level::exit(killed_by(SIGINT).into())
    });
    // Without a thread to be had, the loop comes to the key in its turn.
    drop(ended);
}

enum Event {
    Bytes,
    Nothing,
    Gone,
}

/// Sleeps until something happens, or until what has begun should have gone on.
fn wait(tty: BorrowedFd<'_>, decoder: &Decoder) -> Event {
    let patience = decoder.patience().and_then(|p| Timespec::try_from(p).ok());
    let mut fds = [PollFd::from_borrowed_fd(tty, PollFlags::IN)];
    match poll(&mut fds, patience.as_ref()) {
        Ok(0) | Err(Errno::INTR) => Event::Nothing,
        // Bytes first: a terminal may say something and hang up.
        Ok(_) if fds[0].revents().contains(PollFlags::IN) => Event::Bytes,
        Ok(_) | Err(_) => Event::Gone,
    }
}
