//! Figures that a text works out from others, which no source prints.

use std::borrow::Cow;
use std::ops::Range;

use crate::extract::amount::{Amount, Quantity, Trend, Unit};
use crate::vet::number::Told;
use crate::vet::sentence::Sentence;
use crate::vet::words::Word;

/// Phrases that give what follows from another figure, with commas between them.
const FOLLOWS: &str = "would mean, would imply, would make, would give, would leave, would put, implies, imply, \
    implying, would come to, would amount to, would work out, would equal, would translate into, translates into, \
    translate into, would correspond to, would represent, would be, would still be, that makes, which makes, that gives, which gives, that comes to, \
    which comes to, this makes, this gives, would yield, must have been, must be, works out, work out, worked out, corresponds to, correspond to, equals";

/// Words of arithmetic: behind one, a verb gives the result.
const ARITHMETIC: &str = "dividing, divided by, divide, multiplying, multiplied, multiply, spread over, spread \
    across, shared among, adding, added to, subtracting, taking, deducting";

/// Verbs that give a result.
const RESULT: &str = "gives, give, yields, yield, makes, make, comes to, come to, leaves, leave, means, mean, \
    results in, amounts to";

/// Is a figure worked out from another of its sentence? "Dividing it by 7.7 million people gives …"
pub(super) fn is_derived(sentence: &Sentence, range: &Range<usize>) -> bool {
    /// Words between a phrase and its figure.
    const NEAR: usize = 8;
    /// Words before a verb of result in which a word of arithmetic is looked for.
    const REACH: usize = 40;
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let near = here.saturating_sub(NEAR)..here;
    // The first figure behind the phrase is the result.
    let is_next = |at: usize| !has_figure(sentence, &(words[at].range.start + 1..range.start));
    let follows = near
        .clone()
        .any(|at| begins(&words[at..], FOLLOWS) && is_next(at));
    let before = |end: usize| {
        let mut reach = end.saturating_sub(REACH)..end;
        reach.any(|at| begins(&words[at..], ARITHMETIC))
    };
    let is_result = |at: usize| begins(&words[at..], RESULT) && is_next(at) && before(at);
    let is_of_other = has_figure(sentence, &(0..range.start));
    is_of_other && (follows || near.clone().any(is_result)) || is_dividend(sentence, range)
}

/// "Divide 79 billion by 7.7 million people": is it what is divided, of which the unit is left out?
fn is_dividend(sentence: &Sentence, range: &Range<usize>) -> bool {
    /// Words from the verb to its figure.
    const NEAR: usize = 3;
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let next = words.partition_point(|word| word.range.start < range.end);
    words.get(next).is_some_and(is_by) && words[here.saturating_sub(NEAR)..here].iter().any(divides)
}

fn divides(word: &Word) -> bool {
    let low = word.low.as_str();
    low.starts_with("divid") || matches!(low, "spread" | "share" | "shared" | "split")
}

/// Does what something is divided by come next?
fn is_by(word: &Word) -> bool {
    matches!(&*word.low, "by" | "over" | "among" | "across" | "between")
}

/// Does a figure of a sentence, which has them in order, begin in a range?
fn has_figure(sentence: &Sentence, range: &Range<usize>) -> bool {
    let amounts = &sentence.amounts;
    let counts = &sentence.counts;
    let amount = amounts.partition_point(|one| one.range.start < range.start);
    let count = counts.partition_point(|one| one.range.start < range.start);
    let is_in = |start: Option<usize>| start.is_some_and(|start| start < range.end);
    is_in(amounts.get(amount).map(|one| one.range.start))
        || is_in(counts.get(count).map(|one| one.range.start))
}

/// "divided by 7.7 million people": is it what another figure is divided by, of whatever period?
pub(super) fn is_divisor(sentence: &Sentence, range: &Range<usize>) -> bool {
    /// Words from the verb to its figure.
    const NEAR: usize = 4;
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let near = here.saturating_sub(NEAR)..here;
    let is_right_behind = near.clone().next_back().is_some_and(|at| is_by(&words[at]));
    is_right_behind && (words[near].iter().any(divides) || words.first().is_some_and(divides))
}

/// "a month", "per head", "each": what a figure is given by, as the word for it.
pub(super) fn per(sentence: &Sentence, range: &Range<usize>) -> Option<String> {
    /// Words behind a figure in which it is looked for.
    const NEAR: usize = 3;
    const SPANS: [&str; 6] = ["day", "week", "month", "quarter", "head", "person"];
    const HEADS: [&str; 4] = ["capita", "person", "inhabitant", "resident"];
    let words = &sentence.words;
    let next = words.partition_point(|word| word.range.start < range.end);
    let near = (next..words.len().min(next + NEAR)).take_while(|at| words[*at].mark.is_none());
    near.into_iter().find_map(|at| {
        let by = words[at].low.as_str();
        let span = words.get(at + 1).map_or("", |word| word.low.as_str());
        let is_span = SPANS.contains(&span);
        let is_per = by == "per" || matches!(by, "a" | "every" | "each") && is_span;
        (is_per && !matches!(span, "" | "cent" | "year" | "annum")).then(|| {
            let is_head = HEADS.contains(&span);
            if is_head { "head" } else { span }.to_owned()
        })
    })
}

/// Does a text take up a rate that it gave before? "the 20 %", "that 20 %".
pub(super) fn is_taken_up(sentence: &Sentence, range: &Range<usize>) -> bool {
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let before = here.checked_sub(1).map(|at| words[at].low.as_str());
    matches!(before, Some("the" | "that" | "this" | "those" | "these"))
}

/// Is a rate one of change by what is beside it? "20 % year on year", "another 20 %".
pub(super) fn is_yearly(sentence: &Sentence, range: &Range<usize>) -> bool {
    /// Words behind a rate that may tell what it is measured from.
    const NEAR: usize = 4;
    const YEARLY: &str = "year on year, year over year, on the year, compared with the same, against the same, than a year \
        earlier, than the year before, from a year earlier";
    const MORE: [&str; 2] = ["another", "further"];
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let next = words.partition_point(|word| word.range.start < range.end);
    let before = here.checked_sub(1).map(|at| words[at].low.as_str());
    let is_more = before.is_some_and(|low| MORE.contains(&low));
    let mut near = next..words.len().min(next + NEAR);
    let of = words
        .get(next)
        .is_some_and(|word| word.low == "of" && word.mark.is_none());
    !of && (is_more || near.any(|at| begins(&words[at..], YEARLY)))
}

/// "a point less than the 5 % of 2023": what is compared with a figure is no bound of it.
pub(super) fn unbound<'a>(sentence: &Sentence, amount: &'a Amount) -> Cow<'a, Amount> {
    if !sentence.words_of(&amount.range).contains(" than the ") {
        return Cow::Borrowed(amount);
    }
    Cow::Owned(Amount {
        qualifier: None,
        ..amount.clone()
    })
}

/// Does a run of words begin with one of these phrases?
fn begins(words: &[Word], phrases: &str) -> bool {
    phrases.split(", ").any(|phrase| {
        let mut words = words.iter();
        phrase.split_whitespace().all(|part| {
            words
                .next()
                .is_some_and(|word| !word.quoted && word.low == part)
        })
    })
}

/// "doubled", "rose by a third": by how many per cent. `is_falling`: does a verb before it tell of a fall?
pub(super) fn multiple(sentence: &Sentence, amount: &Amount, is_falling: bool) -> Option<Told> {
    // "fell sixfold": the verb says which way.
    let text = sentence.words_of(&amount.range);
    let is_fold = text.ends_with("fold") || text.contains("times");
    let down = amount
        .change
        .is_some_and(|change| change.trend == Trend::Down)
        || is_fold && is_falling;
    let percent = match (amount.unit, amount.quantity) {
        (_, Quantity::Fraction { over, under }) => {
            100.0 * f64::from(over) / f64::from(under.max(1))
        }
        (Unit::Share, Quantity::One(part)) => 100.0 * part.value(),
        // "halved" is half of what it was, "tripled" three times as much.
        (_, Quantity::One(times)) if times.value() < 1.0 => 100.0 * (1.0 - times.value()),
        // "fell sixfold" is to a sixth.
        (_, Quantity::One(times)) if down => 100.0 * (1.0 - 1.0 / times.value()),
        (_, Quantity::One(times)) => 100.0 * (times.value() - 1.0),
        _ => return None,
    };
    let number = Told::rough(percent, 0.05, amount.qualifier);
    Some(if down { number.negated() } else { number })
}
