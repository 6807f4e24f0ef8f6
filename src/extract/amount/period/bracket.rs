//! What a figure is in another currency, in brackets behind it: "US$1.2 billion (RM5.6 billion) by 2027".

use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// Words in brackets, at most.
const LONGEST: usize = 8;

/// Behind the brackets, or the one that closes them; `end` itself where there are none with a sum.
pub(in crate::extract::amount) fn past(words: &Words<'_>, end: usize) -> usize {
    let closes = |at: &usize| words.low(*at) == ")";
    match words.low(end) {
        ")" => end + 1,
        "(" if is_money(words, end + 1) => {
            (end..end + LONGEST).find(closes).map_or(end, |at| at + 1)
        }
        _ => end,
    }
}

/// Is the first number from the word `from` on one of millions or more?
fn is_money(words: &Words<'_>, from: usize) -> bool {
    let ends = |at: &usize| {
        let word = words.get(*at);
        word.is_none_or(|word| word.kind == TokenKind::Number || word.low == ")")
    };
    let first = (from..from + LONGEST).find(ends);
    first.is_some_and(|at| {
        let scale = matches!(
            words.low(at + 1),
            "billion" | "million" | "trillion" | "crore"
        );
        words.low(at) != ")" && scale
    })
}
