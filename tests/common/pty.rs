//! The real program in a pseudo-terminal: type, resize, signal, and read the screen as a person
//! would see it. Nothing here sleeps as a proof; everything waits for a condition.
#![allow(dead_code, reason = "each test file uses its own part of this")]
#![expect(unreachable_pub, reason = "a module of several test programs")]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// The program under test.
pub const BILAT: &str = env!("CARGO_BIN_EXE_bilat");
/// Far longer than anything takes, for a machine that is busy with other things.
pub const DEADLINE: Duration = Duration::from_secs(30);
/// What stands in the first frame of the built-in dossier.
pub const TITLE: &str = "Laos";

/// A command with nothing in its environment but what a terminal sets.
pub fn command(program: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env_clear();
    command.env("PATH", "/usr/local/bin:/usr/bin:/bin");
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.env("PS1", "prompt> ");
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

/// A script for `sh` in which `$0` is the program.
pub fn script(text: &str) -> CommandBuilder {
    command("/bin/sh", &["-c", text, BILAT])
}

fn parser(columns: u16, rows: u16) -> vt100::Parser {
    let size = |n: u16| NonZeroU16::new(n).expect("a size to look at");
    vt100::Parser::new(size(rows), size(columns), 0)
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

/// Everything that the program wrote, and what a terminal made of it.
pub struct Seen {
    pub bytes: Vec<u8>,
    parser: vt100::Parser,
}

impl Seen {
    /// The text on the screen.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    pub fn alternate(&self) -> bool {
        self.parser.screen().alternate_screen()
    }

    /// What is in each column of a row of the screen; nothing in the second one of a wide letter.
    pub fn cells(&self, row: u16) -> Vec<String> {
        let screen = self.parser.screen();
        let cells = (0..).map_while(|column| screen.cell(row, column));
        cells.map(|cell| cell.contents().to_owned()).collect()
    }

    /// Where a run of bytes was last written.
    pub fn last(&self, needle: &str) -> Option<usize> {
        let needle = needle.as_bytes();
        self.bytes.windows(needle.len()).rposition(|w| w == needle)
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.parser.process(bytes);
    }
}

/// Compares a terminal's modes with those of the start, whose type has no name here.
type Comparison = Box<dyn Fn(&dyn MasterPty) -> bool + Send>;

/// A pseudo-terminal with a program in it.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Made when something is typed first: when it is dropped it types an end of file, which
    /// must not wake a program that has lost its terminal.
    writer: Arc<Mutex<Option<Box<dyn Write + Send>>>>,
    seen: Arc<Mutex<Seen>>,
    has_old_modes: Comparison,
}

impl Pty {
    /// Starts a command in a terminal of that size, and reads what it writes from then on.
    pub fn spawn(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pty = Self::spawn_unread(command, columns, rows);
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let seen = Arc::clone(&pty.seen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                seen.lock().expect("no panic").take(&bytes[..count]);
            }
        });
        pty
    }

    /// Starts a command in a terminal that nobody reads.
    pub fn spawn_unread(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a pseudo-terminal");
        let modes = pair.master.get_termios().expect("its modes");
        let child = pair.slave.spawn_command(command).expect("it starts");
        Self {
            master: pair.master,
            child,
            writer: Arc::default(),
            seen: Arc::new(Mutex::new(Seen {
                bytes: Vec::new(),
                parser: parser(columns, rows),
            })),
            has_old_modes: Box::new(move |master| master.get_termios() == Some(modes.clone())),
        }
    }

    /// The program with these arguments on 80 by 24, once its first frame is there.
    pub fn bilat(arguments: &[&str]) -> Self {
        Self::shown(command(BILAT, arguments))
    }

    /// A command that shows the dashboard, once its first frame is there.
    pub fn shown(command: CommandBuilder) -> Self {
        let pty = Self::spawn(command, 80, 24);
        pty.wait_for_dashboard();
        pty
    }

    pub fn wait_for_dashboard(&self) {
        self.wait("the dashboard", |seen| {
            seen.alternate() && seen.text().contains(TITLE)
        });
    }

    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("no panic")
    }

    /// Reads in this thread until `needle` was written; for a terminal that is unread.
    pub fn read_until(&self, needle: &str) {
        let mut reader = self.master.try_clone_reader().expect("a reader");
        let mut bytes = [0; 4096];
        while self.seen().last(needle).is_none() {
            let count = reader.read(&mut bytes).expect("output");
            self.seen().take(&bytes[..count]);
        }
    }

    /// What is still to be read of a terminal that was unread, after the end of the program.
    pub fn rest(&self) -> Vec<u8> {
        let mut reader = self.master.try_clone_reader().expect("a reader");
        let mut bytes = Vec::new();
        // The end of a terminal is told as a fault, after everything that was written.
        let _ = reader.read_to_end(&mut bytes);
        bytes
    }

    /// Waits until the screen is as it should be.
    pub fn wait(&self, what: &str, mut is_so: impl FnMut(&Seen) -> bool) {
        eventually(
            || is_so(&self.seen()),
            || format!("{what}; the screen shows:\n{}", self.seen().text()),
        );
    }

    /// Types, in a thread of its own: a program that reads no more must not stop the test.
    pub fn send(&self, bytes: impl Into<Vec<u8>>) {
        let writer = Arc::clone(&self.writer);
        // When it is busy it is there.
        if let Ok(mut first) = writer.try_lock() {
            first.get_or_insert_with(|| self.master.take_writer().expect("a writer"));
        }
        let bytes = bytes.into();
        let typing = thread::spawn(move || {
            let mut guard = writer.lock().expect("no panic");
            let writer = guard.as_mut().expect("made above");
            // An end of the program makes an end of the writing.
            let _ = writer.write_all(&bytes).and_then(|()| writer.flush());
        });
        // What is short is written in order.
        let since = Instant::now();
        while !typing.is_finished() && since.elapsed() < Duration::from_secs(1) {
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Changes the size of the terminal, and of what is looked at.
    pub fn resize(&self, columns: u16, rows: u16) {
        let fits = |n: u16| NonZeroU16::new(n).expect("a size to look at");
        let mut seen = self.seen();
        seen.parser.screen_mut().set_size(fits(rows), fits(columns));
        self.master.resize(size(columns, rows)).expect("resizes");
    }

    /// Changes the size that the program is told, not of what is looked at.
    pub fn tell_size(&self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).expect("resizes");
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    pub fn signal(&self, name: Signal) {
        signal(self.pid(), name);
    }

    /// Are the terminal's modes what they were before the program started?
    pub fn has_old_modes(&self) -> bool {
        (self.has_old_modes)(&*self.master)
    }

    /// Waits for the end and returns the exit code; the modes must be back by then.
    pub fn exit(&mut self) -> u32 {
        let mut code = None;
        let text = Arc::clone(&self.seen);
        let child = &mut self.child;
        eventually(
            || {
                code = child.try_wait().expect("a child").map(|s| s.exit_code());
                code.is_some()
            },
            || {
                format!(
                    "the end; the screen shows:\n{}",
                    text.lock().expect("no panic").text()
                )
            },
        );
        assert!(
            self.has_old_modes(),
            "the terminal's modes are not restored"
        );
        code.expect("an exit code")
    }

    /// Changes the size and waits for the frame that answers, so that the program is known to run.
    pub fn answers(&self) {
        let before = self.seen().bytes.len();
        let size = self.master.get_size().expect("a size");
        self.tell_size(size.cols ^ 1, size.rows);
        self.wait("a frame", |seen| seen.bytes.len() > before);
    }

    /// [`Self::exit`], with the screen, the paste mode and the cursor given back in that order.
    pub fn exit_restored(&mut self) -> u32 {
        let code = self.exit();
        self.wait("the normal screen", |seen| !seen.alternate());
        let seen = self.seen();
        let order = ["\x1b[?2004l", "\x1b[?1049l", "\x1b[?25h"].map(|mode| seen.last(mode));
        assert!(
            order.iter().all(Option::is_some) && order.is_sorted(),
            "{order:?}"
        );
        code
    }

    /// Closes the terminal as a window is closed, and waits for the end of the program.
    pub fn close(self) {
        let Self {
            master,
            mut child,
            writer,
            ..
        } = self;
        drop((master, writer));
        eventually(
            || child.try_wait().expect("a child").is_some(),
            || "the end of a program without a terminal".to_owned(),
        );
    }
}

/// Waits for a condition.
pub fn eventually(mut is_so: impl FnMut() -> bool, otherwise: impl Fn() -> String) {
    let since = Instant::now();
    while !is_so() {
        assert!(
            since.elapsed() < DEADLINE,
            "waited in vain for {}",
            otherwise()
        );
        thread::sleep(Duration::from_millis(5));
    }
}

pub fn signal(process: u32, signal: Signal) {
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    kill_process(pid.expect("a process"), signal).expect("the signal is sent");
}

/// The fields of `/proc/PID/stat` after the name: state, parent, … (proc(5) counts from 3).
pub fn stat(process: u32) -> Option<Vec<String>> {
    fields(&format!("/proc/{process}/stat"))
}

fn fields(path: &str) -> Option<Vec<String>> {
    let text = fs::read_to_string(path).ok()?;
    let (_, fields) = text.rsplit_once(')')?;
    Some(fields.split_whitespace().map(str::to_owned).collect())
}

/// Clock ticks of processor time that a process has used.
pub fn ticks(process: u32) -> u64 {
    used(&stat(process).expect("a process"))
}

/// Clock ticks of processor time that its first thread has used, which runs the loop.
pub fn ticks_of_loop(process: u32) -> u64 {
    used(&fields(&format!("/proc/{process}/task/{process}/stat")).expect("a process"))
}

fn used(stat: &[String]) -> u64 {
    let field = |at: usize| stat[at].parse::<u64>().expect("a number");
    field(11) + field(12)
}

/// The one child of a shell.
pub fn child_of(shell: u32) -> u32 {
    let mut found = None;
    eventually(
        || {
            let entries = fs::read_dir("/proc").expect("/proc");
            let processes = entries
                .flatten()
                .filter_map(|e| e.file_name().to_str()?.parse().ok());
            found = processes
                .into_iter()
                .find(|p: &u32| stat(*p).is_some_and(|s| s[1] == shell.to_string()));
            found.is_some()
        },
        || "a child of the shell".to_owned(),
    );
    found.expect("a child")
}

/// Every control sequence in `bytes` by its parameters and final byte, such as `?25h`; anything
/// else that begins with an ESC fails the test, as no other is ever meant to be written.
pub fn sequences(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split('\x1b');
    parts.next();
    parts
        .map(|part| {
            let part = part
                .strip_prefix('[')
                .unwrap_or_else(|| panic!("ESC {part:?}"));
            let end = part.find(|c: char| ('@'..='~').contains(&c));
            part[..=end.expect("an end")].to_owned()
        })
        .collect()
}
