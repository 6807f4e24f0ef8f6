//! Styles by meaning. Shape and word carry every meaning; colour only repeats it.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;

use super::palette::{Inks, Look};

/// How things look.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Colours may be used; without them weight, reverse video and underline must do.
    pub colour: bool,
    /// Only ASCII may be drawn, for a locale that knows nothing else.
    pub ascii: bool,
    /// Which colours.
    pub look: Look,
}

impl Theme {
    fn tint(self, ink: impl Fn(&Inks) -> Option<Color>, plain: Style) -> Style {
        let ink = ink(self.look.inks()).filter(|_| self.colour);
        ink.map_or(plain, |ink| plain.fg(ink))
    }

    /// The border of the panel in focus, and the signs of the selection.
    pub fn focus(self) -> Style {
        self.tint(|inks| inks.focus, Style::new().add_modifier(Modifier::BOLD))
    }

    /// Lines that only separate: the border of the other panels, rules, axes.
    pub fn quiet(self) -> Style {
        let style = self.tint(|inks| inks.quiet, Style::new());
        match style.fg {
            None => style.add_modifier(Modifier::DIM),
            Some(_) => style,
        }
    }

    /// Headings and names.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Text beside the point. It is there to be read, so it is not drawn dim where the terminal decides
    /// how dim that is.
    pub fn dim(self) -> Style {
        self.tint(|inks| inks.dim, Style::new())
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
        let plain = Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
        self.tint(|inks| inks.hit, plain)
    }

    /// The sign of what happened, or was signed.
    pub fn good(self) -> Style {
        self.tint(|inks| inks.good, Style::new())
    }

    /// The sign of what is planned or only spoken of.
    pub fn open(self) -> Style {
        self.tint(|inks| inks.open, Style::new())
    }

    /// The sign of what is contested.
    pub fn warn(self) -> Style {
        self.tint(|inks| inks.warn, Style::new().add_modifier(Modifier::BOLD))
    }

    /// Text that warns.
    pub fn alarm(self) -> Style {
        self.tint(|inks| inks.alarm, Style::new().add_modifier(Modifier::BOLD))
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
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// A link to follow.
    pub fn link(self) -> Style {
        let plain = Style::new().add_modifier(Modifier::UNDERLINED);
        self.tint(|inks| inks.link, plain)
    }

    /// Puts the colours of the look in the place of the terminal's own.
    pub fn paint(self, buf: &mut Buffer) {
        let Some((paper, text)) = self.look.inks().paper.filter(|_| self.colour) else {
            return;
        };
        for cell in &mut buf.content {
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
            if cell.bg == Color::Reset {
                cell.bg = paper;
            }
        }
    }
}
