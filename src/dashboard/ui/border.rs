//! The border of a panel, a list, or the reading pane.

use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};

use super::theme::Theme;

/// In the colour of text, not in that of the border that it stands in.
fn own(style: Style) -> Style {
    style.fg(Color::Reset).remove_modifier(Modifier::DIM)
}

/// A border with a title on the left and a count on the right.
pub fn boxed(title: &str, count: &str, focused: bool, theme: Theme) -> Block<'static> {
    let (border, style) = if focused {
        (BorderType::Thick, theme.focus())
    } else {
        (BorderType::Rounded, theme.quiet())
    };
    let mut block = Block::bordered().border_type(border).border_style(style);
    // Without one the border has no gap.
    if !title.is_empty() {
        let title = Line::styled(format!(" {title} "), own(theme.strong()));
        block = block.title_top(title);
    }
    if !count.is_empty() {
        let count = Line::styled(format!(" {count} "), own(theme.dim()));
        block = block.title_top(count.right_aligned());
    }
    block
}
