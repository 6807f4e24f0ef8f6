//! What may be written of a reading, below it.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::dashboard::ui::text::{clip, wrap};
use crate::dashboard::ui::theme::Theme;

/// What stands before the advice: the key that copies the sentence.
const KEY: &str = "Write (y) ";

/// What may be written, at the foot of the pane: in at most a third of it.
pub(super) fn footer(
    write: Option<&(String, String)>,
    theme: Theme,
    area: Rect,
) -> Vec<Line<'static>> {
    let Some((advice, sentence)) = write else {
        return Vec::new();
    };
    let columns = usize::from(area.width);
    let most = usize::from(area.height / 3).min(8);
    if most < 2 || columns < 20 {
        return Vec::new();
    }
    let style = if advice.starts_with("safe") {
        theme.strong()
    } else {
        theme.alarm()
    };
    let rule = Line::styled("─".repeat(columns), theme.quiet());
    let advice_rows = if most < 5 { 1 } else { 2 };
    let mut lines = vec![rule];
    for (row, text) in rows(&format!("{KEY}{advice}"), columns, advice_rows)
        .into_iter()
        .enumerate()
    {
        let line = match text.strip_prefix(KEY).filter(|_| row == 0) {
            Some(text) => Line::from(vec![
                Span::styled("Write", theme.strong()),
                Span::styled(" (y) ", theme.dim()),
                Span::styled(text.to_owned(), style),
            ]),
            None => Line::styled(text, style),
        };
        lines.push(line);
    }
    let room = most.saturating_sub(lines.len()).min(5);
    lines.extend(rows(sentence, columns, room).into_iter().map(Line::from));
    lines
}

/// `text` in at most so many rows, the last of them cut where there is more.
fn rows(text: &str, columns: usize, most: usize) -> Vec<String> {
    let ranges = wrap(text, columns);
    let is_cut = ranges.len() > most;
    let row = |(row, range): (usize, Range<usize>)| {
        if is_cut && row + 1 == most {
            clip(&text[range.start..], columns)
        } else {
            text[range].to_owned()
        }
    };
    ranges.into_iter().take(most).enumerate().map(row).collect()
}
