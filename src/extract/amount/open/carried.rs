//! The period that a figure that no rule knows has from the figures before it.

use crate::dossier::observation::ObservationStatus;
use crate::extract::amount::carry;
use crate::extract::amount::change::ChangeRole;
use crate::extract::amount::period::{Dates, Period};
use crate::extract::amount::quantity::Found;
use crate::extract::amount::record::Amount;
use crate::extract::amount::unit::Unit;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Words before a figure that make it one of today.
const TODAY: usize = 6;
/// Words of a sentence that are looked at to either side.
const REACH: usize = 40;

/// Words of a part of what the sentence before spoke of.
static PARTS: WordList = WordList::new("alone accounted accounts accounting made makes make");

/// Gives a share, a multiple, a weight, or a sentence that only goes on, the period of the figure before it.
pub(super) fn carry(
    words: &Words<'_>,
    start: usize,
    amount: &mut Amount,
    (found, amounts): (&[Found], &[Amount]),
    dates: &Dates<'_>,
) {
    let end = words.place(amount.range.end.saturating_sub(1)) + 1;
    let part = matches!(amount.unit, Unit::Percent | Unit::Times | Unit::Share)
        || amount.unit == Unit::Measure("tonnes")
        || goes_on(words, start);
    let part = part && !is_interest(words, start) && !is_rate(words, start, end);
    let from = amount
        .change
        .is_some_and(|change| change.role == ChangeRole::From);
    let reported = amount.status == ObservationStatus::Reported && !from;
    let same = is_same(words, start);
    let own = amount.period.is_some() || dates.any_near(start, end) && !is_appended(words, start);
    let Some(sentence) = words.get(start).map(|word| word.sentence) else {
        return;
    };
    // "now buys more than 60 per cent of"
    let today = (start.saturating_sub(TODAY)..start)
        .any(|at| matches!(words.low(at), "now" | "currently" | "today"));
    if !reported || !same && (own || !part || today) {
        return;
    }
    let near = |one: &Found| {
        let own = words.get(one.words.start).map(|word| word.sentence);
        // "Of that, $5 million was tea. Coffee made up $2 million": two sentences on.
        own.is_some_and(|own| own <= sentence && own + 2 >= sentence)
    };
    let before = found.iter().zip(amounts).rev();
    let mut before = before.filter(|(one, _)| one.words.start < start && near(one));
    let told = before.find(|(one, amount)| {
        let base = carry::is_base(words, one.words.start);
        amount.period.is_some() && amount.is_reported_level() && !base
    });
    let period = told.and_then(|(_, amount)| amount.period.as_ref().map(carry::carried));
    amount.period = period.or(amount.period.take());
}

/// Gives a share of the first sentence of a paragraph the period of the paragraph before.
pub(super) fn carry_over(
    words: &Words<'_>,
    start: usize,
    amount: &mut Amount,
    dates: &Dates<'_>,
    before: Option<&Period>,
) {
    let end = words.place(amount.range.end.saturating_sub(1)) + 1;
    let part = matches!(amount.unit, Unit::Percent | Unit::Share) && amount.change.is_none();
    let free = amount.period.is_none() && !dates.any_near(start, end);
    // "a protocol that covers 70% of the lines": of no time.
    let mut near = start.saturating_sub(3)..start;
    let covers = near.any(|at| matches!(words.low(at), "cover" | "covers"));
    let reported = amount.status == ObservationStatus::Reported && !covers;
    let share = words.low(end) == "of" || goes_on(words, start);
    if part
        && free
        && reported
        && share
        && words.same_sentence(0, start)
        && !is_interest(words, start)
    {
        amount.period = before.cloned();
    }
}

/// Is a multiple told of what is before it: "… in 2024, and that is three times as much"?
fn is_appended(words: &Words<'_>, start: usize) -> bool {
    const NEAR: usize = 5;
    let mut near = start.saturating_sub(NEAR)..start;
    near.any(|at| {
        let verb = matches!(words.low(at + 1), "is" | "was");
        words.low_before(at) != "said" && matches!(words.low(at), "that" | "which") && verb
    })
}

/// Is it what is so every year: "a capacity of 60,000 tonnes a year"?
fn is_rate(words: &Words<'_>, start: usize, end: usize) -> bool {
    const NEAR: usize = 5;
    let each = matches!(words.low(end), "a" | "per")
        && matches!(words.low(end + 1), "year" | "month" | "week" | "day");
    let rate = each || matches!(words.low(end), "annually" | "yearly");
    let mut near = start.saturating_sub(NEAR)..start;
    rate || near.any(|at| words.low(at) == "capacity")
}

/// Is it a rate of interest, which is of no period: "carries interest of 2 per cent"?
fn is_interest(words: &Words<'_>, start: usize) -> bool {
    const NEAR: usize = 5;
    let mut near = start.saturating_sub(NEAR)..start;
    near.any(|at| matches!(words.low(at), "interest" | "rate" | "coupon"))
}

/// Is "the same period" said near a figure?
fn is_same(words: &Words<'_>, start: usize) -> bool {
    const NEAR: usize = 14;
    let near = start.saturating_sub(NEAR)..start + NEAR;
    let mut near = near.filter(|at| words.same_sentence(*at, start));
    near.any(|at| {
        let noun = |at: usize| matches!(words.low(at), "period" | "months" | "quarter" | "year");
        let compared = matches!(
            words.low(at.saturating_sub(2)),
            "from" | "than" | "with" | "to" | "against" | "on"
        );
        // "in the same period of 2022" names it.
        let end = if noun(at + 1) { at + 2 } else { at + 3 };
        let year = words
            .get(end + 1)
            .is_some_and(|word| word.kind == TokenKind::Number);
        let named = words.low(end) == "of" && year;
        words.low(at) == "same" && !compared && !named && (noun(at + 1) || noun(at + 2))
    })
}

/// Does the sentence of a word go on with what was spoken of: "They spent", "Of these", "of it", "alone"?
fn goes_on(words: &Words<'_>, of: usize) -> bool {
    let same = |at: &usize| words.same_sentence(*at, of);
    let first = (of.saturating_sub(REACH)..=of)
        .rev()
        .take_while(same)
        .last()
        .unwrap_or(of);
    let at = first + usize::from(words.low(first) == "of");
    // "About 640 of the workers"
    let part = matches!(words.low(of + 1), "of")
        && matches!(words.low(of + 2), "the" | "them" | "these" | "those");
    let opens = matches!(
        words.low(at),
        "it" | "they" | "this" | "that" | "these" | "those" | "them" | "which"
    );
    // "The bill came to"
    let bill = matches!(
        words.low(at + 1),
        "bill" | "total" | "sum" | "cost" | "value"
    ) && words.low(at) == "the";
    let opens = opens || bill;
    let mut near = (of.saturating_sub(REACH)..of + REACH).filter(same);
    opens
        || part
        || near.any(|at| {
            PARTS.has(words.low(at))
                || words
                    .after(at, "of it")
                    .or_else(|| words.after(at, "of that"))
                    .is_some()
        })
}
