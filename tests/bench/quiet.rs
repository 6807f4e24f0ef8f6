//! What a program costs that is left alone, and what it writes when only the selection moves.

use std::thread;
use std::time::Duration;

use color_eyre::eyre::Result;
use serde::Serialize;

use super::process::processor_time;
use super::program::Program;
use super::pty::{Pty, Size};
use super::session::{SIZE, Stage};
use super::stats::milliseconds;
use super::traced;

/// How often the selection is moved.
pub(crate) const MOVES: usize = 10;
/// Nothing written for so long means that all is drawn.
const QUIET: Duration = Duration::from_millis(150);
/// A program that never stops writing is not waited for.
const RESTLESS: Duration = Duration::from_secs(2);

/// A program left alone.
#[derive(Serialize)]
pub(crate) struct Idle {
    /// Processor time in milliseconds, by the kernel's clock ticks of ten.
    pub(crate) processor: Option<f64>,
    /// Bytes to the terminal.
    pub(crate) bytes: usize,
}

/// The selection moved by one.
#[derive(Serialize)]
pub(crate) struct Moved {
    pub(crate) size: Size,
    /// Bytes to the terminal of each move.
    pub(crate) bytes: Vec<f64>,
    /// Writes to the terminal a move, where they could be counted.
    pub(crate) writes: Option<f64>,
}

/// Leaves a program alone for a while, once all is loaded.
pub(crate) fn idle(program: &Program, stage: &Stage<'_>, length: Duration) -> Result<Option<Idle>> {
    let pty = Pty::spawn(program.open(stage.corpus, stage.home), SIZE)?;
    if !is_open(&pty, program, stage) {
        return Ok(None);
    }
    let now = |pty: &Pty| pty.process().and_then(processor_time);
    let (before, written) = (now(&pty), pty.written());
    thread::sleep(length);
    let used = now(&pty)
        .zip(before)
        .map(|(now, before)| now.saturating_sub(before));
    Ok(Some(Idle {
        processor: used.map(milliseconds),
        bytes: pty.written() - written,
    }))
}

/// Moves the selection by one, some times.
pub(crate) fn moves(program: &Program, stage: &Stage<'_>, size: Size) -> Result<Option<Moved>> {
    let Some((to_list, down)) = program.kind.list else {
        return Ok(None);
    };
    let pty = Pty::spawn(program.open(stage.corpus, stage.home), size)?;
    if !is_open(&pty, program, stage) {
        return Ok(None);
    }
    go_to(&pty, to_list);
    let bytes = press_all(&pty, down);
    drop(pty);
    let writes = traced::writes(program, stage, size)?;
    Ok(Some(Moved {
        size,
        bytes,
        writes,
    }))
}

/// Types, and waits until nothing more is drawn.
pub(crate) fn go_to(pty: &Pty, keys: &str) {
    pty.write(keys);
    pty.settle(QUIET, RESTLESS);
}

/// The bytes that each move wrote.
pub(crate) fn press_all(pty: &Pty, down: &str) -> Vec<f64> {
    let mut bytes = Vec::new();
    for _ in 0..MOVES {
        let before = pty.written();
        go_to(pty, down);
        let more = pty.written() - before;
        bytes.push(u32::try_from(more).map_or(f64::MAX, f64::from));
    }
    bytes
}

/// Waits until all is loaded and drawn.
pub(crate) fn is_open(pty: &Pty, program: &Program, stage: &Stage<'_>) -> bool {
    let signs = [
        Some(program.frame()),
        program.ready(stage.corpus.quotes),
        program.indexed(stage.corpus.quotes),
    ];
    let is_there = signs
        .into_iter()
        .flatten()
        .all(|sign| pty.wait(sign, stage.patience).is_some());
    pty.settle(QUIET, RESTLESS);
    is_there
}
