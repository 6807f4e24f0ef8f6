//! A sentence of a text: its words with those in question marked, every verdict on them with the words to
//! write instead, and the records and passages behind these.

use std::ops::Range;

use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Paragraph, Reading};
use crate::dashboard::ui::verdict::sign;
use crate::describe::page::{Row, Subject};
use crate::dossier::text::{clean, clean_line};
use crate::dossier::{Evidence, Id};
use crate::vet::{Judged, Reason, Told, Verdict};

impl App {
    /// The sentence that is selected in the text.
    pub(super) fn sentence_reading(&self) -> Option<Reading> {
        let one = self.sentence()?;
        let mut blocks = vec![Block::Paragraph(paragraph(one)), Block::Gap];
        if one.judgements.is_empty() {
            let words = "Nothing to check: no figure, date, quotation, title, agreement or event.";
            blocks.push(Block::Remark(words.to_owned()));
        }
        blocks.extend(one.drifted.as_ref().map(drifted));
        for judgement in one.gravest() {
            blocks.extend(self.verdict_blocks(one, judgement));
        }
        blocks.extend(self.sentence_passages(one));
        let write = one.correction().map(|(judgement, words)| {
            let advice = match judgement.finding.verdict {
                Verdict::Contested => "a clause to add".to_owned(),
                _ => format!("instead of “{}”", item(one, judgement)),
            };
            (advice, clean(words).into_owned())
        });
        Some(Reading {
            subject: None,
            title: match one.verdict() {
                Some(verdict) => verdict.words().to_owned(),
                None => "nothing to check".to_owned(),
            },
            place: self.sentence_place(one),
            blocks,
            write,
            text: None,
        })
    }

    /// What is said of one item, what to write instead, and the record.
    fn verdict_blocks(&self, one: &Judged, judgement: &Told) -> Vec<Block> {
        let finding = &judgement.finding;
        let sign = sign(finding.verdict, finding.verdict.is_problem(false));
        let (verdict, kind) = (finding.verdict.words(), finding.item.word());
        let words = item(one, judgement);
        let mut blocks = vec![Block::Head(
            format!("{sign} {verdict} ({kind}): “{words}”"),
            None,
        )];
        if !finding.note.is_empty() {
            blocks.push(Block::Row(field("", &finding.note, None, None)));
        }
        if let Some(words) = &finding.suggestion {
            blocks.push(Block::Row(field(verb(judgement), words, None, None)));
        }
        blocks.extend(
            judgement
                .record
                .as_ref()
                .map(|id| self.record_row(id, finding.passage.as_ref())),
        );
        blocks.push(Block::Gap);
        blocks
    }

    /// The record of a verdict, to be opened if the dossier still has it.
    fn record_row(&self, id: &Id, passage: Option<&Evidence>) -> Block {
        let dossier = &self.workspace.dossier;
        let found = dossier.find(id);
        let title = found.map_or_else(|| id.to_string(), |record| dossier.dated_title(record));
        let label = found.map_or("record", |record| record.kind.singular());
        Block::Row(field(label, &title, found.map(Subject::Record), passage))
    }

    /// The passages of all verdicts, those of the gravest first.
    fn sentence_passages(&self, one: &Judged) -> Vec<Block> {
        let mut passages: Vec<Evidence> = Vec::new();
        let mut records: Vec<&Id> = Vec::new();
        for judgement in one.gravest() {
            let passage = judgement.finding.passage.as_ref();
            passages.extend(passage.filter(|one| !passages.contains(one)).cloned());
            records.extend(judgement.record.as_ref().filter(|id| !records.contains(id)));
        }
        let subject = match records.as_slice() {
            [id] => self.workspace.dossier.find(id).map(Subject::Record),
            _ => None,
        };
        let cites = self.cites(None, &passages);
        self.passages(subject, &passages, &cites)
    }
}

/// The words of an item, safe to draw.
fn item(one: &Judged, judgement: &Told) -> String {
    clean_line(one.words.get(judgement.at.clone()).unwrap_or_default())
}

/// The sentence, with the words in question marked; those that are supported are not.
fn paragraph(one: &Judged) -> Paragraph {
    let is_marked = |judgement: &&Told| judgement.finding.verdict != Verdict::Supported;
    let mut marks: Vec<_> = one
        .judgements
        .iter()
        .filter(is_marked)
        .map(|t| t.at.clone())
        .collect();
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let (text, marks) = shown(&one.words, &marks);
    Paragraph {
        number: one.paragraph,
        text,
        marks,
        meant: true,
        // Reading begins here, not at the passages.
        start: true,
        records: Vec::new(),
    }
}

/// Words made safe to draw, and where the marks are in them.
fn shown(words: &str, marks: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut moved = Vec::new();
    let mut at = 0;
    for mark in marks {
        let (start, end) = (mark.start.max(at), mark.end.max(at));
        text += &clean_line(words.get(at..start).unwrap_or_default());
        let from = text.len();
        text += &clean_line(words.get(start..end).unwrap_or_default());
        moved.push(from..text.len());
        at = end;
    }
    text += &clean_line(words.get(at..).unwrap_or_default());
    (text, moved)
}

/// Why the line of a brief is no longer what its records say.
fn drifted((reason, ids): &(Reason, Vec<Id>)) -> Block {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    Block::Remark(match reason {
        Reason::Changed => format!("This line has drifted from {}.", ids.join(", ")),
        Reason::Missing => "This line names a record that is not in the dossier.".to_owned(),
        Reason::Gone => format!("The line of {} is gone before this one.", ids.join(", ")),
        Reason::Reworded => "The wording of this line differs from the brief.".to_owned(),
    })
}

/// What is to be done with the suggested words.
fn verb(judgement: &Told) -> &'static str {
    match judgement.finding.verdict {
        Verdict::Contested => "add",
        _ => "write",
    }
}

fn field(label: &str, value: &str, link: Option<Subject>, evidence: Option<&Evidence>) -> Row {
    Row::Field {
        label: label.to_owned(),
        value: clean(value).into_owned(),
        link,
        evidence: evidence.cloned(),
    }
}
