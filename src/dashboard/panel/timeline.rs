//! Panel 1: events by date, with a strip above that shows how many there are a year. What is
//! planned and what has no date stand in lanes of their own.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, View, counted, nothing};
use crate::dashboard::action::Action;
use crate::dashboard::ui::cursor::{Cursor, Scroll};
use crate::dashboard::ui::row::titled;
use crate::dashboard::ui::text::{pad, width};
use crate::dashboard::ui::theme::Theme;
use crate::dossier::event::EventStatus;
use crate::dossier::{Dossier, Event, Kind, Ref};
use crate::search::Found;
use crate::workspace::Workspace;
use strip::year_name;

mod strip;

/// Columns for the mark of a year: `2023`, `199X`, `-0300`.
const YEAR: usize = 6;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    /// The head of a lane, and how many events it has.
    Lane(&'static str, usize),
    /// An event, by its place in the dossier.
    Event(usize),
}

/// State of the timeline.
#[derive(Debug, Default)]
pub struct Timeline {
    found: Arc<Found>,
    rows: Vec<Row>,
    /// The rows that are events.
    events: Vec<usize>,
    years: strip::Years,
    /// Columns for the dates.
    dates: usize,
    cursor: Cursor,
    scroll: Scroll,
}

impl Timeline {
    /// All events.
    pub fn new(workspace: &Workspace) -> Self {
        let mut timeline = Self::default();
        timeline.show(workspace.all(Kind::Event), false, workspace);
        timeline
    }

    fn event(&self) -> Option<usize> {
        match self.rows[self.events[self.cursor.at()?]] {
            Row::Event(at) => Some(at),
            Row::Lane(..) => None,
        }
    }
}

impl Panel for Timeline {
    fn kind(&self) -> Kind {
        Kind::Event
    }

    fn act(&mut self, action: Action, _: &Workspace) {
        if let Action::Move(step) = action {
            self.cursor.step(step);
        }
    }

    fn show(&mut self, found: Arc<Found>, _: bool, workspace: &Workspace) {
        let before = self.event();
        self.found = found;
        self.rows = rows(&workspace.dossier, self.found.records().collect());
        let is_event = |(_, row): &(usize, &Row)| matches!(row, Row::Event(_));
        self.events = self
            .rows
            .iter()
            .enumerate()
            .filter(is_event)
            .map(|(at, _)| at)
            .collect();
        let events = &workspace.dossier.events;
        self.years = strip::Years::new(self.found.records().map(|at| &events[at]));
        self.dates = self.date_column(events);
        self.cursor.set_len(self.events.len());
        match before {
            Some(at) if self.rows.contains(&Row::Event(at)) => {
                self.select(Ref::new(Kind::Event, at), workspace);
            }
            _ => self.cursor.select(0),
        }
    }

    fn selected(&self, _: &Workspace) -> Option<Ref> {
        self.event().map(|at| Ref::new(Kind::Event, at))
    }

    fn select(&mut self, record: Ref, _: &Workspace) {
        let wanted = Row::Event(record.at);
        let place = self.events.iter().position(|row| self.rows[*row] == wanted);
        if let (Kind::Event, Some(place)) = (record.kind, place) {
            self.cursor.select(place);
        }
    }

    fn turn(&mut self, forward: bool) {
        self.cursor.turn(forward);
    }

    fn count(&self, workspace: &Workspace) -> String {
        counted(
            self.cursor.at(),
            &self.found,
            workspace.dossier.events.len(),
        )
    }

    fn draw(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let events = &view.workspace.dossier.events;
        let list = if area.height > 4 {
            let selected = self.event().map(|at| &events[at]);
            let line = Rect { height: 1, ..area };
            strip::draw(&self.years, selected, view.theme, line, buf);
            Rect {
                y: area.y + 1,
                height: area.height - 1,
                ..area
            }
        } else {
            area
        };
        self.draw_list(view, list, buf);
    }
}

impl Timeline {
    fn draw_list(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        self.cursor.set_page(area.height.into());
        let Some(selected) = self.cursor.at().map(|at| self.events[at]) else {
            nothing("events", view).render(area, buf);
            return;
        };
        // With its head, so that the first event of a lane is not shown without it.
        let head = matches!(
            selected.checked_sub(1).map(|at| &self.rows[at]),
            Some(Row::Lane(..))
        );
        let wanted = selected - usize::from(head)..selected + 1;
        let events = &view.workspace.dossier.events;
        let dates = self.dates;
        for (y, at) in (area.y..).zip(
            self.scroll
                .keep(wanted, self.rows.len(), area.height.into()),
        ) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            match self.rows[at] {
                Row::Lane(name, count) => {
                    lane_line(name, count, area.width, view.theme).render(line, buf);
                }
                Row::Event(event) => {
                    self.event_line(at, &events[event], dates, view, area.width)
                        .render(line, buf);
                }
            }
            if at == selected && view.focused {
                buf.set_style(line, view.theme.selected());
            }
        }
    }
}

/// Dated events by date, then what is ahead, then what has no date.
fn rows(dossier: &Dossier, mut found: Vec<usize>) -> Vec<Row> {
    let event = |at: usize| &dossier.events[at];
    found.sort_by(|a, b| match (&event(*a).date, &event(*b).date) {
        (Some(a), Some(b)) => a.sort(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let (ahead, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(|at| event(*at).is_ahead());
    let is_dated = |at: &usize| year_mark(event(*at)).is_some();
    let (dated, undated): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_dated);
    let mut rows: Vec<_> = dated.into_iter().map(Row::Event).collect();
    for (name, events) in [
        ("planned, proposed, spoken of", ahead),
        ("undated", undated),
    ] {
        if !events.is_empty() {
            rows.push(Row::Lane(name, events.len()));
        }
        rows.extend(events.into_iter().map(Row::Event));
    }
    rows
}

/// The year to file an event under; a decade such as `199X` is filed as it is.
fn year_mark(event: &Event) -> Option<String> {
    let date = event.date.as_ref()?;
    let year = date.year()?;
    let vague = date
        .edtf()
        .filter(|text| text.contains('X') && text.len() <= 5);
    Some(vague.map_or_else(|| year_name(year), str::to_owned))
}

/// What the mark of the year leaves to say: `10-07`, or all of a date that was not printed.
fn rest_of_date(event: &Event, mark: &str) -> String {
    let Some(date) = event.date.as_ref().filter(|date| !date.is_undated()) else {
        return String::new();
    };
    let label = date.label();
    match label.strip_prefix(mark).filter(|_| !label.contains(" – ")) {
        Some(rest) => rest.trim_start_matches(['-', ' ']).to_owned(),
        None => label,
    }
}

fn lane_line(name: &str, count: usize, columns: u16, theme: Theme) -> Line<'static> {
    let text = format!("── {name} ({count}) ");
    let rule = "─".repeat(usize::from(columns).saturating_sub(width(&text)));
    Line::from(vec![
        Span::styled(text, theme.strong()),
        Span::styled(rule, theme.quiet()),
    ])
}

impl Timeline {
    /// The mark of the year, where a row is the first of its year.
    fn mark_at(&self, at: usize, events: &[Event]) -> (String, bool) {
        let mark = |at: usize| match self.rows[at] {
            Row::Event(event) if !events[event].is_ahead() => year_mark(&events[event]),
            _ => None,
        };
        let before = at.checked_sub(1).and_then(mark);
        let here = mark(at);
        let is_new = here != before;
        (here.unwrap_or_default(), is_new)
    }

    fn event_line(
        &self,
        at: usize,
        event: &Event,
        dates: usize,
        view: &View<'_>,
        columns: u16,
    ) -> Line<'static> {
        let theme = view.theme;
        let selected = self.cursor.at().map(|at| self.events[at]) == Some(at);
        let (mark, is_new) = self.mark_at(at, &view.workspace.dossier.events);
        let year = if is_new { &*mark } else { "" };
        let date = rest_of_date(event, &mark);
        let (glyph, style) = glyph(event.status, theme);
        let word = match event.status {
            EventStatus::Occurred => String::new(),
            status => format!("{} · ", status.word()),
        };
        let dossier = &view.workspace.dossier;
        let found = dossier.find(&event.id);
        let contests = &view.workspace.contests;
        let sign = found.map_or("", |record| contests.sign(dossier, record));
        let used =
            1 + YEAR + dates + 1 + 2 + width(&word) + width(sign) + usize::from(!sign.is_empty());
        let room = usize::from(columns).saturating_sub(used);
        let shown = format!("{mark} {date} {word}{}", event.title);
        let mut spans = vec![
            Span::styled(if selected { "▌" } else { " " }, theme.focus()),
            Span::styled(pad(year, YEAR), theme.strong()),
            Span::raw(pad(&date, dates)),
            Span::raw(" "),
            Span::styled(format!("{glyph} "), style),
            Span::styled(word, theme.dim()),
        ];
        if let Some(record) = found {
            let row = (&*event.title, &*shown);
            spans.extend(titled(row, (dossier, record), view.query, theme, room));
        }
        spans.extend(theme.doubt(sign));
        Line::from(spans)
    }

    /// Columns for the dates of these rows, within reason.
    fn date_column(&self, events: &[Event]) -> usize {
        let dates = self.events.iter().map(|row| match self.rows[*row] {
            Row::Event(at) => width(&rest_of_date(&events[at], &self.mark_at(*row, events).0)),
            Row::Lane(..) => 0,
        });
        dates.max().unwrap_or(0).min(17)
    }
}

/// The sign of a status; the word stands beside it for all but the plain case.
fn glyph(status: EventStatus, theme: Theme) -> (&'static str, Style) {
    match status {
        EventStatus::Occurred => ("●", theme.good()),
        EventStatus::Ongoing => ("▶", theme.good()),
        EventStatus::Planned => ("○", theme.open()),
        EventStatus::UnderDiscussion => ("◆", theme.open()),
        EventStatus::Proposed => ("◇", theme.open()),
        EventStatus::Expected => ("□", theme.open()),
        EventStatus::Speculative => ("?", theme.open()),
        EventStatus::Cancelled => ("×", theme.dim()),
    }
}
