//! Growth of people whose number the sentence does not tell: "Tourist arrivals from Laos rose by 8 per cent".

use super::change::{Change, ChangeRole};
use super::currency::country;
use super::matter::{GROWTH, people};
use super::topic::Matter;
use super::trend::trend;
use super::unit::{self, Unit};
use crate::extract::word::Words;

/// Words before a rate that are looked at.
const REACH: usize = 14;

/// What a rate from the word `start` is the growth of.
pub(super) fn grown(
    words: &Words<'_>,
    start: usize,
    unit: Unit,
    change: Option<Change>,
) -> Option<Matter> {
    let by = change.is_some_and(|change| change.role == ChangeRole::By);
    if unit != Unit::Percent || !by {
        return None;
    }
    let mut near = (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(|at| words.same_sentence(*at, start));
    let noun = near.find(|at| unit::people(words.low(*at)).is_some())?;
    let Some(Unit::Measure(counted)) = unit::people(words.low(noun)) else {
        return None;
    };
    // "Tourists came back, and revenue rose": only where and from where they are may stand between.
    let mut at = noun + 1;
    while at < start && trend(words.low(at)).is_none() {
        at = match country(words, at) {
            Some((_, end)) => end,
            None if matches!(words.low(at), "in" | "from" | "to" | "the" | "has" | "have") => {
                at + 1
            }
            None => return None,
        };
    }
    // "Russian tourists", "Lao tourist arrivals"
    let begin = (noun.saturating_sub(2)..noun).find(|at| country(words, *at).is_some());
    let begin = begin.unwrap_or(noun);
    let matter = people(words, begin, noun + 1, counted).filter(|_| at < start)?;
    Some(Matter {
        basis: GROWTH,
        ..matter
    })
}
