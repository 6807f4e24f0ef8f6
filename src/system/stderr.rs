//! Standard error, without what a terminal would obey.

use std::io::{self, IsTerminal};

use rustix::io::Errno;

use super::ascii::transcribe;
use super::environment::{speaks_utf8, variable};
use crate::dossier::text::clean;

/// Writes a report to standard error, without what a terminal would obey. There is nobody left
/// to tell if that fails.
pub fn eprint(report: &str) {
    write(&(clean(report.trim_end()).into_owned() + "\n"));
}

/// The same for a report with colours, which stay.
pub fn eprint_coloured(report: &str) {
    write(&(coloured(report.trim_end()) + "\n"));
}

/// Clean, but for sequences that choose colours (ECMA-48, SGR).
fn coloured(report: &str) -> String {
    let mut parts = report.split('\x1b');
    let mut out = clean(parts.next().unwrap_or_default()).into_owned();
    for part in parts {
        let parameter = |c: char| c.is_ascii_digit() || c == ';';
        let sequence = part.strip_prefix('[').map(|rest| {
            let end = rest.find(|c| !parameter(c)).unwrap_or(rest.len());
            rest.split_at(end)
        });
        match sequence {
            Some((style, rest)) if rest.starts_with('m') => {
                out.extend(["\x1b[", style, "m", &clean(&rest[1..])]);
            }
            _ => out += &clean(&format!("\x1b{part}")),
        }
    }
    out
}

fn write(text: &str) {
    let is_ascii = io::stderr().is_terminal() && !speaks_utf8(&variable);
    let text = if is_ascii {
        transcribe(text)
    } else {
        text.into()
    };
    let mut bytes = text.as_bytes();
    while !bytes.is_empty() {
        match rustix::io::write(io::stderr(), bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_pass() {
        for (report, written) in [
            ("\x1b[1;31merror\x1b[0m: a", "\x1b[1;31merror\x1b[0m: a"),
            ("\x1b[mx", "\x1b[mx"),
            ("\x1b[2Jx\x1b]0;t\x07", "<U+001B>[2Jx<U+001B>]0;t<U+0007>"),
            ("\x1b\x1b[31", "<U+001B><U+001B>[31"),
            ("a\u{202e}b", "a<U+202E>b"),
        ] {
            assert_eq!(coloured(report), written);
        }
    }
}
