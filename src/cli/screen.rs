//! What the terminal is that an answer goes to.

use std::os::fd::AsFd;

use rustix::termios::tcgetwinsize;

use crate::system::environment::variable;

/// Can the terminal do more than print one line after the other?
pub(super) fn has_screen() -> bool {
    variable("TERM").is_some_and(|term| term != "dumb")
}

/// Does the person want colours? <https://no-color.org>: any value that is not empty says no.
pub(super) fn wants_colour() -> bool {
    variable("NO_COLOR").is_none()
}

/// Columns and rows of a terminal.
pub(super) fn size(terminal: impl AsFd) -> (usize, usize) {
    match tcgetwinsize(terminal) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col.into(), size.ws_row.into()),
        // What a terminal has that does not know its size.
        _ => (80, 24),
    }
}
