//! The list of the sentences of a text, each with its gravest verdict.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::tone::Tone;
use super::{LINES, List, Row, Target, columns, row_line};
use crate::dashboard::action::ListId;
use crate::dashboard::ui::text::{clip, marked, pad, width, wrap};
use crate::dashboard::ui::theme::Theme;
use crate::dashboard::ui::verdict::{sign, word};
use crate::dossier::text::clean_line;
use crate::search::Query;
use crate::vet::{Checked, Judged, Verdict};

/// Bytes of a sentence that are listed: no screen is wider.
const SHOWN: usize = 500;

/// Columns before the second line of a sentence, where there is little room.
const INDENT: usize = 4;
/// From so many columns for a sentence on its second line is below the first.
const ALIGNED: usize = 40;

impl List {
    /// The sentences of the text that is called `name`.
    pub fn text(name: &str, text: &Checked) -> Self {
        let all = &text.sentences;
        let last = all.last().map_or(0, |last| last.paragraph);
        let numbers = width(&format!("¶{last}"));
        let rows = all
            .iter()
            .enumerate()
            .map(|(at, one)| row(at, one, numbers))
            .collect();
        Self {
            summary: summary(text),
            ..Self::new(ListId::Text, name, rows)
        }
    }

    /// The rows from the first in view on, moved as little as needed to show all of `needed`.
    pub(super) fn in_view(
        &mut self,
        needed: &Range<usize>,
        left: usize,
        area: Rect,
    ) -> Range<usize> {
        let count = self.shown.len();
        let first = self.first_before(needed.end, left, area);
        let last = self.first_before(count, left, area);
        let top = self.scroll.top().min(needed.start).max(first).min(last);
        self.scroll.set_top(top);
        top..count
    }

    /// The lines of a row of those shown.
    pub(super) fn lines(
        &self,
        at: usize,
        left: usize,
        query: &Query,
        theme: Theme,
        width: u16,
    ) -> Vec<Line<'static>> {
        match self.row(at) {
            Row::Item {
                left: first,
                right,
                tone,
                ..
            } if self.id == ListId::Text => {
                let styles = (tone.styles(theme), theme);
                Self::sentence([first, right], left, query, styles, width)
            }
            row => vec![row_line(row, left, query, theme, width)],
        }
    }

    /// A sentence beside its verdict, and what does not fit there below it.
    fn sentence(
        [verdict, sentence]: [&str; 2],
        left: usize,
        query: &Query,
        (styles, theme): ([Style; 2], Theme),
        area: u16,
    ) -> Vec<Line<'static>> {
        let line =
            |sentence: &str| columns([verdict, sentence], left, query, (styles, theme), area);
        if !wraps(sentence, left, area) {
            return vec![line(sentence)];
        }
        let first = wrap(sentence, beside(left, area)).into_iter().next();
        let end = first.map_or(0, |first| first.end);
        let indent = if beside(left, area) < ALIGNED {
            INDENT
        } else {
            left + 4
        };
        let rest = clip(
            sentence[end..].trim_start(),
            usize::from(area).saturating_sub(indent),
        );
        let hits = query.hits(&rest);
        let mut below = marked(&rest, 0..rest.len(), &hits, styles[1], theme.hit());
        below.spans.insert(0, Span::raw(" ".repeat(indent)));
        vec![line(&sentence[..end]), below]
    }

    /// The first of the rows that there is room for before the row `end`.
    fn first_before(&self, end: usize, left: usize, area: Rect) -> usize {
        let mut lines = 0;
        let fits = |at: &usize| {
            lines += match self.row(*at) {
                Row::Item { right, .. } if wraps(right, left, area.width) => LINES,
                _ => 1,
            };
            lines <= usize::from(area.height)
        };
        let first = (0..end).rev().take_while(fits).last();
        first.unwrap_or(end.saturating_sub(1))
    }
}

/// Columns for a sentence beside its verdict.
fn beside(left: usize, columns: u16) -> usize {
    usize::from(columns).saturating_sub(left + 4)
}

/// Does a sentence need a second line?
fn wraps(sentence: &str, left: usize, columns: u16) -> bool {
    width(sentence) > beside(left, columns)
}

fn row(at: usize, one: &Judged, numbers: usize) -> Row {
    let number = if one.begins {
        format!("¶{}", one.paragraph)
    } else {
        String::new()
    };
    let verdict = one
        .verdict()
        .map(|verdict| {
            let sign = sign(verdict, one.is_problem());
            format!("{sign} {}", word(verdict))
        })
        .unwrap_or_default();
    let start = &one.words[..one.words.floor_char_boundary(SHOWN)];
    Row::Item {
        left: format!("{} {verdict}", pad(&number, numbers)),
        right: clean_line(start),
        target: Some(Target::Sentence(at)),
        found_by: one.found_by.clone(),
        tone: tone(one),
    }
}

fn tone(one: &Judged) -> Tone {
    match one.verdict() {
        None => Tone::Quiet,
        Some(Verdict::Contested) => Tone::Warning,
        Some(_) if one.is_problem() => Tone::Alarm,
        Some(_) => Tone::Plain,
    }
}

/// "41 sentences: 2 contradicted, 3 contested, 30 supported, 6 with nothing to check".
fn summary(text: &Checked) -> String {
    let total = text.sentences.len();
    let sentences = match total {
        1 => "1 sentence".to_owned(),
        _ => format!("{total} sentences"),
    };
    let verdicts = text.counts();
    if verdicts.is_empty() {
        return format!("nothing to check in {sentences}");
    }
    let unchecked = total - verdicts.iter().map(|(_, count)| count).sum::<usize>();
    let counts = verdicts
        .into_iter()
        .map(|(verdict, count)| format!("{count} {}", word(verdict)));
    let rest = (unchecked > 0).then(|| format!("{unchecked} with nothing to check"));
    let parts: Vec<String> = counts.chain(rest).collect();
    format!("{sentences}: {}", parts.join(", "))
}
