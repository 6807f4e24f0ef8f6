//! `bilat man` and `bilat completions`: what the command line says of itself, for a system's manual
//! and for shells.

use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use color_eyre::eyre::{Result, bail};

use super::arguments::Arguments;
use super::help::{ENVIRONMENT, EXAMPLES, EXITS, FILES};
use super::print;
use crate::dossier::text::clean_line;

/// Prints the page of the manual, or that of a subcommand, and returns the exit code.
///
/// # Errors
/// When there is no such subcommand, or it cannot be written.
pub(super) fn man(of: Option<&str>) -> Result<u8> {
    // The page has sections of its own for what `--help` prints behind all else.
    let mut whole = Arguments::command().after_help(None::<&str>);
    whole.build();
    let command = match of {
        None => whole,
        Some(name) => subcommand(&whole, name)?,
    };
    let mut bytes = Vec::new();
    let is_whole = of.is_none();
    Man::new(command)
        .manual("bilat manual")
        .source(concat!("bilat ", env!("CARGO_PKG_VERSION")))
        .render(&mut bytes)?;
    let mut page = String::from_utf8(bytes)?;
    if is_whole {
        page.push_str(&sections());
    }
    print(&page)?;
    Ok(0)
}

fn subcommand(whole: &Command, name: &str) -> Result<Command> {
    match whole.find_subcommand(name) {
        Some(found) => Ok(found.clone().disable_help_subcommand(true)),
        None => bail!("there is no subcommand `{}`", clean_line(name)),
    }
}

/// Exit codes, environment, files and examples.
fn sections() -> String {
    let mut roff = Roff::new();
    for (heading, rows) in [
        ("EXIT STATUS", EXITS),
        ("ENVIRONMENT", ENVIRONMENT),
        ("FILES", FILES),
        ("EXAMPLES", EXAMPLES),
    ] {
        roff.control("SH", [heading]);
        for (what, meaning) in rows {
            roff.control("TP", []);
            roff.text([bold(*what)]);
            roff.text([roman(*meaning)]);
        }
    }
    roff.to_roff()
}

/// Prints what a shell completes the command line by, and returns the exit code.
///
/// # Errors
/// When it cannot be written.
pub(super) fn completions(shell: Shell) -> Result<u8> {
    let mut script = Vec::new();
    generate(shell, &mut Arguments::command(), "bilat", &mut script);
    print(&String::from_utf8(script)?)?;
    Ok(0)
}
