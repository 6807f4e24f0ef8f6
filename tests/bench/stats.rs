//! Middle, nearly worst and worst of what was measured.

use std::time::Duration;

use serde::Serialize;

/// Of fewer samples the 99th percentile is the worst, and says nothing of its own.
const ENOUGH: usize = 100;

/// A summary of some measurements.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Summary {
    pub(crate) median: f64,
    /// Where there are enough samples.
    pub(crate) p99: Option<f64>,
    pub(crate) worst: f64,
    pub(crate) samples: usize,
}

impl Summary {
    /// None of nothing.
    pub(crate) fn new(mut samples: Vec<f64>) -> Option<Self> {
        samples.sort_by(f64::total_cmp);
        let worst = *samples.last()?;
        let count = samples.len();
        Some(Self {
            median: f64::midpoint(samples[(count - 1) / 2], samples[count / 2]),
            p99: (count >= ENOUGH).then(|| samples[(count * 99).div_ceil(100) - 1]),
            worst,
            samples: count,
        })
    }
}

/// Milliseconds.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// Three digits that count: 0.123, 1.23, 12.3, 123, 1,234.
pub(crate) fn digits(number: f64) -> String {
    let decimals = match number {
        n if n < 1.0 => 3,
        n if n < 10.0 => 2,
        n if n < 100.0 => 1,
        _ => 0,
    };
    let text = format!("{number:.decimals$}");
    if decimals == 0 { grouped(&text) } else { text }
}

/// Thousands set apart.
pub(crate) fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
