//! `bilat contested`: what does not fit together, computed or stored, the gravest first.

use std::path::Path;

use chrono::{Local, NaiveDate};
use color_eyre::eyre::{Result, WrapErr, bail};

use super::{counted, head, print};
use crate::dossier::load::{Loaded, Origin, Severity as Fault, load};
use crate::dossier::text::clean_line;
use crate::dossier::{Date, Dispute, Dossier};
use crate::figures::{self, Contested, Finding, Severity};

/// The exit code when something is contested.
const CONTESTED: u8 = 1;

/// Prints what is contested, as lines or as JSON, and returns the exit code.
///
/// # Errors
/// When there is no dossier that could be read, or `as_of` is no date.
pub(super) fn run(path: Option<&Path>, as_of: Option<&str>, json: bool) -> Result<u8> {
    let origin = Origin::new(path)?;
    let day = as_of.map_or_else(|| Ok(today()), day)?;
    head(&origin)?;
    let loaded = load(&origin);
    let dossier = &loaded.dossier;
    let contested = figures::contested(dossier, Some(day));
    let unread = unread(&loaded);
    if json {
        let cells = figures::cells(dossier, Some(day));
        let value = figures::contested_json(dossier, &contested, &cells);
        let text = serde_json::to_string_pretty(&value).wrap_err("cannot write the report")?;
        print(&(text + "\n"))?;
    } else {
        print(&plain(dossier, &contested, unread.as_deref()))?;
    }
    let none = contested.is_empty() && unread.is_none();
    Ok(if none { 0 } else { CONTESTED })
}

/// The day of the reader: what has passed, has passed for them.
pub(super) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// The last day of a date as a dossier writes it: `2023` is as of the end of 2023.
pub(super) fn day(text: &str) -> Result<NaiveDate> {
    let date = match Date::parse(text) {
        Ok(date) => date,
        Err(reason) => bail!("--as-of: {reason}"),
    };
    match date.latest() {
        Some(day) => Ok(day),
        None => bail!("--as-of: `{}` has no last day", clean_line(text)),
    }
}

/// Records that could not be read were held against nothing.
fn unread(loaded: &Loaded) -> Option<String> {
    let errors = loaded.problems.iter();
    let count = errors.filter(|p| p.severity == Fault::Error).count();
    let errors = counted(count, "error", "errors");
    (count > 0).then(|| {
        format!(
            "{errors} in the dossier: what could not be read was not compared; `bilat check` tells where"
        )
    })
}

fn plain(dossier: &Dossier, contested: &[Contested], unread: Option<&str>) -> String {
    let mut lines: Vec<_> = contested
        .iter()
        .flat_map(|one| entry(dossier, one))
        .collect();
    lines.extend(unread.map(ToOwned::to_owned));
    lines.push(closing(contested));
    lines.join("\n") + "\n"
}

/// One thing that is contested: the findings, and below them the disputes on the same records.
fn entry(dossier: &Dossier, one: &Contested) -> Vec<String> {
    let findings = one.findings.iter();
    let mut lines: Vec<_> = findings.flat_map(|f| figures::lines(dossier, f)).collect();
    let indent = if lines.is_empty() { "" } else { "  " };
    let severity = one.severity.word();
    for record in &one.disputes {
        let dispute = &dossier.disputes[record.at];
        let (kind, title) = (dispute.kind.word(), &dispute.title);
        lines.push(format!("{indent}{severity} (dispute, {kind}): {title}"));
        let more = stored(dispute).into_iter();
        lines.extend(more.map(|line| format!("{indent}  {}", line.replace('\n', " "))));
    }
    lines.push(String::new());
    lines
}

/// What a stored dispute is about, between which records, and what the compiler chose.
fn stored(dispute: &Dispute) -> Vec<String> {
    let between = dispute.between.iter().filter_map(|actor| actor.id());
    let between: Vec<_> = between.map(ToString::to_string).collect();
    let mut lines = vec![
        dispute.explanation.to_string(),
        format!("{}: between {}", dispute.id, between.join(", ")),
    ];
    lines.extend(dispute.resolution.as_ref().map(|resolution| {
        let (preferred, why) = (&resolution.preferred, &resolution.why);
        format!("compiler's choice: {preferred}: {why}")
    }));
    lines
}

/// "33 contested: 1 grave, 7 major, 14 minor, 11 notes".
fn closing(contested: &[Contested]) -> String {
    if contested.is_empty() {
        return "nothing is contested".to_owned();
    }
    let severities: Vec<_> = contested.iter().map(|one| one.severity).collect();
    format!(
        "{} contested: {}",
        contested.len(),
        by_severity(&severities)
    )
}

/// "1 grave, 2 minor".
fn by_severity(severities: &[Severity]) -> String {
    use Severity as S;
    let each = [S::Grave, S::Major, S::Minor, S::Note].map(|severity| {
        let count = severities.iter().filter(|one| **one == severity).count();
        (count > 0).then(|| match severity {
            S::Note => counted(count, "note", "notes"),
            _ => format!("{count} {}", severity.word()),
        })
    });
    let told: Vec<_> = each.into_iter().flatten().collect();
    told.join(", ")
}

/// The findings alone, for `bilat check --figures`, with a closing line.
pub(super) fn findings(dossier: &Dossier, findings: &[Finding]) -> String {
    let lines = findings.iter().flat_map(|f| figures::lines(dossier, f));
    let mut lines: Vec<_> = lines.collect();
    lines.push(if findings.is_empty() {
        "the figures fit together".to_owned()
    } else {
        let found = counted(findings.len(), "finding", "findings");
        let severities: Vec<_> = findings.iter().map(|finding| finding.severity).collect();
        format!("{found}: {}", by_severity(&severities))
    });
    lines.join("\n") + "\n"
}
