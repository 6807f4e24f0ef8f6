//! Which keys hold, and what a press or a paste does.

use std::mem;

use super::App;
use crate::dashboard::action::{Action, Effect, PanelId, Step};
use crate::dashboard::keymap::{self, KeyEvent, Scope};
use crate::dashboard::ui::places::Split;

/// The most that a number before a movement repeats it.
const MOST: u16 = 9_999;

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
        let own = inbox.or(self.is_vetting().then_some(Scope::Text));
        let (first, second) = match inner {
            Scope::Pane => (Some(inner), own),
            _ => (own, Some(inner)),
        };
        let text = match inner {
            Scope::Pane if self.pane.is_selecting() => Some(Scope::Words),
            Scope::Pane if self.pane.has_text() => Some(Scope::SourceText),
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

    /// A key was pressed.
    pub fn press(&mut self, event: KeyEvent) -> Option<Effect> {
        self.said = None;
        // Whoever goes on with something else does not wait for it.
        self.proposed.wanted = false;
        if self.count_on(event) {
            return None;
        }
        let times = mem::take(&mut self.count);
        let effect = match (
            self.keymap.resolve(&self.scopes(), event),
            keymap::typed(event),
        ) {
            (Some(Action::Move(step)), _) if times > 0 => self.move_by(step, times),
            (Some(action), _) => self.act(action),
            (None, Some(c)) if self.is_typing() => self.insert(c.encode_utf8(&mut [0; 4])),
            (None, _) => self.press_unbound(event),
        };
        self.follow();
        effect
    }

    /// Takes a digit of the number before a movement. In the panels it is begun by 5 to 9, as the
    /// digits before these choose a panel.
    fn count_on(&mut self, event: KeyEvent) -> bool {
        let Some(digit) = keymap::typed(event)
            .and_then(|c| c.to_digit(10))
            .and_then(|digit| u16::try_from(digit).ok())
        else {
            return false;
        };
        let is_free = || self.keymap.resolve(&self.scopes(), event).is_none();
        if self.is_typing() || self.count == 0 && (digit == 0 || !is_free()) {
            return false;
        }
        let count = self.count.saturating_mul(10).saturating_add(digit);
        self.count = count.min(MOST);
        self.said = Some(format!("{}: a movement repeats so often", self.count));
        true
    }

    /// Moves so often; to the first and to the last: to the one with that number.
    fn move_by(&mut self, step: Step, times: u16) -> Option<Effect> {
        let (step, times) = match step {
            Step::First | Step::Last => {
                self.act(Action::Move(Step::First));
                (Step::Down, times - 1)
            }
            step => (step, times),
        };
        (0..times)
            .map(|_| self.act(Action::Move(step)))
            .fold(None, |before, effect| effect.or(before))
    }

    /// A key that does nothing here, which is said once, unless it does something by its position.
    fn press_unbound(&mut self, event: KeyEvent) -> Option<Effect> {
        if self.is_typing() {
            return None;
        }
        let by_position = keymap::by_position(event);
        let action = by_position.and_then(|event| self.keymap.resolve(&self.scopes(), event));
        if let Some(action) = action {
            return self.act(action);
        }
        if !self.told_unbound {
            self.told_unbound = true;
            self.said = Some("this key does nothing here; ? lists those that do".to_owned());
        }
        None
    }

    /// Text was pasted: it goes to the search line and nowhere else.
    pub fn paste(&mut self, text: &str) -> Option<Effect> {
        let effect = self.insert(text);
        self.follow();
        effect
    }

    /// Is a search line open, into which characters are typed?
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }
}
