//! A passage of a source text: the paragraph that a record rests on with its words marked, and
//! those around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::cursor::Scroll;
use super::text::{marked, wrap};
use super::theme::Theme;
use crate::dashboard::action::Step;
use crate::verify::{Paragraph, Passage};

/// Columns for the number of a paragraph.
const NUMBERS: usize = 6;

/// An open passage.
#[derive(Debug)]
pub struct PassageView {
    passage: Passage,
    /// Rows scrolled away from where the words are in view.
    shift: isize,
    rows: u16,
}

impl PassageView {
    /// Opens a passage.
    pub fn new(passage: Passage) -> Self {
        Self {
            passage,
            shift: 0,
            rows: 1,
        }
    }

    /// Source, paragraph, and what became of the words, for the border.
    pub fn heading(&self) -> String {
        format!("{} · {}", self.passage.source, self.passage.verdict.word())
    }

    /// Scrolls.
    pub fn step(&mut self, step: Step) {
        let page = isize::try_from(self.rows).unwrap_or(1);
        match step {
            Step::Up => self.shift -= 1,
            Step::Down => self.shift += 1,
            Step::HalfUp => self.shift -= page / 2,
            Step::HalfDown => self.shift += page / 2,
            Step::PageUp => self.shift -= page - 1,
            Step::PageDown => self.shift += page - 1,
            Step::First => self.shift = isize::MIN / 2,
            Step::Last => self.shift = isize::MAX / 2,
        }
    }

    /// Draws the paragraphs; at first the marked words are in view.
    pub fn draw(&mut self, theme: Theme, area: Rect, buf: &mut Buffer) {
        self.rows = area.height;
        let columns = usize::from(area.width).saturating_sub(NUMBERS);
        let mut lines = Vec::new();
        let mut wanted = 0;
        for (at, paragraph) in self.passage.paragraphs.iter().enumerate() {
            let meant = at == self.passage.at;
            if meant {
                wanted = lines.len();
            }
            lay_out(paragraph, meant, theme, columns, &mut lines);
            lines.push(Line::default());
        }
        let height = usize::from(area.height);
        let first = Scroll::default()
            .keep(wanted..wanted + 3, lines.len(), height)
            .start;
        let last = lines.len().saturating_sub(height);
        let top = first.saturating_add_signed(self.shift).min(last);
        // What was scrolled past the ends is not to be scrolled back.
        self.shift = top.cast_signed() - first.cast_signed();
        for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(top)) {
            line.render(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                buf,
            );
        }
    }
}

fn lay_out(
    paragraph: &Paragraph,
    meant: bool,
    theme: Theme,
    columns: usize,
    lines: &mut Vec<Line<'static>>,
) {
    let style = if meant { Style::new() } else { theme.dim() };
    for (row, range) in wrap(&paragraph.text, columns).into_iter().enumerate() {
        let number = match row {
            0 => format!("¶{:<w$}", paragraph.number, w = NUMBERS - 1),
            _ => " ".repeat(NUMBERS),
        };
        let mut line = marked(&paragraph.text, range, &paragraph.marks, style, theme.hit());
        let number_style = if meant { theme.strong() } else { theme.dim() };
        line.spans.insert(0, Span::styled(number, number_style));
        lines.push(line);
    }
}
