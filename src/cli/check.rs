//! `bilat check`: every problem in the files of a dossier, and a closing line with counts.

use std::fmt::Write;
use std::path::Path;

use color_eyre::eyre::Result;

use super::{counted, counts, head, print, problem_counts};
use crate::dossier::load::{FILES, Loaded, Origin, load};

/// The exit code when there are problems.
const PROBLEMS: u8 = 1;

/// Prints the problems and returns the exit code.
///
/// # Errors
/// When there is no dossier that could be read.
pub(super) fn run(path: Option<&Path>) -> Result<u8> {
    let origin = Origin::new(path)?;
    head(&origin)?;
    let loaded = load(&origin);
    print(&report(&loaded, &origin))?;
    Ok(if loaded.problems.is_empty() {
        0
    } else {
        PROBLEMS
    })
}

fn report(loaded: &Loaded, origin: &Origin) -> String {
    let mut report = String::new();
    for problem in &loaded.problems {
        // A string takes whatever is written to it.
        let _ = writeln!(report, "{problem}");
    }
    let closing = if loaded.problems.is_empty() {
        format!("no problems: {}", counts(&loaded.dossier))
    } else {
        let files = counted(files(origin), "file", "files");
        format!("{} in {files}", problem_counts(loaded))
    };
    report + &closing + "\n"
}

/// How many files the dossier has.
fn files(origin: &Origin) -> usize {
    let Origin::Folder(folder) = origin else {
        return FILES.len() + 1;
    };
    let there = |name: &str| {
        [".json", ".jsonl"]
            .into_iter()
            .filter(|ending| folder.join(format!("{name}{ending}")).exists())
            .count()
    };
    // And dossier.json, without which there would be no report.
    1 + FILES.into_iter().map(there).sum::<usize>()
}
