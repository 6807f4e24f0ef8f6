//! Rates and flows that a sentence names in one order: "exports and imports rose by 3 and 6 % respectively".

use std::ops::Range;

use super::period::Period;
use super::quantity::Found;
use super::record::Amount;
use super::trade::{Mention, Trade};
use super::unit::Unit;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::TimeExpression;
use crate::extract::word::Words;

const RESPECTIVELY: Basis = Basis::new(
    "respectively",
    Confidence::Likely,
    "rates and flows of the sentence, in the order in which it names them",
);

/// Words between "respectively" and the last rate, at most.
const BEFORE: usize = 8;

/// Gives the rates before "respectively" to the flows before them, one each; to none where there are not
/// as many.
pub(super) fn pair(words: &Words<'_>, mentions: &[Mention], amounts: &mut [Amount]) {
    for at in 0..words.len() {
        if matches!(words.low(at), "respectively" | "respectivement") {
            give(words, mentions, amounts, at);
        }
    }
}

/// Gives figures in a list the years in another list of their sentence, one each: "was $20 million and $25 million in
/// 2021 and 2022".
pub(super) fn years(
    words: &Words<'_>,
    times: &[TimeExpression],
    found: &[Found],
    amounts: &mut [Amount],
) {
    let is_year = |time: &TimeExpression| time.edtf.as_deref().is_some_and(|edtf| edtf.len() == 4);
    let years = runs(
        words,
        times.iter().map(|time| (time.words.clone(), is_year(time))),
    );
    let money = |one: &Found| matches!(one.unit, Some(Unit::Money(_)));
    let sums = runs(
        words,
        found.iter().map(|one| (one.words.clone(), money(one))),
    );
    for sum in &sums {
        let at = found[sum.start].words.start;
        let same = |run: &&Range<usize>| words.same_sentence(times[run.start].words.start, at);
        let mut own = years.iter().filter(same);
        let Some(list) = own.next().filter(|list| list.len() == sum.len()) else {
            continue;
        };
        let alone = own.next().is_none()
            && sums
                .iter()
                .filter(|one| words.same_sentence(found[one.start].words.start, at))
                .count()
                == 1;
        for (time, amount) in list.clone().zip(sum.clone()).filter(|_| alone) {
            amounts[amount].period = Some(Period {
                time: times[time].clone(),
                basis: RESPECTIVELY,
            });
        }
    }
}

/// Runs of two and more places that only commas and "and" part, each with whether it may be in one.
fn runs(
    words: &Words<'_>,
    places: impl Iterator<Item = (Range<usize>, bool)>,
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, (place, fits)) in places.enumerate() {
        let joint = |at: usize| matches!(words.low(at), "," | "and");
        let joined = last.is_some_and(|end| (end..place.start).all(joint) && end < place.start);
        match found.last_mut().filter(|_| fits && joined) {
            Some(run) => run.end = at + 1,
            None if fits => found.push(at..at + 1),
            None => {}
        }
        last = fits.then_some(place.end);
    }
    found.retain(|run| run.len() > 1);
    found
}

fn give(words: &Words<'_>, mentions: &[Mention], amounts: &mut [Amount], at: usize) {
    let byte = |at: usize| words.range(at..at + 1).start;
    let (near, here) = (byte(at.saturating_sub(BEFORE)), byte(at));
    let end = amounts.partition_point(|one| one.range.start < here);
    if end == 0 || amounts[end - 1].range.end <= near {
        return;
    }
    let rate = |one: &Amount| one.unit == Unit::Percent;
    let mut start = end;
    while start > 0 && rate(&amounts[start - 1]) && end - start < 4 {
        start -= 1;
    }
    let rates = &mut amounts[start..end];
    let Some(first) = rates.first().map(|one| one.range.start) else {
        return;
    };
    let flows: Vec<&Trade> = mentions
        .iter()
        .filter(|one| words.same_sentence(one.start(), at) && byte(one.start()) < first)
        .map(Mention::trade)
        .collect();
    let paired = flows.len() == rates.len() && rates.len() > 1;
    let named = flows.iter().find(|trade| !trade.is_nameless());
    let (change, base) = (rates[0].change, rates[0].compared_with.clone());
    for (place, one) in rates.iter_mut().enumerate() {
        one.trade = flows.get(place).filter(|_| paired).map(|trade| {
            let nameless = trade.is_nameless();
            let of = named.filter(|_| nameless).unwrap_or(trade);
            Trade {
                reporter: of.reporter,
                partner: of.partner,
                basis: RESPECTIVELY,
                ..(*trade).clone()
            }
        });
        // "up 3 % and 6 %": both rose.
        if paired && one.change.is_none() {
            one.change = change;
            one.compared_with.clone_from(&base);
        }
    }
}
