//! What follows from figures, written out: the page of a record with what else is said of it and what
//! contests it, and the page of what is contested: verdict, arithmetic, every statement with who says
//! it, and the smallest sets of them that cannot all be true.

use chrono::NaiveDate;

use super::entry::Contested;
use super::finding::{Finding, Standing};
use crate::describe::page::{Page, Subject, Writer};
use crate::dossier::{Dossier, Kind, Ref};
use crate::figures::{Cell, Origin, Statement, mirrors};

/// Statements and sets of a finding that are shown: a source with a wrong date makes one of all its quotes.
const SHOWN: usize = 100;

/// Writes out `record`, as of `day`: of a figure with all that is said of its cell, and with what
/// contests it, by titles and their places in the list of what is contested.
pub fn record(
    dossier: &Dossier,
    record: Ref,
    contests: &[(&Contested, usize)],
    (cell, day): (Option<&Cell>, Option<NaiveDate>),
) -> Page {
    let mut page = Page::new(dossier, record);
    if record.kind == Kind::Observation {
        add_cell(&mut page, dossier, record, (cell, day));
    }
    page.with_contests(contests.iter().flat_map(|(one, at)| {
        let titles = one.titles(dossier, record).into_iter();
        titles.map(|title| (label(one.standing), title, *at))
    }))
}

/// What stands before the title of what contests a record: the sign, or else the word.
fn label(standing: Standing) -> &'static str {
    match standing.sign() {
        "" => standing.word(),
        sign => sign,
    }
}

/// Writes out `contested`, which stands at place `at` of its list.
pub fn contested(dossier: &Dossier, at: usize, contested: &Contested) -> Page {
    let mut writer = Writer::new(dossier);
    writer.field("kind", contested.standing.word());
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
        let mentions = dispute.mentions.iter().filter_map(|actor| actor.id());
        for record in mentions.filter_map(|id| dossier.find(id)) {
            writer.link("mentions", dossier.title(record), Some(record));
        }
        if contested.findings.is_empty() {
            writer.heading("Between");
            for side in contested.records(dossier) {
                write_statement(&mut writer, dossier, side);
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
    for record in finding.statements.iter().take(SHOWN) {
        write_statement(writer, dossier, *record);
    }
    write_more(writer, finding.statements.len());
    if !finding.sets.is_empty() {
        writer.heading("Cannot all be true");
    }
    for set in finding.sets.iter().take(SHOWN) {
        let titles: Vec<_> = set.iter().map(|record| dossier.title(*record)).collect();
        writer.field("", titles.join("  and  "));
    }
    write_more(writer, finding.sets.len());
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

/// How many are not shown.
fn write_more(writer: &mut Writer<'_>, all: usize) {
    if all > SHOWN {
        writer.field("", format!("and {} more", all - SHOWN));
    }
}

/// A record with who says it and the words that it rests on.
fn write_statement(writer: &mut Writer<'_>, dossier: &Dossier, record: Ref) {
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

/// Adds to the page of the figure `record` what else is said of its cell, as of `day`.
fn add_cell(
    page: &mut Page,
    dossier: &Dossier,
    record: Ref,
    (cell, day): (Option<&Cell>, Option<NaiveDate>),
) {
    let is_it = |said: &Statement| said.origin == Origin::Stated && said.from == [record];
    let mut writer = Writer::new(dossier);
    if let Some(cell) = cell {
        writer.heading("All that is said of it");
        writer.field("verdict", cell.verdict.words());
        for statement in &cell.statements {
            write_said(&mut writer, dossier, statement);
        }
    }
    for mirror in mirrors(dossier, day) {
        if is_it(&mirror.one) || is_it(&mirror.other) {
            writer.heading("Told from the other side");
            writer.field("gap", &mirror.gap);
            for statement in [&mirror.one, &mirror.other] {
                let reporter = dossier.series[statement.series].reporter.as_ref();
                if let Some(who) = reporter {
                    writer.field("reported by", dossier.actor(who));
                }
                write_said(&mut writer, dossier, statement);
            }
        }
    }
    writer.add_to(page);
}

/// A statement: what it says, its arithmetic, and who says it.
fn write_said(writer: &mut Writer<'_>, dossier: &Dossier, statement: &Statement) {
    let label = match statement.origin {
        Origin::Stated => "stated",
        Origin::Growth | Origin::Quotient | Origin::Sum => "implied",
    };
    writer.link(
        label,
        statement.describe(dossier),
        statement.from.first().copied(),
    );
    for step in &statement.working {
        writer.field("", step);
    }
    if statement.origin == Origin::Stated {
        let evidence = statement
            .from
            .iter()
            .flat_map(|record| dossier.evidence(*record).into_owned());
        for evidence in evidence {
            writer.anchor("", &evidence);
        }
    }
}
