//! `bilat add`: one record more, from options, from a file, or from the person's editor. It is
//! checked by the loader before anything is written.

mod editor;
mod members;
mod name;
mod options;
mod put;
mod quoted;
mod sheet;

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use color_eyre::eyre::{Result, WrapErr, bail, eyre};
use serde_json::json;

use super::print;
use crate::dossier::{Dossier, Kind};
use crate::load::{Origin, Problem, load};
use crate::system::files;
use crate::system::path::shown;
use crate::system::stderr::eprint;
use editor::Sheet;
use members::Members;
use options::{Options, id};
use put::{Outcome, put};
use sheet::{article, filled};

/// The exit code when nothing was added.
const NOTHING: u8 = 1;

/// A record read from standard input is a page at most.
const MAX_BYTES: u64 = 1_000_000;

/// What the command line says.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    record: Options,

    #[command(flatten)]
    common: Common,
}

/// What every kind of record has.
#[derive(Debug, Args)]
struct Common {
    /// Folder of the dossier; without it, the current folder
    #[arg(long, value_name = "DIR", global = true)]
    dossier: Option<PathBuf>,

    /// Its id; without it, one is made from what it is called
    #[arg(long, global = true, value_parser = id)]
    id: Option<String>,

    /// The source that it rests on
    #[arg(long, value_name = "ID", global = true, value_parser = id)]
    source: Option<String>,

    /// The paragraph of the source: lines that are not empty, from 1
    #[arg(long, value_name = "N", global = true)]
    paragraph: Option<u32>,

    /// Shortest verbatim quotation that supports the record; repeat it for the runs of a quotation that
    /// the source interrupts
    #[arg(long, value_name = "WORDS", global = true)]
    exact: Vec<String>,

    /// What it is about, from the vocabulary of the dossier
    #[arg(long, value_name = "ID", global = true, value_parser = id)]
    topic: Vec<String>,

    /// A remark of your own
    #[arg(long, global = true)]
    note: Option<String>,

    /// Take the record from this file: JSON, perhaps with lines of remarks that begin with `//`;
    /// `-` reads standard input
    #[arg(long, value_name = "FILE", global = true, conflicts_with = "edit")]
    from: Option<PathBuf>,

    /// Open $VISUAL or $EDITOR on a template, filled in with what the options say
    #[arg(long, global = true)]
    edit: bool,

    /// Add it although something looks like a slip (a warning)
    #[arg(long, global = true)]
    anyway: bool,
}

/// Adds the record and returns the exit code.
///
/// # Errors
/// When there is no dossier, or it cannot be written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let Arguments { record, common } = arguments;
    let folder = folder(common.dossier.as_deref())?;
    let kind = record.kind;
    let add = Add {
        common,
        folder: &folder,
        kind,
    };
    if let Some(path) = &common.from {
        let (name, text) = given(path)?;
        return add.once(&name, &text);
    }
    let dossier = load(&Origin::Folder(folder.clone())).dossier;
    let members = add.members(record, &dossier)?;
    if common.edit {
        return add.in_editor(&members, &dossier);
    }
    match add.attempt("", &members.record())? {
        Outcome::Refused(problems) if put::is_short(&problems) => {
            if io::stdin().is_terminal() && io::stdout().is_terminal() {
                return add.in_editor(&members, &dossier);
            }
            refuse(&problems);
            bail!(
                "that is not enough for {}: give it by options (`bilat add {} --help`), by --from FILE, or --edit it",
                article(kind),
                kind.singular()
            )
        }
        outcome => finish(outcome),
    }
}

/// What is being added, and where.
struct Add<'a> {
    common: &'a Common,
    folder: &'a Path,
    kind: Kind,
}

impl Add<'_> {
    fn attempt(&self, name: &str, text: &str) -> Result<Outcome> {
        put(self.kind, self.folder, (name, text), self.common.anyway)
    }

    /// Without another try.
    fn once(&self, name: &str, text: &str) -> Result<u8> {
        let outcome = self.attempt(name, text)?;
        finish(outcome)
    }

    /// What the options say.
    fn members(&self, record: &Options, dossier: &Dossier) -> Result<Members> {
        let common = self.common;
        let mut members = record.members(&dossier.about);
        let mut paragraph = common.paragraph;
        if let (Some(source), None) = (&common.source, paragraph) {
            let words = members.words(&common.exact);
            if !words.is_empty() {
                paragraph = quoted::paragraph(dossier, self.folder, source, &words)?;
            }
        }
        let some = |text: &Option<String>| text.as_ref().map(|text| json!(text));
        let topics = &common.topic;
        members.put_passage(common.source.as_deref(), paragraph, &common.exact);
        members.put("topics", (!topics.is_empty()).then(|| json!(topics)));
        members.put("note", some(&common.note));
        members.put("id", some(&common.id));
        Ok(members)
    }

    /// Until it is sound, or the person has had enough.
    fn in_editor(&self, members: &Members, dossier: &Dossier) -> Result<u8> {
        let text = filled(self.kind, members, dossier);
        let sheet = Sheet::new(self.folder, self.kind.singular(), &text)?;
        let kept = format!(
            "your text is kept in {0}; `bilat add {1} --from {0}` takes it up again",
            sheet.shown(),
            self.kind.singular()
        );
        loop {
            let edited = sheet.edit();
            if sheet.is_untouched() {
                sheet.discard();
                edited?;
                eprint("nothing was changed in the template, and nothing added");
                return Ok(NOTHING);
            }
            let outcome = edited.and_then(|text| self.attempt(&sheet.shown(), &text));
            match outcome.map_err(|error| eyre!("{error:#}; {kept}"))? {
                Outcome::Refused(problems) => {
                    refuse(&problems);
                    if !editor::again() {
                        eprint(&format!("nothing was written; {kept}"));
                        return Ok(NOTHING);
                    }
                }
                added @ Outcome::Added(_) => {
                    sheet.discard();
                    return finish(added);
                }
            }
        }
    }
}

fn finish(outcome: Outcome) -> Result<u8> {
    match outcome {
        Outcome::Added(line) => {
            print(&line)?;
            Ok(0)
        }
        Outcome::Refused(problems) => {
            refuse(&problems);
            eprint("nothing was written");
            Ok(NOTHING)
        }
    }
}

fn refuse(problems: &[Problem]) {
    for problem in problems {
        let told = problem.to_string();
        // What comes from options has no place in a file.
        let told = match told.split_once(": ") {
            Some((_, what)) if problem.file.is_empty() => what,
            _ => &told,
        };
        eprint(told);
    }
}

/// The folder of the dossier: the one that is named, or the current one.
fn folder(named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(folder) => Ok(folder.to_owned()),
        None if Path::new("dossier.json").exists() => Ok(PathBuf::from(".")),
        None => bail!(
            "there is no dossier.json in the current folder: name the dossier by --dossier DIR, or make one with `bilat new`; the built-in dossier cannot be written"
        ),
    }
}

/// The name and the text of what `--from` names.
fn given(path: &Path) -> Result<(String, String)> {
    if path != Path::new("-") {
        return match files::read(path)? {
            Some(text) => Ok((shown(path), text)),
            None => bail!("cannot read {}: it is not there", shown(path)),
        };
    }
    let mut text = String::new();
    io::stdin()
        .lock()
        .take(MAX_BYTES)
        .read_to_string(&mut text)
        .wrap_err("cannot read standard input")?;
    Ok(("standard input".to_owned(), text))
}
