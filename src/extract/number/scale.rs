//! Words and letters for a power of ten behind a number: "million", "Mrd.", "тыс.", "bn".

use crate::extract::language::Language;
use crate::extract::word::Words;

/// The power of ten beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// None is.
    None,
    /// A word or an abbreviation that means nothing else.
    Word(u32),
    /// A letter that may mean a power of ten or a unit, such as `m`; the range leaves it out.
    Letter(u32),
}

impl Scale {
    /// The power of ten that is certain.
    pub fn power(self) -> u32 {
        match self {
            Self::Word(power) => power,
            Self::None | Self::Letter(_) => 0,
        }
    }
}

/// The scale behind a number that ends before the word `at`, and the word after it.
pub(super) fn scale(words: &Words<'_>, at: usize, language: Language) -> (Scale, usize) {
    let hyphen = usize::from(words.low(at) == "-" && words.is_glued(at));
    let word = at + hyphen;
    let letter = words.get(word).is_some_and(|word| word.text.len() == 1);
    // "US$1.5bil", "RM824mil"
    let glued = hyphen == 0 && words.is_glued(at);
    let short = match words.low(word) {
        "bil" => Some(9),
        "mil" => Some(6),
        "tril" => Some(12),
        _ => None,
    };
    if let Some(power) = short.filter(|_| glued) {
        return (Scale::Word(power), word + 1);
    }
    if let Some(power) = power(words.low(word), language) {
        return (Scale::Word(power), after_point(words, word + 1));
    }
    if hyphen == 0
        && letter
        && let Some(power) = letter_power(words.low(word))
    {
        return (Scale::Letter(power), at);
    }
    (Scale::None, at)
}

/// Behind the point of an abbreviation; the point of a sentence is left out.
fn after_point(words: &Words<'_>, at: usize) -> usize {
    let short = at > 0 && words.low(at - 1).chars().count() <= 4;
    let point = words.low(at) == "." && words.is_glued(at);
    if short && point && words.same_sentence(at, at + 1) {
        at + 1
    } else {
        at
    }
}

/// The power of ten of a word.
pub(super) fn power(low: &str, language: Language) -> Option<u32> {
    // The long scale: a French or German billion is a million millions.
    let long = matches!(language, Language::French | Language::German);
    Some(match low {
        "thousand" | "thousands" | "ths" | "tsd" | "tausend" | "mille" | "milliers" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "millions" | "mln" | "mn" | "mio" | "mill" | "millionen" => 6,
        "crore" | "crores" => 7,
        "billion" | "billions" | "billionen" if long => 12,
        "billion" | "billions" | "bln" | "bn" | "mrd" | "mds" | "md" | "milliard" | "milliards"
        | "milliarde" | "milliarden" => 9,
        "trillion" | "trillions" | "trln" | "trn" | "tn" if !long => 12,
        _ => return cyrillic_power(low),
    })
}

fn cyrillic_power(low: &str) -> Option<u32> {
    const ENDINGS: [&str; 10] = ["", "а", "у", "ов", "ам", "ами", "ах", "е", "ом", "ы"];
    const STEMS: [(&str, u32); 3] = [("миллион", 6), ("миллиард", 9), ("триллион", 12)];
    match low {
        "тыс" | "тысяча" | "тысячи" | "тысяч" | "тысячу" | "тысячам" | "тысячами" | "тысячах" => {
            Some(3)
        }
        "млн" => Some(6),
        "млрд" => Some(9),
        "трлн" => Some(12),
        _ => STEMS.iter().find_map(|(stem, power)| {
            let ending = low.strip_prefix(stem)?;
            ENDINGS.contains(&ending).then_some(*power)
        }),
    }
}

fn letter_power(low: &str) -> Option<u32> {
    Some(match low {
        "k" => 3,
        "m" => 6,
        "b" => 9,
        "t" => 12,
        _ => return None,
    })
}
