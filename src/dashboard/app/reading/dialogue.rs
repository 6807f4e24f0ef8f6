//! A quote in its dialogue: the occasion once, then who said what before it, the quote, and what was
//! said after it.

use super::beside::Cites;
use super::facts::arranged;
use super::{Parts, rows};
use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Speech};
use crate::describe::page::{Row, Subject};
use crate::dossier::{Kind, Quote, Ref};

/// Quotes that are shown before and after the one that is read.
const AROUND: usize = 2;

/// Labels of the page whose values the dialogue shows itself.
const SHOWN: [&str; 4] = ["speaker", "role", "occasion", "sequence"];

impl App {
    /// The quote `record`.
    pub(super) fn quote_blocks(&self, record: Ref, parts: Parts, cites: &Cites) -> Vec<Block> {
        let dossier = &self.workspace.dossier;
        let quote = dossier.quotes.get(record.at);
        let event = quote
            .event
            .as_ref()
            .and_then(|id| dossier.find(id))
            .map(Subject::Record);
        let mut blocks = vec![Block::Head(self.occasion(&quote), event)];
        for (at, said) in self.around(record.at, &quote) {
            let speech = self.speech(at, &said, at == record.at);
            blocks.push(Block::Speech(speech));
        }
        let is_shown = |row: &Row| match row {
            Row::Field { label, .. } => SHOWN.contains(&label.as_str()),
            Row::Body(text) => **text == *quote.text,
            Row::Heading(_) => false,
        };
        let own: Vec<_> = parts.own.into_iter().filter(|row| !is_shown(row)).collect();
        blocks.push(Block::Remark(String::new()));
        let passages = self.passages(Some(Subject::Record(record)), &parts.evidence, cites);
        // The words stand above: a passage that has no others only tells where they are.
        let is_other = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph.text != *quote.text,
            _ => true,
        };
        blocks.extend(passages.into_iter().filter(is_other));
        blocks.push(Block::Row(Row::Heading("Record")));
        blocks.extend(arranged(own));
        blocks.extend(rows(parts.rest));
        blocks
    }

    /// The quotes of the same occasion that stand next to it in the dossier, in the order in which they
    /// were said.
    fn around(&self, at: usize, quote: &Quote) -> Vec<(usize, Quote)> {
        let quotes = &self.workspace.dossier.quotes;
        let is_here = |other: &Quote| other.event.is_some() && other.event == quote.event;
        let near = at.saturating_sub(3 * AROUND)..(at + 3 * AROUND + 1).min(quotes.len());
        let mut all: Vec<_> = near.map(|at| (at, quotes.get(at))).collect();
        all.retain(|(place, other)| *place == at || is_here(other));
        all.sort_by_key(|(place, other)| (other.sequence, *place));
        let own = all.iter().position(|(place, _)| *place == at).unwrap_or(0);
        let first = own.saturating_sub(AROUND);
        all.drain(first..(own + AROUND + 1).min(all.len()))
            .collect()
    }

    fn speech(&self, at: usize, quote: &Quote, meant: bool) -> Speech {
        let role = quote
            .role
            .as_ref()
            .map_or_else(String::new, ToString::to_string);
        Speech {
            speaker: self.workspace.dossier.name(&quote.speaker),
            who: self
                .workspace
                .dossier
                .find(&quote.speaker)
                .map(Subject::Record),
            role: if meant { role } else { String::new() },
            text: quote.text.to_string(),
            meant,
            record: Ref::new(Kind::Quote, at),
        }
    }

    /// "Session with Putin and Yathotou · Vladivostok · \[2023\]".
    fn occasion(&self, quote: &Quote) -> String {
        let dossier = &self.workspace.dossier;
        let event = quote.event.as_ref().and_then(|id| dossier.find(id));
        let mut parts = Vec::new();
        if let Some(Ref {
            kind: Kind::Event,
            at,
        }) = event
        {
            let event = &dossier.events[at];
            parts.push(event.title.to_string());
            parts.extend(event.place.as_ref().map(ToString::to_string));
        }
        parts.extend(quote.said.as_ref().map(ToString::to_string));
        if parts.is_empty() {
            parts.push("Occasion and date unknown".to_owned());
        }
        parts.join(" · ")
    }
}
