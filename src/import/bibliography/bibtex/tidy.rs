//! What BibTeX and TeX allow and the parser does not know, spelled in another way of the same length,
//! so that all places stay what they are: quotation marks in braces in quoted values, a comma too many,
//! `AND` between names, and the commands that only say how a word is set.

use biblatex::{Chunk, Entry};

use super::{accents, math, spaces};

/// Stands where a command was.
const NOTHING: u8 = 1;
/// Stand where two signs are one mark.
const OPENING: u8 = 2;
const CLOSING: u8 = 3;

/// Commands before an argument, which is all that is printed.
const SETTING: [&[u8]; 15] = [
    b"emph",
    b"textit",
    b"textbf",
    b"textsc",
    b"textrm",
    b"texttt",
    b"textsf",
    b"textsl",
    b"textup",
    b"textnormal",
    b"textmd",
    b"textsuperscript",
    b"textsubscript",
    b"underline",
    b"mbox",
];

/// Commands that hold to the end of a group.
const SWITCHES: [&[u8]; 11] = [
    b"bf",
    b"it",
    b"em",
    b"sc",
    b"rm",
    b"tt",
    b"sl",
    b"sf",
    b"bfseries",
    b"itshape",
    b"scshape",
];

/// Fields that are no text for TeX.
const VERBATIM: [&str; 18] = [
    "url",
    "doi",
    "file",
    "eprint",
    "uri",
    "pdf",
    "urlraw",
    "crossref",
    "xdata",
    "xref",
    "ids",
    "key",
    "date",
    "year",
    "urldate",
    "eventdate",
    "origdate",
    "datebasis",
];

/// Can signs of one byte stand for what has gone? Not where a file has them itself.
pub(super) fn is_free(text: &str) -> bool {
    !text.bytes().any(|b| (NOTHING..=CLOSING).contains(&b)) && spaces::is_free(text)
}

/// The text of an entry from its `@` to its last bracket, tidied; `open` is its first bracket.
pub(super) fn tidied(text: &str, open: usize, is_free: bool) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let end = bytes.len().saturating_sub(1);
    let (mut at, mut last, mut name) = (open + 1, b'{', open + 1..open + 1);
    while at < end {
        let byte = bytes[at];
        let is_value = matches!(last, b'=' | b'#');
        match byte {
            b'%' if !is_value => {
                at = line_end(&bytes, at).min(end);
                continue;
            }
            b',' if last == b',' => bytes[at] = b' ',
            b',' => name = at + 1..at + 1,
            b'=' => name.end = at,
            b'"' | b'{' if is_value => {
                // Where a value does not end the parser says so.
                let Some((close, has_quotes)) = value_end(&bytes[..end], at) else {
                    break;
                };
                if has_quotes {
                    bytes[at] = b'{';
                    bytes[close] = b'}';
                }
                let field = text.get(name.clone()).unwrap_or_default();
                if is_free {
                    tex(
                        &mut bytes[at + 1..close],
                        &field.trim().to_ascii_lowercase(),
                    );
                }
                at = close;
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
        at += 1;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    let found = rest.iter().position(|b| *b == b'\n');
    at + found.unwrap_or(rest.len())
}

/// Where the value that begins at `open` ends, and whether it is quoted and has marks in braces.
fn value_end(bytes: &[u8], open: usize) -> Option<(usize, bool)> {
    let is_quoted = bytes[open] == b'"';
    let (mut depth, mut has_quotes, mut at) = (0_usize, false, open + 1);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' if is_quoted && depth == 0 => return Some((at, has_quotes)),
            b'"' if is_quoted => has_quotes = true,
            b'}' if depth == 0 => return (!is_quoted).then_some((at, false)),
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Spells what TeX sets in another way as what it prints.
fn tex(bytes: &mut [u8], field: &str) {
    if VERBATIM.contains(&field) {
        return;
    }
    let has_names = ["author", "editor", "translator", "bookauthor"].contains(&field);
    let closing = bytes.windows(2).rposition(|pair| pair == b"''");
    let (mut at, mut quotes, mut depth) = (0, 0_usize, 0_usize);
    while at < bytes.len() {
        let rest = &bytes[at..];
        at += match rest[0] {
            b'\\' => command(&mut bytes[at..], field),
            b'~' if at > 0 && bytes[at - 1] == b'/' => 1,
            b'~' => {
                bytes[at] = b' ';
                1
            }
            b'$' => {
                let end = rest[1..].iter().position(|b| *b == b'$');
                let length = end.map_or(1, |end| end + 2);
                formula(&mut bytes[at..at + length]);
                length
            }
            b'`' if rest.starts_with(b"``") && closing.is_some_and(|last| last > at) => {
                quotes += 1;
                bytes[at..at + 2].copy_from_slice(&[OPENING, NOTHING]);
                2
            }
            b'\'' if quotes > 0 && rest.starts_with(b"''") => {
                quotes -= 1;
                bytes[at..at + 2].copy_from_slice(&[CLOSING, NOTHING]);
                2
            }
            b' ' | b'\n' | b'\t' if has_names && depth == 0 && is_and(rest) => {
                bytes[at + 1..at + 4].make_ascii_lowercase();
                4
            }
            b'{' => {
                depth += 1;
                1
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                1
            }
            _ => spaces::mark(&mut bytes[at..]).max(1),
        };
    }
}

/// ` AND ` between two names, in any case of letters.
fn is_and(rest: &[u8]) -> bool {
    let word = rest
        .get(1..4)
        .is_some_and(|word| word.eq_ignore_ascii_case(b"and"));
    word && rest.get(4).is_some_and(u8::is_ascii_whitespace)
}

/// Takes out a command that prints nothing of its own; how many bytes were dealt with.
fn command(rest: &mut [u8], field: &str) -> usize {
    let letters = rest[1..].iter().take_while(|b| b.is_ascii_alphabetic());
    let length = letters.count();
    let after = 1 + length;
    let name = rest[1..after].to_vec();
    let next = rest.get(after).copied();
    let is_empty = rest[after..].starts_with(b"{}");
    if let Some((sign, length)) = spaces::command(rest) {
        put(&mut rest[..length], sign);
        return length;
    }
    if let Some((letter, length)) = accents::accented(rest) {
        put(&mut rest[..length], &letter);
        return length;
    }
    match &*name {
        b"" => return 2.min(rest.len()),
        b"href" if next == Some(b'{') => return link(rest, after, field),
        b"url" | b"path" if next == Some(b'{') => {
            let close = value_end(rest, after).map_or(after, |(close, _)| close);
            return close + 1;
        }
        name if SETTING.contains(&name) && next == Some(b'{') => rest[..after].fill(NOTHING),
        name if SWITCHES.contains(&name) => {
            let blank = usize::from(next.is_some_and(|b| b.is_ascii_whitespace()));
            rest[..after + blank].fill(NOTHING);
            return after + blank;
        }
        b"ldots" => put(&mut rest[..after + 2 * usize::from(is_empty)], "…"),
        b"o" if is_empty => put(&mut rest[..after + 2], "ø"),
        b"j" => {
            let end = after + accents::ending(&rest[after..]);
            put(&mut rest[..end], "ȷ");
            return end;
        }
        _ => {}
    }
    after
}

/// A link is its words; where a work was published, it is its address. How many bytes were dealt with;
/// `after` is behind the command.
fn link(rest: &mut [u8], after: usize, field: &str) -> usize {
    let Some((close, _)) = value_end(rest, after) else {
        return after;
    };
    let words = rest.get(close + 1) == Some(&b'{');
    let Some((last, _)) = value_end(rest, close + 1).filter(|_| words) else {
        return close + 1;
    };
    if field == "howpublished" {
        rest[after - 5..after].copy_from_slice(b"\x01\\url");
        rest[close + 1..=last].fill(NOTHING);
        return last + 1;
    }
    rest[..=close].fill(NOTHING);
    close + 1
}

/// Spells `$\alpha$` as what it prints, if that is simple and no longer.
fn formula(place: &mut [u8]) {
    let inner = place.get(1..place.len().saturating_sub(1));
    let text = std::str::from_utf8(inner.unwrap_or_default()).ok();
    let printed = text.and_then(math::plain);
    if let Some(printed) = printed.filter(|text| text.len() <= place.len()) {
        put(place, &printed);
    }
}

fn put(place: &mut [u8], text: &str) {
    place.fill(NOTHING);
    place[..text.len()].copy_from_slice(text.as_bytes());
}

/// Takes the signs that stand for something out of an entry that was parsed.
pub(super) fn finish(entry: &mut Entry) {
    for chunk in entry.fields.values_mut().flatten() {
        let (Chunk::Normal(text) | Chunk::Verbatim(text) | Chunk::Math(text)) = &mut chunk.v;
        if text.bytes().any(|b| (NOTHING..=CLOSING).contains(&b)) {
            *text = text
                .replace(char::from(NOTHING), "")
                .replace(char::from(OPENING), "“")
                .replace(char::from(CLOSING), "”");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_tidied_byte_for_byte() {
        for (text, expected) in [
            (
                r#"@b{a, t = "Q {"}in{"} b", y = 1}"#,
                r"@b{a, t = {Q {'}in{'} b}, y = 1}",
            ),
            (
                r#"@b{a, t = "plain {x}", y = 1}"#,
                r#"@b{a, t = "plain {x}", y = 1}"#,
            ),
            ("@b{a, t = {T},, y = 1}", "@b{a, t = {T},  y = 1}"),
            (
                "@b{a, author = {A AND B And {C AND D}}}",
                "@b{a, author = {A and B and {C AND D}}}",
            ),
            (r"@b{a, t = {A \emph{b}~c}}", "@b{a, t = {A .....{b} c}}"),
            (r"@b{a, t = {{\bf b} \o{}re}}", "@b{a, t = {{....b} ø..re}}"),
            (r"@b{a, url = {a~b\_c}}", r"@b{a, url = {a~b\_c}}"),
            (
                r"@b{a, t = {\href{u}{T} $\alpha$}}",
                "@b{a, t = {........{T} α......}}",
            ),
            (
                r"@b{a, howpublished = {\href{u}{T}}}",
                r"@b{a, howpublished = {.\url{u}...}}",
            ),
            (r"@b{a, t = {$\frac{1}{2}$}}", r"@b{a, t = {$\frac{1}{2}$}}"),
            (r"@b{a, t = {``q'' it''s}}", "@b{a, t = {<.q>. it''s}}"),
        ] {
            let tidied = tidied(text, text.find('{').unwrap_or(0), true);
            let shown = tidied
                .replace(char::from(NOTHING), ".")
                .replace(char::from(OPENING), "<")
                .replace(char::from(CLOSING), ">");
            assert_eq!(
                shown,
                expected.replace('\'', if text.contains('"') { "\"" } else { "'" })
            );
            assert_eq!(tidied.len(), text.len());
        }
    }
}
