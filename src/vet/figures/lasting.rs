//! Over how long a figure was counted: "in the past twelve weeks", of what a source counted over 12 months.

use super::case::{Case, cite};
use crate::vet::figure::Said;
use crate::vet::finding::{Finding, Verdict};
use crate::vet::lengths::{Length, lengths};
use crate::vet::words::{Word, words};

impl Case<'_> {
    /// A span before the day of writing that is another than the one over which a source counted.
    pub(super) fn other_span(&self, said: &Said) -> Option<Finding> {
        if !said.is_printed() {
            return None;
        }
        let (told, here) = spans(&self.sentence.words).into_iter().next()?;
        let (_, observation) = self.index.dossier.observation(said.record.at);
        let why = observation.period.why.as_deref().unwrap_or_default();
        let passages = observation
            .evidence
            .iter()
            .map(|one| one.words().into_owned());
        let texts = passages.chain([why.to_owned()]);
        let known = texts.flat_map(|text| spans(&words(&text, &(0..text.len()), &[])));
        let known: Vec<(Length, String)> = known.collect();
        let (_, own) = known.first()?;
        if known.iter().any(|(one, _)| one.meets(&told)) {
            return None;
        }
        let note = format!("unit: it is over the past {own}, not {here}");
        Some(cite(self.finding(Verdict::Contradicted), said).note(note))
    }
}

/// The lengths of time that end with the day of writing, each in words: "the past 12 months".
fn spans(words: &[Word]) -> Vec<(Length, String)> {
    let is_past = |one: &Length| {
        let lead = one
            .at
            .checked_sub(2)
            .map_or("", |at| words[at].low.as_str());
        matches!(lead, "past" | "last" | "previous" | "preceding" | "prior")
    };
    let all = lengths(words).into_iter().filter(is_past);
    all.map(|one| {
        let own = format!("{} {}", words[one.at - 1].low, words[one.at].low);
        (one, own)
    })
    .collect()
}
