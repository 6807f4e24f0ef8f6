//! Searches without a screen: a new process for each, from start to end, its output read and
//! counted.

use std::fs::File;
use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use color_eyre::eyre::{Result, WrapErr};

use super::corpus::Corpus;
use super::program::Program;
use super::stats::milliseconds;

/// What is looked for: a rare word, a word now and then, a common one. None of them has a line in
/// which it stands only across words, or only in another spelling.
pub(crate) const QUERIES: [&str; 3] = ["ombudsman", "treaty", "water"];

/// One program's searches for one query.
pub(crate) struct Search {
    pub(crate) program: usize,
    pub(crate) query: &'static str,
    pub(crate) times: Vec<f64>,
    /// The lines that it printed last.
    pub(crate) lines: usize,
}

/// A program and the arguments with which it searches: `{query}` stands for what is looked for,
/// `{dossier}` for the folder of the dossier.
pub(crate) type Searching = (Program, Vec<String>);

/// Those that can search without a screen. bilat can when its help names the subcommand.
pub(crate) fn searching(programs: &[Program], of_bilat: &str) -> Vec<Searching> {
    let mut searching = Vec::new();
    for program in programs {
        let arguments: Vec<String> = if program.is_bilat() {
            of_bilat.split_whitespace().map(str::to_owned).collect()
        } else {
            let own = program.kind.batch.iter();
            own.map(|part| (*part).to_owned()).collect()
        };
        let can = |first: &String| !program.is_bilat() || helps_with(program, first);
        if arguments.first().is_some_and(can) {
            searching.push((program.clone(), arguments));
        }
    }
    searching
}

fn helps_with(program: &Program, subcommand: &str) -> bool {
    let output = Command::new(&program.path).arg("--help").output();
    let bytes = output.map_or_else(|_| Vec::new(), |output| output.stdout);
    let help = String::from_utf8_lossy(&bytes).into_owned();
    let mut first_words = help.lines().map(|line| line.split_whitespace().next());
    first_words.any(|word| word == Some(subcommand))
}

/// Runs every query with every program, in turns.
pub(crate) fn measure(programs: &[Searching], corpus: &Corpus, runs: u32) -> Result<Vec<Search>> {
    let mut searches = Vec::new();
    for query in QUERIES {
        let first = searches.len();
        searches.extend((0..programs.len()).map(|program| Search {
            program,
            query,
            times: Vec::new(),
            lines: 0,
        }));
        for _ in 0..runs {
            for search in &mut searches[first..] {
                let (program, arguments) = &programs[search.program];
                let (took, lines) = run(command(program, arguments, corpus, query)?)
                    .wrap_err_with(|| format!("{} cannot search", program.kind.name))?;
                search.times.push(milliseconds(took));
                search.lines = lines;
            }
        }
    }
    Ok(searches)
}

fn command(
    program: &Program,
    arguments: &[String],
    corpus: &Corpus,
    query: &str,
) -> io::Result<Command> {
    let mut command = Command::new(&program.path);
    command.current_dir(&corpus.folder);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    for argument in arguments {
        command.arg(match &**argument {
            "{query}" => query,
            "{dossier}" => "dossier",
            other => other,
        });
    }
    command.stdin(match program.kind.input {
        Some(file) => File::open(corpus.folder.join(file))?.into(),
        None => Stdio::null(),
    });
    Ok(command)
}

/// How long it took from the start to the end, and how many lines came.
fn run(mut command: Command) -> io::Result<(Duration, usize)> {
    let start = Instant::now();
    let mut child = command.spawn()?;
    let mut output = Vec::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_end(&mut output)?;
    }
    child.wait()?;
    let took = start.elapsed();
    let lines = output.split(|byte| *byte == b'\n').count() - 1;
    Ok((took, lines))
}
