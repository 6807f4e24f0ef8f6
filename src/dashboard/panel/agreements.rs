//! Panel 2: agreements as a tree, by topic, year, status or party. Under an agreement stand those
//! that it follows: its lineage.

use std::collections::HashSet;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{StatefulWidget, Widget};
use tui_tree_widget::{Tree, TreeState};

use super::{Panel, View, nothing};
use crate::dashboard::action::{Action, Step};
use crate::dashboard::ui::cursor::{Cursor, Pointed};
use crate::dossier::{Kind, Ref};
use crate::search::Found;
use crate::workspace::Workspace;

mod instead;
mod line;
mod statuses;
mod tree;

use instead::Instead;
use tree::{Grouping, Label, Node, Row};

/// From this many nodes on, a tree begins closed.
const MANY: usize = 200;

/// State of the agreements.
#[derive(Debug, Default)]
pub struct Agreements {
    grouping: Grouping,
    nodes: Vec<Node>,
    found: Arc<Found>,
    state: TreeState<String>,
    /// Which nodes were open before a search opened all.
    opened: Option<Vec<Vec<String>>>,
    instead: Instead,
    /// The visible nodes.
    rows: Vec<Row>,
    /// How many there are while nothing is searched: a search that finds less moves no other panel.
    needed: usize,
    cursor: Cursor,
}

impl Agreements {
    /// All agreements, by topic.
    pub fn new(workspace: &Workspace) -> Self {
        let mut agreements = Self {
            found: workspace.all(Kind::Agreement),
            ..Self::default()
        };
        agreements.build(workspace);
        agreements
    }

    /// Plants the tree anew: on another grouping, or over other agreements.
    fn build(&mut self, workspace: &Workspace) {
        let selected = self.agreement();
        self.nodes = tree::plant(
            &workspace.dossier,
            self.grouping,
            &self.found.records().collect::<Vec<_>>(),
            self.opened.is_none(),
        );
        if workspace.dossier.agreements.len() <= MANY || self.opened.is_some() {
            self.open_all();
            self.fold_third();
        }
        self.refresh();
        // An agreement rather than the group above it, and of a search one that was found.
        let is_wanted = |at: &usize| self.opened.is_none() || self.is_found(Some(*at));
        let kept = selected.filter(is_wanted).and_then(|at| self.row_of(at));
        let first = || {
            self.rows
                .iter()
                .position(|row| self.is_found(row.agreement))
        };
        let row = kept.or_else(first);
        self.cursor.select(row.unwrap_or(0));
        self.follow();
    }

    /// Was an agreement found?
    fn is_found(&self, agreement: Option<usize>) -> bool {
        agreement.is_some_and(|at| self.found.position(at).is_some())
    }

    /// Selects again the group that was selected before a search, if nobody has moved since.
    fn back_to_group(&mut self) {
        let path = self.instead.end(self.agreement());
        let row = path.and_then(|path| self.rows.iter().position(|row| row.path == path));
        if let Some(row) = row {
            self.cursor.select(row);
            self.follow();
        }
    }

    fn open_all(&mut self) {
        for path in tree::inner_paths(&self.nodes) {
            self.state.open(path);
        }
    }

    /// What is not between the two sides begins folded, unless there is nothing else.
    fn fold_third(&mut self) {
        if self.opened.is_none() && self.nodes.len() > 1 {
            for node in self.nodes.iter().filter(|node| node.is_third()) {
                self.state.close(std::slice::from_ref(&node.name));
            }
        }
    }

    /// To the next group, or the one before.
    fn turn_part(&mut self, forward: bool) {
        let Some(at) = self.cursor.at() else { return };
        let is_group = |(_, row): &(usize, &Row)| row.path.len() == 1;
        let mut groups = self
            .rows
            .iter()
            .enumerate()
            .filter(is_group)
            .map(|(at, _)| at);
        let found = if forward {
            groups.find(|group| *group > at)
        } else {
            groups.take_while(|group| *group < at).last()
        };
        if let Some(found) = found {
            self.cursor.select(found);
        }
    }

    /// After nodes opened or closed: which rows there are now.
    fn refresh(&mut self) {
        self.rows = tree::visible(&self.nodes, self.state.opened());
        if self.opened.is_none() {
            self.needed = self.rows.len();
        }
        self.cursor.set_len(self.rows.len());
    }

    /// Tells the widget what is selected.
    fn follow(&mut self) {
        let path = self.row().map(|row| row.path.clone());
        self.state.select(path.unwrap_or_default());
    }

    fn row_of(&self, agreement: usize) -> Option<usize> {
        let mut rows = self.rows.iter();
        rows.position(|row| row.agreement == Some(agreement))
    }

    fn agreement(&self) -> Option<usize> {
        self.row()?.agreement
    }

    /// The selected row.
    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at()?)
    }

    /// The paths of the rows that can be on a screen of so many, wherever the widget scrolls to.
    fn near(&self, height: usize) -> HashSet<&[String]> {
        let (top, selected) = (self.state.get_offset(), self.cursor.at().unwrap_or(0));
        let first = top.min(selected.saturating_sub(height));
        let count = top.max(selected) + height - first;
        let rows = self.rows.iter().skip(first).take(count);
        rows.map(|row| &*row.path).collect()
    }

    /// Opens or closes the selected node; `None` turns it.
    fn set_open(&mut self, open: Option<bool>) {
        let Some(row) = self.row().cloned() else {
            return;
        };
        let (path, has_children) = (row.path, row.has_children);
        let is_open = self.state.opened().contains(&path);
        match open.unwrap_or(!is_open) {
            true if has_children => {
                self.state.open(path);
            }
            false if is_open => {
                self.state.close(&path);
            }
            // Nothing to close: go to the node above.
            false => {
                let above = path.split_last().map_or(&[][..], |(_, above)| above);
                if let Some(row) = self.rows.iter().position(|row| row.path == above) {
                    self.cursor.select(row);
                }
            }
            true => {}
        }
        self.refresh();
    }

    fn close_all(&mut self) {
        let root = self.row().map(|row| row.path[..1].to_vec());
        self.state.close_all();
        self.refresh();
        if let Some(row) = self
            .rows
            .iter()
            .position(|row| Some(&row.path) == root.as_ref())
        {
            self.cursor.select(row);
        }
    }
}

impl Panel for Agreements {
    fn kind(&self) -> Kind {
        Kind::Agreement
    }

    fn rows(&self, _: usize) -> usize {
        self.needed.max(self.rows.len())
    }

    fn act(&mut self, action: Action, workspace: &Workspace) {
        match action {
            Action::Move(step) => self.cursor.step(step),
            Action::Right => match self.agreement() {
                // An open node: on to the first below it.
                _ if self
                    .cursor
                    .at()
                    .is_some_and(|at| self.state.opened().contains(&self.rows[at].path)) =>
                {
                    self.cursor.step(Step::Down);
                }
                _ => self.set_open(Some(true)),
            },
            Action::Left => self.set_open(Some(false)),
            Action::Toggle | Action::Open => self.set_open(None),
            Action::OpenAll => {
                let path = self.row().map(|row| row.path.clone());
                self.open_all();
                self.refresh();
                if let Some(row) = self
                    .rows
                    .iter()
                    .position(|row| Some(&row.path) == path.as_ref())
                {
                    self.cursor.select(row);
                }
            }
            Action::CloseAll => self.close_all(),
            Action::NextPart => self.turn_part(true),
            Action::PreviousPart => self.turn_part(false),
            Action::Regroup => {
                self.grouping = self.grouping.next();
                self.state.close_all();
                self.build(workspace);
            }
            _ => {}
        }
        self.follow();
    }

    fn show(&mut self, found: Arc<Found>, searching: bool, workspace: &Workspace) {
        self.found = found;
        let before = (self.agreement(), self.row().map(|row| row.path.clone()));
        if !searching {
            if let Some(opened) = self.opened.take() {
                self.state.close_all();
                for path in opened {
                    self.state.open(path);
                }
            }
        } else if self.opened.is_none() {
            self.opened = Some(self.state.opened().iter().cloned().collect());
        }
        self.build(workspace);
        if searching {
            self.instead.go_on(before, self.agreement());
        } else {
            self.back_to_group();
        }
    }

    fn selected(&self, _: &Workspace) -> Option<Ref> {
        self.agreement().map(|at| Ref::new(Kind::Agreement, at))
    }

    fn group(&self) -> Option<(String, Vec<Ref>)> {
        let row = self.row().filter(|row| row.agreement.is_none())?;
        let mut nodes = self.nodes.iter();
        let node = nodes.find(|node| row.path.last() == Some(&node.name))?;
        let members = node.members().into_iter();
        let members = members.map(|at| Ref::new(Kind::Agreement, at));
        Some((node.group()?.to_owned(), members.collect()))
    }

    fn select(&mut self, record: Ref, _: &Workspace) {
        if record.kind == Kind::Agreement
            && let Some(row) = self.row_of(record.at)
        {
            self.cursor.select(row);
            self.follow();
        }
    }

    fn point(&mut self, row: u16, _: u16, _: &Workspace) -> Pointed {
        let at = self.state.get_offset() + usize::from(row);
        let pointed = self.cursor.point(at);
        self.follow();
        pointed
    }

    fn listing(&self) -> Option<&'static str> {
        Some(self.grouping.name())
    }

    fn list_as(&mut self, listing: &str, workspace: &Workspace) {
        let mut all = std::iter::successors(Some(self.grouping), |one| Some(one.next())).take(4);
        if let Some(grouping) = all.find(|grouping| grouping.name() == listing) {
            self.grouping = grouping;
            self.state.close_all();
            self.build(workspace);
        }
    }

    fn top(&self) -> usize {
        self.state.get_offset()
    }

    fn set_top(&mut self, top: usize) {
        let now = self.state.get_offset();
        self.state.scroll_up(now.saturating_sub(top));
        self.state.scroll_down(top.saturating_sub(now));
    }

    fn turn(&mut self, forward: bool) {
        for _ in 0..self.rows.len() {
            self.cursor.turn(forward);
            if self.is_found(self.agreement()) {
                break;
            }
        }
        self.follow();
    }

    fn count(&self, workspace: &Workspace) -> String {
        let total = workspace.dossier.agreements.len();
        let by = self.grouping.name();
        if let Some(tally) = &self.found.tally {
            format!("{tally}, by {by}")
        } else if self.found.len() < total {
            format!("{} of {total} by {by}", self.found.len())
        } else {
            format!("{total} by {by}")
        }
    }

    fn draw(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        self.cursor.set_page(area.height.into());
        if self.rows.is_empty() {
            nothing(Kind::Agreement, view).render(area, buf);
            return;
        }
        // After nodes closed, no row stays blank that another one could fill.
        let last = self.rows.len().saturating_sub(area.height.into());
        self.set_top(self.top().min(last));
        let near = self.near(area.height.into());
        let line = |label: &Label, path: &[String]| {
            let seen = near.contains(path);
            seen.then(|| line::line(label, path.len() - 1, view, area.width.into()))
        };
        let items = line::items(&self.nodes, &mut Vec::new(), &line);
        let style = if view.focused {
            view.theme.selected()
        } else {
            Style::new()
        };
        // Paths are made of ids and group names, which are unique among their siblings.
        let Ok(tree) = Tree::new(&items) else { return };
        self.follow();
        let styled = tree
            .highlight_symbol("▌")
            .highlight_style(style)
            .node_closed_symbol("▸ ")
            .node_open_symbol("▾ ")
            .node_no_children_symbol("  ");
        StatefulWidget::render(styled, area, buf, &mut self.state);
    }
}
