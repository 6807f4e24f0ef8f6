//! Numerals of a text, in digits and in words: "17,000", "8,3 млн", "one and a half million",
//! "two thirds", "hundreds of".
//!
//! Years, dates and codes are numerals too as far as this stage goes; the stages for dates and
//! amounts tell them apart.

mod digits;
mod english;
mod ordinal;
mod russian;
mod scale;
mod spelled;
mod unseen;
mod western;

use std::ops::Range;

use super::confidence::Confidence;
use super::language::{Language, is_cyrillic};
use super::token::{TokenKind, tokens};
use super::word::{Gap, Word, Words, paragraphs};
use crate::dossier::Number;
pub(super) use ordinal::{ordinal, roman, whole};
pub use scale::Scale;
pub use spelled::Value;
use unseen::is_parted_unseen;

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Its bytes in the text, with the word for a power of ten.
    pub range: Range<usize>,
    /// What it is, without the power of ten.
    pub value: Value,
    /// The other reading, where the separators leave two: 17.000 for `17,000`.
    pub other: Option<Number>,
    /// The power of ten beside it.
    pub scale: Scale,
    /// The rule that read it.
    pub rule: &'static str,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// Its words in the paragraph.
    pub(super) words: Range<usize>,
}

/// Every numeral of a text, from left to right. Digits that are part of a name, as in `G20` or
/// `COVID-19`, are left out.
pub fn numerals(text: &str) -> Vec<Numeral> {
    let language = Language::of(&tokens(text));
    paragraphs(text)
        .flat_map(|(offset, paragraph)| in_words(&Words::new(paragraph, offset), language))
        .collect()
}

/// Those of a paragraph.
/// The ordinals of a text, in digits and in words ("65th", "sixtieth"), with their bytes.
pub fn ordinals(text: &str) -> Vec<(Range<usize>, u32)> {
    let mut found = Vec::new();
    for (offset, paragraph) in paragraphs(text) {
        let words = Words::new(paragraph, offset);
        let mut at = 0;
        while at < words.len() {
            let read = ordinal(&words, at);
            found.extend(read.map(|(value, end)| (words.range(at..end), value)));
            at = read.map_or(at + 1, |(_, end)| end.max(at + 1));
        }
    }
    found
}

pub(super) fn in_words(words: &Words<'_>, language: Language) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match read(words, at, language) {
            Some(numeral) => {
                at = numeral.words.end.max(at + 1);
                found.push(numeral);
            }
            None => at += 1,
        }
    }
    found
}

/// The numeral that begins with the word `at`.
pub(super) fn read(words: &Words<'_>, at: usize, language: Language) -> Option<Numeral> {
    let word = words.get(at)?;
    match word.kind {
        TokenKind::Number => in_digits(words, at, language),
        TokenKind::Word => in_letters(words, at, word, language),
        TokenKind::Mark => None,
    }
}

fn in_letters(
    words: &Words<'_>,
    at: usize,
    word: &Word<'_>,
    language: Language,
) -> Option<Numeral> {
    // A part of a compound, such as "twenty-one" or "half-hearted", begins with its first word.
    if word.is_glued() && words.low_before(at) == "-" {
        return None;
    }
    let cyrillic = word.text.chars().next().is_some_and(is_cyrillic);
    let spelled = match language {
        _ if cyrillic => russian::read(words, at),
        Language::French | Language::German => western::read(words, at, language),
        Language::English | Language::Russian => english::read(words, at),
    }?;
    let power = spelled.scale;
    Some(Numeral {
        range: words.range(at..spelled.end),
        value: spelled.value,
        other: None,
        scale: if power > 0 {
            Scale::Word(power)
        } else {
            Scale::None
        },
        rule: match spelled.value {
            Value::Exact(_) => "number-words",
            Value::Fraction { .. } => "fraction-words",
            Value::Vague(_) => "vague-number",
        },
        confidence: Confidence::Sure,
        words: at..spelled.end,
    })
}

fn in_digits(words: &Words<'_>, at: usize, language: Language) -> Option<Numeral> {
    if is_part_of_a_name(words, at) || is_parted_unseen(words, at) {
        return None;
    }
    let (text, end, confidence) = grouped(words, at, language)?;
    let digits = digits::read(&text, language.has_decimal_comma())?;
    let (mut scale, mut end) = scale::scale(words, end, language);
    let mut value = digits.value;
    if let Some((sum, power, behind)) = digits::and_smaller(words, (value, scale, end), language) {
        (value, scale, end) = (sum, power, behind);
    }
    Some(Numeral {
        range: words.range(at..end),
        value: Value::Exact(value),
        other: digits.other.filter(|_| value == digits.value),
        scale,
        rule: "digits",
        confidence: digits.confidence.min(confidence),
        words: at..end,
    })
}

/// Do letters touch the digits, before or behind a hyphen? Those of a currency or of a year's name
/// are known to the stages that read them.
fn is_part_of_a_name(words: &Words<'_>, at: usize) -> bool {
    let glued_to_word = |at: usize| {
        words.is_glued(at) && words.before(at).is_some_and(|w| w.kind == TokenKind::Word)
    };
    if glued_to_word(at) {
        let behind_dollar = at > 1 && words.low(at - 2) == "$" && words.is_glued(at - 1);
        let code = is_currency_code(words.low_before(at));
        return !behind_dollar && !code && !is_sign_of_millions(words, at);
    }
    let hyphen = at > 0 && words.is_glued(at) && words.low(at - 1) == "-";
    hyphen && glued_to_word(at - 1) && words.get(at - 2).is_some_and(Word::is_capital)
}

/// "R12 million", "K5bn", "NZD1.9 billion": letters that begin many names are a currency where millions
/// follow.
fn is_sign_of_millions(words: &Words<'_>, at: usize) -> bool {
    let letters = words.before(at).map_or("", |word| word.text);
    let scale = matches!(
        words.low(at + 1),
        "million" | "billion" | "trillion" | "bn" | "mn" | "m" | "mil" | "bil" | "crore" | "lakh"
    );
    let capital = letters.starts_with(|letter: char| letter.is_uppercase());
    scale && capital && letters.chars().count() < 5
}

/// Letters that are written before an amount without a space.
pub(super) fn is_currency_code(low: &str) -> bool {
    matches!(
        low,
        "us" | "usd"
            | "eur"
            | "gbp"
            | "ps"
            | "rub"
            | "cny"
            | "rmb"
            | "jpy"
            | "inr"
            | "rs"
            | "kč"
            | "zł"
            | "chf"
            | "aud"
            | "cad"
            | "hkd"
            | "sgd"
            | "thb"
            | "vnd"
            | "krw"
            | "lak"
            | "kzt"
            | "brl"
            | "idr"
            | "rp"
            | "rm"
            | "myr"
            | "php"
            | "sek"
            | "nok"
            | "dkk"
            | "pln"
            | "uah"
            | "byn"
            | "aed"
            | "sar"
            | "zar"
            | "nad"
            | "dkr"
            | "nkr"
            | "skr"
            | "ikr"
            | "ngn"
            | "ghs"
            | "kes"
            | "dh"
            | "dhs"
            | "hrk"
            | "ksh"
            | "kshs"
            | "tsh"
            | "tshs"
            | "ush"
            | "ushs"
    )
}

/// Digits with the groups that follow behind spaces: `12 345,6`; and `.5`, which begins with its
/// point. The text that they make, the word behind, and how sure it is that they belong together.
fn grouped(
    words: &Words<'_>,
    at: usize,
    language: Language,
) -> Option<(String, usize, Confidence)> {
    let first = words.get(at)?;
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if at > 0 && words.is_glued(at) && words.low(at - 1) == "." && !words.is_glued(at - 1) {
        let text = format!("0.{}", first.text);
        return plain(first.text).then_some((text, at + 1, Confidence::Sure));
    }
    let mut text = first.text.to_owned();
    let mut end = at + 1;
    let mut confidence = Confidence::Sure;
    if first.text.len() > 3 || !plain(first.text) || first.text.starts_with('0') {
        return Some((text, end, confidence));
    }
    while let Some(next) = words.get(end).filter(|next| !next.is_glued()) {
        let whole = next.text.split([',', '.']).next().unwrap_or("");
        if next.kind != TokenKind::Number || whole.len() != 3 || next.text.contains('\'') {
            break;
        }
        if next.gap == Gap::Space && language == Language::English {
            confidence = Confidence::Unsure;
        }
        // The separators between groups are spaces: what is left is the decimal mark.
        text.push_str(&next.text.replace(',', "."));
        end += 1;
        if whole.len() < next.text.len() {
            break;
        }
    }
    Some((text, end, confidence))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As text: the value, the power of ten, and the other reading.
    fn shown(text: &str) -> Vec<String> {
        let one = |numeral: &Numeral| {
            let value = match numeral.value {
                Value::Exact(number) => number.printed(),
                Value::Fraction { over, under } => format!("{over}/{under}"),
                Value::Vague(number) => format!("some {}", number.printed()),
            };
            let scale = match numeral.scale {
                Scale::None => String::new(),
                Scale::Word(power) => format!(" e{power}"),
                Scale::Letter(power) => format!(" e{power}?"),
            };
            let other = numeral
                .other
                .map(|other| format!(" or {}", other.printed()));
            format!("{value}{scale}{}", other.unwrap_or_default())
        };
        numerals(text).iter().map(one).collect()
    }

    #[test]
    fn numerals_are_read_in_four_languages() {
        for (text, expected) in [
            ("the herd of 17,000 in the hills", &["17000 or 17.000"][..]),
            ("the fund of US$1.2 billion", &["1.2 e9"]),
            ("the cost of 8.3m and 20k", &["8.3 e6?", "20 e3?"]),
            ("the $5-million bridge", &["5 e6"]),
            ("costs of 46 million 300 thousand", &["46300 e3"]),
            ("costs of 1 billion 20 million 5 thousand", &["1020005 e3"]),
            ("a crowd of 6 thousand 200 came", &["6200"]),
            ("1.2 million 300 thousand", &["1.2 e6", "300 e3"]),
            ("of 5 million 2023 was the best", &["5 e6", "2023"]),
            ("of 5 million 300 were lost", &["5 e6", "300"]),
            ("the fifty million trees", &["50 e6"]),
            ("the one and a half million", &["1.5 e6"]),
            ("the twenty-five thousand and the 3rd", &["25 e3", "3"]),
            ("two hundred and five of the boats", &["205"]),
            ("two thousand five hundred of them", &["2500"]),
            ("a million and a half of the trees", &["1.5 e6"]),
            ("half a billion of the trees", &["0.5 e9"]),
            ("two-thirds of the rice", &["2/3"]),
            ("a quarter of the rice", &["1/4"]),
            ("rose by a third", &["1/3"]),
            ("a third country of the region", &[]),
            ("in the first half of the year", &[]),
            ("in the first three quarters of the year", &["3"]),
            ("two dozen of the boats", &["24"]),
            ("half a dozen of the boats", &["6"]),
            ("hundreds of thousands of the trees", &["some 100 e3"]),
            (
                "tens of millions and several thousand",
                &["some 10 e6", "some 1 e3"],
            ),
            ("the G20, the Su-57 and the COVID-19", &[]),
            ("an area of 12\u{a0}345 ha in the north", &["12345"]),
            ("in 2024 100 of the people", &["2024", "100"]),
            ("rate of .5 in the table", &["0.5"]),
            ("экспорт вырос до 8,3 млн долл.", &["8.3 e6"]),
            ("пятьдесят тысяч человек", &["50 e3"]),
            ("две трети урожая и полтора миллиона", &["2/3", "1.5 e6"]),
            ("сто двадцать три судна", &["123"]),
            ("выросло на треть", &["1/3"]),
            ("десятки тысяч деревьев", &["some 10 e3"]),
            ("площадь 12 345,6 га", &["12345.6"]),
            ("3 миллиарда рублей", &["3 e9"]),
            ("46 млн 300 тыс. рублей", &["46300 e3"]),
            (
                "der Handel stieg auf 8,3 Mio. Euro und 2 Mrd. Euro",
                &["8.3 e6", "2 e9"],
            ),
            ("die Summe von 1.234 in den Büchern", &["1234 or 1.234"]),
            (
                "zwei Drittel der Fläche und fünfundzwanzig der Boote",
                &["2/3", "25"],
            ),
            (
                "la somme de 1,5 milliard et les deux tiers",
                &["1.5 e9", "2/3"],
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_long_run_of_digits_is_no_figure_and_takes_no_time() {
        assert!(numerals(&"7".repeat(1_000_000)).is_empty());
        assert_eq!(numerals(&"7 ".repeat(1000)).len(), 1000);
    }

    proptest! {
        #[test]
        fn a_range_lies_in_the_text(text in "([0-9., $%-]|a|half|million|two|three|third|of|тыс|и|ё| ){0,30}") {
            let mut end = 0;
            for numeral in numerals(&text) {
                prop_assert!(numeral.range.start >= end && numeral.range.end <= text.len());
                prop_assert!(text.get(numeral.range.clone()).is_some_and(|t| !t.is_empty()));
                end = numeral.range.end;
            }
        }
    }
}
