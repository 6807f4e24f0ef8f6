//! `bilat timeline`, `agreements`, `trade`, `people` and the like: the records of one kind, those
//! that pass the filters, as lines for people or for programs.

use std::path::PathBuf;

use clap::Args;
use color_eyre::eyre::Result;

use super::filters::{Filters, Form, Shape};
use super::origin::choose_aloud;
use super::out::{Out, joined, remark};
use super::{counted, day, head};
use crate::dossier::Kind;
use crate::dossier::quotes::cores;
use crate::dossier::text::clean_line;
use crate::listing::csv::Sheets;
use crate::listing::{Chosen, Computed, Lister, Listing, json};
use crate::load::load;
use crate::search::Missed;
use crate::system::threads;

/// Records of which a thread makes the text at a time.
const PART: usize = 512;

/// The exit code when nothing is found, or not all could be read.
pub(super) const NOTHING: u8 = 1;

/// What is listed, and how.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder or JSON document of the dossier, or `-` for standard input
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    dossier: Option<PathBuf>,

    #[command(flatten)]
    filters: Filters,

    #[command(flatten)]
    form: Form,
}

/// Lists the records of a kind and returns the exit code.
///
/// # Errors
/// When there is no dossier, a filter names what nobody knows, or it cannot be written.
pub(super) fn run(kind: Kind, arguments: &Arguments) -> Result<u8> {
    let origin = choose_aloud(arguments.dossier.as_deref())?;
    head(&origin)?;
    let loaded = load(&origin);
    let dossier = &loaded.dossier;
    let filter = arguments.filters.filter(dossier, kind, &origin)?;
    let listing = Listing::new(dossier, kind, &filter);
    let shape = arguments.form.shape();
    let computed = shape.written(|| Computed::new(dossier, day::today()));
    let mut out = Out::new(arguments.form.no_pager());
    let lister = Lister {
        dossier,
        filter: &filter,
        computed: &computed,
        style: out.style(),
        query: None,
    };
    write(&mut out, &lister, kind, &listing, shape)?;
    out.finish()?;
    Ok(report_unlisted(
        &listing,
        kind,
        filter.missed(),
        loaded.unread,
    ))
}

/// Writes a list.
///
/// # Errors
/// When it cannot be written.
pub(super) fn write(
    out: &mut Out,
    lister: &Lister<'_>,
    kind: Kind,
    listing: &Listing,
    shape: Shape,
) -> Result<()> {
    let chosen = &listing.chosen;
    // Some of it is made in threads of their own.
    let lines = |lines: &dyn Fn() -> Vec<String>| Ok(shape.written(|| joined(&lines())));
    match shape {
        Shape::Lines => each(out, Out::put_lines, chosen, "", |one| {
            lines(&|| lister.lines(one))
        }),
        Shape::Pages => each(out, Out::put_lines, chosen, "\n", |one| {
            lines(&|| lister.page(one))
        }),
        Shape::JsonLines => each(out, Out::put, chosen, "", |one| {
            Ok(lister.json_line(one)? + "\n")
        }),
        Shape::Json => {
            out.put(&json::opening(lister.dossier, kind.singular())?)?;
            out.put("\n")?;
            each(out, Out::put, chosen, ",\n", |one| {
                Ok(lister.json_item(one)?)
            })?;
            out.put(&format!("\n{}\n", json::TAIL)).map(drop)
        }
        Shape::Csv => {
            let sheets = Sheets::new(kind);
            out.put(&sheets.head())?;
            each(
                out,
                Out::put,
                chosen,
                "",
                |one| Ok(lister.csv(&sheets, one)),
            )
        }
    }
}

/// Writes record by record, until nobody reads any more; `between` stands between two of them. Where
/// there are many, every core makes a part of the text.
fn each(
    out: &mut Out,
    put: impl Fn(&mut Out, &str) -> Result<bool>,
    chosen: &[Chosen],
    between: &str,
    text: impl Fn(Chosen) -> Result<String> + Sync,
) -> Result<()> {
    let part = |part: &[Chosen]| {
        let texts: Result<Vec<_>> = part.iter().map(|one| text(*one)).collect();
        texts.map(|texts| texts.join(between))
    };
    let mut gap = "";
    for parts in chosen.chunks(PART * cores()) {
        for text in threads::each(parts.chunks(PART), part) {
            if !(put(out, gap)? && put(out, &text?)?) {
                return Ok(());
            }
            gap = between;
        }
    }
    Ok(())
}

/// Remarks on what is not listed, and the exit code.
pub(super) fn report_unlisted(
    listing: &Listing,
    kind: Kind,
    missed: Option<&Missed>,
    unread: usize,
) -> u8 {
    if listing.undated > 0 {
        let undated = counted(listing.undated, kind.singular(), kind.plural());
        remark(&format!("{undated} without a date: not listed"));
    }
    if listing.chosen.is_empty() {
        remark(&format!("no {} match", kind.plural()));
        report_missed(missed);
    }
    let missing = report_unread(unread);
    if listing.chosen.is_empty() || missing {
        NOTHING
    } else {
        0
    }
}

/// Tells what each word finds alone, where together they find nothing.
pub(super) fn report_missed(missed: Option<&Missed>) {
    if let Some(missed) = missed.and_then(Missed::remark) {
        remark(&clean_line(&format!("found alone: {missed}")));
    }
}

/// Tells that something could not be read, and whether that is so.
pub(super) fn report_unread(unread: usize) -> bool {
    if unread > 0 {
        let records = counted(unread, "record or file", "records or files");
        remark(&format!(
            "{records} of the dossier could not be read and may be missing here; `bilat check` tells where"
        ));
    }
    unread > 0
}
