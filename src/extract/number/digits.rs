//! What a run of digits can mean: `8,300` is 8300, and 8.3 where a comma is the decimal mark.

use super::scale::{self, Scale};
use super::spelled::joined;
use crate::dossier::Number;
use crate::extract::confidence::Confidence;
use crate::extract::language::Language;
use crate::extract::token::TokenKind;
use crate::extract::word::{Gap, Words};

/// The readings of a run of digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits {
    /// The usual one in the language.
    pub(super) value: Number,
    /// The other one, where separators leave two.
    pub(super) other: Option<Number>,
    /// How sure the choice is.
    pub(super) confidence: Confidence,
}

/// Reads digits with points, commas and apostrophes between them. None for what is no quantity: a
/// code with zeros before it, a version, more digits than a figure has.
pub(super) fn read(text: &str, decimal_comma: bool) -> Option<Digits> {
    if text.contains(['\'', '’']) {
        let plain = text.replace(['\'', '’'], " ");
        let read = reading(&plain, ' ', '.').or_else(|| reading(&plain, ' ', ','));
        return read.map(only);
    }
    let english = reading(text, ',', '.').or_else(|| indian(text));
    let continental = reading(text, '.', ',');
    let (value, second) = if decimal_comma {
        (continental, english)
    } else {
        (english, continental)
    };
    let other = second.filter(|other| Some(other) != value.as_ref());
    match (value, other) {
        (Some(value), Some(other)) => Some(Digits {
            value,
            other: Some(other),
            confidence: choice(text, decimal_comma),
        }),
        (value, other) => value.or(other).map(only),
    }
}

/// The sum of a number and the smaller powers of ten behind it, "46 million 300 thousand" and "6 thousand
/// 200": its value, the last power, and the word behind.
pub(super) fn and_smaller(
    words: &Words<'_>,
    (value, scale, end): (Number, Scale, usize),
    language: Language,
) -> Option<(Number, Scale, usize)> {
    let whole = |text: &str| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u64>().ok().filter(|_| digits)
    };
    let mut sum = whole(&value.printed())?;
    let Scale::Word(mut power) = scale else {
        return None;
    };
    let mut last = end;
    while power >= 3 {
        let next = words.get(last);
        let apart = next.filter(|next| {
            let number = next.kind == TokenKind::Number && next.text.len() <= 3;
            number && next.gap != Gap::Glued && words.same_sentence(last, last - 1)
        });
        let Some(more) = apart.and_then(|next| whole(next.text)) else {
            break;
        };
        let (lower, behind) = scale::scale(words, last + 1, language);
        let lower = match lower {
            Scale::Word(lower) if lower < power => lower,
            Scale::None if power == 3 => 0,
            _ => break,
        };
        sum = joined((sum, power), (more, lower))?;
        (power, last) = (lower, behind);
    }
    let scale = match power {
        0 => Scale::None,
        power => Scale::Word(power),
    };
    let sum = Number::parse(&sum.to_string()).ok()?;
    (last > end).then_some((sum, scale, last))
}

fn only(value: Number) -> Digits {
    Digits {
        value,
        other: None,
        confidence: Confidence::Sure,
    }
}

/// How sure one of two readings is: the separator of thousands of a language is hardly ever
/// anything else in it, while three decimals are rare.
fn choice(text: &str, decimal_comma: bool) -> Confidence {
    match (text.contains(','), decimal_comma) {
        (true, false) | (false, true) => Confidence::Sure,
        (false, false) => Confidence::Likely,
        (true, true) => Confidence::Unsure,
    }
}

/// The number, where `group` separates thousands and `point` the decimals.
fn reading(text: &str, group: char, point: char) -> Option<Number> {
    let (whole, fraction) = match text.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let first = whole.split(group).next()?;
    let later = whole.split(group).skip(1);
    let grouped = whole.contains(group);
    if grouped && (first.len() > 3 || first.starts_with('0')) || !later.clone().all(three) {
        return None;
    }
    number(&whole.replace(group, ""), fraction)
}

fn three(group: &str) -> bool {
    group.len() == 3
}

/// Lakhs and crores: `12,34,567`.
fn indian(text: &str) -> Option<Number> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let (head, last) = whole.rsplit_once(',')?;
    let mut groups = head.split(',');
    let first = groups.next()?;
    let fits = (1..=2).contains(&first.len()) && groups.all(|group| group.len() == 2);
    if !fits || !three(last) || !head.contains(',') {
        return None;
    }
    number(&whole.replace(',', ""), fraction)
}

fn number(whole: &str, fraction: Option<&str>) -> Option<Number> {
    match fraction {
        Some(fraction) => Number::parse(&format!("{whole}.{fraction}")).ok(),
        None => Number::parse(whole).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_read_by_the_language() {
        let shown = |text, comma| {
            let digits = read(text, comma)?;
            let other = digits.other.map(Number::printed);
            Some((digits.value.printed(), other, digits.confidence.word()))
        };
        let row = |value: &str, other: Option<&str>, word| {
            Some((value.to_owned(), other.map(str::to_owned), word))
        };
        for (text, english, continental) in [
            ("2024", row("2024", None, "sure"), row("2024", None, "sure")),
            ("8.3", row("8.3", None, "sure"), row("8.3", None, "sure")),
            ("8,3", row("8.3", None, "sure"), row("8.3", None, "sure")),
            (
                "17,000",
                row("17000", Some("17.000"), "sure"),
                row("17.000", Some("17000"), "unsure"),
            ),
            (
                "1.234",
                row("1.234", Some("1234"), "likely"),
                row("1234", Some("1.234"), "sure"),
            ),
            (
                "1.234,5",
                row("1234.5", None, "sure"),
                row("1234.5", None, "sure"),
            ),
            (
                "1,234,567.50",
                row("1234567.50", None, "sure"),
                row("1234567.50", None, "sure"),
            ),
            (
                "12,34,567",
                row("1234567", None, "sure"),
                row("1234567", None, "sure"),
            ),
            (
                "1'234.5",
                row("1234.5", None, "sure"),
                row("1234.5", None, "sure"),
            ),
            (
                "0,005",
                row("0.005", None, "sure"),
                row("0.005", None, "sure"),
            ),
            ("007", None, None),
            ("1.2.3", None, None),
            ("12345678901234567890", None, None),
        ] {
            assert_eq!(shown(text, false), english, "{text} in English");
            assert_eq!(shown(text, true), continental, "{text} elsewhere");
        }
    }
}
