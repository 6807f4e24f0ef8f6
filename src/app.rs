//! The application: what is in front, what a key does to it, and one frame of it.

use crossterm::event::KeyEvent;
use ratatui::Frame;

use crate::action::{Action, Effect};
use crate::dossier::load::Loaded;
use crate::keymap::{self, Scope};
use crate::ui::theme::Theme;

/// All that the dashboard knows. It does no input or output.
pub struct App {
    loaded: Loaded,
    theme: Theme,
}

impl App {
    /// The dashboard over what was loaded.
    pub fn new(loaded: Loaded, theme: Theme) -> Self {
        Self { loaded, theme }
    }

    /// Which bindings hold now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        vec![
            Scope::Movement,
            Scope::Dashboard,
            Scope::View,
            Scope::Everywhere,
        ]
    }

    /// A key was pressed.
    pub fn press(&mut self, event: KeyEvent) -> Option<Effect> {
        keymap::resolve(&self.scopes(), event).and_then(|action| self.update(action))
    }

    /// Text was pasted: it goes to the search line and nowhere else.
    pub fn paste(&mut self, text: &str) {
        let _ = text;
    }

    /// Does what was asked.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Close => Some(Effect::Quit),
            Action::Interrupt => Some(Effect::Interrupt),
            Action::Suspend => Some(Effect::Suspend),
            _ => None,
        }
    }

    /// Draws one frame.
    pub fn render(&mut self, frame: &mut Frame<'_>) {
        let text = format!("{} {}", self.loaded.dossier.about.title, self.theme.ascii);
        frame.render_widget(text, frame.area());
    }
}
