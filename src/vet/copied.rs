//! What is copied word for word from a source: it says what the source says, so that no record which comes
//! from that source alone contradicts it.

use super::document::Document;
use super::finding::{Finding, Verdict};
use super::report::Report;
use crate::dossier::{Dossier, Id};
use crate::verify::Texts;

/// A shorter sentence may be in any text, in words.
const LEAST: usize = 5;

/// Takes back every accusation that a record makes against words of its own source.
pub fn clear(report: &mut Report, dossier: &Dossier, document: &Document, texts: &Texts) {
    if texts.is_empty() {
        return;
    }
    let mut findings = std::mem::take(&mut report.findings);
    findings.retain(|one| !is_of_source(report, one, dossier, document, texts));
    report.findings = findings;
}

/// Has the source of its record the sentence, and of a quotation the whole paragraph?
fn is_of_source(
    report: &Report,
    one: &Finding,
    dossier: &Dossier,
    document: &Document,
    texts: &Texts,
) -> bool {
    let Some(record) = one.record.filter(|_| one.verdict.is_accusation()) else {
        return false;
    };
    let of_speech = matches!(one.verdict, Verdict::Misattributed | Verdict::Misquoted);
    let all = if of_speech {
        report.paragraphs()
    } else {
        &report.sentences
    };
    let next = all.partition_point(|range| range.start <= one.range.start);
    let Some(range) = next.checked_sub(1).and_then(|at| all.get(at)) else {
        return false;
    };
    let words = document.text.get(range.clone()).unwrap_or_default().trim();
    let is_long = words.split_whitespace().nth(LEAST - 1).is_some();
    let evidence = dossier.evidence(record);
    let has = |source: &Id| texts.text(source).is_some_and(|text| text.contains(words));
    is_long && !evidence.is_empty() && evidence.iter().all(|one| has(&one.source))
}
