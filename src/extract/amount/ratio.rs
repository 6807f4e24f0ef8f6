//! Figures that are no level of anything: prices, the whole behind a part, and how many live in a place.

use super::quantity::Found;
use super::unit::Unit;
use crate::dossier::spelled::small;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// Is it a price, "$3 a kilo", or the whole behind a part, "three in ten visitors", "9 of its 21 ferries"?
pub(super) fn is_no_level(words: &Words<'_>, found: &Found) -> bool {
    match found.unit {
        Some(Unit::Money(_)) => is_price(words, found.words.end),
        Some(Unit::Percent) => is_share(words, found.words.start),
        Some(Unit::Measure(_) | Unit::Things) | None => {
            is_whole(words, found.words.start) || is_population(words, found)
        }
        _ => false,
    }
}

/// Is it how many live in a place: "an island nation of fewer than 400,000 people", "a town of 30,000"?
fn is_population(words: &Words<'_>, found: &Found) -> bool {
    let people = |at: usize| {
        matches!(
            words.low(at),
            "people" | "inhabitants" | "souls" | "residents" | "citizens"
        )
    };
    let (_, begin) = super::qualifier::qualifier(words, found.words.start, found.words.end);
    let counts = found.unit.is_none() || (found.words.start..found.words.end).any(people);
    let of = begin.checked_sub(2).filter(|at| words.low(at + 1) == "of");
    let place = of.is_some_and(|at| {
        matches!(
            words.low(at),
            "country"
                | "nation"
                | "state"
                | "island"
                | "republic"
                | "kingdom"
                | "city"
                | "town"
                | "village"
                | "population"
        )
    });
    counts && place
}

fn is_price(words: &Words<'_>, end: usize) -> bool {
    matches!(words.low(end), "a" | "an" | "per" | "/")
        && matches!(
            words.low(end + 1),
            "kilo"
                | "kg"
                | "kilogram"
                | "tonne"
                | "ton"
                | "barrel"
                | "litre"
                | "pound"
                | "ounce"
                | "share"
                | "piece"
                | "unit"
                | "kilowatt"
                | "megawatt"
        )
}

/// Is it a share that came to it, and not a growth: "the share of wood rose from 12 to 19 per cent"?
fn is_share(words: &Words<'_>, start: usize) -> bool {
    const REACH: usize = 14;
    let level = matches!(
        words.low_before(start),
        "to" | "from" | "at" | "was" | "is" | "reached" | "exceeded"
    );
    let near = start.saturating_sub(REACH)..start;
    level
        && near
            .filter(|at| words.same_sentence(*at, start))
            .any(|at| matches!(words.low(at), "share" | "shares" | "proportion" | "portion"))
}

fn is_whole(words: &Words<'_>, start: usize) -> bool {
    let owned = matches!(
        words.low_before(start),
        "its" | "the" | "their" | "our" | "his" | "her"
    );
    let link = start.checked_sub(1 + usize::from(owned));
    let Some(link) = link.filter(|at| matches!(words.low(*at), "in" | "of")) else {
        return false;
    };
    // "14 out of 22"
    let link = link - usize::from(words.low(link) == "of" && words.low_before(link) == "out");
    let is_number = |at: usize| {
        let digits = words
            .get(at)
            .is_some_and(|word| word.kind == TokenKind::Number && word.text.len() < 4);
        digits || small(words.low(at)).is_some()
    };
    link > 0 && is_number(link - 1)
}
