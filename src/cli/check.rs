//! `bilat check`: every problem in the files of a dossier, and a closing line with counts; with
//! `--figures` also what their arithmetic finds.

use std::fmt::Write;
use std::path::Path;

use color_eyre::eyre::Result;

use super::out::page;
use super::{contested, counted, counts, day, head, problem_counts};
use crate::figures;
use crate::load::{FILES, Loaded, Origin, load};

/// The exit code when there are problems or findings.
const PROBLEMS: u8 = 1;

/// Prints the problems, and with `figures` the findings, and returns the exit code.
///
/// # Errors
/// When there is no dossier that could be read.
pub(super) fn run(path: Option<&Path>, figures: bool, no_pager: bool) -> Result<u8> {
    let origin = Origin::new(path)?;
    head(&origin)?;
    let loaded = load(&origin);
    let mut text = report(&loaded, &origin);
    let mut clean = loaded.problems.is_empty();
    if figures {
        let dossier = &loaded.dossier;
        let found = figures::findings(dossier, Some(day::today()));
        clean &= found.is_empty();
        text += &contested::findings(dossier, &found);
    }
    page(&text, no_pager)?;
    Ok(if clean { 0 } else { PROBLEMS })
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
    let folder = match origin {
        Origin::Folder(folder) => folder,
        Origin::BuiltIn => return FILES.len() + 1,
        Origin::Document(_) => return 1,
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
