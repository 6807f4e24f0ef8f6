//! A text compared with a dossier, sentence by sentence: every figure, date, quotation, title,
//! agreement, event and direction of trade gets a verdict, with the record and the passage behind it.
//!
//! ```text
//! bytes ─ Document ─→ sentences ─ extract ─→ items ─┐
//! dossier ─ Index (words, actors, statements) ──────┴─ checks ─→ Report
//! ```
//!
//! An item is accused only where the dossier has a record of the same thing that says otherwise; what
//! no record speaks of is *not in the dossier*. Pure: it opens nothing.

mod actors;
mod checked;
mod clause;
mod contest;
pub mod copied;
mod dates;
mod diff;
mod direction;
pub mod document;
mod drift;
mod facts;
mod figure;
mod figures;
mod finding;
mod footnote;
mod hint;
mod index;
mod lengths;
mod matching;
mod names;
mod negation;
mod number;
mod parties;
mod quotes;
mod ranks;
pub mod report;
mod roles;
mod segments;
mod sentence;
mod speakers;
mod stage;
mod talk;
mod telling;
mod topic;
mod transcript;
mod verbatim;
mod voice;
mod ways;
mod words;

pub use checked::{Checked, Judged, Told};
pub use document::{Document, ReadError, Reading, Written};
pub use drift::{Drift, Reason};
pub use finding::{Finding, Item, Verdict};
pub use report::Report;

use std::ops::Range;

use crate::contested::Contests;
use crate::dossier::Dossier;
use crate::dossier::quotes::cores;
use crate::system::threads::each;
use index::Index;
use sentence::{Sentence, Sentences};

/// Sentences that are checked by a thread, at least: fewer are checked sooner than one begins.
const LEAST: usize = 16;

/// Compares a text with a dossier.
pub fn vet(dossier: &Dossier, contests: &Contests, document: &Document) -> Report {
    let index = Index::new(dossier, contests);
    let sentences = Sentences::new(&index, document);
    let mut findings = quotes::check(&index, &sentences);
    findings.extend(roles::check(&index, &sentences));
    findings.extend(names::check(&index, &sentences));
    findings.extend(quotes::footnotes(&sentences));
    let told: Vec<&Sentence> = sentences.iter().filter(|one| !one.is_question()).collect();
    let checked = |part: &[&Sentence]| -> Vec<Finding> {
        let found = part.iter().map(|one| check(&index, &sentences, one));
        found.flatten().collect()
    };
    let share = told.len().div_ceil(cores()).max(LEAST);
    findings.extend(each(told.chunks(share), checked).into_iter().flatten());
    verbatim::settle(&index, &sentences, &mut findings);
    // To write what is written already is no correction.
    let is_written =
        |one: &Finding| one.suggestion.as_deref() == Some(&sentences.text[one.range.clone()]);
    findings.retain(|one| !(one.verdict.is_accusation() && is_written(one)));
    Report::new(&index, document, sentences, findings)
}

/// The verdicts on the figures, agreements, events and assertions of a sentence.
fn check(index: &Index<'_>, sentences: &Sentences<'_>, sentence: &Sentence) -> Vec<Finding> {
    let figures = figures::check(index, sentences, sentence);
    let mut found = facts::check(index, sentences, sentence, &figures);
    found.extend(figures);
    agree(&mut found);
    found
}

/// A record does not support words in which it contradicts a date or a figure; and that they are not in the
/// dossier need not be said too.
fn agree(found: &mut Vec<Finding>) {
    let accused: Vec<_> = found
        .iter()
        .filter(|one| one.verdict.is_accusation())
        .map(|one| (one.record, one.range.clone()))
        .collect();
    let is_accused = |one: &Finding| {
        let within =
            |range: &Range<usize>| one.range.start <= range.start && range.end <= one.range.end;
        let mut others = accused.iter();
        one.record.is_some() && others.any(|(record, range)| *record == one.record && within(range))
    };
    let holds = |one: &Finding| {
        let within = |range: &Range<usize>| {
            one.range.start <= range.start && range.end <= one.range.end && one.range != *range
        };
        accused.iter().any(|(_, range)| within(range))
    };
    let is_deed = |item| matches!(item, Item::Event | Item::Agreement);
    found.retain(|one| match one.verdict {
        Verdict::Supported => !is_accused(one),
        Verdict::NotInTheDossier if is_deed(one.item) => !holds(one),
        _ => true,
    });
}
