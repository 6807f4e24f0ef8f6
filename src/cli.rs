//! The command line: what is asked for, and where the answer goes.

mod add;
mod arguments;
mod check;
mod cite;
mod contested;
mod count;
mod day;
mod draft;
mod due;
mod export;
mod filters;
mod find;
mod guide;
mod help;
mod hyphens;
mod import;
mod lens;
mod list;
mod located;
mod manual;
mod mark;
mod net;
mod new;
mod origin;
mod out;
mod quotes;
mod review;
mod schema;
mod screen;
mod screenshot;
mod settings;
mod show;
mod snippet;
mod summary;
mod theme;
mod unread;
mod verify;
mod vet;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use color_eyre::eyre::{Result, bail};

use crate::dossier::text::clean;
use crate::dossier::{Kind, nearest};
use crate::load::{Origin, STDIN, load};
use crate::system::path::shown;
use crate::system::stderr::eprint;
use crate::terminal;
use arguments::{Arguments, Command};
use count::{counted, counts, problem_counts, unread};
pub use located::FAILED;
use origin::{choose, choose_aloud, head, texts};
use out::{print, print_lines};

/// Does what the command line asks, and returns the exit code.
///
/// # Errors
/// When it cannot be done; [`FAILED`] is the exit code then.
pub fn run() -> Result<u8> {
    // Without words there is nothing to parse, and the options of all commands are not built.
    let words: Vec<_> = std::env::args_os().collect();
    let arguments = if words.len() < 2 {
        Arguments::default()
    } else {
        match read(words) {
            Ok(arguments) => arguments,
            Err(error) => return answer(&error),
        }
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
        Some(Command::Due(arguments)) => due::run(arguments),
        Some(Command::Mark(arguments)) => mark::run(arguments),
        Some(Command::Show(arguments)) => show::run(arguments),
        Some(Command::Verify {
            dossier,
            sources,
            json,
            no_pager,
        }) => verify::run(dossier.as_deref(), sources.as_deref(), *json, *no_pager),
        Some(Command::Cite {
            id,
            dossier,
            style,
            write,
        }) => cite::run(id, dossier.as_deref(), *style, *write),
        Some(Command::New {
            folder,
            sides,
            title,
        }) => new::run(folder, sides, title.as_deref()),
        Some(Command::Add(arguments)) => add::run(arguments),
        Some(Command::Import(arguments)) => import::run(arguments),
        Some(Command::Draft(arguments)) => draft::run(arguments),
        Some(Command::Vet(arguments)) => vet::run(arguments),
        Some(Command::Review(arguments)) => review::run(arguments),
        Some(Command::Export(arguments)) => export::run(arguments),
        Some(Command::Schema { file }) => schema::run(file.as_deref()),
        Some(Command::Screenshot(arguments)) => screenshot::run(arguments),
        Some(Command::Guide { topic, no_pager }) => guide::run(topic.as_deref(), *no_pager),
        Some(Command::Completions { shell }) => manual::completions(*shell),
        Some(Command::Man { command }) => manual::man(command.as_deref()),
        None => open(&arguments),
    }
}

fn read(words: Vec<OsString>) -> std::result::Result<Arguments, clap::Error> {
    let mut command = Arguments::command();
    let mut matches = hyphens::parse(&mut command, words)?;
    Arguments::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
}

/// The command that somebody meant who named what is not there by one bare word.
fn meant(named: &Path) -> Option<String> {
    let word = named.to_str().filter(|word| !word.contains('/'))?;
    if named.exists() {
        return None;
    }
    let command = Arguments::command();
    let known = command.get_subcommands().map(clap::Command::get_name);
    nearest(word, known).map(str::to_owned)
}

/// The dashboard on a terminal, a summary anywhere else.
fn open(arguments: &Arguments) -> Result<u8> {
    let named = arguments.dossier.as_deref();
    if let Some(command) = named.and_then(meant) {
        let word = arguments
            .dossier
            .iter()
            .map(|path| shown(path))
            .collect::<String>();
        bail!("`{word}` is neither a command nor a dossier; did you mean `bilat {command}`?");
    }
    let is_shown = io::stdout().is_terminal();
    // The header of the dashboard says which it is.
    let origin = if is_shown {
        choose(named)
    } else {
        choose_aloud(named)
    }?;
    head(&origin)?;
    if is_shown {
        let (settings, more) = settings::of(arguments)?;
        let own = texts(arguments.sources.as_deref(), &origin)?;
        let more = more.filter(|_| arguments.sources.is_none());
        let is_document = matches!(origin, Origin::Document(_));
        let piped_in = arguments.dossier.as_deref() == Some(Path::new(STDIN));
        let source = terminal::Source {
            document: arguments
                .dossier
                .clone()
                .filter(|_| is_document && !piped_in),
            origin,
            texts: own.into_iter().chain(more).collect(),
            watch: !arguments.no_watch,
        };
        Ok(terminal::run(source, settings)?)
    } else {
        print_lines(|| summary::text(&load(&origin), &origin))?;
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
