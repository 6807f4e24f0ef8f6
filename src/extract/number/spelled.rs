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

/// A number from digits with a decimal point.
pub(super) fn number(digits: &str) -> Option<Number> {
    Number::parse(digits).ok()
}
