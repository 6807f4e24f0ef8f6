//! What is contested as a list: which of it concerns what was asked for, and its rows of CSV. Its
//! lines and its JSON are those of [`crate::figures`].

use super::csv::row;
use super::error::UnknownStatus;
use super::filter::{Filter, Look, Within};
use super::filter_args::word;
use crate::contested::Contested;
use crate::contested::Contests;
use crate::dossier::{Dossier, Ref};
use crate::export::table::{Cell, join};

/// The words of how grave it is.
const SEVERITIES: &[&str] = &["grave", "major", "minor", "note"];

const COLUMNS: [&str; 11] = [
    "standing",
    "severity",
    "title",
    "kinds",
    "verdicts",
    "working",
    "records",
    "disputes",
    "preferred",
    "preferred_why",
    "computed_within",
];

/// What is contested and concerns what was asked for.
#[derive(Debug, Default)]
pub struct Entries {
    /// The places in the list, and how sure their time is.
    pub chosen: Vec<(usize, Option<Within>)>,
    /// Open questions, wording and reminders that pass the filter, but were not asked for.
    pub hidden: usize,
    /// How many would be, but none of their records has a date.
    pub undated: usize,
}

/// How grave it must be, as that was typed.
///
/// # Errors
/// When there is no such word.
pub fn severities(typed: &[String]) -> Result<Vec<&'static str>, UnknownStatus> {
    typed.iter().map(|text| word(SEVERITIES, text)).collect()
}

impl Entries {
    /// What passes a filter: for each part of it one of the records is as it asks, and it is as
    /// grave as one of `severities`, if there are any. Open questions, wording and reminders are among it
    /// with `all` only.
    pub fn among(
        contests: &Contests,
        dossier: &Dossier,
        filter: &Filter,
        severities: &[&str],
        all: bool,
    ) -> Self {
        let parts = filter.parts();
        let mut entries = Self::default();
        for (at, one) in contests.all.iter().enumerate() {
            if !severities.is_empty() && !severities.contains(&one.severity.word()) {
                continue;
            }
            let is_hidden = !all && !one.standing.is_doubt();
            let records = one.found_by(dossier);
            match look(dossier, &records, &parts) {
                Look::Out => {}
                _ if is_hidden => entries.hidden += 1,
                Look::In(within) => entries.chosen.push((at, within)),
                Look::Undated => entries.undated += 1,
            }
        }
        entries
    }
}

fn look(dossier: &Dossier, records: &[Ref], parts: &[Filter]) -> Look {
    let mut whole = Look::In(None);
    for part in parts {
        let looks: Vec<_> = records.iter().map(|r| part.look(dossier, *r)).collect();
        let best = looks.iter().filter_map(|look| match look {
            Look::In(within) => Some(*within),
            _ => None,
        });
        match (best.max(), looks.contains(&Look::Out)) {
            (Some(None), _) => {}
            (Some(within), _) => whole = Look::In(within),
            (None, true) => return Look::Out,
            // Only the part that asks for a time is ever undecided, and it comes last.
            (None, false) => return Look::Undated,
        }
    }
    whole
}

/// The names of the columns, as the first row.
pub fn head() -> String {
    row(COLUMNS)
}

/// A row, with its line end. Several findings of one thing are joined in one cell.
pub fn csv(dossier: &Dossier, one: &Contested, within: Option<Within>) -> String {
    let join = |items: Vec<String>| join(items.iter().map(String::as_str));
    let ids = |records: &[Ref]| {
        let ids = records.iter().map(|r| dossier.id(*r).to_string());
        join(ids.collect())
    };
    let findings = one.findings.iter();
    let kinds = findings.clone().map(|f| f.kind.word().to_owned());
    let verdicts = findings.clone().map(|f| f.verdict.clone());
    let working = findings.flat_map(|f| f.working.clone());
    let choices = one
        .disputes
        .iter()
        .filter_map(|d| dossier.disputes[d.at].resolution.as_ref());
    let preferred = choices.clone().map(|choice| choice.preferred.to_string());
    let cells = [
        one.standing.word().to_owned(),
        one.severity.word().to_owned(),
        one.title.clone(),
        join(kinds.collect()),
        join(verdicts.collect()),
        join(working.collect()),
        ids(&one.records(dossier)),
        ids(&one.disputes),
        join(preferred.collect()),
        join(choices.map(|choice| choice.why.to_string()).collect()),
        within.map_or("", Within::word).to_owned(),
    ];
    row(cells.map(|cell| Cell::Text(cell).written()))
}
