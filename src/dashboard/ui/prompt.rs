//! The search line: what is typed, with the usual editing keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::text::{width, wrap};
use super::theme::Theme;
use crate::dashboard::action::Edit;
use crate::dossier::text::clean;
use crate::search::Problem;

/// Longer than any query; a pasted article is cut here.
const MAX_BYTES: usize = 1000;

/// A line of text with a cursor.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    text: String,
    /// A byte offset, always between graphemes.
    cursor: usize,
}

impl Prompt {
    /// A line that already says `text`, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: text.len(),
        }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts text in the place of other text, the cursor behind it.
    pub fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        let start = range.start;
        self.text.replace_range(range, text);
        self.cursor = start + text.len();
    }

    /// Puts text at the cursor: made safe, line breaks as blanks, cut to what fits.
    pub fn insert(&mut self, text: &str) {
        let cleaned = clean(text).replace('\n', " ");
        let room = MAX_BYTES.saturating_sub(self.text.len());
        let safe = &cleaned[..cleaned.floor_char_boundary(room)];
        self.text.insert_str(self.cursor, safe);
        self.cursor += safe.len();
    }

    /// Edits, or moves the cursor.
    pub fn edit(&mut self, edit: Edit) {
        let from = self.cursor;
        match edit {
            Edit::Left => self.cursor = self.before(),
            Edit::Right => self.cursor = self.after(),
            Edit::WordLeft => self.cursor = self.word_before(),
            Edit::WordRight => self.cursor = self.word_after(),
            Edit::Home => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
            Edit::Backspace => self.delete(self.before(), from),
            Edit::Delete => self.delete(from, self.after()),
            Edit::DeleteWord => self.delete(self.word_before(), from),
            Edit::DeleteToStart => self.delete(0, from),
            Edit::DeleteToEnd => self.delete(from, self.text.len()),
        }
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
    }

    fn before(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        // The whole text is given at once, so the cursor never asks for more of it.
        cursor
            .prev_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(0)
    }

    fn after(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        let next = cursor.next_boundary(&self.text, 0).ok().flatten();
        next.unwrap_or(self.text.len())
    }

    /// The start of the word before the cursor.
    fn word_before(&self) -> usize {
        let mut words = self.text[..self.cursor]
            .split_word_bound_indices()
            .filter(|(_, word)| !word.trim().is_empty());
        words.next_back().map_or(0, |(at, _)| at)
    }

    /// The end of the word after the cursor.
    fn word_after(&self) -> usize {
        let mut words = self.text[self.cursor..]
            .split_word_bound_indices()
            .filter(|(_, word)| !word.trim().is_empty());
        words
            .next()
            .map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }

    /// Draws `/ text` and returns where the terminal's cursor belongs.
    pub fn draw(&self, theme: Theme, area: Rect, buf: &mut Buffer) -> Position {
        let room = usize::from(area.width).saturating_sub(3);
        let (shown, cursor) = self.window(room.max(1));
        let line = Line::from(vec![Span::styled("/ ", theme.focus()), Span::raw(shown)]);
        line.render(area, buf);
        let column = area.x + 2 + u16::try_from(cursor).unwrap_or(0);
        Position::new(column.min(area.right().saturating_sub(1)), area.y)
    }

    /// The part of the text that fits into `room` with the cursor in it, and the cursor's column.
    fn window(&self, room: usize) -> (String, usize) {
        let mut start = 0;
        for (at, _) in self.text.grapheme_indices(true) {
            start = at;
            if at >= self.cursor || width(&self.text[at..self.cursor]) < room {
                break;
            }
        }
        let from = start.min(self.cursor);
        let mut shown = String::new();
        for grapheme in self.text[from..].graphemes(true) {
            if width(&shown) + width(grapheme) > room {
                break;
            }
            shown.push_str(grapheme);
        }
        (shown, width(&self.text[from..self.cursor]))
    }
}

/// Draws what is wrong with what was typed, below the place where it is, unless there is no room for
/// the words there. Returns what is left of `area`.
pub fn draw_problem(
    problem: &Problem,
    typed: &str,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let before = 2 + width(&typed[..problem.at]);
    let message = problem.to_string();
    let columns = usize::from(area.width).saturating_sub(2);
    let room = columns.saturating_sub(width(&message));
    let indent = before.min(room);
    let mut rest = area;
    for (at, range) in wrap(&message, columns.saturating_sub(indent))
        .into_iter()
        .enumerate()
    {
        // Something is left for what was found before.
        if rest.height < 2 {
            break;
        }
        let sign = if at == 0 { "^" } else { " " };
        let line = format!("{}{sign} {}", " ".repeat(indent), &message[range]);
        buf.set_stringn(rest.x, rest.y, line, area.width.into(), theme.alarm());
        rest.y += 1;
        rest.height -= 1;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EDITS: [Edit; 11] = [
        Edit::Left,
        Edit::Right,
        Edit::WordLeft,
        Edit::WordRight,
        Edit::Home,
        Edit::End,
        Edit::Backspace,
        Edit::Delete,
        Edit::DeleteWord,
        Edit::DeleteToStart,
        Edit::DeleteToEnd,
    ];

    fn after(start: &str, edits: &[Edit]) -> String {
        let mut prompt = Prompt::new(start);
        for edit in edits {
            prompt.edit(*edit);
        }
        prompt.insert("|");
        prompt.text
    }

    #[test]
    fn edits_do_what_their_keys_say() {
        use Edit as E;
        for (start, edits, expected) in [
            ("hydro", vec![E::Left, E::Backspace], "hyd|o"),
            ("hydro power", vec![E::DeleteWord], "hydro |"),
            ("hydro power ", vec![E::DeleteWord], "hydro |"),
            (
                "hydro power",
                vec![E::WordLeft, E::WordLeft],
                "|hydro power",
            ),
            ("hydro power", vec![E::Home, E::WordRight], "hydro| power"),
            ("ab", vec![E::Home, E::Delete], "|b"),
            ("a b", vec![E::Left, E::DeleteToStart], "|b"),
            ("a b", vec![E::Home, E::Right, E::DeleteToEnd], "a|"),
            ("ສະບາຍ", vec![E::Backspace], "ສະບາ|"),
            ("e\u{301}", vec![E::Backspace], "|"),
        ] {
            assert_eq!(after(start, &edits), expected, "{start} {edits:?}");
        }
    }

    #[test]
    fn pasted_text_is_made_safe_and_cut() {
        let mut prompt = Prompt::default();
        prompt.insert("a\nb\u{1b}[2J");
        assert_eq!(prompt.text(), "a b<U+001B>[2J");
        prompt.insert(&"é".repeat(5000));
        assert!(prompt.text().len() <= MAX_BYTES);
    }

    proptest! {
        #[test]
        fn no_edit_splits_a_grapheme(text in "[a-zé ກ-ໝ👩‍👩‍👧e\u{301}]{0,20}", edits in prop::collection::vec(0usize..11, 0..20)) {
            let mut prompt = Prompt::new(&text);
            for edit in edits {
                prompt.edit(EDITS[edit]);
                prop_assert!(prompt.text.is_char_boundary(prompt.cursor));
            }
        }
    }
}
