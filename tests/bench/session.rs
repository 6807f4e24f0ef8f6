//! One program, opened once: when its first frame is there, when all can be searched, how long each
//! key takes to its answer, and how much memory that needs.

use std::path::Path;
use std::thread;
use std::time::Duration;

use color_eyre::eyre::Result;

use super::corpus::Corpus;
use super::process::peak_memory;
use super::program::{Answer, Program};
use super::pty::{Pty, Sign, Size};
use super::script::Key;
use super::stats::milliseconds;

/// Of the terminal.
pub(crate) const SIZE: Size = (120, 40);
/// Between an answer and the next key: faster than anyone types, and enough for a program to
/// finish what it does behind the answer.
const PAUSE: Duration = Duration::from_millis(20);

/// What is measured of a program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Everything.
    All,
    /// Its first frame alone.
    Frame,
    /// Keys alone, everything else being measured already.
    Keys,
    /// Keys typed as soon as all can be searched, as long as the index is not ready.
    EarlyKeys,
}

/// Who is measured, and how.
pub(crate) struct Contestant {
    pub(crate) name: String,
    pub(crate) program: Program,
    pub(crate) what: What,
    /// The keys that lead to the search line.
    pub(crate) to_search: String,
}

/// What is the same for all.
pub(crate) struct Stage<'a> {
    pub(crate) corpus: &'a Corpus,
    pub(crate) script: &'a [Key],
    pub(crate) home: &'a Path,
    pub(crate) patience: Duration,
}

/// What was measured in one or more sessions: times in milliseconds, memory in bytes.
#[derive(Default)]
pub(crate) struct Measured {
    pub(crate) frame: Vec<f64>,
    pub(crate) ready: Vec<f64>,
    pub(crate) indexed: Vec<f64>,
    pub(crate) keys: Vec<f64>,
    /// The most memory until everything was ready.
    pub(crate) loaded: Option<u64>,
    /// The most memory in all.
    pub(crate) typed: Option<u64>,
    /// Why it was given up.
    pub(crate) trouble: Option<String>,
}

impl Contestant {
    pub(crate) fn new(program: Program, what: What) -> Self {
        Self {
            name: program.kind.name.to_owned(),
            to_search: program.kind.to_search.to_owned(),
            program,
            what,
        }
    }

    /// Opens, waits, types. Adds to what was measured before.
    pub(crate) fn measure(&self, stage: &Stage<'_>, measured: &mut Measured) -> Result<()> {
        let command = self.program.open(stage.corpus, stage.home);
        let pty = Pty::spawn(command, SIZE)?;
        let outcome = match self.what {
            What::Frame => self.open(&pty, stage, measured),
            What::All | What::Keys | What::EarlyKeys => self
                .open(&pty, stage, measured)
                .and_then(|()| self.load(&pty, stage, measured))
                .and_then(|()| self.search(&pty, stage, measured)),
        };
        if let Err(what) = outcome {
            let seconds = stage.patience.as_secs();
            eprintln!("{}: {what}; the screen shows\n{}", self.name, pty.text());
            measured.trouble = Some(format!("{what} within {seconds} s"));
        }
        Ok(())
    }

    /// From the start to the first frame.
    fn open(&self, pty: &Pty, stage: &Stage<'_>, measured: &mut Measured) -> Result<(), String> {
        let took = took(pty, self.program.frame(), stage).ok_or("no first frame")?;
        if matches!(self.what, What::All | What::Frame) {
            measured.frame.push(took);
        }
        Ok(())
    }

    /// From the start to where everything is ready, or can at least be searched.
    fn load(&self, pty: &Pty, stage: &Stage<'_>, measured: &mut Measured) -> Result<(), String> {
        let total = stage.corpus.quotes;
        let all = self.what == What::All;
        if let Some(ready) = self.program.ready(total) {
            let took = took(pty, ready, stage).ok_or("not all records")?;
            measured.ready.extend(all.then_some(took));
        }
        if self.what == What::EarlyKeys {
            return Ok(());
        }
        if let Some(indexed) = self.program.indexed(total) {
            let took = took(pty, indexed, stage).ok_or("no index")?;
            measured.indexed.extend(all.then_some(took));
        }
        raise(&mut measured.loaded, pty);
        Ok(())
    }

    /// From each key to its answer.
    fn search(&self, pty: &Pty, stage: &Stage<'_>, measured: &mut Measured) -> Result<(), String> {
        let nothing = Answer {
            query: String::new(),
            hits: stage.corpus.quotes,
            total: stage.corpus.quotes,
        };
        let Some(empty) = self.program.answers(&nothing) else {
            return Ok(());
        };
        pty.write(&self.to_search);
        took(pty, empty, stage).ok_or("no search line")?;
        for key in stage.script {
            let Some(sign) = self.program.answers(&key.answer) else {
                break;
            };
            if self.what == What::EarlyKeys {
                if self.is_indexed(pty, stage.corpus.quotes) {
                    return Ok(());
                }
            } else {
                thread::sleep(PAUSE);
            }
            let took = pty
                .press(&key.typed, sign, stage.patience)
                .ok_or_else(|| format!("no answer to “{}”", key.answer.query))?;
            measured.keys.push(milliseconds(took));
        }
        raise(&mut measured.typed, pty);
        Ok(())
    }

    /// A program without an index is as fast as it gets once all is loaded.
    fn is_indexed(&self, pty: &Pty, total: usize) -> bool {
        let indexed = self.program.indexed(total);
        indexed.is_none_or(|sign| pty.shows(&sign))
    }
}

/// Milliseconds from the start until the screen shows this.
fn took(pty: &Pty, sign: Sign, stage: &Stage<'_>) -> Option<f64> {
    let came = pty.wait(sign, stage.patience)?;
    Some(milliseconds(came.saturating_duration_since(pty.started)))
}

/// The larger of what was measured before and now.
fn raise(most: &mut Option<u64>, pty: &Pty) {
    let now = pty.process().and_then(peak_memory);
    *most = (*most).max(now);
}
