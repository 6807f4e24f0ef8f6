//! Records that somebody chose one by one and that no part has a place for: none of them is left out.

use super::words::{date_in_words, line, sentences};
use super::{Line, Making, Section};
use crate::dossier::{Agreement, Claim, Event, Kind, Ref};

impl Making<'_> {
    /// What was chosen and is not told yet.
    pub(super) fn further(&mut self) -> Option<Section> {
        if !self.is_picked {
            return None;
        }
        let dossier = self.dossier;
        let kinds = [Kind::Event, Kind::Agreement, Kind::Claim];
        let all = kinds.into_iter().flat_map(|kind| dossier.all(kind));
        let rest: Vec<Ref> = all
            .filter(|record| self.scope.has(*record) && !self.shown.contains(record))
            .collect();
        let lines = rest
            .into_iter()
            .filter_map(|record| {
                let (lead, text) = match record.kind {
                    Kind::Event => further_event(&dossier.events[record.at]),
                    Kind::Agreement => further_agreement(&dossier.agreements[record.at]),
                    _ => self.further_claim(&dossier.claims[record.at]),
                };
                let note = self.notes.cite(dossier.evidence(record).iter())?;
                self.shown.push(record);
                Some(Line::new(lead, text, note, self.ids(&[record])))
            })
            .collect();
        Section::lines("Also chosen", lines, None)
    }

    /// The statement, and whose it is.
    fn further_claim(&self, claim: &Claim) -> (String, String) {
        let by = claim
            .asserted_by
            .as_ref()
            .map_or_else(|| "Claim".to_owned(), |by| line(&self.dossier.name(by)));
        let lead = format!("{by} ({})", claim.modality.word());
        (lead, sentences(&[line(&claim.statement)]))
    }
}

fn further_event(event: &Event) -> (String, String) {
    let when = date_in_words(event.date.as_ref()).unwrap_or_else(|| "undated".to_owned());
    let status = event.status.word().replace('-', " ");
    let lead = format!("{} ({status}, {when})", line(&event.title));
    let summary = event.summary.as_deref().map(line).unwrap_or_default();
    (lead, sentences(&[summary]))
}

fn further_agreement(agreement: &Agreement) -> (String, String) {
    let status = agreement.status.word().replace('-', " ");
    let when = date_in_words(agreement.date()).map(|date| format!(", {date}"));
    let lead = format!(
        "{} ({status}{})",
        line(&agreement.title),
        when.unwrap_or_default()
    );
    (lead, String::new())
}
