//! Frames for a locale that knows only ASCII: lines, blocks, bullets, arrows and dashes are drawn
//! with the nearest ASCII character, and letters are transcribed.

use ratatui::buffer::Buffer;

use crate::system::ascii::character;

/// Changes every cell of a frame that needs it. Each keeps its columns.
pub(super) fn plain(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let ascii = character(cell.symbol());
            cell.set_symbol(&ascii);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_letters_become_ascii() {
        let mut buffer = Buffer::with_lines([
            "╭ 1 Timeline ─── 3/41 ╮",
            "│ ▁▂▃▄▅▆▇█ ● ○ ◇ ≠ ▸ ▾ … │",
            "┤ Laos – Russia ├ “a” ‘b’",
            "Владимир ສະບາຍ é ⣀⠤⠒ 東京 |",
        ]);
        plain(&mut buffer);
        let expected = Buffer::with_lines([
            "+ 1 Timeline --- 3/41 +",
            "| _.-=+*%# * o + ! > v . |",
            "+ Laos - Russia + \"a\" 'b'",
            "Vladimir saban e *** DoJi |",
        ]);
        let text = |buffer: &Buffer| {
            let symbols = buffer.content.iter().map(ratatui::buffer::Cell::symbol);
            symbols.collect::<String>()
        };
        // A wide character keeps the column behind it, which is not drawn.
        assert_eq!(text(&buffer).replace("Do Ji ", "DoJi"), text(&expected));
    }
}
