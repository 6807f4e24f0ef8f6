//! Numbers in English words: "fifty million", "one and a half", "two thirds", "tens of thousands".

use super::scale::power;
use super::spelled::{Spelled, Value, joined, number};
use crate::dossier::spelled::{small, tens};
use crate::extract::language::Language;
use crate::extract::word::Words;

/// Reads the number that begins with the word `at`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Spelled> {
    if matches!(words.low(at), "half" | "a" | "one") && half_of_a_scale(words, at).is_some() {
        return half_of_a_scale(words, at);
    }
    fraction(words, at)
        .or_else(|| vague(words, at))
        .or_else(|| dozen(words, at))
        .or_else(|| cardinal(words, at))
}

/// "twenty", "twenty-five", "twenty five".
fn below_hundred(words: &Words<'_>, at: usize) -> Option<(u64, usize)> {
    let first = small(words.low(at))?;
    if tens(words.low(at)).is_none() {
        return Some((first, at + 1));
    }
    let hyphen = usize::from(words.low(at + 1) == "-");
    match small(words.low(at + 1 + hyphen)) {
        Some(unit) if (1..10).contains(&unit) => Some((first + unit, at + 2 + hyphen)),
        _ => Some((first, at + 1)),
    }
}

/// Up to three digits: "three hundred and five", "a hundred".
fn group(words: &Words<'_>, at: usize) -> Option<(u64, usize)> {
    let one = words.low(at) == "a" && scale_word(words.low(at + 1)).is_some();
    let (count, next) = if one {
        (1, at + 1)
    } else {
        below_hundred(words, at)?
    };
    if words.low(next) != "hundred" {
        return Some((count, next));
    }
    let next = next + 1;
    let and = usize::from(words.low(next) == "and");
    match below_hundred(words, next + and) {
        Some((rest, end)) if scale_word(words.low(end)).is_none_or(|p| p > 2) => {
            Some((count * 100 + rest, end))
        }
        _ => Some((count * 100, next)),
    }
}

/// A hundred, a thousand and what is above.
fn scale_word(low: &str) -> Option<u32> {
    match low {
        "hundred" => Some(2),
        "thousand" | "million" | "billion" | "trillion" | "lakh" | "crore" => {
            power(low, Language::English)
        }
        _ => None,
    }
}

fn cardinal(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let (mut count, mut next) = group(words, at)?;
    if let Some((tenths, end)) = and_a_part(words, next) {
        let value = number(&format!("{count}.{tenths}"))?;
        let (scale, end) = scale_behind(words, end);
        return Some(Spelled::exact(value, scale, end));
    }
    let (mut scale, end) = scale_behind(words, next);
    next = end;
    if let Some((tenths, end)) = and_a_part(words, next).filter(|_| scale > 0) {
        return Some(Spelled::exact(
            number(&format!("{count}.{tenths}"))?,
            scale,
            end,
        ));
    }
    while scale > 0 {
        let and = usize::from(words.low(next) == "and");
        let Some((more, group_end)) = group(words, next + and) else {
            break;
        };
        let (lower, end) = scale_behind(words, group_end);
        if lower >= scale || (and == 1 && more >= 100) {
            break;
        }
        count = joined((count, scale), (more, lower))?;
        (scale, next) = (lower, end);
    }
    Some(Spelled::exact(number(&count.to_string())?, scale, next))
}

/// "and a half", "and a quarter": its decimals.
fn and_a_part(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    let halves = [("and a half", "5"), ("and a quarter", "25")];
    halves
        .into_iter()
        .find_map(|(phrase, tenths)| Some((tenths, words.after(at, phrase)?)))
}

fn scale_behind(words: &Words<'_>, at: usize) -> (u32, usize) {
    let hyphen = usize::from(words.low(at) == "-" && words.is_glued(at));
    match scale_word(words.low(at + hyphen)) {
        Some(power) if power > 2 => (power, at + hyphen + 1),
        _ => (0, at),
    }
}

/// "half a million", "a quarter of a million".
fn half_of_a_scale(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let parts = [
        ("half a", "0.5"),
        ("half of a", "0.5"),
        ("a quarter of a", "0.25"),
        ("one quarter of a", "0.25"),
        ("a quarter -", "0.25"),
        ("half -", "0.5"),
        ("half - a -", "0.5"),
    ];
    parts.into_iter().find_map(|(phrase, value)| {
        let next = words.after(at, phrase)?;
        let scale = scale_word(words.low(next)).filter(|power| *power > 2)?;
        Some(Spelled::exact(number(value)?, scale, next + 1))
    })
}

/// "a dozen", "two dozen", "half a dozen".
fn dozen(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let (count, next) = match words.low(at) {
        "a" => (12, at + 1),
        "half" if words.low(at + 1) == "a" => (6, at + 2),
        low => (small(low)? * 12, at + 1),
    };
    let is_dozen = words.low(next) == "dozen";
    is_dozen.then(|| Spelled::exact(number(&count.to_string())?, 0, next + 1).into())?
}

/// The denominator of a fraction, and whether it is a plural.
fn denominator(low: &str) -> Option<(u32, bool)> {
    let plural = low.ends_with('s');
    let under = match low.strip_suffix('s').unwrap_or(low) {
        "half" => 2,
        "third" => 3,
        "quarter" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        _ => return None,
    };
    Some((under, plural))
}

/// Words behind "a third" and "half" that make a fraction of it.
const OF: [&str; 12] = [
    "of", "more", "less", "higher", "lower", "fewer", "the", "its", "their", "all", "as", "from",
];

/// Words before it that do.
const BY: [&str; 10] = [
    "by", "nearly", "almost", "about", "over", "than", "roughly", "around", "least", "to",
];

/// Words before a quarter or a half of a year.
const PERIOD: [&str; 12] = [
    "first", "second", "third", "fourth", "last", "past", "previous", "next", "final", "this",
    "each", "every",
];

fn fraction(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let (over, mut next) = match words.low(at) {
        "a" | "an" | "one" => (1, at + 1),
        "half" => (1, at),
        low => (small(low).filter(|n| (2..10).contains(n))?, at + 1),
    };
    next += usize::from(next > at && words.low(next) == "-");
    let (under, plural) = denominator(words.low(next))?;
    if PERIOD.contains(&words.low_before(at)) || plural != (over > 1) {
        return None;
    }
    let end = next + 1;
    let of = OF.contains(&words.low(end)) && (next > at || words.low(end) != "from");
    let by = BY.contains(&words.low_before(at)) && !matches!(words.low(end), "year" | "time" | "-");
    let sure = over > 1 || of || by;
    let over = u32::try_from(over).ok()?;
    sure.then_some(Spelled {
        value: Value::Fraction { over, under },
        scale: 0,
        end,
    })
}

/// "hundreds of", "tens of thousands", "several million".
fn vague(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let few = [
        "several",
        "a few",
        "few",
        "some few",
        "many",
        "a couple of",
        "a couple",
    ];
    if let Some((_, next)) = words.any_after(at, &few) {
        let hundred = words.low(next) == "hundred";
        let (power, end) = match scale_word(words.low(next)) {
            Some(2) => scale_behind(words, next + 1),
            Some(power) => (power, next + 1),
            None => return None,
        };
        let value = number(if hundred { "100" } else { "1" })?;
        return Some(Spelled::vague(value, power, end));
    }
    let (value, own) = match words.low(at) {
        "tens" | "dozens" | "scores" => ("10", 0),
        "hundreds" => ("100", 0),
        "thousands" => ("1", 3),
        "millions" => ("1", 6),
        "billions" => ("1", 9),
        _ => return None,
    };
    let next = words.after(at + 1, "of")?;
    let more = power(words.low(next), Language::English).filter(|_| words.low(next).ends_with('s'));
    match more {
        Some(power) => Some(Spelled::vague(number(value)?, own + power, next + 1)),
        None => (words.low(at) != "tens")
            .then(|| number(value))?
            .map(|value| Spelled::vague(value, own, at + 1)),
    }
}
