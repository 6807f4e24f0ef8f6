//! What stands right beside a figure, or by the way before it.

use super::basis::{AIM_BEHIND, EXPECTED, MODAL, Status, THEN_EXPECTED};
use crate::dossier::observation::ObservationStatus;
use crate::extract::word::Words;

/// Words behind a figure that are looked at.
const BEHIND: usize = 4;

/// "the $1 billion target", "5 per cent forecast".
pub(super) fn behind(words: &Words<'_>, end: usize) -> Option<Status> {
    // "short of the $200 million forecast for 2024"
    if matches!(
        words.low(end),
        "forecast" | "expected" | "projected" | "predicted"
    ) && matches!(words.low(end + 1), "for" | "in" | "by")
    {
        return Some((ObservationStatus::Forecast, THEN_EXPECTED));
    }
    // "14 firms would take part"
    if matches!(words.low(end), "will" | "would") && words.low(end + 1) != "have" {
        return Some((ObservationStatus::Forecast, MODAL));
    }
    // "up to 25,000 are forecast for 2023"
    let passive = matches!(words.low(end), "is" | "are");
    if passive
        && matches!(
            words.low(end + 1),
            "forecast" | "expected" | "projected" | "predicted"
        )
    {
        return Some((ObservationStatus::Forecast, EXPECTED));
    }
    let places = (end..end + BEHIND).take_while(|at| words.same_sentence(*at, end - 1));
    for at in places {
        match words.low(at) {
            "target" | "goal" | "mark" | "objective" => {
                // "$8 million, short of the target", "$1 billion trade target"
                let of_it = (end..at).all(|between| is_attribute(words.low(between)));
                let is = words.low(at) != "mark";
                return (of_it && is).then_some((ObservationStatus::Target, AIM_BEHIND));
            }
            low if is_attribute(low) => {}
            _ => return None,
        }
    }
    None
}

fn is_attribute(low: &str) -> bool {
    matches!(
        low,
        "trade"
            | "turnover"
            | "export"
            | "investment"
            | "growth"
            | "annual"
            | "bilateral"
            | "-"
            | "as"
            | "a"
            | "the"
    )
}

/// "is estimated to cost about": the qualifier of a figure, with a verb of what is to come.
pub(super) fn is_estimate(words: &Words<'_>, start: usize) -> bool {
    words.after(start, "estimated to cost").is_some()
}

/// Places before a figure, without those of clauses between commas: "the plant, which will supply ships, cost".
pub(super) fn without_asides(
    words: &Words<'_>,
    start: usize,
    places: impl Iterator<Item = usize>,
) -> impl Iterator<Item = usize> {
    const LONGEST: usize = 14;
    let mut open = start;
    places.filter(move |at| {
        if *at < open && words.low(*at) == "," {
            let comma = (at.saturating_sub(LONGEST)..*at)
                .rev()
                .find(|at| words.low(*at) == ",");
            let relative =
                |comma: &usize| matches!(words.low(comma + 1), "which" | "who" | "whose");
            open = comma.filter(relative).unwrap_or(*at);
            return false;
        }
        *at < open
    })
}
