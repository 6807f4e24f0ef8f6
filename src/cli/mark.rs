//! `bilat mark`: the records that are marked, for `--marked` and the dashboard.

use std::path::PathBuf;

use clap::Args;
use color_eyre::eyre::{Result, WrapErr};

use super::filters::Shape;
use super::list::NOTHING;
use super::origin::choose_aloud;
use super::out::{Out, remark};
use super::{counted, find, head};
use crate::dossier::text::on_one_line;
use crate::dossier::{Dossier, Id};
use crate::load::load;
use crate::system::marks::Marks;

/// Which records.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Ids of records to mark, such as trade-total.2024 [default: list the marked records]
    id: Vec<String>,

    /// Folder or JSON document of the dossier
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    #[arg(long, value_name = "PATH")]
    dossier: Option<PathBuf>,

    /// Remove the marks of these records; without an id, of all
    #[arg(long)]
    remove: bool,
}

/// Marks records or lists the marked ones, and returns the exit code.
///
/// # Errors
/// When there is no dossier, no such record, or the marks cannot be read or written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = choose_aloud(arguments.dossier.as_deref())?;
    head(&origin)?;
    let dossier = load(&origin).dossier;
    let marks = Marks::of(&origin.key()?)?;
    let ids = arguments.id.iter();
    if arguments.remove {
        let gone = marks.load()?;
        let ids: Vec<_> = ids.map(|id| Id::new(id)).collect::<Result<_, _>>()?;
        let all = if ids.is_empty() { gone } else { ids };
        let left = marks.update(&[], &all)?;
        remark(&counted(left.len(), "record marked", "records marked"));
        return Ok(0);
    }
    let found = ids
        .map(|id| Ok(dossier.id(find::find(&dossier, id)?)))
        .collect::<Result<Vec<_>>>()?;
    let all = if found.is_empty() {
        marks.load()?
    } else {
        marks.update(&found, &[])?
    };
    let mut out = Out::new(false);
    let lines = || all.iter().map(|id| line(&dossier, id)).collect::<String>();
    let written = out
        .put_lines(&Shape::Lines.written(lines))
        .and_then(|_| out.finish());
    if found.is_empty() {
        written?;
    } else {
        written.wrap_err("the records are marked, but their list could not be written")?;
    }
    if all.is_empty() {
        remark("no records are marked");
    }
    Ok(if all.is_empty() { NOTHING } else { 0 })
}

/// The id and the title; that a record is gone, where it is.
fn line(dossier: &Dossier, id: &Id) -> String {
    let title = dossier.find(id).map_or_else(
        || "no longer in the dossier".to_owned(),
        |record| dossier.title(record),
    );
    format!("{id}: {}\n", on_one_line(&title))
}
