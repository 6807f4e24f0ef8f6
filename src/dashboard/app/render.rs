//! One frame of the application.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use super::header_prompt::{draw_header_prompt, draw_offers};
use super::typing::{Purpose, Search, Typing};
use super::{App, Front};
use crate::dashboard::action::{ListId, PanelId};
use crate::dashboard::panel::View;
use crate::dashboard::ui::border;
use crate::dashboard::ui::frame;
use crate::dashboard::ui::places::{self, Places};
use crate::dashboard::ui::prompt::{self, Prompt};
use crate::dashboard::ui::tabs;
use crate::dashboard::ui::text::{clip, width};
use crate::dashboard::ui::theme::Theme;

/// Columns that something of where a record is kept takes behind what it is: " · ev…".
const KIND: usize = 6;

impl App {
    /// Draws one frame.
    pub fn render(&mut self, frame: &mut Frame<'_>) {
        self.draw(frame);
        self.theme.paint(frame.buffer_mut());
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        self.area = frame.area();
        let Some(places) = self.places(self.area) else {
            places::too_small(frame.area(), frame.buffer_mut());
            return;
        };
        self.render_edges(&places, frame);
        self.draw_front(&places, frame);
        if let Some(said) = self.remark() {
            frame::remark(said, self.theme, places.status, frame.buffer_mut());
        }
    }

    /// What is between the header and the bottom line.
    fn draw_front(&mut self, places: &Places, frame: &mut Frame<'_>) {
        if self.is_whole_list() {
            self.render_list(places.whole(), frame);
            return self.place_cursor(places.whole(), frame);
        }
        let mut front = places.list;
        if self.lists.is_empty() {
            for (id, area) in &places.panels {
                self.render_panel(*id, *area, frame);
                if *id == self.focus {
                    front = *area;
                }
            }
        } else if !places.panels.is_empty() {
            self.render_list(places.list, frame);
        }
        if let Some(pane) = places.pane {
            self.render_pane(pane, frame);
            if self.inside {
                front = pane;
            }
        }
        self.place_cursor(front, frame);
    }

    /// The header, or the lens while it is typed; the status bar; the tabs.
    fn render_edges(&self, places: &Places, frame: &mut Frame<'_>) {
        let (dossier, theme) = (&self.workspace.dossier, self.theme);
        let source = self.source();
        let lens = self.ground.lens.as_ref().map(|lens| lens.summary());
        frame::header(
            (dossier, self.is_example),
            lens.as_deref(),
            &self.remarks(),
            self.alarms(),
            theme,
            places.header,
            frame.buffer_mut(),
        );
        let typing = self
            .typing
            .as_ref()
            .filter(|one| matches!(one.purpose, Purpose::Lens | Purpose::Text));
        if self.remark().is_none() {
            let buf = frame.buffer_mut();
            frame::status(self.hints(), &source, theme, places.status, buf);
        }
        if let Some(typing) = typing {
            let lens = self.ground.lens.as_deref();
            draw_header_prompt(typing, lens, theme, places.header, frame);
        }
        // A list that covers the body covers them too.
        if let Some(tabs) = places.tabs.filter(|_| !self.is_whole_list()) {
            tabs::draw(self.focus, theme, tabs, frame.buffer_mut());
        }
    }

    /// What is said in the place of the keys.
    fn remark(&self) -> Option<&String> {
        let typing = self.typing.as_ref();
        let is_lens = typing.is_some_and(|typing| typing.purpose == Purpose::Lens);
        let problem = self.ground.problem.as_ref().filter(|_| is_lens);
        self.said.as_ref().or(problem).or(self.broken.as_ref())
    }

    /// The cursor of the terminal on the selected line, for whoever follows it rather than the screen.
    fn place_cursor(&self, area: Rect, frame: &mut Frame<'_>) {
        if self.typing.is_some() {
            return;
        }
        let buf = frame.buffer_mut();
        let is_selected = |position: &Position| {
            let cell = buf.cell(*position);
            cell.is_some_and(|cell| cell.modifier.contains(Modifier::REVERSED))
        };
        if let Some(selected) = area.positions().find(is_selected) {
            frame.set_cursor_position(selected);
        }
    }

    /// Is a list in front that leads to nothing, and needs no pane beside it?
    pub(super) fn is_whole_list(&self) -> bool {
        matches!(
            self.lists.last(),
            Some(Front::List(list)) if matches!(list.id, ListId::Help | ListId::Problems)
        )
    }

    /// How many conflicts, queries and problems there are.
    fn alarms(&self) -> frame::Alarms {
        let pressing = self.pressing();
        frame::Alarms {
            conflicts: pressing.conflicts,
            queries: pressing.queries,
            due: pressing.due,
            marked: self.marked_records().len(),
            inbox: self.proposed.open().count(),
            problems: self.problems.len(),
        }
    }

    /// As of when it is shown, and what goes on behind the screen.
    fn remarks(&self) -> Vec<String> {
        let words = self.stage.map(super::Stage::words);
        let broken = self
            .broken
            .as_ref()
            .map(|_| "shown as before the last save".to_owned());
        let stage = words.into_iter().chain(self.vetting_remark());
        stage.chain(broken).chain(self.time()).collect()
    }

    /// Where the selected or open record comes from.
    fn source(&self) -> String {
        let dossier = &self.workspace.dossier;
        let evidence = self.selected().map(|record| dossier.evidence(record));
        let first = evidence.as_ref().and_then(|evidence| evidence.first());
        first.map_or_else(String::new, |evidence| dossier.citation(evidence))
    }

    fn render_panel(&mut self, id: PanelId, area: Rect, frame: &mut Frame<'_>) {
        let at = id.index();
        let focused = id == self.focus && !self.inside;
        let mut count = self.panels[at].count(&self.workspace);
        if id == PanelId::Quotes && self.is_waiting() {
            count += " …";
        }
        let title = format!("{} {}", at + 1, id.name());
        let room = usize::from(area.width).saturating_sub(width(&title) + 8);
        let block = border::boxed(&title, &clip(&count, room), focused, self.theme);
        let mut inner = block.inner(area);
        block.render(area, frame.buffer_mut());
        let typing = self.searching().filter(|_| focused);
        let search = &self.searches[at];
        inner = draw_search(typing, search, self.theme, inner, frame);
        let marked = self.marked();
        let view = View {
            workspace: &self.workspace,
            query: &search.query,
            missed: search.missed.as_ref(),
            theme: self.theme,
            focused,
            reading: self.is_reading(),
            marked: &marked,
        };
        self.panels[at].draw(&view, inner, frame.buffer_mut());
    }

    /// The list in front, in the place of the panels.
    fn render_list(&mut self, area: Rect, frame: &mut Frame<'_>) {
        let waits = if self.is_waiting() { " …" } else { "" };
        let heading = match self.lists.last() {
            None => return,
            // The lens is in the header, and a text is not seen through it.
            Some(Front::List(list)) if list.id == ListId::Text && self.ground.lens.is_some() => {
                format!("{} · the lens does not apply", list.heading())
            }
            Some(Front::List(list)) => list.heading(),
            Some(Front::GlobalSearch(all)) => all.heading(&self.workspace.dossier) + waits,
        };
        let title = clip(&heading, usize::from(area.width).saturating_sub(4));
        let focused = !self.inside;
        let block = border::boxed(&title, "", focused, self.theme);
        let framed = block.inner(area);
        block.render(area, frame.buffer_mut());
        let typing = self.searching().filter(|_| focused);
        let inner = draw_search(typing, &self.list_search, self.theme, framed, frame);
        let (query, theme) = (&self.list_search.query, self.theme);
        let dossier = &self.workspace.dossier;
        match self.lists.last_mut() {
            None => {}
            Some(Front::List(list)) => list.draw(query, theme, inner, frame.buffer_mut()),
            Some(Front::GlobalSearch(all)) => {
                let searched = (query, self.list_search.missed.as_ref());
                all.draw(dossier, searched, theme, inner, frame.buffer_mut());
            }
        }
    }

    /// The search that is being typed.
    fn searching(&self) -> Option<&Typing> {
        let typing = self.typing.as_ref();
        typing.filter(|typing| typing.purpose == Purpose::Search)
    }

    /// The reading pane.
    fn render_pane(&mut self, area: Rect, frame: &mut Frame<'_>) {
        let (title, place) = self.pane.heading();
        let room = usize::from(area.width).saturating_sub(8);
        // Where it is kept gives way to its title, if that is whole then.
        let kind = place.split(" · ").next().unwrap_or_default();
        let place = if width(title) + width(&place) <= room {
            place.clone()
        } else if width(title) + width(kind) <= room || width(kind) + KIND > room / 2 {
            clip(kind, room / 2)
        } else {
            clip(&place, room / 2)
        };
        let title = clip(title, room.saturating_sub(width(&place)));
        let block = border::boxed(&title, &place, self.inside, self.theme);
        let mut inner = block.inner(area);
        block.render(area, frame.buffer_mut());
        inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(1),
            ..inner
        };
        if self.inside {
            let typing = self.typing.as_ref();
            let captures = typing.filter(|typing| typing.purpose == Purpose::Capture);
            inner = if let Some(typing) = captures {
                self.draw_capture(typing, inner, frame)
            } else {
                draw_search(
                    self.searching(),
                    &self.pane_search,
                    self.theme,
                    inner,
                    frame,
                )
            };
        }
        let panel = if self.lists.is_empty() {
            &self.searches[self.focus.index()].query
        } else {
            &self.list_search.query
        };
        let queries = [&self.pane_search.query, panel];
        self.pane
            .draw(queries, self.inside, self.theme, inner, frame.buffer_mut());
    }
}

/// The search line of a panel or list, with the cursor in it while it is being typed, and below it
/// what is wrong with it and where. Returns what is left of `area`.
fn draw_search(
    typing: Option<&Typing>,
    search: &Search,
    theme: Theme,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Rect {
    if (typing.is_none() && search.typed.is_empty()) || area.height < 3 {
        return area;
    }
    let line = Rect { height: 1, ..area };
    let below = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    match typing {
        Some(typing) => {
            let cursor = typing.prompt.draw(theme, line, frame.buffer_mut());
            frame.set_cursor_position(cursor);
        }
        None => {
            Prompt::new(&search.typed).draw(theme, line, frame.buffer_mut());
        }
    }
    let rest = match typing.and_then(|typing| typing.offered.as_ref()) {
        Some(offered) => draw_offers(offered, theme, below, frame),
        None => below,
    };
    match &search.problem {
        Some(problem) => {
            prompt::draw_problem(problem, &search.typed, theme, rest, frame.buffer_mut())
        }
        None => rest,
    }
}
