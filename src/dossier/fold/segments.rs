//! The parts of a text that fold by themselves: graphemes, but the vowel of Thai and Lao sara am with
//! the ring before it, and a mark such as `<U+00AD>` as one.

use unicode_segmentation::UnicodeSegmentation;

use super::letters::{Am, am, unseen_mark};

/// Calls `see` with the start and the text of each part; of a mark in the place of what shows nothing
/// with an empty text.
pub(super) fn each<'a>(text: &'a str, mut see: impl FnMut(usize, &'a str)) {
    let mut pending: Option<usize> = None;
    let mut done = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let end = at + grapheme.len();
        if end <= done {
            continue;
        }
        let at = at.max(done);
        if pending.is_some_and(|start| !goes_on(&text[start..at], &text[at..end]))
            && let Some(start) = pending.take()
        {
            see(start, &text[start..at]);
        }
        if let Some(length) = unseen_mark(&text[at..]) {
            see(at, "");
            done = at + length;
        } else {
            pending.get_or_insert(at);
        }
    }
    if let Some(start) = pending {
        see(start, &text[start..]);
    }
}

/// Is the vowel at the start of `next` one with the ring at the end of `before`?
fn goes_on(before: &str, next: &str) -> bool {
    let begins = next.chars().next().and_then(am) == Some(Am::Vowel);
    let mut last = before.chars().rev().map(am);
    begins && last.find(|part| *part != Some(Am::Tone)) == Some(Some(Am::Ring))
}
