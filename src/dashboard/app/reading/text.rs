//! A source as a text: every paragraph, with the words marked that records cite, and below it the
//! records that cite them. What nothing cites is a gap that can be seen.

use std::collections::BTreeMap;

use super::Parts;
use super::beside::joined;
use super::facts::arranged;
use super::passages::NO_TEXT;
use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Paragraph};
use crate::describe::page::{Row, Subject};
use crate::dossier::{Evidence, Id, Ref};
use crate::verify::{Cited, Whole, cited, whole};

impl App {
    /// The source `record`; read from the paragraph on that `evidence` names.
    pub(super) fn source_blocks(
        &self,
        record: Ref,
        parts: Parts,
        evidence: Option<&Evidence>,
    ) -> Vec<Block> {
        let dossier = &self.workspace.dossier;
        let source: &Id = &dossier.sources[record.at].id;
        let evidence = evidence.filter(|evidence| evidence.source == *source);
        let cited = cited(dossier, source, None);
        let at = evidence.map(|evidence| evidence.paragraph);
        // The records that cite it are listed below its paragraphs.
        let own = parts
            .own
            .into_iter()
            .take_while(|row| !matches!(row, Row::Heading(_)));
        let mut blocks = arranged(own.collect());
        blocks.push(Block::Row(Row::Heading("Text")));
        if let Some(text) = whole(&self.texts, source, &cited, at) {
            blocks.extend(self.text_blocks(text, &cited, at));
        } else {
            blocks.push(Block::Remark(NO_TEXT.to_owned()));
            blocks.extend(self.cited_blocks(&cited, at));
        }
        blocks
    }

    /// The text itself.
    fn text_blocks(
        &self,
        text: Whole,
        cited: &BTreeMap<u32, Vec<Cited>>,
        at: Option<u32>,
    ) -> Vec<Block> {
        let mut blocks = Vec::new();
        let shown = text.paragraphs.len();
        if shown < text.of {
            let words = format!("{shown} of {} paragraphs", text.of);
            blocks.push(Block::Remark(words));
        }
        for paragraph in text.paragraphs {
            let number = u32::try_from(paragraph.number).unwrap_or(u32::MAX);
            let here = cited.get(&number).map_or(&[][..], Vec::as_slice);
            blocks.push(Block::Paragraph(Paragraph {
                number: paragraph.number,
                text: paragraph.text.to_string(),
                marks: paragraph.marks,
                meant: at == Some(number),
                start: at == Some(number),
                records: self.titles(here),
            }));
        }
        blocks
    }

    /// What is cited of it, and which paragraphs are not.
    fn cited_blocks(&self, cited: &BTreeMap<u32, Vec<Cited>>, at: Option<u32>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut before = 0;
        for (number, here) in cited {
            if *number > before + 1 {
                blocks.push(Block::Remark(gap(before + 1, number - 1)));
            }
            before = *number;
            blocks.push(Block::Paragraph(Paragraph {
                number: *number as usize,
                text: joined(here, ""),
                marks: Vec::new(),
                meant: at == Some(*number),
                start: at == Some(*number),
                records: self.titles(here),
            }));
        }
        blocks
    }

    /// The records that cite a paragraph, each once.
    pub(super) fn titles(&self, cited: &[Cited]) -> Vec<(String, Subject)> {
        let mut records: Vec<Ref> = cited.iter().map(|one| one.record).collect();
        records.dedup();
        let title = |record: Ref| {
            let title = self.workspace.dossier.title(record);
            let row = format!("{}  {title}", record.kind.singular());
            (row, Subject::Record(record))
        };
        records.into_iter().map(title).collect()
    }
}

/// "¶7–9: nothing is cited".
fn gap(first: u32, last: u32) -> String {
    if first == last {
        format!("¶{first}: nothing is cited")
    } else {
        format!("¶{first}–{last}: nothing is cited")
    }
}
