//! Marks in a number that nobody sees.

use crate::dossier::text::is_hidden;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// Does a mark that nobody sees part the digits from others, as a bidirectional one in the "190" of "$190 million" would?
/// Whoever reads the page reads another number.
pub(super) fn is_parted_unseen(words: &Words<'_>, at: usize) -> bool {
    let unseen = |at: usize| {
        let word = words.get(at);
        word.is_some_and(|word| word.is_glued() && word.text.chars().all(is_hidden))
    };
    let glued = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.is_glued() && word.kind == TokenKind::Number)
    };
    let behind = (at + 1..words.len()).find(|at| !unseen(*at));
    let mut first = at;
    while first > 0 && unseen(first - 1) {
        first -= 1;
    }
    let number = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.kind == TokenKind::Number)
    };
    let before = first < at && first > 0 && words.is_glued(at) && number(first - 1);
    before || behind.is_some_and(|next| next > at + 1 && glued(next))
}

#[cfg(test)]
mod tests {
    use crate::extract::numerals;

    #[test]
    fn digits_that_an_unseen_mark_parts_are_no_number() {
        for (text, count) in [
            ("a sum of $1\u{202e}90 million", 0),
            ("or 2\u{200b}\u{feff}5 of them", 0),
            ("a sum of \u{200e}$190 million", 1),
            ("190\u{200b} of them", 1),
        ] {
            assert_eq!(numerals(text).len(), count, "{text}");
        }
    }
}
