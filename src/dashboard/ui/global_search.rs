//! The list of all records, by kind, and the search through all of them at once.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::cursor::{Cursor, Pointed, Scroll};
use super::list::head;
use super::row::titled;
use super::text::pad;
use super::theme::Theme;
use crate::dashboard::action::Action;
use crate::describe::page::Subject;
use crate::dossier::{Date, Dossier, Kind, Ref};
use crate::search::{Found, Missed, Query};

/// Of one kind no more records are listed: whoever has more to look through has its panel.
const LISTED: usize = 1_000;

/// Columns of the dates.
const DATES: usize = 12;

/// The list, as far as it is found.
#[derive(Debug, Default)]
pub struct GlobalSearch {
    groups: Vec<Group>,
    /// What was moved to stays selected wherever it is found.
    anchor: Option<Ref>,
    cursor: Cursor,
    scroll: Scroll,
}

#[derive(Debug)]
struct Group {
    kind: Kind,
    found: Arc<Found>,
}

/// A row of the list.
enum Row {
    /// Begins a kind.
    Head(usize),
    Record(Ref),
    /// There are so many more.
    More(usize),
}

impl Group {
    fn listed(&self) -> usize {
        self.found.len().min(LISTED)
    }

    fn more(&self) -> usize {
        self.found.len() - self.listed()
    }

    /// Rows that it takes: a head, its records, how many more there are.
    fn rows(&self) -> usize {
        match self.listed() {
            0 => 0,
            listed => 1 + listed + usize::from(self.more() > 0),
        }
    }
}

impl GlobalSearch {
    /// Shows what was found of a kind.
    pub fn show(&mut self, kind: Kind, found: Arc<Found>) {
        match self.groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => group.found = found,
            None => self.groups.push(Group { kind, found }),
        }
        self.groups.sort_by_key(|group| place(group.kind));
        self.cursor
            .set_len(self.groups.iter().map(Group::listed).sum());
        let anchor = self.anchor.and_then(|record| self.place_of(record));
        self.cursor.select(anchor.unwrap_or(0));
    }

    /// The place of a record among those that are listed.
    fn place_of(&self, record: Ref) -> Option<usize> {
        let mut before = 0;
        for group in &self.groups {
            if group.kind == record.kind {
                let at = group.found.position(record.at)?;
                return (at < group.listed()).then_some(before + at);
            }
            before += group.listed();
        }
        None
    }

    /// Moves the selection; returns what is to be opened, if that was asked for.
    pub fn act(&mut self, action: Action) -> Option<Subject> {
        match action {
            Action::Move(step) => self.cursor.step(step),
            // From either end to the other.
            Action::NextHit => self.cursor.turn(true),
            Action::PreviousHit => self.cursor.turn(false),
            Action::Open => return self.target(),
            _ => return None,
        }
        self.anchor = match self.target() {
            Some(Subject::Record(record)) => Some(record),
            _ => None,
        };
        None
    }

    /// Selects the record that is drawn at `row` of the list.
    pub fn point(&mut self, row: u16) -> Pointed {
        let mut at = self.scroll.top() + usize::from(row);
        let mut before = 0;
        for group in &self.groups {
            if at < group.rows() {
                return match at.checked_sub(1) {
                    Some(at) if at < group.listed() => self.cursor.point(before + at),
                    _ => Pointed::Nothing,
                };
            }
            at -= group.rows();
            before += group.listed();
        }
        Pointed::Nothing
    }

    /// The selected record.
    pub fn target(&self) -> Option<Subject> {
        let mut at = self.cursor.at()?;
        for group in &self.groups {
            if at < group.listed() {
                return Some(Subject::Record(Ref::new(
                    group.kind,
                    group.found.record(at),
                )));
            }
            at -= group.listed();
        }
        None
    }

    /// "Index of all records (336)", "Index of all records 12 of 336" for the border.
    pub fn heading(&self, dossier: &Dossier) -> String {
        let all: usize = self.groups.iter().map(|g| dossier.count(g.kind)).sum();
        let found: usize = self.groups.iter().map(|group| group.found.len()).sum();
        if found < all {
            format!("Index of all records {found} of {all}")
        } else {
            format!("Index of all records ({all})")
        }
    }

    /// The row of the selected record.
    fn selected_row(&self) -> Option<usize> {
        let mut at = self.cursor.at()?;
        let mut row = 0;
        for group in &self.groups {
            if at < group.listed() {
                return Some(row + 1 + at);
            }
            at -= group.listed();
            row += group.rows();
        }
        None
    }

    fn row(&self, mut at: usize) -> Option<(&Group, Row)> {
        for group in &self.groups {
            if at < group.rows() {
                let row = match at.checked_sub(1) {
                    None => Row::Head(group.found.len()),
                    Some(at) if at < group.listed() => {
                        Row::Record(Ref::new(group.kind, group.found.record(at)))
                    }
                    Some(_) => Row::More(group.more()),
                };
                return Some((group, row));
            }
            at -= group.rows();
        }
        None
    }

    /// Draws the rows.
    pub fn draw(
        &mut self,
        dossier: &Dossier,
        (query, missed): (&Query, Option<&Missed>),
        theme: Theme,
        area: Rect,
        buf: &mut Buffer,
    ) {
        self.cursor.set_page(area.height.into());
        let Some(selected) = self.selected_row() else {
            let missed = missed.and_then(Missed::remark);
            let lines = std::iter::once("nothing matches".to_owned()).chain(missed);
            let text: Text<'_> = lines.map(Line::from).collect();
            Paragraph::new(text.style(theme.dim()))
                .wrap(Wrap { trim: true })
                .render(area, buf);
            return;
        };
        // With its head, so that the first record of a kind is not shown without it.
        let with_head = matches!(self.row(selected - 1), Some((_, Row::Head(_))));
        let needed = selected - usize::from(with_head)..selected + 1;
        let total = self.groups.iter().map(Group::rows).sum();
        let rows = self.scroll.keep(needed, total, area.height.into());
        for (y, at) in (area.y..).zip(rows) {
            let Some((group, row)) = self.row(at) else {
                break;
            };
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            let drawn = match row {
                Row::Head(found) => head(&counted(group.kind, found, dossier), theme, area.width),
                Row::Record(record) => record_line(record, dossier, query, theme, area.width),
                Row::More(more) => {
                    let text = format!("  … and {more} more {}", group.kind.plural());
                    Line::styled(text, theme.dim())
                }
            };
            drawn.render(line, buf);
            if at == selected {
                buf.set_style(line, theme.selected());
            }
        }
    }
}

/// When a record was, what it is called, and why it was found.
fn record_line(
    record: Ref,
    dossier: &Dossier,
    query: &Query,
    theme: Theme,
    width: u16,
) -> Line<'static> {
    let dates = (usize::from(width) / 4).min(DATES);
    let date = when(dossier, record);
    let title = dossier.title(record);
    let room = usize::from(width).saturating_sub(dates + 3);
    let shown = format!("{date} {title}");
    let mut line = Line::from(vec![
        Span::raw("  "),
        Span::styled(pad(&date, dates) + " ", theme.dim()),
    ]);
    line.extend(titled(
        (&title, &shown),
        (dossier, record),
        query,
        theme,
        room,
    ));
    line
}

/// The date of a record; of a series, from the first figure to the last.
fn when(dossier: &Dossier, record: Ref) -> String {
    let dates = dossier.dates(record);
    let years = || dates.iter().filter_map(Date::year);
    match (dates.as_slice(), years().min(), years().max()) {
        ([], ..) => String::new(),
        ([date], ..) => date.to_string(),
        (_, Some(first), Some(last)) if first < last => format!("{first}–{last}"),
        ([first, ..], ..) => first.to_string(),
    }
}

fn place(kind: Kind) -> Option<usize> {
    Kind::ALL.iter().position(|one| *one == kind)
}

/// "quotes (38)", "quotes (3 of 38)".
fn counted(kind: Kind, found: usize, dossier: &Dossier) -> String {
    let all = dossier.count(kind);
    if found < all {
        format!("{} ({found} of {all})", kind.plural())
    } else {
        format!("{} ({all})", kind.plural())
    }
}
