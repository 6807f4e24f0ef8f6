//! Panel 4: speech, as a dialogue: the occasion once, the speaker in the margin, and the first lines of
//! what was said. The reading pane has the rest.

use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Panel, View, counted, nothing, passage};
use crate::dashboard::action::Action;
use crate::dashboard::ui::cursor::{Cursor, Pointed};
use crate::dashboard::ui::row::{because, beside};
use crate::dashboard::ui::text::{clip, marked, pad, short_name, wrap};
use crate::describe::about;
use crate::dossier::{Dossier, Kind, Quote, Ref};
use crate::search::{Found, Order};
use crate::workspace::Workspace;

/// Lines of a quote that are listed.
const LINES: usize = 2;
/// Columns for a speaker's name, at least and at most.
const NAMES: (usize, usize) = (10, 16);
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
    /// The quote at each row of the panel.
    rows: Vec<usize>,
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

    fn rows(&self, records: usize) -> usize {
        // Each may have an occasion of its own.
        records.saturating_mul(LINES + 1)
    }

    fn act(&mut self, action: Action, _: &Workspace) {
        if let Action::Move(step) = action {
            self.cursor.step(step);
        }
    }

    fn show(&mut self, found: Arc<Found>, _: bool, _: &Workspace) {
        let selected = self.quote();
        self.found = found;
        self.cursor.set_len(self.found.len());
        // In another order than that of the dossier the first are what is asked for.
        let before = selected.filter(|_| self.found.order == Order::Dossier);
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

    fn point(&mut self, row: u16, _: u16, _: &Workspace) -> Pointed {
        let place = self.rows.get(usize::from(row)).copied();
        place.map_or(Pointed::Nothing, |place| self.cursor.point(place))
    }

    fn top(&self) -> usize {
        self.top
    }

    fn set_top(&mut self, top: usize) {
        self.top = top;
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
            self.rows.clear();
            nothing(Kind::Quote, view).render(area, buf);
            return;
        };
        let columns = Columns::new(area.width);
        let quotes = &view.workspace.dossier.quotes;
        self.cursor
            .set_page((usize::from(area.height) / LINES).max(1));
        let height = usize::from(area.height);
        self.top = self.top_for(selected, columns, height, quotes);
        self.rows.clear();
        let (mut y, mut before) = (area.y, None);
        for at in self.top..self.found.len() {
            let record = Ref::new(Kind::Quote, self.found.record(at));
            let quote = quotes.get(record.at);
            let part = Rect {
                y,
                height: area.bottom() - y,
                ..area
            };
            let is_new = before.as_ref() != Some(&quote.event);
            let how = (at == selected, is_new);
            let rows = draw_quote((&quote, record), how, columns, view, part, buf);
            self.rows.extend((0..rows).map(|_| at));
            y += rows;
            before = Some(quote.event);
            if y >= area.bottom() {
                break;
            }
        }
    }
}

/// How the width of the panel is shared.
#[derive(Clone, Copy, Debug)]
struct Columns {
    names: usize,
    words: usize,
}

impl Columns {
    fn new(width: u16) -> Self {
        let columns = usize::from(width.min(MEASURE)).saturating_sub(2);
        let names = (columns / 6).clamp(NAMES.0, NAMES.1);
        Self {
            names,
            words: columns.saturating_sub(names + 1).max(1),
        }
    }
}

impl Quotes {
    /// The first quote to draw, so that the selected one is in view: moved as little as needed.
    fn top_for(
        &self,
        selected: usize,
        columns: Columns,
        height: usize,
        quotes: &crate::dossier::Quotes,
    ) -> usize {
        if selected <= self.top {
            return selected;
        }
        let (mut rows, mut top) = (0, selected);
        for at in (self.top..=selected).rev() {
            let quote = quotes.get(self.found.record(at));
            // With its heading and why it was found, which may not be needed.
            rows += 2 + wrap(&quote.text, columns.words).len().min(LINES);
            if rows > height {
                break;
            }
            top = at;
        }
        top
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

/// Draws a quote, below the occasion if that `is_new`; returns how many rows it took.
fn draw_quote(
    (quote, record): (&Quote, Ref),
    (selected, is_new): (bool, bool),
    columns: Columns,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> u16 {
    let heading = (is_new && area.height > 1).then(|| heading(quote, view, area.width));
    let head = usize::from(heading.is_some());
    let words = words((quote, record), selected, columns, view);
    let mut rows = 0;
    for (at, line) in heading.into_iter().chain(words).enumerate() {
        let y = area.y + rows;
        if y >= area.bottom() {
            break;
        }
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        line.render(row, buf);
        if at == head && selected && view.focused {
            buf.set_style(row, view.theme.selected());
        }
        rows += 1;
    }
    rows
}

/// The occasion.
fn heading(quote: &Quote, view: &View<'_>, width: u16) -> Line<'static> {
    let theme = view.theme;
    let columns = usize::from(width).saturating_sub(2);
    let text = clip(&occasion(quote, &view.workspace.dossier), columns);
    let hits = view.query.hits(&text);
    let mut line = marked(&text, 0..text.len(), &hits, theme.strong(), theme.hit());
    line.spans.insert(0, Span::raw(" "));
    let dossier = &view.workspace.dossier;
    let event = quote.event.as_ref().and_then(|event| dossier.find(event));
    if let Some(event) = event.filter(|_| view.query.is_empty()) {
        let parts = passage(dossier, event)
            .into_iter()
            .chain(about(dossier, event));
        beside(&mut line, parts, theme, width.into());
    }
    line
}

/// The speaker in the margin, the first words, and why it was found where these do not show it.
fn words(
    (quote, record): (&Quote, Ref),
    selected: bool,
    columns: Columns,
    view: &View<'_>,
) -> Vec<Line<'static>> {
    let (theme, dossier) = (view.theme, &view.workspace.dossier);
    let doubt = view.workspace.contests.sign(dossier, record);
    let speaker = dossier.name(&quote.speaker);
    let (name, style) = match doubt {
        "" => (short_name(&speaker, columns.names), theme.strong()),
        sign => {
            let name = short_name(&speaker, columns.names - 2);
            (format!("{sign} {name}"), theme.alarm())
        }
    };
    let is_marked = view.marked.contains(record);
    let text = excerpt(quote, view, columns.words, LINES);
    let mut lines = Vec::new();
    for (row, range) in text.lines.into_iter().enumerate() {
        let name = if row == 0 { &*name } else { "" };
        let mut line = marked(&text.words, range, &text.hits, Style::new(), theme.hit());
        let margin = pad(name, columns.names) + " ";
        line.spans.insert(0, Span::styled(margin, style));
        let bar = super::sign(selected, is_marked && row == 0);
        line.spans.insert(0, Span::styled(bar, theme.focus()));
        lines.push(line);
    }
    if let Some(last) = lines.last_mut()
        && view.query.is_empty()
    {
        let columns = columns.names + columns.words + 2;
        beside(last, passage(dossier, record), theme, columns);
    }
    let shown = format!("{speaker} {} {}", occasion(quote, dossier), &*quote.text);
    let reason = view.query.reason(dossier, record, &shown);
    lines.extend(reason.map(|reason| {
        let mut line = Line::raw(" ".repeat(columns.names + 1));
        line.extend(because(&reason, theme, columns.words));
        line
    }));
    lines
}

/// The part of a quote that there is room for.
struct Excerpt {
    words: String,
    hits: Vec<Range<usize>>,
    lines: Vec<Range<usize>>,
}

/// As many lines as fit: from the start, or from shortly before the first hit.
fn excerpt(quote: &Quote, view: &View<'_>, columns: usize, rows: usize) -> Excerpt {
    let mut hits = view.query.hits(&quote.text);
    let mut lines = wrap(&quote.text, columns);
    let cut = lines.len() > rows;
    if cut {
        let holds_hit = |line: &Range<usize>| hits.first().is_some_and(|hit| line.end > hit.start);
        let first = lines.iter().position(holds_hit).unwrap_or(0);
        // From the start, if the first hit shows there.
        let start = if first < rows { 0 } else { first - rows / 3 };
        let from = start.min(lines.len() - rows);
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

/// "\[2023\]  Session with Putin and Yathotou".
fn occasion(quote: &Quote, dossier: &Dossier) -> String {
    let event = quote.event.as_ref().map(|event| dossier.name(event));
    let mut parts: Vec<_> = quote
        .said
        .as_ref()
        .map(ToString::to_string)
        .into_iter()
        .collect();
    parts.push(event.unwrap_or_else(|| "occasion unknown".to_owned()));
    parts.join("  ")
}
