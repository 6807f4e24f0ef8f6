//! One frame of the application.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::{App, Overlay, Search, Typing};
use crate::action::PanelId;
use crate::panel::View;
use crate::ui::frame::{self, Places};
use crate::ui::prompt::Prompt;
use crate::ui::theme::Theme;

impl App {
    /// Draws one frame.
    pub fn render(&mut self, frame: &mut Frame<'_>) {
        let Some(places) = Places::new(frame.area(), self.focus, self.zoomed) else {
            frame::too_small(frame.area(), frame.buffer_mut());
            return;
        };
        let scopes = self.scopes();
        let (dossier, theme) = (&self.shared.dossier, self.theme);
        let source = self.source();
        frame::header(
            dossier,
            self.time().as_deref(),
            [self.shared.contested.len(), self.problems.len()],
            theme,
            places.header,
            frame.buffer_mut(),
        );
        match &self.said {
            Some(said) => frame::remark(said, theme, places.status, frame.buffer_mut()),
            None => frame::status(&scopes, &source, theme, places.status, frame.buffer_mut()),
        }
        if let Some(tabs) = places.tabs {
            frame::tabs(self.focus, theme, tabs, frame.buffer_mut());
        }
        for (id, area) in &places.panels {
            self.render_panel(*id, *area, frame);
        }
        self.render_overlay(places.overlay(), frame);
    }

    /// Where the selected or open record comes from.
    fn source(&self) -> String {
        let evidence = self
            .selected()
            .and_then(|record| self.shared.dossier.evidence(record).first());
        evidence.map_or_else(String::new, |evidence| {
            self.shared.dossier.citation(evidence)
        })
    }

    fn render_panel(&mut self, id: PanelId, area: Rect, frame: &mut Frame<'_>) {
        let at = id.index();
        let focused = id == self.focus && self.overlays.is_empty();
        let count = self.panels[at].count(&self.shared);
        let title = format!("{} {}", at + 1, id.name());
        let block = frame::boxed(&title, &count, focused, self.theme);
        let mut inner = block.inner(area);
        block.render(area, frame.buffer_mut());
        let typing = self.typing.as_ref().filter(|_| focused);
        let search = &self.searches[at];
        if (typing.is_some() || !search.query.is_empty()) && inner.height > 1 {
            let line = Rect { height: 1, ..inner };
            inner = Rect {
                y: inner.y + 1,
                height: inner.height - 1,
                ..inner
            };
            let said = search.query.problem().unwrap_or_default();
            draw_prompt(typing, search, said, self.theme, line, frame);
        }
        let view = View {
            shared: &self.shared,
            query: &search.query,
            theme: self.theme,
            focused,
        };
        self.panels[at].draw(&view, inner, frame.buffer_mut());
    }

    fn render_overlay(&mut self, area: Rect, frame: &mut Frame<'_>) {
        let title = match self.overlays.last() {
            None => return,
            Some(Overlay::List(list)) => list.heading(),
            Some(Overlay::Detail(detail)) => detail.heading(&self.shared.dossier),
            Some(Overlay::Passage(passage)) => passage.heading(),
        };
        let title = crate::ui::text::clip(&title, usize::from(area.width).saturating_sub(4));
        let block = frame::boxed(&title, "", true, self.theme);
        let mut inner = block.inner(area);
        Clear.render(area, frame.buffer_mut());
        block.render(area, frame.buffer_mut());
        inner = Rect {
            x: inner.x + 1,
            width: inner.width - 2,
            ..inner
        };
        let is_list = matches!(self.overlays.last(), Some(Overlay::List(_)));
        if is_list && (self.typing.is_some() || !self.list_search.query.is_empty()) {
            let line = Rect { height: 1, ..inner };
            inner = Rect {
                y: inner.y + 1,
                height: inner.height - 1,
                ..inner
            };
            draw_prompt(
                self.typing.as_ref(),
                &self.list_search,
                "",
                self.theme,
                line,
                frame,
            );
        }
        match self.overlays.last_mut() {
            None => {}
            Some(Overlay::List(list)) => {
                list.draw(
                    &self.list_search.query,
                    self.theme,
                    inner,
                    frame.buffer_mut(),
                );
            }
            Some(Overlay::Passage(passage)) => {
                passage.draw(self.theme, inner, frame.buffer_mut());
            }
            Some(Overlay::Detail(detail)) => {
                let query = &self.searches[self.focus.index()].query;
                detail.draw(query, self.theme, inner, frame.buffer_mut());
            }
        }
    }
}

/// The search line of a panel or list: with the cursor in it while it is being typed.
fn draw_prompt(
    typing: Option<&Typing>,
    search: &Search,
    remark: &str,
    theme: Theme,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    match typing {
        Some(typing) => {
            let cursor = typing.prompt.draw(remark, theme, area, frame.buffer_mut());
            frame.set_cursor_position(cursor);
        }
        None => {
            Prompt::new(&search.typed).draw(remark, theme, area, frame.buffer_mut());
        }
    }
}
