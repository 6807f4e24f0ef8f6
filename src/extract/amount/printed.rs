//! How much: numbers as printed, with their power of ten.

use crate::dossier::Number;

/// A number with the digits that were printed, and the power of ten beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Printed {
    /// The digits.
    pub value: Number,
    /// The power of ten that a word or letter says: 6 for "million".
    pub scale: u32,
}

impl Printed {
    /// The nearest floating-point value.
    pub fn value(self) -> f64 {
        self.value.value() * 10f64.powi(self.scale.cast_signed())
    }
}

/// How much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// A number.
    One(Printed),
    /// From the first to the second.
    Between(Printed, Printed),
    /// "hundreds of millions": at least one of it.
    AtLeastOne(Printed),
    /// "two thirds".
    Fraction {
        /// The number of parts.
        over: u32,
        /// The number of parts of the whole.
        under: u32,
    },
}
