//! The names of the panels in a line, where only one of them is shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text::width;
use super::theme::Theme;
use crate::dashboard::action::PanelId;

fn label(id: PanelId) -> String {
    format!(" {} {} ", id.index() + 1, id.name())
}

/// The names of the panels, the one that is shown in reverse.
pub fn draw(focus: PanelId, theme: Theme, area: Rect, buf: &mut Buffer) {
    let mut spans = vec![Span::raw(" ")];
    for id in PanelId::ALL {
        let style = if id == focus {
            theme.selected()
        } else {
            theme.dim()
        };
        spans.push(Span::styled(label(id), style));
        spans.push(Span::raw(" "));
    }
    Line::from(spans).render(area, buf);
}

/// The panel whose name is drawn at this column of the line.
pub fn at(column: u16) -> Option<PanelId> {
    let column = usize::from(column);
    let mut start = 1;
    PanelId::ALL.into_iter().find(|id| {
        let end = start + width(&label(*id));
        let is_it = (start..end).contains(&column);
        start = end + 1;
        is_it
    })
}
