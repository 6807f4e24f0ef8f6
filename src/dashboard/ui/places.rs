//! Where everything goes on a screen of a size.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use crate::dashboard::action::PanelId;

/// Below this, panels and the reading pane cannot stand side by side.
const LEAST_DESK: (u16, u16) = (100, 28);
/// From this width on the panels stand two by two.
const WIDE: u16 = 160;
/// Below this many rows a panel and the pane under it would both be too small.
const LEAST_BOTH: u16 = 17;
/// Below this there is only room to say so.
const LEAST: (u16, u16) = (40, 10);
/// Rows of a panel in any case: a search line, a hit, and what is wrong with the search.
const LEAST_ROWS: u16 = 3;
/// Rows for the borders of a panel.
const BORDERS: u16 = 2;
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
    /// A list is in the place of the panels: one column, which needs no room for two.
    pub listed: bool,
    /// Rows that each panel can fill.
    pub rows: [u16; 4],
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
        let share = match (arrangement.split, wide) {
            (Split::Panels, _) => body.width,
            (_, true) if !arrangement.listed => body.width * 2 / 3,
            _ => body.width / 2,
        };
        // The pane needs no more columns than are good to read.
        let left = share.max(body.width.saturating_sub(READABLE));
        let [list, pane] =
            Layout::horizontal([Constraint::Length(left), Constraint::Min(0)]).areas(body);
        self.list = list;
        self.pane = (pane.width > 0).then_some(pane);
        if arrangement.zoomed {
            self.panels.push((arrangement.focus, list));
        } else if list.width >= LEAST_DESK.0.min(WIDE * 2 / 3) {
            self.two_by_two(list, arrangement.rows);
        } else {
            self.one_column(list, arrangement);
        }
    }

    /// Two columns of panels, each of which shares its rows.
    fn two_by_two(&mut self, area: Rect, rows: [u16; 4]) {
        let halves = [Constraint::Ratio(1, 2); 2];
        let columns: [Rect; 2] = Layout::horizontal(halves).areas(area);
        let upper = area.height / 2;
        let heights = [upper, area.height - upper];
        let [left_heights, right_heights] =
            [0, 1].map(|at| shared(heights, [rows[at], rows[at + 2]], 0));
        let (left, right) = (
            stack(columns[0], left_heights),
            stack(columns[1], right_heights),
        );
        let areas = [left[0], right[0], left[1], right[1]];
        self.panels.extend(PanelId::ALL.into_iter().zip(areas));
    }

    /// One below the other, the one in focus taller.
    fn one_column(&mut self, area: Rect, arrangement: Arrangement) {
        let other = (area.height / 6).clamp(4, 9);
        let focus = arrangement.focus.index();
        let mut heights = [other; 4];
        heights[focus] = area.height.saturating_sub(3 * other);
        let areas = stack(area, shared(heights, arrangement.rows, focus));
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

/// Gives the rows that a panel cannot fill to those that have more to show, `first` before the others.
/// What nobody can fill is left to it.
fn shared<const N: usize>(heights: [u16; N], rows: [u16; N], first: usize) -> [u16; N] {
    let needed = rows.map(|rows| rows.max(LEAST_ROWS).saturating_add(BORDERS));
    let mut given: [u16; N] = std::array::from_fn(|at| heights[at].min(needed[at]));
    let mut left = heights.iter().sum::<u16>() - given.iter().sum::<u16>();
    for at in std::iter::once(first).chain(0..N) {
        let more = (needed[at] - given[at]).min(left);
        given[at] += more;
        left -= more;
    }
    given[first] += left;
    given
}

/// Areas of these heights, one below the other.
fn stack<const N: usize>(area: Rect, heights: [u16; N]) -> [Rect; N] {
    Layout::vertical(heights.map(Constraint::Length)).areas(area)
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
