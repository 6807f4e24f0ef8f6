//! Does a number of a text say what a figure of the dossier says? Rounded, it must round to it.

use crate::dossier::observation::Qualifier;
use crate::extract::amount::{Printed, Quantity};
use crate::figures::Interval;

/// How far a round number may be from what it stands for, as a share of it: "80 billion" for 79.
const ROUND: f64 = 0.05;

/// The same behind "about".
const ABOUT: f64 = 0.1;

/// So far above "more than …" a figure may be: "more than 3" for 8 misleads.
const ABOVE: f64 = 1.5;

/// A number of a text, in whole units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) value: f64,
    /// The unit of its last digit that is not zero; of the last digit behind a decimal point.
    step: f64,
    /// The upper end, where it is a range.
    high: Option<f64>,
    pub(super) qualifier: Option<Qualifier>,
}

/// What comes of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It says the same.
    Same,
    /// It says the same with digits that the figure does not have.
    Finer,
    /// It says something else.
    Differs,
}

impl Told {
    /// None for a fraction.
    pub(super) fn of(quantity: Quantity, qualifier: Option<Qualifier>) -> Option<Self> {
        match quantity {
            Quantity::One(one) => Some(Self::one(one, qualifier)),
            Quantity::AtLeastOne(one) => Some(Self::one(one, Some(Qualifier::AtLeast))),
            Quantity::Between(low, high) => Some(Self {
                high: Some(high.value()),
                ..Self::one(low, qualifier)
            }),
            Quantity::Fraction { .. } => None,
        }
    }

    pub(super) fn one(printed: Printed, qualifier: Option<Qualifier>) -> Self {
        Self {
            value: printed.value(),
            step: step(printed),
            high: None,
            qualifier,
        }
    }

    /// A number that was computed, good to so much of itself.
    pub(super) fn rough(value: f64, share: f64, qualifier: Option<Qualifier>) -> Self {
        Self {
            value,
            step: (2.0 * share * value).abs(),
            high: None,
            qualifier,
        }
    }

    /// The ends of a range, each as a number of its own.
    pub(super) fn ends(self) -> Option<(Self, Self)> {
        let low = Self { high: None, ..self };
        let value = self.high?;
        Some((low, Self { value, ..low }))
    }

    /// The same below zero.
    pub(super) fn negated(self) -> Self {
        Self {
            value: -self.value,
            ..self
        }
    }

    fn tolerance(self) -> f64 {
        let share = match self.qualifier {
            None => ROUND,
            Some(_) => ABOUT,
        };
        (0.5 * self.step).min(share * self.value.abs())
    }

    /// Is it this number, whatever its unit and scale?
    pub(super) fn has_digits_of(self, figure: f64) -> bool {
        let (a, b) = (self.value.abs(), figure.abs());
        if a <= 0.0 || b <= 0.0 {
            return false;
        }
        let power = (a / b).log10();
        (power - power.round()).abs() < 1e-6
    }

    /// Is it this number, whatever its unit?
    pub(super) fn is_number(self, figure: f64) -> bool {
        (self.value.abs() - figure.abs()).abs() <= 1e-6 * figure.abs()
    }

    /// Compared with a figure that a source prints: `step` is the unit of its last digit, `bound` the
    /// word before it.
    pub(super) fn fits(self, figure: f64, step: f64, bound: Option<Qualifier>) -> Fit {
        use Qualifier as Q;
        let near =
            (self.value - figure).abs() <= self.tolerance() * (1.0 + 1e-9) + 1e-9 * figure.abs();
        if let Some(high) = self.high {
            let slack = self.tolerance();
            let inside = figure >= self.value - slack && figure <= high + slack;
            return if inside { Fit::Same } else { Fit::Differs };
        }
        let is = |fits: bool| if fits { Fit::Same } else { Fit::Differs };
        match (self.qualifier, bound) {
            (Some(Q::LessThan | Q::AtMost), Some(Q::MoreThan | Q::AtLeast))
            | (Some(Q::MoreThan | Q::AtLeast), Some(Q::LessThan | Q::AtMost)) => Fit::Differs,
            (Some(_), Some(Q::MoreThan | Q::AtLeast | Q::LessThan | Q::AtMost)) => is(near),
            // "More than" a figure that a source prints as it is says otherwise.
            (Some(Q::MoreThan | Q::LessThan), None) if self.is_number(figure) => Fit::Differs,
            (Some(Q::MoreThan | Q::AtLeast), _) => {
                is(figure >= self.value * (1.0 - 1e-9) && figure <= self.value * ABOVE)
            }
            (Some(Q::LessThan | Q::AtMost), _) => {
                is(figure <= self.value * (1.0 + 1e-9) && self.value <= figure * ABOVE)
            }
            (Some(Q::Almost), _) => is(
                figure <= self.value * (1.0 + 1e-9) && self.value - figure <= ABOUT * self.value
            ),
            _ if near => Fit::Same,
            _ if self.step < 0.6 * step && (self.value - figure).abs() <= 0.5 * step => Fit::Finer,
            _ => Fit::Differs,
        }
    }

    /// Compared with what follows from other figures.
    pub(super) fn meets(self, interval: Interval) -> bool {
        use Qualifier as Q;
        let slack = self.tolerance();
        let high = self.high.unwrap_or(self.value);
        match self.qualifier {
            Some(Q::MoreThan | Q::AtLeast) => {
                interval.high >= self.value && interval.low <= self.value * ABOVE
            }
            Some(Q::LessThan | Q::AtMost) => {
                interval.low <= self.value && self.value <= interval.high * ABOVE
            }
            Some(Q::Almost) => {
                interval.low <= self.value && interval.high >= self.value * (1.0 - ABOUT)
            }
            _ => interval.overlaps(Interval::closed(self.value - slack, high + slack)),
        }
    }
}

/// The unit of the last digit that is not zero, in whole units.
pub(super) fn step(printed: Printed) -> f64 {
    let decimals = printed.value.decimals();
    let scale = 10f64.powi(printed.scale.cast_signed());
    if decimals > 0 {
        return scale * 10f64.powi(-decimals.cast_signed());
    }
    let digits = printed.value.printed();
    let trailing = digits
        .bytes()
        .rev()
        .take_while(|digit| *digit == b'0')
        .count();
    let zeros = if trailing == digits.len() {
        0
    } else {
        trailing
    };
    scale * 10f64.powi(i32::try_from(zeros).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Number;

    fn parsed(number: &str, scale: u32, qualifier: Option<Qualifier>) -> Told {
        let value = Number::parse(number).expect("a number");
        Told::one(Printed { value, scale }, qualifier)
    }

    #[test]
    fn a_number_must_round_to_the_figure() {
        use Qualifier as Q;
        for (number, scale, word, figure, step, bound, expected) in [
            (
                "8",
                6,
                Some(Q::About),
                8.3e6,
                1e5,
                Some(Q::About),
                Fit::Same,
            ),
            ("8.3", 6, None, 8.3e6, 1e5, Some(Q::About), Fit::Same),
            (
                "8.5",
                6,
                Some(Q::About),
                8.3e6,
                1e5,
                Some(Q::About),
                Fit::Differs,
            ),
            ("8.31", 6, None, 8.3e6, 1e5, None, Fit::Finer),
            ("8.3", 9, None, 8.3e6, 1e5, None, Fit::Differs),
            ("80", 9, Some(Q::About), 79e9, 1e9, None, Fit::Same),
            (
                "20000",
                0,
                Some(Q::MoreThan),
                2e4,
                1e4,
                Some(Q::MoreThan),
                Fit::Same,
            ),
            (
                "10000",
                0,
                Some(Q::MoreThan),
                2e4,
                1e4,
                Some(Q::MoreThan),
                Fit::Differs,
            ),
            (
                "20000",
                0,
                Some(Q::LessThan),
                2e4,
                1e4,
                Some(Q::MoreThan),
                Fit::Differs,
            ),
            ("50", 6, None, 5e7, 1e7, Some(Q::About), Fit::Same),
            ("60", 6, None, 5e7, 1e7, Some(Q::About), Fit::Differs),
            ("7", 6, Some(Q::MoreThan), 7.7e6, 1e5, None, Fit::Same),
        ] {
            let fit = parsed(number, scale, word).fits(figure, step, bound);
            assert_eq!(fit, expected, "{number} e{scale} {word:?} {figure}");
        }
    }

    /// "More than 7.7 million" is not 7.7 million, but may be about 7.7 million.
    #[test]
    fn what_is_more_than_a_figure_is_not_that_figure() {
        use Qualifier as Q;
        for (word, bound, expected) in [
            (Q::MoreThan, None, Fit::Differs),
            (Q::LessThan, None, Fit::Differs),
            (Q::AtLeast, None, Fit::Same),
            (Q::MoreThan, Some(Q::About), Fit::Same),
        ] {
            let fit = parsed("7.7", 6, Some(word)).fits(7.7e6, 1e5, bound);
            assert_eq!(fit, expected, "{word:?} {bound:?}");
        }
    }
}
