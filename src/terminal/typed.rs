//! Characters that were typed one behind the other.

use std::iter::Peekable;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Message, guard};

/// The character that a key types, if it is one that is meant for us.
fn character(message: &Message) -> Option<char> {
    match message {
        Message::Key(
            KeyEvent {
                code: KeyCode::Char(c),
                modifiers: KeyModifiers::NONE | KeyModifiers::SHIFT,
                ..
            },
            session,
        ) if *session == guard::session() => Some(*c),
        _ => None,
    }
}

/// Characters for a search line, taken together: each change of the line costs a search.
pub(super) fn together(
    message: Message,
    queued: &mut Peekable<impl Iterator<Item = Message>>,
) -> Message {
    let Some(first) = character(&message) else {
        return message;
    };
    let mut text = String::from(first);
    while let Some(next) = queued.peek().and_then(character) {
        text.push(next);
        queued.next();
    }
    if text.chars().nth(1).is_some() {
        Message::Paste(text, guard::session())
    } else {
        message
    }
}
