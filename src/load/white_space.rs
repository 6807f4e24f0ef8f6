//! Characters that look like white space or like nothing, and that JSON does not allow where they are.

/// The white space of JSON (RFC 8259, section 2). A form feed, say, is part of a word.
pub(super) const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// Those with a name that people know.
const NAMED: [(char, &str); 13] = [
    ('\t', "tab"),
    ('\n', "line feed"),
    ('\r', "carriage return"),
    ('\u{b}', "vertical tab"),
    ('\u{c}', "form feed"),
    ('\u{85}', "next-line character"),
    ('\u{a0}', "no-break space"),
    ('\u{200b}', "zero-width space"),
    ('\u{2028}', "line separator"),
    ('\u{2029}', "paragraph separator"),
    ('\u{202f}', "narrow no-break space"),
    ('\u{3000}', "ideographic space"),
    ('\u{feff}', "byte order mark"),
];

/// "a form feed (U+000C)" for a character that nobody sees; none for any other.
fn name(c: char) -> Option<String> {
    let known = NAMED.iter().find(|(known, _)| *known == c);
    let name = match known {
        Some((_, name)) => name,
        None if c.is_whitespace() => "special space",
        None if c.is_control() => "control character",
        None => return None,
    };
    let article = if name.starts_with('i') { "an" } else { "a" };
    Some(format!("{article} {name} (U+{:04X})", u32::from(c)))
}

/// What is wrong where a text with this character at its head stops being JSON, and what to do.
pub(super) fn fault(text: &str, in_string: bool) -> Option<(String, &'static str)> {
    let c = text.chars().next()?;
    let name = name(c)?;
    if in_string {
        let hint = match c {
            '\n' | '\r' => {
                "a string ends in its line: close it, or write \\n for the end of a line"
            }
            '\t' => "write \\t for a tab in a string",
            '\u{c}' => "remove it, or write \\f for a form feed in a string",
            _ => "remove the control character",
        };
        return Some((format!("{name} is not allowed in a string"), hint));
    }
    if SPACE.contains(&c) {
        return None;
    }
    let hint = match c {
        '\u{feff}' => "remove the byte order mark",
        c if c.is_whitespace() => "replace it with a space, or remove it",
        c if c.is_control() => "remove the control character",
        _ => "remove it",
    };
    Some((format!("{name} is not white space in JSON"), hint))
}
