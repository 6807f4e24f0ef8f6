//! The order of the records of a file: what has a date by date, everything else by id.

use super::date::Rank;
use super::{Date, Id};

/// Where a record belongs in its file. Records with equal keys stay as they came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// By the earliest day, then the latest, then the place on the occasion.
    Day(Rank, u32),
    /// By name.
    Id(Id),
}

impl Key {
    /// By date; what has no `sequence` comes after what has one.
    pub(crate) fn day(date: Option<&Date>, sequence: Option<u32>) -> Self {
        let rank = date.map_or_else(Rank::undated, Date::rank);
        Self::Day(rank, sequence.unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_order_dates_as_lists_do() {
        let texts = [
            "2023",
            "2023-07",
            "../1991",
            "199X",
            "2021/..",
            "2023-07-01/2024",
            "Y-17000",
            "Y-400000",
            "Y-500000",
            "Y500000",
        ];
        let dates: Vec<_> = texts.map(|text| Date::parse(text).expect(text)).into();
        for a in &dates {
            for b in &dates {
                let keys = Key::day(Some(a), None).cmp(&Key::day(Some(b), None));
                assert_eq!(keys, a.sort(b), "{a} {b}");
            }
            assert!(Key::day(Some(a), None) < Key::day(None, Some(1)));
            assert!(Key::day(Some(a), Some(7)) < Key::day(Some(a), None));
        }
    }
}
