//! Standard error, without what a terminal would obey.

use std::io::{self, IsTerminal};

use rustix::io::Errno;

use super::ascii::transcribe;
use super::environment::{speaks_utf8, variable};
use crate::dossier::text::clean;

/// Writes a report to standard error, without what a terminal would obey. There is nobody left
/// to tell if that fails.
pub fn eprint(report: &str) {
    let report = clean(report.trim_end()).into_owned() + "\n";
    let report = if io::stderr().is_terminal() && !speaks_utf8(&variable) {
        transcribe(&report)
    } else {
        report.into()
    };
    let mut bytes = report.as_bytes();
    while !bytes.is_empty() {
        match rustix::io::write(io::stderr(), bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            Err(_) => return,
        }
    }
}
