//! All verdicts on a text, in its order, with places and counts.

use std::ops::Range;

use serde_json::{Value, json};

use super::document::Document;
use super::drift::{Drift, Marks, Reason};
use super::finding::{Finding, Verdict};
use super::hint;
use super::index::Index;
use super::sentence::Sentences;
use crate::cite::short;
use crate::dossier::{Dossier, Evidence};

/// The verdicts on a text.
#[derive(Debug)]
pub struct Report {
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// The lines of a brief that are no longer what their records say, in the order of the text.
    pub drifted: Vec<Drift>,
    /// The bytes of the sentences.
    pub sentences: Vec<Range<usize>>,
    /// The bytes of the paragraphs.
    paragraphs: Vec<Range<usize>>,
}

impl Report {
    pub(super) fn new(
        index: &Index<'_>,
        document: &Document,
        sentences: Sentences<'_>,
        mut findings: Vec<Finding>,
    ) -> Self {
        let marks = Marks::new(index.dossier, document);
        let reworded = marks.compare(index.dossier, document, &mut findings);
        let whole = |one: Finding| hint::whole(document, one);
        findings = findings.into_iter().map(whole).collect();
        for finding in &mut findings {
            if let Some(record) = finding.record {
                finding.passage = index.dossier.evidence(record).first().cloned();
            }
        }
        findings.sort_by(|a, b| {
            let by = |one: &Finding| (one.range.start, one.range.end, one.item);
            by(a).cmp(&by(b)).then(b.verdict.cmp(&a.verdict))
        });
        findings.dedup_by(|b, a| a.range == b.range && a.item == b.item);
        Self {
            drifted: marks.drifted(document, &findings, reworded),
            findings,
            sentences: sentences.ranges,
            paragraphs: sentences.paragraphs,
        }
    }

    /// Has a line of a brief drifted? A line of which only the wording differs counts with `strict`.
    pub fn has_drifted(&self, strict: bool) -> bool {
        let mut lines = self.drifted.iter();
        lines.any(|line| strict || line.reason != Reason::Reworded)
    }

    /// Those that a person has to look at.
    pub fn problems(&self, strict: bool) -> impl Iterator<Item = &Finding> {
        let all = self.findings.iter();
        all.filter(move |finding| finding.verdict.is_problem(strict))
    }

    /// How many have each verdict; those that none has are left out.
    pub fn counts(&self) -> Vec<(Verdict, usize)> {
        let count = |verdict| {
            self.findings
                .iter()
                .filter(|one| one.verdict == verdict)
                .count()
        };
        let all = Verdict::ALL.into_iter().rev();
        all.map(|verdict| (verdict, count(verdict)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The paragraph of a place, from 1.
    pub fn paragraph(&self, at: usize) -> usize {
        self.paragraphs
            .partition_point(|range| range.start <= at)
            .max(1)
    }

    /// The paragraphs, as bytes of the text.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// Everything for programs.
    pub fn json(&self, dossier: &Dossier, document: &Document) -> Value {
        let findings = self.findings.iter().map(|finding| {
            let passage = finding.passage.as_ref();
            json!({
                "item": finding.item,
                "verdict": finding.verdict,
                "paragraph": self.paragraph(finding.range.start),
                "start": finding.range.start,
                "end": finding.range.end,
                "words": document.text.get(finding.range.clone()),
                "record": finding.record.map(|record| dossier.id(record)),
                "source": passage.map(|passage| &passage.source),
                "passage": passage.map(|passage| passage.paragraph),
                "exact": passage.and_then(|passage| passage.exact.as_ref()),
                "note": &finding.note,
                "suggestion": &finding.suggestion,
            })
        });
        let counts: serde_json::Map<String, Value> = self
            .counts()
            .into_iter()
            .map(|(verdict, count)| {
                (
                    json!(verdict).as_str().unwrap_or_default().to_owned(),
                    json!(count),
                )
            })
            .collect();
        let drifted = self.drifted.iter().map(|line| {
            let records = line.records.iter().map(|record| dossier.id(*record));
            json!({
                "paragraph": self.paragraph(line.range.start),
                "records": records.collect::<Vec<_>>(),
                "reason": line.reason,
                "words": line.words,
            })
        });
        json!({
            "counts": counts,
            "findings": findings.collect::<Vec<_>>(),
            "drifted": drifted.collect::<Vec<_>>(),
        })
    }
}

/// "trade-total.2024, article-2025 ¶12".
pub fn origin(dossier: &Dossier, finding: &Finding) -> Option<String> {
    let record = finding.record?;
    let id = dossier.id(record);
    Some(match &finding.passage {
        Some(passage) => format!("{id}, {}", place(dossier, passage)),
        None => id.to_string(),
    })
}

/// "ASEAN Briefing \[2023\] ¶12".
fn place(dossier: &Dossier, passage: &Evidence) -> String {
    let source = dossier.source(&passage.source).map_or_else(
        || passage.source.to_string(),
        |source| short(dossier, source),
    );
    format!("{source} ¶{}", passage.paragraph)
}
