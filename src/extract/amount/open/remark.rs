//! Numbers that are no figure of a relationship: distances, sizes, wages, what shares closed at.

use crate::extract::amount::printed::Quantity;
use crate::extract::amount::quantity::Found;
use crate::extract::amount::trend::trend;
use crate::extract::amount::unit::{self, Unit};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Money of a person, of which nobody keeps statistics.
const LITTLE: f64 = 1_000.0;

/// Words behind a number that only paints a picture: "ninety percent there".
static PICTURES: WordList =
    WordList::new("there sure certain ready finished done right wrong full");

/// Nouns of which a part is no share: "half of the matter".
static ABSTRACT: WordList = WordList::new(
    "matter battle problem story truth day night time year month week century decade job work way world answer \
     point pleasure fun",
);

/// Is a number with its unit told by the way?
pub(super) fn is_aside(words: &Words<'_>, found: &Found) -> bool {
    let (start, end) = (found.words.start, found.words.end);
    let little = |quantity| matches!(quantity, Quantity::One(one) if one.value() < LITTLE);
    match found.unit {
        Some(Unit::Measure("km" | "m" | "miles" | "m²")) => true,
        // "a 250-megawatt plant", "a 5,000-tonne cargo"
        Some(Unit::Measure(unit)) if unit::is_power(unit) => false,
        Some(Unit::Measure("tonnes")) if !little(found.quantity) => false,
        // "a 3-kilogram book"
        Some(Unit::Measure(_)) => (start + 1..end).any(|at| {
            let number = words.get(at - 1);
            words.low(at) == "-" && number.is_some_and(|word| word.kind == TokenKind::Number)
        }),
        Some(Unit::Money(_)) => little(found.quantity),
        Some(Unit::Percent) => PICTURES.has(words.low(end)) || is_of_stock(words, start),
        None if matches!(found.quantity, Quantity::Fraction { .. }) => {
            // "a day and a half of talks"
            let more = words.low_before(start) == "and";
            more || words.low(end) == "of" && ABSTRACT.has(words.low(end + 2))
        }
        _ => false,
    }
}

/// Is it what the shares of a company rose or fell by?
fn is_of_stock(words: &Words<'_>, start: usize) -> bool {
    const REACH: usize = 10;
    let near = start.saturating_sub(REACH)..start;
    let shares = near.clone().find(|at| {
        words.same_sentence(*at, start) && matches!(words.low(*at), "shares" | "stock" | "stocks")
    });
    let moves =
        |at: usize| matches!(words.low(at), "closed" | "traded") || trend(words.low(at)).is_some();
    shares.is_some_and(|shares| (shares..start).any(moves))
}
