//! What a sum is in other money, right behind it: "450 million euros ($502 million)".

use super::quantity::Found;
use super::record::Amount;
use super::unit::Unit;
use crate::extract::word::Words;

/// Gives a sum in brackets what the sum before it is about, and its period and status.
pub(super) fn take_over(words: &Words<'_>, found: &[Found], amounts: &mut [Amount]) {
    for at in 1..amounts.len() {
        let (done, rest) = amounts.split_at_mut(at);
        let (Some(first), Some(one)) = (done.last(), rest.first_mut()) else {
            continue;
        };
        let (Unit::Money(own), Unit::Money(other)) = (first.unit, one.unit) else {
            continue;
        };
        let begin = words.place(one.range.start);
        let end = found[at - 1].words.end;
        let opens =
            words.low(end) == "(" && begin == end + 1 || words.after(end, ", or") == Some(begin);
        if own == other || !opens {
            continue;
        }
        *one = Amount {
            range: one.range.clone(),
            quantity: one.quantity,
            unit: one.unit,
            qualifier: one.qualifier,
            basis: one.basis,
            ..first.clone()
        };
    }
}
