//! How a text is laid out, where that is not a paragraph a line: HTML, Markdown, wrapped lines; and
//! the readings of it in which passages are looked for as well.
//!
//! Markup is replaced by as many bytes that show nothing, so that every place of a reading is that
//! place of the text.

use std::sync::Arc;

use super::folded::Hyphens;
use super::reading::Reading;

mod html;
mod markdown;
mod wrapped;

/// How a text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Its lines are its paragraphs, as far as anybody can tell.
    Plain,
    /// A page of the web.
    Html,
    /// With Markdown's signs.
    Markdown,
    /// Paragraphs are broken into lines of one width.
    Wrapped,
}

impl Layout {
    /// What it is, and what to do about it; empty for a plain text.
    pub(super) fn advice(self) -> (&'static str, &'static str) {
        match self {
            Self::Plain => ("", ""),
            Self::Html => ("is HTML", "save it as plain text, one paragraph a line"),
            Self::Markdown => ("is Markdown", "save it as plain text, one paragraph a line"),
            Self::Wrapped => ("has wrapped lines", "save it with one paragraph a line"),
        }
    }
}

/// The layout of a text and its other readings; what is more alike to the printed one first.
pub(super) fn readings(text: &Arc<str>) -> (Layout, Vec<Reading>) {
    if html::is_html(text) {
        let bare = html::bare(text);
        return (
            Layout::Html,
            vec![Reading::new(Arc::clone(text), Some(bare))],
        );
    }
    let bare = markdown::bare(text);
    let mut readings = Vec::new();
    if bare.is_some() {
        readings.push(Reading::new(Arc::clone(text), bare.clone()));
    }
    let joined = wrapped::paragraphs(bare.as_deref().unwrap_or(text));
    for hyphens in [Hyphens::Kept, Hyphens::Dropped] {
        let cut = |ranges| Reading::cut(Arc::clone(text), bare.clone(), ranges, hyphens);
        readings.extend(joined.clone().map(cut));
    }
    let layout = match (bare, joined) {
        (Some(_), _) => Layout::Markdown,
        (None, Some(_)) => Layout::Wrapped,
        (None, None) => Layout::Plain,
    };
    (layout, readings)
}
