//! One spelling for what a reader takes to be the same text.
//!
//! [`fold`] is the rule. [`Folder`] does the same for archives: it remembers how single characters
//! fold, and copies runs of ASCII whole.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

pub use folder::Folder;
pub use grapheme::fold;
use grapheme::fold_grapheme;

mod folder;
mod grapheme;

/// A folded text that knows which bytes of the original each part came from.
pub struct Folded {
    text: String,
    /// Where each grapheme begins, folded and original; the end of both comes last.
    starts: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        for (at, grapheme) in text.grapheme_indices(true) {
            starts.push((folded.len(), at));
            fold_grapheme(grapheme, &mut folded);
        }
        starts.push((folded.len(), text.len()));
        Self {
            text: folded,
            starts,
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole graphemes of the original behind a range of the folded text.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let first = self.starts.partition_point(|(at, _)| *at <= folded.start) - 1;
        let last = self.starts.partition_point(|(at, _)| *at < folded.end);
        self.starts[first].1..self.starts[last].1
    }
}
