//! Searching: what is typed, what it finds, and the searches of before.

use std::sync::Arc;

use super::typing::{Offered, Purpose, Search, Target, Typing};
use super::{App, Front};
use crate::dashboard::action::{Action, Edit, Effect, ListId, PanelId, Step};
use crate::dashboard::ui::prompt::Prompt;
use crate::dossier::Kind;
use crate::search::{Answer, Found, Job, Missed, Order, Query, offers};

/// From so many quotes on a search is done behind the screen: it may take longer than a frame.
const MANY: usize = 5_000;

/// What comes of a search for quotes.
enum Quotes {
    /// It was done at once.
    Found(Arc<Found>),
    /// It is for the loop to do; the answer comes to [`App::answer`].
    Asked(Effect),
}

impl App {
    /// Is an answer on its way?
    pub fn is_waiting(&self) -> bool {
        self.behind.waiting
    }

    /// What was searched for on other days, the oldest first.
    #[must_use]
    pub fn with_history(self, history: Vec<String>) -> Self {
        Self { history, ..self }
    }

    /// Shows what a search behind the screen has found, if it is the newest.
    pub fn answer(&mut self, answer: Answer) {
        if answer.number != self.behind.asked {
            return;
        }
        self.behind.waiting = false;
        self.behind.answered = Some((answer.query, Arc::clone(&answer.found)));
        match self.behind.target {
            Some(Target::Panel) => self.show_quotes(answer.found),
            Some(Target::Everything) => {
                let missed = answer.found.missed.clone();
                self.show_everywhere(Kind::Quote, answer.found);
                self.miss_everywhere(missed);
            }
            None => {}
        }
        self.follow();
    }

    fn show_quotes(&mut self, found: Arc<Found>) {
        self.show_found(PanelId::Quotes.index(), found);
    }

    /// Shows in a panel what was found, and keeps the selection where that goes.
    fn show_found(&mut self, at: usize, found: Arc<Found>) {
        let found = self.seen(self.panels[at].kind(), found);
        let search = &mut self.searches[at];
        search.missed.clone_from(&found.missed);
        let searching = !search.query.is_empty() || self.ground.lens.is_some();
        self.panels[at].show(found, searching, &self.workspace);
        let Some(typing) = self.typing.as_ref().filter(|_| at == self.focus.index()) else {
            return;
        };
        // In another order than that of the dossier the first are what is asked for, once something is.
        let asks = searching && self.searches[at].query != typing.before.query;
        let first = asks && at == PanelId::Quotes.index() && self.order != Order::Dossier;
        if let Some(record) = typing.anchor.filter(|_| !first) {
            self.panels[at].select(record, &self.workspace);
        }
    }

    /// What a search finds among the records of a kind; where that is nothing, what each word finds.
    fn find(&self, kind: Kind, query: &Query) -> Arc<Found> {
        let mut found = self.workspace.index.matching(kind, query);
        if found.is_empty() && !query.is_empty() {
            found.missed = Some(self.workspace.index.missed(kind, query));
        }
        Arc::new(found)
    }

    /// Searches for quotes: at once where they are few, else behind the screen.
    fn quotes(&mut self, query: &Query, order: Order, target: Target) -> Quotes {
        // An answer that is still on its way is not wanted any more.
        self.behind.asked += 1;
        let engine = self.workspace.index.quotes();
        let at_once = query.is_empty() && order == Order::Dossier;
        if at_once || engine.len() < MANY {
            self.behind.waiting = false;
            let mut found = engine
                .search(query, order, None, &|| true)
                .unwrap_or_default();
            if found.is_empty() && !query.is_empty() {
                found.missed = engine.missed(query, &|| true);
            }
            return Quotes::Found(Arc::new(found));
        }
        self.behind.waiting = true;
        self.behind.target = Some(target);
        Quotes::Asked(Effect::Find(Box::new(Job {
            number: self.behind.asked,
            index: Arc::clone(&self.workspace.index),
            query: query.clone(),
            order,
            before: self.behind.answered.clone(),
        })))
    }

    /// What was found before is not to be gone on from: the quotes are others now.
    pub(super) fn forget_answers(&mut self) {
        self.behind.answered = None;
    }

    /// Shows in a panel what its search finds.
    pub(super) fn narrow_panel(&mut self, at: usize) -> Option<Effect> {
        let query = self.searches[at].query.clone().with_marked(self.marked());
        let kind = self.panels[at].kind();
        let found = if kind == Kind::Quote {
            match self.quotes(&query, self.order, Target::Panel) {
                Quotes::Found(found) => found,
                Quotes::Asked(effect) => return Some(effect),
            }
        } else {
            self.find(kind, &query)
        };
        self.show_found(at, found);
        None
    }

    /// Shows in the list in front what its search finds.
    pub(super) fn narrow_list(&mut self) -> Option<Effect> {
        let query = self.list_search.query.clone().with_marked(self.marked());
        match self.lists.last_mut() {
            Some(Front::List(list)) => {
                list.narrow(&query);
                return None;
            }
            Some(Front::Everything(_)) => {}
            None => return None,
        }
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote) {
            let found = Arc::new(self.workspace.index.matching(kind, &query));
            self.show_everywhere(kind, found);
        }
        let found = match self.quotes(&query, Order::Dossier, Target::Everything) {
            Quotes::Found(found) => found,
            Quotes::Asked(effect) => return Some(effect),
        };
        let missed = found.missed.clone();
        self.show_everywhere(Kind::Quote, found);
        self.miss_everywhere(missed);
        None
    }

    /// Shows among all records what was found of a kind.
    fn show_everywhere(&mut self, kind: Kind, found: Arc<Found>) {
        let found = self.seen(kind, found);
        if let Some(Front::Everything(all)) = self.lists.last_mut() {
            all.show(kind, found);
        }
    }

    /// Where nothing is found among all records, what each word finds alone; `quotes`: among the quotes.
    fn miss_everywhere(&mut self, quotes: Option<Missed>) {
        let query = &self.list_search.query;
        let nothing = match self.lists.last() {
            Some(Front::Everything(all)) => all.target().is_none() && !query.is_empty(),
            _ => false,
        };
        let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
        let missed = quotes.filter(|_| nothing).map(|quotes| {
            let others = kinds.map(|kind| self.workspace.index.missed(kind, query));
            others.fold(quotes, Missed::and)
        });
        self.list_search.missed = missed;
    }

    /// Lists the quotes in the next order.
    pub(super) fn reorder(&mut self) -> Option<Effect> {
        self.order = self.order.next();
        self.narrow_panel(PanelId::Quotes.index())
    }

    pub(super) fn begin_search(&mut self) {
        self.begin_typing(self.search().clone(), Purpose::Search);
    }

    pub(super) fn begin_typing(&mut self, before: Search, purpose: Purpose) {
        let selected = self.panels[self.focus.index()].selected(&self.workspace);
        self.typing = Some(Typing {
            purpose,
            prompt: Prompt::new(&before.typed),
            before,
            selected,
            anchor: selected,
            top: self.panels[self.focus.index()].top(),
            back: 0,
            draft: String::new(),
            offered: None,
        });
    }

    /// Searches everything, for what is being typed if something is.
    pub(super) fn search_all(&mut self) -> Option<Effect> {
        let typed = self
            .typing
            .take()
            .map(|typing| typing.prompt.text().to_owned());
        let mut effect = None;
        self.leave_pane();
        if !matches!(self.lists.last(), Some(Front::Everything(_))) {
            effect = self.show(ListId::Index);
        }
        if let Some(typed) = typed.filter(|typed| !typed.is_empty()) {
            let search = Search::new(&typed, &self.list_search);
            effect = self.set_search(search);
        }
        self.begin_search();
        effect
    }

    /// The search of the list in front, else of the panel in focus.
    pub(super) fn search(&self) -> &Search {
        match self.lists.last() {
            _ if self.inside => &self.pane_search,
            Some(_) => &self.list_search,
            None => &self.searches[self.focus.index()],
        }
    }

    pub(super) fn set_search(&mut self, search: Search) -> Option<Effect> {
        if self.inside {
            self.pane_search = search;
            return None;
        }
        // What asks for nothing else, as `speaker:` or a query that is wrong, changes nothing else.
        let same = search.query == self.search().query;
        if !self.lists.is_empty() {
            self.list_search = search;
            return if same { None } else { self.narrow_list() };
        }
        let at = self.focus.index();
        self.searches[at] = search;
        if same { None } else { self.narrow_panel(at) }
    }

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
        if typing.purpose == Purpose::Capture {
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
        match action {
            Action::Accept if captures => self.accept_capture(),
            Action::Cancel if captures => {
                self.forget_capture();
                None
            }
            Action::Older | Action::Newer | Action::SearchAll | Action::Move(_) if captures => None,
            Action::Edit(edit) => self.edit(edit),
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
            Some(Front::Everything(all)) => drop(all.act(action)),
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
    fn complete(&mut self) -> Option<Effect> {
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
        if self.inside {
            self.pane.turn_hit(true);
        }
        let typing = self.typing.take()?;
        let typed = typing.prompt.text().trim().to_owned();
        if typing.purpose == Purpose::Lens {
            return self.set_lens(&typed);
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
        if typing.purpose == Purpose::Lens {
            return self.set_lens(&typing.before.typed);
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
