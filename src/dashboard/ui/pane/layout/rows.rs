//! The rows of a page: headings, running text, and named values.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Lines;
use crate::dashboard::ui::row::beside;
use crate::dashboard::ui::text::{clip, marked, pad, width, wrap};
use crate::describe::page::Row;

/// Columns for the labels of fields.
const LABELS: usize = 11;
/// Columns before the second line of a long value.
const HANG: usize = 2;

impl Lines<'_> {
    pub(super) fn row(&mut self, row: &Row) {
        match row {
            Row::Heading(text) => self.heading(text),
            Row::Body(text) => {
                // Paragraphs are told apart by a blank line.
                if self.in_body {
                    self.gap();
                }
                self.text(text, "", Style::new());
            }
            Row::Field {
                label, value, link, ..
            } => self.field(label, value, link.is_some()),
        }
        self.in_body = matches!(row, Row::Body(_));
    }

    /// What begins a part, in a rule.
    pub(super) fn heading(&mut self, text: &str) {
        let text = clip(&format!("─ {text} "), self.columns);
        let rule = "─".repeat(self.columns.saturating_sub(width(&text)));
        self.push(Line::from(vec![
            Span::styled(text, self.theme.strong()),
            Span::styled(rule, self.theme.quiet()),
        ]));
    }

    fn field(&mut self, label: &str, value: &str, leads: bool) {
        let labels = LABELS.min(self.columns / 3);
        let first = self.laid.len();
        let style = if leads {
            self.theme.link()
        } else {
            Style::new()
        };
        // The sign of a list needs less than a name.
        let is_name = label.starts_with(char::is_alphabetic);
        let margin = match width(label) {
            0 => "  ".to_owned(),
            1..=3 if !is_name => pad(label, 3) + " ",
            wide if wide > labels => format!("{label} "),
            _ => pad(label, labels) + " ",
        };
        if is_name && !leads && width(&margin) + width(value) > self.columns {
            self.long(value, &format!("{label} "));
        } else {
            self.text(value, &margin, style);
        }
        if leads {
            self.link(first);
        }
    }

    /// A value behind its label, of which the second line and those below it have the whole width.
    fn long(&mut self, value: &str, margin: &str) {
        let hits = self.hits(value);
        let columns = self.columns.saturating_sub(width(margin));
        let lines = hung(value, columns, self.columns.saturating_sub(HANG));
        for (row, range) in lines.into_iter().enumerate() {
            let is_hit = |hit: &Range<usize>| hit.start < range.end && hit.end > range.start;
            let hit = hits.iter().any(is_hit);
            let margin = match row {
                0 => margin.to_owned(),
                _ => " ".repeat(HANG),
            };
            let mut line = marked(value, range, &hits, Style::new(), self.theme.hit());
            line.spans.insert(0, Span::styled(margin, self.theme.dim()));
            self.push_hit(line, hit);
        }
    }

    /// A row that leads to a record, and what that is.
    pub(super) fn linked(&mut self, row: &Row, about: &[String]) {
        self.row(row);
        if let Some(last) = self.laid.last_mut() {
            beside(
                &mut last.line,
                about.iter().cloned(),
                self.theme,
                self.columns,
            );
        }
    }

    /// Values one behind the other, each with its label.
    pub(super) fn facts(&mut self, facts: &[(String, String)]) {
        let between = Span::styled(" · ", self.theme.dim());
        let mut line = Line::default();
        let mut hit = false;
        for (label, value) in facts {
            let label = format!("{label} ");
            let wide = width(&label) + width(value);
            if line.width() > 0 && line.width() + between.width() + wide > self.columns {
                self.push_hit(std::mem::take(&mut line), std::mem::take(&mut hit));
            }
            if wide > self.columns {
                self.text(value, &label, Style::new());
                continue;
            }
            if line.width() > 0 {
                line.spans.push(between.clone());
            }
            let hits = self.hits(value);
            let fact = marked(value, 0..value.len(), &hits, Style::new(), self.theme.hit());
            line.spans.push(Span::styled(label, self.theme.dim()));
            line.spans.extend(fact.spans);
            hit |= !hits.is_empty();
        }
        if line.width() > 0 {
            self.push_hit(line, hit);
        }
    }

    pub(super) fn push_hit(&mut self, line: Line<'static>, hit: bool) {
        self.push(line);
        if let Some(laid) = self.laid.last_mut() {
            laid.hit = hit;
        }
    }
}

/// Lines of which the first has another width than the rest.
fn hung(text: &str, first: usize, rest: usize) -> Vec<Range<usize>> {
    let mut lines = wrap(text, first);
    lines.truncate(1);
    let end = lines.first().map_or(0, |line| line.end);
    let more = text[end..].trim_start();
    let start = text.len() - more.len();
    if !more.is_empty() {
        let below = wrap(more, rest).into_iter();
        lines.extend(below.map(|line| line.start + start..line.end + start));
    }
    lines
}
