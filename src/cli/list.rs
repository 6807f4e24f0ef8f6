//! `bilat timeline`, `agreements`, `trade`, `people` and the like: the records of one kind, those
//! that pass the filters, as lines for people or for programs.

use std::path::PathBuf;
use std::thread;

use clap::Args;
use color_eyre::eyre::{Result, eyre};

use super::out::Out;
use super::{contested, counted, head};
use crate::dossier::Kind;
use crate::dossier::quotes::cores;
use crate::listing::csv::Sheets;
use crate::listing::{Chosen, Computed, Lister, Listing, Wanted, json};
use crate::load::{Origin, load};
use crate::system::stderr::eprint;

/// Records of which a thread makes the text at a time.
const PART: usize = 512;

/// The exit code when nothing is found, or not all could be read.
pub(super) const NOTHING: u8 = 1;

/// What is listed, and how.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder or JSON document of the dossier, or `-` for standard input; without one, the built-in
    /// dossier
    dossier: Option<PathBuf>,

    #[command(flatten)]
    filters: Filters,

    #[command(flatten)]
    form: Form,
}

/// Which records.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Filters (several of one are alternatives, others narrow further)")]
pub(super) struct Filters {
    /// Only this topic, by id or label, with those within it
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,

    /// Only this year, or another date such as 2024-06 or 199X
    #[arg(long, value_name = "DATE")]
    year: Vec<String>,

    /// Only from this date on
    #[arg(long, value_name = "DATE")]
    from: Option<String>,

    /// Only up to this date
    #[arg(long, value_name = "DATE")]
    to: Option<String>,

    /// Only where this person is named, by id or name; of quotes, where they speak
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,

    /// Only where this body or country is named, by id, code or name
    #[arg(long, value_name = "BODY")]
    organisation: Vec<String>,

    /// Only with this status: that of an event or agreement, how firm a figure is, how a claim is
    /// put, whether a dispute is open or settled
    #[arg(long, value_name = "WORD")]
    pub(super) status: Vec<String>,
}

impl Filters {
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted {
            topics: &self.topic,
            years: &self.year,
            from: self.from.as_deref(),
            to: self.to.as_deref(),
            people: &self.person,
            organisations: &self.organisation,
            statuses: &self.status,
        }
    }
}

/// In which form.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Form {
    /// Every record written out: all fields, evidence, links
    #[arg(long, group = "form")]
    full: bool,

    #[command(flatten)]
    data: Data,
}

/// In which form that programs read.
#[derive(Debug, Default, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
#[command(next_help_heading = "Output")]
pub(super) struct Data {
    /// One JSON document
    #[arg(long, group = "form")]
    pub(super) json: bool,

    /// JSON Lines, a record each; what `-` reads
    #[arg(long, group = "form")]
    pub(super) jsonl: bool,

    /// CSV, safe to open in a spreadsheet
    #[arg(long, group = "form")]
    pub(super) csv: bool,

    /// Never start a pager
    #[arg(long)]
    pub(super) no_pager: bool,
}

/// The forms of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lines,
    Pages,
    Json,
    JsonLines,
    Csv,
}

impl Form {
    pub(super) fn shape(&self) -> Shape {
        if self.full {
            Shape::Pages
        } else {
            self.data.shape()
        }
    }

    pub(super) fn no_pager(&self) -> bool {
        self.data.no_pager
    }
}

impl Data {
    pub(super) fn shape(&self) -> Shape {
        match self {
            Self { json: true, .. } => Shape::Json,
            Self { jsonl: true, .. } => Shape::JsonLines,
            Self { csv: true, .. } => Shape::Csv,
            _ => Shape::Lines,
        }
    }
}

/// Lists the records of a kind and returns the exit code.
///
/// # Errors
/// When there is no dossier, a filter names what nobody knows, or it cannot be written.
pub(super) fn run(kind: Kind, arguments: &Arguments) -> Result<u8> {
    let origin = Origin::new(arguments.dossier.as_deref())?;
    head(&origin)?;
    let loaded = load(&origin);
    let dossier = &loaded.dossier;
    let wanted = arguments.filters.wanted();
    let filter = wanted
        .filter(dossier, kind)
        .map_err(|reason| eyre!(reason))?;
    let listing = Listing::new(dossier, kind, &filter);
    let computed = Computed::new(dossier, contested::today());
    let mut out = Out::new(arguments.form.no_pager());
    let lister = Lister {
        dossier,
        filter: &filter,
        computed: &computed,
        ink: out.ink(),
        query: None,
    };
    write(&mut out, &lister, kind, &listing, arguments.form.shape())?;
    out.finish()?;
    Ok(told(&listing, kind, loaded.unread))
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
    match shape {
        Shape::Lines => each(out, chosen, "", |one| Ok(joined(&lister.lines(one)))),
        Shape::Pages => each(out, chosen, "\n", |one| Ok(joined(&lister.page(one)))),
        Shape::JsonLines => each(out, chosen, "", |one| Ok(lister.json_line(one)? + "\n")),
        Shape::Json => {
            out.put(&json::opening(lister.dossier, kind.singular())?)?;
            out.put("\n")?;
            each(out, chosen, ",\n", |one| Ok(lister.json_item(one)?))?;
            out.put(&format!("\n{}\n", json::TAIL)).map(drop)
        }
        Shape::Csv => {
            let sheets = Sheets::new(kind);
            out.put(&sheets.head())?;
            each(out, chosen, "", |one| Ok(lister.csv(&sheets, one)))
        }
    }
}

/// Writes record by record, until nobody reads any more; `between` stands between two of them. Where
/// there are many, every core makes a part of the text.
fn each(
    out: &mut Out,
    chosen: &[Chosen],
    between: &str,
    text: impl Fn(Chosen) -> Result<String> + Sync,
) -> Result<()> {
    let part = |part: &[Chosen]| {
        let texts = part.iter().map(|one| text(*one));
        Ok(texts.collect::<Result<Vec<_>>>()?.join(between))
    };
    let mut gap = "";
    for parts in chosen.chunks(PART * cores()) {
        let texts: Vec<Result<String>> = thread::scope(|scope| {
            let mut parts = parts.chunks(PART);
            let own = parts.next();
            let others: Vec<_> = parts.map(|of| scope.spawn(|| part(of))).collect();
            let others = others.into_iter().map(|thread| match thread.join() {
                Ok(text) => text,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            own.map(part).into_iter().chain(others).collect()
        });
        for text in texts {
            if !(out.put(gap)? && out.put(&text?)?) {
                return Ok(());
            }
            gap = between;
        }
    }
    Ok(())
}

pub(super) fn joined(lines: &[String]) -> String {
    let lines = lines.iter().map(|line| line.clone() + "\n");
    lines.collect()
}

/// Remarks on what is not listed, and the exit code.
pub(super) fn told(listing: &Listing, kind: Kind, unread: usize) -> u8 {
    if listing.undated > 0 {
        let undated = counted(listing.undated, kind.singular(), kind.plural());
        remark(&format!("{undated} without a date: not listed"));
    }
    if listing.chosen.is_empty() {
        remark(&format!("no {} match", kind.plural()));
    }
    let missing = told_unread(unread);
    if listing.chosen.is_empty() || missing {
        NOTHING
    } else {
        0
    }
}

/// Tells that something could not be read, and whether that is so.
pub(super) fn told_unread(unread: usize) -> bool {
    if unread > 0 {
        let records = counted(unread, "record or file", "records or files");
        remark(&format!(
            "{records} of the dossier could not be read and may be missing here; `bilat check` tells where"
        ));
    }
    unread > 0
}

/// Says something beside the answer.
pub(super) fn remark(text: &str) {
    eprint(&format!("bilat: {text}"));
}
