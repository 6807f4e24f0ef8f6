//! One spelling for what a reader takes to be the same text.
//!
//! [`fold`] is the rule: what is folded stays as it is when it is folded again. [`Folder`] does the
//! same for archives: it remembers how single characters fold, and copies runs of ASCII whole.

use std::ops::Range;

pub use folder::Folder;
pub use grapheme::fold;
use grapheme::{PASSES, fold_grapheme};

mod folder;
mod grapheme;
mod letters;
mod segments;
#[cfg(test)]
mod tests;

/// A folded text that knows which bytes of the original each part came from.
pub struct Folded {
    text: String,
    /// Where each grapheme begins, folded and original; the end of both comes last.
    starts: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str) -> Self {
        let mut folded = Self::once(text);
        for _ in 1..PASSES {
            if folded.text.is_ascii() {
                break;
            }
            let again = Self::once(&folded.text);
            if again.text == folded.text {
                break;
            }
            folded = folded.then(again);
        }
        folded
    }

    fn once(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        segments::each(text, |at, segment| {
            starts.push((folded.len(), at));
            fold_grapheme(segment, &mut folded);
        });
        starts.push((folded.len(), text.len()));
        Self {
            text: folded,
            starts,
        }
    }

    /// This, folded again: only what begins a part in both still does.
    fn then(self, again: Self) -> Self {
        let mut later = again.starts.iter().peekable();
        let mut starts = Vec::with_capacity(self.starts.len());
        for (between, original) in self.starts {
            while later.next_if(|(_, start)| *start < between).is_some() {}
            if let Some((folded, start)) = later.peek()
                && *start == between
            {
                starts.push((*folded, original));
            }
        }
        Self {
            text: again.text,
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
