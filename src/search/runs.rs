//! Runs of letters and digits in a text.

use std::ops::Range;

/// A run of more bytes is cut into pieces: few words of any language are longer.
const LONG: usize = 40;

/// The runs of letters and digits of a folded text.
pub(super) fn runs(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].iter().position(|byte| is_word(*byte))?;
        let rest = text[start..].iter().position(|byte| !is_word(*byte));
        at = rest.map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// Is a run short enough to be a word?
pub(super) fn is_short(run: &Range<usize>) -> bool {
    run.len() <= LONG
}

pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}
