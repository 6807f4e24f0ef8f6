//! One source text and the ways to read it.

use std::sync::{Arc, OnceLock};

use super::layout::{self, Layout};
use super::reading::Reading;

/// One text.
#[derive(Debug)]
pub(super) struct SourceText {
    printed: Reading,
    /// Its layout and the readings of it, made when something is not found in its lines.
    other: OnceLock<(Layout, Vec<Reading>)>,
}

impl SourceText {
    pub(super) fn new(text: &str) -> Self {
        let text: Arc<str> = text.strip_prefix('\u{feff}').unwrap_or(text).into();
        Self {
            printed: Reading::new(text, None),
            other: OnceLock::new(),
        }
    }

    /// Its lines as they are printed, of which dossiers count those that are not blank.
    pub(super) fn printed(&self) -> &Reading {
        &self.printed
    }

    /// How it is laid out.
    pub(super) fn layout(&self) -> Layout {
        self.other().0
    }

    /// Without markup, and with wrapped lines joined.
    pub(super) fn readings(&self) -> &[Reading] {
        &self.other().1
    }

    fn other(&self) -> &(Layout, Vec<Reading>) {
        self.other
            .get_or_init(|| layout::readings(self.printed.original()))
    }
}
