//! Lengths of time: "twelve weeks", "30 days".

use std::ops::Range;

use super::words::Word;
use crate::dossier::spelled::small;

/// A length of time in a run of words.
pub(super) struct Length {
    /// The place of its unit; the number is right before.
    pub(super) at: usize,
    days: Range<u32>,
}

impl Length {
    /// May both be as long? A year is as long as twelve months.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.days.start < other.days.end && other.days.start < self.days.end
    }
}

/// The lengths of time that a run of words gives.
pub(super) fn lengths(words: &[Word]) -> Vec<Length> {
    let low = |at: usize| words[at].low.as_str();
    let all = (1..words.len()).filter_map(|at| {
        let (least, most) = match low(at) {
            "day" | "days" => (1, 1),
            "week" | "weeks" => (7, 7),
            "fortnight" | "fortnights" => (14, 14),
            "month" | "months" => (28, 31),
            "year" | "years" => (365, 366),
            _ => return None,
        };
        let count = number(low(at - 1))?;
        // "Once a day", "every two weeks": how often.
        let lead = at.checked_sub(2).map_or("", low);
        let is_often = matches!(lead, "every" | "once" | "twice" | "times");
        let days = count * least..count * most + 1;
        (!is_often).then_some(Length { at, days })
    });
    all.collect()
}

/// A small number in digits or in words.
fn number(low: &str) -> Option<u32> {
    /// Of more, nobody gives a length.
    const MOST: u32 = 10_000;
    let digits = || low.parse::<u32>().ok().filter(|number| *number <= MOST);
    if matches!(low, "a" | "an") {
        return Some(1);
    }
    small(low)
        .and_then(|word| u32::try_from(word).ok())
        .or_else(digits)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn a_length_is_read_in_digits_and_in_words() {
        let read = |text: &str| lengths(&words(text, &(0..text.len()), &[]));
        for (text, days) in [
            ("over the past 12 months", Some(336..373)),
            ("in the past twelve months", Some(336..373)),
            ("for a week", Some(7..8)),
            ("thirty days without a visa", Some(30..31)),
            ("once a week", None),
            ("every two weeks", None),
            ("the past months", None),
        ] {
            let found = read(text).into_iter().next().map(|one| one.days);
            assert_eq!(found, days, "{text}");
        }
        let both = read("twelve months or a year");
        assert!(both[0].meets(&both[1]));
        let both = read("twelve months or twelve weeks");
        assert!(!both[0].meets(&both[1]));
    }
}
