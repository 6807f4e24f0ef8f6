//! `bilat check`: every problem in the files of a dossier, and a closing line with counts; with
//! `--figures` also what their arithmetic finds.

use std::path::Path;

use color_eyre::eyre::Result;

use super::located::{listed, show};
use super::origin::choose_aloud;
use super::out::Out;
use super::snippet::Look;
use super::{contested as command, counted, counts, day, head, problem_counts};
use crate::contested;
use crate::load::{FILES, Loaded, Origin, Texts, excerpts, load};
use crate::propose::Inbox;
use crate::propose::inbox::FILE as INBOX;

/// The exit code when there are problems or findings.
const PROBLEMS: u8 = 1;

/// Prints the problems, and with `figures` the findings, and returns the exit code.
///
/// # Errors
/// When there is no dossier that could be read.
pub(super) fn run(path: Option<&Path>, figures: bool, no_pager: bool) -> Result<u8> {
    let origin = choose_aloud(path)?;
    if let Err(error) = head(&origin) {
        return show(error, &origin);
    }
    let mut loaded = load(&origin);
    let inbox = match &origin {
        Origin::Folder(folder) => Inbox::read(folder),
        Origin::BuiltIn | Origin::Document(_) => Ok(Inbox::default()),
    };
    let lines = inbox.iter().flat_map(Inbox::problems);
    loaded.problems.extend(lines.cloned());
    let mut out = Out::new(no_pager);
    let mut text = report(&loaded, &origin, out.look());
    let mut clean = loaded.problems.is_empty();
    if figures {
        let dossier = &loaded.dossier;
        let found = contested::findings(dossier, Some(day::today()));
        clean &= found.is_empty();
        text += &command::findings(dossier, &found);
    }
    out.put_drawn(&text)?;
    out.finish()?;
    inbox?;
    Ok(if clean { 0 } else { PROBLEMS })
}

fn report(loaded: &Loaded, origin: &Origin, look: Option<Look>) -> String {
    let problems = &loaded.problems;
    let report = listed(look, problems, || excerpts(origin, &Texts::new(), problems));
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
    let inbox = usize::from(folder.join(INBOX).exists());
    // And dossier.json, without which there would be no report.
    1 + inbox + FILES.into_iter().map(there).sum::<usize>()
}
