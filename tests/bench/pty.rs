//! A pseudo-terminal that is read as fast as a program writes: a thread takes what comes, keeps the
//! screen, and notes when a wished screen is there. The time of an answer is when the bytes that
//! complete it were read, not when this side was done with them.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use color_eyre::eyre::{Result, eyre};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::Screen;

use super::replies::Replies;

/// Columns and rows.
pub(crate) type Size = (u16, u16);

/// Does the screen show what is waited for?
pub(crate) type Sign = Box<dyn Fn(&Screen) -> bool + Send>;

type Writer = Arc<Mutex<Box<dyn Write + Send>>>;

/// A program in a terminal. It is killed when this is dropped.
pub(crate) struct Pty {
    child: Box<dyn Child + Send + Sync>,
    /// Closes the terminal when it is dropped.
    _master: Box<dyn MasterPty + Send>,
    writer: Writer,
    shared: Arc<Workspace>,
    /// Just before the program was started.
    pub(crate) started: Instant,
}

struct Workspace {
    seen: Mutex<Seen>,
    came: Condvar,
}

impl Workspace {
    fn new(parser: vt100::Parser<Replies>) -> Self {
        let seen = Seen {
            parser,
            bytes: 0,
            last: None,
            wished: None,
            came: None,
            ended: false,
        };
        Self {
            seen: Mutex::new(seen),
            came: Condvar::new(),
        }
    }
}

/// What the program wrote so far.
struct Seen {
    parser: vt100::Parser<Replies>,
    bytes: usize,
    last: Option<Instant>,
    wished: Option<Sign>,
    came: Option<Instant>,
    ended: bool,
}

impl Pty {
    /// Starts a command in a terminal of that size.
    pub(crate) fn spawn(command: CommandBuilder, size: Size) -> Result<Self> {
        let (cols, rows) = size;
        let (Some(width), Some(height)) = (NonZeroU16::new(cols), NonZeroU16::new(rows)) else {
            return Err(eyre!("a terminal without columns or rows"));
        };
        let whole = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let pair = native_pty_system()
            .openpty(whole)
            .map_err(|error| eyre!("no pseudo-terminal: {error}"))?;
        let reader = pair.master.try_clone_reader().map_err(|e| eyre!("{e}"))?;
        let writer = Arc::new(Mutex::new(
            pair.master.take_writer().map_err(|e| eyre!("{e}"))?,
        ));
        let parser = vt100::Parser::new_with_callbacks(height, width, 0, Replies::default());
        let shared = Arc::new(Workspace::new(parser));
        let (to, answers) = (Arc::clone(&shared), Arc::clone(&writer));
        thread::spawn(move || read(reader, &to, &answers));
        let started = Instant::now();
        let child = pair
            .slave
            .spawn_command(command)
            .map_err(|error| eyre!("cannot be started: {error}"))?;
        Ok(Self {
            child,
            _master: pair.master,
            writer,
            shared,
            started,
        })
    }

    /// Waits until the screen shows something, perhaps it does already; returns when it came.
    pub(crate) fn wait(&self, sign: Sign, patience: Duration) -> Option<Instant> {
        {
            let mut seen = lock(&self.shared.seen);
            if sign(seen.parser.screen()) {
                return seen.last;
            }
            seen.came = None;
            seen.wished = Some(sign);
        }
        self.await_wish(patience)
    }

    /// Types, and returns how long it took until the screen showed something that it does not yet.
    pub(crate) fn press(&self, keys: &str, sign: Sign, patience: Duration) -> Option<Duration> {
        {
            let mut seen = lock(&self.shared.seen);
            seen.came = None;
            seen.wished = Some(sign);
        }
        let pressed = Instant::now();
        self.write(keys);
        let came = self.await_wish(patience)?;
        Some(came.saturating_duration_since(pressed))
    }

    fn await_wish(&self, patience: Duration) -> Option<Instant> {
        let seen = lock(&self.shared.seen);
        let waits = |seen: &mut Seen| seen.came.is_none() && !seen.ended;
        let waited = self.shared.came.wait_timeout_while(seen, patience, waits);
        let (mut seen, _) = waited.unwrap_or_else(PoisonError::into_inner);
        seen.wished = None;
        seen.came
    }

    /// Types without waiting for an answer. A program that has ended shows that by answering none.
    pub(crate) fn write(&self, keys: &str) {
        let mut writer = lock(&self.writer);
        let _ = writer
            .write_all(keys.as_bytes())
            .and_then(|()| writer.flush());
    }

    /// Waits until nothing was written for a while, at most `patience`.
    pub(crate) fn settle(&self, quiet: Duration, patience: Duration) {
        let since = Instant::now();
        while since.elapsed() < patience {
            let last = lock(&self.shared.seen).last.unwrap_or(since).max(since);
            match quiet.checked_sub(last.elapsed()) {
                None | Some(Duration::ZERO) => return,
                Some(left) => thread::sleep(left),
            }
        }
    }

    /// How many bytes were written so far.
    pub(crate) fn written(&self) -> usize {
        lock(&self.shared.seen).bytes
    }

    /// Does the screen show this now?
    pub(crate) fn shows(&self, sign: &Sign) -> bool {
        sign(lock(&self.shared.seen).parser.screen())
    }

    /// The text on the screen, to tell what is there in place of what was expected.
    pub(crate) fn text(&self) -> String {
        lock(&self.shared.seen).parser.screen().contents()
    }

    /// The number of the process.
    pub(crate) fn process(&self) -> Option<u32> {
        self.child.process_id()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let number = self
            .child
            .process_id()
            .and_then(|id| i32::try_from(id).ok());
        if let Some(process) = number.and_then(Pid::from_raw) {
            // It may have ended by itself.
            let _ = kill_process(process, Signal::KILL);
        }
        let _ = self.child.wait();
    }
}

/// Reads until the end of the program, which a terminal tells as a fault.
fn read(mut reader: Box<dyn Read + Send>, shared: &Workspace, writer: &Writer) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(count @ 1..) = reader.read(&mut bytes) {
        let now = Instant::now();
        let mut seen = lock(&shared.seen);
        seen.last = Some(now);
        seen.bytes += count;
        seen.parser.process(&bytes[..count]);
        let replies = seen.parser.callbacks_mut().take();
        let is_there = seen
            .wished
            .as_ref()
            .is_some_and(|sign| sign(seen.parser.screen()));
        if is_there {
            seen.wished = None;
            seen.came = Some(now);
            shared.came.notify_all();
        }
        drop(seen);
        if !replies.is_empty() {
            let mut writer = lock(writer);
            let _ = writer.write_all(&replies).and_then(|()| writer.flush());
        }
    }
    lock(&shared.seen).ended = true;
    shared.came.notify_all();
}

/// What is shared is whole after each step, so a panic elsewhere does not spoil it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A row of the screen, counted from the last as -1 if negative.
pub(crate) fn row(screen: &Screen, at: i16) -> String {
    let (rows, columns) = screen.size();
    let from_end = rows.get().saturating_sub(at.unsigned_abs());
    let row = u16::try_from(at).unwrap_or(from_end);
    screen.contents_between(row, 0, row, columns.get())
}
