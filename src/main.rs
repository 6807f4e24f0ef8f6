//! Start-up: the hooks for faults, then the command line.

use std::process::ExitCode;

use bilat::system::stderr::eprint;
use bilat::{cli, terminal};

fn main() -> ExitCode {
    let outcome = terminal::hooks::install().and_then(|()| cli::run());
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // The causes on the same line, without the place in the code: this is for people.
            eprint(&format!("bilat: {error:#}"));
            ExitCode::from(cli::FAILED)
        }
    }
}
