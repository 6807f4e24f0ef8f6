//! Over how long a figure was counted: "in the past twelve weeks", of what a source counted over 12 months.

use super::case::{Case, cite};
use crate::vet::figure::Said;
use crate::vet::finding::{Finding, Verdict};

/// Numbers that are written in words.
const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve";

/// Units of time, and their days.
const UNITS: [(&str, u32); 5] = [
    ("day", 1),
    ("week", 7),
    ("month", 30),
    ("quarter", 91),
    ("year", 365),
];

impl Case<'_> {
    /// A span before the day of writing that is another than the one over which a source counted.
    pub(super) fn other_span(&self, said: &Said) -> Option<Finding> {
        if !said.is_printed() {
            return None;
        }
        let (told, words) = spans(self.sentence.words_of(&self.sentence.range))
            .into_iter()
            .next()?;
        let (_, observation) = self.index.dossier.observation(said.record.at);
        let why = observation.period.why.as_deref().unwrap_or_default();
        let passages = observation.evidence.iter().map(|one| one.words());
        let known: Vec<(u32, String)> = spans(why)
            .into_iter()
            .chain(passages.flat_map(|text| spans(&text)))
            .collect();
        let fits = |(days, _): &(u32, String)| days.abs_diff(told) * 6 <= *days;
        if known.is_empty() || known.iter().any(fits) {
            return None;
        }
        let (_, own) = &known[0];
        let note = format!("unit: it is over the past {own}, not {words}");
        Some(cite(self.finding(Verdict::Contradicted), said).note(note))
    }
}

/// The spans of a text that end with the day of writing, in days and in words: "the past 12 months".
fn spans(text: &str) -> Vec<(u32, String)> {
    let trimmed = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let words: Vec<String> = text.split_whitespace().map(trimmed).collect();
    let span = |three: &[String]| {
        let [lead, number, unit] = three else {
            return None;
        };
        let is_before = matches!(
            lead.as_str(),
            "past" | "last" | "previous" | "preceding" | "prior"
        );
        let spelled = || NUMBERS.split(' ').position(|word| word == number);
        let count = number.parse().ok().or_else(|| {
            let place = u32::try_from(spelled()?).ok()?;
            Some(place + 1)
        });
        let singular = unit.strip_suffix('s').unwrap_or(unit);
        let (_, days) = UNITS.iter().find(|(name, _)| *name == singular)?;
        let days: u32 = count.filter(|_| is_before)?.checked_mul(*days)?;
        Some((days, format!("{number} {unit}")))
    };
    words.windows(3).filter_map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_read_in_digits_and_in_words() {
        for (text, days) in [
            ("in the past twelve months", Some(360)),
            ("over the last 12 months, it said", Some(360)),
            ("the previous two weeks", Some(14)),
            ("twelve months", None),
            ("the past months", None),
        ] {
            let found = spans(text).first().map(|(days, _)| *days);
            assert_eq!(found, days, "{text}");
        }
    }
}
