//! The mouse in SGR encoding: `ESC [ <`, the button, the column and the row, and `M` for a press.

/// What a mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::terminal) enum Pressed {
    /// The first button goes down.
    Button,
    /// The mouse is moved with the first button down.
    Drag,
    /// The wheel turns towards the person.
    WheelDown,
    /// It turns away.
    WheelUp,
}

/// What a mouse does, and over which cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::terminal) struct Mouse {
    pub(in crate::terminal) pressed: Pressed,
    /// From 0.
    pub(in crate::terminal) column: u16,
    /// From 0.
    pub(in crate::terminal) row: u16,
}

/// Bits of the button for Shift, Alt and Ctrl.
const HELD: u16 = 4 | 8 | 16;

/// What the parameters of a sequence say, with the byte that ends it; none for a release, a movement without
/// the button, and buttons that do nothing.
pub(super) fn report(parameters: &[u8], end: u8) -> Option<Mouse> {
    let text = str::from_utf8(parameters).ok()?.strip_prefix('<')?;
    let mut numbers = text.split(';').map(|number| number.parse::<u16>().ok());
    let button = numbers.next()??;
    let pressed = match (button & !HELD, end) {
        (0, b'M') => Pressed::Button,
        (32, b'M') => Pressed::Drag,
        (64, b'M') => Pressed::WheelUp,
        (65, b'M') => Pressed::WheelDown,
        _ => return None,
    };
    // Counted from 1.
    let column = numbers.next()??.checked_sub(1)?;
    let row = numbers.next()??.checked_sub(1)?;
    Some(Mouse {
        pressed,
        column,
        row,
    })
}
