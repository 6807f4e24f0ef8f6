//! Which keys are in force.

use super::App;
use crate::dashboard::action::PanelId;
use crate::dashboard::keymap::Scope;
use crate::dashboard::ui::frame::Split;

impl App {
    /// Which bindings hold now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        match (self.typing.is_some(), self.capturing.is_some()) {
            (true, true) => return vec![Scope::Fields, Scope::Prompt, Scope::Everywhere],
            (true, false) => return vec![Scope::Prompt, Scope::Everywhere],
            (false, true) => return vec![Scope::Kinds, Scope::Everywhere],
            (false, false) => {}
        }
        let inner = match (self.lists.last(), self.focus) {
            _ if self.inside => Scope::Pane,
            (Some(_), _) => Scope::List,
            (None, PanelId::Timeline) => Scope::Timeline,
            (None, PanelId::Agreements) => Scope::Agreements,
            (None, PanelId::Trade) => Scope::Trade,
            (None, PanelId::Quotes) => Scope::Quotes,
        };
        let inbox = self.is_reviewing().then_some(Scope::Inbox);
        let (first, second) = match inner {
            Scope::Pane => (Some(inner), inbox),
            _ => (inbox, Some(inner)),
        };
        let text = match inner {
            Scope::Pane if self.pane.is_selecting() => Some(Scope::Words),
            Scope::Pane if self.pane.has_text() => Some(Scope::Text),
            _ => None,
        };
        let outer = [Scope::Movement, Scope::View, Scope::Everywhere];
        let in_panels = !self.inside && self.lists.is_empty();
        let is_zoomed = self.zoomed || self.split != Split::Both;
        let zoomed = (in_panels && is_zoomed).then_some(Scope::Zoomed);
        let dashboard = in_panels.then_some(Scope::Dashboard);
        let inner = text.into_iter().chain(first).chain(second);
        inner.chain(zoomed).chain(dashboard).chain(outer).collect()
    }
}
