//! The command line: what is asked for, and where the answer goes.

mod add;
mod arguments;
mod check;
mod cite;
mod contested;
mod export;
mod guide;
mod help;
mod import;
mod list;
mod manual;
mod new;
mod out;
mod quotes;
mod schema;
mod screenshot;
mod show;
mod summary;
mod verify;

use std::fs::{self, File};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::Parser;
use clap::error::ErrorKind;
use color_eyre::eyre::{Result, WrapErr, bail};

use crate::dossier::text::{clean, clean_line};
use crate::dossier::{Dossier, Kind};
use crate::load::{Loaded, Origin, Severity, load};
use crate::system::stderr::eprint;
use crate::terminal;
use arguments::{Arguments, Command};
use out::print;

/// The exit code when something could not be done.
pub const FAILED: u8 = 2;

/// Does what the command line asks, and returns the exit code.
///
/// # Errors
/// When it cannot be done; [`FAILED`] is the exit code then.
pub fn run() -> Result<u8> {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return answer(&error),
    };
    match &arguments.command {
        Some(Command::Check {
            dossier,
            figures,
            no_pager,
        }) => check::run(dossier.as_deref(), *figures, *no_pager),
        Some(Command::Timeline(arguments)) => list::run(Kind::Event, arguments),
        Some(Command::Agreements(arguments)) => list::run(Kind::Agreement, arguments),
        Some(Command::Trade(arguments)) => list::run(Kind::Series, arguments),
        Some(Command::People(arguments)) => list::run(Kind::Person, arguments),
        Some(Command::Organisations(arguments)) => list::run(Kind::Organisation, arguments),
        Some(Command::Sources(arguments)) => list::run(Kind::Source, arguments),
        Some(Command::Claims(arguments)) => list::run(Kind::Claim, arguments),
        Some(Command::Disputes(arguments)) => list::run(Kind::Dispute, arguments),
        Some(Command::Quotes(arguments)) => quotes::run(arguments),
        Some(Command::Contested(arguments)) => contested::run(arguments),
        Some(Command::Show(arguments)) => show::run(arguments),
        Some(Command::Verify {
            dossier,
            sources,
            json,
            no_pager,
        }) => verify::run(dossier.as_deref(), sources.as_deref(), *json, *no_pager),
        Some(Command::Cite { id, dossier, style }) => cite::run(id, dossier.as_deref(), *style),
        Some(Command::New {
            folder,
            sides,
            title,
        }) => new::run(folder, sides, title.as_deref()),
        Some(Command::Add(arguments)) => add::run(arguments),
        Some(Command::Import(arguments)) => import::run(arguments),
        Some(Command::Export(arguments)) => export::run(arguments),
        Some(Command::Schema { file }) => schema::run(file.as_deref()),
        Some(Command::Screenshot(arguments)) => screenshot::run(arguments),
        Some(Command::Guide { topic, no_pager }) => guide::run(topic.as_deref(), *no_pager),
        Some(Command::Completions { shell }) => manual::completions(*shell),
        Some(Command::Man { command }) => manual::man(command.as_deref()),
        None => open(&arguments),
    }
}

/// The folder with the texts of the sources: the one that is named, else that of the records.
fn texts(sources: Option<&Path>, origin: &Origin) -> Result<Option<PathBuf>> {
    if sources.is_none() && !matches!(origin, Origin::Folder(_)) {
        return Ok(None);
    }
    verify::folder(sources, origin).map(|folder| Some(folder.to_owned()))
}

/// The dashboard on a terminal, a summary anywhere else.
fn open(arguments: &Arguments) -> Result<u8> {
    let origin = Origin::new(arguments.dossier.as_deref())?;
    head(&origin)?;
    if io::stdout().is_terminal() {
        let texts = texts(arguments.sources.as_deref(), &origin)?;
        let source = terminal::Source {
            origin,
            texts,
            watch: !arguments.no_watch,
        };
        terminal::run(source, arguments.settings())
    } else {
        print(&summary::text(&load(&origin), &origin))?;
        Ok(0)
    }
}

/// Help and version go to standard output, faults of the command line to standard error; both
/// without colours, and without what a terminal would obey in an argument that is repeated.
fn answer(error: &clap::Error) -> Result<u8> {
    let text = error.render().to_string();
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        eprint(&text);
    } else if error.use_stderr() {
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        eprint(&format!("bilat: {text}"));
    } else {
        print(&clean(&text))?;
    }
    Ok(u8::try_from(error.exit_code()).unwrap_or(FAILED))
}

/// Whether there is a dossier at all: a folder without a readable `dossier.json` is none, and no
/// document without a head.
fn head(origin: &Origin) -> Result<()> {
    let folder = match origin {
        Origin::BuiltIn => return Ok(()),
        Origin::Document(document) if document.has_head() || document.is_lines() => return Ok(()),
        Origin::Document(document) => bail!("{}", document.refusal()),
        Origin::Folder(folder) => folder,
    };
    let path = folder.join("dossier.json");
    let shown = |path: &Path| clean_line(&path.to_string_lossy());
    // Looked at before it is opened: opening a FIFO would wait for ever.
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => bail!(
            "{} is not a dossier: there is no dossier.json in it",
            shown(folder)
        ),
        Err(error) => bail!("cannot read {}: {error}", shown(&path)),
        Ok(meta) if !meta.is_file() => {
            bail!("cannot read {}: it is not a regular file", shown(&path))
        }
        Ok(_) => File::open(&path)
            .map(drop)
            .wrap_err_with(|| format!("cannot read {}", shown(&path))),
    }
}

/// "1 event", "2 events".
fn counted(count: usize, singular: &str, plural: &str) -> String {
    format!("{count} {}", if count == 1 { singular } else { plural })
}

/// "41 events, 16 agreements, …": every kind of record that there is.
fn counts(dossier: &Dossier) -> String {
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| dossier.count(*kind) > 0);
    let each: Vec<_> = kinds
        .map(|kind| counted(dossier.count(kind), kind.singular(), kind.plural()))
        .collect();
    if each.is_empty() {
        "no records".to_owned()
    } else {
        each.join(", ")
    }
}

/// That there are errors, and what was therefore not done with what could not be read.
fn unread(loaded: &Loaded, done: &str) -> Option<String> {
    let count = severe(loaded, Severity::Error);
    let errors = counted(count, "error", "errors");
    (count > 0).then(|| {
        format!(
            "{errors} in the dossier: what could not be read was not {done}; `bilat check` tells where"
        )
    })
}

/// How many problems are so grave.
fn severe(loaded: &Loaded, severity: Severity) -> usize {
    let problems = loaded.problems.iter();
    problems.filter(|p| p.severity == severity).count()
}

/// "2 errors, 1 warning".
fn problem_counts(loaded: &Loaded) -> String {
    let errors = counted(severe(loaded, Severity::Error), "error", "errors");
    let warnings = counted(severe(loaded, Severity::Warning), "warning", "warnings");
    format!("{errors}, {warnings}")
}
