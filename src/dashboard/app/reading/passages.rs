//! The passages that a record is based on: the paragraphs with those around them, or, where the text
//! of the source is not at hand, the words that all records cite of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::beside::{Cites, joined};
use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Paragraph};
use crate::describe::page::{Row, Subject};
use crate::dossier::quotes::Facet;
use crate::dossier::{Evidence, Kind, Ref};
use crate::verify::passage;

/// Paragraphs that are shown before and after the one that is meant.
const AROUND: usize = 1;
/// Quotes of a source that are looked through for the words of one.
const MANY: usize = 20_000;
/// What is said where the text of a source is not available.
pub(super) const NO_TEXT: &str = "Source text not available: these are the words that records cite. \
     Start with --sources DIR to read all of it.";

/// The passages of one source.
struct Passages<'a> {
    first: &'a Evidence,
    paragraphs: BTreeMap<usize, Paragraph>,
    /// What became of words that are not where they should be.
    remarks: Vec<String>,
    has_text: bool,
}

impl App {
    /// The passages that `evidence` names, a source after the other; of `subject`, if it is in the
    /// dossier.
    pub(super) fn passages(
        &self,
        subject: Option<Subject>,
        evidence: &[Evidence],
        cites: &Cites,
    ) -> Vec<Block> {
        let mut sources: Vec<Passages<'_>> = Vec::new();
        for one in evidence {
            let found = sources.iter().position(|s| s.first.source == one.source);
            let at = found.unwrap_or(sources.len());
            if found.is_none() {
                sources.push(Passages {
                    first: one,
                    paragraphs: BTreeMap::new(),
                    remarks: Vec::new(),
                    has_text: self.texts.has(&one.source),
                });
            }
            self.add(subject, one, cites, &mut sources[at]);
        }
        let has_all = sources.iter().all(|source| source.has_text);
        let mut blocks: Vec<_> = sources.into_iter().flat_map(|s| self.drawn(s)).collect();
        if !has_all {
            blocks.push(Block::Remark(NO_TEXT.to_owned()));
        }
        blocks
    }

    /// Adds the paragraphs of a piece of evidence.
    fn add(
        &self,
        subject: Option<Subject>,
        evidence: &Evidence,
        cites: &Cites,
        to: &mut Passages<'_>,
    ) {
        let words = self.words(subject, evidence);
        let Some(found) = passage(
            &self.texts,
            &self.workspace.dossier,
            evidence,
            Some(&words),
            AROUND,
        ) else {
            let number = evidence.paragraph as usize;
            let new = || self.cited_paragraph(subject, evidence, cites);
            let here = to.paragraphs.entry(number).or_insert_with(new);
            here.mark(&words);
            return;
        };
        if !found.verdict.is_found() {
            to.remarks
                .push(format!("¶{}: {}", evidence.paragraph, found.verdict.word()));
        }
        for (at, paragraph) in found.paragraphs.into_iter().enumerate() {
            let meant = at == found.at || !paragraph.marks.is_empty();
            let here = to.paragraphs.entry(paragraph.number).or_insert(Paragraph {
                number: paragraph.number,
                text: paragraph.text.to_string(),
                marks: Vec::new(),
                meant: false,
                start: false,
                records: Vec::new(),
            });
            here.meant |= meant;
            here.start |= meant;
            here.marks.extend(paragraph.marks);
            here.marks.sort_by_key(|mark| (mark.start, mark.end));
        }
    }

    /// The words of a piece of evidence: of a quote, or of one of its side, those that were spoken.
    fn words(&self, subject: Option<Subject>, evidence: &Evidence) -> String {
        if evidence.exact.is_some() {
            return evidence.words().into_owned();
        }
        let dossier = &self.workspace.dossier;
        if let Some(Subject::Record(Ref {
            kind: Kind::Quote,
            at,
        })) = subject
        {
            return dossier.quotes.get(at).text.to_string();
        }
        let there = |e: &Evidence| e.source == evidence.source && e.paragraph == evidence.paragraph;
        let mut here = dossier
            .quotes
            .having(Facet::Sources, &evidence.source)
            .take(MANY)
            .map(|at| dossier.quotes.get(at));
        let quote = here.find(|quote| quote.evidence.iter().any(there));
        quote.map_or_else(String::new, |quote| quote.text.to_string())
    }

    /// What records cite of a paragraph, where its text is not at hand.
    fn cited_paragraph(
        &self,
        subject: Option<Subject>,
        evidence: &Evidence,
        cites: &Cites,
    ) -> Paragraph {
        let all = cites.get(&evidence.source);
        let here = all
            .and_then(|all| all.get(&evidence.paragraph))
            .map_or(&[][..], Vec::as_slice);
        let own = self.words(subject, evidence);
        Paragraph {
            number: evidence.paragraph as usize,
            text: joined(here, &own),
            marks: Vec::new(),
            meant: true,
            start: true,
            records: Vec::new(),
        }
    }

    /// A head that leads to the source, and its paragraphs, with an ellipsis where some are left out.
    fn drawn(&self, passages: Passages<'_>) -> Vec<Block> {
        let dossier = &self.workspace.dossier;
        let id = &passages.first.source;
        let source = dossier.source(id);
        let name = source.map_or_else(|| id.to_string(), |source| dossier.source_name(source));
        let title = source.map_or_else(|| self.called(id), |source| source.title.to_string());
        let mut blocks = vec![
            Block::Head(format!("Passage · {name}"), None),
            Block::Row(Row::Field {
                label: String::new(),
                value: title,
                link: dossier.find(id).map(Subject::Record),
                evidence: Some(passages.first.clone()),
            }),
        ];
        blocks.extend(passages.remarks.into_iter().map(Block::Remark));
        let mut before = None;
        for (number, paragraph) in passages.paragraphs {
            if before.is_some_and(|before| before + 1 < number) {
                blocks.push(Block::Remark("…".to_owned()));
            }
            before = Some(number);
            blocks.push(Block::Paragraph(paragraph));
        }
        blocks
    }
}

impl Paragraph {
    /// Marks words that are in it.
    fn mark(&mut self, words: &str) {
        for run in words.split(" … ") {
            if let Some(range) = place(&self.text, run) {
                self.marks.push(range);
            }
        }
        self.marks.sort_by_key(|mark| (mark.start, mark.end));
    }
}

fn place(text: &str, words: &str) -> Option<Range<usize>> {
    let at = text.find(words).filter(|_| !words.is_empty())?;
    Some(at..at + words.len())
}
