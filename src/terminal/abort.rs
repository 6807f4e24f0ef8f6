//! The terminal after an abort.
//!
//! A program aborts itself when there is no memory left, when a panic meets another one, or when a
//! stack has overflowed: it raises SIGABRT, and as soon as the handler returns it is gone. So the
//! handler must not return. What safe Rust lets it do is to write a byte into a pipe: the first pipe
//! wakes a thread, the second one is full and lets nobody through. The thread gives the terminal back
//! and ends the program; it neither allocates nor takes a lock that the other may hold.
//!
//! This is as far as safe code goes. The terminal stays as it is after SIGKILL, which nobody sees;
//! after SIGSEGV, SIGILL and SIGFPE, for which safe code may not set a handler (only a stack that has
//! overflowed ends as an abort, through the handler of the standard library); and after an abort where
//! there was no thread or no file descriptor left for all this at the start.

use std::io::{self, ErrorKind, PipeWriter, Read, Write};
use std::thread::Builder;

use rustix::fs::{OFlags, fcntl_setfl};
use signal_hook::consts::SIGABRT;
use signal_hook::low_level;

use super::guard;
use super::message::killed_by;

/// The memory of the thread, in bytes: it does next to nothing.
const STACK: usize = 64 * 1024;

/// Written without a formatter, which would allocate.
const REPORT: &[u8] = b"bilat: internal error: aborted, perhaps for want of memory\n";

/// Watches for it from now on.
///
/// # Errors
/// When there is no thread or no pipe to be had.
pub(super) fn watch() -> io::Result<()> {
    let (mut signal, tell) = io::pipe()?;
    let (hold, full) = io::pipe()?;
    let flags = full.try_clone()?;
    let thread = Builder::new().name("abort".to_owned()).stack_size(STACK);
    thread.spawn(move || {
        // A pipe without a reader would let the writer go.
        let _hold = hold;
        if signal.read_exact(&mut [0]).is_ok() {
            guard::leave_at_once();
            let _ = rustix::io::write(io::stderr(), REPORT);
            low_level::exit(killed_by(SIGABRT).into());
        }
    })?;
    fill(&full)?;
    // In this order they are written to.
    low_level::pipe::register(SIGABRT, tell)?;
    low_level::pipe::register(SIGABRT, full)?;
    // That has made the pipe one that does not wait.
    Ok(fcntl_setfl(flags, OFlags::empty())?)
}

/// Writes until nothing more fits in.
fn fill(mut pipe: &PipeWriter) -> io::Result<()> {
    fcntl_setfl(pipe, OFlags::NONBLOCK)?;
    for piece in [&[0; 4096][..], &[0]] {
        loop {
            match pipe.write(piece) {
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}
