//! What else is cited near a passage: of the paragraphs next to it, and by other records of the same one.

use std::collections::{BTreeMap, BTreeSet};

use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Paragraph};
use crate::describe::page::{Row, Subject};
use crate::dossier::{Evidence, Id, Kind, Ref};
use crate::verify::{Cited, cited};

/// In a dossier with more records than these only the words of the record itself are shown: looking
/// through all takes longer than a frame.
const MANY: usize = 20_000;
/// Records of one paragraph that are listed.
const LISTED: usize = 20;

/// What records cite of some sources, by paragraph.
pub(super) type Cites = BTreeMap<Id, BTreeMap<u32, Vec<Cited>>>;

impl App {
    /// What records cite of the sources of `evidence`; with the quotes around `record`.
    pub(super) fn cites(&self, record: Option<Ref>, evidence: &[Evidence]) -> Cites {
        let dossier = &self.workspace.dossier;
        if dossier.len() - dossier.quotes.len() > MANY {
            return Cites::new();
        }
        let sources: BTreeSet<&Id> = evidence.iter().map(|one| &one.source).collect();
        let of = |source: &Id| (source.clone(), cited(dossier, source, record));
        sources.into_iter().map(of).collect()
    }

    /// What is cited near the passages of `evidence`, without what `shown` leads to already.
    pub(super) fn beside(
        &self,
        record: Ref,
        evidence: &[Evidence],
        cites: &Cites,
        shown: &[Block],
    ) -> Vec<Block> {
        let mut blocks = Vec::new();
        let shown: Vec<_> = shown.iter().flat_map(Block::links).collect();
        let is_shown = |other: Ref| {
            let mut shown = shown.iter().map(|(subject, _)| *subject);
            other == record || shown.any(|one| one == Subject::Record(other))
        };
        for (source, cited) in cites {
            let own: BTreeSet<u32> = evidence
                .iter()
                .filter(|one| one.source == *source)
                .map(|one| one.paragraph)
                .collect();
            if !self.texts.has(source) {
                blocks.extend(self.next_to(&own, cited));
            }
            for paragraph in own {
                let here = cited.get(&paragraph).map_or(&[][..], Vec::as_slice);
                let mut others: Vec<Ref> = here.iter().map(|one| one.record).collect();
                others.dedup();
                others.retain(|other| !is_shown(*other));
                blocks.extend(self.also_cited(paragraph, &others));
            }
        }
        blocks
    }

    /// The cited words of the paragraphs before and after these, with the records that cite them.
    fn next_to(&self, own: &BTreeSet<u32>, cited: &BTreeMap<u32, Vec<Cited>>) -> Vec<Block> {
        let near: BTreeSet<u32> = own
            .iter()
            .flat_map(|at| [at.saturating_sub(1), at + 1])
            .filter(|at| !own.contains(at))
            .collect();
        let found = near
            .into_iter()
            .filter_map(|at| Some((at, cited.get(&at)?)));
        let mut blocks = Vec::new();
        for (number, here) in found {
            if blocks.is_empty() {
                let heading = "Cited from the paragraphs next to it";
                blocks.push(Block::Row(Row::Heading(heading)));
            }
            blocks.push(Block::Paragraph(Paragraph {
                number: number as usize,
                text: joined(here, ""),
                marks: Vec::new(),
                meant: false,
                start: false,
                records: self.titles(here),
            }));
        }
        blocks
    }

    /// Other records that cite a paragraph.
    fn also_cited(&self, paragraph: u32, others: &[Ref]) -> Vec<Block> {
        if others.is_empty() {
            return Vec::new();
        }
        let dossier = &self.workspace.dossier;
        let heading = format!("Also cited from ¶{paragraph}");
        let mut blocks = vec![Block::Head(heading, None)];
        let listed = others.iter().take(LISTED).map(|other| {
            Block::Row(Row::Field {
                label: other.kind.singular().to_owned(),
                value: match other.kind {
                    Kind::Quote => dossier.title(*other),
                    _ => dossier.dated_title(*other),
                },
                link: Some(Subject::Record(*other)),
                evidence: None,
            })
        });
        blocks.extend(listed);
        if others.len() > LISTED {
            let more = others.len() - LISTED;
            blocks.push(Block::Remark(format!("{more} more: p opens the source")));
        }
        blocks
    }
}

/// The cited words of a paragraph, those that hold a record's `own` first, each once, and what is a part
/// of other words not again.
pub(super) fn joined(cited: &[Cited], own: &str) -> String {
    let runs = cited.iter().flat_map(|one| one.words.split(" … "));
    let mut all: Vec<&str> = own.split(" … ").chain(runs).collect();
    all.retain(|run| !run.is_empty());
    let holds_own = |run: &str| own.split(" … ").any(|own| run.contains(own));
    all.sort_by_key(|run| !holds_own(run));
    let mut kept: Vec<&str> = Vec::new();
    for (at, run) in all.iter().enumerate() {
        let is_part = |(other, text): (usize, &&str)| {
            other != at && text.contains(run) && (text.len() > run.len() || other < at)
        };
        if !all.iter().enumerate().any(is_part) {
            kept.push(run);
        }
    }
    kept.join(" … ")
}
