//! White space that is part of a text. TeX takes blanks, tabs and line ends for one blank; the parser
//! does so with every character that Unicode calls white space, and with the commands by which our own
//! export writes line ends. Each of those is a sign of the same length while the parser reads.

/// White space that TeX does not know, and the sign for it: controls and non-characters, which no text has.
const SIGNS: [(char, char); 21] = [
    ('\u{b}', '\u{4}'),
    ('\u{c}', '\u{5}'),
    ('\u{85}', '\u{378}'),
    ('\u{a0}', '\u{379}'),
    ('\u{1680}', '\u{fdd0}'),
    ('\u{2000}', '\u{fdd1}'),
    ('\u{2001}', '\u{fdd2}'),
    ('\u{2002}', '\u{fdd3}'),
    ('\u{2003}', '\u{fdd4}'),
    ('\u{2004}', '\u{fdd5}'),
    ('\u{2005}', '\u{fdd6}'),
    ('\u{2006}', '\u{fdd7}'),
    ('\u{2007}', '\u{fdd8}'),
    ('\u{2008}', '\u{fdd9}'),
    ('\u{2009}', '\u{fdda}'),
    ('\u{200a}', '\u{fddb}'),
    ('\u{2028}', '\u{fddc}'),
    ('\u{2029}', '\u{fddd}'),
    ('\u{202f}', '\u{fdde}'),
    ('\u{205f}', '\u{fddf}'),
    ('\u{3000}', '\u{fde0}'),
];

/// What a command of our own export stands for, and the sign for it.
const COMMANDS: [(&str, char, &str); 4] = [
    ("\\newline{}", '\n', "\u{fde1}"),
    ("\\quad{}", '\t', "\u{fde2}"),
    ("\\linebreak{}", '\r', "\u{fde3}"),
    ("\\relax{}\\newline{}", '\r', "\u{fde3}"),
];

/// Is there no sign in a text yet?
pub(super) fn is_free(text: &str) -> bool {
    let is_sign = |c: char| {
        matches!(
            c,
            '\u{4}' | '\u{5}' | '\u{378}' | '\u{379}' | '\u{fdd0}'..='\u{fde3}'
        )
    };
    !text.contains(is_sign)
}

/// Puts a sign in the place of the white space that some bytes begin with; its length, 0 for none.
pub(super) fn mark(rest: &mut [u8]) -> usize {
    let mut buffer = [0; 4];
    for (space, sign) in SIGNS {
        let space = space.encode_utf8(&mut buffer).as_bytes();
        if rest.starts_with(space) {
            let length = space.len();
            sign.encode_utf8(&mut rest[..length]);
            return length;
        }
    }
    0
}

/// The sign for the command that some bytes begin with, and the length of that command without a
/// second one behind it.
pub(super) fn command(rest: &[u8]) -> Option<(&'static str, usize)> {
    let found = COMMANDS
        .iter()
        .find(|(command, ..)| rest.starts_with(command.as_bytes()))?;
    let (command, _, sign) = found;
    let length = command.find('}').map_or(0, |brace| brace + 1);
    Some((sign, length))
}

/// The text with white space in the place of the signs.
pub(super) fn restored(text: &str) -> String {
    let space = |c: char| {
        let spaces = SIGNS
            .iter()
            .find(|(_, sign)| *sign == c)
            .map(|(space, _)| *space);
        let commands = COMMANDS.iter().find(|(_, _, sign)| sign.starts_with(c));
        spaces.or(commands.map(|(_, space, _)| *space)).unwrap_or(c)
    };
    if is_free(text) {
        text.to_owned()
    } else {
        text.chars().map(space).collect()
    }
}

/// The same of a text that has signs of its own, so that none was put in it.
pub(super) fn spelled_out(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    text.replace("\\relax{}\\newline{}", "\r\n")
        .replace("\\newline{}", "\n")
        .replace("\\quad{}", "\t")
        .replace("\\linebreak{}", "\r")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All white space but that of TeX has a sign, of the same length.
    #[test]
    fn every_space_has_a_sign() {
        let of_tex = [' ', '\t', '\n', '\r'];
        for c in ('\0'..=char::MAX).filter(|c| c.is_whitespace() && !of_tex.contains(c)) {
            let mut bytes = c.to_string().into_bytes();
            assert_eq!(mark(&mut bytes), c.len_utf8(), "{c:?}");
            let sign = String::from_utf8(bytes).expect("UTF-8");
            assert!(!sign.contains(char::is_whitespace) && !is_free(&sign));
            assert_eq!(restored(&sign), c.to_string());
        }
        assert!(is_free("a\u{a0}b"));
    }
}
