//! What stands around the panels: where each goes, the header, the status bar.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text::{clip, width};
use super::theme::Theme;
use crate::dashboard::action::{Action, ListId, PanelId};
use crate::dashboard::keymap::bound::Bound;
use crate::dossier::{Dossier, Kind};

/// Below this, panels and the reading pane cannot stand side by side.
const LEAST_DESK: (u16, u16) = (100, 28);
/// From this width on the panels stand two by two.
const WIDE: u16 = 160;
/// Below this many rows a panel and the pane under it would both be too small.
const LEAST_BOTH: u16 = 17;
/// Below this there is only room to say so.
const LEAST: (u16, u16) = (40, 10);
/// Lines that are good to read are no wider.
const READABLE: u16 = 112;

/// How panels and reading pane share the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Split {
    /// The panels alone.
    Panels,
    /// Both.
    #[default]
    Both,
    /// The reading pane alone.
    Pane,
}

impl Split {
    /// More of the pane, or less.
    #[must_use]
    pub fn turned(self, more: bool) -> Self {
        match (self, more) {
            (Self::Panels | Self::Both, false) => Self::Panels,
            (Self::Panels, true) | (Self::Pane, false) => Self::Both,
            (Self::Both | Self::Pane, true) => Self::Pane,
        }
    }
}

/// Of what the screen is to make room for.
#[derive(Clone, Copy, Debug)]
pub struct Arrangement {
    /// The panel in focus.
    pub focus: PanelId,
    /// It takes the room of the others.
    pub zoomed: bool,
    /// How panels and pane share the screen.
    pub split: Split,
    /// The keys go to the pane.
    pub inside: bool,
}

/// Where everything goes.
#[derive(Debug, PartialEq, Eq)]
pub struct Places {
    /// The top line.
    pub header: Rect,
    /// The line with the panels' names, when only one is shown.
    pub tabs: Option<Rect>,
    /// The panels that are shown.
    pub panels: Vec<(PanelId, Rect)>,
    /// Where a list goes that takes the place of the panels.
    pub list: Rect,
    /// The reading pane, if it is shown.
    pub pane: Option<Rect>,
    /// All between header and status bar.
    pub body: Rect,
    /// The bottom line.
    pub status: Rect,
}

impl Places {
    /// Lays out `area`; `None` when it is too small for anything.
    pub fn new(area: Rect, arrangement: Arrangement) -> Option<Self> {
        if area.width < LEAST.0 || area.height < LEAST.1 {
            return None;
        }
        let rows = [
            Constraint::Length(1),
            Constraint::Min(0),
            Constraint::Length(1),
        ];
        let [header, body, status] = Layout::vertical(rows).areas(area);
        let mut places = Self {
            header,
            tabs: None,
            panels: Vec::new(),
            list: body,
            pane: None,
            body,
            status,
        };
        if arrangement.split == Split::Pane {
            places.pane = Some(body);
        } else if area.width >= LEAST_DESK.0 && area.height >= LEAST_DESK.1 {
            places.side_by_side(arrangement);
        } else {
            places.stacked(arrangement);
        }
        Some(places)
    }

    /// Where a list goes that has the whole body, no wider than is good to read.
    pub fn whole(&self) -> Rect {
        Rect {
            width: self.body.width.min(READABLE),
            ..self.body
        }
    }

    /// Panels on the left, the pane on the right.
    fn side_by_side(&mut self, arrangement: Arrangement) {
        let body = self.body;
        let wide = body.width >= WIDE;
        let left = match (arrangement.split, wide) {
            (Split::Panels, _) => body.width,
            (_, true) => body.width * 3 / 5,
            (_, false) => body.width * 9 / 20,
        };
        // The pane needs no more columns than are good to read.
        let left = left.max(body.width.saturating_sub(READABLE));
        let [list, pane] =
            Layout::horizontal([Constraint::Length(left), Constraint::Min(0)]).areas(body);
        self.list = list;
        self.pane = (pane.width > 0).then_some(pane);
        if arrangement.zoomed {
            self.panels.push((arrangement.focus, list));
        } else if list.width >= LEAST_DESK.0.min(WIDE * 3 / 5) {
            self.two_by_two(list);
        } else {
            self.one_column(list, arrangement.focus);
        }
    }

    fn two_by_two(&mut self, area: Rect) {
        let halves = [Constraint::Ratio(1, 2); 2];
        let rows: [Rect; 2] = Layout::vertical(halves).areas(area);
        for (row, pair) in rows.into_iter().zip(PanelId::ALL.chunks(2)) {
            let [left, right]: [Rect; 2] = Layout::horizontal(halves).areas(row);
            self.panels.extend([(pair[0], left), (pair[1], right)]);
        }
    }

    /// One below the other, the one in focus taller.
    fn one_column(&mut self, area: Rect, focus: PanelId) {
        let other = (area.height / 6).clamp(4, 9);
        let rows = PanelId::ALL.map(|id| {
            if id == focus {
                Constraint::Min(0)
            } else {
                Constraint::Length(other)
            }
        });
        let areas: [Rect; 4] = Layout::vertical(rows).areas(area);
        self.panels.extend(PanelId::ALL.into_iter().zip(areas));
    }

    /// One panel with tabs, the pane under it.
    fn stacked(&mut self, arrangement: Arrangement) {
        let rows = [Constraint::Length(1), Constraint::Min(0)];
        let [tabs, rest] = Layout::vertical(rows).areas(self.body);
        let both = self.body.height >= LEAST_BOTH
            && arrangement.split == Split::Both
            && !arrangement.zoomed;
        if !both && arrangement.inside {
            self.pane = Some(self.body);
            return;
        }
        self.tabs = Some(tabs);
        self.list = rest;
        if both {
            // The one that the keys go to has a little more.
            let panel = if arrangement.inside {
                rest.height * 2 / 5
            } else {
                rest.height / 2
            };
            let halves = [Constraint::Length(panel), Constraint::Min(0)];
            let [panel, pane] = Layout::vertical(halves).areas(rest);
            self.list = panel;
            self.pane = Some(pane);
        }
        self.panels.push((arrangement.focus, self.list));
    }
}

/// Says that the screen is too small.
pub fn too_small(area: Rect, buf: &mut Buffer) {
    let text = format!(
        "bilat needs {} x {}; this is {} x {}",
        LEAST.0, LEAST.1, area.width, area.height
    );
    let lines = super::text::wrap(&text, area.width.into());
    for (y, range) in (area.y..area.bottom()).zip(lines) {
        buf.set_stringn(
            area.x,
            y,
            &text[range],
            area.width.into(),
            ratatui::style::Style::new(),
        );
    }
}

/// What the top line warns of.
#[derive(Clone, Copy)]
pub struct Alarms {
    /// Sets of statements that cannot all be true.
    pub conflicts: usize,
    /// Statements against arithmetic, the calendar or themselves.
    pub queries: usize,
    /// What is overdue or falls due soon.
    pub due: usize,
    /// What is marked.
    pub marked: usize,
    /// What waits in the inbox.
    pub inbox: usize,
    /// What is wrong with the files.
    pub problems: usize,
}

impl Alarms {
    fn words(self) -> Vec<String> {
        let each = [
            ("! ", self.problems, ["problem", "problems"]),
            ("≠ ", self.conflicts, ["contested", "contested"]),
            ("? ", self.queries, ["query", "queries"]),
            ("", self.due, ["due", "due"]),
            ("", self.inbox, ["in inbox", "in inbox"]),
            ("✓ ", self.marked, ["marked", "marked"]),
        ];
        let each = each.into_iter().filter(|(_, count, _)| *count > 0);
        each.map(|(sign, count, words)| format!("{sign}{count} {}", words[usize::from(count != 1)]))
            .collect()
    }
}

/// The top line: sides, the lens or else counts, what is contested, what is wrong; and that it is the
/// example that comes with the program, if it is.
pub fn header(
    (dossier, is_example): (&Dossier, bool),
    lens: Option<&str>,
    remarks: &[String],
    alarms: Alarms,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let sides: Vec<_> = dossier.about.sides.iter().map(|side| &*side.name).collect();
    let name = match sides.as_slice() {
        [] => dossier.about.title.to_string(),
        sides => sides.join(" – "),
    };
    // Of the warnings as many as leave room for the name.
    let mut words = [remarks, &alarms.words()].concat();
    while words.len() > 2 && width(&words.join("   ")) * 3 > usize::from(area.width) * 2 {
        words.pop();
    }
    let alarms = format!("{} ", words.join("   "));
    let room = usize::from(area.width).saturating_sub(width(&alarms) + 9);
    let name = clip(&name, room);
    let room = room.saturating_sub(width(&name) + 4);
    let counts = if let Some(lens) = lens {
        Span::styled(clip(&format!("   lens: {lens}"), room + 3), theme.strong())
    } else {
        let counts = counts(dossier, is_example.then_some("built-in example"), room);
        Span::styled(format!("   {counts}"), theme.dim())
    };
    Line::from(vec![
        Span::styled(" bilat  ", theme.strong()),
        Span::styled(name, theme.strong()),
        counts,
    ])
    .render(area, buf);
    let x = area
        .right()
        .saturating_sub(u16::try_from(width(&alarms)).unwrap_or(0))
        .max(area.x);
    buf.set_stringn(x, area.y, alarms, area.width.into(), theme.alarm());
}

/// "67 events · 28 agreements · …", as many as fit behind what comes `first`.
fn counts(dossier: &Dossier, first: Option<&str>, room: usize) -> String {
    let kinds = [
        Kind::Event,
        Kind::Agreement,
        Kind::Series,
        Kind::Quote,
        Kind::Source,
    ];
    let counts = kinds.map(|kind| {
        let count = dossier.count(kind);
        let word = if count == 1 {
            kind.singular()
        } else {
            kind.plural()
        };
        format!("{count} {word}")
    });
    let newest = dossier.newest_source();
    let newest = newest.map(|date| format!("newest source {}", date.label()));
    let mut out = String::new();
    let parts = first.map(str::to_owned).into_iter().chain(counts);
    for part in parts.chain(newest) {
        let gap = if out.is_empty() { "" } else { " · " };
        let next = format!("{out}{gap}{part}");
        if width(&next) > room {
            break;
        }
        out = next;
    }
    out
}

/// The bottom line: the keys that help now, of which the one for all keys is never left out, and where
/// the selected record comes from.
pub fn status<'a>(
    keys: impl Iterator<Item = &'a Bound>,
    source: &str,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let source = clip(source, usize::from(area.width) / 3);
    let hint = |bound: &Bound| {
        Some((
            bound.keys.first()?.name(),
            bound.row.hint?,
            bound.row.action,
        ))
    };
    let hints: Vec<_> = keys.filter_map(hint).collect();
    let is_help = |action: Action| action == Action::Show(ListId::Help);
    let columns = |(key, hint, _): &(String, &str, Action)| width(key) + width(hint) + 3;
    let help: usize = hints.iter().filter(|h| is_help(h.2)).map(columns).sum();
    let room = usize::from(area.width).saturating_sub(width(&source) + 2);
    let mut left = room.saturating_sub(help);
    let mut line = Line::from(" ");
    for one in hints {
        let columns = columns(&one);
        let (key, hint, action) = one;
        if !is_help(action) {
            if columns > left {
                left = 0;
                continue;
            }
            left -= columns;
        }
        line.spans.push(Span::styled(key, theme.strong()));
        line.spans
            .push(Span::styled(format!(" {hint}  "), theme.dim()));
    }
    line.render(area, buf);
    let x = area
        .right()
        .saturating_sub(u16::try_from(width(&source) + 1).unwrap_or(0));
    buf.set_stringn(
        x.max(area.x),
        area.y,
        source,
        area.width.into(),
        theme.dim(),
    );
}

/// The bottom line, when it has something to say.
pub fn remark(text: &str, theme: Theme, area: Rect, buf: &mut Buffer) {
    let text = clip(text, usize::from(area.width).saturating_sub(2));
    buf.set_string(area.x + 1, area.y, text, theme.strong());
}
