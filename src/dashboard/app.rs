//! The application: what is in front, what a key does to it, and one frame of it.

mod brief;
mod capture;
mod content;
mod evidence;
mod footer;
mod header_prompt;
mod inbox;
mod kept;
mod keys;
mod lens;
mod lists;
mod marks;
mod mouse;
mod path;
mod prompt;
mod proposed;
mod reading;
mod render;
mod search;
pub mod session;
mod stage;
mod time;
mod typing;
mod vetted;
mod vetting;

use chrono::NaiveDate;
use ratatui::layout::{Position, Rect};

use super::action::{Action, Effect, PanelId};
use super::keymap::bound::Keymap;
use super::panel::Panel;
use super::panel::agreements::Agreements;
use super::panel::quotes::Quotes;
use super::panel::timeline::Timeline;
use super::panel::trade::Trade;
use super::ui::global_search::GlobalSearch;
use super::ui::list::{List, Target};
use super::ui::pane::Pane;
use super::ui::places::Split;
use super::ui::theme::Theme;
use crate::dossier::{Date, Dossier, Text};
use crate::load::{Loaded, Problem};
use crate::search::Order;
use crate::verify::Texts;
use crate::workspace::Workspace;
use proposed::Proposed;
pub use proposed::{Answered, Waiting};
pub use stage::{Content, Stage};
use typing::{Behind, Search, Typing};
use vetted::Vetting;
pub use vetted::{Outcome, Vetted};

/// A list in the place of the panels.
enum Front {
    List(List),
    GlobalSearch(GlobalSearch),
}

/// All that the dashboard knows. It does no input or output.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub struct App {
    /// What is shown: all of it, or what was known at an earlier date.
    workspace: Workspace,
    whole: Dossier,
    /// None for the last day of the newest source.
    today: Option<NaiveDate>,
    /// The date that it is shown as of.
    as_of: Option<Date>,
    pending: [stage::PendingSelection; 4],
    problems: Vec<Problem>,
    /// What of the files could not be read; none before it was read.
    lost: Option<Vec<(Text, Text)>>,
    /// Where the files cannot be read any more, while they are shown as they were before.
    broken: Option<String>,
    theme: Theme,
    keymap: Keymap,
    panels: [Box<dyn Panel>; 4],
    searches: [Search; 4],
    focus: PanelId,
    zoomed: bool,
    /// How panels and reading pane share the screen.
    split: Split,
    /// Lists in the place of the panels, the last one in front.
    lists: Vec<Front>,
    /// What the selection shows.
    pane: Pane,
    /// The keys go to the pane.
    inside: bool,
    /// The search of the pane.
    pane_search: Search,
    /// What all panels and lists are seen through.
    ground: kept::Ground,
    /// What is marked.
    marks: kept::Marks,
    /// What waits in the inbox.
    proposed: Proposed,
    /// Words that are to become a record.
    capturing: Option<kept::Capturing>,
    /// The text that was compared with the dossier.
    vetting: Vetting,
    /// The line of a list that the pane shows, where that is no record.
    shown: Option<Target>,
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
    /// It was said that a key does nothing.
    told_unbound: bool,
    /// The number typed before a movement; 0 for none.
    count: u16,
    /// It is the example that comes with the program.
    is_example: bool,
    /// What of the session before waits until the records are there.
    resumed: stage::Resumed,
    /// Where the button of the mouse was pressed.
    pressed: Option<Position>,
    /// The size of the last frame.
    area: Rect,
}

impl App {
    /// The dashboard over what was loaded. `today` is the day against which agreements are held.
    pub fn new(loaded: Loaded, theme: Theme, today: Option<NaiveDate>) -> Self {
        let workspace = Workspace::new(loaded.dossier, today, None);
        let mut app = Self {
            panels: panels(&workspace),
            whole: workspace.dossier.clone(),
            workspace,
            today,
            as_of: None,
            pending: Default::default(),
            problems: loaded.problems,
            lost: Some(Vec::new()),
            broken: None,
            theme,
            keymap: Keymap::default(),
            searches: Default::default(),
            focus: PanelId::Timeline,
            zoomed: false,
            split: Split::default(),
            lists: Vec::new(),
            pane: Pane::default(),
            inside: false,
            pane_search: Search::default(),
            ground: kept::Ground::default(),
            marks: kept::Marks::default(),
            proposed: Proposed::default(),
            capturing: None,
            vetting: Vetting::default(),
            shown: None,
            list_search: Search::default(),
            typing: None,
            history: Vec::new(),
            order: Order::default(),
            behind: Behind::default(),
            stage: None,
            texts: Texts::default(),
            said: None,
            told_unbound: false,
            count: 0,
            is_example: false,
            resumed: stage::Resumed::default(),
            pressed: None,
            area: Rect::ZERO,
        };
        app.read_again();
        app
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
        let mut app = Self { texts, ..self };
        app.read_again();
        app
    }

    /// Says something in the status bar, until the next key.
    pub fn say(&mut self, text: String) {
        self.said = Some(text);
    }

    /// Does what was asked.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        let effect = self.act(action);
        self.follow();
        effect
    }

    fn act(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Interrupt => return Some(Effect::Interrupt),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Redraw => return Some(Effect::Redraw),
            _ if self.typing.is_some() => return self.update_typing(action),
            Action::Show(list) => return self.show(list),
            Action::SearchAll => return self.search_all(),
            Action::Copy => return self.copy(),
            Action::OpenEditor => return self.open_editor(),
            Action::Reload => {
                self.text_changed();
                return Some(Effect::Reload);
            }
            Action::Vet => self.begin_vet(),
            Action::Passage => self.show_passage(),
            Action::SelectWords => self.select_words(),
            Action::Capture => self.begin_capture(),
            Action::CaptureAs(kind) => self.capture_as(kind),
            Action::Cancel if self.capturing.is_some() => self.forget_capture(),
            Action::Earlier => return self.step_time(false),
            Action::Later => return self.step_time(true),
            Action::Lens => self.begin_lens(),
            Action::LiftLens => return self.lift_lens(),
            Action::LensOf => return self.lens_of_selected(),
            Action::Mark => return self.toggle_mark(),
            Action::MarkRange => return self.mark_range(),
            Action::UnmarkAll => return self.unmark_all(),
            Action::Decide(what) => return self.decide(what),
            Action::Brief => self.show_brief(),
            Action::WriteBrief(form) => return Some(self.write_brief(form)),
            Action::Grow => self.split = self.split.turned(true),
            Action::Shrink => self.shrink(),
            Action::Search => self.begin_search(),
            _ if self.inside => return self.update_pane(action),
            _ if !self.lists.is_empty() => return self.update_list(action),
            _ => return self.update_dashboard(action),
        }
        None
    }

    /// Less room for the pane; where none is left the keys go to the panels.
    fn shrink(&mut self) {
        self.split = self.split.turned(false);
        if self.split == Split::Panels {
            self.leave_pane();
        }
    }

    fn update_dashboard(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Focus(panel) => self.focus = panel,
            Action::FocusNext => self.focus = PanelId::ALL[(self.focus.index() + 1) % 4],
            Action::FocusPrevious => self.focus = PanelId::ALL[(self.focus.index() + 3) % 4],
            Action::Zoom => self.zoomed = !self.zoomed,
            Action::NextHit => self.panel().turn(true),
            Action::PreviousHit => self.panel().turn(false),
            Action::Open => self.open_selected(),
            Action::Cancel if !self.searches[self.focus.index()].typed.is_empty() => {
                return self.set_search(Search::default());
            }
            Action::Reorder => return self.reorder(),
            Action::Cancel => self.unfold(),
            Action::Close if self.zoomed || self.split != Split::Both => self.unfold(),
            Action::Close => return Some(Effect::Quit),
            _ => self.panels[self.focus.index()].act(action, &self.workspace),
        }
        None
    }

    /// All panels, and the pane beside them.
    fn unfold(&mut self) {
        self.zoomed = false;
        self.split = Split::Both;
    }

    fn panel(&mut self) -> &mut dyn Panel {
        self.panels[self.focus.index()].as_mut()
    }

    /// Goes on to read what is selected; a group of a tree opens and closes instead.
    fn open_selected(&mut self) {
        if self.panels[self.focus.index()]
            .subject(&self.workspace)
            .is_some()
        {
            self.enter_pane();
        } else {
            self.panels[self.focus.index()].act(Action::Open, &self.workspace);
        }
    }

    /// The keys go to the pane, which is there to be seen.
    fn enter_pane(&mut self) {
        self.inside = true;
        if self.split == Split::Panels {
            self.split = Split::Both;
        }
    }

    /// The keys go back to the list.
    fn leave_pane(&mut self) {
        self.inside = false;
        self.pane_search = Search::default();
        self.pane.leave();
        if self.split == Split::Pane {
            self.split = Split::Both;
        }
    }

    fn update_pane(&mut self, action: Action) -> Option<Effect> {
        match action {
            _ if self.pane.is_selecting() && self.move_words(action) => {}
            Action::Move(step) => self.pane.step(step),
            Action::NextLink => self.pane.turn(true),
            Action::PreviousLink => self.pane.turn(false),
            Action::NextHit => self.pane.turn_hit(true),
            Action::PreviousHit => self.pane.turn_hit(false),
            Action::Open => self.follow_link(),
            Action::Back if self.pane.back() => {}
            Action::Cancel if !self.pane_search.typed.is_empty() => {
                self.pane_search = Search::default();
            }
            Action::Back | Action::Close | Action::Cancel => self.leave_pane(),
            _ => {}
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
