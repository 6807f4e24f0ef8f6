//! Lists in the place of the panels: keys, problems, what is contested, what is due, what is marked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::cursor::{Cursor, Scroll};
use super::text::{clip, marked, pad, width};
use super::theme::Theme;
use crate::contested::{Contested, Standing};
use crate::dashboard::action::{Action, BriefForm, ListId};
use crate::dashboard::keymap::{self, Binding, Scope};
use crate::describe::page::Subject;
use crate::dossier::text::clean_line;
use crate::dossier::{Date, Dossier, Ref};
use crate::due::Due;
use crate::load::Problem;
use crate::search::{Query, fold};

/// What a line of a list is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// To be read.
    Subject(Subject),
    /// To be done.
    Action(Action),
    /// To be copied.
    Copy(String),
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
            rows.extend(here.into_iter().map(|row| key(row)));
        }
        rows.extend(legend());
        Self::new(
            ListId::Help,
            "Keys in force: Enter runs one, / searches",
            rows,
        )
    }

    /// The keys in force in `scopes` and records by name, to be typed at.
    pub fn palette(scopes: &[Scope], records: &[(String, Ref)]) -> Self {
        let mut rows = vec![Row::Head("Keys".to_owned())];
        rows.extend(keymap::in_force(scopes).map(key));
        let mut kind = None;
        for (title, record) in records {
            if kind != Some(record.kind) {
                rows.push(Row::Head(record.kind.plural().to_owned()));
                kind = Some(record.kind);
            }
            rows.push(Row::Item {
                left: String::new(),
                right: title.clone(),
                target: Some(Target::Subject(Subject::Record(*record))),
                found_by: fold(title),
            });
        }
        Self::new(
            ListId::Palette,
            "Commands and records: Enter runs or reads",
            rows,
        )
    }

    /// What is due, the most pressing first.
    pub fn due(dossier: &Dossier, due: &[&Due]) -> Self {
        let mut rows = Vec::new();
        let mut heading = String::new();
        for one in due {
            let here = match one.is_third() {
                true => "Not between the two".to_owned(),
                false => one.class.heading().to_owned(),
            };
            if here != heading {
                rows.push(Row::Head(here.clone()));
                heading = here;
            }
            let title = dossier.title(one.record);
            let date = one.date.as_ref().map_or_else(String::new, Date::label);
            rows.push(Row::Item {
                found_by: fold(&format!("{title}\n{}\n{}", one.words, one.class.word())),
                left: date,
                right: title,
                target: Some(Target::Subject(Subject::Record(one.record))),
            });
            rows.push(Row::Note(one.words.clone()));
        }
        if rows.is_empty() {
            rows.push(item("", "nothing is due"));
        }
        Self::new(ListId::Due, "Due", rows)
    }

    /// Records that are marked, or that were asked for, by kind.
    pub fn records(dossier: &Dossier, mut records: Vec<Ref>) -> Self {
        records.sort_unstable();
        let mut rows = Vec::new();
        let mut kind = None;
        for record in records {
            if kind != Some(record.kind) {
                rows.push(Row::Head(record.kind.plural().to_owned()));
                kind = Some(record.kind);
            }
            let title = dossier.dated_title(record);
            rows.push(Row::Item {
                left: String::new(),
                found_by: fold(&title),
                right: title,
                target: Some(Target::Subject(Subject::Record(record))),
            });
        }
        if rows.is_empty() {
            rows.push(item("", "nothing is marked; Space marks a record"));
        }
        Self::new(ListId::Marked, "Marked", rows)
    }

    /// In which forms the brief can be written.
    pub fn forms() -> Self {
        let row = |form: BriefForm| Row::Item {
            left: form.name().to_owned(),
            right: format!("brief.{} in the current folder", form.ending()),
            found_by: fold(form.name()),
            target: Some(Target::Action(Action::WriteBrief(form))),
        };
        let rows = BriefForm::ALL.into_iter().map(row).collect();
        Self::new(ListId::Write, "Write the brief: Enter writes the line", rows)
    }

    /// What can be copied, by name.
    pub fn copies(copies: Vec<(&'static str, String)>) -> Self {
        let row = |(name, text): (&'static str, String)| Row::Item {
            left: name.to_owned(),
            right: first_line(&text),
            found_by: fold(name),
            target: Some(Target::Copy(text)),
        };
        let mut rows: Vec<_> = copies.into_iter().map(row).collect();
        if rows.is_empty() {
            rows.push(item("", "nothing is selected that could be copied"));
        }
        Self::new(ListId::Copy, "Copy: Enter copies the line", rows)
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
    pub fn contested(
        dossier: &Dossier,
        contested: &[Contested],
        keeps: &dyn Fn(&Contested) -> bool,
    ) -> Self {
        let mut rows = Vec::new();
        let mut heading = None;
        let kept = contested.iter().enumerate().filter(|(_, one)| keeps(one));
        for (at, one) in kept {
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
                target: Some(Target::Subject(Subject::Finding(at))),
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
            ListId::Help | ListId::Problems | ListId::Palette | ListId::Copy | ListId::Write => {
                self.title.to_owned()
            }
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

/// The first line of a text, with an ellipsis where there are more.
fn first_line(text: &str) -> String {
    let mut lines = text.trim().lines();
    let first = clean_line(lines.next().unwrap_or_default());
    match lines.next() {
        Some(_) => first + " …",
        None => first,
    }
}

/// A line for a key, which runs what it is for.
fn key(row: &Binding) -> Row {
    let names = row.key_names();
    Row::Item {
        found_by: fold(&format!("{names}\n{}", row.help)),
        left: names,
        right: row.help.to_owned(),
        target: Some(Target::Action(row.action)),
    }
}

/// What the signs mean, and how to search.
fn legend() -> Vec<Row> {
    let signs = [
        (
            "● ▶ ○ ◆ ◇ □ × ?",
            "events: occurred, ongoing, planned, under discussion, proposed, expected, cancelled, speculative",
        ),
        (
            "◉ ● ○ ◆ × ?",
            "agreements: in force, signed, planned or proposed, under discussion, ended, unknown",
        ),
        (
            "● ○ ◇ △",
            "figures: reported, implied by others, forecast, target",
        ),
        (
            "≠ ?",
            "in a conflict: statements that cannot all be true; a query: one that goes against arithmetic or the calendar",
        ),
        ("✓", "marked"),
        (
            "[2025] ~2025 2025?",
            "inferred by the compiler, about, in doubt",
        ),
    ];
    let queries = [
        (
            "two words",
            "both occur, in any order; -word: not; a|b: one of them",
        ),
        ("\"some words\" =word", "one after the other; a whole word"),
        ("speaker:putin", "in a field; Tab completes"),
        ("year:2023 from: to:", "within a time"),
        (
            "is:contested is:overdue",
            "in a state: contested, open, planned, overdue, marked, uncited, bilateral",
        ),
        ("~word", "words that are like it"),
    ];
    let part = |head: &str, rows: &[(&str, &str)]| {
        let rows = rows.iter().map(|(left, right)| item(left, right));
        std::iter::once(Row::Head(head.to_owned()))
            .chain(rows)
            .collect::<Vec<_>>()
    };
    [part("Signs", &signs), part("Searches", &queries)].concat()
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
