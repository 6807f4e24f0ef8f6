//! Figures that are no level of anything: prices, and the whole behind a part.

use super::quantity::Found;
use super::unit::Unit;
use crate::dossier::spelled::small;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// Is it a price, "$3 a kilo", or the whole behind a part, "three in ten visitors", "9 of its 21 ferries"?
pub(super) fn is_no_level(words: &Words<'_>, found: &Found) -> bool {
    match found.unit {
        Some(Unit::Money(_)) => is_price(words, found.words.end),
        Some(Unit::Measure(_) | Unit::Things) | None => is_whole(words, found.words.start),
        _ => false,
    }
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
