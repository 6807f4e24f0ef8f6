//! Ordinals: "sixtieth", "twenty-first", "21st", "65-летие", "IV".

use crate::dossier::Number;
use crate::dossier::spelled::{small, tens};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// The ordinal that begins with the word `at`, and the word behind it.
pub(in crate::extract) fn ordinal(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let word = words.get(at)?;
    if word.kind == TokenKind::Number {
        return in_digits(words, at);
    }
    if let Some(ten) = tens(&word.low) {
        let hyphen = usize::from(words.low(at + 1) == "-");
        let unit = in_word(words.low(at + 1 + hyphen)).filter(|unit| *unit < 10)?;
        return Some((u32::try_from(ten).ok()? + unit, at + 2 + hyphen));
    }
    in_word(&word.low)
        .or_else(|| cyrillic(&word.low))
        .or_else(|| western(&word.low))
        .map(|value| (value, at + 1))
}

/// "21st", "60-й", "1er", "3.": digits with an ending that makes an ordinal of them.
fn in_digits(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let value = words.low(at).parse().ok().filter(|value| *value < 10_000)?;
    if words.is_glued(at + 1) && is_ending(words.low(at + 1)) {
        return Some((value, at + 2));
    }
    let hyphen = words.low(at + 1) == "-" && words.is_glued(at + 1) && words.is_glued(at + 2);
    (hyphen && is_ending(words.low(at + 2))).then_some((value, at + 3))
}

fn is_ending(low: &str) -> bool {
    let western = [
        "st", "nd", "rd", "th", "er", "ere", "ère", "e", "eme", "ème",
    ];
    let cyrillic = [
        "й", "я", "е", "го", "му", "м", "х", "ю", "ой", "ый", "ая", "ое", "ом",
    ];
    western.contains(&low) || cyrillic.contains(&low)
}

fn in_word(low: &str) -> Option<u32> {
    const FIRST: [&str; 13] = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
        "ninth", "tenth", "eleventh", "twelfth",
    ];
    if let Some(value) = FIRST.iter().skip(1).position(|word| *word == low) {
        return u32::try_from(value + 1).ok();
    }
    let stem = low.strip_suffix("th")?;
    if let Some(stem) = stem.strip_suffix("ie") {
        return u32::try_from(tens(&format!("{stem}y"))?).ok();
    }
    match stem {
        "hundred" => Some(100),
        _ => u32::try_from(small(stem).filter(|value| (13..20).contains(value))?).ok(),
    }
}

fn cyrillic(low: &str) -> Option<u32> {
    const STEMS: [(&str, u32); 12] = [
        ("перв", 1),
        ("втор", 2),
        ("трет", 3),
        ("четверт", 4),
        ("пят", 5),
        ("шест", 6),
        ("седьм", 7),
        ("восьм", 8),
        ("девят", 9),
        ("десят", 10),
        ("двадцат", 20),
        ("шестидесят", 60),
    ];
    const ENDINGS: [&str; 14] = [
        "ый", "ой", "ий", "ая", "ое", "ого", "ом", "ую", "ые", "ых", "ья", "ье", "ьем", "ьего",
    ];
    STEMS.iter().find_map(|(stem, value)| {
        let ending = low.strip_prefix(stem)?;
        ENDINGS.contains(&ending).then_some(*value)
    })
}

fn western(low: &str) -> Option<u32> {
    Some(match low {
        "premier" | "première" | "erste" | "ersten" | "erstes" => 1,
        "deuxième" | "seconde" | "zweite" | "zweiten" | "zweites" => 2,
        "troisième" | "dritte" | "dritten" | "drittes" => 3,
        "quatrième" | "vierte" | "vierten" | "viertes" => 4,
        _ => return None,
    })
}

/// A number in Roman numerals up to 39, as of centuries and quarters.
pub(in crate::extract) fn roman(text: &str) -> Option<u32> {
    const VALUES: [(&str, u32); 5] = [("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];
    if text.is_empty() || text.len() > 6 {
        return None;
    }
    let mut rest = text;
    let mut sum = 0;
    for (letters, value) in VALUES {
        let most = if matches!(letters, "X" | "I") { 3 } else { 1 };
        for _ in 0..most {
            if let Some(after) = rest.strip_prefix(letters) {
                rest = after;
                sum += value;
            }
        }
    }
    rest.is_empty().then_some(sum)
}

/// A whole number without a fraction, as a count.
pub(in crate::extract) fn whole(number: Number) -> Option<u32> {
    if number.decimals() > 0 {
        return None;
    }
    number.printed().parse().ok()
}
