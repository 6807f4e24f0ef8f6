//! Lists in the place of the panels: keys, problems, what is contested, what is due, what is marked.

mod made;
mod point;
mod proposals;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::cursor::{Cursor, Scroll};
use super::text::{clip, marked, pad, width};
use super::theme::Theme;
use crate::dashboard::action::{Action, ListId};
use crate::describe::page::Subject;
use crate::dossier::Id;
use crate::search::Query;

/// What a line of a list is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// To be read.
    Subject(Subject),
    /// To be done.
    Action(Action),
    /// To be copied.
    Copy(String),
    /// A proposal of the inbox.
    Proposal(Id),
    /// A record that gets the passage of the selected proposal.
    Merge(Id),
    /// Somebody who said what the selected proposal quotes.
    Speaker(Id),
}

/// A line of a list.
#[derive(Clone, Debug)]
enum Row {
    /// Begins a part.
    Head(String),
    /// More of the item above.
    Note(String),
    /// Two columns, what it is for, and the folded text by which it is found.
    Item {
        left: String,
        right: String,
        target: Option<Target>,
        found_by: String,
    },
}

/// An open list.
#[derive(Debug)]
pub struct List {
    /// Which one.
    pub id: ListId,
    title: &'static str,
    all: Vec<Row>,
    shown: Vec<Row>,
    cursor: Cursor,
    scroll: Scroll,
}

impl List {
    fn new(id: ListId, title: &'static str, all: Vec<Row>) -> Self {
        let mut list = Self {
            id,
            title,
            shown: Vec::new(),
            all,
            cursor: Cursor::default(),
            scroll: Scroll::default(),
        };
        list.narrow(&Query::default());
        list
    }

    /// Shows only what matches, with the heads of what is left.
    pub fn narrow(&mut self, query: &Query) {
        self.shown.clear();
        let mut head = None;
        let mut above = false;
        for row in &self.all {
            match row {
                Row::Head(_) => head = Some(row),
                Row::Note(_) => self.shown.extend(above.then(|| row.clone())),
                Row::Item { found_by, .. } => {
                    above = query.matches(found_by);
                    if above {
                        self.shown.extend(head.take().cloned());
                        self.shown.push(row.clone());
                    }
                }
            }
        }
        self.cursor.set_len(self.items().count());
        self.cursor.select(0);
    }

    /// Moves the selection; returns what is to be opened, if that was asked for.
    pub fn act(&mut self, action: Action) -> Option<Target> {
        match action {
            Action::Move(step) => self.cursor.step(step),
            // From either end to the other.
            Action::NextHit => self.cursor.turn(true),
            Action::PreviousHit => self.cursor.turn(false),
            Action::NextPart => self.turn_part(true),
            Action::PreviousPart => self.turn_part(false),
            Action::Open => return self.target(),
            _ => {}
        }
        None
    }

    /// What the selected line opens.
    pub fn target(&self) -> Option<Target> {
        match &self.shown[self.items().nth(self.cursor.at()?)?] {
            Row::Item { target, .. } => target.clone(),
            Row::Head(_) | Row::Note(_) => None,
        }
    }

    /// Selects the line at the place of the one that is selected in `before`.
    pub fn stay_at(&mut self, before: &Self) {
        self.cursor.select(before.cursor.at().unwrap_or(0));
        self.scroll = before.scroll;
    }

    /// Selects the line that is for `target`, if there is one.
    pub fn select_target(&mut self, target: &Target) {
        let is_it = |at: &usize| match &self.shown[*at] {
            Row::Item { target: here, .. } => here.as_ref() == Some(target),
            Row::Head(_) | Row::Note(_) => false,
        };
        let found = self.items().position(|at| is_it(&at));
        if let Some(at) = found {
            self.cursor.select(at);
        }
    }

    /// To the first line of the next part or of the one before, from either end to the other.
    fn turn_part(&mut self, forward: bool) {
        let begins = |at: usize| {
            at.checked_sub(1)
                .is_none_or(|at| matches!(self.shown[at], Row::Head(_)))
        };
        let items: Vec<usize> = self.items().collect();
        let firsts: Vec<usize> = (0..items.len()).filter(|at| begins(items[*at])).collect();
        let here = self.cursor.at().unwrap_or(0);
        let found = if forward {
            let next = firsts.iter().find(|at| **at > here);
            next.or(firsts.first())
        } else {
            let before = firsts.iter().rev().find(|at| **at < here);
            before.or(firsts.last())
        };
        if let Some(at) = found.copied() {
            self.cursor.select(at);
        }
    }

    /// "Contested (31)" for the border.
    pub fn heading(&self) -> String {
        // A line that opens nothing only says that there is nothing.
        let count = |rows: &[Row]| {
            let targets = rows.iter().filter(|row| {
                let target = match row {
                    Row::Item { target, .. } => target.as_ref(),
                    Row::Head(_) | Row::Note(_) => None,
                };
                target.is_some()
            });
            targets.count()
        };
        let (all, shown) = (count(&self.all), count(&self.shown));
        match self.id {
            ListId::Help
            | ListId::Problems
            | ListId::Palette
            | ListId::Copy
            | ListId::Write
            | ListId::Merge
            | ListId::Speaker => self.title.to_owned(),
            _ if shown < all => format!("{} {shown} of {all}", self.title),
            _ => format!("{} ({all})", self.title),
        }
    }

    fn items(&self) -> impl Iterator<Item = usize> {
        let rows = self.shown.iter().enumerate();
        rows.filter(|(_, row)| matches!(row, Row::Item { .. }))
            .map(|(at, _)| at)
    }

    /// Draws the rows.
    pub fn draw(&mut self, query: &Query, theme: Theme, area: Rect, buf: &mut Buffer) {
        self.cursor.set_page(area.height.into());
        let selected = self.cursor.at().and_then(|at| self.items().nth(at));
        let Some(selected) = selected else {
            Line::styled("nothing matches", theme.dim()).render(area, buf);
            return;
        };
        let head = matches!(
            selected.checked_sub(1).map(|at| &self.shown[at]),
            Some(Row::Head(_))
        );
        let note = matches!(self.shown.get(selected + 1), Some(Row::Note(_)));
        let wanted = selected - usize::from(head)..selected + 1 + usize::from(note);
        let left = self.left_column(usize::from(area.width) / 2);
        for (y, at) in (area.y..).zip(self.scroll.keep(
            wanted,
            self.shown.len(),
            area.height.into(),
        )) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            row_line(&self.shown[at], left, query, theme, area.width).render(line, buf);
            if at == selected {
                buf.set_style(line, theme.selected());
            }
        }
    }

    fn left_column(&self, most: usize) -> usize {
        let lefts = self.shown.iter().map(|row| match row {
            Row::Item { left, .. } => width(left),
            Row::Head(_) | Row::Note(_) => 0,
        });
        lefts.max().unwrap_or(0).min(most).min(30)
    }
}

fn row_line(
    row: &Row,
    left_columns: usize,
    query: &Query,
    theme: Theme,
    width: u16,
) -> Line<'static> {
    match row {
        Row::Head(text) => head(text, theme, width),
        Row::Note(text) => {
            let indent = if left_columns == 0 {
                4
            } else {
                left_columns + 4
            };
            let text = clip(text, usize::from(width).saturating_sub(indent));
            let blank = Span::raw(" ".repeat(indent));
            Line::from(vec![blank, Span::styled(text, theme.dim())])
        }
        Row::Item { left, right, .. } => columns(left, right, left_columns, query, theme, width),
    }
}

/// A line that begins a part.
pub(super) fn head(text: &str, theme: Theme, width: u16) -> Line<'static> {
    Line::styled(clip(text, width.into()), theme.strong())
}

/// A line of two columns, the left one of `left_columns`, with the hits marked.
pub(super) fn columns(
    left: &str,
    right: &str,
    left_columns: usize,
    query: &Query,
    theme: Theme,
    width: u16,
) -> Line<'static> {
    let left = pad(left, left_columns);
    let right = clip(right, usize::from(width).saturating_sub(left_columns + 4));
    let mut line = Line::from("  ");
    let hits = query.hits(&left);
    line.spans
        .extend(marked(&left, 0..left.len(), &hits, theme.dim(), theme.hit()).spans);
    line.spans.push(Span::raw("  "));
    let hits = query.hits(&right);
    line.spans
        .extend(marked(&right, 0..right.len(), &hits, Style::new(), theme.hit()).spans);
    line
}
