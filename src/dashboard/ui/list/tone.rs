//! How a line of a list looks beside the others.

use ratatui::style::Style;

use crate::dashboard::ui::theme::Theme;

/// How a line looks beside the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    /// As they do.
    #[default]
    Plain,
    /// Beside the point.
    Quiet,
    /// Its left column warns.
    Warning,
    /// Its left column says that something is wrong.
    Alarm,
}

impl Tone {
    /// Of the left column, and of the right one.
    pub(super) fn styles(self, theme: Theme) -> [Style; 2] {
        match self {
            Self::Plain => [theme.dim(), Style::new()],
            Self::Quiet => [theme.dim(); 2],
            Self::Warning => [theme.warn(), Style::new()],
            Self::Alarm => [theme.alarm(), Style::new()],
        }
    }
}
