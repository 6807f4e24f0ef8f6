//! Text for a terminal that is not known to take UTF-8: there some bytes of letters are commands
//! (0x9B begins one), so that only ASCII may be sent. Signs become the nearest ASCII character, letters
//! are transcribed, and all else is a question mark. Everything keeps its columns.

use std::borrow::Cow;
use std::io::{self, Write};

use deunicode::deunicode_char;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for a character that has no likeness in ASCII.
const UNKNOWN: char = '?';

/// `text` in ASCII, as many columns wide.
pub fn transcribe(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        if grapheme.is_ascii() {
            out.push_str(grapheme);
        } else {
            out.push_str(&character(grapheme));
        }
    }
    Cow::Owned(out)
}

/// One character with the marks on it, in ASCII and as many columns wide.
pub fn character(grapheme: &str) -> String {
    let columns = grapheme.width();
    let letter = grapheme.chars().next().unwrap_or(UNKNOWN);
    let letters = match nearest(letter) {
        Some(sign) => sign.to_string(),
        None => likeness(letter, columns).unwrap_or_else(|| UNKNOWN.to_string()),
    };
    let likeness = letters.chars().chain(std::iter::repeat(' '));
    likeness.take(columns).collect()
}

/// A letter or digit in Latin ones; a sign only if it has just one likeness.
fn likeness(c: char, columns: usize) -> Option<String> {
    let found = deunicode_char(c)?.trim();
    let plain = !found.is_empty() && found.bytes().all(|b| b.is_ascii_graphic());
    let fits = found.len() == columns || c.is_alphanumeric();
    (plain && fits).then(|| found.to_owned())
}

/// The ASCII character for a sign; none for a letter.
#[expect(
    clippy::match_same_arms,
    reason = "signs stand together by what they draw, not by what they become"
)]
fn nearest(c: char) -> Option<char> {
    Some(match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '·' | '•' | '‧' | '∙' | '⋅' | '…' | '◦' => '.',
        '–' | '—' | '‐' | '‑' | '‒' | '―' | '−' => '-',
        '‘' | '’' | '‚' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '×' => 'x',
        '¶' | '§' => '#',
        '≠' => '!',
        '≈' | '∼' => '~',
        '≤' | '←' | '◀' | '◂' | '◄' | '‹' => '<',
        '≥' | '→' | '▶' | '▸' | '►' | '›' => '>',
        '↑' | '▲' | '▴' | '△' => '^',
        '↓' | '▼' | '▾' => 'v',
        // The signs of a legend stay apart.
        '●' | '■' | '★' => '*',
        '◉' => '@',
        '◆' => '&',
        '✓' | '✔' => 'v',
        '○' | '◯' | '☆' => 'o',
        '□' => 'u',
        '◇' => '+',
        '✗' | '✘' | '✕' => 'x',
        '─' | '━' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '╴' | '╶' | '╸' | '╺' | '╼' | '╾' => {
            '-'
        }
        '═' => '=',
        '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '║' | '╵' | '╷' | '╹' | '╻' | '╽' | '╿' => {
            '|'
        }
        '╱' => '/',
        '╲' => '\\',
        '╳' => 'x',
        // The other box drawings are corners and crossings.
        '\u{2500}'..='\u{257f}' => '+',
        // Eighths of a column, from low to high: the more of the cell is filled, the more ink.
        '▁' => '_',
        '▂' => '.',
        '▃' => '-',
        '▄' => '=',
        '▅' => '+',
        '▆' => '*',
        '▇' => '%',
        '░' => '.',
        '▒' => ':',
        '▓' | '█' => '#',
        '▀' => '"',
        // The selected row.
        '▌' => '>',
        '\u{2580}'..='\u{259f}' => '|',
        // Braille draws the lines of charts.
        '\u{2800}' => ' ',
        '\u{2801}'..='\u{28ff}' => '*',
        // Whatever else is a sign rather than a letter: punctuation, arrows, mathematics,
        // technical signs, shapes, dingbats.
        '\u{2010}'..='\u{205e}' | '\u{2190}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' => '*',
        _ => return None,
    })
}

/// Hands ASCII on. A character may come in several pieces, so that what follows the last line feed is
/// held back until there is another, or until [`Transcribing::finish`].
pub struct Transcribing<W> {
    inner: W,
    held: Vec<u8>,
}

impl<W: Write> Transcribing<W> {
    /// In front of `inner`.
    pub fn new(inner: W) -> Self {
        let held = Vec::new();
        Self { inner, held }
    }

    fn pass_on(&mut self, bytes: usize) -> io::Result<()> {
        let rest = self.held.split_off(bytes);
        let lines = std::mem::replace(&mut self.held, rest);
        let text = String::from_utf8_lossy(&lines);
        self.inner.write_all(transcribe(&text).as_bytes())
    }

    /// Hands on what is held back; what is behind it.
    ///
    /// # Errors
    /// When it takes no more.
    pub fn finish(mut self) -> io::Result<W> {
        self.pass_on(self.held.len())?;
        Ok(self.inner)
    }
}

impl<W: Write> Write for Transcribing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if let Some(end) = memchr::memrchr(b'\n', &self.held) {
            self.pass_on(end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_or_block_is_left() {
        for code in (0x2500..=0x259f).chain(0x2800..=0x28ff) {
            let sign = char::from_u32(code).expect("a character");
            assert!(nearest(sign).is_some_and(|c| c.is_ascii()), "{sign}");
        }
    }

    /// Each of these is a legend of the dashboard: a plan must not look like what was signed.
    #[test]
    fn the_signs_of_a_legend_stay_apart() {
        for legend in ["●▶○◆◇□×?", "◉●○◆×?", "●○◇△", "✓≠·✗", "✓◉", "▌│┃"]
        {
            let ascii = transcribe(legend);
            let signs: std::collections::HashSet<_> = ascii.chars().collect();
            let lines = legend.chars().filter(|c| *c == '┃').count();
            assert_eq!(signs.len() + lines, legend.chars().count(), "{ascii}");
        }
    }

    #[test]
    fn letters_are_transcribed_and_columns_kept() {
        for (text, ascii) in [
            ("Laos – Russia", "Laos - Russia"),
            ("Л2J", "L2J"),
            ("Владимир Щит", "Vladimir Sit"),
            ("é e\u{301} ß", "e e s"),
            ("東京", "DoJi"),
            ("❤\u{fe0f} 👨\u{200d}👩", "*  ? "),
            ("§ 5 €", "# 5 ?"),
            ("\u{1b}[1mЛ\u{1b}[0m", "\u{1b}[1mL\u{1b}[0m"),
        ] {
            assert_eq!(transcribe(text), ascii, "{text}");
        }
    }

    /// No character brings a byte over 0x7F or moves what is behind it.
    #[test]
    fn every_character_is_ascii_and_as_wide() {
        for c in ' '..=char::MAX {
            let text = c.to_string();
            let ascii = transcribe(&text);
            assert!(ascii.is_ascii(), "{c:?}");
            if !c.is_control() {
                assert_eq!(ascii.len(), text.width(), "{c:?} {ascii:?}");
                assert!(c.is_ascii() || !ascii.contains(|c: char| c.is_ascii_control()));
            }
        }
    }

    #[test]
    fn pieces_of_a_character_are_put_together() {
        let mut out = Transcribing::new(Vec::new());
        for byte in "Лаос\nЩит\n\nэ".bytes() {
            out.write_all(&[byte]).expect("memory");
        }
        assert_eq!(out.inner, b"Laos\nSit\n\n");
        assert_eq!(out.finish().expect("memory"), b"Laos\nSit\n\ne");
    }
}
