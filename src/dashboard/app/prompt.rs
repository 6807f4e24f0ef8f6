//! What is typed into the search line, the lens, a path or the fields of a record, and what its keys do.

use super::typing::{Offered, Purpose, Search};
use super::{App, Front};
use crate::dashboard::action::{Action, Edit, Effect, Step};
use crate::dashboard::ui::prompt::Prompt;
use crate::search::offers;

impl App {
    /// Text was typed or pasted: it goes to the search line and nowhere else.
    pub(super) fn insert(&mut self, text: &str) -> Option<Effect> {
        let prompt = &mut self.typing.as_mut()?.prompt;
        let before = prompt.text().len();
        prompt.insert(text);
        // A line that is full takes nothing more, and there is nothing else to be found.
        let is_full = prompt.text().len() == before;
        if is_full { None } else { self.search_typed() }
    }

    /// What was typed so far takes effect at once.
    fn search_typed(&mut self) -> Option<Effect> {
        let typing = self.typing.as_mut()?;
        if typing.purpose == Purpose::Capture {
            self.capture_while_typing();
            return None;
        }
        if typing.purpose == Purpose::Text {
            typing.offered = None;
            return None;
        }
        let (text, cursor) = (typing.prompt.text(), typing.prompt.cursor());
        let offered = offers(&self.workspace.dossier, text, cursor);
        typing.offered = offered.map(|(range, offers)| Offered {
            range,
            offers,
            taken: None,
        });
        self.search_for_typed()
    }

    fn search_for_typed(&mut self) -> Option<Effect> {
        let typing = self.typing.as_ref()?;
        let text = typing.prompt.text().to_owned();
        if matches!(typing.purpose, Purpose::Capture | Purpose::Text) {
            return None;
        }
        if typing.purpose == Purpose::Lens {
            return self.lens_while_typing(&text);
        }
        let search = Search::new(&text, self.search());
        self.set_search(search)
    }

    pub(super) fn update_typing(&mut self, action: Action) -> Option<Effect> {
        let captures = self.capturing.is_some();
        let typing = self.typing.as_ref();
        let is_path = typing.is_some_and(|typing| typing.purpose == Purpose::Text);
        match action {
            Action::Accept if captures => self.accept_capture(),
            Action::Cancel if captures => {
                self.forget_capture();
                None
            }
            // A path or a record is not among the searches, and nothing is found while it is typed.
            Action::Older | Action::Newer | Action::SearchAll | Action::Move(_)
                if captures || is_path =>
            {
                None
            }
            Action::Edit(edit) => self.edit(edit),
            Action::Complete if is_path => self.complete_path(),
            Action::Complete => self.complete(),
            Action::Older => self.go_back(1),
            Action::Newer => self.go_back(-1),
            Action::SearchAll => self.search_all(),
            Action::Accept => self.accept(),
            Action::Cancel => self.cancel_typing(),
            Action::Move(_) => {
                self.move_while_typing(action);
                None
            }
            _ => None,
        }
    }

    fn move_while_typing(&mut self, action: Action) {
        match self.lists.last_mut() {
            _ if self.inside => self.pane.turn_hit(action == Action::Move(Step::Down)),
            Some(Front::List(list)) => drop(list.act(action)),
            Some(Front::GlobalSearch(all)) => drop(all.act(action)),
            _ => {
                let panel = &mut self.panels[self.focus.index()];
                panel.act(action, &self.workspace);
                if let Some(typing) = &mut self.typing {
                    typing.anchor = panel.selected(&self.workspace);
                }
            }
        }
    }

    fn edit(&mut self, edit: Edit) -> Option<Effect> {
        self.typing.as_mut()?.prompt.edit(edit);
        self.search_typed()
    }

    /// Puts the next value that fits in the place of what is typed of it.
    pub(super) fn complete(&mut self) -> Option<Effect> {
        let typing = self.typing.as_mut()?;
        let offered = typing.offered.as_mut()?;
        let next = offered.taken.map_or(0, |taken| taken + 1) % offered.offers.len().max(1);
        let text = &offered.offers.get(next)?.typed;
        typing.prompt.replace(offered.range.clone(), text);
        offered.range.end = offered.range.start + text.len();
        offered.taken = Some(next);
        self.search_for_typed()
    }

    /// To an older search, or a newer one.
    fn go_back(&mut self, by: isize) -> Option<Effect> {
        let typing = self.typing.as_mut()?;
        if typing.back == 0 {
            typing.prompt.text().clone_into(&mut typing.draft);
        }
        let back = typing
            .back
            .saturating_add_signed(by)
            .min(self.history.len());
        let older = self.history.len().checked_sub(back).filter(|_| back > 0);
        let text = older.map_or(&typing.draft, |at| &self.history[at]);
        typing.prompt = Prompt::new(text);
        typing.back = back;
        self.search_typed()
    }

    /// Keeps what was found, and the search for another time.
    fn accept(&mut self) -> Option<Effect> {
        let typing = self.typing.take()?;
        let typed = typing.prompt.text().trim().to_owned();
        match typing.purpose {
            Purpose::Lens => return self.set_lens(&typed),
            Purpose::Text => return self.vet(&typed),
            // That has its own way to be kept.
            Purpose::Capture => return None,
            Purpose::Search => {}
        }
        if self.inside {
            self.pane.turn_hit(true);
        }
        if let Some(Front::List(list)) = self.lists.last()
            && list.id.chooses()
            && !self.inside
        {
            let target = list.target()?;
            return self.reach(target);
        }
        if typed.is_empty() || self.history.last() == Some(&typed) {
            return None;
        }
        self.history.retain(|one| *one != typed);
        self.history.push(typed.clone());
        Some(Effect::Remember(typed))
    }

    fn cancel_typing(&mut self) -> Option<Effect> {
        let typing = self.typing.take()?;
        match typing.purpose {
            Purpose::Lens => return self.set_lens(&typing.before.typed),
            Purpose::Text | Purpose::Capture => return None,
            Purpose::Search => {}
        }
        if let Some(Front::List(list)) = self.lists.last()
            && list.id.chooses()
        {
            self.drop_choice();
            return None;
        }
        let effect = self.set_search(typing.before);
        if let Some(record) = typing.selected.filter(|_| !self.inside) {
            self.panels[self.focus.index()].select(record, &self.workspace);
            self.panels[self.focus.index()].set_top(typing.top);
        }
        effect
    }
}
