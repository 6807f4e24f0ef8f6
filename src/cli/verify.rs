//! `bilat verify`: whether the words that a dossier rests on stand in the texts of its sources.

use std::path::Path;

use color_eyre::eyre::{Result, WrapErr, bail};

use super::origin::{choose_aloud, folders};
use super::out::page;
use super::{head, unread};
use crate::dossier::text::clean_line;
use crate::load::load;
use crate::system::stderr::eprint;
use crate::verify::{Report, Texts, verify};

/// The exit code when an anchor is not found.
const NOT_FOUND: u8 = 1;

/// Prints what is not found, or all verdicts as JSON, and returns the exit code.
///
/// # Errors
/// When there is no dossier, no folder of texts, or no text in it.
pub(super) fn run(
    path: Option<&Path>,
    sources: Option<&Path>,
    json: bool,
    no_pager: bool,
) -> Result<u8> {
    let origin = choose_aloud(path)?;
    head(&origin)?;
    let folders = folders(sources, &origin)?;
    let loaded = load(&origin);
    let (texts, remarks) = Texts::read(&loaded.dossier, &folders);
    if texts.is_empty() {
        for remark in &remarks {
            eprint(&format!("bilat: {remark}"));
        }
        let shown = clean_line(&folders[0].to_string_lossy());
        bail!("{shown} contains no text of a source of this dossier");
    }
    let report = verify(&loaded.dossier, &texts);
    // Records that could not be read have anchors too, which nobody has verified.
    let unread = unread(&loaded, "verified");
    let text = if json {
        report.json(&remarks).wrap_err("cannot write the report")? + "\n"
    } else {
        plain(&report, &remarks, unread.as_deref())
    };
    page(&text, no_pager)?;
    let clean = report.is_clean() && unread.is_none();
    Ok(if clean { 0 } else { NOT_FOUND })
}

fn plain(report: &Report<'_>, remarks: &[String], unread: Option<&str>) -> String {
    let mut lines: Vec<_> = report.lines().collect();
    lines.extend(report.doubt_lines());
    lines.extend(remarks.iter().cloned());
    lines.extend(report.remarks());
    lines.extend(unread.map(ToOwned::to_owned));
    lines.push(report.summary());
    lines.join("\n") + "\n"
}
