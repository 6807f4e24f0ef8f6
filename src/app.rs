//! The application: what is in front, what a key does to it, and one frame of it.

mod evidence;
mod render;
mod time;

use std::rc::Rc;

use chrono::NaiveDate;

use crate::action::{Action, Effect, ListId, PanelId};
use crate::dossier::load::{Loaded, Problem};
use crate::dossier::page::{Page, Subject};
use crate::dossier::{Date, Dossier, Kind, Ref};
use crate::keymap::{self, KeyEvent, Scope};
use crate::panel::agreements::Agreements;
use crate::panel::quotes::Quotes;
use crate::panel::timeline::Timeline;
use crate::panel::trade::Trade;
use crate::panel::{Panel, Shared};
use crate::search::{Problem as Wrong, Query};
use crate::ui::detail::Detail;
use crate::ui::list::List;
use crate::ui::passage::PassageView;
use crate::ui::prompt::Prompt;
use crate::ui::theme::Theme;
use crate::ui::{cell, contested};
use crate::verify::Texts;

/// What lies over the panels.
enum Overlay {
    List(List),
    Detail(Detail),
    Passage(PassageView),
}

/// What is looked for in a panel or list.
#[derive(Clone, Default)]
struct Search {
    typed: String,
    query: Query,
    problem: Option<Wrong>,
}

impl Search {
    /// Reads what was typed. While something is wrong with it, what was found before stays.
    fn new(typed: &str, before: &Self) -> Self {
        let query = Query::new(typed);
        let problem = query.problem().cloned();
        Self {
            typed: typed.to_owned(),
            query: if problem.is_some() {
                before.query.clone()
            } else {
                query
            },
            problem,
        }
    }
}

/// A search that is being typed, and what Esc puts back.
struct Typing {
    prompt: Prompt,
    before: Search,
    selected: Option<Ref>,
}

/// All that the dashboard knows. It does no input or output.
pub struct App {
    /// What is shown: all of it, or what was known at an earlier date.
    shared: Shared,
    whole: Rc<Dossier>,
    /// Against which agreements are held; none for the last day of the newest source.
    today: Option<NaiveDate>,
    /// The date that it is shown as of.
    as_of: Option<Date>,
    wishes: [time::Wish; 4],
    problems: Vec<Problem>,
    theme: Theme,
    panels: [Box<dyn Panel>; 4],
    searches: [Search; 4],
    focus: PanelId,
    zoomed: bool,
    overlays: Vec<Overlay>,
    /// The search of the topmost list.
    list_search: Search,
    typing: Option<Typing>,
    /// The texts of the sources, as far as they are at hand.
    texts: Texts,
    /// What the status bar says until the next key.
    said: Option<String>,
}

impl App {
    /// The dashboard over what was loaded. `today` is the day against which agreements are held.
    pub fn new(loaded: Loaded, theme: Theme, today: Option<NaiveDate>) -> Self {
        let whole = Rc::new(loaded.dossier);
        let shared = Shared::new(Rc::clone(&whole), today);
        Self {
            panels: panels(&shared),
            shared,
            whole,
            today,
            as_of: None,
            wishes: Default::default(),
            problems: loaded.problems,
            theme,
            searches: Default::default(),
            focus: PanelId::Timeline,
            zoomed: false,
            overlays: Vec::new(),
            list_search: Search::default(),
            typing: None,
            texts: Texts::default(),
            said: None,
        }
    }

    /// With the texts of the sources at hand.
    #[must_use]
    pub fn with_texts(self, texts: Texts) -> Self {
        Self { texts, ..self }
    }

    /// Which bindings hold now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        if self.typing.is_some() {
            return vec![Scope::Prompt, Scope::Everywhere];
        }
        let inner = match (self.overlays.last(), self.focus) {
            (Some(Overlay::List(_)), _) => Scope::List,
            (Some(Overlay::Detail(_)), _) => Scope::Detail,
            (Some(Overlay::Passage(_)), _) => Scope::Passage,
            (None, PanelId::Timeline) => Scope::Timeline,
            (None, PanelId::Agreements) => Scope::Agreements,
            (None, PanelId::Trade) => Scope::Trade,
            (None, PanelId::Quotes) => Scope::Quotes,
        };
        match self.overlays.last() {
            Some(_) => vec![inner, Scope::Movement, Scope::View, Scope::Everywhere],
            None => vec![
                inner,
                Scope::Dashboard,
                Scope::Movement,
                Scope::View,
                Scope::Everywhere,
            ],
        }
    }

    /// A key was pressed.
    pub fn press(&mut self, event: KeyEvent) -> Option<Effect> {
        self.said = None;
        match (keymap::resolve(&self.scopes(), event), keymap::typed(event)) {
            (Some(action), _) => self.update(action),
            (None, Some(c)) => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                None
            }
            (None, None) => None,
        }
    }

    /// Text was pasted: it goes to the search line and nowhere else.
    pub fn paste(&mut self, text: &str) {
        self.insert(text);
    }

    fn insert(&mut self, text: &str) {
        if let Some(typing) = &mut self.typing {
            typing.prompt.insert(text);
            self.search_typed();
        }
    }

    /// Does what was asked.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Interrupt => return Some(Effect::Interrupt),
            Action::Suspend => return Some(Effect::Suspend),
            _ if self.typing.is_some() => self.update_typing(action),
            Action::Show(list) => self.show(list),
            Action::Copy => return self.copy(),
            Action::Passage => self.show_passage(),
            Action::Earlier => self.step_time(false),
            Action::Later => self.step_time(true),
            _ if !self.overlays.is_empty() => self.update_overlay(action),
            _ => return self.update_dashboard(action),
        }
        None
    }

    fn update_dashboard(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Focus(panel) => self.focus = panel,
            Action::FocusNext => self.focus = PanelId::ALL[(self.focus.index() + 1) % 4],
            Action::FocusPrevious => self.focus = PanelId::ALL[(self.focus.index() + 3) % 4],
            Action::Zoom => self.zoomed = !self.zoomed,
            Action::Search => self.begin_search(),
            Action::NextHit => self.panel().turn(true),
            Action::PreviousHit => self.panel().turn(false),
            Action::Open => self.open_selected(),
            Action::Cancel if !self.searches[self.focus.index()].typed.is_empty() => {
                self.set_search(Search::default());
            }
            Action::Cancel => self.zoomed = false,
            Action::Close if self.zoomed => self.zoomed = false,
            Action::Close => return Some(Effect::Quit),
            _ => self.panels[self.focus.index()].act(action, &self.shared),
        }
        None
    }

    fn panel(&mut self) -> &mut dyn Panel {
        self.panels[self.focus.index()].as_mut()
    }

    /// Opens what is selected; a group of a tree opens and closes instead.
    fn open_selected(&mut self) {
        match self.panels[self.focus.index()].selected(&self.shared) {
            Some(record) => self.open(Subject::Record(record)),
            None => self.panels[self.focus.index()].act(Action::Open, &self.shared),
        }
    }

    fn open(&mut self, subject: Subject) {
        let page = self.page(subject);
        self.overlays.push(Overlay::Detail(Detail::new(page)));
    }

    /// Follows the link that is selected in the open record.
    fn follow(&mut self) {
        let Some(Overlay::Detail(detail)) = self.overlays.last() else {
            return;
        };
        let page = detail.target().map(|target| self.page(target));
        if let (Some(Overlay::Detail(detail)), Some(page)) = (self.overlays.last_mut(), page) {
            detail.open(page);
        }
    }

    /// A record, with what contests it, or something that is contested.
    fn page(&self, subject: Subject) -> Page {
        let (dossier, contested) = (&self.shared.dossier, &self.shared.contested);
        match subject {
            Subject::Finding(at) => contested::page(dossier, at, &contested[at]),
            Subject::Record(record) => {
                let mut page = Page::new(dossier, record);
                if record.kind == Kind::Observation {
                    cell::add(&mut page, dossier, record, self.day());
                }
                let contests = self.shared.contests(record).iter();
                let titles = contests.map(|at| (contested[*at].title.as_str(), *at));
                page.with_contests(titles)
            }
        }
    }

    /// Opens a list, or closes it if it is in front. A list lies in the stack only once.
    fn show(&mut self, id: ListId) {
        let is_it = |overlay: &Overlay| matches!(overlay, Overlay::List(list) if list.id == id);
        if self.overlays.last().is_some_and(is_it) {
            self.overlays.pop();
            return;
        }
        let list = self.list(id);
        self.overlays.retain(|overlay| !is_it(overlay));
        self.list_search = Search::default();
        self.overlays.push(Overlay::List(list));
    }

    fn list(&self, id: ListId) -> List {
        match id {
            ListId::Help => List::help(&self.scopes()),
            ListId::Problems => List::problems(&self.problems),
            ListId::Contested => List::contested(&self.shared.dossier, &self.shared.contested),
            ListId::Index => List::index(&self.shared.dossier),
        }
    }

    fn update_overlay(&mut self, action: Action) {
        let mut target = None;
        match (self.overlays.last_mut(), action) {
            (Some(Overlay::List(_)), Action::Cancel) if !self.list_search.typed.is_empty() => {
                self.set_search(Search::default());
            }
            (_, Action::Close | Action::Cancel) => {
                self.overlays.pop();
            }
            (Some(Overlay::List(_)), Action::Search) => self.begin_search(),
            (Some(Overlay::List(list)), Action::Move(step)) => list.step(step),
            (Some(Overlay::List(list)), Action::NextHit) => list.turn(true),
            (Some(Overlay::List(list)), Action::PreviousHit) => list.turn(false),
            (Some(Overlay::List(list)), Action::Open) => target = list.target(),
            (Some(Overlay::Passage(passage)), Action::Move(step)) => passage.step(step),
            (Some(Overlay::Detail(detail)), Action::Move(step)) => detail.step(step, self.theme),
            (Some(Overlay::Detail(_)), Action::Open) => self.follow(),
            (Some(Overlay::Detail(detail)), Action::Back) => {
                let went_back = detail.back();
                if !went_back {
                    self.overlays.pop();
                }
            }
            _ => {}
        }
        if let Some(subject) = target {
            self.open(subject);
        }
    }

    fn begin_search(&mut self) {
        let before = self.search().clone();
        self.typing = Some(Typing {
            prompt: Prompt::new(&before.typed),
            before,
            selected: self.panels[self.focus.index()].selected(&self.shared),
        });
    }

    /// The search of the list in front, else of the panel in focus.
    fn search(&self) -> &Search {
        match self.overlays.last() {
            Some(Overlay::List(_)) => &self.list_search,
            _ => &self.searches[self.focus.index()],
        }
    }

    fn set_search(&mut self, search: Search) {
        if let Some(Overlay::List(list)) = self.overlays.last_mut() {
            list.narrow(&search.query);
            self.list_search = search;
        } else {
            let at = self.focus.index();
            self.panels[at].narrow(&search.query, &self.shared);
            self.searches[at] = search;
        }
    }

    /// What was typed so far takes effect at once.
    fn search_typed(&mut self) {
        if let Some(typing) = &self.typing {
            let search = Search::new(typing.prompt.text(), self.search());
            self.set_search(search);
        }
    }

    fn update_typing(&mut self, action: Action) {
        let Some(typing) = &mut self.typing else {
            return;
        };
        match action {
            Action::Edit(edit) => {
                typing.prompt.edit(edit);
                self.search_typed();
            }
            Action::Accept => self.typing = None,
            Action::Cancel => {
                let (before, selected) = (typing.before.clone(), typing.selected);
                self.typing = None;
                self.set_search(before);
                if let Some(record) = selected {
                    self.panels[self.focus.index()].select(record, &self.shared);
                }
            }
            Action::Move(step) => match self.overlays.last_mut() {
                Some(Overlay::List(list)) => list.step(step),
                _ => self.panels[self.focus.index()].act(Action::Move(step), &self.shared),
            },
            _ => {}
        }
    }
}

/// The four panels, as they begin.
fn panels(shared: &Shared) -> [Box<dyn Panel>; 4] {
    [
        Box::new(Timeline::new(shared)),
        Box::new(Agreements::new(shared)),
        Box::new(Trade::new(shared)),
        Box::new(Quotes::new(shared)),
    ]
}
