//! Numbers in as many digits as they are good for.

use crate::dossier::Number;

/// Ends that agree to one part in a thousand million are the same number: binary fractions do not
/// hold 0.05, so that 7.7 + 0.05 and 7.8 - 0.05 may differ in the last bit.
pub(super) const SAME: f64 = 1e-9;

/// Are these the same number but for the last bits?
pub(crate) fn same(a: f64, b: f64) -> bool {
    let close = || (a - b).abs() <= SAME * a.abs().max(b.abs());
    a.total_cmp(&b).is_eq() || (a.is_finite() && b.is_finite() && close())
}

/// `value` to the digit of 10^`power`, by `way`, with commas between thousands as printed figures have
/// them.
pub(super) fn rounded(value: f64, power: i32, way: fn(f64) -> f64) -> String {
    let decimals = usize::try_from(-power).unwrap_or(0);
    let steps = if power < 0 {
        value * 10f64.powi(-power)
    } else {
        value / 10f64.powi(power)
    };
    // What is whole but for the last bits is whole.
    let near = steps.round();
    let whole = if same(steps, near) { near } else { way(steps) };
    let value = if power < 0 {
        whole / 10f64.powi(-power)
    } else {
        whole * 10f64.powi(power)
    };
    let text = format!("{value:.decimals$}");
    Number::parse(&text).map_or(text, |number| number.to_string())
}

/// A factor in two digits, in three below two: "1.01", "6.0", "10".
pub(crate) fn times(factor: f64) -> String {
    if factor < 1.995 {
        format!("{factor:.2}")
    } else if factor < 9.95 {
        format!("{factor:.1}")
    } else {
        let power = factor.log10().floor() - 1.0;
        let step = 10f64.powf(power);
        format!("{:.0}", (factor / step).round() * step)
    }
}
