//! Parts of a sum that the sentence before tells: "of that".

use super::carry;
use super::period::{Dates, Period};
use super::quantity::Found;
use super::record::Amount;
use super::unit::Unit;
use crate::extract::word::Words;

/// Words before a figure that are looked at.
const REACH: usize = 12;

/// The period of the sum that a figure of trade is a part of: "Goods worth $9 million went both ways in 2023.
/// Laos shipped $5 million of that, and took in $4 million".
pub(super) fn of_that(
    words: &Words<'_>,
    found: &Found,
    (all, amounts): (&[Found], &[Amount]),
    dates: &Dates<'_>,
) -> Option<Period> {
    let (start, end) = (found.words.start, found.words.end);
    let sentence = words.get(start)?.sentence;
    let said = (start.saturating_sub(REACH)..end + 2)
        .filter(|at| words.same_sentence(*at, start))
        .any(|at| words.low(at) == "of" && matches!(words.low(at + 1), "that" | "this"));
    if !said {
        return None;
    }
    let whole = all.iter().zip(amounts).rev().find(|(one, amount)| {
        let before = words.get(one.words.start).map(|word| word.sentence + 1);
        let money = matches!(amount.unit, Unit::Money(_));
        let level = amount.is_reported_level() && !carry::is_base(words, one.words.start);
        before == Some(sentence) && money && level
    })?;
    let free = !dates.any_near(start, end);
    whole.1.period.as_ref().filter(|_| free).map(carry::carried)
}
