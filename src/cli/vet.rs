//! `bilat vet`: a text compared with a dossier, like a spell checker for facts.

mod input;
mod page;
mod shown;

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::NaiveDate;
use clap::Args;
use color_eyre::eyre::Result;
use encoding_rs::Encoding;

use super::located::show;
use super::origin::choose_aloud;
use super::out::{Out, print, stream};
use super::{day, head};
use crate::contested::Contests;
use crate::load::{Origin, load};
use crate::system::charset;
use crate::system::stderr::eprint;
use crate::verify::Texts;
use crate::vet::{Report, copied, vet};

/// The exit code when something must be changed.
const PROBLEMS: u8 = 1;

/// How often a watched file is looked at. It is read when it was the same twice.
const PAUSE: Duration = Duration::from_millis(150);

/// What the command line says.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub(super) struct Arguments {
    /// Text, Markdown, HTML or Word document (docx); `-` reads standard input
    file: PathBuf,

    /// Folder or JSON document of the dossier
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    dossier: Option<PathBuf>,

    /// Only sources published by this date, such as 2023 or 2024-05-31
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,

    /// Also print what is supported
    #[arg(long)]
    all: bool,

    /// Count what is not in the dossier as a problem
    #[arg(long)]
    strict: bool,

    /// Print every verdict as JSON
    #[arg(long, conflicts_with_all = ["html", "watch"])]
    json: bool,

    /// Print the text as a page, every verdict marked and noted
    #[arg(long, conflicts_with = "watch")]
    html: bool,

    /// Run again when the file changes, until ctrl-c
    #[arg(long)]
    watch: bool,

    /// Encoding, such as utf-8 or windows-1252 [default: detected]
    #[arg(long, value_name = "NAME", value_parser = charset::named)]
    encoding: Option<&'static Encoding>,

    /// Never start a pager
    #[arg(long)]
    no_pager: bool,
}

impl Arguments {
    /// The last day of `as_of`.
    fn day(&self) -> Result<Option<NaiveDate>> {
        self.as_of.as_deref().map(day::day).transpose()
    }
}

/// Compares the text and returns the exit code.
///
/// # Errors
/// When the text or the dossier cannot be read.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = choose_aloud(arguments.dossier.as_deref())?;
    arguments.day()?;
    if let Err(error) = head(&origin) {
        return show(error, &origin);
    }
    if arguments.watch {
        return watch(arguments, &origin);
    }
    once(arguments, &origin)
}

fn once(arguments: &Arguments, origin: &Origin) -> Result<u8> {
    let (code, _) = compare(arguments, origin)?;
    Ok(code)
}

/// Compares and prints; the exit code, and whether somebody still reads.
fn compare(arguments: &Arguments, origin: &Origin) -> Result<(u8, bool)> {
    let document = input::read(&arguments.file, arguments.encoding)?;
    let loaded = load(origin);
    if let Some(unread) = super::unread(&loaded, "compared") {
        eprint(&format!("bilat: {unread}"));
    }
    let day = arguments.day()?;
    let then = day.map(|day| loaded.dossier.as_of_day(day));
    let dossier = then.as_ref().unwrap_or(&loaded.dossier);
    let contests = Contests::new(dossier, Some(day.unwrap_or_else(day::today)));
    let mut report = vet(dossier, &contests, &document);
    let accuses = report
        .findings
        .iter()
        .any(|one| one.verdict.is_accusation());
    if let Origin::Folder(folder) = origin
        && accuses
    {
        let named = dossier
            .sources
            .iter()
            .filter(|source| source.file.is_some());
        let (texts, _) = Texts::of(named, folder);
        copied::clear(&mut report, dossier, &document, &texts);
    }
    let mut is_read = true;
    if arguments.json {
        let text = serde_json::to_string_pretty(&report.json(dossier, &document))?;
        print(&(text + "\n"))?;
    } else if arguments.html {
        let page = page::page(dossier, &document, &report, &name(&arguments.file));
        stream(|out| out.write_all(page.as_bytes()))?;
    } else {
        let mut out = Out::new(arguments.no_pager || arguments.watch);
        let shown = shown::Shown {
            dossier,
            document: &document,
            report: &report,
            file: &name(&arguments.file),
            strict: arguments.strict,
            all: arguments.all,
        };
        let text = shown.text(out.look());
        is_read = out.put_drawn(&text)?;
        is_read &= out.finish_told()?;
    }
    Ok((code(&report, arguments.strict), is_read))
}

fn code(report: &Report, strict: bool) -> u8 {
    let is_sound = report.problems(strict).next().is_none() && !report.has_drifted(strict);
    if is_sound { 0 } else { PROBLEMS }
}

/// What the file is called in messages.
fn name(path: &Path) -> String {
    if path == Path::new("-") {
        return "standard input".to_owned();
    }
    path.to_string_lossy().into_owned()
}

/// Runs until it is interrupted or nobody reads any more: again whenever the file changes.
fn watch(arguments: &Arguments, origin: &Origin) -> Result<u8> {
    if arguments.file == Path::new("-") {
        color_eyre::eyre::bail!("--watch needs a file, not standard input");
    }
    let mut shown = State::of(&arguments.file);
    // A file that was never there is a slip of the command line.
    let (mut code, mut is_read) = compare(arguments, origin)?;
    let mut before = shown;
    while is_read {
        thread::sleep(PAUSE);
        let now = State::of(&arguments.file);
        let is_quiet = std::mem::replace(&mut before, now) == now;
        // An editor may be in the middle of writing, or of putting a new file in the place of the old.
        if now == shown || !is_quiet {
            continue;
        }
        shown = now;
        match compare(arguments, origin) {
            Ok(outcome) => (code, is_read) = outcome,
            Err(error) => eprint(&format!("bilat: {error:#}")),
        }
    }
    Ok(code)
}

/// What tells whether a file is still the same; none where there is none.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State(Option<(u64, u64, Option<SystemTime>)>);

impl State {
    fn of(path: &Path) -> Self {
        let state = |meta: Metadata| (meta.ino(), meta.len(), meta.modified().ok());
        Self(std::fs::metadata(path).ok().map(state))
    }
}
