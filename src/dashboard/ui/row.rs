//! A row of a list: what it is called, and where that does not show why it was found, the words that do.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{clip, marked, width};
use super::theme::Theme;
use crate::dossier::{Dossier, Ref};
use crate::search::{Query, Reason};

/// A reason that has less room says nothing.
const LEAST: usize = 12;
/// Columns at least between the two ends of a line.
const GAP: usize = 2;

/// A title with its hits marked, in at most `columns`; behind it the field in which `record` was found, if
/// `shown`, all that the row says, does not have it.
pub fn titled(
    (title, shown): (&str, &str),
    (dossier, record): (&Dossier, Ref),
    query: &Query,
    theme: Theme,
    columns: usize,
) -> Vec<Span<'static>> {
    let reason = query.reason(dossier, record, shown);
    let needed = reason.as_ref().map_or(0, |reason| {
        width(&reason.field) + width(&reason.text) + " · : ".len()
    });
    // At least half is the title's.
    let room = columns.saturating_sub(needed).max(columns.div_ceil(2));
    let title = clip(title, room);
    let hits = query.hits(&title);
    let mut spans = marked(&title, 0..title.len(), &hits, Style::new(), theme.hit()).spans;
    let left = columns.saturating_sub(width(&title));
    if let Some(reason) = reason.filter(|_| left >= LEAST) {
        spans.extend(because(&reason, theme, left));
    }
    spans
}

/// Puts at the right end of a line of `columns` as many of `parts` as leave a gap behind what it says
/// already: the first of them in any case, the others before it.
pub fn beside(
    line: &mut Line<'static>,
    parts: impl IntoIterator<Item = String>,
    theme: Theme,
    columns: usize,
) {
    let (text, _) = joined(parts, columns.saturating_sub(line.width() + GAP));
    at_end(line, text, theme, columns);
}

/// The same of counts that are those of a whole together: before some of them, `…` stands for the others.
/// Where there is room for none, the sign alone would say nothing.
pub fn counts_beside(line: &mut Line<'static>, counts: &[String], theme: Theme, columns: usize) {
    const REST: &str = "… · ";
    let room = columns.saturating_sub(line.width() + GAP);
    let (mut text, is_all) = joined(counts.iter().cloned(), room);
    if !is_all && room > 0 {
        let (some, _) = joined(counts.iter().cloned(), room.saturating_sub(width(REST)));
        text = match &*some {
            "" => String::new(),
            some => format!("{REST}{some}"),
        };
    }
    at_end(line, text, theme, columns);
}

/// As many of the parts as have room, the first of them last; and are these all?
fn joined(parts: impl IntoIterator<Item = String>, room: usize) -> (String, bool) {
    let (mut text, mut is_all) = (String::new(), true);
    for part in parts {
        let next = match &*text {
            "" => part,
            after => format!("{part} · {after}"),
        };
        if width(&next) <= room {
            text = next;
        } else {
            is_all = false;
        }
    }
    (text, is_all)
}

fn at_end(line: &mut Line<'static>, text: String, theme: Theme, columns: usize) {
    if !text.is_empty() {
        let blank = columns - line.width() - width(&text);
        line.spans.push(Span::raw(" ".repeat(blank)));
        line.spans.push(Span::styled(text, theme.dim()));
    }
}

/// " · summary: … the words", in at most `columns`: as much of it as leaves room for the first hit.
pub fn because(reason: &Reason, theme: Theme, columns: usize) -> Vec<Span<'static>> {
    let Some(first) = reason.hits.first() else {
        return Vec::new();
    };
    let named = format!(" · {}: ", reason.field);
    let cut = if first.start > 0 { "…" } else { "" };
    let ways = [
        (&*named, "", 0),
        (&*named, cut, first.start),
        (" · ", cut, first.start),
    ];
    let fits = |(lead, cut, from): &(&str, &str, usize)| {
        width(lead) + width(cut) + width(&reason.text[*from..first.end]) < columns
    };
    let (before, cut, from) = ways.into_iter().find(fits).unwrap_or(ways[2]);
    let lead = format!("{before}{cut}");
    let text = clip(&format!("{lead}{}", &reason.text[from..]), columns);
    let end = text.strip_suffix('…').unwrap_or(&text).len();
    let hits: Vec<_> = reason
        .hits
        .iter()
        .map(|hit| placed(hit, from, lead.len(), end))
        .filter(|hit| hit.start < hit.end)
        .collect();
    marked(&text, 0..text.len(), &hits, theme.dim(), theme.hit()).spans
}

/// Where a hit is in a text that begins at `from`, behind so many bytes, and is cut at `end`.
fn placed(hit: &Range<usize>, from: usize, lead: usize, end: usize) -> Range<usize> {
    let at = |place: usize| (place.saturating_sub(from) + lead).min(end);
    at(hit.start)..at(hit.end)
}
