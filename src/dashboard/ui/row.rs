//! A row of a list: what it is called, and where that does not show why it was found, the words that do.

use ratatui::style::Style;
use ratatui::text::Span;

use super::text::{clip, marked, width};
use super::theme::Theme;
use crate::dossier::{Dossier, Ref};
use crate::search::{Query, Reason};

/// A reason that has less room says nothing.
const LEAST: usize = 12;

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
    let wanted = reason
        .as_ref()
        .map_or(0, |reason| width(&words(reason)) + 3);
    // At least half is the title's.
    let title = clip(
        title,
        columns.saturating_sub(wanted).max(columns.div_ceil(2)),
    );
    let hits = query.hits(&title);
    let mut spans = marked(&title, 0..title.len(), &hits, Style::new(), theme.hit()).spans;
    let left = columns.saturating_sub(width(&title));
    if let Some(reason) = reason.filter(|_| left >= LEAST) {
        spans.extend(because(&reason, theme, left));
    }
    spans
}

/// " · summary: … the words", in at most `columns`.
pub fn because(reason: &Reason, theme: Theme, columns: usize) -> Vec<Span<'static>> {
    let lead = " · ".to_owned() + &reason.field + ": ";
    let text = clip(&(lead.clone() + &reason.text), columns);
    let hits = reason.hits.iter();
    let hits = hits.map(|hit| hit.start + lead.len()..hit.end + lead.len());
    let hits: Vec<_> = hits
        .filter(|hit| text.is_char_boundary(hit.end.min(text.len())))
        .collect();
    let end = if text.ends_with('…') {
        text.len() - '…'.len_utf8()
    } else {
        text.len()
    };
    let hits: Vec<_> = hits
        .into_iter()
        .filter(|hit| hit.start < end)
        .map(|hit| hit.start..hit.end.min(end))
        .collect();
    marked(&text, 0..text.len(), &hits, theme.dim(), theme.hit()).spans
}

fn words(reason: &Reason) -> String {
    format!("{}: {}", reason.field, reason.text)
}
