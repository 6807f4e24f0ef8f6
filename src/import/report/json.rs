//! The report as JSON: everything, every line that gave nothing among it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Pair, Report};
use crate::dossier::Id;
use crate::import::reconcile::Made;
use crate::import::row_report::{Count, Skipped};

/// The version of the shape. It changes when a field is taken away or means something else; fields
/// may be added.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct View<'a> {
    version: u32,
    format: &'a str,
    dossier: &'a str,
    dry_run: bool,
    written: bool,
    changes: &'a [String],
    files: Vec<FileView<'a>>,
    records: Vec<MadeView>,
    topics: usize,
    differences: Vec<DifferenceView<'a>>,
    mirrors: Vec<PairView<'a>>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct FileView<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    sha256: &'a str,
    encoding: &'a str,
    layout: &'a str,
    rows: CountView,
    cells: Option<CountView>,
    assumptions: &'a [String],
    remarks: &'a [String],
    not_imported: &'a BTreeMap<String, usize>,
    skipped: Vec<SkipView<'a>>,
}

#[derive(Serialize)]
struct CountView {
    read: usize,
    used: usize,
    skipped: usize,
}

#[derive(Serialize)]
struct SkipView<'a> {
    file: &'a str,
    line: usize,
    row: usize,
    /// The columns of the cells; none where it is the whole row.
    columns: &'a [String],
    reason: &'a str,
    detail: &'a str,
}

#[derive(Serialize)]
struct MadeView {
    kind: &'static str,
    new: usize,
    changed: usize,
    unchanged: usize,
    kept: usize,
}

#[derive(Serialize)]
struct DifferenceView<'a> {
    id: &'a str,
    field: &'a str,
    dossier: &'a str,
    file: &'a str,
}

#[derive(Serialize)]
struct PairView<'a> {
    title: &'a str,
    period: &'a str,
    exporter: SideView<'a>,
    importer: SideView<'a>,
    gap: &'a str,
}

#[derive(Serialize)]
struct SideView<'a> {
    reporter: &'a str,
    figure: &'a str,
    id: &'a str,
}

impl Report {
    /// The report as pretty-printed JSON.
    ///
    /// # Errors
    /// When it cannot be written as JSON; it always can.
    pub fn json(&self) -> serde_json::Result<String> {
        let problems = self.problems.iter().map(ToString::to_string);
        let view = View {
            version: VERSION,
            format: self.format,
            dossier: &self.into,
            dry_run: self.dry_run,
            written: self.written,
            changes: &self.changes,
            files: self.files.iter().map(FileView::new).collect(),
            records: self
                .made()
                .map(|(kind, made)| made_view(kind.singular(), made))
                .collect(),
            topics: self.topics(),
            differences: self.differences().iter().map(DifferenceView::new).collect(),
            mirrors: self.pairs.iter().map(PairView::new).collect(),
            problems: problems.collect(),
        };
        serde_json::to_string_pretty(&view)
    }
}

impl<'a> FileView<'a> {
    fn new(file: &'a super::FileReport) -> Self {
        let tally = &file.tally;
        let count = |count: Count, skipped| CountView {
            read: count.read,
            used: count.used,
            skipped,
        };
        Self {
            file: &file.file,
            source: file.source.as_ref().map(Id::as_str),
            sha256: &file.sha256,
            encoding: file.encoding,
            layout: &tally.layout,
            rows: count(tally.rows, tally.left_out()),
            cells: tally.cells.map(|cells| count(cells, tally.empty_cells())),
            assumptions: &tally.assumed,
            remarks: &tally.remarks,
            not_imported: &tally.not_imported,
            skipped: tally
                .skips
                .iter()
                .map(|skip| SkipView::new(&file.file, skip))
                .collect(),
        }
    }
}

impl<'a> SkipView<'a> {
    fn new(file: &'a str, skip: &'a Skipped) -> Self {
        Self {
            file,
            line: skip.line,
            row: skip.row,
            columns: &skip.columns,
            reason: &skip.reason,
            detail: &skip.detail,
        }
    }
}

impl<'a> DifferenceView<'a> {
    fn new(one: &'a super::Difference) -> Self {
        Self {
            id: one.id.as_str(),
            field: &one.field,
            dossier: &one.dossier,
            file: &one.file,
        }
    }
}

impl<'a> PairView<'a> {
    fn new(pair: &'a Pair) -> Self {
        let side = |(reporter, figure, id): &'a (String, String, crate::dossier::Id)| SideView {
            reporter,
            figure,
            id: id.as_str(),
        };
        Self {
            title: &pair.title,
            period: &pair.period,
            exporter: side(&pair.exporter),
            importer: side(&pair.importer),
            gap: &pair.gap,
        }
    }
}

fn made_view(kind: &'static str, made: Made) -> MadeView {
    MadeView {
        kind,
        new: made.new,
        changed: made.changed,
        unchanged: made.unchanged,
        kept: made.kept,
    }
}
