//! Numbers that repeat no unit: "97 million euros …, purchases almost 61 million", "11,000 tourists, and
//! 20,000 by 2026".

use super::printed::Quantity;
use super::quantity::Found;
use super::trend::trend;
use super::unit::{self, Unit};
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

pub(super) const AGAIN: Basis = Basis::new(
    "unit-before",
    Confidence::Likely,
    "the unit of the figure before, which is not repeated",
);

/// Gives numbers without a unit that of the figure before them, where nothing else can be counted.
pub(super) fn fill(words: &Words<'_>, found: &mut [Found]) {
    for one in found.iter_mut() {
        let unit = named(words, one.words.start, one.words.end).filter(|_| one.unit.is_none());
        if let Some(unit) = unit.filter(|unit| continues(words, one, *unit)) {
            one.unit = Some(unit);
            one.basis = NAMED;
        }
    }
    for at in 1..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let Some(one) = rest.first_mut().filter(|one| one.unit.is_none()) else {
            continue;
        };
        let start = one.words.start;
        let known = done.iter().rev().find(|known| {
            let unit = known.unit;
            unit.is_some_and(|unit| {
                let nights = unit == Unit::Measure("overnight stays");
                unit.counts_people() || nights || matches!(unit, Unit::Money(_))
            })
        });
        let next = |known: &&Found| {
            words.same_sentence(known.words.start, start) || goes_on(words, known, start)
        };
        let unit = known.filter(next).and_then(|known| known.unit);
        let Some(unit) = unit else {
            continue;
        };
        if continues(words, one, unit) {
            one.unit = Some(unit);
            one.basis = AGAIN.at_most(one.basis.confidence.max(Confidence::Likely));
        }
    }
}

/// Does the sentence behind that of a figure tell what is wanted or expected, or what the same number was:
/// "28,000 tourists came. The board wants 40,000 next year", "Last year it was 9,000"?
fn goes_on(words: &Words<'_>, known: &Found, start: usize) -> bool {
    const REACH: usize = 6;
    let sentence = |at: usize| words.get(at).map(|word| word.sentence);
    let follows = sentence(start) == sentence(known.words.start).map(|own| own + 1);
    let people = known.unit.is_some_and(Unit::counts_people);
    let near = start.saturating_sub(REACH)..start;
    let mut near = near.filter(|at| words.same_sentence(*at, start));
    follows && people && near.any(|at| HOPES.has(words.low(at)) || is_it(words, at))
}

/// Words for what somebody wants or expects.
static HOPES: WordList =
    WordList::new("wants want expects expect hopes hope aims aim forecasts predicts targets");

/// "this number will reach", "it was fewer than": does a word mean the number of the sentence before?
fn is_it(words: &Words<'_>, at: usize) -> bool {
    let verb = |at: usize| {
        let low = words.low(at);
        matches!(
            low,
            "counted"
                | "recorded"
                | "registered"
                | "welcomed"
                | "received"
                | "hosted"
                | "was"
                | "is"
                | "will"
                | "would"
                | "had"
                | "has"
                | "reached"
                | "stood"
                | "could"
                | "may"
                | "should"
        ) || trend(low).is_some()
    };
    let pronoun = words.low(at) == "it";
    let noun = matches!(words.low(at), "number" | "figure" | "total")
        && matches!(words.low_before(at), "this" | "that" | "the" | "their");
    (pronoun || noun) && verb(at + 1)
}

const NAMED: Basis = Basis::new(
    "counted-before",
    Confidence::Likely,
    "the sentence says before what it counts",
);

/// What a sentence counts before a number: "the number of Thai visitors rose to 12,300".
fn named(words: &Words<'_>, start: usize, end: usize) -> Option<Unit> {
    const REACH: usize = 14;
    let level = matches!(
        words.low_before(start),
        "to" | "reached" | "at" | "totalled" | "totaled" | "hit" | "exceeded" | "numbered"
    ) || came(words, end)
        || told_first(words, start, end);
    let near = (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(|at| words.same_sentence(*at, start));
    near.filter(|_| level)
        .find_map(|at| unit::people(words.low(at)))
}

/// "remains small: 3,000 came last year"
fn came(words: &Words<'_>, end: usize) -> bool {
    matches!(words.low(end), "came" | "arrived" | "visited")
}

/// "Arrivals from Chile, 9,870 in 2018, fell": a number right behind those whom it counts.
fn told_first(words: &Words<'_>, start: usize, end: usize) -> bool {
    const REACH: usize = 4;
    let mut before = (start.saturating_sub(REACH)..start).rev();
    let opened = before.next().is_some_and(|at| words.low(at) == ",");
    let counted = before.any(|at| unit::people(words.low(at)).is_some());
    opened && counted && words.low(end) == "in"
}

/// Can a number be one of a unit that was printed before? Money has its scale printed: "61 million".
fn continues(words: &Words<'_>, one: &Found, unit: Unit) -> bool {
    let Quantity::One(printed) = one.quantity else {
        return false;
    };
    let (start, end) = (one.words.start, one.words.end);
    let next = words.get(end);
    // "771 billion ($1 trillion)": of another currency.
    let bracket = words.low(end) == "(";
    let mark = next.is_none_or(|next| next.kind == TokenKind::Mark && !next.is_glued() && !bracket);
    let stop = next.is_some_and(|next| matches!(&*next.low, "." | "," | ";" | ")"));
    let small = matches!(
        words.low(end),
        "in" | "by"
            | "this"
            | "last"
            | "next"
            | "a"
            | "for"
            | "from"
            | "between"
            | "during"
            | "and"
            | "as"
            | "are"
            | "recorded"
            | "registered"
            | "reported"
            | "annually"
            | "yearly"
            | "every"
            | "per"
    );
    let earlier = [
        "the year before",
        "the previous year",
        "the year earlier",
        "two years earlier",
        "two years before",
    ];
    let earlier = earlier.iter().any(|time| words.after(end, time).is_some());
    if !(mark || stop || small || earlier || came(words, end)) {
        return false;
    }
    let digits = words.low(start);
    let year = digits.len() == 4 && printed.scale == 0 && digits.starts_with(['1', '2']);
    let against = matches!(
        words.low_before(start),
        "with" | "to" | "from" | "against" | "than"
    );
    let dated = matches!(words.low(end), "in" | "by" | "this" | "last" | "next" | "a");
    match unit {
        Unit::Money(_) => printed.scale >= 6,
        _ if year => false,
        _ => printed.value() >= 1000.0 || against && dated && printed.value() > 9.0,
    }
}
