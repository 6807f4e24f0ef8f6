//! Panel 4: speech. Each quote has a line of who, as what, where and when, and its words; the
//! selected one is shown whole where there is room for it.

use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use super::{Panel, View, counted, nothing};
use crate::dashboard::action::Action;
use crate::dashboard::ui::cursor::Cursor;
use crate::dashboard::ui::text::{clip, marked, wrap};
use crate::dossier::{Dossier, Kind, Quote, Ref};
use crate::search::{Found, Order, Reason};
use crate::workspace::Workspace;

/// Rows of a quote that is not selected, beside one that is open: its head and one line of text.
const FOLDED: usize = 2;
/// Rows of the open one, if there are too many to show each as it needs.
const OPEN: usize = 8;
/// Rows of each, selected or not, where an open one would take too much of the list.
const EVEN: usize = 3;
/// From this height on one is open.
const TALL: usize = 24;
/// Lines of text wider than this are hard to read.
const MEASURE: u16 = 100;
/// Years, or runs of years, in the strip of the title.
const STRIP: usize = 12;
/// How many were said in one.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// State of the quote browser.
#[derive(Debug, Default)]
pub struct Quotes {
    found: Arc<Found>,
    cursor: Cursor,
    /// The quote at the top of the panel.
    top: usize,
}

impl Quotes {
    /// All quotes.
    pub fn new(workspace: &Workspace) -> Self {
        let mut quotes = Self::default();
        quotes.show(workspace.all(Kind::Quote), false, workspace);
        quotes
    }

    fn quote(&self) -> Option<usize> {
        self.cursor.at().map(|at| self.found.record(at))
    }
}

impl Panel for Quotes {
    fn kind(&self) -> Kind {
        Kind::Quote
    }

    fn act(&mut self, action: Action, _: &Workspace) {
        if let Action::Move(step) = action {
            self.cursor.step(step);
        }
    }

    fn show(&mut self, found: Arc<Found>, _: bool, _: &Workspace) {
        let before = self.quote();
        self.found = found;
        self.cursor.set_len(self.found.len());
        // In another order than that of the dossier the first are what is asked for.
        let before = before.filter(|_| self.found.order == Order::Dossier);
        let place = before.and_then(|quote| self.found.position(quote));
        self.cursor.select(place.unwrap_or(0));
    }

    fn selected(&self, _: &Workspace) -> Option<Ref> {
        self.quote().map(|at| Ref::new(Kind::Quote, at))
    }

    fn select(&mut self, record: Ref, _: &Workspace) {
        if let (Kind::Quote, Some(place)) = (record.kind, self.found.position(record.at)) {
            self.cursor.select(place);
        }
    }

    fn turn(&mut self, forward: bool) {
        self.cursor.turn(forward);
    }

    fn count(&self, workspace: &Workspace) -> String {
        let total = workspace.dossier.quotes.len();
        let mut parts = vec![counted(self.cursor.at(), &self.found, total)];
        if self.found.len() < total {
            parts.extend(years(&self.found.years));
        }
        parts.push(self.found.order.label().to_owned());
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    fn draw(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let Some(selected) = self.cursor.at() else {
            nothing("quotes", view).render(area, buf);
            return;
        };
        let height = usize::from(area.height);
        let columns = usize::from(area.width.min(MEASURE)).saturating_sub(3);
        let quotes = &view.workspace.dossier.quotes;
        let chosen = &quotes.get(self.found.record(selected));
        let lines = wrap(&chosen.text, columns).len();
        let lines = lines + wrap(&head(chosen, &view.workspace.dossier, None), columns).len();
        let rows = Rows::new(lines, self.found.len(), height);
        self.cursor.set_page((height / rows.folded).max(1));
        self.top = rows.top(self.top, selected, self.found.len(), height);
        let mut y = area.y;
        for at in self.top..self.found.len() {
            let rows = if at == selected {
                rows.open
            } else {
                rows.folded
            };
            if y >= area.bottom() {
                break;
            }
            let bottom = (usize::from(y) + rows).min(usize::from(area.bottom()));
            let part = Rect {
                y,
                height: u16::try_from(bottom).unwrap_or(u16::MAX) - y,
                ..area
            };
            let quote = &quotes.get(self.found.record(at));
            draw_quote(quote, at == selected, columns, view, part, buf);
            y = part.bottom();
        }
    }
}

/// How many rows quotes take.
#[derive(Clone, Copy, Debug)]
struct Rows {
    /// The selected one.
    open: usize,
    /// Every other.
    folded: usize,
}

impl Rows {
    /// Where all quotes fit, the selected one gets what its `lines` need. Else each has a fixed
    /// height, so that the rest of the list stands still when the selection moves; `Enter` opens
    /// all of it.
    fn new(lines: usize, quotes: usize, height: usize) -> Self {
        let left = height.saturating_sub((quotes - 1) * FOLDED);
        let fit = left >= lines.min(OPEN);
        if !fit && height < TALL {
            let even = EVEN.min(height.max(1));
            return Self {
                open: even,
                folded: even,
            };
        }
        let open = lines.min(left).max(OPEN.min(height / 2));
        Self {
            open: open.clamp(FOLDED, height.max(FOLDED)),
            folded: FOLDED,
        }
    }

    /// The first quote to draw. When the selected one has left the screen it comes back in the
    /// middle: quotes take several rows, and moving all of them at each step is hard to follow.
    fn top(self, top: usize, selected: usize, len: usize, height: usize) -> usize {
        let others = height.saturating_sub(self.open) / self.folded;
        let last = len.saturating_sub(others + 1);
        let top = top.min(last);
        if (top..=top + others).contains(&selected) {
            top
        } else {
            selected.saturating_sub(others / 2).min(last)
        }
    }
}

/// "1990–2023 ▁▂▅": from when to when the hits were said, and how many in which years.
fn years(years: &[(i64, usize)]) -> Option<String> {
    let (first, last) = (years.first()?.0, years.last()?.0);
    if first == last {
        return Some(first.to_string());
    }
    // Wide enough for the years that no calendar has.
    let since = |year: i64| u128::try_from(i128::from(year) - i128::from(first)).unwrap_or(0);
    let span = since(last) + 1;
    let cells = span.min(STRIP as u128);
    let mut counts = vec![0; usize::try_from(cells).ok()?];
    for (year, count) in years {
        let at = since(*year) * cells / span;
        counts[usize::try_from(at).ok()?] += count;
    }
    let most = counts.iter().max().copied().unwrap_or(0).max(1);
    let bar = |count: &usize| match count {
        0 => ' ',
        // Whatever there is shows, however little.
        count => BARS[(count * BARS.len()).div_ceil(most).clamp(1, BARS.len()) - 1],
    };
    let strip: String = counts.iter().map(bar).collect();
    Some(format!("{first}–{last} {strip}"))
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
    let mut row = area;
    row.height = row.height.min(1);
    let mut draw = |text: &str, range: Range<usize>, hits: &[Range<usize>], style: Style| {
        let mut line = marked(text, range, hits, style, theme.hit());
        line.spans.insert(0, bar.clone());
        if row.y < area.bottom() {
            line.render(row, buf);
        }
        row.y += 1;
    };
    let dossier = &view.workspace.dossier;
    let record = dossier.find(&quote.id);
    let sign = record.map_or("", |record| view.workspace.contests.sign(dossier, record));
    let asked = record.filter(|_| !view.query.is_empty());
    let reason = asked.and_then(|record| {
        let shown = format!("{} {}", head(quote, dossier, None), &*quote.text);
        view.query.reason(dossier, record, &shown)
    });
    let whole = head(quote, dossier, reason);
    let whole = match sign {
        "" => whole,
        sign => format!("{sign} {whole}"),
    };
    // Only one that is open has room for a head of several rows.
    let head = if selected && usize::from(area.height) > EVEN {
        whole
    } else {
        clip(&whole, columns)
    };
    let hits = view.query.hits(&head);
    let heads = wrap(&head, columns);
    let head_rows = u16::try_from(heads.len()).unwrap_or(1).min(area.height);
    for range in heads {
        draw(&head, range, &hits, theme.strong());
    }
    let text = excerpt(quote, view, columns, area.height - head_rows);
    for range in text.lines {
        draw(&text.words, range, &text.hits, Style::new());
    }
    if selected && view.focused {
        buf.set_style(
            Rect {
                height: head_rows,
                ..area
            },
            theme.selected(),
        );
    }
}

/// The part of a quote that there is room for.
struct Excerpt {
    words: String,
    hits: Vec<Range<usize>>,
    lines: Vec<Range<usize>>,
}

/// As many lines as fit: from the start, or from shortly before the first hit.
fn excerpt(quote: &Quote, view: &View<'_>, columns: usize, rows: u16) -> Excerpt {
    let rows = usize::from(rows);
    let mut hits = view.query.hits(&quote.text);
    let mut lines = wrap(&quote.text, columns);
    let cut = lines.len() > rows;
    if cut {
        let holds_hit = |line: &Range<usize>| hits.first().is_some_and(|hit| line.end > hit.start);
        let first = lines.iter().position(holds_hit).unwrap_or(0);
        // From the start, if the first hit shows there.
        let from = if first < rows { 0 } else { first - rows / 3 };
        let from = from.min(lines.len() - rows);
        lines.drain(..from);
    }
    let goes_on = lines.len() > rows;
    lines.truncate(rows);
    let mut words = quote.text.to_string();
    if let Some(last) = lines.last_mut().filter(|_| goes_on) {
        hits.retain(|hit| hit.end <= last.end);
        words.truncate(last.end);
        words.push('…');
        last.end = words.len();
    }
    Excerpt { words, hits, lines }
}

/// "Pany Yathotou · 2023 · Vice President · Eastern Economic Forum", with why it was found behind the
/// date, where neither this nor the words say that.
fn head(quote: &Quote, dossier: &Dossier, reason: Option<Reason>) -> String {
    let mut parts = vec![dossier.name(&quote.speaker)];
    parts.extend(quote.said.as_ref().map(ToString::to_string));
    parts.extend(reason.map(|reason| format!("{}: {}", reason.field, reason.text)));
    parts.extend(quote.role.as_ref().map(ToString::to_string));
    parts.extend(quote.event.as_ref().map(|event| dossier.name(event)));
    parts.join(" · ")
}
