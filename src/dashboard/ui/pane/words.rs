//! Words of a source's text, selected in the pane.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::block::{Block, Paragraph};
use super::layout::{Laid, margin};
use super::selection::{Chosen, Toward, Words};
use super::{Pane, Visit};
use crate::dashboard::ui::text::width;
use crate::dashboard::ui::theme::Theme;
use crate::verify;

impl Pane {
    /// Does it show a text of which words can be selected?
    pub fn has_text(&self) -> bool {
        self.visits
            .last()
            .is_some_and(|visit| visit.reading.text.is_some())
    }

    /// Are words being selected?
    pub fn is_selecting(&self) -> bool {
        self.visits
            .last()
            .is_some_and(|visit| visit.words.is_some())
    }

    /// Was it said where the selection begins?
    pub fn is_from_here(&self) -> bool {
        let words = self.visits.last().and_then(|visit| visit.words.as_ref());
        words.is_some_and(|words| words.from.is_some())
    }

    /// The words that are selected.
    pub fn chosen(&self) -> Option<Chosen> {
        let visit = self.visits.last()?;
        let words = visit.words.as_ref()?;
        Some(Chosen {
            source: visit.reading.text.clone()?,
            paragraph: visit.paragraph(words.block)?.number,
            places: words.places(),
            of: words.all.len(),
        })
    }

    /// Begins to select, at the first word that is in view; while words are selected, fixes where they
    /// begin, or lets go of it. False where there are no words.
    pub fn select_words(&mut self) -> bool {
        let rows = self.rows.max(1);
        let Some(visit) = self.visits.last_mut() else {
            return false;
        };
        match &mut visit.words {
            Some(words) => {
                words.from = match words.from {
                    None => Some(words.at),
                    Some(_) => None,
                };
            }
            None => visit.words = visit.first_in_view(rows),
        }
        visit.reveal_words(rows);
        visit.words.is_some()
    }

    /// Selects from the word at one cell, a column and a row of the pane, to that at another, if both are
    /// in one paragraph.
    pub fn select_between(&mut self, from: (usize, usize), to: (usize, usize)) {
        let Some(visit) = self
            .visits
            .last_mut()
            .filter(|visit| visit.reading.text.is_some())
        else {
            return;
        };
        let both = visit.word_under(from).zip(visit.word_under(to));
        let Some(((block, from), (_, at))) = both.filter(|(from, to)| from.0 == to.0) else {
            return;
        };
        let words = visit.words_at(block, 0);
        let from = Some(from);
        visit.words = words.map(|words| Words { at, from, ..words });
    }

    /// Stops selecting.
    pub fn leave_words(&mut self) {
        if let Some(visit) = self.visits.last_mut() {
            visit.words = None;
        }
    }

    /// The first line that is shown, if somebody has moved.
    pub fn top(&self) -> Option<usize> {
        self.visits.last()?.top
    }

    /// Shows from that line on.
    pub fn stay_at(&mut self, top: Option<usize>) {
        if let Some(visit) = self.visits.last_mut() {
            visit.top = top;
        }
    }

    /// Takes the selection to another word.
    pub fn move_words(&mut self, toward: Toward) {
        let rows = self.rows.max(1);
        if let Some(visit) = self.visits.last_mut() {
            visit.move_words(toward);
            visit.reveal_words(rows);
        }
    }
}

impl Visit {
    fn paragraph(&self, block: usize) -> Option<&Paragraph> {
        match self.reading.blocks.get(block)? {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        }
    }

    /// The first word that is looked for, if one is in view; else the first of the paragraph that is meant,
    /// if that is in view; else of the first line of text from the top of the view on, else of all.
    fn first_in_view(&self, rows: usize) -> Option<Words> {
        self.reading.text.as_ref()?;
        let from = |top: usize| {
            let lines = self.laid().iter().skip(top);
            lines.filter_map(|laid| laid.words.as_ref())
        };
        if let Some(hit) = self.hit_in_view(rows) {
            return Some(hit);
        }
        let is_meant = |block: usize| self.paragraph(block).is_some_and(|one| one.meant);
        let in_view = self
            .laid()
            .iter()
            .skip(self.top())
            .take(rows)
            .filter_map(|laid| laid.words.as_ref());
        let meant = in_view.filter(|(block, _)| is_meant(*block));
        let mut lines = meant.chain(from(self.top())).chain(from(0));
        lines.find_map(|(block, line)| self.words_at(*block, line.start))
    }

    /// The first word in view that is looked for.
    fn hit_in_view(&self, rows: usize) -> Option<Words> {
        let (_, queries, lines) = self.laid.as_ref()?;
        let in_view = lines.iter().skip(self.top()).take(rows);
        in_view
            .filter(|laid| laid.hit)
            .filter_map(|laid| laid.words.as_ref())
            .find_map(|(block, line)| {
                let text = &self.paragraph(*block)?.text;
                let hits = queries.iter().flat_map(|query| query.hits(text));
                let here = hits.filter(|hit| line.contains(&hit.start));
                let start = here.map(|hit| hit.start).min()?;
                let words = self.words_at(*block, 0)?;
                let at = words.all.iter().position(|word| word.end > start)?;
                Some(Words { at, ..words })
            })
    }

    /// A selection of the first word of a paragraph from byte `start` on.
    fn words_at(&self, block: usize, start: usize) -> Option<Words> {
        let all = verify::words(&self.paragraph(block)?.text);
        let at = all.iter().position(|word| word.start >= start)?;
        Some(Words {
            block,
            all,
            at,
            from: None,
        })
    }

    /// The paragraph and the word at a column and a row of the pane.
    fn word_under(&self, (column, row): (usize, usize)) -> Option<(usize, usize)> {
        let (block, line) = self.laid().get(self.top() + row)?.words.clone()?;
        let column = column.saturating_sub(margin(self.paragraph(block)?.number));
        Some((block, self.word_near(block, &line, column)?))
    }

    fn move_words(&mut self, toward: Toward) {
        let Some(words) = &mut self.words else {
            return;
        };
        let last = words.all.len().saturating_sub(1);
        match toward {
            Toward::Left if words.at > 0 => words.at -= 1,
            Toward::Right if words.at < last => words.at += 1,
            _ if words.from.is_some() && matches!(toward, Toward::Left | Toward::Right) => {}
            Toward::Left | Toward::Up => self.turn_line(toward, false),
            Toward::Right | Toward::Down => self.turn_line(toward, true),
        }
    }

    /// To the next line that has words, or the one before; by a word rather than a line to its near end.
    fn turn_line(&mut self, toward: Toward, down: bool) {
        let Some((row, column)) = self.words_row() else {
            return;
        };
        let Some(words) = &self.words else {
            return;
        };
        let (block, fixed) = (words.block, words.from.is_some());
        let column = match toward {
            Toward::Left => usize::MAX,
            Toward::Right => 0,
            Toward::Up | Toward::Down => column,
        };
        let count = self.laid().len();
        let next = |by: usize| {
            if down {
                Some(row + by)
            } else {
                row.checked_sub(by)
            }
        };
        let rows = (1..=count).map_while(next).filter(|row| *row < count);
        let found = rows.into_iter().find_map(|row| {
            let (other, line) = self.laid()[row].words.clone()?;
            if fixed && other != block {
                return None;
            }
            Some((other, self.word_near(other, &line, column)?))
        });
        let Some((block, at)) = found else {
            return;
        };
        let from = self.words.as_ref().and_then(|words| words.from);
        let words = self.words_at(block, 0);
        self.words = words.map(|words| Words { at, from, ..words });
    }

    /// The last word of a line that begins at a column or before it, or else the first.
    fn word_near(&self, block: usize, line: &Range<usize>, column: usize) -> Option<usize> {
        let text = &self.paragraph(block)?.text;
        let words = verify::words(text);
        let here = words
            .iter()
            .enumerate()
            .filter(|(_, word)| line.contains(&word.start));
        let first = here.clone().next()?.0;
        let mut near = here.filter(|(_, word)| width(&text[line.start..word.start]) <= column);
        Some(near.next_back().map_or(first, |(at, _)| at))
    }

    /// The line of the word where the selection ends, and the column of the word in it.
    fn words_row(&self) -> Option<(usize, usize)> {
        let words = self.words.as_ref()?;
        let start = words.all.get(words.at)?.start;
        let text = &self.paragraph(words.block)?.text;
        self.laid().iter().enumerate().find_map(|(row, laid)| {
            let (block, line) = laid.words.as_ref()?;
            let here = *block == words.block && line.contains(&start);
            here.then(|| (row, width(&text[line.start..start])))
        })
    }

    /// Scrolls as little as needed to show the word where the selection ends.
    pub(super) fn reveal_words(&mut self, rows: usize) {
        if let Some((row, _)) = self.words_row() {
            let top = self.top().max((row + 1).saturating_sub(rows)).min(row);
            self.top = Some(top);
        }
    }

    /// Marks what is selected of a line.
    pub(super) fn draw_words(&self, laid: &Laid, theme: Theme, row: Rect, buf: &mut Buffer) {
        let marked = || {
            let words = self.words.as_ref()?;
            let (block, line) = laid.words.as_ref()?;
            let bytes = words.bytes().filter(|_| *block == words.block)?;
            let range = bytes.start.max(line.start)..bytes.end.min(line.end);
            let paragraph = self.paragraph(*block)?;
            let text = &paragraph.text;
            let before = margin(paragraph.number) + width(text.get(line.start..range.start)?);
            Some((before, width(text.get(range)?)))
        };
        let Some((before, columns)) = marked() else {
            return;
        };
        let fit = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        let x = row.x.saturating_add(fit(before));
        let area = Rect {
            x,
            width: fit(columns),
            ..row
        };
        buf.set_style(area.intersection(row), theme.selected());
    }
}
