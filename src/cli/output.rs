//! Standard output: all at once, or line by line.

use std::io::{self, BufWriter, Write};

use color_eyre::eyre::{Result, WrapErr};

/// Writes to standard output. A reader that has heard enough is no fault.
pub(super) fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).wrap_err("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Writes lines to standard output as they come. A reader that has heard enough is no fault.
pub(super) fn print_lines(lines: impl Iterator<Item = String>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in lines {
        match writeln!(out, "{line}") {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            result => result.wrap_err("cannot write to standard output")?,
        }
    }
    match out.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).wrap_err("cannot write to standard output")
        }
        _ => Ok(()),
    }
}
