//! Panel 1: events by date, with a strip above that shows how many there are a year. What is open
//! and what has no date stand in lanes of their own; what is not between the two sides is folded.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, View, counted, nothing, passage, sign};
use crate::dashboard::action::{Action, Step};
use crate::dashboard::ui::cursor::{Cursor, Pointed, Scroll};
use crate::dashboard::ui::row::{beside, titled};
use crate::dashboard::ui::text::{pad, width};
use crate::dashboard::ui::theme::Theme;
use crate::describe::about;
use crate::dossier::event::EventStatus;
use crate::dossier::{Date, Dossier, Event, Kind, Ref};
use crate::search::Found;
use crate::workspace::Workspace;
use lane::{THIRD, lane_line};
use strip::year_name;

mod lane;
mod strip;

/// Most columns for the dates: a day that was worked out and is doubted, "[2024-05-12?]".
const DATES: usize = 13;

/// With more rows than this, the first shows how many events there are a year.
const STRIP: u16 = 4;

/// What is not between the two sides is listed too.
const UNFOLDED: &str = "unfolded";

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
    /// What is not between the two sides is listed too.
    unfolded: bool,
    searching: bool,
}

impl Timeline {
    /// All events; the latest that has happened is selected.
    pub fn new(workspace: &Workspace) -> Self {
        let mut timeline = Self::default();
        timeline.show(workspace.all(Kind::Event), false, workspace);
        let latest = timeline.latest(workspace);
        timeline.cursor.select(latest.unwrap_or(0));
        timeline
    }

    /// The last event that happened by the day of the workspace, with a date that no source doubts.
    fn latest(&self, workspace: &Workspace) -> Option<usize> {
        let events = &workspace.dossier.events;
        let happened = |at: usize| {
            let event = &events[at];
            let is_event = event.status == EventStatus::Occurred && &*event.kind != "state";
            let began = event.date.as_ref().and_then(Date::earliest);
            let by_now = began.is_some_and(|day| workspace.day.is_none_or(|now| day <= now));
            is_event && by_now && !date_label(event).contains('?')
        };
        let has_happened = |row: &usize| match self.rows[*row] {
            Row::Event(at) => happened(at),
            Row::Lane(..) => false,
        };
        self.events.iter().rposition(has_happened)
    }

    /// Lists what was found anew; the selection stays on its event if that is listed.
    fn list(&mut self, workspace: &Workspace) {
        let before = self.event();
        let folds = !self.unfolded && !self.searching;
        self.rows = rows(&workspace.dossier, self.found.records().collect(), folds);
        let is_event = |(_, row): &(usize, &Row)| matches!(row, Row::Event(_));
        let events = self.rows.iter().enumerate().filter(is_event);
        self.events = events.map(|(at, _)| at).collect();
        let events = &workspace.dossier.events;
        self.years = strip::Years::new(self.found.records().map(|at| &events[at]));
        self.dates = self.date_column(events);
        self.cursor.set_len(self.events.len());
        match before {
            Some(at) if self.rows.contains(&Row::Event(at)) => {
                self.select(Ref::new(Kind::Event, at), workspace);
            }
            _ if !self.searching => {
                let latest = self.latest(workspace);
                self.cursor.select(latest.unwrap_or(0));
            }
            _ => self.cursor.select(0),
        }
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

    fn rows(&self, records: usize) -> usize {
        // The strip, and the heads of the lanes.
        records + 1 + 3
    }

    fn act(&mut self, action: Action, workspace: &Workspace) {
        match action {
            Action::Move(step) => self.cursor.step(step),
            Action::Fold => {
                self.unfolded = !self.unfolded;
                self.list(workspace);
            }
            Action::Today => {
                if let Some(latest) = self.latest(workspace) {
                    self.cursor.select(latest);
                }
            }
            Action::NextPart => self.turn_part(true, workspace),
            Action::PreviousPart => self.turn_part(false, workspace),
            _ => {}
        }
    }

    fn show(&mut self, found: Arc<Found>, searching: bool, workspace: &Workspace) {
        self.found = found;
        self.searching = searching;
        self.list(workspace);
    }

    fn selected(&self, _: &Workspace) -> Option<Ref> {
        self.event().map(|at| Ref::new(Kind::Event, at))
    }

    fn select(&mut self, record: Ref, _: &Workspace) {
        let target = Row::Event(record.at);
        let place = self.events.iter().position(|row| self.rows[*row] == target);
        if let (Kind::Event, Some(place)) = (record.kind, place) {
            self.cursor.select(place);
        }
    }

    fn point(&mut self, row: u16, height: u16, _: &Workspace) -> Pointed {
        let strip = u16::from(height > STRIP);
        let Some(drawn) = row.checked_sub(strip) else {
            return Pointed::Nothing;
        };
        let row = self.scroll.top() + usize::from(drawn);
        let event = self.events.iter().position(|event| *event == row);
        event.map_or(Pointed::Nothing, |event| self.cursor.point(event))
    }

    fn listing(&self) -> Option<&'static str> {
        self.unfolded.then_some(UNFOLDED)
    }

    fn list_as(&mut self, listing: &str, workspace: &Workspace) {
        self.unfolded = listing == UNFOLDED;
        self.list(workspace);
    }

    fn top(&self) -> usize {
        self.scroll.top()
    }

    fn set_top(&mut self, top: usize) {
        self.scroll.set_top(top);
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
        let list = if area.height > STRIP {
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
    /// To the first event of the next year or lane, or to that of the one before.
    fn turn_part(&mut self, forward: bool, workspace: &Workspace) {
        let part = |place: usize| {
            let row = self.events[place];
            let lane = self.rows[..row]
                .iter()
                .filter(|row| matches!(row, Row::Lane(..)))
                .count();
            let year = match self.rows[row] {
                Row::Event(at) if lane == 0 => year_mark(&workspace.dossier.events[at]),
                _ => None,
            };
            (lane, year)
        };
        let Some(at) = self.cursor.at() else { return };
        let starts: Vec<_> = (0..self.events.len())
            .filter(|at| *at == 0 || part(*at) != part(at - 1))
            .collect();
        let found = if forward {
            starts.iter().find(|start| **start > at)
        } else {
            starts.iter().rev().find(|start| **start < at)
        };
        match (found, forward) {
            (Some(start), _) => self.cursor.select(*start),
            (None, true) => self.cursor.step(Step::Last),
            (None, false) => self.cursor.step(Step::First),
        }
    }

    fn draw_list(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        self.cursor.set_page(area.height.into());
        let Some(selected) = self.cursor.at().map(|at| self.events[at]) else {
            nothing(Kind::Event, view).render(area, buf);
            return;
        };
        // With its head, so that the first event of a lane is not shown without it.
        let head = matches!(
            selected.checked_sub(1).map(|at| &self.rows[at]),
            Some(Row::Lane(..))
        );
        // With a head below it, which says that there is more.
        let more = matches!(self.rows.get(selected + 1), Some(Row::Lane(..)));
        let needed = selected - usize::from(head)..selected + 1 + usize::from(more);
        for (y, at) in (area.y..).zip(
            self.scroll
                .keep(needed, self.rows.len(), area.height.into()),
        ) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            match self.rows[at] {
                Row::Lane(name, count) => {
                    let folded = at + 1 == self.rows.len();
                    lane_line(name, count, folded, area.width, view.theme).render(line, buf);
                }
                Row::Event(event) => {
                    let drawn = self.event_line(event, at == selected, view, area.width);
                    drawn.render(line, buf);
                }
            }
            if at == selected && view.focused {
                buf.set_style(line, view.theme.selected());
            }
        }
    }
}

/// Dated events by date, then what is ahead, then what has no date, then what is not between the two
/// sides: of that only how many there are if it `folds`.
fn rows(dossier: &Dossier, mut found: Vec<usize>, folds: bool) -> Vec<Row> {
    let event = |at: usize| &dossier.events[at];
    found.sort_by(|a, b| match (&event(*a).date, &event(*b).date) {
        (Some(a), Some(b)) => a.sort(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let is_third = |at: &usize| dossier.is_bilateral(event(*at)) == Some(false);
    let (third, own): (Vec<_>, Vec<_>) = found.into_iter().partition(is_third);
    // Where there is nothing else, nothing is folded.
    let folds = folds && !own.is_empty();
    let (ahead, rest): (Vec<_>, Vec<_>) = own.into_iter().partition(|at| event(*at).is_ahead());
    let is_dated = |at: &usize| year_mark(event(*at)).is_some();
    let (dated, undated): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_dated);
    let mut rows: Vec<_> = dated.into_iter().map(Row::Event).collect();
    let lanes = [("open", ahead), ("undated", undated), (THIRD, third)];
    for (name, events) in lanes {
        if !events.is_empty() {
            rows.push(Row::Lane(name, events.len()));
        }
        if !(folds && name == THIRD) {
            rows.extend(events.into_iter().map(Row::Event));
        }
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

/// The date as it is listed.
fn date_label(event: &Event) -> String {
    let date = event.date.as_ref().filter(|date| !date.is_undated());
    date.map_or_else(String::new, Date::label)
}

impl Timeline {
    fn event_line(
        &self,
        at: usize,
        selected: bool,
        view: &View<'_>,
        columns: u16,
    ) -> Line<'static> {
        let (theme, dossier) = (view.theme, &view.workspace.dossier);
        let event = &dossier.events[at];
        let (glyph, style) = glyph(event.status, theme);
        let record = Ref::new(Kind::Event, at);
        let doubt = view.workspace.contests.sign(dossier, record);
        let used = 1 + self.dates + 1 + 2 + width(doubt) + usize::from(!doubt.is_empty());
        let room = usize::from(columns).saturating_sub(used);
        let shown = format!("{} {}", date_label(event), event.title);
        let mut spans = vec![
            Span::styled(sign(selected, view.marked.contains(record)), theme.focus()),
            Span::raw(pad(&date_label(event), self.dates)),
            Span::raw(" "),
            Span::styled(format!("{glyph} "), style),
        ];
        let row = (&*event.title, &*shown);
        spans.extend(titled(row, (dossier, record), view.query, theme, room));
        spans.extend(theme.doubt(doubt));
        let mut line = Line::from(spans);
        // Of what is looked for the row says why it was found.
        if view.query.is_empty() {
            let parts = passage(dossier, record)
                .into_iter()
                .chain(about(dossier, record));
            beside(&mut line, parts, theme, columns.into());
        }
        line
    }

    /// Columns for the dates of these rows, within reason.
    fn date_column(&self, events: &[Event]) -> usize {
        let dates = self.rows.iter().map(|row| match row {
            Row::Event(at) => width(&date_label(&events[*at])),
            Row::Lane(..) => 0,
        });
        dates.max().unwrap_or(0).min(DATES)
    }
}

/// The sign of a status; the legend of the help has the words.
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
