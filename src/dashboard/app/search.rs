//! Searching: what is typed, what it finds, and the searches of before.

use std::sync::Arc;

use super::typing::{Purpose, Search, Target, Typing};
use super::{App, Front};
use crate::dashboard::action::{Effect, ListId, PanelId};
use crate::dashboard::ui::prompt::Prompt;
use crate::dossier::Kind;
use crate::search::{Answer, Found, Job, Missed, Order, Query};

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
            Some(Target::GlobalSearch) => {
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
            Some(Front::GlobalSearch(_)) => {}
            None => return None,
        }
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote) {
            let found = Arc::new(self.workspace.index.matching(kind, &query));
            self.show_everywhere(kind, found);
        }
        let found = match self.quotes(&query, Order::Dossier, Target::GlobalSearch) {
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
        if let Some(Front::GlobalSearch(all)) = self.lists.last_mut() {
            all.show(kind, found);
        }
    }

    /// Where nothing is found among all records, what each word finds alone; `quotes`: among the quotes.
    fn miss_everywhere(&mut self, quotes: Option<Missed>) {
        let query = &self.list_search.query;
        let nothing = match self.lists.last() {
            Some(Front::GlobalSearch(all)) => all.target().is_none() && !query.is_empty(),
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
        if !matches!(self.lists.last(), Some(Front::GlobalSearch(_))) {
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
}
