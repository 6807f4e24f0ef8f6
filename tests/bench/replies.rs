//! What a terminal answers when it is asked about itself. Without an answer some programs wait for
//! a while before they draw, which would count against them.

use vt100::{Callbacks, Screen};

/// Collects the answers that are due.
#[derive(Default)]
pub(crate) struct Replies(Vec<u8>);

impl Replies {
    /// The answers since the last time.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.0)
    }
}

impl Callbacks for Replies {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        mark: Option<u8>,
        _: Option<u8>,
        parameters: &[&[u16]],
        last: char,
    ) {
        let first = parameters.first().and_then(|p| p.first()).copied();
        match (mark, first.unwrap_or(0), last) {
            // A VT220 with colours, as xterm says.
            (None, 0, 'c') => self.0.extend(b"\x1b[?62;22c"),
            (Some(b'>'), 0, 'c') => self.0.extend(b"\x1b[>1;10;0c"),
            (None, 5, 'n') => self.0.extend(b"\x1b[0n"),
            (None, 6, 'n') => {
                let (row, column) = screen.cursor_position();
                let answer = format!("\x1b[{};{}R", row + 1, column + 1);
                self.0.extend(answer.as_bytes());
            }
            _ => {}
        }
    }

    fn unhandled_osc(&mut self, _: &mut Screen, parameters: &[&[u8]]) {
        // Light grey on black.
        match parameters {
            [b"10", b"?"] => self.0.extend(b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
            [b"11", b"?"] => self.0.extend(b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
            _ => {}
        }
    }
}
