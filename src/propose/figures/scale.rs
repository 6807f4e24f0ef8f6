//! A figure in the scale of another series.

use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Number, Observation};

/// Writes a figure in the scale of another series, where that loses nothing: "870 million" as 0.870
/// billion. A goal of 5 billion is 5000 million; a report of so much would become too exact.
pub(super) fn rescale(figure: &mut Observation, from: i8, to: i8) -> bool {
    let exact = to > from || figure.status == ObservationStatus::Target;
    if !exact || to.abs_diff(from) > 6 {
        return false;
    }
    let shifted = |number: Option<Number>| match number {
        Some(number) => shift(number, i32::from(from) - i32::from(to)).map(Some),
        None => Some(None),
    };
    let all = [figure.value, figure.low, figure.high].map(shifted);
    let [Some(value), Some(low), Some(high)] = all else {
        return false;
    };
    (figure.value, figure.low, figure.high) = (value, low, high);
    true
}

/// A number with its point some places to the right, or to the left where that is below zero.
fn shift(number: Number, places: i32) -> Option<Number> {
    let printed = number.printed();
    let (sign, digits) = match printed.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", printed.as_str()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{part}");
    let point = i32::try_from(whole.len()).ok()? + places;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let length = i32::try_from(all.len()).ok()?;
    let all = format!("{}{all}{}", zeros(1 - point), zeros(point - length));
    let at = usize::try_from(point.max(1)).ok()?;
    let (whole, part) = all.split_at_checked(at)?;
    let point = if part.is_empty() { "" } else { "." };
    Number::parse(&format!("{sign}{whole}{point}{part}")).ok()
}
