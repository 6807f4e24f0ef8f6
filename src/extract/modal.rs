//! "may", the verb, and "May", the month.

use super::token::TokenKind;
use super::word::Words;

/// Is the word a verb by which something is only possible: "may", "might", "could"?
pub(super) fn is_perhaps(words: &Words<'_>, at: usize) -> bool {
    is_may(words, at) || matches!(words.low(at), "might" | "could")
}

/// Is the word the verb "may"? With a capital it is the month, but for that of a heading: "Ships May
/// Return to Lima".
pub(super) fn is_may(words: &Words<'_>, at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| word.low == "may") else {
        return false;
    };
    let next_is_number = words
        .get(at + 1)
        .is_some_and(|next| next.kind == TokenKind::Number);
    !next_is_number && (!word.is_capital() || is_of_heading(words, at))
}

/// Has every longer word around a capital, and the two beside it, so that one more tells nothing?
fn is_of_heading(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    const SHORT: usize = 4;
    let is_beside = |place: usize| {
        let word = words
            .get(place)
            .filter(|word| word.kind == TokenKind::Word && words.same_sentence(place, at));
        word.is_some_and(|word| word.is_capital() && word.text.chars().any(char::is_lowercase))
    };
    let beside = at > 0 && is_beside(at - 1) && is_beside(at + 1);
    // "May Day", "Minister May Visits".
    let name = words.low(at + 1) == "day" || words.low(at + 1).ends_with('s');
    let around = (at.saturating_sub(REACH)..=at + REACH).filter_map(|place| words.get(place));
    let is_small = |word: &super::word::Word<'_>| {
        word.kind == TokenKind::Word && !word.is_capital() && word.text.chars().count() > SHORT
    };
    let last = words.get(at + 2).is_none_or(|word| word.text == ".");
    beside && !name && !last && !around.into_iter().any(is_small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn may_is_a_verb_or_a_month() {
        for (text, expected) in [
            ("They may meet.", true),
            ("They met on 12 May 2025.", false),
            ("They met in May.", false),
            ("May talks were held.", false),
            ("May 2025 brought rain.", false),
            ("on 12 may 2025", false),
            ("In Lima on Friday May Day was kept.", false),
            ("Peruvian Ships May Return to Kenya", true),
            ("Minister May Visits Lima", false),
        ] {
            let words = Words::new(text, 0);
            let found = (0..words.len()).any(|at| is_may(&words, at));
            assert_eq!(found, expected, "{text}");
        }
    }
}
