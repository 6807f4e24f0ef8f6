//! Intervals: what a printed number leaves open, and how much of that is left after arithmetic.

use super::digits::{SAME, rounded, same};
use super::unit;
use crate::dossier::observation::Qualifier;
use crate::dossier::series::{Series, SeriesKind};
use crate::dossier::{Number, Observation};

/// What "about" and "an estimated" leave open at least, as a share of the figure. Writers round to
/// two digits before they say "about"; two digits are exact to within five in a hundred.
const ABOUT: f64 = 0.05;

/// What a round amount leaves open at most, as a share of it: "100 million" hardly ever stands for 60.
const ROUND: f64 = 0.05;

/// All values from `low` to `high`. Either end belongs to it or not; either may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    low_in: bool,
    high_in: bool,
}

/// The side on which an interval ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    MoreThan,
    LessThan,
}

impl Interval {
    /// The one value `value`.
    pub fn exact(value: f64) -> Self {
        Self::closed(value, value)
    }

    /// From `low` to `high`, both included.
    pub fn closed(low: f64, high: f64) -> Self {
        Self {
            low,
            high,
            low_in: true,
            high_in: true,
        }
    }

    /// What is written as `number`: half a unit of its last digit to either side. A half is
    /// rounded away from zero, so the end that is nearer to zero belongs to the interval and the
    /// other does not: `8.3` is [8.25, 8.35).
    pub fn written(number: Number) -> Self {
        let (value, half) = (number.value(), 0.5 * unit(number));
        Self {
            low: value - half,
            high: value + half,
            low_in: value > 0.0,
            high_in: value < 0.0,
        }
    }

    /// What is written as `number` in prose, where an amount that ends in zeros is a round one: half a
    /// unit of its last digit that is not zero, but no more than a twentieth of it. `50` is
    /// [47.5, 52.5), `17,000` is [16,500, 17,500).
    pub fn round(number: Number) -> Self {
        let (value, exact) = (number.value(), Self::written(number));
        let half = (0.5 * place(number)).min(ROUND * value.abs());
        if half <= exact.high - value {
            return exact;
        }
        Self {
            low: value - half,
            high: value + half,
            ..exact
        }
    }

    /// What is said by `number` after such a word.
    ///
    /// "About" and "an estimated" widen it to either side by one unit of the last printed digit or
    /// by a twentieth of the figure, whichever is more; "almost" to the lower side only. "More than"
    /// is everything above the figure, "less than" everything below it, without the figure itself;
    /// "at least" and "at most" include it.
    pub fn stated(number: Number, qualifier: Option<Qualifier>) -> Self {
        let value = number.value();
        let margin = unit(number).max(ABOUT * value.abs());
        match qualifier {
            None => Self::written(number),
            Some(Qualifier::About | Qualifier::Estimated) => {
                Self::closed(value - margin, value + margin)
            }
            Some(Qualifier::MoreThan) => Self {
                low: value,
                high: f64::INFINITY,
                low_in: false,
                high_in: false,
            },
            Some(Qualifier::LessThan) => Self {
                low: f64::NEG_INFINITY,
                high: value,
                low_in: false,
                high_in: false,
            },
            Some(Qualifier::AtLeast) => Self {
                high: f64::INFINITY,
                high_in: false,
                ..Self::written(number)
            },
            Some(Qualifier::AtMost) => Self {
                low: f64::NEG_INFINITY,
                low_in: false,
                ..Self::written(number)
            },
            Some(Qualifier::Almost) => Self {
                low: value - margin,
                high: value,
                low_in: true,
                high_in: false,
            },
        }
    }

    /// What a figure of `series` says: an amount may be a round one, a rate or a share is not.
    pub fn in_series(series: &Series, figure: &Observation) -> Option<Self> {
        let unit = series.unit.as_deref().unwrap_or_default();
        let is_rate = series.kind == SeriesKind::Growth || unit::is_rate(unit);
        match figure.value {
            Some(value) if !is_rate && figure.qualifier.is_none() && !figure.is_range() => {
                Some(Self::round(value))
            }
            _ => Self::of(figure),
        }
    }

    /// What a printed figure says: a range from its lower to its upper end, else its value; none where
    /// the source gives neither. "About" and "an estimated" widen a range as they widen a value; other
    /// words do not go with one.
    pub fn of(figure: &Observation) -> Option<Self> {
        let wide = |word: &Qualifier| matches!(word, Qualifier::About | Qualifier::Estimated);
        let word = figure.qualifier.filter(wide);
        let end = |number| Self::stated(number, word);
        let (low, high) = (figure.low.map(end), figure.high.map(end));
        if low.is_none() && high.is_none() {
            return figure.value.map(|v| Self::stated(v, figure.qualifier));
        }
        Some(Self {
            low: low.map_or(f64::NEG_INFINITY, |low| low.low),
            high: high.map_or(f64::INFINITY, |high| high.high),
            low_in: low.is_some_and(|low| low.low_in),
            high_in: high.is_some_and(|high| high.high_in),
        })
    }

    /// The same in other units: every value times `factor`, which is above zero.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            high: self.high * factor,
            ..self
        }
    }

    /// The level that a growth of `percent` leads to; none for a level below zero, and none where
    /// the growth could be a fall to nothing.
    pub fn after_growth(self, percent: Self) -> Option<Self> {
        let factor = percent.growth_factor()?;
        (self.low >= 0.0).then(|| Self {
            low: product(self.low, factor.low),
            high: product(self.high, factor.high),
            low_in: self.low_in && factor.low_in,
            high_in: self.high_in && factor.high_in,
        })
    }

    /// The level before a growth of `percent` led to this one; none where [`Self::after_growth`]
    /// has none.
    pub fn before_growth(self, percent: Self) -> Option<Self> {
        self.over(percent.growth_factor()?)
    }

    /// The sum of two amounts.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
            low_in: self.low_in && other.low_in,
            high_in: self.high_in && other.high_in,
        }
    }

    /// The difference of two amounts.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            low: self.low - other.high,
            high: self.high - other.low,
            low_in: self.low_in && other.high_in,
            high_in: self.high_in && other.low_in,
        }
    }

    /// How much it is, whichever its sign; none where that is not known.
    pub(crate) fn size(self) -> Option<Self> {
        if self.low >= 0.0 {
            Some(self)
        } else {
            (self.high <= 0.0).then(|| Self::exact(0.0).minus(self))
        }
    }

    /// Everything from its lower end on: what a whole is at least of which this is a part.
    #[must_use]
    pub fn or_more(self) -> Self {
        Self {
            high: f64::INFINITY,
            high_in: false,
            ..self
        }
    }

    /// The quotient of two amounts; none where this one could be below zero or the other is not
    /// certainly above it.
    pub fn over(self, by: Self) -> Option<Self> {
        (self.low >= 0.0 && by.low > 0.0).then(|| Self {
            low: self.low / by.high,
            high: self.high / by.low,
            low_in: self.low_in && by.high_in,
            high_in: self.high_in && by.low_in,
        })
    }

    /// One plus so many per cent; none where that could be nothing or less.
    pub(crate) fn growth_factor(self) -> Option<Self> {
        let factor = |percent: f64| 1.0 + percent / 100.0;
        (factor(self.low) > 0.0).then(|| Self {
            low: factor(self.low),
            high: factor(self.high),
            ..self
        })
    }

    /// Is `value` one of its values?
    pub fn contains(self, value: f64) -> bool {
        let above = if same(self.low, value) {
            self.low_in
        } else {
            self.low < value
        };
        let below = if same(self.high, value) {
            self.high_in
        } else {
            value < self.high
        };
        above && below
    }

    /// Is there a value that both have?
    pub fn overlaps(self, other: Self) -> bool {
        let ends_before = |a: Self, b: Self| {
            if same(a.high, b.low) {
                !(a.high_in && b.low_in)
            } else {
                a.high < b.low
            }
        };
        !ends_before(self, other) && !ends_before(other, self)
    }

    /// By which factor the two are apart at least, whatever rounding hides: 1 where they overlap.
    /// None unless the upper end of the lesser is above zero.
    pub fn least_factor(self, other: Self) -> Option<f64> {
        if self.overlaps(other) {
            return Some(1.0);
        }
        let (lesser, greater) = if self.high <= other.low {
            (self, other)
        } else {
            (other, self)
        };
        (lesser.high > 0.0).then(|| (greater.low / lesser.high).max(1.0))
    }

    /// The middle; of an interval that is open to one side, the end that was told.
    pub fn middle(self) -> f64 {
        match self.bound() {
            None if self.low.is_finite() => f64::midpoint(self.low, self.high),
            None => 0.0,
            Some(Bound::MoreThan) => self.low,
            Some(Bound::LessThan) => self.high,
        }
    }

    /// Of which side only is anything known? What is less than a level is more than nothing, so
    /// an end at zero that is left out tells no more than an end that is not there.
    pub(crate) fn bound(self) -> Option<Bound> {
        let below = self.low.is_finite() && (self.low_in || self.low != 0.0);
        match (below, self.high.is_finite()) {
            (true, false) => Some(Bound::MoreThan),
            (false, true) => Some(Bound::LessThan),
            _ => None,
        }
    }

    /// The middle, down to the first digit that the interval leaves uncertain; of an interval that is
    /// open to one side the other end, rounded outward.
    pub fn shown(self) -> String {
        let digit = self.last_digit();
        match self.bound() {
            None => rounded(self.middle(), digit, f64::round),
            Some(Bound::MoreThan) => rounded(self.low, digit, f64::floor),
            Some(Bound::LessThan) => rounded(self.high, digit, f64::ceil),
        }
    }

    /// The same as [`Self::shown`] one digit finer, for arithmetic that goes on with it.
    pub(crate) fn finer(self) -> String {
        let digit = self.last_digit() - 1;
        match self.bound() {
            None => rounded(self.middle(), digit, f64::round),
            Some(Bound::MoreThan) => rounded(self.low, digit, f64::floor),
            Some(Bound::LessThan) => rounded(self.high, digit, f64::ceil),
        }
    }

    /// Both ends in words, one digit finer than [`Self::shown`] and rounded outward, so that nothing is
    /// shut out that is possible: "between 4.73 and 5.28".
    pub fn span(self) -> String {
        let digit = self.last_digit() - 1;
        match self.bound() {
            None if self.low.is_finite() && self.high.is_finite() => format!(
                "between {} and {}",
                rounded(self.low, digit, f64::floor),
                rounded(self.high, digit, f64::ceil)
            ),
            None => "anything".to_owned(),
            Some(Bound::MoreThan) => format!("more than {}", rounded(self.low, digit, f64::floor)),
            Some(Bound::LessThan) => format!("less than {}", rounded(self.high, digit, f64::ceil)),
        }
    }

    /// The power of ten of the first uncertain digit: the greatest not above the width, and six
    /// places after the point at most.
    fn last_digit(self) -> i32 {
        let open = self.high - self.low;
        // What is open to one side is shown to two digits of its end.
        let width = match self.bound() {
            _ if open.is_finite() => open,
            Some(_) if self.middle() != 0.0 => self.middle().abs() / 10.0,
            _ => return 0,
        };
        let powers = (-6..=15).rev();
        powers
            .into_iter()
            .find(|power| 10f64.powi(*power) <= width * (1.0 + SAME))
            .unwrap_or(-6)
    }
}

/// One unit of the last printed digit.
fn unit(number: Number) -> f64 {
    10f64.powi(-number.decimals().cast_signed())
}

/// The power of ten of the last digit that is not zero, of a whole number; else of the last printed one.
fn place(number: Number) -> f64 {
    let mut place = unit(number);
    let is_whole = number.decimals() == 0 && number.value() != 0.0;
    while is_whole && same(number.value() % (place * 10.0), 0.0) {
        place *= 10.0;
    }
    place
}

/// Nothing times anything is nothing, however much that may be.
fn product(a: f64, b: f64) -> f64 {
    if a == 0.0 { 0.0 } else { a * b }
}
