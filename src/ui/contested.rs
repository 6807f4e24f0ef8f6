//! What is contested as a page: verdict, arithmetic, every statement with who says it, and the
//! smallest sets of them that cannot all be true.

use crate::dossier::page::{Page, Subject, Writer};
use crate::dossier::{Dossier, Kind, Ref};
use crate::figures::{Contested, Finding};

/// Writes out `contested`, which stands at place `at` of its list.
pub fn page(dossier: &Dossier, at: usize, contested: &Contested) -> Page {
    let mut writer = Writer::new(dossier);
    writer.field("severity", contested.severity.word());
    for finding in &contested.findings {
        write_finding(&mut writer, dossier, finding);
    }
    if !contested.disputes.is_empty() {
        writer.heading("Recorded by the compiler");
    }
    for record in &contested.disputes {
        let dispute = &dossier.disputes[record.at];
        writer.link("dispute", dispute.title.to_string(), Some(*record));
        writer.field("", &*dispute.explanation);
        if contested.findings.is_empty() {
            writer.heading("Between");
            for side in contested.records(dossier) {
                statement(&mut writer, dossier, side);
            }
        }
    }
    writer.page(Subject::Finding(at), contested.title.clone())
}

fn write_finding(writer: &mut Writer<'_>, dossier: &Dossier, finding: &Finding) {
    writer.heading("Computed");
    writer.field(finding.kind.word(), &finding.verdict);
    for step in &finding.working {
        writer.field("", step);
    }
    writer.heading("Who says what");
    for record in &finding.statements {
        statement(writer, dossier, *record);
    }
    if !finding.sets.is_empty() {
        writer.heading("Cannot all be true");
    }
    for set in &finding.sets {
        let titles: Vec<_> = set.iter().map(|record| dossier.title(*record)).collect();
        writer.field("", titles.join("  and  "));
    }
    if let Some(choice) = &finding.choice {
        writer.heading("Compiler's choice");
        let preferred = choice.preferred.map(|record| dossier.title(record));
        writer.link("follows", preferred.unwrap_or_default(), choice.preferred);
        writer.field("because", &choice.why);
    }
    if !finding.context.is_empty() {
        writer.heading("What else is said of it");
    }
    for record in &finding.context {
        writer.link(
            record.kind.singular(),
            dossier.title(*record),
            Some(*record),
        );
    }
}

/// A record with who says it and the words that it rests on.
fn statement(writer: &mut Writer<'_>, dossier: &Dossier, record: Ref) {
    writer.link(record.kind.singular(), dossier.title(record), Some(record));
    let evidence = dossier.evidence(record);
    if record.kind == Kind::Observation
        && let Some(who) = &dossier.observation(record.at).1.said_by
        // A source that speaks for itself is named with its words.
        && !evidence.iter().any(|e| e.source == *who)
    {
        writer.field("said by", dossier.name(who));
    }
    for evidence in evidence.iter() {
        writer.anchor("", evidence);
    }
}
