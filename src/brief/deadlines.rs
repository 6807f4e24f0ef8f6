//! What is overdue or falls due soon between both sides.

use super::words::{line, more, sentences, spoken_dates};
use super::{Line, Making, Section};
use crate::dossier::Ref;
use crate::due::Due;

/// Lines of the list.
const MOST: usize = 6;

impl Making<'_> {
    /// What is overdue, and what falls due soon, the most pressing first.
    pub(super) fn deadlines(&mut self) -> Option<Section> {
        let ours = |due: &&Due| {
            due.class.is_pressing() && due.between == Some(true) && self.scope.has(due.record)
        };
        let all: Vec<_> = self.due.iter().filter(ours).cloned().collect();
        let mut lines = Vec::new();
        for due in &all {
            let evidence = self.dossier.evidence(due.record).into_owned();
            let note = (lines.len() < MOST)
                .then(|| self.notes.cite(&evidence))
                .flatten();
            if let Some(note) = note {
                let lead = line(&self.dossier.title(due.record));
                let text = sentences(&[capital(&spoken_dates(&line(&due.words)))]);
                self.shown.push(due.record);
                let records = self.ids(&[due.record]);
                lines.push(Line::new(lead, text, note, records));
            }
        }
        let rest = all.len() - lines.len();
        Section::lines(
            "Overdue and due within 90 days",
            lines,
            more(rest, ["further deadline", "further deadlines"]),
        )
    }

    /// Since when there is no evidence of something open; nothing where it was heard of lately.
    pub(super) fn unheard(&self, record: Ref) -> String {
        let due = self.due.iter().find(|due| due.record == record);
        let last = due
            .and_then(|due| due.last.as_ref())
            .map(|date| format!("No evidence since {}", super::words::date(date)));
        last.unwrap_or_default()
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}
