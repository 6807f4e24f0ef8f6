//! What a number in words is, whatever the language.

use crate::dossier::Number;

/// The quantity that a numeral names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A number, with the digits that were printed; of words, those that they stand for.
    Exact(Number),
    /// "two thirds".
    Fraction {
        /// The number of parts.
        over: u32,
        /// The number of parts of the whole.
        under: u32,
    },
    /// "hundreds of": at least one of this, and not said how many.
    Vague(Number),
}

/// A number in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spelled {
    pub(super) value: Value,
    /// The power of ten that was not multiplied in.
    pub(super) scale: u32,
    /// The word behind it.
    pub(super) end: usize,
}

impl Spelled {
    pub(super) fn exact(value: Number, scale: u32, end: usize) -> Self {
        Self {
            value: Value::Exact(value),
            scale,
            end,
        }
    }

    pub(super) fn vague(value: Number, scale: u32, end: usize) -> Self {
        Self {
            value: Value::Vague(value),
            scale,
            end,
        }
    }
}

/// The sum of so many of one power of ten and so many of a lower one: "46 million 300 thousand" in thousands.
pub(super) fn joined((count, power): (u64, u32), (more, lower): (u64, u32)) -> Option<u64> {
    let step = 10_u64.checked_pow(power.checked_sub(lower)?)?;
    count.checked_mul(step)?.checked_add(more)
}

/// A number from digits with a decimal point.
pub(super) fn number(digits: &str) -> Option<Number> {
    Number::parse(digits).ok()
}
