//! Styles by meaning. Shape and word carry every meaning; colour only repeats it.

use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;

/// How things look. Only the terminal's own 16 colours are used, on its own background, so that
/// dark and light schemes both work.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Colours may be used; without them weight, reverse video and underline must do.
    pub colour: bool,
    /// Only ASCII may be drawn, for a locale that knows nothing else.
    pub ascii: bool,
}

impl Theme {
    fn tint(self, colour: Color, plain: Style) -> Style {
        if self.colour { plain.fg(colour) } else { plain }
    }

    /// The border of the panel in focus.
    pub fn focus(self) -> Style {
        self.tint(Color::Cyan, Style::new().add_modifier(Modifier::BOLD))
    }

    /// The border of the others.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Headings and names.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What is said beside the point.
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The selected row where the keys go: one bar, whatever colours stood in it.
    pub fn selected(self) -> Style {
        Style::new()
            .fg(Color::Reset)
            .bg(Color::Reset)
            .remove_modifier(Modifier::DIM)
            .add_modifier(Modifier::REVERSED)
    }

    /// A hit of the search.
    pub fn hit(self) -> Style {
        self.tint(
            Color::Magenta,
            Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        )
    }

    /// What happened, or was signed.
    pub fn good(self) -> Style {
        self.tint(Color::Green, Style::new())
    }

    /// What is planned or only spoken of.
    pub fn open(self) -> Style {
        self.tint(Color::Cyan, Style::new())
    }

    /// What is contested.
    pub fn warn(self) -> Style {
        self.tint(Color::Red, Style::new().add_modifier(Modifier::BOLD))
    }

    /// The sign behind a record that is contested or doubtful, if it has one.
    pub fn doubt(self, sign: &'static str) -> Option<Span<'static>> {
        (!sign.is_empty()).then(|| Span::styled(format!(" {sign}"), self.warn()))
    }

    /// The words of a source on which a record is based.
    pub fn cited(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Words that other records cite.
    pub fn cited_beside(self) -> Style {
        Style::new()
            .remove_modifier(Modifier::DIM)
            .add_modifier(Modifier::UNDERLINED)
    }

    /// A link to follow.
    pub fn link(self) -> Style {
        self.tint(Color::Cyan, Style::new().add_modifier(Modifier::UNDERLINED))
    }
}
