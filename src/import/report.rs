//! What became of an import, told to a person or to a program: rows read, records made, what was
//! left out and why, what was taken for assumptions, and how the reports of both sides differ.

mod json;
mod plain;

use std::path::Path;

use super::input::{Bytes, Input};
use super::reconcile::{Difference, Made, Reconciled};
use super::row_report::RowReport;
use crate::describe::title;
use crate::dossier::series::Flow;
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::draft::Plan;
use crate::figures;
use crate::load::Problem;
use crate::system::path::shown;

/// What became of one file.
#[derive(Debug)]
pub struct FileReport {
    /// As the command line names it.
    pub file: String,
    /// The source that it is in the dossier; none for a dossier.
    pub source: Option<Id>,
    /// Of its bytes.
    pub sha256: String,
    /// What it was read as.
    pub encoding: &'static str,
    /// Its rows.
    pub tally: RowReport,
}

impl FileReport {
    pub(super) fn new(input: &Input, bytes: &Bytes, tally: RowReport) -> Self {
        Self {
            file: input.shown.clone(),
            source: Some(input.source.clone()),
            sha256: bytes.sha256.clone(),
            encoding: input.encoding,
            tally,
        }
    }
}

/// The reports of both sides of one flow at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What is traded: the title of the exporter's series.
    pub title: String,
    /// The time.
    pub period: String,
    /// Who sends, the figure as printed, and its id.
    pub exporter: (String, String, Id),
    /// Who receives, the figure as printed, and its id.
    pub importer: (String, String, Id),
    /// The greater over the lesser, in words.
    pub gap: String,
}

/// What became of everything.
#[derive(Debug)]
pub struct Report {
    /// The format.
    pub format: &'static str,
    /// The dossier.
    pub into: String,
    /// The files.
    pub files: Vec<FileReport>,
    /// What the two sides report of one flow.
    pub pairs: Vec<Pair>,
    /// What would be wrong with the dossier that is not yet.
    pub problems: Vec<Problem>,
    /// The files of the dossier that change.
    pub changes: Vec<String>,
    /// Were they written?
    pub written: bool,
    /// Shall they be?
    pub dry_run: bool,
    reconciled: Reconciled,
}

impl Report {
    pub(super) fn new(
        format: &'static str,
        into: &Path,
        files: Vec<FileReport>,
        reconciled: Reconciled,
    ) -> Self {
        Self {
            format,
            into: shown(into),
            files,
            pairs: Vec::new(),
            problems: Vec::new(),
            changes: Vec::new(),
            written: false,
            dry_run: false,
            reconciled,
        }
    }

    /// What is to be written, and what would be wrong with it.
    pub(super) fn planned(&mut self, plan: &Plan) {
        self.problems = plan.problems().to_vec();
        let changes = plan.changes().iter();
        let names = changes.filter_map(|change| change.path.file_name());
        self.changes = names
            .map(|name| clean_line(&name.to_string_lossy()))
            .collect();
    }

    /// Looks for flows that both sides report, among the series that were imported.
    pub(super) fn mirrors(&mut self, dossier: &Dossier) {
        let ours = |at: usize| self.reconciled.series.contains(&dossier.series[at].id);
        if self.reconciled.series.is_empty() {
            return;
        }
        let mut pairs: Vec<_> = figures::mirrors(dossier, None)
            .iter()
            .filter(|mirror| ours(mirror.one.series) || ours(mirror.other.series))
            .filter_map(|mirror| pair(dossier, mirror))
            .collect();
        pairs.sort_by(|a, b| (&a.title, &a.period).cmp(&(&b.title, &b.period)));
        self.pairs = pairs;
    }

    /// What became of the records of each kind.
    pub fn made(&self) -> impl Iterator<Item = (Kind, Made)> + '_ {
        self.reconciled
            .made
            .iter()
            .map(|(kind, made)| (*kind, *made))
    }

    /// Subjects that were added.
    pub fn topics(&self) -> usize {
        self.reconciled.topics
    }

    /// What the dossier and the files say differently.
    pub fn differences(&self) -> &[Difference] {
        &self.reconciled.differences
    }

    /// Did any row give something, new or known?
    pub fn found_something(&self) -> bool {
        self.files.iter().any(|file| file.tally.rows.used > 0)
    }
}

/// The figure of a series, as one would write it, and its id; of printed figures only.
fn label_and_id(dossier: &Dossier, record: Ref) -> (String, Id) {
    let (series, figure) = dossier.observation(record.at);
    (title::figure(series, figure), figure.id.clone())
}

fn pair(dossier: &Dossier, mirror: &figures::Mirror) -> Option<Pair> {
    let sends = |at: usize| dossier.series[at].flow == Some(Flow::Exports);
    let (exports, imports) = match (sends(mirror.one.series), sends(mirror.other.series)) {
        (true, false) => (&mirror.one, &mirror.other),
        (false, true) => (&mirror.other, &mirror.one),
        _ => return None,
    };
    let side = |statement: &figures::Statement| {
        let record = *statement
            .from
            .first()
            .filter(|_| statement.from.len() == 1)?;
        let series = &dossier.series[statement.series];
        let reporter = dossier.actor(series.reporter.as_ref()?);
        let (figure, id) = label_and_id(dossier, record);
        Some((reporter, figure, id))
    };
    Some(Pair {
        title: dossier.series[exports.series].title.to_string(),
        period: exports.date.label(),
        exporter: side(exports)?,
        importer: side(imports)?,
        gap: mirror.gap.clone(),
    })
}
