//! Panel 4: speech. Each quote has a line of who, as what, where and when, and its words; the
//! selected one is shown whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::cursor::Cursor;
use super::{Panel, Shared, View, counted};
use crate::action::Action;
use crate::dossier::{Dossier, Kind, Quote, Ref};
use crate::search::{Found, Query};
use crate::ui::text::{clip, marked, wrap};

/// Rows of a quote that is not selected: its head and one line of text.
const FOLDED: usize = 2;
/// Lines of text wider than this are hard to read.
const MEASURE: u16 = 100;

/// State of the quote browser.
#[derive(Debug, Default)]
pub struct Quotes {
    found: Found,
    cursor: Cursor,
    /// The quote at the top of the panel.
    top: usize,
}

impl Quotes {
    /// All quotes.
    pub fn new(shared: &Shared) -> Self {
        let mut quotes = Self::default();
        quotes.narrow(&Query::default(), shared);
        quotes
    }

    fn quote(&self) -> Option<usize> {
        self.cursor.at().map(|at| self.found.records[at])
    }
}

impl Panel for Quotes {
    fn act(&mut self, action: Action, _: &Shared) {
        if let Action::Move(step) = action {
            self.cursor.step(step);
        }
    }

    fn narrow(&mut self, query: &Query, shared: &Shared) {
        let before = self.quote();
        self.found = shared.index.matching(Kind::Quote, query);
        self.cursor.set_len(self.found.records.len());
        let place = before.and_then(|quote| self.found.records.binary_search(&quote).ok());
        self.cursor.select(place.unwrap_or(0));
    }

    fn selected(&self, _: &Shared) -> Option<Ref> {
        self.quote().map(|at| Ref::new(Kind::Quote, at))
    }

    fn select(&mut self, record: Ref, _: &Shared) {
        if let (Kind::Quote, Ok(place)) =
            (record.kind, self.found.records.binary_search(&record.at))
        {
            self.cursor.select(place);
        }
    }

    fn turn(&mut self, forward: bool) {
        self.cursor.turn(forward);
    }

    fn count(&self, shared: &Shared) -> String {
        counted(self.cursor.at(), &self.found, shared.dossier.quotes.len())
    }

    fn draw(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let Some(selected) = self.cursor.at() else {
            Line::styled("no quote matches", view.theme.dim()).render(area, buf);
            return;
        };
        let height = usize::from(area.height);
        self.cursor.set_page((height / FOLDED).max(1));
        let columns = usize::from(area.width.min(MEASURE)).saturating_sub(3);
        let quotes = &view.shared.dossier.quotes;
        let chosen = &quotes[self.found.records[selected]];
        let lines = wrap(&chosen.text, columns);
        // The selected quote gets what it needs, up to the whole panel.
        let open = (1 + lines.len()).clamp(FOLDED, height.max(FOLDED));
        self.top = top(self.top, selected, self.found.records.len(), open, height);
        let mut y = area.y;
        for at in self.top..self.found.records.len() {
            let rows = if at == selected { open } else { FOLDED };
            if y >= area.bottom() {
                break;
            }
            let bottom = (usize::from(y) + rows).min(usize::from(area.bottom()));
            let part = Rect {
                y,
                height: u16::try_from(bottom).unwrap_or(u16::MAX) - y,
                ..area
            };
            let quote = &quotes[self.found.records[at]];
            draw_quote(quote, at == selected, columns, view, part, buf);
            y = part.bottom();
        }
    }
}

/// The first quote to draw, moved as little as needed to show all `open` rows of the selected.
fn top(top: usize, selected: usize, len: usize, open: usize, height: usize) -> usize {
    let above = height.saturating_sub(open) / FOLDED;
    let least = selected.saturating_sub(above);
    // The last screen is full, unless there is not enough to fill it.
    let below = len - 1 - selected;
    let most = selected.min(selected.saturating_sub(above.saturating_sub(below)));
    top.clamp(least, most.max(least))
}

fn draw_quote(
    quote: &Quote,
    selected: bool,
    columns: usize,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let bar = Span::styled(if selected { "▌ " } else { "  " }, theme.focus());
    let head = clip(&head(quote, &view.shared.dossier), columns);
    let hits = view.query.hits(&head);
    let mut line = marked(&head, 0..head.len(), &hits, theme.strong(), theme.hit());
    line.spans.insert(0, bar.clone());
    line.render(Rect { height: 1, ..area }, buf);
    if selected && view.focused {
        buf.set_style(Rect { height: 1, ..area }, theme.selected());
    }
    let rows = usize::from(area.height).saturating_sub(1);
    let hits = view.query.hits(&quote.text);
    let lines = wrap(&quote.text, columns);
    let first = hits.first().map_or(0, |hit| {
        lines.iter().position(|l| l.end > hit.start).unwrap_or(0)
    });
    // The first hit is in view: a long quote begins one line before it.
    let from = if lines.len() > rows {
        first.saturating_sub(rows / 3).min(lines.len() - rows)
    } else {
        0
    };
    for (row, range) in lines.iter().skip(from).take(rows).enumerate() {
        let last = row + 1 == rows && from + rows < lines.len();
        let mut line = marked(&quote.text, range.clone(), &hits, Style::new(), theme.hit());
        line.spans.insert(0, bar.clone());
        if last {
            line.spans.push(Span::styled("…", theme.dim()));
        }
        let y = area.y + 1 + u16::try_from(row).unwrap_or(0);
        line.render(
            Rect {
                y,
                height: 1,
                ..area
            },
            buf,
        );
    }
}

/// "Pany Yathotou · 2023 · Vice President · Eastern Economic Forum".
fn head(quote: &Quote, dossier: &Dossier) -> String {
    let mut parts = vec![dossier.name(&quote.speaker)];
    parts.extend(quote.said.as_ref().map(ToString::to_string));
    parts.extend(quote.role.as_ref().map(ToString::to_string));
    parts.extend(quote.event.as_ref().map(|event| dossier.name(event)));
    parts.join(" · ")
}
