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

use super::located::show;
use super::origin::{HERE, is_here};
use super::print;
use super::snippet::Look;
use crate::dossier::kind::with_article;
use crate::dossier::{Dossier, Kind};
use crate::load::{Excerpt, Origin, Problem, Texts, excerpts, load};
use crate::system::files;
use crate::system::path::shown;
use crate::system::stderr::{eprint, eprint_coloured};
use editor::{Edited, Sheet};
use members::Members;
use options::{Options, id};
use put::{Outcome, put};
use sheet::filled;

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
    /// Folder of the dossier [default: the current folder]
    #[arg(long, value_name = "DIR", global = true)]
    dossier: Option<PathBuf>,

    /// Record id [default: derived from the title]
    #[arg(long, global = true, value_parser = id)]
    id: Option<String>,

    /// Source the record is based on [default: the last one, if words or a paragraph are given]
    #[arg(long, value_name = "ID", global = true, value_parser = id)]
    source: Option<String>,

    /// Paragraph number, counting non-empty lines from 1
    #[arg(long, value_name = "N", global = true)]
    paragraph: Option<u32>,

    /// Shortest verbatim quotation that supports the record; repeat it for the runs of a quotation that
    /// the source interrupts
    #[arg(long, value_name = "WORDS", global = true)]
    exact: Vec<String>,

    /// Topic, from the dossier's vocabulary
    #[arg(long, value_name = "ID", global = true, value_parser = id)]
    topic: Vec<String>,

    /// Remark
    #[arg(long, global = true)]
    note: Option<String>,

    /// Read the record from this JSON file; lines that begin with `//` are comments; `-` reads standard
    /// input
    #[arg(long, value_name = "FILE", global = true, conflicts_with = "edit")]
    from: Option<PathBuf>,

    /// Open $VISUAL or $EDITOR on a template filled in from the options
    #[arg(long, global = true)]
    edit: bool,

    /// Add the record despite warnings
    #[arg(long = "force", alias = "anyway", global = true)]
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
    let outcome = add.run(record);
    outcome.or_else(|error| show(error, &Origin::Folder(folder.clone())))
}

/// What is being added, and where.
struct Add<'a> {
    common: &'a Common,
    folder: &'a Path,
    kind: Kind,
}

impl Add<'_> {
    fn run(&self, record: &Options) -> Result<u8> {
        let Self {
            common,
            folder,
            kind,
        } = *self;
        if let Some(path) = &common.from {
            let (name, text) = given(path)?;
            return self.once(&name, &text);
        }
        let dossier = load(&Origin::Folder(folder.to_owned())).dossier;
        let members = self.members(record, &dossier)?;
        if common.edit {
            return self.in_editor(&members, &dossier);
        }
        let text = members.record();
        match self.attempt("", &text)? {
            Outcome::Refused(problems) if put::is_short(&problems) => {
                if io::stdin().is_terminal() && io::stdout().is_terminal() {
                    return self.in_editor(&members, &dossier);
                }
                self.refuse(&problems, ("", &text));
                bail!(
                    "that is not enough for {}: give it by options (`bilat add {} --help`), by --from FILE, or --edit it",
                    with_article(kind.singular()),
                    kind.singular()
                )
            }
            outcome => self.finish(outcome, ("", &text)),
        }
    }

    fn attempt(&self, name: &str, text: &str) -> Result<Outcome> {
        put(self.kind, self.folder, (name, text), self.common.anyway)
    }

    /// Without another try.
    fn once(&self, name: &str, text: &str) -> Result<u8> {
        let outcome = self.attempt(name, text)?;
        self.finish(outcome, (name, text))
    }

    /// What the options say.
    fn members(&self, record: &Options, dossier: &Dossier) -> Result<Members> {
        let common = self.common;
        let mut members = record.members(&dossier.about);
        let words = members.words(&common.exact);
        let is_quoted = !words.is_empty() || common.paragraph.is_some();
        let last = || dossier.sources.last().map(|source| source.id.to_string());
        let source = common.source.clone();
        let source = source.or_else(|| last().filter(|_| is_quoted && self.kind != Kind::Source));
        let mut paragraph = common.paragraph;
        if let (Some(source), None, false) = (&source, paragraph, words.is_empty()) {
            let found = quoted::paragraph(dossier, self.folder, source, &words);
            // The editor has room for the number, and for other words.
            paragraph = if common.edit {
                found.unwrap_or_default()
            } else {
                found?
            };
        }
        let some = |text: &Option<String>| text.as_ref().map(|text| json!(text));
        let topics = &common.topic;
        members.put_passage(source.as_deref(), paragraph, &common.exact);
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
            let text = match sheet.edit() {
                Ok(Edited::Text(text)) => text,
                Ok(Edited::PerhapsLater) => {
                    eprint(&format!("nothing was added; {kept}"));
                    return Ok(NOTHING);
                }
                Ok(Edited::Nothing) => {
                    sheet.discard();
                    eprint("nothing was changed in the template, and nothing added");
                    return Ok(NOTHING);
                }
                Err(error) if sheet.is_untouched() => {
                    sheet.discard();
                    return Err(error);
                }
                Err(error) => return Err(eyre!("{error:#}; {kept}")),
            };
            let outcome = self.attempt(&sheet.shown(), &text);
            match outcome.map_err(|error| eyre!("{error:#}; {kept}"))? {
                Outcome::Refused(problems) => {
                    self.refuse(&problems, (&sheet.shown(), &text));
                    if !editor::again() {
                        eprint(&format!("nothing was written; {kept}"));
                        return Ok(NOTHING);
                    }
                }
                Outcome::Added(line) => {
                    if !sheet.retire(&text) {
                        eprint(&format!("the file has changed since it was added; {kept}"));
                    }
                    print(&line)?;
                    return Ok(0);
                }
            }
        }
    }

    fn finish(&self, outcome: Outcome, given: (&str, &str)) -> Result<u8> {
        match outcome {
            Outcome::Added(line) => {
                print(&line)?;
                Ok(0)
            }
            Outcome::Refused(problems) => {
                self.refuse(&problems, given);
                eprint("nothing was written");
                Ok(NOTHING)
            }
        }
    }

    /// Says what is wrong with the text of that name, or would be with the dossier.
    fn refuse(&self, problems: &[Problem], given: (&str, &str)) {
        let look = Look::of(io::stderr());
        let lines = look.map_or_else(Vec::new, |_| self.lines(problems, given));
        for (at, problem) in problems.iter().enumerate() {
            match look.filter(|_| !problem.file.is_empty()) {
                Some(look) => {
                    eprint_coloured(&look.problem(problem, lines[at].as_ref()));
                    eprint("");
                }
                None => eprint(&plain(problem)),
            }
        }
    }

    /// The lines of problems, in the dossier or in the text of that name.
    fn lines(&self, problems: &[Problem], (name, text): (&str, &str)) -> Vec<Option<Excerpt>> {
        let origin = Origin::Folder(self.folder.to_owned());
        let mut lines = excerpts(&origin, &Texts::new(), problems);
        for (problem, line) in problems.iter().zip(&mut lines) {
            if *problem.file == *name {
                *line = Excerpt::of_problem(text, problem);
            }
        }
        lines
    }
}

/// A problem for programs. What comes from options has no place in a file.
fn plain(problem: &Problem) -> String {
    let message = problem.to_string();
    match message.split_once(": ") {
        Some((_, what)) if problem.file.is_empty() => what.to_owned(),
        _ => message,
    }
}

/// The folder of the dossier: the one that is named, or the current one.
fn folder(named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(folder) => Ok(folder.to_owned()),
        None if is_here() => Ok(PathBuf::from(HERE)),
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
