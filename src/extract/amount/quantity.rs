//! One number with its currency or unit, as far as the words that touch it say.

use std::ops::Range;

use super::currency::{self, Currency};
use super::printed::{Printed, Quantity};
use super::unit::{self, Unit};
use crate::dossier::Number;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::number::{Numeral, Scale, Value};
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};

/// A number and its unit, before the words around it are read.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its words in the paragraph, with sign, scale and unit.
    pub(super) words: Range<usize>,
    pub(super) quantity: Quantity,
    /// None for what may still be the first half of a range: the 5 of "5 to 7 per cent".
    pub(super) unit: Option<Unit>,
    pub(super) basis: Basis,
    /// Is a sign of plus or minus before it, and which?
    pub(super) sign: Option<bool>,
}

/// The quantity of a numeral.
pub(super) fn read(words: &Words<'_>, numeral: &Numeral) -> Option<Found> {
    let (inner, begin) = plus_or_minus(words, numeral.words.start);
    let before = currency::before(words, begin);
    let unsigned = before.map_or(begin, |(_, start)| start);
    let (sign, start) = if inner.is_some() {
        (inner, unsigned)
    } else {
        plus_or_minus(words, unsigned)
    };
    let (power, number_end) = power(words, numeral, before.is_some());
    let (unit, end, class, basis) = match before {
        Some((currency, _)) => {
            let (currency, end) = country_behind(words, number_end, currency);
            (Some(Unit::Money(currency)), end, known(currency), SIGN)
        }
        None => match unit::after(words, number_end, power >= 6) {
            Some((unit, end, class)) => (Some(unit), end, class, basis_of(unit)),
            None => (None, number_end, Confidence::Sure, NUMBER),
        },
    };
    // A rate with a minus is a fall; a balance with one is below zero.
    let negative = sign == Some(false) && matches!(unit, Some(Unit::Money(_)));
    Some(Found {
        words: start..end,
        quantity: quantity(numeral.value, power, negative)?,
        unit,
        basis: basis.at_most(numeral.confidence).at_most(class),
        sign,
    })
}

fn quantity(value: Value, scale: u32, negative: bool) -> Option<Quantity> {
    Some(match value {
        Value::Exact(value) => {
            let value = if negative { negated(value)? } else { value };
            Quantity::One(Printed { value, scale })
        }
        Value::Vague(value) => Quantity::AtLeastOne(Printed { value, scale }),
        Value::Fraction { over, under } => Quantity::Fraction { over, under },
    })
}

fn known(currency: Currency) -> Confidence {
    if currency.code.is_some() {
        Confidence::Sure
    } else {
        Confidence::Likely
    }
}

const SIGN: Basis = Basis::new(
    "currency-before",
    Confidence::Sure,
    "the sign or code of a currency is before the number",
);
pub(super) const TIMES: Basis =
    Basis::new("multiple", Confidence::Likely, "how many times as much");
const NUMBER: Basis = Basis::new("number", Confidence::Unsure, "a number without a unit");

fn basis_of(unit: Unit) -> Basis {
    let (rule, reason) = match unit {
        Unit::Money(_) => ("currency-after", "a currency follows the number"),
        Unit::Percent | Unit::PercentagePoints | Unit::BasisPoints => {
            ("percent", "percent or points follow the number")
        }
        Unit::Times | Unit::Share => ("multiple", "how many times as much"),
        Unit::Measure(_) | Unit::Things => (
            "measure",
            "a measure, or what is counted, follows the number",
        ),
    };
    Basis::new(rule, Confidence::Sure, reason)
}

/// The power of ten, and the word behind it. `m` behind a currency is a million.
fn power(words: &Words<'_>, numeral: &Numeral, money: bool) -> (u32, usize) {
    let end = numeral.words.end;
    match numeral.scale {
        Scale::None => (0, end),
        Scale::Word(power) => (power, end),
        Scale::Letter(power) => {
            let money_behind = || currency::after(words, end + 1).is_some();
            // "1.5m tonnes", "2.8m visitors"
            let measured = || power >= 6 && unit::is_measure(words.low(end + 1));
            if words.is_glued(end) && (money || money_behind() || measured()) {
                (power, end + 1)
            } else {
                (0, end)
            }
        }
    }
}

/// "$76 US a barrel", "$5 million Canadian".
fn country_behind(words: &Words<'_>, end: usize, currency: Currency) -> (Currency, usize) {
    let code = match words.low(end) {
        _ if !currency.is_dollar() => return (currency, end),
        "us" | "u.s" => "USD",
        "canadian" | "cdn" => "CAD",
        "australian" => "AUD",
        _ => return (currency, end),
    };
    let capital = words.get(end).is_some_and(Word::is_capital);
    // "$5 million US grant": the country of what follows.
    let stops = !words
        .get(end + 1)
        .is_some_and(|next| next.low.len() > 3 && next.low.chars().all(char::is_alphabetic));
    if !capital || !stops {
        return (currency, end);
    }
    let point = usize::from(words.low(end) == "u.s" && words.low(end + 1) == ".");
    let currency = Currency {
        name: "dollar",
        code: Some(code),
    };
    (currency, end + 1 + point)
}

/// A sign right before the digits, that no word or number touches: plus is true.
fn plus_or_minus(words: &Words<'_>, at: usize) -> (Option<bool>, usize) {
    let Some(mark) = at.checked_sub(1).filter(|_| words.is_glued(at)) else {
        return (None, at);
    };
    let plus = match words.low(mark) {
        "+" => true,
        "-" | "−" | "–" => false,
        _ => return (None, at),
    };
    let behind_number = words
        .before(mark)
        .is_some_and(|word| word.kind == TokenKind::Number);
    let free = !words.is_glued(mark) && !behind_number
        || matches!(words.low_before(mark), "$" | "(" | "€" | "£");
    if free { (Some(plus), mark) } else { (None, at) }
}

fn negated(value: Number) -> Option<Number> {
    let printed = value.printed();
    Number::parse(&format!("-{printed}")).ok()
}
