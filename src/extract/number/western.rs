//! Numbers in French and German words, as far as press texts use them: "trois millions",
//! "un tiers", "zwei Drittel", "fünfundzwanzig", "eine halbe Million".

use super::scale::power;
use super::spelled::{Spelled, Value, number};
use crate::extract::language::Language;
use crate::extract::word::Words;

/// Reads the number that begins with the word `at`.
pub(super) fn read(words: &Words<'_>, at: usize, language: Language) -> Option<Spelled> {
    fraction(words, at, language)
        .or_else(|| half(words, at, language))
        .or_else(|| cardinal(words, at, language))
}

fn small(low: &str, language: Language) -> Option<u64> {
    if language == Language::German {
        return german(low);
    }
    Some(match low {
        "un" | "une" => 1,
        "deux" => 2,
        "trois" => 3,
        "quatre" => 4,
        "cinq" => 5,
        "six" => 6,
        "sept" => 7,
        "huit" => 8,
        "neuf" => 9,
        "dix" => 10,
        "onze" => 11,
        "douze" => 12,
        "treize" => 13,
        "quatorze" => 14,
        "quinze" => 15,
        "seize" => 16,
        "vingt" => 20,
        "trente" => 30,
        "quarante" => 40,
        "cinquante" => 50,
        "soixante" => 60,
        "cent" => 100,
        _ => return None,
    })
}

/// "fünf", "zwanzig", "fünfundzwanzig", "hundert".
fn german(low: &str) -> Option<u64> {
    german_unit(low).or_else(|| german_tens(low)).or_else(|| {
        let (unit, tens) = low.split_once("und")?;
        Some(german_unit(unit).filter(|unit| *unit < 10)? + german_tens(tens)?)
    })
}

fn german_unit(low: &str) -> Option<u64> {
    Some(match low {
        "ein" | "eine" | "einer" | "einem" | "einen" => 1,
        "zwei" => 2,
        "drei" => 3,
        "vier" => 4,
        "fünf" => 5,
        "sechs" => 6,
        "sieben" => 7,
        "acht" => 8,
        "neun" => 9,
        "zehn" => 10,
        "elf" => 11,
        "zwölf" => 12,
        "fünfzehn" => 15,
        _ => return None,
    })
}

fn german_tens(low: &str) -> Option<u64> {
    Some(match low {
        "zwanzig" => 20,
        "dreißig" => 30,
        "vierzig" => 40,
        "fünfzig" => 50,
        "sechzig" => 60,
        "siebzig" => 70,
        "achtzig" => 80,
        "neunzig" => 90,
        "hundert" | "einhundert" => 100,
        _ => return None,
    })
}

/// One is an article: it counts only before a power of ten.
fn cardinal(words: &Words<'_>, at: usize, language: Language) -> Option<Spelled> {
    let count = small(words.low(at), language)?;
    let joined = words.low(at + 1) == "-" && language == Language::French;
    let unit = small(words.low(at + 2), language).filter(|unit| *unit < 10 && count >= 20);
    let (count, next) = match unit.filter(|_| joined) {
        Some(unit) => (count + unit, at + 3),
        None => (count, at + 1),
    };
    let (scale, end) = match power(words.low(next), language) {
        Some(power) => (power, next + 1),
        None if count == 1 => return None,
        None => (0, next),
    };
    Some(Spelled::exact(number(&count.to_string())?, scale, end))
}

/// "un demi-million", "eine halbe Million", "anderthalb Milliarden".
fn half(words: &Words<'_>, at: usize, language: Language) -> Option<Spelled> {
    let halves = [
        ("un demi -", "0.5"),
        ("eine halbe", "0.5"),
        ("anderthalb", "1.5"),
        ("eineinhalb", "1.5"),
    ];
    halves.into_iter().find_map(|(phrase, value)| {
        let next = words.after(at, phrase)?;
        let scale = power(words.low(next), language)?;
        Some(Spelled::exact(number(value)?, scale, next + 1))
    })
}

fn fraction(words: &Words<'_>, at: usize, language: Language) -> Option<Spelled> {
    let (over, next) = match (words.low(at), small(words.low(at), language)) {
        ("la" | "die" | "der", _) => (1, at + 1),
        (_, Some(over @ 1..10)) => (u32::try_from(over).ok()?, at + 1),
        _ => return None,
    };
    let under = match (words.low(next), language) {
        ("moitié", Language::French) | ("hälfte", Language::German) => 2,
        ("tiers", Language::French) | ("drittel", Language::German) => 3,
        ("quart" | "quarts", Language::French) | ("viertel", Language::German) => 4,
        ("cinquième" | "cinquièmes", Language::French) | ("fünftel", Language::German) => 5,
        _ => return None,
    };
    let time = ["jahrhundert", "jahr", "stunde", "heure", "siècle"];
    let period = [
        "première",
        "seconde",
        "ersten",
        "zweiten",
        "erste",
        "zweite",
    ];
    if time.contains(&words.low(next + 1)) || period.contains(&words.low_before(next)) {
        return None;
    }
    Some(Spelled {
        value: Value::Fraction { over, under },
        scale: 0,
        end: next + 1,
    })
}
