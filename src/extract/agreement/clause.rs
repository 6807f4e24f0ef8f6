//! Dates of another clause: "said on Tuesday that the two had signed", "a week after they signed".

use std::ops::Range;

use super::status::is_auxiliary;
use crate::extract::date::TimeExpression;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::Words;

/// Is the date that of another clause than the verb's of the instrument at `place`?
pub(super) fn is_apart(
    words: &Words<'_>,
    (verb, place): (usize, &Range<usize>),
    time: &TimeExpression,
) -> bool {
    if !words.same_sentence(time.words.start, verb) {
        return false;
    }
    if is_of_relative(words, (verb, place), time) || is_of_signature(words, (verb, place), time) {
        return true;
    }
    // "signed a pact on 5 December, and that a convention, signed in 2003, was in force"
    let clause = |at: usize| words.after(at, ", and that").is_some();
    let first = verb.min(time.words.start).min(place.end);
    // "signed a pact meant to lift flights to 14, from five last month"
    let aims = |at: usize| {
        matches!(words.low(at), "meant" | "aimed" | "designed" | "intended") && at >= place.end
    };
    if (first..time.words.start).any(|at| clause(at) || aims(at)) {
        return true;
    }
    if time.words.start > verb {
        // ", signed in Lima, will help them next year"
        let aside = (place.end..place.end + 3).contains(&verb)
            && (place.end..verb).any(|at| words.low(at) == ",");
        return is_at_distance(words, verb..time.words.start)
            || (aside || opened(words, verb).is_some())
                && (verb..time.words.start).any(|at| words.low(at) == ",");
    }
    // "launched on Tuesday a fund under the treaty signed by their predecessors"
    let attribute = verb == place.end && time.words.start < place.start;
    let between = time.words.end..verb;
    let that = words.low(time.words.end) == "that" && verb > time.words.end;
    attribute
        || that
        || is_at_distance(words, between)
        || opened(words, verb).is_some_and(|at| at >= time.words.end)
        || is_day_of_saying(words, verb, time)
}

/// "signed a memorandum, which will apply from 2 May": is the date that of what the instrument does, and not of the
/// verb before it?
fn is_of_relative(
    words: &Words<'_>,
    (verb, place): (usize, &Range<usize>),
    time: &TimeExpression,
) -> bool {
    let start = time.words.start;
    let mut between = place.end..start;
    let relative = |at: usize| matches!(words.low(at), "which" | "whose" | "whereby");
    verb < place.start && (between.any(relative) || words.low_before(start) == "from")
}

/// "withdrew from the treaty signed in 2010": the day of the signature, and not of the verb.
fn is_of_signature(
    words: &Words<'_>,
    (verb, place): (usize, &Range<usize>),
    time: &TimeExpression,
) -> bool {
    let signed = matches!(words.low(place.end), "signed" | "concluded" | "inked");
    signed && verb < place.start && (place.end + 1..=place.end + 3).contains(&time.words.start)
}

/// "a week after", "two days before"
fn is_at_distance(words: &Words<'_>, mut between: Range<usize>) -> bool {
    let span = |at: usize| {
        matches!(
            words.low_before(at),
            "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years"
        )
    };
    between.any(|at| matches!(words.low(at), "after" | "before") && span(at))
}

/// The word that opens the side clause in which a verb is: "after the two signed".
fn opened(words: &Words<'_>, verb: usize) -> Option<usize> {
    const REACH: usize = 14;
    let mut before = (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|at| words.same_sentence(*at, verb) && !matches!(words.low(*at), "," | ";"));
    before.find(|at| {
        matches!(
            words.low(*at),
            "after" | "since" | "because" | "although" | "though" | "before" | "which" | "until"
        )
    })
}

/// "said on Tuesday they had signed"
fn is_day_of_saying(words: &Words<'_>, verb: usize, time: &TimeExpression) -> bool {
    const NEAR: usize = 4;
    let start = time.words.start;
    let said = (start.saturating_sub(NEAR)..start)
        .any(|at| words.same_sentence(at, start) && lexicon::of(words.low(at)).has(Class::SAY));
    let had = (verb.saturating_sub(3)..verb)
        .find(|at| is_auxiliary(words.low(*at)))
        .is_some_and(|at| words.low(at) == "had");
    said && had
}
