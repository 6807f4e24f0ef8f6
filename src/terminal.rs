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

mod abort;
mod ascii;
mod background;
mod brief;
mod copier;
mod dashboard;
mod decode;
mod emoji;
mod environment;
mod error;
mod faults;
mod files;
mod guard;
mod history;
pub mod hooks;
mod inbox;
mod input;
mod message;
mod paths;
mod pointer;
mod screen;
mod screenshot;
mod session;
mod signals;
mod text;
mod typed;
mod undecided;
mod watch;
mod writer;

use std::sync::{Arc, mpsc};

use crate::system::clock;
use crate::system::environment::variable;
pub use background::Source;
use dashboard::Dashboard;
pub use environment::Refusal;
pub use error::RunError;
pub use faults::PanicAt;
use files::Files;
pub use input::NoKeyboard;
pub use message::Settings;
use message::{Message, killed_by};
pub use screenshot::screenshot;

/// How many keys and pastes the bytes from a keyboard are that come in these pieces, after which no more
/// come. The terminal is not touched.
pub fn keys_in<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> usize {
    let mut decoder = decode::Decoder::default();
    let mut keys = Vec::new();
    for piece in pieces {
        decoder.feed(piece, &mut keys);
    }
    decoder.pause(&mut keys);
    keys.len()
}

/// Runs the dashboard until it is left, and returns the exit code.
///
/// # Errors
/// When there is no terminal that it could run on. The terminal is as it was before, always.
pub fn run(source: Source, settings: Settings) -> Result<u8, RunError> {
    environment::fit(&variable)?;
    let (send, messages) = mpsc::channel();
    let today = clock::now().date();
    let newest = Arc::default();
    let unwatched = source.before();
    // Reading takes longer than all the rest, so it begins first.
    let (undrawn, drawn) = mpsc::channel();
    let (again, tell) = (Arc::clone(&newest), send.clone());
    background::read(source.clone(), today, again, tell, Some(drawn))
        .map_err(RunError::NoThread)?;
    let theme = environment::theme(settings.look, &variable);
    let keyboard = input::Keyboard::open()?;
    let files = Files::new(source, today, newest, send.clone(), unwatched);
    signals::watch(send.clone(), Arc::clone(&files.interrupted)).map_err(RunError::Signals)?;
    // Without it an abort would leave the terminal as it is, and nothing else.
    let _ = abort::watch();
    let mouse = settings.mouse;
    let mut dashboard = Dashboard::new(theme, files, settings, send.clone(), undrawn)
        .map_err(RunError::Unusable)?;
    let code = guard::enter(mouse)
        .and_then(|()| input::watch(keyboard, send))
        .and_then(|()| dashboard.run(&messages));
    guard::leave();
    dashboard.finish();
    copier::tell_lost(&messages);
    code.map_err(RunError::Unusable)
}
