//! What the event loop receives, and how it ends.

use std::time::Duration;

use crossterm::event::KeyEvent;

use super::decode::Mouse;
use super::faults::PanicAt;
use crate::dashboard::app::{Answered, Content, Stage, Vetted};
use crate::dashboard::keymap::bound::Keymap;
use crate::dashboard::ui::palette::Look;
use crate::load::Progress;
use crate::search::{Answer, Completion};
use crate::system::clipboard::Sent;
use crate::workspace::Workspace;

/// How the dashboard is to be run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Capture the mouse: the terminal's own selection of text then needs Shift.
    pub mouse: bool,
    /// Whose colours are drawn.
    pub look: Look,
    /// Begin anew, not where the last session was left.
    pub fresh: bool,
    /// The keys that hold.
    pub keymap: Keymap,
    /// Panic on purpose, for the tests of what happens then.
    pub panic_at: Option<PanicAt>,
}

/// What the loop is told.
pub(super) enum Message {
    /// A key, and the session in which it was read.
    Key(KeyEvent, u64),
    /// A paste, and the session in which it was read.
    Paste(String, u64),
    /// What the mouse does, and the session in which it was read.
    Mouse(Mouse, u64),
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
    Begun(Box<Workspace>, Stage),
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
    /// What became of a text that was to be copied.
    Copied(Sent),
    /// What became of a decision on proposals.
    Reviewed(Answered),
    /// What came of the comparison of a text.
    Vetted(Vetted),
    /// The text that is shown was changed.
    TextChanged,
    /// A path that was typed, and those that begin like it.
    Paths(String, Vec<Completion>),
    /// Something to be told to the person.
    Remark(String),
}

/// How long the loop may take to leave by itself: it may be waiting for a terminal that takes no
/// more bytes, and whoever asked for the end will not wait much longer.
pub(super) const GRACE: Duration = Duration::from_millis(300);

/// The exit code of a program that ended at a signal, as shells give it.
pub(super) fn killed_by(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(u8::MAX)
}
