//! The application: what is in front, what a key does to it, and one frame of it.

mod content;
mod evidence;
mod render;
mod search;
mod stage;
mod time;
mod typing;

use chrono::NaiveDate;

use super::action::{Action, Effect, ListId, PanelId};
use super::keymap::{self, KeyEvent, Scope};
use super::panel::Panel;
use super::panel::agreements::Agreements;
use super::panel::quotes::Quotes;
use super::panel::timeline::Timeline;
use super::panel::trade::Trade;
use super::ui::detail::Detail;
use super::ui::everything::Everything;
use super::ui::list::List;
use super::ui::passage::PassageView;
use super::ui::theme::Theme;
use crate::describe::page::{Page, Subject};
use crate::dossier::{Date, Dossier, Text};
use crate::figures;
use crate::load::{Loaded, Problem};
use crate::search::Order;
use crate::verify::Texts;
use crate::workspace::Workspace;
pub use stage::{Content, Stage};
use typing::{Behind, Search, Typing};

/// What lies over the panels.
enum Overlay {
    List(List),
    Everything(Everything),
    Detail(Detail),
    Passage(PassageView),
}

/// All that the dashboard knows. It does no input or output.
pub struct App {
    /// What is shown: all of it, or what was known at an earlier date.
    workspace: Workspace,
    whole: Dossier,
    /// Against which agreements are held; none for the last day of the newest source.
    today: Option<NaiveDate>,
    /// The date that it is shown as of.
    as_of: Option<Date>,
    wishes: [stage::Wish; 4],
    problems: Vec<Problem>,
    /// What of the files could not be read, of what is shown; none before it was read.
    lost: Option<Vec<(Text, Text)>>,
    /// Where the files cannot be read any more, while they are shown as they were before.
    broken: Option<String>,
    theme: Theme,
    panels: [Box<dyn Panel>; 4],
    searches: [Search; 4],
    focus: PanelId,
    zoomed: bool,
    overlays: Vec<Overlay>,
    /// The search of the topmost list.
    list_search: Search,
    typing: Option<Typing>,
    /// What was searched for, the oldest first.
    history: Vec<String>,
    /// In which order quotes are listed.
    order: Order,
    behind: Behind,
    /// What goes on behind the screen.
    stage: Option<Stage>,
    /// The texts of the sources, as far as they are at hand.
    texts: Texts,
    /// What the status bar says until the next key.
    said: Option<String>,
    /// It is the example that comes with the program.
    is_example: bool,
}

impl App {
    /// The dashboard over what was loaded. `today` is the day against which agreements are held.
    pub fn new(loaded: Loaded, theme: Theme, today: Option<NaiveDate>) -> Self {
        let workspace = Workspace::new(loaded.dossier, today, None);
        Self {
            panels: panels(&workspace),
            whole: workspace.dossier.clone(),
            workspace,
            today,
            as_of: None,
            wishes: Default::default(),
            problems: loaded.problems,
            lost: Some(Vec::new()),
            broken: None,
            theme,
            searches: Default::default(),
            focus: PanelId::Timeline,
            zoomed: false,
            overlays: Vec::new(),
            list_search: Search::default(),
            typing: None,
            history: Vec::new(),
            order: Order::default(),
            behind: Behind::default(),
            stage: None,
            texts: Texts::default(),
            said: None,
            is_example: false,
        }
    }

    /// The dashboard over a dossier that is being opened.
    pub fn opening(theme: Theme, today: NaiveDate) -> Self {
        Self {
            stage: Some(Stage::Opening),
            lost: None,
            ..Self::new(Loaded::default(), theme, Some(today))
        }
    }

    /// Over the example that comes with the program, so that nobody takes it for their own.
    #[must_use]
    pub fn as_example(self, is_example: bool) -> Self {
        Self { is_example, ..self }
    }

    /// With the texts of the sources at hand.
    #[must_use]
    pub fn with_texts(self, texts: Texts) -> Self {
        Self { texts, ..self }
    }

    /// Says something in the status bar, until the next key.
    pub fn say(&mut self, text: String) {
        self.said = Some(text);
    }

    /// Which bindings hold now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        if self.typing.is_some() {
            return vec![Scope::Prompt, Scope::Everywhere];
        }
        let inner = match (self.overlays.last(), self.focus) {
            (Some(Overlay::List(_) | Overlay::Everything(_)), _) => Scope::List,
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
            (None, Some(c)) => self.insert(c.encode_utf8(&mut [0; 4])),
            (None, None) => None,
        }
    }

    /// Text was pasted: it goes to the search line and nowhere else.
    pub fn paste(&mut self, text: &str) -> Option<Effect> {
        self.insert(text)
    }

    /// Is a search line open, into which characters are typed?
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Does what was asked.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Interrupt => return Some(Effect::Interrupt),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Redraw => return Some(Effect::Redraw),
            _ if self.typing.is_some() => return self.update_typing(action),
            Action::Show(list) => return self.show(list),
            Action::SearchAll => return self.search_all(),
            Action::Copy => return self.copy(),
            Action::OpenEditor => return self.open_editor(),
            Action::Reload => return Some(Effect::Reload),
            Action::Passage => self.show_passage(),
            Action::Earlier => return self.step_time(false),
            Action::Later => return self.step_time(true),
            _ if !self.overlays.is_empty() => return self.update_overlay(action),
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
                return self.set_search(Search::default());
            }
            Action::Reorder => return self.reorder(),
            Action::Cancel => self.zoomed = false,
            Action::Close if self.zoomed => self.zoomed = false,
            Action::Close => return Some(Effect::Quit),
            _ => self.panels[self.focus.index()].act(action, &self.workspace),
        }
        None
    }

    fn panel(&mut self) -> &mut dyn Panel {
        self.panels[self.focus.index()].as_mut()
    }

    /// Opens what is selected; a group of a tree opens and closes instead.
    fn open_selected(&mut self) {
        match self.panels[self.focus.index()].selected(&self.workspace) {
            Some(record) => self.open(Subject::Record(record)),
            None => self.panels[self.focus.index()].act(Action::Open, &self.workspace),
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
        let (dossier, contests) = (&self.workspace.dossier, &self.workspace.contests);
        match subject {
            Subject::Finding(at) => figures::page::contested(dossier, at, &contests.all[at]),
            Subject::Record(record) => {
                figures::page::record(dossier, record, contests.of(record), self.day())
            }
        }
    }

    /// Opens a list, or closes it if it is in front. A list lies in the stack only once.
    fn show(&mut self, id: ListId) -> Option<Effect> {
        let is_it = |overlay: &Overlay| match overlay {
            Overlay::List(list) => list.id == id,
            Overlay::Everything(_) => id == ListId::Index,
            Overlay::Detail(_) | Overlay::Passage(_) => false,
        };
        if self.overlays.last().is_some_and(is_it) {
            self.overlays.pop();
            return None;
        }
        let list = self.list(id);
        self.overlays.retain(|overlay| !is_it(overlay));
        self.list_search = Search::default();
        self.overlays.push(list);
        self.narrow_list()
    }

    fn list(&self, id: ListId) -> Overlay {
        Overlay::List(match id {
            ListId::Help => List::help(&self.scopes()),
            ListId::Problems => List::problems(&self.problems),
            ListId::Contested => {
                List::contested(&self.workspace.dossier, &self.workspace.contests.all)
            }
            ListId::Index => return Overlay::Everything(Everything::default()),
        })
    }

    fn update_overlay(&mut self, action: Action) -> Option<Effect> {
        let mut target = None;
        match (self.overlays.last_mut(), action) {
            (Some(Overlay::List(_) | Overlay::Everything(_)), Action::Cancel)
                if !self.list_search.typed.is_empty() =>
            {
                return self.set_search(Search::default());
            }
            (_, Action::Close | Action::Cancel) => {
                self.overlays.pop();
            }
            (Some(Overlay::List(_) | Overlay::Everything(_)), Action::Search) => {
                self.begin_search();
            }
            (Some(Overlay::List(list)), _) => target = list.act(action),
            (Some(Overlay::Everything(all)), _) => target = all.act(action),
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
        None
    }
}

/// The four panels, as they begin.
fn panels(workspace: &Workspace) -> [Box<dyn Panel>; 4] {
    [
        Box::new(Timeline::new(workspace)),
        Box::new(Agreements::new(workspace)),
        Box::new(Trade::new(workspace)),
        Box::new(Quotes::new(workspace)),
    ]
}
