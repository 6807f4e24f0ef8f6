//! The terminal's modes: one way in, one way out, whatever happens in between.
//!
//! [`leave`] may be called from any thread, any number of times, with a terminal that is gone or
//! that nobody reads. It neither prints through the standard library, which panics on a dead
//! terminal, nor waits without bound.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::{LocalModes, tcgetattr, tcgetpgrp};

use crate::system::keyboard;

/// Alternate screen, bracketed paste, no cursor, no new line at the right edge, where a terminal may
/// take an emoji for wider than it is. The screen is wiped as well because a console without an
/// alternate screen (Linux) would show the shell's text between ours.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[?7l\x1b[2J";
/// Clicks and the wheel, in the encoding that has no limit of columns. Movement is not asked for.
const MOUSE_ON: &[u8] = b"\x1b[?1002h\x1b[?1006h";
/// Colours first, for a frame may have been cut short; the cursor last, for it belongs to the
/// normal screen.
const LEAVE: &[u8] = b"\x1b[0m\x1b[?7h\x1b[?2004l\x1b[?1049l\x1b[?25h";
const LEAVE_WITH_MOUSE: &[u8] =
    b"\x1b[0m\x1b[?7h\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?1049l\x1b[?25h";

/// How long to wait for a terminal that takes no more bytes: a slow line may need this long, and
/// a person who quits should not wait longer.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long to wait for a frame that another thread is writing.
const FRAME: Duration = Duration::from_millis(100);

/// The terminal is ours.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// Another program has it.
static LENT: AtomicBool = AtomicBool::new(false);
/// A frame is being written.
static WRITING: AtomicBool = AtomicBool::new(false);
/// How often the terminal came back from another program: keys that were typed before that are not
/// for us.
static SESSION: AtomicU64 = AtomicU64::new(0);
/// The mouse is captured.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Raw mode, then everything in [`ENTER`].
///
/// # Errors
/// When the terminal cannot be made raw or written to.
pub(super) fn enter(mouse: bool) -> io::Result<()> {
    MOUSE.store(mouse, SeqCst);
    // Said before it is done: a fault half-way through is then undone as a whole.
    ENTERED.store(true, SeqCst);
    LENT.store(false, SeqCst);
    terminal::enable_raw_mode()?;
    let bytes = if mouse {
        [ENTER, MOUSE_ON].concat()
    } else {
        ENTER.to_vec()
    };
    show(&bytes)
}

/// Gives the terminal to another program, such as an editor, until [`enter`].
pub(super) fn lend() {
    LENT.store(true, SeqCst);
    leave();
}

/// The other program has ended, and with it all that was typed for it. To be called while the terminal
/// is not entered again.
pub(super) fn forget_typed() {
    SESSION.fetch_add(1, SeqCst);
    keyboard::forget_typed();
}

/// The number of the session: what was read in another one is not for us.
pub(super) fn session() -> u64 {
    SESSION.load(SeqCst)
}

/// Another program has the terminal.
pub(super) fn is_lent() -> bool {
    LENT.load(SeqCst)
}

/// The terminal is ours, and so is what is typed.
pub(super) fn is_entered() -> bool {
    ENTERED.load(SeqCst)
}

/// Gives the terminal back as it was. Only the first call after [`enter`] does anything.
pub(super) fn leave() {
    leave_within(PATIENCE);
}

/// [`leave`] without waiting: what the terminal does not take at once is not said.
pub(super) fn leave_at_once() {
    leave_within(Duration::ZERO);
}

fn leave_within(patience: Duration) {
    if !ENTERED.swap(false, SeqCst) {
        return;
    }
    let background = is_in_background();
    // From the background this would stop the process; the shell has put its own modes back.
    if !background {
        // A terminal that is gone has no modes to put back.
        let _ = terminal::disable_raw_mode();
    }
    let since = Instant::now();
    while WRITING.load(SeqCst) && since.elapsed() < FRAME.min(patience) {
        thread::sleep(Duration::from_millis(1));
    }
    let unwelcome = background && stops_background_output();
    if !unwelcome && takes_bytes(patience) {
        let bytes = if MOUSE.load(SeqCst) {
            LEAVE_WITH_MOUSE
        } else {
            LEAVE
        };
        let _ = write_all(bytes);
    }
}

/// Writes one frame at once; nothing after [`leave`].
///
/// # Errors
/// When the terminal is gone.
pub(super) fn show(frame: &[u8]) -> io::Result<()> {
    // Either this thread sees that the terminal was left, or the leaving one sees this frame.
    WRITING.store(true, SeqCst);
    let result = if ENTERED.load(SeqCst) {
        write_all(frame)
    } else {
        Ok(())
    };
    WRITING.store(false, SeqCst);
    result
}

fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    let stdout = io::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(&stdout, bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            // Another program may have made the shared terminal non-blocking.
            Err(Errno::AGAIN) => {
                poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn takes_bytes(patience: Duration) -> bool {
    let stdout = io::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    let patience = Timespec::try_from(patience).ok();
    let _ = poll(&mut fds, patience.as_ref());
    fds[0].revents().contains(PollFlags::OUT)
}

fn is_in_background() -> bool {
    // No answer means that this is not the controlling terminal, and then nothing is forbidden.
    tcgetpgrp(io::stdout()).is_ok_and(|front| front != getpgrp())
}

fn stops_background_output() -> bool {
    tcgetattr(io::stdout()).is_ok_and(|modes| modes.local_modes.contains(LocalModes::TOSTOP))
}
