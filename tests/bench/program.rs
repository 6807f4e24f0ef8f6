//! A program that can be measured: how it is started and by which signs its state is told.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;
use vt100::Screen;

use super::corpus::Corpus;
use super::pty::Sign;
use super::{bilat, peers};

/// One program. Files are named from within the folder of a corpus.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    /// What it is called in the tables.
    pub(crate) name: &'static str,
    pub(crate) executable: &'static str,
    pub(crate) arguments: &'static [&'static str],
    /// The file that it reads from its standard input.
    pub(crate) input: Option<&'static str>,
    /// Its first frame is there.
    pub(crate) frame: fn(&Screen) -> bool,
    /// So many records are loaded and can be searched.
    pub(crate) ready: Option<fn(&Screen, usize) -> bool>,
    /// What is built after that to search faster is ready too.
    pub(crate) indexed: Option<fn(&Screen, usize) -> bool>,
    /// The answer to a search is there.
    pub(crate) answer: Option<fn(&Screen, &Answer) -> bool>,
    /// The keys that lead to the search line.
    pub(crate) to_search: &'static str,
    /// The keys that lead to the list, and the one that moves the selection by one.
    pub(crate) list: Option<(&'static str, &'static str)>,
    /// The arguments of a search without a screen; `{query}` stands for what is looked for. Empty
    /// when there is none.
    pub(crate) batch: &'static [&'static str],
}

/// What a search must find.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) query: String,
    pub(crate) hits: usize,
    pub(crate) total: usize,
}

/// A program that was found.
#[derive(Clone)]
pub(crate) struct Program {
    pub(crate) kind: Kind,
    pub(crate) path: PathBuf,
    /// The first line that `--version` prints.
    pub(crate) version: String,
}

impl Program {
    /// bilat itself, as cargo built it.
    pub(crate) fn bilat() -> Self {
        let path = PathBuf::from(bilat::PATH);
        Self {
            kind: bilat::BILAT,
            version: version(&path),
            path,
        }
    }

    /// The peers of those executables that are installed, and the names of the others.
    pub(crate) fn peers(names: &[String]) -> (Vec<Self>, Vec<&'static str>) {
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for kind in peers::PEERS {
            if !names.iter().any(|name| name == kind.executable) {
                continue;
            }
            match on_path(kind.executable) {
                Some(path) => found.push(Self {
                    kind,
                    version: version(&path),
                    path,
                }),
                None => missing.push(kind.name),
            }
        }
        (found, missing)
    }

    /// Not only a command that prints.
    pub(crate) fn has_screen(&self) -> bool {
        !self.kind.arguments.is_empty()
    }

    pub(crate) fn is_bilat(&self) -> bool {
        self.kind.executable == bilat::BILAT.executable
    }

    /// The command that opens a corpus in a terminal.
    pub(crate) fn open(&self, corpus: &Corpus, home: &Path) -> CommandBuilder {
        self.command(self.kind.arguments, corpus, home)
    }

    /// The command that runs with other arguments.
    ///
    /// A shell starts every program, since some read a file from their standard input; so all pay
    /// for it alike. It becomes the program, so the process is the program's own.
    pub(crate) fn command(
        &self,
        arguments: &[&str],
        corpus: &Corpus,
        home: &Path,
    ) -> CommandBuilder {
        let script = match self.kind.input {
            Some(file) => format!(r#"exec "$0" "$@" < {file}"#),
            None => r#"exec "$0" "$@""#.to_owned(),
        };
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", &script]);
        command.arg(&self.path);
        command.args(arguments);
        clean(&mut command, home);
        command.cwd(&corpus.folder);
        command
    }

    /// Its first frame is there.
    pub(crate) fn frame(&self) -> Sign {
        Box::new(self.kind.frame)
    }

    /// So many records can be searched.
    pub(crate) fn ready(&self, total: usize) -> Option<Sign> {
        sign(self.kind.ready, total)
    }

    /// So many records can be searched as fast as ever; none if that is the same.
    pub(crate) fn indexed(&self, total: usize) -> Option<Sign> {
        sign(self.kind.indexed, total)
    }

    /// A search has its answer.
    pub(crate) fn answers(&self, answer: &Answer) -> Option<Sign> {
        let is_there = self.kind.answer?;
        let answer = answer.clone();
        Some(Box::new(move |screen| is_there(screen, &answer)))
    }
}

fn sign(is_there: Option<fn(&Screen, usize) -> bool>, total: usize) -> Option<Sign> {
    let is_there = is_there?;
    Some(Box::new(move |screen| is_there(screen, total)))
}

/// An environment in which nobody's settings change what a program does.
pub(crate) fn clean(command: &mut CommandBuilder, home: &Path) {
    command.env_clear();
    command.env("PATH", env::var_os("PATH").unwrap_or_default());
    command.env("HOME", home);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
}

/// Where an executable is installed.
pub(crate) fn on_path(executable: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let places = env::split_paths(&path).map(|folder| folder.join(executable));
    places.into_iter().find(|place| place.is_file())
}

/// The first line that a program says of itself.
fn version(path: &Path) -> String {
    let output = Command::new(path).arg(OsString::from("--version")).output();
    let bytes = output.map_or_else(|_| Vec::new(), |output| output.stdout);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    text.lines().next().unwrap_or("unknown").trim().to_owned()
}
