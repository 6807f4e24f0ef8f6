//! Where the axis of a chart ends, on a screen and on paper.

/// The ends of an axis that shows nought and everything from `low` to `high`: round numbers, and never
/// the same one.
pub fn bounds(low: f64, high: f64) -> [f64; 2] {
    // Minus nought would be labelled so.
    let (low, high) = (0.0 - round_up(-low), round_up(high));
    [low, if high > low { high } else { low + 1.0 }]
}

/// The least of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten that is not below.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 0.0;
    }
    let power = 10f64.powf(value.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    let step = steps
        .into_iter()
        .find(|step| step * power >= value * 0.999_999);
    step.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_axis_ends_at_or_a_little_above_its_highest_value(value in 1e-6..1e12) {
            let end = round_up(value);
            prop_assert!(end >= value * 0.999_99 && end <= value * 1.5, "{value} {end}");
        }
    }

    #[test]
    fn an_axis_shows_nought_and_has_two_ends() {
        assert_eq!(
            bounds(0.0, 48.3).map(f64::to_bits),
            [0.0, 50.0].map(f64::to_bits)
        );
        assert_eq!(
            bounds(-3.9, 0.0).map(f64::to_bits),
            [-4.0, 0.0].map(f64::to_bits)
        );
        assert_eq!(
            bounds(0.0, 0.0).map(f64::to_bits),
            [0.0, 1.0].map(f64::to_bits)
        );
    }

    #[test]
    fn there_is_no_axis_below_nought_or_without_end() {
        for value in [0.0, -3.0, f64::INFINITY, f64::NAN] {
            assert!(round_up(value).abs() < f64::EPSILON, "{value}");
        }
    }
}
