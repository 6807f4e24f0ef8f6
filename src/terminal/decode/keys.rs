//! Which key a finished sequence stands for: the spellings of xterm, the Linux console and rxvt.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A character as a key: a capital is typed with Shift.
pub(super) fn character(c: char, held: KeyModifiers) -> KeyEvent {
    let shift = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(c), held | shift)
}

fn plain(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// `ESC O` and this byte: cursor keys of application mode, F1 to F4, rxvt's Ctrl with an arrow.
pub(super) fn single(byte: u8) -> Option<KeyEvent> {
    match byte {
        b'a'..=b'd' => {
            let code = by_letter(byte.to_ascii_uppercase())?;
            Some(KeyEvent::new(code, KeyModifiers::CONTROL))
        }
        // Enter on the keypad.
        b'M' => Some(plain(KeyCode::Enter)),
        b'R' => Some(plain(KeyCode::F(3))),
        _ => by_letter(byte).map(plain),
    }
}

/// `ESC [ [` and this byte: F1 to F5 of the Linux console.
pub(super) fn console(byte: u8) -> Option<KeyEvent> {
    (b'A'..=b'E')
        .contains(&byte)
        .then(|| plain(KeyCode::F(byte - b'A' + 1)))
}

/// `ESC [`, parameters, and the byte that ends them.
pub(super) fn sequence(parameters: &[u8], end: u8) -> Option<KeyEvent> {
    let text = std::str::from_utf8(parameters).ok()?;
    // Private parameters (`?`, `>`, `=`) and intermediate bytes are answers to questions that
    // this program does not ask.
    if !text
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b';' || b == b':')
    {
        return None;
    }
    let mut numbers = text.split(';');
    let first = number(numbers.next());
    let (held, released) = modifiers(numbers.next());
    if released {
        return None;
    }
    match end {
        b'Z' => Some(KeyEvent::new(KeyCode::BackTab, held | KeyModifiers::SHIFT)),
        // xterm's modifyOtherKeys.
        b'~' if first == 27 => by_code_point(number(numbers.next()), held),
        b'~' => by_number(first).map(|code| KeyEvent::new(code, held)),
        b'u' => by_code_point(first, held),
        _ => by_letter(end).map(|code| KeyEvent::new(code, held)),
    }
}

/// The number before a colon; 0 for none.
fn number(text: Option<&str>) -> u32 {
    let text = text.and_then(|t| t.split(':').next());
    text.and_then(|t| t.parse().ok()).unwrap_or(0)
}

/// The modifiers of the second parameter (bits over 1: Shift, Alt, Ctrl), and whether the event
/// behind the colon is the release of a key.
fn modifiers(text: Option<&str>) -> (KeyModifiers, bool) {
    let bits = number(text).saturating_sub(1);
    let mut held = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ] {
        if bits & bit != 0 {
            held |= modifier;
        }
    }
    let event = text.and_then(|t| t.split(':').nth(1));
    (held, event == Some("3"))
}

fn by_letter(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        // R is left out: with parameters it is the cursor's position, an answer.
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

fn by_number(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // The gaps are those of the VT220's keyboard.
        11..=15 => KeyCode::F(function(number, 10)?),
        17..=21 => KeyCode::F(function(number, 11)?),
        23 | 24 => KeyCode::F(function(number, 12)?),
        _ => return None,
    })
}

fn function(number: u32, gap: u32) -> Option<u8> {
    u8::try_from(number - gap).ok()
}

fn by_code_point(code: u32, held: KeyModifiers) -> Option<KeyEvent> {
    let code = match code {
        9 if held.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        _ => {
            let c = char::from_u32(code).filter(|c| !c.is_control())?;
            return Some(character(c, held));
        }
    };
    Some(KeyEvent::new(code, held))
}
