//! All that is said of what a figure is about: every statement of its cell side by side, stated or
//! implied, with the verdict and the arithmetic.

use chrono::NaiveDate;

use crate::dossier::page::{Page, Writer};
use crate::dossier::{Dossier, Ref};
use crate::figures::{Origin, Statement, cells, mirrors};

/// Adds to the page of the figure `record` what else is said of its cell, as of `day`.
pub fn add(page: &mut Page, dossier: &Dossier, record: Ref, day: Option<NaiveDate>) {
    let is_it = |said: &Statement| said.origin == Origin::Stated && said.from == [record];
    let cells = cells(dossier, day);
    let mut writer = Writer::new(dossier);
    if let Some(cell) = cells.iter().find(|cell| cell.statements.iter().any(is_it)) {
        writer.heading("All that is said of it");
        writer.field("verdict", cell.verdict.words());
        for statement in &cell.statements {
            write(&mut writer, dossier, statement);
        }
    }
    for mirror in mirrors(dossier, day) {
        if is_it(&mirror.one) || is_it(&mirror.other) {
            writer.heading("Told from the other side");
            writer.field("gap", &mirror.gap);
            write(&mut writer, dossier, &mirror.one);
            write(&mut writer, dossier, &mirror.other);
        }
    }
    writer.add_to(page);
}

/// A statement: what it says, its arithmetic, and who says it.
fn write(writer: &mut Writer<'_>, dossier: &Dossier, statement: &Statement) {
    let label = match statement.origin {
        Origin::Stated => "stated",
        Origin::Growth | Origin::Quotient => "implied",
    };
    writer.link(
        label,
        statement.told(dossier),
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
