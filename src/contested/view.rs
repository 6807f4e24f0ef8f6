//! Findings for the pipe: lines of plain text, and JSON with the ids of all records.

use serde::Serialize;
use serde_json::Value;

use super::entry::Contested;
use super::finding::{Finding, FindingKind, Severity, Standing};
use crate::dossier::dispute::Weight;
use crate::dossier::text::on_one_line;
use crate::dossier::{Actor, Dossier, Ref};
use crate::figures::cell::Cell;
use crate::figures::statement::{Origin, passage};

/// The version of the shape of the JSON. It changes when a field is taken away or means something
/// else; fields may be added.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct FindingsView {
    version: u32,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct ContestedView {
    version: u32,
    contested: Vec<EntryView>,
    cells: Vec<CellView>,
}

#[derive(Serialize)]
struct EntryView {
    standing: Standing,
    severity: Severity,
    title: String,
    findings: Vec<FindingView>,
    disputes: Vec<DisputeView>,
}

#[derive(Serialize)]
struct LineView {
    version: u32,
    kind: &'static str,
    #[serde(flatten)]
    entry: EntryView,
}

#[derive(Serialize)]
struct DisputeView {
    id: String,
    kind: &'static str,
    title: String,
    explanation: String,
    weight: Option<&'static str>,
    between: Vec<RecordView>,
    mentions: Vec<RecordView>,
    choice: Option<ChoiceView>,
}

#[derive(Serialize)]
struct FindingView {
    kind: FindingKind,
    severity: Severity,
    title: String,
    verdict: String,
    working: Vec<String>,
    statements: Vec<RecordView>,
    context: Vec<RecordView>,
    sets: Vec<Vec<String>>,
    choice: Option<ChoiceView>,
}

#[derive(Serialize)]
struct RecordView {
    id: String,
    kind: &'static str,
    title: String,
    evidence: Vec<EvidenceView>,
}

#[derive(Serialize)]
struct EvidenceView {
    source: String,
    paragraph: u32,
    exact: Option<String>,
}

#[derive(Serialize)]
struct ChoiceView {
    #[serde(skip_serializing_if = "Option::is_none")]
    dispute: Option<String>,
    preferred: Option<String>,
    why: String,
}

#[derive(Serialize)]
struct CellView {
    title: String,
    period: String,
    verdict: String,
    statements: Vec<StatementView>,
}

#[derive(Serialize)]
struct StatementView {
    #[serde(rename = "told")]
    text: String,
    origin: &'static str,
    from: Vec<String>,
    working: Vec<String>,
}

/// The findings as JSON: `{"version": 1, "findings": [{"kind", "severity", "title", "verdict",
/// "working", "statements", "context", "sets", "choice"}]}`. Records are given by id, with their
/// kind, title and evidence; sets by ids alone.
pub fn json(dossier: &Dossier, findings: &[Finding]) -> Value {
    value(&FindingsView {
        version: VERSION,
        findings: findings.iter().map(|f| finding_view(dossier, f)).collect(),
    })
}

/// What is contested as JSON: `{"version": 1, "contested": [{"standing", "severity", "title", "findings",
/// "disputes"}], "cells": [{"title", "period", "verdict", "statements"}]}`. Findings have the shape
/// that [`json`] gives them.
pub fn contested_json(dossier: &Dossier, contested: &[Contested], cells: &[Cell]) -> Value {
    let entry = |one: &Contested| entry_view(dossier, one);
    value(&ContestedView {
        version: VERSION,
        contested: contested.iter().map(entry).collect(),
        cells: cells.iter().map(|cell| cell_view(dossier, cell)).collect(),
    })
}

/// One thing that is contested, as a line of JSON Lines: `{"version": 1, "kind": "contested",
/// "standing", "severity", "title", "findings", "disputes"}`.
///
/// # Errors
/// Never in fact: strings, small numbers and lists of them always have a JSON form.
pub fn contested_line(dossier: &Dossier, one: &Contested) -> serde_json::Result<String> {
    serde_json::to_string(&LineView {
        version: VERSION,
        kind: "contested",
        entry: entry_view(dossier, one),
    })
}

fn entry_view(dossier: &Dossier, one: &Contested) -> EntryView {
    let findings = one.findings.iter();
    let disputes = one.disputes.iter();
    EntryView {
        standing: one.standing,
        severity: one.severity,
        title: one.title.clone(),
        findings: findings.map(|f| finding_view(dossier, f)).collect(),
        disputes: disputes.map(|d| dispute_view(dossier, *d)).collect(),
    }
}

/// Strings, small numbers and lists of them always have a JSON value.
fn value(view: &impl Serialize) -> Value {
    serde_json::to_value(view).unwrap_or_default()
}

fn finding_view(dossier: &Dossier, finding: &Finding) -> FindingView {
    let records = |refs: &[Ref]| refs.iter().map(|r| record_view(dossier, *r)).collect();
    let sets = finding.sets.iter();
    FindingView {
        kind: finding.kind,
        severity: finding.severity,
        title: finding.title.clone(),
        verdict: finding.verdict.clone(),
        working: finding.working.clone(),
        statements: records(&finding.statements),
        context: records(&finding.context),
        sets: sets.map(|set| ids(dossier, set)).collect(),
        choice: finding.choice.as_ref().map(|choice| ChoiceView {
            dispute: Some(dossier.id(choice.dispute).to_string()),
            preferred: choice.preferred.map(|r| dossier.id(r).to_string()),
            why: choice.why.clone(),
        }),
    }
}

fn dispute_view(dossier: &Dossier, record: Ref) -> DisputeView {
    let dispute = &dossier.disputes[record.at];
    let records = |actors: &[Actor]| {
        let ids = actors.iter().filter_map(|actor| actor.id());
        let found = ids.filter_map(|id| dossier.find(id));
        found.map(|record| record_view(dossier, record)).collect()
    };
    DisputeView {
        id: dispute.id.to_string(),
        kind: dispute.kind.word(),
        title: dispute.title.to_string(),
        explanation: dispute.explanation.to_string(),
        weight: dispute.weight.map(Weight::word),
        between: records(&dispute.between),
        mentions: records(&dispute.mentions),
        choice: dispute.resolution.as_ref().map(|resolution| ChoiceView {
            dispute: None,
            preferred: Some(resolution.preferred.to_string()),
            why: resolution.why.to_string(),
        }),
    }
}

fn record_view(dossier: &Dossier, record: Ref) -> RecordView {
    let cited = dossier.evidence(record);
    let evidence = cited.iter().map(|e| EvidenceView {
        source: e.source.to_string(),
        paragraph: e.paragraph,
        exact: e.exact.as_ref().map(ToString::to_string),
    });
    RecordView {
        id: dossier.id(record).to_string(),
        kind: record.kind.singular(),
        title: dossier.title(record),
        evidence: evidence.collect(),
    }
}

fn cell_view(dossier: &Dossier, cell: &Cell) -> CellView {
    let statements = cell.statements.iter().map(|s| StatementView {
        text: s.describe(dossier),
        origin: match s.origin {
            Origin::Stated => "stated",
            Origin::Growth => "from growth",
            Origin::Quotient => "from a quotient",
            Origin::Sum => "from a sum",
        },
        from: ids(dossier, &s.from),
        working: s.working.clone(),
    });
    CellView {
        title: cell.title.clone(),
        period: cell.period.clone(),
        verdict: cell.verdict.words(),
        statements: statements.collect(),
    }
}

fn ids(dossier: &Dossier, records: &[Ref]) -> Vec<String> {
    records.iter().map(|r| dossier.id(*r).to_string()).collect()
}

/// A finding in plain lines, without colours and without line feeds: the title with severity and
/// kind, then indented the verdict, the working, the records of both sides with their passages,
/// what cannot all be right, and the compiler's choice.
pub fn lines(dossier: &Dossier, finding: &Finding) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{} ({}): {}",
            finding.severity.word(),
            finding.kind.word(),
            finding.title
        ),
        format!("  {}", finding.verdict),
    ];
    lines.extend(finding.working.iter().map(|step| format!("    {step}")));
    for record in &finding.statements {
        lines.push(format!("  {}", record_line(dossier, *record)));
    }
    for record in &finding.context {
        lines.push(format!("  see also {}", record_line(dossier, *record)));
    }
    for set in finding.sets.iter().filter(|set| set.len() > 1) {
        let set = ids(dossier, set).join(" + ");
        lines.push(format!("  not all of these: {set}"));
    }
    if let Some(choice) = &finding.choice {
        let preferred = choice.preferred.map(|r| dossier.id(r).to_string());
        lines.push(format!(
            "  compiler's choice ({}): {}: {}",
            dossier.id(choice.dispute),
            preferred.unwrap_or_default(),
            choice.why
        ));
    }
    // Text of a dossier may hold line feeds; a line is a line.
    lines.iter().map(|line| on_one_line(line)).collect()
}

/// "trade-total.2022: Trade, total, 2022: about US$ 50 million [asean-briefing-2023 ¶48 “…”]".
fn record_line(dossier: &Dossier, record: Ref) -> String {
    let passages: Vec<_> = dossier
        .evidence(record)
        .iter()
        .map(|e| match &e.exact {
            Some(exact) => format!("{} “{exact}”", passage(e)),
            None => passage(e),
        })
        .collect();
    let places = match passages.as_slice() {
        [] => String::new(),
        passages => format!(" [{}]", passages.join("; ")),
    };
    format!("{}: {}{places}", dossier.id(record), dossier.title(record))
}
