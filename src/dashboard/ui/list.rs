//! Overlays that list things: keys, problems, what is contested.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::cursor::{Cursor, Scroll};
use super::text::{clip, marked, pad, width};
use super::theme::Theme;
use crate::contested::{Contested, Standing};
use crate::dashboard::action::{Action, ListId};
use crate::dashboard::keymap::{self, Scope};
use crate::describe::page::Subject;
use crate::dossier::Dossier;
use crate::load::Problem;
use crate::search::{Query, fold};

/// A line of a list.
#[derive(Clone, Debug)]
enum Row {
    /// Begins a part.
    Head(String),
    /// Two columns, what it opens, and the folded text by which it is found.
    Item {
        left: String,
        right: String,
        target: Option<Subject>,
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

    /// The keys in force in `scopes`, the innermost first.
    pub fn help(scopes: &[Scope]) -> Self {
        let mut rows = Vec::new();
        for scope in scopes {
            let here: Vec<_> = keymap::in_force(scopes)
                .filter(|row| row.scope == *scope)
                .collect();
            if !here.is_empty() {
                rows.push(Row::Head(scope.heading().to_owned()));
            }
            rows.extend(here.into_iter().map(|row| item(&row.key_names(), row.help)));
        }
        Self::new(ListId::Help, "Keys in force", rows)
    }

    /// What is wrong with the files.
    pub fn problems(problems: &[Problem]) -> Self {
        let mut rows = Vec::new();
        for problem in problems {
            let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
            rows.push(Row::Head(place));
            rows.push(item(problem.severity.word(), &problem.message));
            if let Some(hint) = &problem.hint {
                rows.push(item("hint", hint));
            }
        }
        if rows.is_empty() {
            rows.push(item("", "no problems: every file was read whole"));
        }
        Self::new(ListId::Problems, "Problems in the files", rows)
    }

    /// What is contested, the gravest first.
    pub fn contested(dossier: &Dossier, contested: &[Contested]) -> Self {
        let mut rows = Vec::new();
        let mut heading = None;
        for (at, one) in contested.iter().enumerate() {
            let here = match one.standing {
                Standing::Conflict => format!("{} conflict", one.severity.word()),
                Standing::Query => format!("{} query", one.severity.word()),
                other => other.word().to_owned(),
            };
            if heading.as_ref() != Some(&here) {
                rows.push(Row::Head(here.clone()));
                heading = Some(here);
            }
            let kinds = one.findings.iter().map(|finding| finding.kind.word());
            let stored = one
                .disputes
                .iter()
                .map(|r| dossier.disputes[r.at].kind.word());
            let kind = kinds.chain(stored).next().unwrap_or_default();
            let mut words = vec![kind.to_owned(), one.title.clone()];
            words.extend(one.findings.iter().map(|finding| finding.title.clone()));
            words.extend(one.records(dossier).into_iter().map(|r| dossier.title(r)));
            rows.push(Row::Item {
                left: kind.to_owned(),
                right: one.title.clone(),
                target: Some(Subject::Finding(at)),
                found_by: fold(&words.join("\n")),
            });
        }
        if rows.is_empty() {
            rows.push(item("", "nothing is contested"));
        }
        Self::new(ListId::Contested, "Contested", rows)
    }

    /// Shows only what matches, with the heads of what is left.
    pub fn narrow(&mut self, query: &Query) {
        self.shown.clear();
        let mut head = None;
        for row in &self.all {
            match row {
                Row::Head(_) => head = Some(row),
                Row::Item { found_by, .. } => {
                    if query.matches(found_by) {
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
    pub fn act(&mut self, action: Action) -> Option<Subject> {
        match action {
            Action::Move(step) => self.cursor.step(step),
            // From either end to the other.
            Action::NextHit => self.cursor.turn(true),
            Action::PreviousHit => self.cursor.turn(false),
            Action::Open => return self.target(),
            _ => {}
        }
        None
    }

    /// What the selected line opens.
    pub fn target(&self) -> Option<Subject> {
        match &self.shown[self.items().nth(self.cursor.at()?)?] {
            Row::Item { target, .. } => *target,
            Row::Head(_) => None,
        }
    }

    /// "Contested (31)" for the border.
    pub fn heading(&self) -> String {
        // A line that opens nothing only says that there is nothing.
        let count = |rows: &[Row]| {
            let targets = rows.iter().filter(|row| {
                let target = match row {
                    Row::Item { target, .. } => target.as_ref(),
                    Row::Head(_) => None,
                };
                target.is_some()
            });
            targets.count()
        };
        let (all, shown) = (count(&self.all), count(&self.shown));
        match self.id {
            ListId::Contested if shown < all => format!("{} {shown} of {all}", self.title),
            ListId::Contested => format!("{} ({all})", self.title),
            _ => self.title.to_owned(),
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
        let wanted = selected - usize::from(head)..selected + 1;
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
            Row::Head(_) => 0,
        });
        lefts.max().unwrap_or(0).min(most).min(30)
    }
}

fn item(left: &str, right: &str) -> Row {
    Row::Item {
        left: left.to_owned(),
        right: right.to_owned(),
        target: None,
        found_by: fold(&format!("{left}\n{right}")),
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
