//! Dates that are told by the way: those of a clause that a figure is no part of.

use crate::extract::date::TimeExpression;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// Words of such a clause to either side of its date, at most.
const REACH: usize = 12;

/// Is it the date of a clause between commas that a figure, beginning with the word `figure`, stands outside of: "The
/// bridge, which opened in 2012, carries 2,000 lorries", "The pact, signed in May 2012 and never applied, was to …"?
pub(super) fn is_by_the_way(words: &Words<'_>, time: &TimeExpression, figure: usize) -> bool {
    let (start, end) = (time.words.start, time.words.end);
    let same = |at: &usize| words.same_sentence(*at, start);
    let is_comma = |at: &usize| words.low(*at) == ",";
    let before = (start.saturating_sub(REACH)..start).rev();
    let Some(open) = before.take_while(same).find(is_comma) else {
        return false;
    };
    let behind = end..end + REACH;
    let Some(close) = behind.take_while(same).find(is_comma) else {
        return false;
    };
    let relative = matches!(words.low(open + 1), "which" | "who" | "whose" | "where");
    let inside = (open..close).contains(&figure);
    // "which cost $120 million and entered service in 2012"
    let deed = (open..start)
        .rev()
        .find(|at| matches!(words.low(*at), "and" | "but"));
    let first = deed
        .filter(|and| is_deed(words.low(and + 1)))
        .unwrap_or(open);
    let alone = !has_number(words, first..start) && !has_number(words, end..close);
    !inside && alone && (relative || is_deed(words.low(open + 1)))
}

/// "cost $1.26 billion and entered service in November 2022": does another verb, with the date, follow a figure that
/// ends before the word `figure`?
pub(super) fn is_of_next_deed(words: &Words<'_>, figure: usize, time: &TimeExpression) -> bool {
    let start = time.words.start;
    let mut between = (figure..start).rev();
    let Some(and) = between.find(|at| matches!(words.low(*at), "and" | "but")) else {
        return false;
    };
    let verb = matches!(
        words.low(and + 1),
        "is" | "are" | "was" | "were" | "will" | "would"
    );
    (verb || is_deed(words.low(and + 1))) && !has_number(words, and..start)
}

/// A verb of what was done with something once.
fn is_deed(low: &str) -> bool {
    matches!(
        low,
        "signed"
            | "concluded"
            | "adopted"
            | "ratified"
            | "entered"
            | "opened"
            | "launched"
            | "inaugurated"
            | "founded"
            | "established"
            | "completed"
            | "commissioned"
            | "began"
            | "started"
            | "came"
            | "took"
            | "closed"
            | "expired"
            | "suspended"
            | "built"
    )
}

fn has_number(words: &Words<'_>, range: std::ops::Range<usize>) -> bool {
    let mut words = range.filter_map(|at| words.get(at));
    words.any(|word| word.kind == TokenKind::Number)
}
