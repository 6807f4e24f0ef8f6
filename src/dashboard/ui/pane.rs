//! The reading pane: what is selected, written out in full with its passage, and links to follow. What
//! was opened before is kept to go back to.

mod block;
mod footer;
mod layout;
mod selection;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::theme::Theme;
use crate::dashboard::action::Step;
use crate::describe::page::Subject;
use crate::dossier::{Evidence, Id};
use crate::search::Query;
pub use block::{Block, Chart, Paragraph, Period, Speech};
use footer::footer;
use layout::{Laid, lay_out};
use selection::Words;
pub use selection::{Chosen, Toward};

/// Lines of what is meant that are in view when reading begins.
const MEANT: usize = 6;
/// Lines by which a wheel scrolls.
const WHEEL: usize = 3;

/// What the pane shows of one subject.
#[derive(Debug)]
pub struct Reading {
    /// What it is about; none for what is about many records.
    pub subject: Option<Subject>,
    /// Its title, for the border.
    pub title: String,
    /// What it is and where it is kept, for the border.
    pub place: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// What may be written of it: the advice in a word, and the sentence.
    pub write: Option<(String, String)>,
    /// The source whose text it shows, of which words can be selected.
    pub text: Option<Id>,
}

/// A reading, and where the reader is in it.
#[derive(Debug)]
struct Visit {
    reading: Reading,
    /// The selected link, counted from the top.
    link: usize,
    /// The first line that is shown; none as long as nobody has moved.
    top: Option<usize>,
    /// Where reading begins, until somebody moves.
    begins: usize,
    /// The lines, for the size and searches that they were laid out for.
    laid: Option<LaidOut>,
    /// Words of its text that are being selected.
    words: Option<Words>,
}

/// The lines, with the size and the searches that they were laid out for.
type LaidOut = ((usize, u16), [Query; 2], Vec<Laid>);

/// What is read, and what was read before it.
#[derive(Debug, Default)]
pub struct Pane {
    visits: Vec<Visit>,
    /// Rows of the last drawing: what a page is.
    rows: usize,
}

impl Pane {
    /// Shows another subject, with nothing to go back to.
    pub fn show(&mut self, reading: Option<Reading>) {
        self.visits.clear();
        if let Some(reading) = reading {
            self.open(reading);
        }
    }

    /// Opens another reading; the one before is kept to go back to.
    pub fn open(&mut self, reading: Reading) {
        self.visits.push(Visit {
            reading,
            link: 0,
            top: None,
            begins: 0,
            laid: None,
            words: None,
        });
    }

    /// The reading that the selection shows.
    pub fn root(&self) -> Option<Subject> {
        self.visits.first()?.reading.subject
    }

    /// Is there nothing to read?
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty()
    }

    /// What is in front.
    pub fn subject(&self) -> Option<Subject> {
        self.visits.last()?.reading.subject
    }

    /// Back to the reading that the selection shows.
    pub fn leave(&mut self) {
        self.visits.truncate(1);
    }

    /// Goes back; false when there is nothing to go back to.
    pub fn back(&mut self) -> bool {
        let deep = self.visits.len() > 1;
        if deep {
            self.visits.pop();
        }
        deep
    }

    /// How many readings there are to go back to.
    pub fn depth(&self) -> usize {
        self.visits.len().saturating_sub(1)
    }

    /// The title for the border, and what it is.
    pub fn heading(&self) -> (&str, String) {
        let Some(visit) = self.visits.last() else {
            return ("", String::new());
        };
        let place = match self.depth() {
            0 => visit.reading.place.clone(),
            depth => format!("{} · {depth} back", visit.reading.place),
        };
        (&visit.reading.title, place)
    }

    /// The evidence that the selected link tells of, or else the first of the reading.
    pub fn evidence(&self) -> Option<&Evidence> {
        let visit = self.visits.last()?;
        let links = || visit.links();
        let chosen = links().nth(visit.link).and_then(|(_, evidence)| evidence);
        chosen.or_else(|| links().find_map(|(_, evidence)| evidence))
    }

    /// What the selected link leads to, and the evidence that it tells of.
    pub fn target(&self) -> Option<(Subject, Option<Evidence>)> {
        let visit = self.visits.last()?;
        let (subject, evidence) = visit.links().nth(visit.link)?;
        Some((subject, evidence.cloned()))
    }

    /// Moves: to the next link if it is on the screen, else by a line.
    pub fn step(&mut self, step: Step) {
        let rows = self.rows.max(1);
        if let Some(visit) = self.visits.last_mut() {
            visit.step(step, rows);
        }
    }

    /// Selects the link at a row of the pane; false when there is none.
    pub fn point(&mut self, row: u16) -> bool {
        let (row, rows) = (usize::from(row), self.rows);
        let visit = self.visits.last_mut().filter(|_| row < rows);
        visit.is_some_and(|visit| {
            let link = visit
                .laid()
                .get(visit.top() + row)
                .and_then(|laid| laid.within);
            visit.link = link.unwrap_or(visit.link);
            link.is_some()
        })
    }

    /// Scrolls by as many lines as a wheel does.
    pub fn scroll(&mut self, down: bool) {
        let rows = self.rows.max(1);
        if let Some(visit) = self.visits.last_mut() {
            visit.scroll(down, rows);
        }
    }

    /// To the next link or the one before, from either end to the other.
    pub fn turn(&mut self, forward: bool) {
        let rows = self.rows.max(1);
        let Some(visit) = self.visits.last_mut() else {
            return;
        };
        let count = visit.links().count();
        if count > 0 {
            let by = if forward { 1 } else { count - 1 };
            visit.link = (visit.link + by) % count;
            visit.reveal(rows);
        }
    }

    /// To the next line with words that are looked for, or the one before.
    pub fn turn_hit(&mut self, forward: bool) {
        if let Some(visit) = self.visits.last_mut() {
            visit.turn_hit(forward, self.rows.max(1));
        }
    }

    /// Draws what is read, with what `queries` look for marked; the keys go to it if it is `inside`.
    pub fn draw(
        &mut self,
        queries: [&Query; 2],
        inside: bool,
        theme: Theme,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let Some(visit) = self.visits.last_mut() else {
            return;
        };
        let foot = footer(visit.reading.write.as_ref(), theme, area);
        let height = area.height - u16::try_from(foot.len()).unwrap_or(0).min(area.height);
        let body = Rect { height, ..area };
        self.rows = height.into();
        visit.draw(queries, inside, theme, body, buf);
        for (y, line) in (body.bottom()..area.bottom()).zip(foot) {
            let height = 1;
            line.render(Rect { y, height, ..area }, buf);
        }
    }
}

impl Visit {
    /// What it leads to, from top to bottom.
    fn links(&self) -> impl Iterator<Item = (Subject, Option<&Evidence>)> {
        self.reading.blocks.iter().flat_map(Block::links)
    }

    fn laid(&self) -> &[Laid] {
        self.laid.as_ref().map_or(&[], |(_, _, laid)| laid)
    }

    fn row_of(&self, link: usize) -> Option<usize> {
        self.laid().iter().position(|laid| laid.link == Some(link))
    }

    fn top(&self) -> usize {
        self.top.unwrap_or(self.begins)
    }

    /// Scrolls as little as needed to show the selected link.
    fn reveal(&mut self, rows: usize) {
        if let Some(row) = self.row_of(self.link) {
            let top = self.top().max((row + 1).saturating_sub(rows)).min(row);
            self.top = Some(top);
        }
    }

    fn step(&mut self, step: Step, rows: usize) {
        let last = self.laid().len().saturating_sub(rows);
        let top = self.top();
        let shown = |row: usize| (top..top + rows).contains(&row);
        let near = |row: usize| (top.saturating_sub(1)..=top + rows).contains(&row);
        let here = self.row_of(self.link).is_some_and(shown);
        let other = match step {
            Step::Down => Some(self.link + 1),
            Step::Up => self.link.checked_sub(1),
            _ => None,
        };
        if let Some(link) = other.filter(|link| here && self.row_of(*link).is_some_and(near)) {
            self.link = link;
            return self.reveal(rows);
        }
        let to = match step {
            Step::Down => top + 1,
            Step::Up => top.saturating_sub(1),
            Step::HalfDown => top + rows / 2,
            Step::HalfUp => top.saturating_sub(rows / 2),
            Step::PageDown => top + rows.saturating_sub(1).max(1),
            Step::PageUp => top.saturating_sub(rows.saturating_sub(1).max(1)),
            Step::First => 0,
            Step::Last => last,
        };
        let top = to.min(last);
        self.top = Some(top);
        self.follow(top, rows, step);
    }

    fn scroll(&mut self, down: bool, rows: usize) {
        let last = self.laid().len().saturating_sub(rows);
        let (asked, step) = if down {
            (self.top() + WHEEL, Step::Down)
        } else {
            (self.top().saturating_sub(WHEEL), Step::Up)
        };
        let top = asked.min(last);
        self.top = Some(top);
        self.follow(top, rows, step);
    }

    /// The selection follows the scrolling, so that Enter follows what is seen.
    fn follow(&mut self, top: usize, rows: usize, step: Step) {
        let count = self.links().count();
        let shown = |row: usize| (top..top + rows).contains(&row);
        match step {
            Step::First => self.link = 0,
            Step::Last => self.link = count.saturating_sub(1),
            _ if self.row_of(self.link).is_some_and(shown) => {}
            _ => {
                let mut seen = (0..count).filter(|link| self.row_of(*link).is_some_and(shown));
                if let Some(link) = seen.next() {
                    self.link = link;
                }
            }
        }
    }

    fn turn_hit(&mut self, forward: bool, rows: usize) {
        let top = self.top();
        let is_hit = |(_, laid): &(usize, &Laid)| laid.hit;
        let hits: Vec<_> = self
            .laid()
            .iter()
            .enumerate()
            .filter(is_hit)
            .map(|(at, _)| at)
            .collect();
        let found = if forward {
            let next = hits.iter().find(|at| **at > top);
            next.or(hits.first())
        } else {
            let before = hits.iter().rev().find(|at| **at < top);
            before.or(hits.last())
        };
        if let Some(at) = found {
            let last = self.laid().len().saturating_sub(rows);
            self.top = Some((*at).min(last));
        }
    }

    /// Lays it out, unless that was done for the same width and searches.
    fn prepare(&mut self, queries: [&Query; 2], theme: Theme, size: (usize, u16)) {
        let is_same = |laid: &LaidOut| laid.0 == size && laid.1.each_ref() == queries;
        if !self.laid.as_ref().is_some_and(is_same) {
            let lines = lay_out(&self.reading.blocks, &queries, theme, size);
            self.laid = Some((size, queries.map(Clone::clone), lines));
        }
    }

    fn draw(
        &mut self,
        queries: [&Query; 2],
        inside: bool,
        theme: Theme,
        area: Rect,
        buf: &mut Buffer,
    ) {
        self.prepare(queries, theme, (area.width.into(), area.height));
        let rows = usize::from(area.height);
        let last = self.laid().len().saturating_sub(rows);
        if self.top.is_none() {
            self.begin(rows);
        }
        self.reveal_words(rows);
        let top = self.top().min(last);
        self.top = self.top.map(|_| top);
        let more = self.laid().len() > top + rows;
        let selected = Some(self.link).filter(|_| inside && self.words.is_none());
        for (y, laid) in (area.y..area.bottom()).zip(self.laid().iter().skip(top)) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            (&laid.line).render(row, buf);
            if selected.is_some() && laid.link == selected {
                buf.set_style(row, theme.selected());
            }
            self.draw_words(laid, theme, row, buf);
        }
        if more && area.width > 8 {
            let x = area.right() - 2;
            let style = Style::reset().patch(theme.strong());
            buf.set_string(x, area.bottom().saturating_sub(1), " ↓", style);
        }
    }

    /// Reading begins at the top, unless what is meant would not be in view; of the links the first that
    /// is not above it is selected.
    fn begin(&mut self, rows: usize) {
        let start = self.laid().iter().position(|laid| laid.start).unwrap_or(0);
        let links = self.laid().iter().skip(start).filter_map(|laid| laid.link);
        self.link = links.min().unwrap_or(0);
        let seen = MEANT.min(rows * 2 / 3).max(1);
        self.begins = (start + seen).saturating_sub(rows).min(start);
        // What is scrolled away takes the blank line below it along.
        let below = self.laid().iter().skip(self.begins);
        let blank = below.take_while(|laid| laid.line.width() == 0).count();
        self.begins += if self.begins > 0 { blank } else { 0 };
    }
}
