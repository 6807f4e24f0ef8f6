//! The verdicts of a text sentence by sentence, by the ids of records: they can still be shown when the
//! dossier is another one.

use std::ops::Range;

use super::document::{Document, Reading, Written};
use super::drift::Reason;
use super::finding::{Finding, Verdict};
use super::report::Report;
use crate::dossier::fold::fold;
use crate::dossier::{Dossier, Id};

/// A text that was compared with a dossier.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What its file holds.
    pub written: Written,
    /// Its sentences, in order.
    pub sentences: Vec<Judged>,
}

/// A sentence with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Its words, as they are in the text.
    pub words: String,
    /// The number of its paragraph, from 1.
    pub paragraph: usize,
    /// Does it begin its paragraph?
    pub begins: bool,
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// The verdicts on it, in its order.
    pub judgements: Vec<Told>,
    /// Its words and verdicts, folded, by which it is found.
    pub found_by: String,
    /// Where it is why a line of a brief has drifted from its records: the reason, and those records.
    pub drifted: Option<(Reason, Vec<Id>)>,
}

/// The verdict on an item of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The verdict. Its record is one of the dossier that the text was compared with.
    pub finding: Finding,
    /// The item, as bytes of the sentence. What ends in a later sentence is cut here.
    pub at: Range<usize>,
    /// The id of the record.
    pub record: Option<Id>,
}

impl Checked {
    /// The verdicts on a text, of which `report` was made with this dossier.
    pub fn new(dossier: &Dossier, reading: &Reading, report: &Report) -> Self {
        Self {
            written: reading.written,
            sentences: sentences(dossier, &reading.document, report),
        }
    }

    /// How many sentences have each verdict, the gravest first.
    pub fn counts(&self) -> Vec<(Verdict, usize)> {
        let count = |verdict| {
            let all = self.sentences.iter();
            all.filter(|one| one.verdict() == Some(verdict)).count()
        };
        let all = Verdict::ALL.into_iter().rev();
        all.map(|verdict| (verdict, count(verdict)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }
}

impl Judged {
    /// The gravest verdict; none where there is nothing to compare.
    pub fn verdict(&self) -> Option<Verdict> {
        let worst = self.gravest().next().map(|one| one.finding.verdict);
        let is_problem = worst.is_some_and(|verdict| verdict.is_problem(false));
        match &self.drifted {
            Some((Reason::Missing, _)) if !is_problem => Some(Verdict::NotInTheDossier),
            _ => worst,
        }
    }

    /// Must it be changed?
    pub fn is_problem(&self) -> bool {
        let verdict = self.verdict();
        self.drifted.is_some() || verdict.is_some_and(|verdict| verdict.is_problem(false))
    }

    /// The verdicts on it, the gravest first.
    pub fn gravest(&self) -> impl Iterator<Item = &Told> {
        let mut all: Vec<&Told> = self.judgements.iter().collect();
        let weight = |judgement: &Told| {
            let verdict = judgement.finding.verdict;
            (verdict.is_problem(false), verdict)
        };
        all.sort_by_key(|judgement| std::cmp::Reverse(weight(judgement)));
        all.into_iter()
    }

    /// The gravest verdict that has words to write instead or a clause to add.
    pub fn correction(&self) -> Option<(&Told, &str)> {
        let mut gravest = self.gravest();
        gravest.find_map(|judgement| Some((judgement, judgement.finding.suggestion.as_deref()?)))
    }
}

fn sentences(dossier: &Dossier, document: &Document, report: &Report) -> Vec<Judged> {
    let mut lines = Lines::new(document);
    let mut findings = report.findings.iter().peekable();
    let mut judged: Vec<Judged> = Vec::with_capacity(report.sentences.len());
    for (at, range) in report.sentences.iter().enumerate() {
        // What is between two sentences, as a mark behind the full stop, belongs to the first.
        let next = report.sentences.get(at + 1);
        let until = next.map_or(usize::MAX, |next| next.start);
        let mut judgements = Vec::new();
        while let Some(finding) = findings.next_if(|one| one.range.start < until) {
            judgements.push(Told {
                at: within(&finding.range, range),
                record: finding.record.map(|record| dossier.id(record)),
                finding: finding.clone(),
            });
        }
        let paragraph = report.paragraph(range.start);
        let words = document.text.get(range.clone()).unwrap_or_default();
        let found_by = found_by(words, &judgements);
        let mut one = Judged {
            words: words.to_owned(),
            paragraph,
            begins: judged.last().is_none_or(|last| last.paragraph != paragraph),
            line: lines.of(range.start),
            judgements,
            found_by,
            drifted: None,
        };
        one.drifted = drifted(dossier, report, range).filter(|(reason, _)| match reason {
            Reason::Changed => one.is_problem(),
            Reason::Missing | Reason::Gone => one.begins,
            Reason::Reworded => false,
        });
        judged.push(one);
    }
    judged
}

fn found_by(words: &str, judgements: &[Told]) -> String {
    let mut verdicts: Vec<_> = judgements.iter().map(|one| one.finding.verdict).collect();
    verdicts.sort_unstable();
    verdicts.dedup();
    let all = verdicts.into_iter().map(Verdict::words);
    let verdicts: Vec<&str> = all.collect();
    fold(&format!("{words}\n{}", verdicts.join("\n")))
}

/// A range of the text as one of a sentence of it.
fn within(range: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    let place = |at: usize| at.clamp(sentence.start, sentence.end) - sentence.start;
    place(range.start)..place(range.end)
}

/// Why the line of a sentence has drifted, if it has, and from what.
fn drifted(
    dossier: &Dossier,
    report: &Report,
    sentence: &Range<usize>,
) -> Option<(Reason, Vec<Id>)> {
    let lines = &report.drifted;
    let next = lines.partition_point(|line| line.range.start < sentence.end);
    let line = lines.get(next.checked_sub(1)?)?;
    let ids = line.records.iter().map(|record| dossier.id(*record));
    let is_here = line.range.end > sentence.start || line.range.start == sentence.start;
    is_here.then(|| (line.reason, ids.collect()))
}

/// The lines of a file, asked for mostly from top to bottom.
struct Lines<'a> {
    document: &'a Document,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(document: &'a Document) -> Self {
        let (at, line) = (0, 1);
        Self { document, at, line }
    }

    /// The line of the file on which a place of the text is, from 1.
    fn of(&mut self, text: usize) -> usize {
        let raw = self.document.raw.as_bytes();
        let place = self.document.place(text);
        if place < self.at {
            // A note, which comes behind the text.
            (self.at, self.line) = (0, 1);
        }
        let ends = raw[self.at..place].iter().filter(|byte| **byte == b'\n');
        self.line += ends.count();
        self.at = place;
        self.line
    }
}
