//! The parts of a reading as lines of a width.

mod rows;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::block::{Block, Chart, Paragraph, Period, Speech};
use crate::dashboard::ui::chart;
use crate::dashboard::ui::text::{clip, marked, pad, short_name, width, wrap};
use crate::dashboard::ui::theme::Theme;
use crate::search::Query;

/// Columns for the names of speakers.
const SPEAKERS: usize = 12;
/// Rows of a chart at most, and at least: below that the values in words tell more.
const CHART: (u16, u16) = (10, 6);

/// Columns for the number of a paragraph and the sign before it.
pub(super) fn margin(number: usize) -> usize {
    if number < 100 { 4 } else { 5 }
}

/// A line as it is laid out.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    pub(super) line: Line<'static>,
    /// The link that this line belongs to.
    pub(super) link: Option<usize>,
    /// The link that is drawn on this line, which may have begun on one above.
    pub(super) within: Option<usize>,
    /// It is where reading begins.
    pub(super) start: bool,
    /// It holds words that are looked for.
    pub(super) hit: bool,
    /// The part of a paragraph that it holds: the block, and bytes of its text.
    pub(super) words: Option<(usize, Range<usize>)>,
}

/// Lines that are laid out so far.
struct Lines<'a> {
    laid: Vec<Laid>,
    links: usize,
    queries: &'a [&'a Query],
    theme: Theme,
    columns: usize,
    /// Rows for a chart.
    chart: u16,
    /// The last row was running text.
    in_body: bool,
}

/// Lays out `blocks` in as many columns, and rows at a time, as `size` says, with what `queries` look for
/// marked.
pub(super) fn lay_out(
    blocks: &[Block],
    queries: &[&Query],
    theme: Theme,
    (columns, rows): (usize, u16),
) -> Vec<Laid> {
    let mut lines = Lines {
        laid: Vec::new(),
        links: 0,
        queries,
        theme,
        columns,
        chart: chart_rows(blocks, rows),
        in_body: false,
    };
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Row(row) => lines.row(row),
            Block::Linked(row, about) => lines.linked(row, about),
            Block::Facts(facts) => lines.facts(facts),
            Block::Paragraph(paragraph) => lines.paragraph(paragraph, at),
            Block::Head(text, None) => lines.heading(text),
            Block::Head(text, Some(_)) => {
                let first = lines.laid.len();
                lines.text(text, "", theme.strong());
                lines.link(first);
            }
            Block::Speech(speech) => lines.speech(speech),
            Block::Chart(chart) => lines.chart(chart),
            Block::Period(period) => lines.period(period),
            Block::Remark(text) => lines.text(text, "", theme.dim()),
            Block::Gap => lines.gap(),
        }
    }
    lines.laid
}

/// Rows for a chart: above a passage that is to be in view too it is lower.
fn chart_rows(blocks: &[Block], rows: u16) -> u16 {
    let is_start = |block: &Block| matches!(block, Block::Paragraph(one) if one.start);
    let share = if blocks.iter().any(is_start) {
        rows / 4
    } else {
        rows * 2 / 5
    };
    share.min(CHART.0)
}

impl Lines<'_> {
    fn push(&mut self, line: Line<'static>) {
        self.laid.push(Laid {
            line,
            link: None,
            within: None,
            start: false,
            hit: false,
            words: None,
        });
    }

    /// Makes the lines from this one to the last one a link.
    fn link(&mut self, at: usize) {
        let link = self.links;
        if let Some(laid) = self.laid.get_mut(at) {
            laid.link = Some(link);
            self.links += 1;
        }
        for laid in self.laid.iter_mut().skip(at) {
            laid.within = Some(link);
        }
    }

    /// A blank line, unless there is one already or nothing above.
    fn gap(&mut self) {
        if self.laid.last().is_some_and(|laid| laid.line.width() > 0) {
            self.push(Line::default());
        }
    }

    fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let mut hits: Vec<_> = self.queries.iter().flat_map(|q| q.hits(text)).collect();
        hits.sort_by_key(|hit| (hit.start, hit.end));
        hits
    }

    /// Running text behind `margin` on its first line, and as many blanks on the others.
    fn text(&mut self, text: &str, margin: &str, style: Style) {
        let hits = self.hits(text);
        self.wrapped(text, (&hits, &hits), margin, style, self.theme.hit());
    }

    /// Running text with some of its words marked, and which of them are looked for; returns the part of
    /// the text that each line holds.
    fn wrapped(
        &mut self,
        text: &str,
        (marks, hits): (&[Range<usize>], &[Range<usize>]),
        margin: &str,
        style: Style,
        mark: Style,
    ) -> Vec<Range<usize>> {
        let indent = width(margin);
        let lines = wrap(text, self.columns.saturating_sub(indent));
        for (row, range) in lines.iter().enumerate() {
            let is_hit = |hit: &Range<usize>| hit.start < range.end && hit.end > range.start;
            let hit = hits.iter().any(is_hit);
            let mut line = marked(text, range.clone(), marks, style, mark);
            if indent > 0 {
                let margin = if row == 0 {
                    margin.to_owned()
                } else {
                    " ".repeat(indent)
                };
                line.spans.insert(0, Span::styled(margin, self.theme.dim()));
            }
            self.push_hit(line, hit);
        }
        lines
    }

    fn paragraph(&mut self, paragraph: &Paragraph, block: usize) {
        let first = self.laid.len();
        let indent = margin(paragraph.number);
        let margin = pad(&format!("¶{}", paragraph.number), indent);
        let (style, mark) = if paragraph.meant {
            (Style::new(), self.theme.cited())
        } else {
            (self.theme.dim(), self.theme.cited_beside())
        };
        let hits = self.hits(&paragraph.text);
        let marks = if hits.is_empty() {
            &paragraph.marks
        } else {
            &hits
        };
        let words = paragraph.marks.first().map_or(0, |mark| mark.start);
        let lines = self.wrapped(&paragraph.text, (marks, &hits), &margin, style, mark);
        let line = lines.iter().position(|line| line.end > words).unwrap_or(0);
        if let Some(laid) = self.laid.get_mut(first + line) {
            laid.start = paragraph.start;
        }
        for (laid, range) in self.laid[first..].iter_mut().zip(lines) {
            laid.words = Some((block, range));
        }
        for (title, _) in &paragraph.records {
            let at = self.laid.len();
            let title = clip(title, self.columns.saturating_sub(indent));
            let margin = Span::raw(" ".repeat(indent));
            self.push(Line::from(vec![
                margin,
                Span::styled(title, self.theme.link()),
            ]));
            self.link(at);
        }
    }

    fn speech(&mut self, speech: &Speech) {
        let first = self.laid.len();
        let theme = self.theme;
        if speech.meant {
            let parts: Vec<_> = [&*speech.speaker, &*speech.role]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            self.text(&parts.join(", "), "", theme.link());
            if let Some(laid) = self.laid.get_mut(first) {
                laid.start = true;
            }
            if speech.who.is_some() {
                self.link(first);
            }
        }
        let names = SPEAKERS.min(self.columns / 4);
        let name = short_name(&speech.speaker, names);
        let margin = pad(&name, names) + " ";
        let style = if speech.meant {
            Style::new()
        } else {
            theme.dim()
        };
        let text_at = self.laid.len();
        self.text(&speech.text, &margin, style);
        if let Some(laid) = self.laid.get_mut(text_at) {
            let style = if speech.meant {
                theme.strong()
            } else {
                theme.link()
            };
            let blank = " ".repeat(width(&margin) - width(&name));
            laid.line.spans[0] = Span::raw(blank);
            laid.line.spans.insert(0, Span::styled(name, style));
        }
        if !speech.meant {
            self.link(text_at);
        }
    }

    fn period(&mut self, period: &Period) {
        let theme = self.theme;
        let first = self.laid.len();
        let margin = format!(
            "{} {} ",
            pad(&period.period, width(&period.period).max(8)),
            period.shape
        );
        let mut text = period.value.clone();
        for part in [&period.known, &period.verdict, &period.source] {
            if !part.is_empty() {
                text += " · ";
                text += part;
            }
        }
        let style = if period.meant {
            theme.strong()
        } else {
            theme.link()
        };
        let sign = if period.doubtful {
            vec![sign_range(&text)]
        } else {
            Vec::new()
        };
        let hits = self.hits(&text);
        self.wrapped(&text, (&sign, &hits), &margin, style, theme.warn());
        if let Some(laid) = self.laid.get_mut(first) {
            laid.start = period.start;
        }
        if !period.meant {
            self.link(first);
        }
    }

    /// The chart is drawn as a picture of its own, whose rows are taken over.
    fn chart(&mut self, chart: &Chart) {
        let Ok(columns) = u16::try_from(self.columns) else {
            return;
        };
        if self.chart < CHART.1 {
            return;
        }
        let area = Rect::new(0, 0, columns, self.chart);
        let mut buf = Buffer::empty(area);
        chart::plot(
            &chart.points,
            chart.selected,
            chart.scale,
            self.theme,
            area,
            &mut buf,
        );
        for y in 0..self.chart {
            let cells = (0..columns).filter_map(|x| buf.cell((x, y)));
            let spans: Vec<_> = cells
                .map(|cell| Span::styled(cell.symbol().to_owned(), cell.style()))
                .collect();
            self.push(Line::from(spans));
        }
        self.push(Line::default());
    }
}

/// Where the sign of a contest is in a line of the table.
fn sign_range(text: &str) -> Range<usize> {
    let signs = ['≠', '?'];
    let found = text.char_indices().find(|(_, c)| signs.contains(c));
    found.map_or(0..0, |(at, c)| at..at + c.len_utf8())
}
