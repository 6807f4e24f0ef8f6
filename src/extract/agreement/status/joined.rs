//! What a verb behind a list says of each of its members: "an accord on A and a treaty on B were signed".

use std::ops::Range;

use super::super::instrument::instrument;
use super::super::phrase;
use super::passive::passive;
use super::said::Said;
use crate::extract::word::Words;

/// Instruments behind the first that a list is read to.
const MEMBERS: usize = 6;

/// The verb behind the list of which the instrument that ends before the word `end` is a member. Its verb is
/// of many: "were signed", not "was signed", which tells of the last alone; "will be signed" may be, where the
/// list opens its sentence.
pub(super) fn joined(
    words: &Words<'_>,
    phrase: &Range<usize>,
    end: usize,
) -> Option<(Said, usize)> {
    let opens = !words.same_sentence(phrase.start.wrapping_sub(1), phrase.start);
    let mut at = end;
    let mut commas = false;
    for _ in 0..MEMBERS {
        commas |= words.low(at) == "," && words.low(at + 1) == "and";
        let member = next_member(words, at)?;
        at = member.end;
        let ahead =
            opens && !commas && matches!(words.low(at), "will" | "would" | "should" | "may");
        if ahead || matches!(words.low(at), "are" | "were" | "have") {
            return passive(words, at);
        }
    }
    None
}

/// The next member of a list, behind a comma or an "and".
fn next_member(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    /// Words before the noun of a member.
    const NEAR: usize = 9;
    let comma = words.low(end) == ",";
    let and = end + usize::from(comma);
    let joined = words
        .after(and, "as well as")
        .or_else(|| words.after(and, "and"));
    let start = joined.or(comma.then_some(and))?;
    let mut near = (start..start + NEAR).take_while(|at| words.same_sentence(end, *at));
    let (at, head) = near.find_map(|at| Some((at, instrument(words, at)?)))?;
    // ", and two protocols were signed": a clause of its own.
    let apart = comma && joined.is_some() && head.plural;
    let place = phrase::extent(words, at, head, &[]);
    (!apart && place.start == start).then_some(place)
}
