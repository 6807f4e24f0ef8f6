//! Lists in the place of the panels: keys, problems, what is contested, what is due, what is marked.

mod made;
mod point;
mod proposals;
mod sentences;
mod target;
mod tone;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

pub use target::Target;
use tone::Tone;

use super::cursor::{Cursor, Scroll};
use super::text::{clip, marked, pad, width, wrap};
use super::theme::Theme;
use crate::dashboard::action::{Action, ListId};
use crate::search::Query;

/// Lines of a sentence of a text at most.
const LINES: usize = 2;

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
        tone: Tone,
    },
}

/// What became of going on to another line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// There is one further on.
    On,
    /// There is one from the other end on.
    Around,
    /// There is none.
    Nowhere,
}

/// An open list.
#[derive(Debug)]
pub struct List {
    /// Which one.
    pub id: ListId,
    title: String,
    /// What is said above the lines, of all of them.
    summary: String,
    all: Vec<Row>,
    /// The places in `all` of what is shown.
    shown: Vec<usize>,
    /// The columns of the left column of what is shown.
    left: usize,
    /// The rows that the last drawing had above the lines.
    above: u16,
    /// The place in `shown` of what is drawn at each row below them.
    drawn: Vec<usize>,
    cursor: Cursor,
    scroll: Scroll,
}

impl List {
    fn new(id: ListId, title: &str, all: Vec<Row>) -> Self {
        let mut list = Self {
            id,
            title: title.to_owned(),
            summary: String::new(),
            shown: Vec::new(),
            left: 0,
            above: 0,
            drawn: Vec::new(),
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
        self.left = 0;
        for (at, row) in self.all.iter().enumerate() {
            match row {
                Row::Head(_) => head = Some(at),
                Row::Note(_) => self.shown.extend(above.then_some(at)),
                Row::Item { left, found_by, .. } => {
                    above = query.matches(found_by);
                    if above {
                        self.shown.extend(head.take());
                        self.shown.push(at);
                        self.left = self.left.max(width(left));
                    }
                }
            }
        }
        self.cursor.set_len(self.items().count());
        self.cursor.select(0);
    }

    /// Has it no lines to select, whatever is searched for?
    pub fn is_empty(&self) -> bool {
        !self.all.iter().any(|row| matches!(row, Row::Item { .. }))
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
        self.target_of(self.items().nth(self.cursor.at()?)?)
            .cloned()
    }

    /// What a row of those shown opens.
    fn target_of(&self, at: usize) -> Option<&Target> {
        match self.row(at) {
            Row::Item { target, .. } => target.as_ref(),
            Row::Head(_) | Row::Note(_) => None,
        }
    }

    /// A row of those shown.
    fn row(&self, at: usize) -> &Row {
        &self.all[self.shown[at]]
    }

    /// Selects the next line whose target `is_wanted`, or the one before, from either end to the other.
    pub fn turn_to(&mut self, forward: bool, is_wanted: &dyn Fn(&Target) -> bool) -> Turn {
        let items = self.items().enumerate();
        let targets: Vec<usize> = items
            .filter(|(_, at)| self.target_of(*at).is_some_and(is_wanted))
            .map(|(item, _)| item)
            .collect();
        let here = self.cursor.at().unwrap_or(0);
        let (next, far) = if forward {
            (targets.iter().find(|item| **item > here), targets.first())
        } else {
            let before = targets.iter().rev().find(|item| **item < here);
            (before, targets.last())
        };
        let turn = match (next, far) {
            (Some(_), _) => Turn::On,
            (None, Some(_)) => Turn::Around,
            (None, None) => Turn::Nowhere,
        };
        if let Some(item) = next.or(far) {
            self.cursor.select(*item);
        }
        turn
    }

    /// Selects what is selected in `before`, or where that is gone, the next below it that is still
    /// here, else the last one above it.
    pub fn stay_at(&mut self, before: &Self) {
        let old = before.cursor.at().unwrap_or(0);
        let targets: Vec<_> = before.items().map(|at| before.target_of(at)).collect();
        let own: Vec<_> = self.items().map(|at| self.target_of(at)).collect();
        let (above, below) = targets.split_at(old.min(targets.len()));
        let mut nearest = below.iter().chain(above.iter().rev()).flatten();
        let place = nearest.find_map(|target| own.iter().position(|one| *one == Some(target)));
        self.cursor.select(place.unwrap_or(old));
        self.scroll = before.scroll;
    }

    /// Selects the line that is for `target`, if there is one.
    pub fn select_target(&mut self, target: &Target) {
        let found = self
            .items()
            .position(|at| self.target_of(at) == Some(target));
        if let Some(at) = found {
            self.cursor.select(at);
        }
    }

    /// To the first line of the next part or of the one before, from either end to the other.
    fn turn_part(&mut self, forward: bool) {
        let begins = |at: usize| {
            at.checked_sub(1)
                .is_none_or(|at| matches!(self.row(at), Row::Head(_)))
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
        let opens = |row: &Row| {
            let Row::Item { target, .. } = row else {
                return false;
            };
            target.is_some()
        };
        let all = self.all.iter().filter(|row| opens(row)).count();
        let shown = self
            .shown
            .iter()
            .filter(|at| opens(&self.all[**at]))
            .count();
        match self.id {
            ListId::Help
            | ListId::Problems
            | ListId::Palette
            | ListId::Copy
            | ListId::Write
            | ListId::Merge
            | ListId::Speaker => self.title.clone(),
            ListId::Text if shown == all => self.title.clone(),
            _ if shown < all => format!("{} {shown} of {all}", self.title),
            _ => format!("{} ({all})", self.title),
        }
    }

    fn items(&self) -> impl Iterator<Item = usize> {
        let rows = self.shown.iter().enumerate();
        rows.filter(|(_, at)| matches!(self.all[**at], Row::Item { .. }))
            .map(|(at, _)| at)
    }

    /// Draws the rows.
    pub fn draw(&mut self, query: &Query, theme: Theme, area: Rect, buf: &mut Buffer) {
        let area = self.draw_summary(theme, area, buf);
        let tall = if self.id == ListId::Text { LINES } else { 1 };
        self.cursor.set_page(usize::from(area.height) / tall);
        let Some(selected) = self.cursor.at().and_then(|at| self.items().nth(at)) else {
            Line::styled("nothing matches", theme.dim()).render(area, buf);
            return;
        };
        let head = matches!(
            selected.checked_sub(1).map(|at| self.row(at)),
            Some(Row::Head(_))
        );
        let note = self
            .shown
            .get(selected + 1)
            .is_some_and(|at| matches!(self.all[*at], Row::Note(_)));
        let needed = selected - usize::from(head)..selected + 1 + usize::from(note);
        // The verdict is what a text is looked through for.
        let most = match self.id {
            ListId::Text => usize::from(area.width) * 3 / 5,
            _ => usize::from(area.width) / 2,
        };
        let left = self.left.min(most).min(30);
        let rows = if self.id == ListId::Text {
            self.in_view(&needed, left, area)
        } else {
            let height = area.height.into();
            self.scroll.keep(needed, self.shown.len(), height)
        };
        self.drawn.clear();
        let lines: Vec<_> = rows
            .flat_map(|at| {
                let lines = self.lines(at, left, query, theme, area.width);
                lines.into_iter().map(move |line| (at, line))
            })
            .take(area.height.into())
            .collect();
        for (y, (at, line)) in (area.y..).zip(lines) {
            let height = 1;
            let row = Rect { y, height, ..area };
            line.render(row, buf);
            if at == selected {
                buf.set_style(row, theme.selected());
            }
            self.drawn.push(at);
        }
    }

    /// Says what there is to say of all lines, where it leaves room for some. Returns what is left.
    fn draw_summary(&mut self, theme: Theme, area: Rect, buf: &mut Buffer) -> Rect {
        let summary = if self.summary.is_empty() {
            Vec::new()
        } else {
            wrap(&self.summary, area.width.into())
        };
        let lines = summary.into_iter().take(usize::from(area.height / 3));
        let mut rest = area;
        for range in lines {
            let row = Rect { height: 1, ..rest };
            Line::styled(&self.summary[range], theme.strong()).render(row, buf);
            rest.y += 1;
            rest.height -= 1;
        }
        self.above = rest.y - area.y;
        rest
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
        Row::Item {
            left, right, tone, ..
        } => {
            let styles = (tone.styles(theme), theme);
            columns([left, right], left_columns, query, styles, width)
        }
    }
}

/// A line that begins a part.
pub(super) fn head(text: &str, theme: Theme, width: u16) -> Line<'static> {
    Line::styled(clip(text, width.into()), theme.strong())
}

/// A line of two columns, the left one of `left_columns`, with the hits marked.
fn columns(
    [left, right]: [&str; 2],
    left_columns: usize,
    query: &Query,
    (styles, theme): ([Style; 2], Theme),
    width: u16,
) -> Line<'static> {
    let left = pad(left, left_columns);
    let right = clip(right, usize::from(width).saturating_sub(left_columns + 4));
    let mut line = Line::from("  ");
    for (at, (text, style)) in [left, right].iter().zip(styles).enumerate() {
        if at > 0 {
            line.spans.push(Span::raw("  "));
        }
        let hits = query.hits(text);
        let marked = marked(text, 0..text.len(), &hits, style, theme.hit());
        line.spans.extend(marked.spans);
    }
    line
}
