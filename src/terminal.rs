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
mod error;
mod files;
mod guard;
mod history;
pub mod hooks;
mod input;
mod message;
mod screen;
mod signals;
mod still;
mod watch;

use std::sync::{Arc, mpsc};

use crate::system::environment::variable;
pub use ascii::transcribed;
pub use background::Source;
use dashboard::Dashboard;
pub use environment::Refusal;
pub use error::RunError;
use files::Files;
pub use input::NoKeyboard;
use message::{Message, killed_by};
pub use message::{PanicAt, Settings};
pub use still::still;

/// Does the locale know more than ASCII?
pub fn speaks_utf8() -> bool {
    environment::speaks_utf8(&variable)
}

/// Runs the dashboard until it is left, and returns the exit code.
///
/// # Errors
/// When there is no terminal that it could run on. The terminal is as it was before, always.
pub fn run(source: Source, settings: Settings) -> Result<u8, RunError> {
    environment::fit(&variable)?;
    let (send, messages) = mpsc::channel();
    let today = chrono::Local::now().date_naive();
    let newest = Arc::default();
    // Reading takes longer than all the rest, so it begins first.
    let (undrawn, drawn) = mpsc::channel();
    let (again, tell) = (Arc::clone(&newest), send.clone());
    background::read(source.clone(), today, again, tell, Some(drawn))
        .map_err(RunError::NoThread)?;
    let theme = environment::theme(&variable);
    let keyboard = input::Keyboard::open()?;
    let files = Files::new(source, today, newest, send.clone());
    signals::watch(send.clone(), Arc::clone(&files.interrupted)).map_err(RunError::Signals)?;
    let dashboard = Dashboard::new(theme, files, settings, send.clone(), undrawn);
    let mut dashboard = dashboard.map_err(RunError::Unusable)?;
    let code = guard::enter(settings.mouse)
        .and_then(|()| input::watch(keyboard, send))
        .and_then(|()| dashboard.run(&messages));
    guard::leave();
    dashboard.finish();
    code.map_err(RunError::Unusable)
}
