//! Bytes from the keyboard to keys, pastes, and what the mouse does.
//!
//! The library that draws can read keys too, but it takes the answers of a terminal for keys
//! (`ESC P … ESC \` would press letters that mean something here), waits inside a read for the
//! rest of a sequence, and keeps a paste of any size. A terminal sends ECMA-48: whole control
//! strings and sequences are recognised here, and what is not known is dropped as a whole.

mod keys;
mod mouse;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub(super) use mouse::{Mouse, Pressed};

/// More of a paste is thrown away: a search line of this length is already no search, and every
/// character of it costs time at each later key.
pub(super) const MAX_PASTE: usize = 64 * 1024;
/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";
/// A longer sequence of parameters is not one that we know.
const MAX_PARAMETERS: usize = 64;

/// After this long an Esc was the key and not the start of a sequence. Terminals send sequences
/// whole; a remote line may split them by some milliseconds, and a person waits for Esc.
const ESCAPE_PAUSE: Duration = Duration::from_millis(40);
/// After this long an answer of the terminal, or a sequence, will not be finished.
const STRING_PAUSE: Duration = Duration::from_millis(250);
/// After this long a paste whose end got lost is taken as it is, so that keys work again.
const PASTE_PAUSE: Duration = Duration::from_secs(2);

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// One key.
    Key(KeyEvent),
    /// One paste, with line feeds between lines.
    Paste(String),
    /// The mouse.
    Mouse(Mouse),
}

/// Where in a sequence the last byte was.
#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    Escape,
    /// `ESC [`: the parameters so far.
    Sequence(Vec<u8>),
    /// `ESC O`.
    Single,
    /// `ESC [ [`: a function key of the Linux console.
    Console,
    /// Bytes of an old mouse report that are still to come.
    Skip(u8),
    /// `ESC P`, `ESC ]`, …: an answer of the terminal, up to its end; was the last byte an ESC?
    String(bool),
    /// The text so far, and how much of [`PASTE_END`] was seen.
    Paste(Vec<u8>, usize),
    /// The bytes of a character so far, how many it has, and whether Alt is held.
    Character(Vec<u8>, usize, bool),
}

/// Turns bytes into [`Input`], keeping what is unfinished.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    state: State,
}

impl Decoder {
    /// Takes bytes as they came.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        for &byte in bytes {
            self.state = step(std::mem::take(&mut self.state), byte, out);
        }
    }

    /// How long to wait for the rest of what has begun; none when nothing has.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Escape | State::Single => Some(ESCAPE_PAUSE),
            State::Paste(..) => Some(PASTE_PAUSE),
            _ => Some(STRING_PAUSE),
        }
    }

    /// Nothing came for that long.
    pub(super) fn pause(&mut self, out: &mut Vec<Input>) {
        match std::mem::take(&mut self.state) {
            State::Escape => press(KeyCode::Esc, KeyModifiers::NONE, out),
            State::Paste(text, _) => out.push(Input::Paste(pasted(text))),
            _ => {}
        }
    }
}

fn press(code: KeyCode, modifiers: KeyModifiers, out: &mut Vec<Input>) {
    out.push(Input::Key(KeyEvent::new(code, modifiers)));
}

/// One byte: the state after it.
fn step(state: State, byte: u8, out: &mut Vec<Input>) -> State {
    match state {
        State::Ground => ground(byte, false, out),
        State::Escape => escape(byte, out),
        State::Sequence(parameters) => sequence(parameters, byte, out),
        State::Single => {
            out.extend(keys::single(byte).map(Input::Key));
            State::Ground
        }
        State::Console => {
            out.extend(keys::console(byte).map(Input::Key));
            State::Ground
        }
        State::Skip(1) => State::Ground,
        State::Skip(left) => State::Skip(left - 1),
        State::String(escaped) => string(escaped, byte, out),
        State::Paste(text, seen) => paste(text, seen, byte, out),
        State::Character(bytes, length, alt) => character(bytes, length, alt, byte, out),
    }
}

fn ground(byte: u8, alt: bool, out: &mut Vec<Input>) -> State {
    let held = if alt {
        KeyModifiers::ALT
    } else {
        KeyModifiers::NONE
    };
    match byte {
        0x1b => return State::Escape,
        0xc2..=0xdf => return State::Character(vec![byte], 2, alt),
        0xe0..=0xef => return State::Character(vec![byte], 3, alt),
        0xf0..=0xf4 => return State::Character(vec![byte], 4, alt),
        // No character begins so.
        0x80..=0xc1 | 0xf5..=0xff => {}
        b'\r' => press(KeyCode::Enter, held, out),
        b'\t' => press(KeyCode::Tab, held, out),
        0x7f => press(KeyCode::Backspace, held, out),
        0 => press(KeyCode::Char(' '), held | KeyModifiers::CONTROL, out),
        // Control keys are the letters less 0x60, and 4 to 7 for the four after Esc.
        0x01..=0x1a => control(byte + 0x60, held, out),
        0x1c..=0x1f => control(byte + 0x18, held, out),
        0x20..=0x7e => out.push(Input::Key(keys::character(char::from(byte), held))),
    }
    State::Ground
}

fn control(letter: u8, held: KeyModifiers, out: &mut Vec<Input>) {
    let code = KeyCode::Char(char::from(letter));
    press(code, held | KeyModifiers::CONTROL, out);
}

fn escape(byte: u8, out: &mut Vec<Input>) -> State {
    match byte {
        b'[' => State::Sequence(Vec::new()),
        b'O' => State::Single,
        // DCS, OSC, SOS, PM, APC.
        b'P' | b']' | b'X' | b'^' | b'_' => State::String(false),
        0x1b => {
            press(KeyCode::Esc, KeyModifiers::NONE, out);
            State::Escape
        }
        // A string that was given up: its end is no key.
        b'\\' => State::Ground,
        // Esc and ctrl-c shortly after each other, and not a ctrl-c with Alt.
        0x03 => {
            press(KeyCode::Esc, KeyModifiers::NONE, out);
            ground(byte, false, out)
        }
        _ => ground(byte, true, out),
    }
}

fn sequence(mut parameters: Vec<u8>, byte: u8, out: &mut Vec<Input>) -> State {
    match byte {
        b'[' if parameters.is_empty() => State::Console,
        // X10 mouse report: three bytes follow that would be keys.
        b'M' if parameters.is_empty() => State::Skip(3),
        b'~' if parameters == b"200" => State::Paste(Vec::new(), 0),
        0x40..=0x7e if parameters.starts_with(b"<") => {
            out.extend(mouse::report(&parameters, byte).map(Input::Mouse));
            State::Ground
        }
        0x40..=0x7e => {
            out.extend(keys::sequence(&parameters, byte).map(Input::Key));
            State::Ground
        }
        0x20..=0x3f => {
            if parameters.len() < MAX_PARAMETERS {
                parameters.push(byte);
            }
            State::Sequence(parameters)
        }
        // Cut short by something else.
        _ => ground(byte, false, out),
    }
}

fn string(escaped: bool, byte: u8, out: &mut Vec<Input>) -> State {
    match byte {
        // CAN and SUB cut a string short; ctrl-c is a person's way out.
        0x07 | 0x18 | 0x1a => State::Ground,
        0x03 => ground(byte, false, out),
        0x1b => State::String(true),
        b'\\' if escaped => State::Ground,
        // An ESC that does not end the string begins something new.
        _ if escaped => escape(byte, out),
        _ => State::String(false),
    }
}

fn paste(mut text: Vec<u8>, seen: usize, byte: u8, out: &mut Vec<Input>) -> State {
    if byte == PASTE_END[seen] {
        if seen + 1 == PASTE_END.len() {
            out.push(Input::Paste(pasted(text)));
            return State::Ground;
        }
        return State::Paste(text, seen + 1);
    }
    // Only its first byte is an ESC, so the mark can begin again at this byte and nowhere else.
    let again = usize::from(byte == PASTE_END[0]);
    if text.len() < MAX_PASTE {
        text.extend(&PASTE_END[..seen]);
        if again == 0 {
            text.push(byte);
        }
    }
    State::Paste(text, again)
}

/// The text of a paste: at most [`MAX_PASTE`] bytes, no control characters but line feeds and
/// tabs.
fn pasted(mut bytes: Vec<u8>) -> String {
    let whole = bytes.len() < MAX_PASTE;
    bytes.truncate(MAX_PASTE);
    if !whole
        && let Err(error) = std::str::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        // The limit fell within a character.
        bytes.truncate(error.valid_up_to());
    }
    let text = String::from_utf8_lossy(&bytes)
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    text.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "")
}

fn character(
    mut bytes: Vec<u8>,
    length: usize,
    alt: bool,
    byte: u8,
    out: &mut Vec<Input>,
) -> State {
    if !(0x80..=0xbf).contains(&byte) {
        // Cut short: the byte is something of its own.
        return ground(byte, false, out);
    }
    bytes.push(byte);
    if bytes.len() < length {
        return State::Character(bytes, length, alt);
    }
    let held = if alt {
        KeyModifiers::ALT
    } else {
        KeyModifiers::NONE
    };
    // C1 control characters are no keys.
    let typed = std::str::from_utf8(&bytes)
        .ok()
        .and_then(|text| text.chars().next())
        .filter(|c| !c.is_control());
    out.extend(typed.map(|c| Input::Key(keys::character(c, held))));
    State::Ground
}

#[cfg(test)]
mod tests;
