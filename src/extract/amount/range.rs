//! Two numbers that are the ends of a range, told apart from a change from one to the other.

use super::change;
use super::printed::{Printed, Quantity};
use super::quantity::Found;
use super::unit::Unit;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;

/// Joins the ends of ranges, and gives the first of two numbers the unit of the second. What has no
/// unit then is handed on apart.
pub(super) fn join(words: &Words<'_>, found: Vec<Found>) -> (Vec<Found>, Vec<Found>) {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        let both = joined.last().and_then(|last| together(words, last, &next));
        match both {
            Some(Both::Range(range)) => {
                joined.pop();
                joined.push(range);
            }
            Some(Both::Two(first)) => {
                let unit = first.unit;
                joined.pop();
                joined.push(first);
                joined.push(Found { unit, ..next });
            }
            None => joined.push(next),
        }
    }
    joined.into_iter().partition(|one| one.unit.is_some())
}

enum Both {
    /// One range.
    Range(Found),
    /// Two quantities; the first with the unit of both.
    Two(Found),
}

/// "from US$ 10 to 12 million": the sign before the first is that of both.
fn sign_of_both(words: &Words<'_>, first: &Found, second: &Found, joint: Joint) -> Option<Unit> {
    let scale = |found: &Found| match found.quantity {
        Quantity::One(one) => one.scale,
        _ => 0,
    };
    let is_from = joint == Joint::To && opening(words, first.words.start) == Some("from");
    let is_scaled = scale(first) == 0 && scale(second) > 0;
    let money = |unit: &Unit| matches!(unit, Unit::Money(_)) && is_from && is_scaled;
    first.unit.filter(money)
}

/// "from 50 million in 2022 to 8.3 million dollars": the year of another figure.
fn is_year(words: &Words<'_>, found: &Found) -> bool {
    let at = found.words.start;
    let digits = words.low(at);
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let behind = matches!(words.low_before(at), "in" | "for" | "since" | "year");
    year && behind && found.unit.is_none() && found.words.len() == 1
}

/// What stands between two numbers that belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    To,
    And,
    Dash,
    Or,
}

fn together(words: &Words<'_>, first: &Found, second: &Found) -> Option<Both> {
    let joint = joint(words, first.words.end, second.words.start)?;
    let (Quantity::One(low), Quantity::One(high)) = (first.quantity, second.quantity) else {
        return None;
    };
    let unit = first
        .unit
        .filter(|own| own.word() == second.unit.map_or("", Unit::word));
    let shared = || sign_of_both(words, first, second, joint);
    if let (None, None) = (first.unit, second.unit) {
        return bare(words, first, second, joint);
    }
    let unit = unit.or(second.unit).or_else(shared)?;
    let basis = second.unit.map_or(first.basis, |_| second.basis);
    if is_year(words, first) {
        return None;
    }
    let alike = first.unit.is_none_or(|own| own == unit);
    if !alike || second.sign.is_some() && joint != Joint::To {
        return None;
    }
    let low = with_scale(low, high, first, unit, joint);
    let has_own_unit = first.unit.is_some();
    let opens = opening(words, first.words.start);
    let moves = opens != Some("between")
        && joint == Joint::To
        && change::is_change_before(words, first.words.start);
    let first = Found {
        quantity: Quantity::One(low),
        unit: Some(unit),
        basis: basis.at_most(Confidence::Likely),
        ..first.clone()
    };
    match joint {
        // "rose from 5 to 7 per cent", "increased by 43.6 to 419.2 billion"
        // "grow 4% to 6%" is a range of rates.
        Joint::To if moves && (opens == Some("from") || has_own_unit && unit != Unit::Percent) => {
            Some(Both::Two(first))
        }
        Joint::And | Joint::Or if opens != Some("between") => {
            // "5 and 7 per cent": two quantities of one unit.
            Some(Both::Two(first))
        }
        _ => {
            let ordered = low.value() <= high.value();
            let class = if ordered {
                basis.confidence
            } else {
                Confidence::Unsure
            };
            Some(Both::Range(Found {
                words: first.words.start..second.words.end,
                quantity: Quantity::Between(low, high),
                unit: Some(unit),
                basis: RANGE.at_most(class),
                sign: None,
            }))
        }
    }
}

/// "between 15 and 20 new projects": a range of what follows.
fn bare(words: &Words<'_>, first: &Found, second: &Found, joint: Joint) -> Option<Both> {
    let (Quantity::One(low), Quantity::One(high)) = (first.quantity, second.quantity) else {
        return None;
    };
    let spans = joint == Joint::And && opening(words, first.words.start) == Some("between");
    let range = spans && low.value() <= high.value() && !is_year(words, first);
    range.then(|| {
        Both::Range(Found {
            words: first.words.start..second.words.end,
            quantity: Quantity::Between(low, high),
            ..second.clone()
        })
    })
}

const RANGE: Basis = Basis::new(
    "range",
    Confidence::Sure,
    "two numbers are the ends of a range",
);

/// The lower end, with the power of ten of the upper one, where it is printed once for both.
fn with_scale(low: Printed, high: Printed, first: &Found, unit: Unit, joint: Joint) -> Printed {
    let shared = matches!(joint, Joint::Dash | Joint::To | Joint::And | Joint::Or)
        && low.scale == 0
        && high.scale > 0
        && low.value.value() < 1000.0
        && (first.unit.is_none()
            || matches!(unit, Unit::Money(_)) && low.value.value() <= high.value.value());
    if shared {
        Printed {
            scale: high.scale,
            ..low
        }
    } else {
        low
    }
}

fn joint(words: &Words<'_>, from: usize, to: usize) -> Option<Joint> {
    if to <= from || !words.same_sentence(from - 1, to) {
        return None;
    }
    let length = to - from;
    let low = words.low(from);
    let joint = match low {
        "to" | "до" | "à" | "bis" => Joint::To,
        "and" | "и" | "et" | "und" => Joint::And,
        "or" | "или" | "ou" | "oder" => Joint::Or,
        "-" | "–" | "—" | "‑" => Joint::Dash,
        _ => return None,
    };
    // "from 5 to about 7 per cent"
    let loose = length == 2
        && joint == Joint::To
        && matches!(
            words.low(from + 1),
            "about" | "around" | "nearly" | "almost" | "just"
        );
    (length == 1 || loose).then_some(joint)
}

/// The word that opens a range or a change: "between", "from".
fn opening(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let before = |at: usize| {
        Some(match words.low_before(at) {
            "between" | "entre" | "zwischen" | "между" => "between",
            "from" | "от" | "с" | "со" | "de" | "von" | "range" => "from",
            _ => return None,
        })
    };
    let about = matches!(
        words.low_before(at),
        "about" | "around" | "roughly" | "approximately" | "just" | "nearly" | "almost"
    );
    before(at).or_else(|| about.then(|| before(at - 1))?)
}
