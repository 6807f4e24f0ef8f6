//! How many times as much: "twice the sum of 2019", "more than double the number", "four times as many".

use crate::dossier::Number;
use crate::dossier::spelled::small;
use crate::extract::amount::printed::{Printed, Quantity};
use crate::extract::amount::quantity::{Found, TIMES};
use crate::extract::amount::unit::Unit;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::Words;

/// Those of a paragraph in words; `found` are the amounts that it has already.
pub(super) fn all(words: &Words<'_>, found: &[Found]) -> Vec<Found> {
    let free = |at: &usize| found.iter().all(|one| !one.words.contains(at));
    (0..words.len())
        .filter_map(|at| of_word(words, at).or_else(|| one_in(words, at)))
        .filter(|one| free(&one.words.start))
        .collect()
}

/// Is "times" at that place, with what is measured by: "four times as many", "2.3 times the level"?
pub(super) fn is_measured(words: &Words<'_>, at: usize) -> bool {
    let next = words.low(at + 1);
    words.low(at) == "times" && matches!(next, "as" | "the" | "that" | "what" | "its" | "their")
}

/// "twice", "double", "triple" before what is measured by.
fn of_word(words: &Words<'_>, at: usize) -> Option<Found> {
    let number = match words.low(at) {
        "twice" | "double" => "2",
        "triple" | "treble" | "thrice" => "3",
        "quadruple" => "4",
        _ => return None,
    };
    let verb = matches!(words.low_before(at), "to" | "will" | "would" | "could");
    let than =
        words.low_before(at) == "than" && matches!(words.low(at.saturating_sub(3)), "to" | "will");
    let next = words.low(at + 1);
    let measured = matches!(next, "that" | "what" | "as")
        || is_small(words, at + 1) && !matches!(next, "a" | "each" | "every" | "this");
    let value = Number::parse(number)
        .ok()
        .filter(|_| measured && !verb && !than)?;
    Some(Found {
        words: at..at + 1,
        quantity: Quantity::One(Printed { value, scale: 0 }),
        unit: Some(Unit::Times),
        basis: TIMES,
        sign: None,
    })
}

/// "one in four of them", "two out of five".
fn one_in(words: &Words<'_>, at: usize) -> Option<Found> {
    let over = small(words.low(at)).filter(|over| *over > 0)?;
    let out = usize::from(words.low(at + 1) == "out" && words.low(at + 2) == "of") * 2;
    let link = if out > 0 {
        out
    } else {
        usize::from(words.low(at + 1) == "in")
    };
    let under = small(words.low(at + 1 + link)).filter(|under| link > 0 && *under > over)?;
    let end = at + 2 + link;
    // "one in two years"
    if matches!(words.low(end), "years" | "months" | "weeks" | "days") {
        return None;
    }
    Some(Found {
        words: at..end,
        quantity: Quantity::Fraction {
            over: over.try_into().ok()?,
            under: under.try_into().ok()?,
        },
        unit: Some(Unit::Share),
        basis: TIMES,
        sign: None,
    })
}

/// Is it an article or the like?
fn is_small(words: &Words<'_>, at: usize) -> bool {
    lexicon::of(words.low(at)).has(Class::DETERMINER | Class::POSSESSIVE)
}
