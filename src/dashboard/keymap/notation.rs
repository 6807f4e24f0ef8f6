//! Keys as a line of text: `4/hydro<enter>`. Characters stand for themselves, other keys by their
//! names in angle brackets.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The names of the keys that are no characters; `<lt>` is the sign that opens a name.
const NAMES: [(&str, KeyCode); 16] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("bs", KeyCode::Backspace),
    ("del", KeyCode::Delete),
    ("space", KeyCode::Char(' ')),
    ("lt", KeyCode::Char('<')),
];

/// Why a line of text does not stand for keys.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotationError {
    /// The name of a key has no end.
    #[error("`{rest}` has no closing `>`; the key itself is `<lt>`")]
    Unclosed {
        /// From the `<` on.
        rest: String,
    },
    /// No key has that name.
    #[error(
        "no key is called <{name}>; there are {}, and ctrl- before a key",
        NAMES.map(|(name, _)| name).join(", ")
    )]
    UnknownKey {
        /// What is between `<` and `>`.
        name: String,
    },
}

/// The keys that a line of text stands for.
///
/// # Errors
/// When something in angle brackets is not a key.
pub fn parse(text: &str) -> Result<Vec<KeyEvent>, NotationError> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(named) = rest.strip_prefix('<') {
            let unclosed = || NotationError::Unclosed { rest: rest.into() };
            let (name, after) = named.split_once('>').ok_or_else(unclosed)?;
            keys.push(named_key(name)?);
            rest = after;
        } else {
            keys.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
            rest = &rest[c.len_utf8()..];
        }
    }
    Ok(keys)
}

fn named_key(name: &str) -> Result<KeyEvent, NotationError> {
    let (modifiers, plain) = match name.strip_prefix("ctrl-") {
        Some(plain) => (KeyModifiers::CONTROL, plain),
        None => (KeyModifiers::NONE, name),
    };
    let known = NAMES.iter().find(|(known, _)| *known == plain);
    let mut characters = plain.chars();
    let code = match (known, characters.next(), characters.next()) {
        (Some((_, code)), ..) => *code,
        (None, Some(only), None) if modifiers == KeyModifiers::CONTROL => KeyCode::Char(only),
        _ => return Err(NotationError::UnknownKey { name: name.into() }),
    };
    Ok(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<KeyCode> {
        let keys = parse(text).expect("keys");
        keys.into_iter().map(|key| key.code).collect()
    }

    #[test]
    fn characters_stand_for_themselves_and_names_for_keys() {
        use KeyCode::{Char, Enter};
        assert_eq!(
            codes("4/ĭ<enter><lt>>"),
            [Char('4'), Char('/'), Char('ĭ'), Enter, Char('<'), Char('>')]
        );
        let keys = parse("<ctrl-f><ctrl-left>").expect("keys");
        let held = |key: &KeyEvent| key.modifiers == KeyModifiers::CONTROL;
        assert!(keys.iter().all(held));
        assert_eq!((keys[0].code, keys[1].code), (Char('f'), KeyCode::Left));
    }

    #[test]
    fn what_is_no_key_is_told() {
        for wrong in ["<entr>", "<x>", "a<enter", "<>", "<ctrl->", "<ctrl-xy>"] {
            let reason = parse(wrong).expect_err(wrong).to_string();
            assert!(reason.contains('<'), "{reason}");
        }
    }
}
