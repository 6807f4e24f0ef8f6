//! A selection of words of a paragraph.

use std::ops::Range;

use crate::dossier::Id;

/// Where a selection goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// To the word before.
    Left,
    /// To the next word.
    Right,
    /// To the line above.
    Up,
    /// To the line below.
    Down,
}

/// Words of a paragraph that are being selected.
#[derive(Debug)]
pub(super) struct Words {
    /// The paragraph, by its place among the blocks.
    pub(super) block: usize,
    /// All words of it, in bytes.
    pub(super) all: Vec<Range<usize>>,
    /// The word where the selection ends.
    pub(super) at: usize,
    /// The one where it begins, where that was said; it then stays in the paragraph.
    pub(super) from: Option<usize>,
}

/// Words that are selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The source.
    pub source: Id,
    /// The paragraph, counted from 1.
    pub paragraph: usize,
    /// The words of it, counted from 0.
    pub places: Range<usize>,
    /// How many it has.
    pub of: usize,
}

impl Words {
    pub(super) fn places(&self) -> Range<usize> {
        let from = self.from.unwrap_or(self.at);
        from.min(self.at)..from.max(self.at) + 1
    }

    /// From the first to the last word, in bytes.
    pub(super) fn bytes(&self) -> Option<Range<usize>> {
        let chosen = self.all.get(self.places())?;
        Some(chosen.first()?.start..chosen.last()?.end)
    }
}
