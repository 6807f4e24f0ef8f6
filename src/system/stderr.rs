//! Standard error, without what a terminal would obey.

use std::io;

use rustix::io::Errno;

use crate::dossier::text::clean;

/// Writes a report to standard error, without what a terminal would obey. There is nobody left
/// to tell if that fails.
pub fn eprint(report: &str) {
    let report = clean(report.trim_end()).into_owned() + "\n";
    let mut bytes = report.as_bytes();
    while !bytes.is_empty() {
        match rustix::io::write(io::stderr(), bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            Err(_) => return,
        }
    }
}
