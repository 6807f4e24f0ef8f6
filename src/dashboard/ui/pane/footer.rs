//! What may be written of a reading, below it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::dashboard::ui::text::{clip, wrap};
use crate::dashboard::ui::theme::Theme;

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
    let most = usize::from(area.height / 3).min(7);
    if most < 2 || columns < 20 {
        return Vec::new();
    }
    let mut head = vec![
        Span::styled("Write", theme.strong()),
        Span::styled(" (y) ", theme.dim()),
    ];
    let style = if advice.starts_with("safe") {
        theme.strong()
    } else {
        theme.alarm()
    };
    head.push(Span::styled(clip(advice, columns - 10), style));
    let rule = Line::styled("─".repeat(columns), theme.quiet());
    let mut lines = vec![rule, Line::from(head)];
    let room = most.saturating_sub(2);
    let ranges = wrap(sentence, columns);
    let cut = ranges.len() > room;
    for (row, range) in ranges.into_iter().take(room).enumerate() {
        let rest = &sentence[range.start..];
        let text = if cut && row + 1 == room {
            clip(rest, columns)
        } else {
            sentence[range].to_owned()
        };
        lines.push(Line::from(text));
    }
    lines
}
