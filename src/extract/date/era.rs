//! Times of several years, and years of another calendar: decades, centuries, fiscal years.

use super::names::unit;
use super::point::{Parsed, year};
use super::shape::{Shape, Span};
use crate::extract::number::{ordinal, roman};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// The decade, century or fiscal year that begins with the word `at`.
pub(super) fn era(words: &Words<'_>, at: usize) -> Option<Parsed> {
    fiscal(words, at)
        .or_else(|| decade(words, at))
        .or_else(|| century(words, at))
}

/// "fiscal year 2023/24", "FY2024", "fiscal 2024", "the 2023-24 fiscal year".
fn fiscal(words: &Words<'_>, at: usize) -> Option<Parsed> {
    const NAMES: [&str; 8] = [
        "fiscal year",
        "financial year",
        "fiscal years",
        "fiscal",
        "fy",
        "marketing year",
        "haushaltsjahr",
        "exercice",
    ];
    if let Some((_, next)) = words.any_after(at, &NAMES) {
        let short = || short_year(words, at, next);
        let (first, last, end) = year_or_two(words, next).or_else(short)?;
        return Some((Shape::Fiscal(first, last), end, "fiscal-year"));
    }
    if let Some((by, end)) = moved(words, at, &["financial year", "fiscal year"]) {
        return Some((Shape::FiscalMoved(by), end, "fiscal-year"));
    }
    if let Some((by, end)) = moved(words, at, &["academic year", "school year"]) {
        return Some((Shape::SchoolMoved(by), end, "school-year"));
    }
    let (first, last, years_end) = year_or_two(words, at)?;
    let (_, end) = words.any_after(
        years_end,
        &["fiscal year", "financial year", "marketing year"],
    )?;
    Some((Shape::Fiscal(first, last), end, "fiscal-year"))
}

/// "last financial year", "the current fiscal year": one of the names behind a word that counts it from the
/// present one.
fn moved(words: &Words<'_>, at: usize, names: &[&str]) -> Option<(i32, usize)> {
    let next = at + usize::from(words.low(at) == "the");
    let by = match words.low(next) {
        "last" | "past" => -1,
        "this" | "current" => 0,
        "next" | "coming" => 1,
        _ => return None,
    };
    let (_, end) = words.any_after(next + 1, names)?;
    Some((by, end))
}

/// "FY24": two digits right behind the letters.
fn short_year(words: &Words<'_>, at: usize, number: usize) -> Option<(i32, Option<i32>, usize)> {
    let word = words.get(number).filter(|word| word.text.len() == 2)?;
    let glued = words.low(at) == "fy" && words.is_glued(number);
    let year: i32 = word.text.parse().ok().filter(|_| glued)?;
    Some((2000 + year, None, number + 1))
}

/// "2024", "2023/24", "2023-2024".
fn year_or_two(words: &Words<'_>, at: usize) -> Option<(i32, Option<i32>, usize)> {
    let (first, end) = year(words, at)?;
    let joined = matches!(words.low(end), "/" | "-" | "–") && words.is_glued(end);
    let second = words.get(end + 1).filter(|word| joined && word.is_glued());
    let last = second.and_then(|word| {
        let printed: i32 = word.text.parse().ok()?;
        let value = if word.text.len() == 2 {
            first - first % 100 + printed
        } else {
            printed
        };
        (value == first + 1).then_some(value)
    });
    let end = if last.is_some() { end + 2 } else { end };
    Some((first, last, end))
}

/// "the 1990s", "1990-х годов", "les années 1990", "the '90s", "the nineties".
pub(super) fn decade(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let named = |first, end| Some((Shape::Decade(first, None), end, "decade"));
    if matches!(words.low(at), "années" | "ann") {
        let (first, end) = year(words, at + 1).filter(|(first, _)| first % 10 == 0)?;
        return named(first, end);
    }
    if let Some(first) = decade_word(words, at) {
        return named(first, at + 1);
    }
    let word = words
        .get(at)
        .filter(|word| word.kind == TokenKind::Number)?;
    let value: i32 = word.text.parse().ok().filter(|value| value % 10 == 0)?;
    let end = decade_ending(words, at + 1)?;
    match word.text.len() {
        4 if (1500..2100).contains(&value) => named(value, end),
        2 if value >= 20 => {
            let cyrillic = words.low(at + 1) == "-" && years_behind(words, end);
            let before = words.low_before(at);
            let said = matches!(before, "the" | "'" | "’" | "‘" | "early" | "late" | "-");
            (said || cyrillic).then(|| named(1900 + value, end))?
        }
        _ => None,
    }
}

fn years_behind(words: &Words<'_>, end: usize) -> bool {
    matches!(words.low(end - 1), "годы" | "годов" | "годах" | "гг")
}

/// Behind the ending that makes a decade of a number.
fn decade_ending(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.is_glued(at) {
        return None;
    }
    let years = |at: usize| {
        let word = matches!(
            words.low(at),
            "годы" | "годов" | "годах" | "jahre" | "jahren"
        );
        at + usize::from(word)
    };
    match words.low(at) {
        "s" | "'s" => Some(at + 1),
        "er" => Some(years(at + 1)),
        "-" if matches!(words.low(at + 1), "е" | "х" | "ые" | "ых" | "м" | "er") => {
            Some(years(at + 2))
        }
        _ => None,
    }
}

fn decade_word(words: &Words<'_>, at: usize) -> Option<i32> {
    let first = match words.low(at) {
        "twenties" => 1920,
        "thirties" => 1930,
        "forties" => 1940,
        "fifties" => 1950,
        "sixties" => 1960,
        "seventies" => 1970,
        "eighties" => 1980,
        "nineties" => 1990,
        _ => return None,
    };
    // "in his sixties" is an age.
    matches!(words.low_before(at), "the" | "early" | "late" | "mid" | "-").then_some(first)
}

/// "the 19th century", "XIX век".
fn century(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let (number, end) = ordinal(words, at).or_else(|| {
        let number = roman(words.get(at)?.text)?;
        Some((number, at + 1))
    })?;
    let hyphen = usize::from(words.low(end) == "-");
    let is_century = unit(words.low(end + hyphen)) == Some(Span::Century);
    let number = i32::try_from(number)
        .ok()
        .filter(|n| (10..=22).contains(n))?;
    is_century.then(|| {
        (
            Shape::Century((number - 1) * 100),
            end + hyphen + 1,
            "century",
        )
    })
}
