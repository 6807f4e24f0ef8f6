//! Frames for a locale that knows only ASCII: lines, blocks, bullets, arrows and dashes are drawn
//! with the nearest ASCII character. Letters are left alone, for a name misspelt is worse than a
//! name that a terminal cannot show.

use ratatui::buffer::Buffer;

/// Changes every cell of a frame that needs it. Each replacement is one column wide.
pub(super) fn plain(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        if let Some(near) = symbol.chars().next().and_then(nearest) {
            cell.set_char(near);
        }
    }
}

/// A text for such a locale: signs as in a frame, letters as they are.
pub fn transcribed(text: &str) -> String {
    let ascii = |c: char| Some(c).filter(char::is_ascii).or_else(|| nearest(c));
    text.chars().map(|c| ascii(c).unwrap_or(c)).collect()
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
        '↑' | '▲' | '▴' => '^',
        '↓' | '▼' | '▾' => 'v',
        '●' | '■' | '◆' | '★' | '✓' | '✔' => '*',
        '○' | '□' | '◯' | '☆' => 'o',
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_ascii_and_letters_stay() {
        let mut buffer = Buffer::with_lines([
            "╭ 1 Timeline ─── 3/41 ╮",
            "│ ▁▂▃▄▅▆▇█ ● ○ ◇ ≠ ▸ ▾ … │",
            "┤ Laos – Russia ├ “a” ‘b’",
            "Владимир ສະບາຍ é ⣀⠤⠒",
        ]);
        plain(&mut buffer);
        let expected = Buffer::with_lines([
            "+ 1 Timeline --- 3/41 +",
            "| _.-=+*%# * o + ! > v . |",
            "+ Laos - Russia + \"a\" 'b'",
            "Владимир ສະບາຍ é ***",
        ]);
        assert_eq!(buffer, expected);
    }

    #[test]
    fn no_line_or_block_is_left() {
        for code in (0x2500..=0x259f).chain(0x2800..=0x28ff) {
            let sign = char::from_u32(code).expect("a character");
            assert!(nearest(sign).is_some_and(|c| c.is_ascii()), "{sign}");
        }
    }
}
