//! Marked breaks: from there on a series is not comparable with its earlier periods.

use crate::dossier::{Date, Series};

/// Does a marked break of `series` lie between two times, or begin with the later one?
///
/// A break begins with the period of the figure that is marked. A time is before it where all of it
/// is, so that a break in a month of 2020 parts the whole year 2020 from 2019.
pub(super) fn lie_between(series: &Series, one: &Date, other: &Date) -> bool {
    let (early, late) = if one.sort(other).is_le() {
        (one, other)
    } else {
        (other, one)
    };
    let begins = |at: &Date| {
        let first = at.earliest();
        let is_before = matches!((early.latest(), first), (Some(day), Some(first)) if day < first);
        let is_reached = late
            .latest()
            .is_none_or(|day| first.is_none_or(|first| first <= day));
        is_before && is_reached
    };
    let mut marked = series.observations.iter().filter(|figure| figure.is_break);
    marked.any(|figure| begins(&figure.period))
}
