//! Measures bilat and its peers as a person meets them: in a terminal, over the same texts, in turns.
//!
//! `cargo bench --bench terminal` does it all and prints Markdown tables; `-- --help` tells the
//! options. It is no part of `cargo test`. What is installed of the peers is measured beside bilat.

mod batch;
mod bilat;
mod corpus;
mod floor;
mod machine;
mod markdown;
mod options;
mod peers;
mod process;
mod program;
mod pty;
mod quiet;
mod replies;
mod report;
mod script;
mod session;
mod stats;
mod traced;

use std::fs;
use std::path::PathBuf;

use clap::Parser;
use color_eyre::eyre::{Result, WrapErr};

use corpus::Corpus;
use options::Options;
use program::Program;
use report::{Batch, Quiet, Report, Row, Sized};
use session::{Contestant, Measured, Stage, What};

/// For first frames over next to nothing: as many as the built-in dossier has, roughly.
const SMALL: usize = 60;
/// They are quick, so there are at least so many of them.
const STARTS: u32 = 10;

fn main() -> Result<()> {
    let options = Options::parse();
    if !options.bench {
        // `cargo test --all-targets` runs benches too, and wants them short.
        println!("this is run by: cargo bench --bench terminal");
        return Ok(());
    }
    let bench = Bench::new(options)?;
    let report = bench.run()?;
    println!("{}", markdown::write(&report));
    if let Some(file) = &bench.options.json {
        let text = serde_json::to_string_pretty(&report)?;
        fs::write(file, text).wrap_err_with(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// What is measured, and with what.
struct Bench {
    options: Options,
    /// bilat first.
    programs: Vec<Program>,
    missing: Vec<&'static str>,
    folder: PathBuf,
    /// The home of all programs, empty at first, so that nobody's settings count.
    home: PathBuf,
}

impl Bench {
    fn new(options: Options) -> Result<Self> {
        let folder = corpus::folder();
        let home = folder.join("home");
        fs::create_dir_all(&home)?;
        let (peers, missing) = Program::peers(&options.peers);
        let mut programs = vec![Program::bilat()];
        programs.extend(peers);
        Ok(Self {
            options,
            programs,
            missing,
            folder,
            home,
        })
    }

    fn run(&self) -> Result<Report> {
        eprintln!("the bench itself");
        let floor = floor::measure(&self.home)?;
        let small = self.small()?;
        let sizes = self.options.sizes().into_iter().map(|size| self.size(size));
        let versions = self
            .programs
            .iter()
            .map(|p| format!("{} ({})", p.kind.name, p.version));
        Ok(Report {
            machine: machine::description(),
            versions: versions.collect(),
            missing: self.missing.clone(),
            seed: self.options.seed,
            runs: self.options.runs,
            floor,
            small,
            sizes: sizes.collect::<Result<_>>()?,
            quiet: self.quiet()?,
        })
    }

    fn corpus(&self, quotes: usize) -> Result<Corpus> {
        eprintln!("corpus of {quotes} quotes");
        Corpus::at(&self.folder, quotes, self.options.seed)
    }

    /// First frames of the built-in dossier, and of peers over as few lines.
    fn small(&self) -> Result<Vec<Row>> {
        let corpus = self.corpus(SMALL)?;
        let stage = self.stage(&corpus, &[]);
        let mut contestants = Vec::new();
        for program in self.programs.iter().filter(|program| program.has_screen()) {
            let mut program = program.clone();
            if program.is_bilat() {
                program.kind.arguments = &[];
            }
            contestants.push(Contestant::new(program, What::Frame));
        }
        in_turns(&contestants, &stage, self.options.runs.max(STARTS))
    }

    fn size(&self, quotes: usize) -> Result<Sized> {
        let corpus = self.corpus(quotes)?;
        let script = script::script(&corpus)?;
        let alike = script::alike(&script);
        let stage = self.stage(&corpus, &script);
        let rows = in_turns(&self.contestants(), &stage, self.options.runs)?;
        Ok(Sized {
            quotes,
            bytes: fs::metadata(&corpus.lines)?.len(),
            rows,
            batch: self.batch(&corpus)?,
            alike,
        })
    }

    /// All programs with a screen; bilat in each way.
    fn contestants(&self) -> Vec<Contestant> {
        let mut contestants = Vec::new();
        for program in self.programs.iter().filter(|program| program.has_screen()) {
            contestants.push(Contestant::new(program.clone(), What::All));
            if program.is_bilat() {
                let mut early = Contestant::new(program.clone(), What::EarlyKeys);
                "bilat, before its index".clone_into(&mut early.name);
                contestants.push(early);
            }
            if program.is_bilat() {
                let keys = &self.options.best;
                let mut best = Contestant::new(program.clone(), What::Keys);
                "bilat, best match first".clone_into(&mut best.name);
                best.to_search.clone_from(keys);
                contestants.push(best);
            }
        }
        contestants
    }

    fn batch(&self, corpus: &Corpus) -> Result<Vec<Batch>> {
        let searching = batch::searching(&self.programs, &self.options.batch);
        let searches = batch::measure(&searching, corpus, self.options.runs)?;
        let by_program = searching.iter().enumerate().map(|(at, (program, _))| {
            let own: Vec<_> = searches.iter().filter(|s| s.program == at).collect();
            Batch::new(program.kind.name, &own)
        });
        Ok(by_program.collect())
    }

    fn quiet(&self) -> Result<Option<Quiet>> {
        let length = self.options.idle();
        if length.is_zero() {
            return Ok(None);
        }
        let corpus = self.corpus(self.options.middle())?;
        let mut quiet = Quiet {
            quotes: corpus.quotes,
            seconds: length.as_secs(),
            idle: Vec::new(),
            moves: Vec::new(),
        };
        let stage = self.stage(&corpus, &[]);
        for program in self.programs.iter().filter(|program| program.has_screen()) {
            let name = program.kind.name;
            eprintln!("{name}, left alone");
            let idle = quiet::idle(program, &stage, length)?;
            quiet.idle.extend(idle.map(|idle| (name.to_owned(), idle)));
            for size in [session::SIZE, (200, 60)] {
                let moved = quiet::moves(program, &stage, size)?;
                quiet
                    .moves
                    .extend(moved.map(|moved| (name.to_owned(), moved)));
            }
        }
        Ok(Some(quiet))
    }

    fn stage<'a>(&'a self, corpus: &'a Corpus, script: &'a [script::Key]) -> Stage<'a> {
        Stage {
            corpus,
            script,
            home: &self.home,
            patience: self.options.patience(),
        }
    }
}

/// Everyone once, then everyone again: what else the machine does meets all alike.
fn in_turns(contestants: &[Contestant], stage: &Stage<'_>, runs: u32) -> Result<Vec<Row>> {
    let mut all: Vec<_> = contestants.iter().map(|_| Measured::default()).collect();
    for run in 1..=runs {
        for (contestant, measured) in contestants.iter().zip(&mut all) {
            if measured.trouble.is_none() {
                eprintln!("run {run} of {runs}: {}", contestant.name);
                contestant.measure(stage, measured)?;
            }
        }
    }
    let rows = contestants.iter().zip(all);
    Ok(rows
        .map(|(c, measured)| Row::new(&c.name, measured))
        .collect())
}
