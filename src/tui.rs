//! The only code that touches the terminal: the event loop, and around it the modes, the
//! keyboard, signals, and what the environment says.
//!
//! ```text
//! keyboard thread ─┐
//! signal thread ───┴─ Message ─► Loop::apply ─► App ─► Screen::frame ─► guard::show
//! ```
//!
//! The loop sleeps until a message comes. It takes all that are queued, applies each in order,
//! and draws once, with one write. Nothing ticks: an idle program uses no processor time.

mod ascii;
mod decode;
mod environment;
mod guard;
pub mod hooks;
mod input;
mod screen;
mod signals;

use std::io;
use std::iter;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use color_eyre::eyre::{Result, WrapErr, bail};
use crossterm::event::KeyEvent;
use signal_hook::consts::{SIGHUP, SIGINT};

use crate::action::Effect;
use crate::app::App;
use crate::dossier::load::Loaded;
use crate::verify::Texts;
use screen::Screen;

/// After this many messages a frame is drawn even if more are queued, so that a long burst of
/// keys is seen to be going on.
const BATCH: usize = 4096;

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
#[derive(Debug)]
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
}

/// The exit code of a program that ended at a signal, as shells give it.
fn killed_by(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(u8::MAX)
}

/// Runs the dashboard until it is left, and returns the exit code.
///
/// # Errors
/// When there is no terminal that it could run on. The terminal is as it was before, always.
pub fn run(loaded: Loaded, texts: Texts, settings: Settings) -> Result<u8> {
    if let Some(reason) = environment::refusal(&environment::variable) {
        bail!(reason);
    }
    let theme = environment::theme(&environment::variable);
    let keyboard = input::Keyboard::open()?;
    let (send, messages) = mpsc::channel();
    signals::watch(send.clone()).wrap_err("signals cannot be watched")?;
    let today = chrono::Local::now().date_naive();
    let mut dashboard = Dashboard {
        app: App::new(loaded, theme, Some(today)).with_texts(texts),
        screen: Screen::new(theme)?,
        settings,
        frames: 0,
    };
    let code = guard::enter(settings.mouse)
        .and_then(|()| input::watch(keyboard, send))
        .and_then(|()| dashboard.run(&messages));
    guard::leave();
    code.wrap_err("the terminal cannot be used")
}

/// The application, its screen, and the loop that joins them.
struct Dashboard {
    app: App,
    screen: Screen,
    settings: Settings,
    frames: usize,
}

impl Dashboard {
    fn run(&mut self, messages: &Receiver<Message>) -> io::Result<u8> {
        loop {
            if !self.draw()? {
                return Ok(killed_by(SIGHUP));
            }
            let Ok(first) = messages.recv() else {
                return Ok(killed_by(SIGHUP));
            };
            let queued = messages.try_iter().take(BATCH);
            for message in iter::once(first).chain(queued) {
                if let Some(code) = self.apply(message)? {
                    return Ok(code);
                }
            }
        }
    }

    /// Draws one frame; false when the terminal does not take it any more.
    fn draw(&mut self) -> io::Result<bool> {
        let app = &mut self.app;
        let panics = self.settings.panic_at == Some(PanicAt::Draw) && self.frames > 0;
        let frame = self.screen.frame(screen::window_size(), |frame| {
            app.render(frame);
            assert!(!panics, "asked to panic while drawing");
        })?;
        let shown = guard::show(&frame).is_ok();
        if self.frames == 0 && self.settings.panic_at == Some(PanicAt::Worker) {
            thread::spawn(|| panic!("asked to panic in a worker"));
        }
        self.frames += 1;
        Ok(shown)
    }

    /// Does what a message asks; the exit code if that is the end.
    fn apply(&mut self, message: Message) -> io::Result<Option<u8>> {
        match message {
            Message::Key(key) => return Ok(self.press(key)),
            Message::Paste(text) => self.app.paste(&text),
            // The next frame asks for the size, whatever happened to it in between.
            Message::Resized => {}
            Message::Stop => signals::stop(),
            Message::Continued => self.take_back()?,
            Message::Killed(signal) => return Ok(Some(killed_by(signal))),
            Message::Lost => return Ok(Some(killed_by(SIGHUP))),
        }
        Ok(None)
    }

    fn press(&mut self, key: KeyEvent) -> Option<u8> {
        assert!(
            self.settings.panic_at != Some(PanicAt::Update),
            "asked to panic at a key"
        );
        match self.app.press(key)? {
            Effect::Quit => Some(0),
            Effect::Interrupt => Some(killed_by(SIGINT)),
            Effect::Suspend => {
                signals::stop_job();
                None
            }
            Effect::Copy(text) => {
                // A terminal that is gone is noticed at the next frame.
                let _ = guard::show(&screen::clipboard(&text));
                None
            }
        }
    }

    /// After a stop: the shell has changed the modes and the screen, so both are left (in case
    /// the stop came without warning) and entered anew.
    fn take_back(&mut self) -> io::Result<()> {
        guard::leave();
        guard::enter(self.settings.mouse)?;
        self.screen.forget();
        Ok(())
    }
}
