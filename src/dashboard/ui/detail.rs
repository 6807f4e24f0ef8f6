//! The open record: all its fields, its evidence, and links to follow; the records that were open
//! before it are kept to go back to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text::{marked, pad, wrap};
use super::theme::Theme;
use crate::dashboard::action::Step;
use crate::describe::page::{Page, Row, Subject};
use crate::dossier::{Dossier, Evidence};
use crate::search::Query;

/// Columns for the labels of fields.
const LABELS: usize = 18;

/// A record and where the reader is in it.
#[derive(Debug)]
struct Visit {
    page: Page,
    /// The selected link, counted from the top.
    link: usize,
    top: usize,
}

/// The open record and those before it.
#[derive(Debug)]
pub struct Detail {
    visits: Vec<Visit>,
    /// Columns and rows of the last drawing: what a line and a page are.
    size: (u16, u16),
}

/// A line of the page as it is laid out.
struct Laid {
    line: Line<'static>,
    /// The link that this line belongs to.
    link: Option<usize>,
}

impl Detail {
    /// Opens a page.
    pub fn new(page: Page) -> Self {
        let mut detail = Self {
            visits: Vec::new(),
            size: (80, 20),
        };
        detail.open(page);
        detail
    }

    /// Opens another page; the one before is kept to go back to.
    pub fn open(&mut self, page: Page) {
        self.visits.push(Visit {
            page,
            link: 0,
            top: 0,
        });
    }

    /// What is in front.
    pub fn subject(&self) -> Subject {
        self.visit().page.subject
    }

    fn visit(&self) -> &Visit {
        // One visit is made at the start, and `back` leaves the last.
        &self.visits[self.visits.len() - 1]
    }

    fn visit_mut(&mut self) -> &mut Visit {
        let last = self.visits.len() - 1;
        &mut self.visits[last]
    }

    /// The evidence that the selected link tells of, or else the first of the record.
    pub fn evidence(&self) -> Option<&Evidence> {
        let rows = self.visit().page.rows.iter();
        let fields = rows.filter_map(|row| match row {
            Row::Field {
                link: Some(_),
                evidence,
                ..
            } => Some(evidence.as_ref()),
            _ => None,
        });
        let chosen = fields.clone().nth(self.visit().link).flatten();
        chosen.or_else(|| fields.clone().flatten().next())
    }

    /// What the selected link leads to.
    pub fn target(&self) -> Option<Subject> {
        links(&self.visit().page).nth(self.visit().link)
    }

    /// Goes back; false when there is nothing to go back to.
    pub fn back(&mut self) -> bool {
        if self.visits.len() < 2 {
            return false;
        }
        self.visits.pop();
        true
    }

    /// Moves: to the next link if it is on the screen, else by a line.
    pub fn step(&mut self, step: Step, theme: Theme) {
        let (columns, rows) = self.size;
        let rows = usize::from(rows).max(1);
        let laid = lay_out(
            &self.visit().page,
            self.visit().link,
            &Query::default(),
            theme,
            columns.into(),
        );
        let row_of = |link: usize| laid.iter().position(|l| l.link == Some(link));
        let count = links(&self.visit().page).count();
        let last = laid.len().saturating_sub(rows);
        let visit = self.visit_mut();
        let shown = |top: usize, row: usize| (top..top + rows).contains(&row);
        match step {
            Step::Down => match row_of(visit.link + 1) {
                Some(row)
                    if row < visit.top + rows + 1
                        && row_of(visit.link).is_some_and(|r| r >= visit.top) =>
                {
                    visit.link += 1;
                    visit.top = visit.top.max((row + 1).saturating_sub(rows));
                }
                _ => visit.top = (visit.top + 1).min(last),
            },
            Step::Up => match visit.link.checked_sub(1).and_then(row_of) {
                Some(row)
                    if row + 1 >= visit.top
                        && row_of(visit.link).is_some_and(|r| r < visit.top + rows) =>
                {
                    visit.link -= 1;
                    visit.top = visit.top.min(row);
                }
                _ => visit.top = visit.top.saturating_sub(1),
            },
            Step::HalfDown => visit.top = (visit.top + rows / 2).min(last),
            Step::HalfUp => visit.top = visit.top.saturating_sub(rows / 2),
            Step::PageDown => visit.top = (visit.top + rows - 1).min(last),
            Step::PageUp => visit.top = visit.top.saturating_sub(rows - 1),
            Step::First => visit.top = 0,
            Step::Last => visit.top = last,
        }
        let top = visit.top;
        if !matches!(step, Step::Up | Step::Down)
            || row_of(visit.link).is_some_and(|row| !shown(top, row))
        {
            // The selection follows the scrolling, so that Enter follows what is seen.
            let seen = (0..count).find(|link| row_of(*link).is_some_and(|row| shown(top, row)));
            let kept = row_of(visit.link).is_some_and(|row| shown(top, row));
            visit.link = match (kept, seen, step) {
                (_, _, Step::Last) => count.saturating_sub(1),
                (_, _, Step::First) => 0,
                (false, Some(link), _) => link,
                _ => visit.link,
            };
        }
    }

    /// What is open, where it stands, and how deep in the history, for the border.
    pub fn heading(&self, dossier: &Dossier) -> String {
        let name = match self.subject() {
            Subject::Finding(_) => "contested".to_owned(),
            Subject::Implied { .. } => "computed figure".to_owned(),
            Subject::Record(record) => {
                let kind = record.kind.singular();
                let place = dossier.place(record);
                place.map_or_else(
                    || kind.to_owned(),
                    |p| format!("{kind} · {}:{}", p.file, p.line),
                )
            }
        };
        match self.visits.len() {
            1 => name,
            depth => format!("{name} · {} back", depth - 1),
        }
    }

    /// Draws the page.
    pub fn draw(&mut self, query: &Query, theme: Theme, area: Rect, buf: &mut Buffer) {
        self.size = (area.width, area.height);
        let visit = self.visit_mut();
        let laid = lay_out(&visit.page, visit.link, query, theme, area.width.into());
        let rows = usize::from(area.height);
        visit.top = visit.top.min(laid.len().saturating_sub(rows));
        let more = laid.len() > visit.top + rows;
        for (y, laid) in (area.y..area.bottom()).zip(laid.into_iter().skip(visit.top)) {
            laid.line.render(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                buf,
            );
        }
        if more && area.width > 8 {
            let x = area.right() - 7;
            buf.set_string(x, area.bottom() - 1, " more ↓", theme.dim());
        }
    }
}

/// What the page leads to, from top to bottom.
fn links(page: &Page) -> impl Iterator<Item = Subject> {
    page.rows.iter().filter_map(|row| match row {
        Row::Field { link, .. } => *link,
        _ => None,
    })
}

fn lay_out(page: &Page, selected: usize, query: &Query, theme: Theme, columns: usize) -> Vec<Laid> {
    let mut laid = Vec::new();
    let hits = query.hits(&page.title);
    for range in wrap(&page.title, columns) {
        laid.push(plain(marked(
            &page.title,
            range,
            &hits,
            theme.strong(),
            theme.hit(),
        )));
    }
    laid.push(plain(Line::default()));
    let mut link = 0;
    for row in &page.rows {
        match row {
            Row::Heading(text) => {
                laid.push(plain(Line::default()));
                laid.push(plain(Line::styled(*text, theme.strong())));
            }
            Row::Body(text) => {
                let hits = query.hits(text);
                for range in wrap(text, columns) {
                    laid.push(plain(marked(text, range, &hits, Style::new(), theme.hit())));
                }
                laid.push(plain(Line::default()));
            }
            Row::Field {
                label,
                value,
                link: target,
                ..
            } => {
                let at = target.map(|_| link);
                link += usize::from(target.is_some());
                field(
                    label,
                    value,
                    at,
                    at == Some(selected),
                    theme,
                    columns,
                    &mut laid,
                );
            }
        }
    }
    laid
}

fn plain(line: Line<'static>) -> Laid {
    Laid { line, link: None }
}

/// Label and value; a link has a sign before it, and the selected one is in reverse.
fn field(
    label: &str,
    value: &str,
    link: Option<usize>,
    selected: bool,
    theme: Theme,
    columns: usize,
    laid: &mut Vec<Laid>,
) {
    let labels = LABELS.min(columns / 3);
    let style = match (link, selected) {
        (Some(_), true) => theme.selected(),
        (Some(_), false) => theme.link(),
        (None, _) => Style::new(),
    };
    let sign = match (link, selected) {
        (Some(_), true) => "▸ ",
        (Some(_), false) => "› ",
        (None, _) => "  ",
    };
    let ranges = wrap(value, columns.saturating_sub(labels + 2));
    for (row, range) in ranges.into_iter().enumerate() {
        let label = if row == 0 { label } else { "" };
        let sign = if row == 0 { sign } else { "  " };
        let spans = vec![
            Span::styled(pad(label, labels), theme.dim()),
            Span::raw(sign),
            Span::styled(value[range].to_owned(), style),
        ];
        laid.push(Laid {
            line: Line::from(spans),
            link: link.filter(|_| row == 0),
        });
    }
}
