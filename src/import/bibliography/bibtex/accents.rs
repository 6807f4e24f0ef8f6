//! Accents on letters that are commands themselves: `\~\i`, `\'{\i}`, `\v{\j}`, `\'\ae`. The parser takes the
//! backslash of such a letter for the letter, and does not know `\j`.

use unicode_normalization::char::compose;

/// The commands, and the marks that they put on a letter.
const ACCENTS: [(u8, char); 15] = [
    (b'`', '\u{300}'),
    (b'\'', '\u{301}'),
    (b'^', '\u{302}'),
    (b'~', '\u{303}'),
    (b'=', '\u{304}'),
    (b'u', '\u{306}'),
    (b'.', '\u{307}'),
    (b'"', '\u{308}'),
    (b'r', '\u{30a}'),
    (b'H', '\u{30b}'),
    (b'v', '\u{30c}'),
    (b'd', '\u{323}'),
    (b'c', '\u{327}'),
    (b'k', '\u{328}'),
    (b'b', '\u{332}'),
];

/// Letters that are commands, as they are under an accent: i and j have no dot there.
const LETTERS: [(&[u8], char); 8] = [
    (b"i", 'i'),
    (b"j", 'j'),
    (b"ae", 'æ'),
    (b"AE", 'Æ'),
    (b"o", 'ø'),
    (b"O", 'Ø'),
    (b"aa", 'å'),
    (b"AA", 'Å'),
];

/// The letter with its accent that some bytes, which begin with a backslash, stand for, and how many bytes
/// these are. It is never longer than they are.
pub(super) fn accented(rest: &[u8]) -> Option<(String, usize)> {
    let sign = *rest.get(1)?;
    let (_, mark) = ACCENTS.iter().find(|(accent, _)| *accent == sign)?;
    let open = 2 + blanks(&rest[2..]);
    let is_group = rest.get(open) == Some(&b'{');
    let start = if is_group {
        open + 1 + blanks(&rest[open + 1..])
    } else {
        open
    };
    let name = rest.get(start..)?.strip_prefix(b"\\")?;
    let name = &name[..letters(name)];
    let (_, letter) = LETTERS.iter().find(|(command, _)| *command == name)?;
    let end = start + 1 + name.len();
    let end = end + ending(&rest[end..]);
    let end = match (is_group, rest.get(end)) {
        (true, Some(b'}')) => end + 1,
        (true, _) => return None,
        (false, _) => end,
    };
    let whole = compose(*letter, *mark).map(String::from);
    Some((whole.unwrap_or_else(|| format!("{letter}{mark}")), end))
}

fn letters(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count()
}

fn blanks(bytes: &[u8]) -> usize {
    let is_blank = |b: &&u8| b.is_ascii_whitespace();
    bytes.iter().take_while(is_blank).count()
}

/// What ends the name of a command and is not printed: an empty group, or blanks; those of ` and ` are between
/// two names.
pub(super) fn ending(rest: &[u8]) -> usize {
    if rest.starts_with(b"{}") {
        return 2;
    }
    let blanks = blanks(rest);
    let word = rest.get(blanks..blanks + 4).unwrap_or_default();
    let is_and = word[..word.len().min(3)].eq_ignore_ascii_case(b"and")
        && word.last().is_some_and(u8::is_ascii_whitespace);
    if is_and { 0 } else { blanks }
}

#[cfg(test)]
mod tests {
    use super::accented;

    #[test]
    fn a_letter_that_is_a_command_takes_an_accent() {
        for (tex, printed, rest) in [
            (r"\~\i x", "ĩ", "x"),
            (r"\~\i", "ĩ", ""),
            (r#"\"\i}"#, "ï", "}"),
            (r"\'{\i} x", "í", " x"),
            (r"\'{\i}", "í", ""),
            (r"\' { \i }x", "í", "x"),
            (r"\'\i{}x", "í", "x"),
            (r"\^\j", "ĵ", ""),
            (r"\v{\j}", "ǰ", ""),
            (r"\u\i", "ĭ", ""),
            (r"\d \i", "ị", ""),
            (r"\'\j", "j\u{301}", ""),
            (r"\=\i and B", "ī", " and B"),
            (r"\'\ae", "ǽ", ""),
            (r"\'\AA rhus", "Ǻ", "rhus"),
        ] {
            let (letter, length) = accented(tex.as_bytes()).expect(tex);
            assert_eq!((&*letter, &tex[length..]), (printed, rest), "{tex}");
            assert!(letter.len() <= length);
        }
        for other in [
            r"\'i",
            r"\'\ii",
            r"\i",
            r"\vi\i",
            r"\'{\i x}",
            r"\~",
            "\\",
            r"\'\l",
        ] {
            assert_eq!(accented(other.as_bytes()), None, "{other}");
        }
    }
}
