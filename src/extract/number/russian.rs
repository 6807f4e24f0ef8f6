//! Numbers in Russian words: "пятьдесят миллионов", "полтора", "две трети", "десятки тысяч".

use super::scale::power;
use super::spelled::{Spelled, Value, joined, number};
use crate::extract::language::Language;
use crate::extract::word::Words;

/// Reads the number that begins with the word `at`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Spelled> {
    fraction(words, at)
        .or_else(|| vague(words, at))
        .or_else(|| one_and_a_half(words, at))
        .or_else(|| cardinal(words, at))
}

/// Stems and endings of the numerals, in every case. The first of equal stems is the longer word.
const SMALL: [(&str, &[&str], u64); 38] = [
    (
        "од",
        &["ин", "на", "но", "ного", "ной", "ном", "ну", "ним"],
        1,
    ),
    ("дв", &["а", "е", "ух", "ум", "умя"], 2),
    ("тр", &["и", "ех", "ем", "емя"], 3),
    ("четыр", &["е", "ех", "ем", "ьмя"], 4),
    ("пят", SOFT, 5),
    ("шест", SOFT, 6),
    ("сем", SOFT, 7),
    ("вос", &["емь", "ьми", "емью", "ьмью"], 8),
    ("девят", SOFT, 9),
    ("десят", SOFT, 10),
    ("одиннадцат", SOFT, 11),
    ("двенадцат", SOFT, 12),
    ("тринадцат", SOFT, 13),
    ("четырнадцат", SOFT, 14),
    ("пятнадцат", SOFT, 15),
    ("шестнадцат", SOFT, 16),
    ("семнадцат", SOFT, 17),
    ("восемнадцат", SOFT, 18),
    ("девятнадцат", SOFT, 19),
    ("двадцат", SOFT, 20),
    ("тридцат", SOFT, 30),
    ("сорок", &["", "а"], 40),
    ("пят", &["ьдесят", "идесяти", "ьюдесятью"], 50),
    ("шест", &["ьдесят", "идесяти", "ьюдесятью"], 60),
    ("сем", &["ьдесят", "идесяти", "ьюдесятью"], 70),
    ("вос", &["емьдесят", "ьмидесяти"], 80),
    ("девяност", &["о", "а"], 90),
    ("ст", &["о", "а"], 100),
    ("две", &["сти"], 200),
    ("дву", &["хсот", "мстам"], 200),
    ("тр", &["иста", "ехсот"], 300),
    ("четыр", &["еста", "ехсот"], 400),
    ("пят", &["ьсот", "исот"], 500),
    ("шест", &["ьсот", "исот"], 600),
    ("сем", &["ьсот", "исот"], 700),
    ("вос", &["емьсот", "ьмисот"], 800),
    ("девят", &["ьсот", "исот"], 900),
    ("нол", &["ь", "я"], 0),
];

const SOFT: &[&str] = &["ь", "и", "ью"];

pub(super) fn small(low: &str) -> Option<u64> {
    SMALL.iter().find_map(|(stem, endings, value)| {
        let ending = low.strip_prefix(stem)?;
        endings.contains(&ending).then_some(*value)
    })
}

/// Up to three digits: hundreds, tens and units, each less than the one before.
fn group(words: &Words<'_>, at: usize) -> Option<(u64, usize)> {
    let mut sum = small(words.low(at))?;
    let mut place = place_of(sum);
    let mut next = at + 1;
    while let Some(more) = small(words.low(next)).filter(|more| place_of(*more) < place) {
        if sum % 100 >= 10 && more >= 10 {
            break;
        }
        sum += more;
        place = place_of(more);
        next += 1;
    }
    Some((sum, next))
}

/// Hundreds, tens that units may follow, and what nothing follows.
fn place_of(value: u64) -> u8 {
    match value {
        100.. => 2,
        20.. => 1,
        _ => 0,
    }
}

fn cardinal(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let lone = matches!(power(words.low(at), Language::Russian), Some(3..))
        && matches!(words.low(at), "тысяча" | "тысячу" | "миллион" | "миллиард");
    let (mut count, mut next) = if lone { (1, at) } else { group(words, at)? };
    let (mut scale, end) = scale_behind(words, next);
    next = end;
    while scale > 0 {
        let Some((more, group_end)) = group(words, next) else {
            break;
        };
        let (lower, end) = scale_behind(words, group_end);
        if lower >= scale {
            break;
        }
        count = joined((count, scale), (more, lower))?;
        (scale, next) = (lower, end);
    }
    Some(Spelled::exact(number(&count.to_string())?, scale, next))
}

fn scale_behind(words: &Words<'_>, at: usize) -> (u32, usize) {
    power(words.low(at), Language::Russian).map_or((0, at), |power| (power, at + 1))
}

/// "полтора миллиона", "полмиллиона".
fn one_and_a_half(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let low = words.low(at);
    if matches!(low, "полтора" | "полторы" | "полутора") {
        let (scale, end) = scale_behind(words, at + 1);
        return Some(Spelled::exact(number("1.5")?, scale, end));
    }
    let scale = power(low.strip_prefix("пол")?, Language::Russian)?;
    Some(Spelled::exact(number("0.5")?, scale, at + 1))
}

/// "две трети", "на треть", "половина"; with "четверть века" and "половина дня" left out.
fn fraction(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let (over, next) = match small(words.low(at)) {
        Some(over @ 1..10) => (u32::try_from(over).ok()?, at + 1),
        _ => (1, at),
    };
    let under = match words.low(next) {
        "половина" | "половину" | "половины" | "половине" => 2,
        "треть" | "трети" | "третью" | "третей" => 3,
        "четверть" | "четверти" | "четвертью" | "четвертей" => 4,
        "пятая" | "пятую" | "пятых" if over > 1 || words.low(next + 1) == "часть" => {
            5
        }
        "десятая" | "десятую" | "десятых" if over > 1 || words.low(next + 1) == "часть" => {
            10
        }
        _ => return None,
    };
    let time = [
        "века",
        "дня",
        "года",
        "часа",
        "столетия",
        "месяца",
        "июня",
        "недели",
    ];
    let period = ["первая", "первой", "первую", "вторая", "второй", "вторую"];
    let other = time.contains(&words.low(next + 1)) || period.contains(&words.low_before(at));
    (!other).then_some(Spelled {
        value: Value::Fraction { over, under },
        scale: 0,
        end: next + 1,
    })
}

/// "сотни", "десятки тысяч", "несколько миллионов".
fn vague(words: &Words<'_>, at: usize) -> Option<Spelled> {
    let plural_power = |at| power(words.low(at), Language::Russian);
    let (value, power, end) = match words.low(at) {
        "несколько" | "нескольких" => ("1", plural_power(at + 1)?, at + 2),
        "десятки" | "десятков" | "сотни" | "сотен" => {
            let ten = words.low(at).starts_with("дес");
            let power = plural_power(at + 1);
            let end = at + 1 + usize::from(power.is_some());
            (if ten { "10" } else { "100" }, power.unwrap_or(0), end)
        }
        "тысячи" | "миллионы" | "миллиарды" => {
            ("1", plural_power(at)?, at + 1)
        }
        _ => return None,
    };
    Some(Spelled::vague(number(value)?, power, end))
}
