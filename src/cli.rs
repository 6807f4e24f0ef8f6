//! The command line: what is asked for, and where the answer goes.

mod add;
mod check;
mod cite;
mod contested;
mod export;
mod import;
mod new;
mod output;
mod quotes;
mod schema;
mod summary;
mod verify;

use std::fs::{self, File};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use color_eyre::eyre::{Result, WrapErr, bail};

use crate::dossier::load::{Loaded, Origin, load};
use crate::dossier::text::{clean, clean_line};
use crate::dossier::{Dossier, Kind};
use crate::tui::{self, Settings, hooks};
use output::{print, print_lines};

/// The exit code when something could not be done.
pub const FAILED: u8 = 2;

const AFTER_HELP: &str = "\
Exit codes:
  0    all went well; check: no problems; contested: nothing; verify: all found
  1    check: there are problems; contested: something is; verify: something is not found;
       add, import: not sound, or nothing to add;
       export: nothing to write, or not all could be read
  2    something could not be read or written, or the command line is wrong
  101  a fault of the program itself
  130  left with ctrl-c; 128 + n: ended by signal n

Examples:
  bilat                     the built-in dossier, Laos - Russia
  bilat my-dossier          the dossier in that folder
  bilat new my-dossier --sides LAO,GBR    a dossier from nothing
  bilat add event           one event more, in your editor; `bilat add event --help`
  bilat import comtrade trade.csv --into my-dossier    what both sides report of their trade
  bilat check my-dossier    every problem in its files, with line and column
  bilat contested           what does not fit together, with the arithmetic
  bilat verify my-dossier   whether its words stand in the texts beside it
  bilat cite trade-total.2024    a figure with its source, as one would write it
  bilat export html -o brief.html    a brief to print; `bilat export --help` for the formats
  bilat | cat               a summary, for a pipe or a terminal that can do no more
  bilat ./check             a folder that is called like a subcommand

Environment:
  VISUAL, EDITOR            the editor of `bilat add`; vi without them
  NO_COLOR                  any value: no colours
  LC_ALL, LC_CTYPE, LANG    without UTF-8: lines and signs are drawn in ASCII";

/// Read the dossier of a relationship between two countries: timeline, agreements, trade and
/// quotes, every line with the passage that it rests on.
#[derive(Debug, Parser)]
#[command(name = "bilat", version, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    /// Folder of the dossier, or one JSON document; without either, the built-in dossier Laos -
    /// Russia
    dossier: Option<PathBuf>,

    /// Folder with the texts of the sources, to open the passages that records rest on; without
    /// it, the folder of the dossier
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,

    /// Read the dossier again when its files change; so it is unless --no-watch is given
    #[arg(long, overrides_with = "no_watch")]
    watch: bool,

    /// Do not watch the files of the dossier
    #[arg(long, overrides_with = "watch")]
    no_watch: bool,

    /// Let the mouse wheel move the selection (the terminal then selects text with Shift only)
    #[arg(long)]
    mouse: bool,

    /// Panic on purpose: draw, update or worker
    #[cfg(debug_assertions)]
    #[arg(long, hide = true, value_name = "PLACE", value_parser = panic_at)]
    panic_at: Option<tui::PanicAt>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print every problem in the files of a dossier
    ///
    /// Each as `file:line:column: error|warning: message`, with a hint where there is one, and a
    /// closing line with counts.
    Check {
        /// Folder or JSON document of the dossier; without one, the built-in dossier
        dossier: Option<PathBuf>,

        /// Then print what the arithmetic of its figures finds, as of today
        #[arg(long)]
        figures: bool,
    },
    /// Print what does not fit together, the gravest first
    ///
    /// Computed findings with their arithmetic and the records of both sides, and the disputes
    /// that the dossier stores; both together where they stand on the same records.
    Contested {
        /// Folder or JSON document of the dossier; without one, the built-in dossier
        dossier: Option<PathBuf>,

        /// Only what was published by then, such as 2023 or 2024-05-31; without it, today
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,

        /// Print it as JSON, with the verdict on every cell
        #[arg(long)]
        json: bool,
    },
    /// Look for the words that a dossier rests on in the texts of its sources
    ///
    /// A line for each anchor that is not found: ambiguous (it stands more than once), drifted (in
    /// another paragraph), altered (with what differs), digits (of a figure, in none of its
    /// anchors), or missing; and a closing line with counts.
    Verify {
        /// Folder or JSON document of the dossier; without one, the built-in dossier
        dossier: Option<PathBuf>,

        /// Folder of the texts, found by `file` or else `sha256`; without one, that of the dossier
        #[arg(long, value_name = "DIR")]
        sources: Option<PathBuf>,

        /// Print the verdict on every anchor as JSON
        #[arg(long)]
        json: bool,
    },
    /// Make a dossier of two countries, empty but whole
    ///
    /// A folder with a file for each kind of record, the schemas that an editor completes them by,
    /// a vocabulary of topics to start with, and a README that tells what goes where.
    New {
        /// Folder to make; one that is there must be empty
        folder: PathBuf,

        /// The two countries, by code or name, such as LAO,GBR or Laos,"United Kingdom"
        #[arg(long, value_name = "A,B", required = true, value_delimiter = ',')]
        sides: Vec<String>,

        /// What the dossier is called; without it, the names of both
        #[arg(long)]
        title: Option<String>,
    },
    /// Add one record to a dossier, at its place in its file
    ///
    /// From options, from a file (--from), or in your editor, which opens on a template where the
    /// options do not say enough. The record is checked first: nothing is written that would bring
    /// a new problem into the dossier. Its id and its place are printed.
    Add(Box<add::Arguments>),
    /// Read a file of another program into a dossier
    ///
    /// Every record rests on the file and the line that it comes from. A report says what became of
    /// every row, and what had to be taken for granted. All or nothing is written, a second time
    /// changes nothing, and what the dossier says otherwise than the file is left as it is.
    Import(Box<import::Arguments>),
    /// Write a dossier in the format of another program, or as a brief to hand in
    ///
    /// To standard output, or with -o into a file, which is written whole or not at all. The same
    /// dossier gives the same bytes each time.
    Export(export::Arguments),
    /// Print the JSON Schema of the format, or of one of its files
    ///
    /// An editor that is given it completes the fields and underlines what is wrong. Every file of
    /// `bilat new` names its own.
    Schema {
        /// dossier, sources, people, organisations, events, agreements, series, quotes, claims or
        /// disputes; without one, a whole dossier as one document
        file: Option<String>,
    },
    /// Print the quotes that a search finds, a line each
    ///
    /// A search is written as in the dashboard: words, "phrases", =whole words, ~words like this,
    /// -exclusions, alter|natives, speaker:, role:, topic:, event:, source:, language:, year:,
    /// from:, to:. Exit code 0 found, 1 nothing.
    Quotes {
        /// What to look for; without it, all quotes
        query: Option<String>,

        /// Folder of the dossier; without one, the built-in dossier
        dossier: Option<PathBuf>,
    },
    /// Print a record or figure as one would cite it
    ///
    /// Who says what, in which source and paragraph, and that it is contested where it is.
    Cite {
        /// Id of the record or figure, such as trade-total.2024
        id: String,

        /// Folder or JSON document of the dossier; without one, the built-in dossier
        dossier: Option<PathBuf>,

        /// How it is written
        #[arg(long, value_enum, default_value = "text")]
        style: cite::Style,
    },
}

#[cfg(debug_assertions)]
fn panic_at(place: &str) -> Result<tui::PanicAt, &'static str> {
    match place {
        "draw" => Ok(tui::PanicAt::Draw),
        "update" => Ok(tui::PanicAt::Update),
        "worker" => Ok(tui::PanicAt::Worker),
        _ => Err("draw, update or worker"),
    }
}

impl Arguments {
    fn settings(&self) -> Settings {
        Settings {
            mouse: self.mouse,
            #[cfg(debug_assertions)]
            panic_at: self.panic_at,
            #[cfg(not(debug_assertions))]
            panic_at: None,
        }
    }
}

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
        Some(Command::Check { dossier, figures }) => check::run(dossier.as_deref(), *figures),
        Some(Command::Contested {
            dossier,
            as_of,
            json,
        }) => contested::run(dossier.as_deref(), as_of.as_deref(), *json),
        Some(Command::Verify {
            dossier,
            sources,
            json,
        }) => verify::run(dossier.as_deref(), sources.as_deref(), *json),
        Some(Command::Quotes { query, dossier }) => {
            quotes::run(query.as_deref(), dossier.as_deref())
        }
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
        let source = tui::Source {
            origin,
            texts,
            watch: !arguments.no_watch,
        };
        tui::run(source, arguments.settings())
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
        hooks::complain(&text);
    } else if error.use_stderr() {
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        hooks::complain(&format!("bilat: {text}"));
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
        Origin::Document(document) if document.has_head() => return Ok(()),
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

/// "2 errors, 1 warning".
fn problem_counts(loaded: &Loaded) -> String {
    use crate::dossier::load::Severity;
    let count = |severity| {
        let such = loaded.problems.iter().filter(|p| p.severity == severity);
        such.count()
    };
    let errors = counted(count(Severity::Error), "error", "errors");
    let warnings = counted(count(Severity::Warning), "warning", "warnings");
    format!("{errors}, {warnings}")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_folder_called_like_a_subcommand_opens_with_a_path() {
        let parse = |words: &[&str]| Arguments::try_parse_from(words).expect("parses");
        assert!(parse(&["bilat", "check"]).command.is_some());
        let opened = parse(&["bilat", "./check"]);
        assert!(opened.command.is_none());
        assert_eq!(opened.dossier, Some(PathBuf::from("./check")));
    }
}
