//! How one character, with the marks on it, is folded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::letters::{Am, am, is_unseen, is_vowel_mark, order_am, push_plain};
use super::segments;

/// A text is folded until it stays as it is: parts that folded alone may join. It takes two passes,
/// or three for what nobody writes.
pub(super) const PASSES: usize = 6;

/// `text` in the spelling that is compared: compatibility forms and case are folded, accents of
/// Latin and Greek letters dropped, ligatures written as two letters, ё as е, typographic quotes and
/// dashes and the digits of other scripts as ASCII, Arabic and Hebrew without vowels, Arabic without hamza
/// carriers and Persian forms, tone marks before sara am. What shows nothing
/// goes.
pub fn fold(text: &str) -> String {
    if text.is_ascii() && !text.contains("<U+") {
        return text.to_ascii_lowercase();
    }
    let mut folded = once(text);
    for _ in 1..PASSES {
        if folded.is_ascii() {
            break;
        }
        let again = once(&folded);
        if again == folded {
            break;
        }
        folded = again;
    }
    folded
}

fn once(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // A mark in the place of what shows nothing is ASCII that folds as one.
    if text.contains("<U+") {
        segments::each(text, |_, segment| fold_grapheme(segment, &mut out));
        return out;
    }
    let mut rest = text;
    while !rest.is_empty() {
        let (plain, other) = rest.split_at(plain_run(rest));
        out.push_str(plain);
        let start = out.len() - plain.len();
        out[start..].make_ascii_lowercase();
        let (other, after) = other.split_at(other_run(other));
        segments::each(other, |_, segment| fold_grapheme(segment, &mut out));
        rest = after;
    }
    out
}

/// The length of the ASCII at the start; without its last letter, which may have a mark, and CR, which
/// is one with LF, where more follows.
fn plain_run(text: &str) -> usize {
    let run = text.bytes().take_while(u8::is_ascii).count();
    if run == text.len() {
        run
    } else {
        run.saturating_sub(1)
    }
}

/// The length of what is not plain at the start, with the one ASCII letter before it.
fn other_run(text: &str) -> usize {
    let other = text.bytes().skip(1).take_while(|byte| !byte.is_ascii());
    if text.is_empty() {
        0
    } else {
        1 + other.count()
    }
}

pub(super) fn fold_grapheme(grapheme: &str, out: &mut String) {
    if let &[byte] = grapheme.as_bytes() {
        out.push(char::from(byte.to_ascii_lowercase()));
        return;
    }
    let mut is_accented = false;
    let kept = grapheme.nfkd().filter(|c| {
        if !is_combining_mark(*c) {
            is_accented = c.is_ascii_alphabetic()
                || matches!(u32::from(*c), 0xc0..=0x24f | 0x370..=0x3ff | 0x1e00..=0x1fff);
        }
        // Only on Latin and Greek letters: й is another letter than и, and Lao tones make other words.
        let accent = is_accented && matches!(u32::from(*c), 0x300..=0x36f);
        !(accent || is_unseen(*c) || is_vowel_mark(*c))
    });
    let lower = kept.nfc().flat_map(char::to_lowercase);
    if grapheme
        .chars()
        .any(|c| matches!(am(c), Some(Am::Ring | Am::Whole)))
    {
        let mut letters: Vec<char> = lower.nfc().collect();
        order_am(&mut letters);
        for c in letters {
            push_plain(c, out);
        }
    } else {
        lower.nfc().for_each(|c| push_plain(c, out));
    }
}
