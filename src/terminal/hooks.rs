//! What happens when something goes badly wrong: the terminal is given back first, then the
//! report is written where a person can read it.

use std::panic;
use std::sync::Arc;

use color_eyre::config::{HookBuilder, Theme};
use color_eyre::eyre::Result;
use signal_hook::consts::SIGXFSZ;
use signal_hook::{flag, low_level};

use super::guard;
use crate::system::stderr::eprint;

/// What the standard library exits with after a panic of the main thread.
const PANICKED: i32 = 101;

/// Installs the hooks. To be called before anything else: a hook that is installed later would
/// know nothing of the terminal.
///
/// # Errors
/// When hooks were installed before.
pub fn install() -> Result<()> {
    let (panics, reports) = HookBuilder::new()
        // Without colours: they would reach pipes, and ignore `NO_COLOR`.
        .theme(Theme::new())
        .display_env_section(false)
        .into_hooks();
    reports.install()?;
    // A file that may not grow any more ends the write, which says so, and not the program.
    flag::register(SIGXFSZ, Arc::default())?;
    panic::set_hook(Box::new(move |info| {
        guard::leave();
        eprint(&panics.panic_report(info).to_string());
        // Whichever thread it was: a program that has lost one must not go on drawing.
        low_level::exit(PANICKED);
    }));
    Ok(())
}
