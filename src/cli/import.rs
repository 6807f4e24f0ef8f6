//! `bilat import`: files of other programs, read into a dossier, with a report of every row.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use color_eyre::eyre::{Result, WrapErr, bail};
use encoding_rs::Encoding;

use super::day::today;
use super::located::{listed, show};
use super::origin::{HERE, is_here};
use super::print;
use super::snippet::Look;
use crate::dossier::date::DateError;
use crate::dossier::id::NotAnId;
use crate::dossier::{Date, Id};
use crate::import::agreements::{self, Agreements, MapError, Mapped, Order};
use crate::import::bibliography::{Bibtex, CslJson};
use crate::import::comtrade::Comtrade;
use crate::import::document;
use crate::import::figure::Decimal;
use crate::import::sdmx::Sdmx;
use crate::import::timelinejs::TimelineJs;
use crate::import::worldbank::WorldBank;
use crate::import::{Format, Options, Prepared, prepare, table};
use crate::load::Origin;
use crate::system::charset;

/// The exit code when nothing could be imported, or something would be wrong.
const NOTHING: u8 = 1;

/// What the command line says.
#[derive(Debug, Args)]
#[command(subcommand_value_name = "FORMAT", subcommand_help_heading = "Formats")]
pub(super) struct Arguments {
    #[command(subcommand)]
    format: Kind,

    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Subcommand)]
#[expect(clippy::doc_markdown, reason = "it is the help, which has no marks")]
enum Kind {
    /// Trade as both sides report it: tables and JSON of UN Comtrade
    ///
    /// Tables of comtradeplus.un.org (47 columns) and of comtrade.un.org before (35 or 22 columns),
    /// and the answers of their interfaces. One series per reporter, flow and commodity; both sides' reports are compared.
    Comtrade {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,

        /// Also import a side's trade with the world and with third countries
        #[arg(long)]
        any_partner: bool,
    },
    /// Indicators of both countries: tables of the World Bank
    ///
    /// World Development Indicators (data.worldbank.org), the DataBank, and the trade summaries of
    /// WITS: a column a year, or a row for each figure. A series for each side and indicator.
    Worldbank {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Statistics in SDMX-CSV: IMF, OECD, ECB, SPC, Eurostat, BIS, …
    ///
    /// Version 1.0 or 2.0, with or without labels. A series for each side and combination of codes;
    /// UNIT_MULT is the power of ten, and what OBS_STATUS says stays with each figure.
    SdmxCsv {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Events: a timeline made with TimelineJS
    ///
    /// The JSON of versions 1 to 3, or the sheet downloaded as CSV. A slide is an event, a group a
    /// topic; dates stay as exact as they are, and a slide without one is an event without one.
    Timelinejs {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Sources: a bibliography in CSL-JSON, as Zotero and pandoc write it
    ///
    /// Authors become people of the dossier; fields the format does not have are kept in the note.
    CslJson {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Sources: a bibliography in BibTeX or BibLaTeX
    ///
    /// Authors become people of the dossier; fields the format does not have are kept in the note.
    Bibtex {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Another dossier of the same sides, as `bilat export json` or `jsonl` writes it
    ///
    /// Its records are added as they are, with their evidence; what the dossier has already stays as
    /// it is, unless --update is given.
    Json {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Agreements: any table of them, with a map of its columns
    ///
    /// A row is an agreement (map `parties` to one or more columns), or one party of one (map `party`).
    /// A party is a side by its whole name, an alias in dossier.json, or its code.
    Agreements {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,

        #[arg(long, value_name = "WHAT=COLUMN,…", value_parser = map, help = map_help())]
        map: Vec<Map>,

        /// Date order: DD/MM/YYYY, DD.MM.YYYY, MM/DD/YYYY, ISO or YYYY; required if a date is ambiguous
        #[arg(long, value_name = "ORDER", value_parser = Order::named)]
        dates: Option<Order>,
    },
}

/// What every format has.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
struct Common {
    /// Folder of the dossier [default: the current folder]
    #[arg(long, value_name = "DIR", global = true)]
    into: Option<PathBuf>,

    /// Report only; write nothing
    #[arg(long, global = true)]
    dry_run: bool,

    /// Print the full report as JSON
    #[arg(long, global = true)]
    json: bool,

    /// Do not truncate the report
    #[arg(long, global = true)]
    all: bool,

    /// Overwrite existing values with those in the file
    #[arg(long, global = true)]
    update: bool,

    /// Existing source to attach the file to [default: create one]
    #[arg(long, value_name = "ID", global = true, value_parser = id)]
    source: Option<Id>,

    /// Date the file was retrieved, such as 2025-03-31
    #[arg(long, value_name = "DATE", global = true, value_parser = date)]
    accessed: Option<Date>,

    /// Topic of every new record, from the dossier's vocabulary
    #[arg(long, value_name = "ID", global = true, value_parser = id)]
    topic: Vec<Id>,

    /// Encoding, such as utf-8, windows-1252 or utf-16le [default: detected]
    #[arg(long, value_name = "NAME", global = true, value_parser = charset::named)]
    encoding: Option<&'static Encoding>,

    /// Column separator: a character or `tab` [default: detected]
    #[arg(long, value_name = "SIGN", global = true, value_parser = table::separator)]
    separator: Option<u8>,

    /// Decimal mark: point or comma [default: point]
    #[arg(long, value_name = "SIGN", global = true, value_parser = decimal)]
    decimal: Option<Decimal>,
}

/// One `--map`, which may name several columns.
#[derive(Clone, Debug)]
struct Map(Vec<Mapped>);

fn map_help() -> String {
    let words = agreements::words();
    format!(
        "Which column is what, such as title=Name,parties=Country,signed=Date of Signature; what: {words}"
    )
}

fn map(text: &str) -> Result<Map, MapError> {
    agreements::parse(text).map(Map)
}

fn id(text: &str) -> Result<Id, NotAnId> {
    Id::new(text)
}

fn date(text: &str) -> Result<Date, DateError> {
    Date::parse(text)
}

/// A text that is not a decimal sign.
#[derive(Debug, thiserror::Error)]
#[error("point or comma")]
struct NotADecimal;

fn decimal(text: &str) -> Result<Decimal, NotADecimal> {
    match text {
        "point" | "." => Ok(Decimal::Point),
        "comma" | "," => Ok(Decimal::Comma),
        _ => Err(NotADecimal),
    }
}

impl Kind {
    fn files(&self) -> &[PathBuf] {
        match self {
            Self::Comtrade { files, .. }
            | Self::Worldbank { files }
            | Self::SdmxCsv { files }
            | Self::Timelinejs { files }
            | Self::CslJson { files }
            | Self::Bibtex { files }
            | Self::Json { files }
            | Self::Agreements { files, .. } => files,
        }
    }

    /// None for another dossier, whose records need no reading of rows.
    fn format(&self) -> Option<Box<dyn Format>> {
        let format: Box<dyn Format> = match self {
            Self::Json { .. } => return None,
            Self::Comtrade { any_partner, .. } => Box::new(Comtrade {
                any_partner: *any_partner,
            }),
            Self::Worldbank { .. } => Box::new(WorldBank),
            Self::SdmxCsv { .. } => Box::new(Sdmx),
            Self::Timelinejs { .. } => Box::new(TimelineJs),
            Self::CslJson { .. } => Box::new(CslJson),
            Self::Bibtex { .. } => Box::new(Bibtex),
            Self::Agreements { map, dates, .. } => Box::new(Agreements {
                map: map.iter().flat_map(|map| map.0.clone()).collect(),
                dates: *dates,
            }),
        };
        Some(format)
    }
}

impl Common {
    fn options(&self) -> Options {
        Options {
            dry_run: self.dry_run,
            encoding: self.encoding,
            separator: self.separator,
            decimal: self.decimal,
            source: self.source.clone(),
            accessed: self.accessed.clone(),
            topics: self.topic.clone(),
            update: self.update,
            today: today(),
        }
    }
}

/// Imports the files and returns the exit code.
///
/// # Errors
/// When there is no dossier, a file cannot be read, or the dossier cannot be written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let Arguments { format, common } = arguments;
    let into = folder(common.into.as_deref())?;
    let options = common.options();
    let imported = match format.format() {
        Some(rows) => prepare(&*rows, format.files(), &into, &options),
        None => document::prepare(format.files(), &into, &options),
    };
    let mut prepared = match imported.wrap_err("nothing was imported") {
        Ok(prepared) => prepared,
        Err(error) => return show(error, &Origin::Folder(into)),
    };
    prepared.report.dry_run = common.dry_run;
    // Asked for before the plan is carried out.
    let problems = shown(&prepared);
    if !common.dry_run && prepared.is_sound() {
        prepared.write()?;
    }
    let report = &prepared.report;
    print(&if common.json {
        report.json().wrap_err("cannot write the report")? + "\n"
    } else {
        report.plain(common.all, &problems)
    })?;
    let good = prepared.is_sound() && report.found_something();
    Ok(if good { 0 } else { NOTHING })
}

/// What would be wrong with the dossier, as it is printed.
fn shown(prepared: &Prepared) -> String {
    let problems = &prepared.report.problems;
    listed(Look::of(io::stdout()), problems, || prepared.excerpts())
}

/// The folder of the dossier: the one that is named, or the current one.
fn folder(named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(folder) => Ok(folder.to_owned()),
        None if is_here() => Ok(PathBuf::from(HERE)),
        None => {
            bail!("there is no dossier.json in the current folder: name the dossier by --into DIR")
        }
    }
}
