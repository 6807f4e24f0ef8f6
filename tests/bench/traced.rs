//! How many writes a frame takes, told by `strace` where it is installed and allowed. A terminal
//! cannot tell: it may read two writes at once, or one in parts.

use std::fs;
use std::path::Path;

use color_eyre::eyre::Result;

use super::program::{Program, on_path};
use super::pty::{Pty, Size};
use super::quiet::{MOVES, go_to, is_open, press_all};
use super::session::Stage;

/// Only writes, the first bytes of each, of all threads.
const ARGUMENTS: [&str; 7] = ["-f", "-qq", "-s", "8", "-e", "trace=write,writev", "-o"];

/// The writes to the terminal a move of the selection; none where they cannot be counted.
pub(crate) fn writes(program: &Program, stage: &Stage<'_>, size: Size) -> Result<Option<f64>> {
    let (Some(strace), Some((to_list, down))) = (on_path("strace"), program.kind.list) else {
        return Ok(None);
    };
    let trace = stage.home.join("trace");
    let (file, path) = (trace.to_string_lossy(), program.path.to_string_lossy());
    let mut arguments = ARGUMENTS.to_vec();
    arguments.extend([&*file, &*path]);
    arguments.extend(program.kind.arguments);
    let traced = Program {
        path: strace,
        ..program.clone()
    };
    let pty = Pty::spawn(traced.command(&arguments, stage.corpus, stage.home), size)?;
    if !is_open(&pty, program, stage) {
        return Ok(None);
    }
    go_to(&pty, to_list);
    let before = frames(&trace);
    press_all(&pty, down);
    let more = frames(&trace).saturating_sub(before);
    let per_move = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    Ok(Some(per_move(more) / per_move(MOVES)))
}

/// How many writes of the trace go to the terminal: they hold an escape, what goes elsewhere (to
/// wake a thread, to a file) does not.
fn frames(trace: &Path) -> usize {
    let text = fs::read_to_string(trace).unwrap_or_default();
    text.lines().filter(|line| line.contains(r"\33")).count()
}
