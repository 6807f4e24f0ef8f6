//! The mouse: what is under the pointer, and what a click or the wheel does there. A click selects, a
//! click on what is selected opens it, a click on a link follows it; the wheel moves what is under the
//! pointer and leaves the focus where it is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};

use super::typing::{Purpose, Search, Typing};
use super::{App, Front};
use crate::dashboard::action::{Action, Effect, ListId, PanelId, Step};
use crate::dashboard::ui::cursor::Pointed;
use crate::dashboard::ui::list::Target;
use crate::dashboard::ui::places::{Arrangement, Places};
use crate::dashboard::ui::prompt;
use crate::dashboard::ui::tabs;
use crate::dashboard::ui::theme::Theme;

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    /// The name of a panel.
    Tab(PanelId),
    /// A panel.
    Panel(PanelId, Inside),
    /// The list in front.
    List(Inside),
    /// The reading pane.
    Pane(Inside),
}

/// Where in a part of the screen: at which row below its search line, and how many rows there are; none
/// on the border and the search line.
type Inside = Option<(u16, u16)>;

impl App {
    /// Where everything is on a screen of this size; none if that is too small.
    pub(super) fn places(&self, area: Rect) -> Option<Places> {
        let arrangement = Arrangement {
            focus: self.focus,
            zoomed: self.zoomed,
            split: self.split,
            inside: self.inside,
            listed: !self.lists.is_empty(),
            rows: self.rows(),
        };
        Places::new(area, arrangement)
    }

    /// The most rows that each panel can fill, whatever is searched in it.
    fn rows(&self) -> [u16; 4] {
        if self.is_reading() {
            return [u16::MAX; 4];
        }
        PanelId::ALL.map(|id| {
            let panel = &self.panels[id.index()];
            let records = self.workspace.dossier.count(panel.kind());
            let rows = panel.rows(records);
            u16::try_from(rows).unwrap_or(u16::MAX)
        })
    }

    /// The first button of the mouse was pressed over a cell of the last frame.
    pub fn click(&mut self, column: u16, row: u16) -> Option<Effect> {
        self.said = None;
        // What is being made of selected words is not left by a slip of the hand.
        if self.capturing.is_some() {
            return None;
        }
        let at = Position { x: column, y: row };
        self.pressed = Some(at);
        let spot = self.spot(at)?;
        let was_typing = self.typing.is_some();
        let kept = self.keep_typed();
        let effect = match spot {
            Spot::Tab(id) => self.click_tab(id),
            Spot::Panel(id, inside) => self.click_panel(id, inside, was_typing),
            Spot::List(inside) => self.click_list(inside, was_typing),
            Spot::Pane(inside) => self.click_pane(inside),
        };
        self.follow();
        effect.or(kept)
    }

    /// The mouse was moved to a cell with its button down: words of a text are selected from where it was
    /// pressed on.
    pub fn drag(&mut self, column: u16, row: u16) {
        let inside = |at: Position| {
            let Some(Spot::Pane(Some((row, _)))) = self.spot(at) else {
                return None;
            };
            // The border and a blank are before the text.
            let pane = self.places(self.area)?.pane?;
            Some((
                usize::from(at.x.saturating_sub(pane.x + 2)),
                usize::from(row),
            ))
        };
        let to = inside(Position { x: column, y: row });
        let both = self.pressed.and_then(inside).zip(to);
        let ready = self.inside && self.typing.is_none() && self.capturing.is_none();
        if let Some((from, to)) = both.filter(|_| ready) {
            self.pane.select_between(from, to);
        }
    }

    /// The wheel was turned over a cell of the last frame.
    pub fn wheel(&mut self, column: u16, row: u16, down: bool) -> Option<Effect> {
        self.said = None;
        let action = Action::Move(if down { Step::Down } else { Step::Up });
        match self.spot(Position { x: column, y: row })? {
            Spot::Tab(_) => {}
            Spot::Panel(id, _) => self.panels[id.index()].act(action, &self.workspace),
            Spot::List(_) => match self.lists.last_mut() {
                Some(Front::List(list)) => drop(list.act(action)),
                Some(Front::GlobalSearch(all)) => drop(all.act(action)),
                None => {}
            },
            Spot::Pane(_) => self.pane.scroll(down),
        }
        self.follow();
        None
    }

    /// What is being typed is kept before something else is done. Of a list of commands nothing runs.
    fn keep_typed(&mut self) -> Option<Effect> {
        let is_palette = matches!(
            self.lists.last(),
            Some(Front::List(list)) if list.id == ListId::Palette
        );
        let typing = self.typing.as_ref()?;
        if typing.purpose == Purpose::Text {
            return self.update_typing(Action::Cancel);
        }
        if typing.purpose == Purpose::Search && (self.inside || is_palette) {
            self.typing = None;
            return None;
        }
        self.update_typing(Action::Accept)
    }

    fn click_tab(&mut self, id: PanelId) -> Option<Effect> {
        self.leave_pane();
        self.lists.clear();
        self.focus = id;
        None
    }

    fn click_panel(&mut self, id: PanelId, inside: Inside, selects: bool) -> Option<Effect> {
        let had_keys = self.focus == id && !self.inside;
        self.leave_pane();
        self.focus = id;
        let (row, height) = inside?;
        let pointed = self.panels[id.index()].point(row, height, &self.workspace);
        if pointed == Pointed::Again && had_keys && !selects {
            self.open_selected();
        }
        None
    }

    fn click_list(&mut self, inside: Inside, selects: bool) -> Option<Effect> {
        let had_keys = !self.inside;
        self.leave_pane();
        let (row, _) = inside?;
        let (pointed, target) = match self.lists.last_mut()? {
            Front::List(list) => (list.point(row), list.target()),
            Front::GlobalSearch(all) => (all.point(row), all.target().map(Target::Subject)),
        };
        if pointed == Pointed::Again && had_keys && !selects {
            return self.reach(target?);
        }
        None
    }

    fn click_pane(&mut self, inside: Inside) -> Option<Effect> {
        if self.pane.is_empty() {
            return None;
        }
        self.enter_pane();
        let (row, _) = inside?;
        if self.pane.point(row) {
            self.follow_link();
        }
        None
    }

    /// What is at a cell of the last frame.
    fn spot(&self, at: Position) -> Option<Spot> {
        let places = self.places(self.area)?;
        if self.is_whole_list() {
            let area = Some(places.whole()).filter(|area| area.contains(at))?;
            return Some(Spot::List(self.inside_list(area, at)));
        }
        let tabs = places.tabs.filter(|_| !self.is_whole_list());
        if let Some(tabs) = tabs.filter(|tabs| tabs.contains(at)) {
            return tabs::at(at.x - tabs.x).map(Spot::Tab);
        }
        if let Some(pane) = places.pane.filter(|pane| pane.contains(at)) {
            let search = Some(&self.pane_search).filter(|_| self.inside);
            return Some(Spot::Pane(self.inside(pane, search, self.inside, at)));
        }
        if !self.lists.is_empty() {
            let area = Some(places.list).filter(|area| area.contains(at))?;
            return Some(Spot::List(self.inside_list(area, at)));
        }
        let mut panels = places.panels.into_iter();
        let (id, area) = panels.find(|(_, area)| area.contains(at))?;
        let search = Some(&self.searches[id.index()]);
        let has_keys = id == self.focus && !self.inside;
        Some(Spot::Panel(id, self.inside(area, search, has_keys, at)))
    }

    fn inside_list(&self, area: Rect, at: Position) -> Inside {
        self.inside(area, Some(&self.list_search), !self.inside, at)
    }

    /// Where in the box `area` a cell is, below what is typed into it if the keys go there.
    fn inside(&self, area: Rect, search: Option<&Search>, keys: bool, at: Position) -> Inside {
        let typing = self
            .typing
            .as_ref()
            .filter(|typing| keys && typing.purpose == Purpose::Search);
        let inner = area.inner(Margin::new(1, 1));
        let rest = search.map_or(inner, |search| {
            below_search(typing, search, self.theme, inner)
        });
        let is_inside = rest.contains(at);
        is_inside.then(|| (at.y - rest.y, rest.height))
    }
}

/// What the search line, its offers and what is wrong with it leave of `area`.
fn below_search(typing: Option<&Typing>, search: &Search, theme: Theme, area: Rect) -> Rect {
    if (typing.is_none() && search.typed.is_empty()) || area.height < 3 {
        return area;
    }
    let below = |area: Rect| Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    let offered = typing.and_then(|typing| typing.offered.as_ref());
    let mut rest = below(area);
    if offered.is_some_and(|offered| !offered.offers.is_empty()) && rest.height >= 2 {
        rest = below(rest);
    }
    match &search.problem {
        Some(problem) => {
            let mut scratch = Buffer::empty(rest);
            prompt::draw_problem(problem, &search.typed, theme, rest, &mut scratch)
        }
        None => rest,
    }
}
