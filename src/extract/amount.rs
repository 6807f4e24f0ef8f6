//! Amounts of a text: the value as printed, its unit, what makes it less than exact, the period and
//! the trade that it is about, the change that it is part of, and whether it is reported, forecast or
//! somebody's aim.
//!
//! Only numbers with a unit are amounts. English in full; Russian, French and German as far as the
//! order of the words is the same.

mod again;
mod ahead;
mod carry;
mod change;
mod converted;
mod count;
mod currency;
mod denied;
mod described;
mod goods;
mod grown;
mod matter;
mod open;
mod part;
mod period;
mod printed;
mod promise;
mod qualifier;
mod quantity;
mod range;
mod ratio;
mod record;
mod respectively;
mod settle;
mod status;
mod thread;
mod topic;
mod trade;
mod trend;
mod unit;

use super::confidence::{Basis, Confidence};
use super::date::{self, Context, TimeExpression};
use super::language::Language;
use super::number::{self, Numeral};
use super::word::{Words, paragraphs};
use crate::dossier::Number;
pub use change::{Change, ChangeRole};
pub use count::{Count, counts};
pub use currency::Currency;
pub(super) use currency::country_itself as country;
pub use open::Open;
use period::Dates;
pub use period::{Comparison, Period};
pub use printed::{Printed, Quantity};
use quantity::Found;
pub use record::Amount;
pub(super) use thread::Thread;
pub use topic::{Matter, Topic};
pub use trade::Trade;
pub use trend::Trend;
pub use unit::{Unit, is_traded};

/// Every amount of a text, from left to right.
pub fn amounts(text: &str, context: Context) -> Vec<Amount> {
    let language = context.language_of(text);
    let mut thread = Thread::default();
    paragraphs(text)
        .flat_map(|(offset, paragraph)| {
            let words = Words::new(paragraph, offset);
            let times = date::in_words(&words, context.published, language);
            in_words(&words, &times, (context, language), &mut thread)
        })
        .collect()
}

/// Those of a paragraph with its dates.
pub(super) fn in_words(
    words: &Words<'_>,
    times: &[TimeExpression],
    (context, language): (Context, Language),
    thread: &mut Thread,
) -> Vec<Amount> {
    thread.begin(words);
    let numerals = number::in_words(words, language);
    let mut found = quantities(words, &numerals, times);
    again::fill(words, &mut found);
    let (found, bare) = range::join(words, found);
    let mentions = trade::mentions(words);
    let dates = Dates::new(words, times);
    let mut carry = carry::Carry::new(words, &mentions);
    let mut amounts = Vec::with_capacity(found.len());
    let mut counted = None;
    for (place, one) in found.iter().enumerate() {
        let before = place.checked_sub(1).map_or(0, |at| found[at].words.end);
        let after = found
            .get(place + 1)
            .map_or(words.len(), |next| next.words.start);
        if let Some(mut amount) = described::described(words, one, &dates, (before, after), context)
        {
            let (start, end) = (one.words.start, one.words.end);
            let is_level = !ratio::is_no_level(words, one);
            amount.trade = trade::trade(words, &mentions, start, end)
                .map(|trade| carry.whose(&mentions, start, trade))
                .or_else(|| carry.trade(start))
                .or_else(|| {
                    let figure = (amount.status, amount.unit, &amount.range);
                    thread.goal(words, (start, end), figure)
                })
                .filter(|_| is_level && !amount.unit.counts_people());
            if amount.trade.is_none() && is_level {
                amount.matter = matter::matter(words, start, end, amount.unit)
                    .or_else(|| matter::goes_on_of(words, start, one, counted.as_ref()))
                    .or_else(|| grown::grown(words, start, amount.unit, amount.change));
                counted = matter::counted(words, start, amount.matter.as_ref()).or(counted);
                settle::settle(words, start, &mut amount, (times, context));
                // "Some 90 firms were active over the same period"
                if amount.matter.is_some() && amount.period.is_none() && amount.is_reported_level()
                {
                    amount.period = thread.same_period(words, start);
                }
            }
            if amount.trade.is_some() && amount.is_reported_level() {
                let own = amount.period.take();
                let whole = part::of_that(words, one, (&found, &amounts), &dates);
                let told = (own, whole);
                amount.period = of_trade(words, told, (start, end), (&mut carry, thread), &dates);
            }
            if let Some(trade) = &amount.trade {
                let level = amount.is_reported_level() && !carry::is_base(words, start);
                let own = amount.period.as_ref().filter(|_| level);
                thread.note(trade, amount.status, own);
            }
            amounts.push(amount);
        }
    }
    relate(words, &found, &mentions, &mut amounts);
    respectively::years(words, times, &found, &mut amounts);
    let last = thread.before();
    let all = (found.as_slice(), amounts.as_slice());
    thread.gather(words, || {
        open::gather(words, all, &bare, (&dates, last.as_ref()), context)
    });
    amounts
}

/// The period of a level of trade from the word `start` to before `end`; `own` is that of its sentence, `whole`
/// that of the sum that it is a part of.
fn of_trade(
    words: &Words<'_>,
    (own, whole): (Option<Period>, Option<Period>),
    (start, end): (usize, usize),
    (carry, thread): (&mut carry::Carry<'_>, &Thread),
    dates: &Dates<'_>,
) -> Option<Period> {
    let same = |own: &Period| {
        let mut said = own.time.words.clone();
        said.any(|at| words.low(at) == "same") && thread.same_period(words, start).is_some()
    };
    let period = match own {
        Some(own) if own.time.edtf.is_some() && !same(&own) => Some(own),
        open => thread.same_period(words, start).or(open),
    };
    let period = period.or_else(|| {
        let undated = !dates.any_near(start, end);
        let beside = thread.beside(words, start).filter(|_| undated);
        beside.or(whole)
    });
    carry.period(period, (start, end), dates)
}

/// Gives amounts what others of their sentence tell of them.
fn relate(words: &Words<'_>, found: &[Found], mentions: &[trade::Mention], amounts: &mut [Amount]) {
    compare_neighbours(words, found, amounts);
    same_trade(amounts);
    respectively::pair(words, mentions, amounts);
    matter::continued(words, found, amounts);
    converted::take_over(words, found, amounts);
}

/// Gives a figure the countries of another of the same word for trade: "It bought goods worth $2 million from
/// Chile in 2023, against $1 million in 2022".
fn same_trade(amounts: &mut [Amount]) {
    for at in 1..amounts.len() {
        let (done, rest) = amounts.split_at_mut(at);
        let Some(trade) = rest.first_mut().and_then(|one| one.trade.as_mut()) else {
            continue;
        };
        let before = done.last().and_then(|one| one.trade.as_ref());
        let same = |before: &&Trade| before.cue == trade.cue && before.flow == trade.flow;
        let nameless = trade.is_nameless();
        if let Some(before) = before.filter(same).filter(|_| nameless) {
            (trade.reporter, trade.partner) = (before.reporter, before.partner);
        }
    }
}

/// Gives what a change comes to the date of what it came from: "to 8.3 million in 2024 from 7.4 million
/// in 2023".
fn compare_neighbours(words: &Words<'_>, found: &[Found], amounts: &mut [Amount]) {
    const NEAR: usize = 2;
    let role = |amount: &Amount| amount.change.map(|change| change.role);
    for at in 0..amounts.len() {
        if role(&amounts[at]) != Some(ChangeRole::From) {
            continue;
        }
        let Some(time) = amounts[at].period.as_ref().map(|period| &period.time) else {
            continue;
        };
        let base = Comparison {
            range: time.range.clone(),
            edtf: time.edtf.clone(),
            basis: FROM.at_most(time.confidence),
        };
        let last = (at + NEAR).min(amounts.len() - 1);
        for near in at.saturating_sub(NEAR)..=last {
            let same = words.same_sentence(found[at].words.start, found[near].words.start);
            let result = matches!(role(&amounts[near]), Some(ChangeRole::By | ChangeRole::To));
            let stated = amounts[near]
                .compared_with
                .as_ref()
                .is_some_and(|base| base.basis.rule != period::WHOLE_YEAR.rule);
            if same && result && !stated {
                amounts[near].compared_with = Some(base.clone());
            }
        }
    }
}

const FROM: Basis = Basis::new(
    "from-figure",
    Confidence::Sure,
    "the date of the figure that it changed from",
);

/// The numbers of a paragraph with what touches them; dates and times are none.
fn quantities(words: &Words<'_>, numerals: &[Numeral], times: &[TimeExpression]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut numerals = numerals.iter().peekable();
    let mut time = 0;
    let mut at = 0;
    while at < words.len() {
        if let Some(numeral) = numerals.next_if(|numeral| numeral.words.start <= at) {
            while times
                .get(time)
                .is_some_and(|one| one.words.end <= numeral.words.start)
            {
                time += 1;
            }
            let dated = times
                .get(time)
                .is_some_and(|one| one.words.start < numeral.words.end);
            if let Some(one) = one_of(words, numeral, dated)
                && found
                    .last()
                    .is_none_or(|last| last.words.end <= one.words.start)
            {
                at = one.words.end;
                found.push(one);
            }
            at = at.max(numeral.words.end);
            continue;
        }
        found.extend(multiple(words, at));
        at += 1;
    }
    drop_rates(words, &mut found);
    found
}

/// Drops both sides of "US$1 = RM4.68": what a currency costs in another is an amount of nothing.
fn drop_rates(words: &Words<'_>, found: &mut Vec<Found>) {
    let sides: Vec<usize> = (1..found.len())
        .filter(|at| {
            let equals = found[at - 1].words.end;
            words.low(equals) == "=" && found[*at].words.start == equals + 1
        })
        .flat_map(|at| [at - 1, at])
        .collect();
    let mut at = 0..;
    found.retain(|_| at.next().is_none_or(|at| sides.binary_search(&at).is_err()));
}

/// The quantity of a numeral, which may be part of a date.
fn one_of(words: &Words<'_>, numeral: &Numeral, dated: bool) -> Option<Found> {
    if let Some(end) = change::times(words, &numeral.words).filter(|_| !dated) {
        let found = quantity::read(words, numeral)?;
        return Some(Found {
            words: numeral.words.start..end,
            unit: Some(Unit::Times),
            basis: quantity::TIMES,
            ..found
        });
    }
    let found = quantity::read(words, numeral)?;
    let counted = matches!(found.unit, None | Some(Unit::Measure(_)));
    if dated && counted {
        return None;
    }
    if matches!(found.quantity, Quantity::Fraction { .. }) && found.unit.is_none() {
        // "by about two thirds"
        let (_, begin) = qualifier::qualifier(words, numeral.words.start, numeral.words.end);
        let end = numeral.words.end;
        let compared = matches!(
            words.low(end),
            "more" | "less" | "fewer" | "higher" | "lower"
        ) && words.low(end + 1) == "than";
        let grown = compared
            || matches!(words.low_before(begin), "by" | "на")
                && change::is_change_before(words, begin);
        return Some(Found {
            unit: grown.then_some(Unit::Share),
            basis: quantity::TIMES,
            ..found
        });
    }
    Some(found)
}

/// "doubled", "threefold".
fn multiple(words: &Words<'_>, at: usize) -> Option<Found> {
    let (number, _) = trend::multiple(words.low(at))?;
    // "I will believe in a doubling when I see it"
    let bare = words.low(at).ends_with("ing")
        && words.low_before(at) == "a"
        && !matches!(words.low(at + 1), "of" | "in" | "from" | "since");
    let idiom = matches!(words.low(at + 1), "down" | "up" | "over") || bare;
    let value = Number::parse(number).ok().filter(|_| !idiom)?;
    Some(Found {
        words: at..at + 1,
        quantity: Quantity::One(Printed { value, scale: 0 }),
        unit: Some(Unit::Times),
        basis: quantity::TIMES,
        sign: None,
    })
}

#[cfg(test)]
mod tests;
