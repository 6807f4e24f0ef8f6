//! Files that people already have, read into a dossier: trade tables, indicators, timelines, lists
//! of agreements, bibliographies.
//!
//! ```text
//! file ─ Input ─ Format::read ─→ ImportContext (what was found) ─ reconcile ─→ Draft ─ plan ─→ Prepared
//!                     └→ RowReport (what became of every row)              └→ Report
//! ```
//!
//! A [`Format`] turns rows into records and says of every other row why it gave none. Each record
//! rests on the file, which becomes a source, and on the line and the words in it. Nothing is
//! written here: [`Prepared::write`] does that, all or nothing, and a dry run leaves it out.

mod advice;
pub mod agreements;
pub mod bibliography;
pub mod comtrade;
pub mod context;
pub mod document;
mod error;
pub mod figure;
pub mod html;
pub mod input;
pub mod members;
mod names;
pub mod object;
pub mod period;
mod reconcile;
pub mod report;
pub mod row_report;
pub mod sdmx;
pub mod series_builder;
pub mod sides;
pub mod table;
pub mod timelinejs;
pub mod worldbank;

use std::path::{Path, PathBuf};

use crate::dossier::{Date, Dossier, Id, Kind, Source, Text, nearest};
use crate::edit::draft::{Draft, OpenError, Plan, PlanError, WriteError};
use crate::load::Excerpt;
use crate::system::recognise::{self, Content};
pub use context::{ImportContext, Options};
pub use error::{DocumentError, FormatError, ImportError, OptionsError};
use figure::Notation;
use input::Bytes;
pub use input::Input;
pub use reconcile::{Difference, Made, SettleError};
use report::FileReport;
pub use report::Report;
pub use row_report::{RowReport, SkipReason, Skipped};

/// A format of files.
pub trait Format {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;

    /// Has a file of it figures, whose decimal mark somebody must know?
    fn has_figures(&self) -> bool {
        false
    }

    /// Reads one file.
    ///
    /// # Errors
    /// When it is no file of this format, or so broken that its rows cannot be told apart.
    fn read(
        &self,
        input: &Input,
        context: &mut ImportContext<'_>,
        tally: &mut RowReport,
    ) -> Result<About, FormatError>;
}

/// What there is to say of a file as a source.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The CSL type, such as `dataset`.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// The collection that it is from.
    pub container: Option<String>,
    /// Who published what is in it.
    pub publisher: Option<String>,
    /// When, as far as the file says.
    pub issued: Option<Date>,
    /// A remark.
    pub note: Option<String>,
}

/// Files that were read and held against the dossier; nothing is written yet.
pub struct Prepared {
    /// What became of them.
    pub report: Report,
    plan: Option<Plan>,
}

impl Prepared {
    /// Is there something to write, and nothing wrong with it?
    pub fn is_sound(&self) -> bool {
        self.report.problems.is_empty()
    }

    /// The line of each problem of the report, as the files would be; none for what is about no line.
    pub fn excerpts(&self) -> Vec<Option<Excerpt>> {
        let excerpts = |plan: &Plan| plan.excerpts(&self.report.problems);
        self.plan.as_ref().map(excerpts).unwrap_or_default()
    }

    /// Writes it, all or nothing.
    ///
    /// # Errors
    /// As [`Plan::write`].
    pub fn write(&mut self) -> Result<(), WriteError> {
        if let Some(plan) = self.plan.take() {
            plan.write()?;
            self.report.written = true;
        }
        Ok(())
    }
}

/// Reads `files` of a format for the dossier in the folder `into`.
///
/// # Errors
/// When there is no dossier, or a file cannot be read.
pub fn prepare(
    format: &dyn Format,
    files: &[PathBuf],
    into: &Path,
    options: &Options,
) -> Result<Prepared, ImportError> {
    let mut draft = opened(into, options.dry_run)?;
    // A copy shares its records; the draft itself is changed further down.
    let dossier = draft.dossier().clone();
    check(options, &dossier, files)?;
    let bytes: Vec<Bytes> = files
        .iter()
        .map(|path| Bytes::read(path))
        .collect::<Result<_, _>>()?;
    apart(&bytes)?;
    let mut context = ImportContext::new(&dossier, options);
    let mut reports = Vec::new();
    for bytes in &bytes {
        reports.push(one_file(format, bytes, &mut context)?);
    }
    let reconciled = reconcile::reconcile(context, &mut draft)?;
    let report = Report::new(format.name(), into, reports, reconciled);
    Ok(finish(draft, &dossier, report)?)
}

/// The dossier to add to, or only to look at.
fn opened(into: &Path, dry_run: bool) -> Result<Draft, OpenError> {
    if dry_run {
        Draft::look(into)
    } else {
        Draft::open(into)
    }
}

/// Checks the draft, and tells what would come of it.
fn finish(draft: Draft, dossier: &Dossier, mut report: Report) -> Result<Prepared, PlanError> {
    let plan = if draft.is_empty() {
        report.mirrors(dossier);
        None
    } else {
        let plan = draft.plan()?;
        report.mirrors(plan.dossier());
        report.planned(&plan);
        Some(plan)
    };
    Ok(Prepared { report, plan })
}

fn one_file(
    format: &dyn Format,
    bytes: &Bytes,
    context: &mut ImportContext<'_>,
) -> Result<FileReport, ImportError> {
    let dossier = context.dossier;
    let same = |source: &&Source| {
        let sum = source.sha256.as_deref();
        sum.is_some_and(|sum| sum.eq_ignore_ascii_case(&bytes.sha256))
    };
    let known = context.options.source.clone().or_else(|| {
        dossier
            .sources
            .iter()
            .find(same)
            .map(|source| source.id.clone())
    });
    let stem = Path::new(&bytes.name).file_stem().unwrap_or_default();
    let words = format!("{} {}", format.name(), stem.to_string_lossy());
    let id = match known {
        Some(id) => {
            context.take(&id);
            id
        }
        None => context.name(Kind::Source, &words, None, |_| false),
    };
    if let Some(known) = recognise::binary(bytes.content()) {
        return Err(ImportError::other(&bytes.shown, known));
    }
    let input = bytes.decode(context.options.encoding, id.clone())?;
    let mut tally = RowReport::default();
    if let Some(guess) = input.guess() {
        tally.assume(guess);
    }
    context.notation = {
        let options = context.options;
        Notation::of(&input.text, options.decimal, options.separator)
    };
    let read = format.read(&input, context, &mut tally);
    let is_nothing = read.is_err() || tally.rows.used == 0;
    // One that names another format is more likely of that than broken.
    let known = is_nothing.then(|| recognise::text(&input.text)).flatten();
    if let Some(known) = known.filter(|known| known.content != Content::Own(format.name())) {
        return Err(ImportError::other(&bytes.shown, known));
    }
    let about = read?;
    if format.has_figures() {
        let options = context.options;
        let assumed = figure::assumed(&input.text, options.decimal, options.separator);
        if let Some(words) = assumed {
            tally.assume(words);
        }
    }
    ahead(&about, &id, context, &mut tally);
    let source = source(about, bytes, id, context)?;
    older(&source, dossier, &mut tally);
    context.files.push(source);
    Ok(FileReport::new(&input, bytes, tally))
}

/// Figures for a time after the file was published or fetched are forecasts.
fn ahead(about: &About, id: &Id, context: &mut ImportContext<'_>, tally: &mut RowReport) {
    let known = [about.issued.as_ref(), context.options.accessed.as_ref()]
        .into_iter()
        .flatten()
        .filter_map(Date::latest)
        .min();
    let day = known
        .unwrap_or(context.options.today)
        .min(context.options.today);
    let count = context.builder.forecast_after(day, id);
    if count > 0 {
        tally.assume(format!(
            "figures for a time after {day} are forecasts, for the file is not later than that: {count}"
        ));
    }
}

/// The file as a source.
fn source(
    about: About,
    bytes: &Bytes,
    id: Id,
    context: &ImportContext<'_>,
) -> Result<Source, OptionsError> {
    let text = |text: Option<String>| text.as_deref().map(Text::new);
    let file = Some(Text::new(&bytes.name));
    let sha256 = Some(Text::new(&bytes.sha256));
    let accessed = context.options.accessed.clone();
    if context.options.source.is_some() {
        let mut sources = context.dossier.sources.iter();
        let Some(old) = sources.find(|source| source.id == id) else {
            return Err(OptionsError::UnknownSource { id, near: None });
        };
        if old
            .sha256
            .as_ref()
            .is_some_and(|sum| Some(sum) != sha256.as_ref())
        {
            return Err(OptionsError::OtherText {
                id,
                file: bytes.shown.clone(),
            });
        }
        return Ok(Source {
            accessed: accessed.or_else(|| old.accessed.clone()),
            file,
            sha256,
            ..old.clone()
        });
    }
    let missing = about.issued.is_none().then(|| Text::new("issued"));
    Ok(Source {
        container_title: text(about.container),
        publisher: text(about.publisher),
        issued: about.issued,
        accessed,
        file,
        sha256,
        missing: missing.into_iter().collect(),
        note: text(about.note),
        ..Source::new(id, Text::new(about.kind), Text::new(&about.title))
    })
}

/// Another file of that name that the dossier already rests on must be kept to be verified.
fn older(source: &Source, dossier: &Dossier, tally: &mut RowReport) {
    let other = dossier.sources.iter().find(|other| {
        other.id != source.id && other.file == source.file && other.sha256 != source.sha256
    });
    if let Some(other) = other {
        tally.remark(format!(
            "the source `{}` was another file called {}: keep that one too, under any name, so that `bilat verify` finds it",
            other.id,
            source.file.as_deref().unwrap_or_default()
        ));
    }
}

/// Are the options such that this dossier can be written with them?
fn check(options: &Options, dossier: &Dossier, files: &[PathBuf]) -> Result<(), OptionsError> {
    let topics = &dossier.about.topics;
    for topic in &options.topics {
        if !topics.iter().any(|known| known.id == *topic) {
            let near = nearest(topic.as_str(), topics.iter().map(|known| known.id.as_str()));
            return Err(OptionsError::UnknownTopic {
                near: near.map(ToOwned::to_owned),
                topic: topic.clone(),
            });
        }
    }
    let Some(id) = &options.source else {
        return Ok(());
    };
    if files.len() > 1 {
        let files = files.len();
        return Err(OptionsError::OneSource { files });
    }
    if dossier.source(id).is_none() {
        let near = nearest(
            id.as_str(),
            dossier.sources.iter().map(|source| source.id.as_str()),
        );
        return Err(OptionsError::UnknownSource {
            near: near.map(ToOwned::to_owned),
            id: id.clone(),
        });
    }
    Ok(())
}

/// Sources are told apart by the names of their files.
fn apart(files: &[Bytes]) -> Result<(), OptionsError> {
    for (at, file) in files.iter().enumerate() {
        let before = &files[..at];
        if let Some(same) = before.iter().find(|other| other.sha256 == file.sha256) {
            return Err(OptionsError::SameFile {
                first: same.shown.clone(),
                second: file.shown.clone(),
            });
        }
        if before.iter().any(|other| other.name == file.name) {
            let name = file.name.clone();
            return Err(OptionsError::SameName { name });
        }
    }
    Ok(())
}
