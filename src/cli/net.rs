//! The net before a terminal: whatever form a text has, nothing in it reaches a terminal that the
//! terminal would obey or hide. Into files and pipes it goes as it is.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use crate::dossier::text::clean;
use crate::listing::LineStyle;

/// Is standard output a terminal?
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// `text` for a terminal. A line end of two characters, as CSV has them, is none of the text.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains("\r\n") {
        return clean(text);
    }
    let lines: Vec<_> = text.split("\r\n").map(clean).collect();
    Cow::Owned(lines.join("\r\n"))
}

/// The same for a list, which may have colours.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    let coloured = pieces(text);
    let words: String = coloured.iter().map(|(words, _)| *words).collect();
    if plain(&words) == words {
        return Cow::Borrowed(text);
    }
    let pieces = coloured
        .into_iter()
        .map(|(words, colour)| plain(words) + colour);
    Cow::Owned(pieces.collect())
}

/// The words, each with the colour that follows it.
fn pieces(text: &str) -> Vec<(&str, &str)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices('\x1b') {
        let rest = &text[at..];
        if let Some(colour) = LineStyle::SEQUENCES
            .iter()
            .find(|one| rest.starts_with(**one))
        {
            pieces.push((&text[start..at], &rest[..colour.len()]));
            start = at + colour.len();
        }
    }
    pieces.push((&text[start..], ""));
    pieces
}

/// A writer before a terminal, which cleans line by line.
pub(super) struct Net<W: Write> {
    to: W,
    line: Vec<u8>,
}

impl<W: Write> Net<W> {
    pub(super) fn new(to: W) -> Self {
        Self {
            to,
            line: Vec::new(),
        }
    }

    fn pass(&mut self, length: usize) -> io::Result<()> {
        let bytes: Vec<u8> = self.line.drain(..length).collect();
        let line = String::from_utf8_lossy(&bytes);
        self.to.write_all(plain(&line).as_bytes())
    }
}

impl<W: Write> Write for Net<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(end) = self.line.iter().rposition(|byte| *byte == b'\n') {
            self.pass(end + 1)?;
        }
        Ok(bytes.len())
    }

    /// Writes what is left, so it must come after everything else.
    fn flush(&mut self) -> io::Result<()> {
        self.pass(self.line.len())?;
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_pass_and_nothing_else() {
        let style = LineStyle { colour: true };
        let painted = style.strong("Лаос") + " " + &style.hits("می\u{200c}خ", &[0..4, 4..9]);
        assert_eq!(safe(&painted), painted);
        let bad = format!("{}\u{1b}[2J\u{202e}", style.dim("id"));
        assert_eq!(
            safe(&bad),
            format!("{}<U+001B>[2J<U+202E>", style.dim("id"))
        );
    }

    #[test]
    fn a_character_cut_in_two_writes_is_whole() {
        let mut out = Vec::new();
        let mut net = Net::new(&mut out);
        for byte in "a\u{202e}é\r\nb\rc\u{9b}2J".as_bytes() {
            net.write_all(&[*byte]).expect("memory");
        }
        net.flush().expect("memory");
        let text = String::from_utf8(out).expect("text");
        assert_eq!(text, "a<U+202E>é\r\nb<U+000D>c<U+009B>2J");
    }
}
