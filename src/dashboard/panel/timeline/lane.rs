//! The heads of lanes.

use ratatui::text::{Line, Span};

use crate::dashboard::ui::text::{clip, width};
use crate::dashboard::ui::theme::Theme;

/// The lane of what is not between the two sides.
pub(super) const THIRD: &str = "not between the two";

/// The head of a lane, with how many events it has.
pub(super) fn lane_line(
    name: &str,
    count: usize,
    folded: bool,
    columns: u16,
    theme: Theme,
) -> Line<'static> {
    let label = match (name, folded) {
        (THIRD, true) => format!("─ +{count} {name}: x shows them "),
        (THIRD, false) => format!("─ {count} {name}: x folds them "),
        _ => format!("─ {name} ({count}) "),
    };
    let text = clip(&label, columns.into());
    let rule = "─".repeat(usize::from(columns).saturating_sub(width(&text)));
    Line::from(vec![
        Span::styled(text, theme.strong()),
        Span::styled(rule, theme.quiet()),
    ])
}
