//! The words of a text and the marks between them.

use std::ops::Range;

use crate::verify::folded::words::{in_word, runs_on};

/// A run of letters, or a single mark.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// Whether no blank stands before it.
    pub(super) glued: bool,
    /// Whether it is no mark.
    word: bool,
    /// Whether there is a digit in it.
    pub(super) number: bool,
}

impl Token<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    pub(super) fn is_word(&self) -> bool {
        self.word
    }
}

/// Cuts a folded text into words with the marks inside them; every other mark, and every letter of
/// a script without blanks, stands by itself.
pub(super) fn tokens(folded: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for chunk in folded.split(' ') {
        for range in cut(chunk) {
            let text = &chunk[range.clone()];
            found.push(Token {
                text,
                word: text.contains(char::is_alphanumeric),
                number: text.contains(char::is_numeric),
                at: at + range.start,
                glued: range.start > 0,
            });
        }
        at += chunk.len() + 1;
    }
    found
}

/// Cuts what stands between two blanks.
pub(super) fn cut(chunk: &str) -> Vec<Range<usize>> {
    let start = chunk.find(in_word).unwrap_or(chunk.len());
    // A minus belongs to its number.
    let signed = chunk[..start].ends_with('-') && chunk[start..].starts_with(char::is_numeric);
    let first = start - usize::from(signed);
    let last = chunk.rfind(in_word).unwrap_or(0);
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in chunk.char_indices() {
        let inside = (first..=last).contains(&at) && !runs_on(c);
        match cuts.last_mut().filter(|_| open && inside) {
            Some(word) => word.end = at + c.len_utf8(),
            None => cuts.push(at..at + c.len_utf8()),
        }
        open = inside;
    }
    cuts
}
