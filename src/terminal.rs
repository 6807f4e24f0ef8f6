//! The only code that touches the terminal: the event loop, and around it the modes, the
//! keyboard, signals, and what the environment says.
//!
//! ```text
//! keyboard ─┐
//! signals ──┼─ Message ─► Dashboard::apply ─► App ─► Screen::frame ─► guard::show
//! reader ───┤
//! searcher ─┘
//! ```
//!
//! The loop sleeps until a message comes. It takes all that are queued, applies each in order,
//! and draws once, with one write. Nothing ticks: an idle program uses no processor time.

mod ascii;
mod background;
mod dashboard;
mod decode;
mod environment;
mod files;
mod guard;
mod history;
pub mod hooks;
mod input;
mod screen;
mod signals;
mod still;
mod watch;

use std::sync::{Arc, mpsc};

use color_eyre::eyre::{Result, WrapErr, bail};
use crossterm::event::KeyEvent;

use crate::dashboard::app::{Content, Stage};
use crate::dashboard::panel::Shared;
use crate::load::Progress;
use crate::search::Answer;
use crate::system::environment::variable;
pub use background::Source;
use dashboard::Dashboard;
use files::Files;
pub use still::still;

/// How the dashboard is to be run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Capture the mouse: its wheel moves the selection, and the terminal's own selection of
    /// text needs Shift.
    pub mouse: bool,
    /// Panic on purpose, for the tests of what happens then.
    pub panic_at: Option<PanicAt>,
}

/// Where to panic on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanicAt {
    /// While the second frame is drawn.
    Draw,
    /// When a key is pressed.
    Update,
    /// In a thread of its own, once the first frame is shown.
    Worker,
}

/// What the loop is told.
enum Message {
    Key(KeyEvent),
    Paste(String),
    /// The window's size may have changed.
    Resized,
    /// This process is to stop until it is continued.
    Stop,
    /// This process was stopped and goes on.
    Continued,
    /// A signal asks for the end.
    Killed(i32),
    /// The terminal is gone.
    Lost,
    /// The head was read, or everything but a large file of quotes; and what follows.
    Begun(Box<Shared>, Stage),
    /// More of the quotes were read.
    Progress(Progress),
    /// What goes on behind the screen.
    Stage(Option<Stage>),
    /// Everything was read.
    Read(Box<Content>),
    /// Files of the dossier were changed.
    Changed,
    /// A search has found something.
    Answer(Answer),
    /// Something to be told to the person.
    Remark(String),
}

/// The exit code of a program that ended at a signal, as shells give it.
fn killed_by(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(u8::MAX)
}

/// Runs the dashboard until it is left, and returns the exit code.
///
/// # Errors
/// When there is no terminal that it could run on. The terminal is as it was before, always.
pub fn run(source: Source, settings: Settings) -> Result<u8> {
    if let Some(reason) = environment::refusal(&variable) {
        bail!(reason);
    }
    let (send, messages) = mpsc::channel();
    let today = chrono::Local::now().date_naive();
    let newest = Arc::default();
    // Reading takes longer than all the rest, so it begins first.
    let (undrawn, drawn) = mpsc::channel();
    let (again, tell) = (Arc::clone(&newest), send.clone());
    background::read(source.clone(), today, again, tell, Some(drawn))
        .wrap_err("no thread can be started")?;
    let theme = environment::theme(&variable);
    let keyboard = input::Keyboard::open()?;
    let files = Files::new(source, today, newest, send.clone());
    signals::watch(send.clone(), Arc::clone(&files.interrupted))
        .wrap_err("signals cannot be watched")?;
    let mut dashboard = Dashboard::new(theme, files, settings, send.clone(), undrawn)?;
    let code = guard::enter(settings.mouse)
        .and_then(|()| input::watch(keyboard, send))
        .and_then(|()| dashboard.run(&messages));
    guard::leave();
    dashboard.finish();
    code.wrap_err("the terminal cannot be used")
}
