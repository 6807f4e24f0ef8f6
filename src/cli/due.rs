//! `bilat due`: what is overdue, what falls due soon, and what has not been heard of for long.

use std::path::PathBuf;

use clap::Args;
use color_eyre::eyre::Result;

use super::day::{day_of, today};
use super::filters::{Data, Filters, Shape};
use super::list::{NOTHING, report_unread};
use super::origin::choose_aloud;
use super::out::{Out, joined, remark};
use super::{counted, head};
use crate::due::due;
use crate::listing::due as listed;
use crate::load::load;

/// Of what, as of when, and how it is listed.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder or JSON document of the dossier, or `-` for standard input
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    dossier: Option<PathBuf>,

    /// Day to count from, such as 2026-11-28; later sources do not count [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Also list what is between third parties
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    filters: Filters,

    #[command(flatten)]
    form: Data,
}

/// Prints what is due, and returns the exit code.
///
/// # Errors
/// When there is no dossier, a day or a filter is wrong, or it cannot be written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = choose_aloud(arguments.dossier.as_deref())?;
    let on = arguments
        .on
        .as_deref()
        .map_or_else(|| Ok(today()), |text| day_of("--on", text))?;
    let classes = listed::classes(&arguments.filters.status)?;
    head(&origin)?;
    let loaded = load(&origin);
    let dossier = &loaded.dossier;
    let filter = arguments.filters.filter_any(dossier, &origin)?;
    let shape = arguments.form.shape();
    let entries = shape.written(|| due(dossier, on));
    let (all, third) = listed::among(entries, dossier, &filter, &classes, arguments.all);
    let mut out = Out::new(arguments.form.no_pager);
    let style = out.style();
    shape.written(|| -> Result<()> {
        match shape {
            Shape::Json => drop(out.put(&(listed::json(&all, dossier, on)? + "\n"))?),
            Shape::JsonLines => {
                for one in &all {
                    out.put(&(listed::json_line(one, dossier)? + "\n"))?;
                }
            }
            Shape::Csv => {
                let rows: String = all.iter().map(|one| listed::csv(one, dossier)).collect();
                out.put(&(listed::head() + &rows))?;
            }
            Shape::Lines | Shape::Pages => {
                out.put_lines(&joined(&listed::lines(&all, dossier, style)))?;
            }
        }
        Ok(())
    })?;
    out.finish()?;
    if third > 0 {
        let third = counted(third, "matter", "matters");
        remark(&format!(
            "{third} of third parties not listed; list them with --all"
        ));
    }
    if all.is_empty() {
        remark(&format!("nothing is due as of {on}"));
    }
    let missing = report_unread(loaded.unread);
    Ok(if all.is_empty() || missing {
        NOTHING
    } else {
        0
    })
}
