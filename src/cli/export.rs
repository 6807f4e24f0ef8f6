//! `bilat export`: a dossier in the formats of other programs, to standard output or into files.

use std::fs;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use color_eyre::eyre::{Result, WrapErr, bail};

use super::cite::Manual;
use super::lens::View;
use super::origin::{choose_aloud, folders};
use super::out::stream;
use super::{day, find, head, unread};
use crate::brief::{self, Brief};
use crate::cite::Style;
use crate::contested::Contests;
use crate::dossier::Dossier;
use crate::export::{self, Bibliography, Docx, Format, Html, Markdown};
use crate::listing::topic as topic_of;
use crate::load::{FILES, Origin, load};
use crate::system::files;
use crate::system::path::shown;
use crate::system::stderr::eprint;
use crate::verify::Texts;
use crate::workspace::Lens;

/// The exit code when there is nothing to export, or not all of the dossier could be read.
const NOT_ALL: u8 = 1;

/// The formats, as they are written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Name {
    /// The whole dossier as one document, which `bilat FILE` opens again
    Json,
    #[value(help = "The whole dossier as JSON Lines, a record each, which `bilat -` reads again")]
    Jsonl,
    /// The whole dossier as a folder of files to edit
    Folder,
    /// A table for each kind of record, safe to open in a spreadsheet
    Csv,
    /// The same tables with a description of every column (Frictionless Data Package 2)
    Datapackage,
    #[value(help = "The dated events as a timeline for the web (TimelineJS 3)")]
    Timelinejs,
    /// The sources as CSL-JSON, for Zotero and pandoc
    CslJson,
    /// The sources as BibTeX
    Bibtex,
    /// A brief of one to two pages, every line with a footnote
    Markdown,
    /// The same brief as one page with charts, to print
    Html,
    /// The same lines as a Word document, which `bilat vet` reads back
    Docx,
}

impl Name {
    /// Is it a form of the brief?
    fn is_brief(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Docx)
    }
}

/// What is exported, how, and where to.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The format
    format: Name,

    /// Folder or JSON document of the dossier
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    dossier: Option<PathBuf>,

    /// Output file, or folder for a format of several files [default: standard output]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// csl-json, bibtex: only the sources of this record or figure, such as trade-total.2024
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// markdown, html, docx: only what was published by then, such as 2023 or 2024-05-31
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,

    /// markdown, html, docx: day that deadlines are counted from, such as 2026-11-28
    /// [default: --as-of, else when the newest source appeared]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// markdown, html, docx: also print the passages that footnotes lead to, from the source texts in this folder
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,

    /// markdown, html, docx: only this topic, by its id or label, with those within it
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,

    /// markdown, html, docx: footnotes and sources after a style manual
    #[arg(long, value_name = "STYLE")]
    style: Option<Manual>,

    #[command(flatten)]
    view: View,

    /// Print this one file of a format of several, such as quotes.csv
    #[arg(long, value_name = "NAME", conflicts_with = "output")]
    file: Option<String>,
}

/// Writes the export and returns the exit code.
///
/// # Errors
/// When there is no dossier, or it cannot be written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = choose_aloud(arguments.dossier.as_deref())?;
    head(&origin)?;
    let loaded = load(&origin);
    arguments.fit()?;
    let lens = arguments.view.lens(&loaded.dossier, &origin)?;
    let part = lens.as_ref().map(|lens| lens.part(&loaded.dossier));
    let format = arguments.format(&loaded.dossier, part.as_ref(), lens, &origin)?;
    let empty = format.is_empty();
    if empty {
        eprint("bilat: there is nothing to export");
    } else {
        arguments.write(&*format, &origin)?;
    }
    for remark in format.remarks() {
        eprint(&format!("bilat: {remark}"));
    }
    let unread = unread(&loaded, "exported");
    if let Some(unread) = &unread {
        eprint(&format!("bilat: {unread}"));
    }
    Ok(if empty || unread.is_some() {
        NOT_ALL
    } else {
        0
    })
}

impl Arguments {
    /// An option that the format has no use for is reported as a mistake.
    fn fit(&self) -> Result<()> {
        let cites = matches!(self.format, Name::CslJson | Name::Bibtex);
        if self.id.is_some() && !cites {
            bail!("--id is for csl-json and bibtex");
        }
        let dated = self.as_of.is_some() || self.on.is_some();
        let chosen = self.topic.is_some() || self.sources.is_some() || self.style.is_some();
        if (dated || chosen) && !self.format.is_brief() {
            bail!("--as-of, --on, --sources, --style and --topic are for markdown, html and docx");
        }
        Ok(())
    }

    /// `part` is what a lens keeps, with what that needs. A brief sees the whole dossier: what contradicts a
    /// record may be outside of the lens.
    fn format<'a>(
        &self,
        whole: &'a Dossier,
        part: Option<&'a Dossier>,
        lens: Option<Lens>,
        origin: &Origin,
    ) -> Result<Box<dyn Format + 'a>> {
        let dossier = part.unwrap_or(whole);
        Ok(match self.format {
            Name::Json => Box::new(export::Json(dossier)),
            Name::Jsonl => Box::new(export::Lines(dossier)),
            Name::Folder => Box::new(export::Folder(dossier)),
            Name::Csv => Box::new(export::Csv::new(dossier)),
            Name::Datapackage => Box::new(export::DataPackage::new(dossier)),
            Name::Timelinejs => Box::new(export::TimelineJs(dossier)),
            Name::CslJson => Box::new(self.bibliography(dossier, Style::CslJson)?),
            Name::Bibtex => Box::new(self.bibliography(dossier, Style::Bibtex)?),
            Name::Markdown => Box::new(Markdown(self.brief(whole, lens, origin)?)),
            Name::Html => Box::new(Html(self.brief(whole, lens, origin)?)),
            Name::Docx => Box::new(Docx(self.brief(whole, lens, origin)?)),
        })
    }

    fn brief(&self, dossier: &Dossier, lens: Option<Lens>, origin: &Origin) -> Result<Brief> {
        let as_of = self.as_of.as_deref().map(day::day).transpose()?;
        let topic = self
            .topic
            .as_deref()
            .map(|topic| topic_of(dossier, topic))
            .transpose()?;
        let on = self.on.as_deref().map(|text| day::day_of("--on", text));
        let options = brief::Options {
            on: on.transpose()?,
            as_of,
            topic,
            lens,
            is_picked: self.view.is_marked(),
        };
        let mut brief = Brief::new(dossier, &options);
        if let Some(manual) = self.style {
            brief = brief.after(dossier, manual.of_citation())?;
        }
        let Some(sources) = &self.sources else {
            return Ok(brief);
        };
        let folders = folders(Some(sources), origin)?;
        let (texts, remarks) = Texts::read(dossier, &folders);
        for remark in remarks {
            eprint(&format!("bilat: {remark}"));
        }
        Ok(brief.with_passages(dossier, &texts))
    }

    fn bibliography<'a>(&self, dossier: &'a Dossier, style: Style) -> Result<Bibliography<'a>> {
        let found = self.id.as_deref().map(|id| find::find(dossier, id));
        let record = found.transpose()?;
        let contests = record.map(|_| Contests::new(dossier, Some(day::today())));
        Ok(Bibliography {
            dossier,
            contests: contests.unwrap_or_default(),
            style,
            record,
        })
    }

    fn write(&self, format: &dyn Format, origin: &Origin) -> Result<()> {
        let names = format.files();
        let several = names.len() > 1;
        if let Some(requested) = &self.file {
            let Some(place) = names.iter().position(|name| name == requested) else {
                bail!("no such file in this format; it has {}", names.join(", "));
            };
            return stream(|out| format.write(place, out));
        }
        let is_stdout = |path: &&Path| *path == "-" || *path == "/dev/stdout";
        match self.output.as_deref().filter(|path| !is_stdout(path)) {
            None if several => bail!(
                "this format has several files ({}): name a folder with -o FOLDER, or one of them with --file",
                names.join(", ")
            ),
            None if self.format == Name::Docx && stdout().is_terminal() => {
                bail!("a Word document is no text for a terminal: name a file with -o brief.docx")
            }
            None => stream(|out| format.write(0, out)),
            Some(path) if several => self.fill_folder(path, &names, format),
            Some(path) => {
                spare(path, origin)?;
                files::fill(&[path.to_owned()], &mut |at, out| format.write(at, out))?;
                Ok(())
            }
        }
    }

    /// Writes every file of a format into `folder`, which is made if it is not there.
    fn fill_folder(&self, folder: &Path, names: &[String], format: &dyn Format) -> Result<()> {
        if self.format == Name::Folder && folder.join("dossier.json").exists() {
            bail!(
                "there is a dossier in {} already; nothing was written",
                shown(folder)
            );
        }
        let paths: Vec<_> = names.iter().map(|name| folder.join(name)).collect();
        let mut made = Vec::new();
        let outcome = make_folders(&paths, &mut made)
            .and_then(|()| Ok(files::fill(&paths, &mut |at, out| format.write(at, out))?));
        if outcome.is_err() {
            // Only what is empty again goes.
            for folder in made.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        }
        outcome
    }
}

/// Makes the folders of `paths` that are not there, and notes them.
fn make_folders(paths: &[PathBuf], made: &mut Vec<PathBuf>) -> Result<()> {
    for parent in paths.iter().filter_map(|path| path.parent()) {
        let missing: Vec<_> = parent
            .ancestors()
            .take_while(|path| !path.exists())
            .filter(|path| *path != "")
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).wrap_err_with(|| format!("cannot make {}", shown(folder)))?;
            made.push(folder.to_owned());
        }
    }
    Ok(())
}

/// The files of the dossier itself are not written over by what was read from them.
fn spare(path: &Path, origin: &Origin) -> Result<()> {
    let Origin::Folder(folder) = origin else {
        return Ok(());
    };
    let parent = match path.parent() {
        Some(parent) if parent != "" => parent,
        _ => Path::new("."),
    };
    let same =
        matches!((fs::canonicalize(parent), fs::canonicalize(folder)), (Ok(a), Ok(b)) if a == b);
    let stem = path.file_stem().unwrap_or_default();
    let ending = path.extension().unwrap_or_default();
    let own = stem == "dossier" || FILES.iter().any(|name| stem == *name);
    if same && own && (ending == "json" || ending == "jsonl") {
        bail!(
            "{} is a file of the dossier itself; nothing was written",
            shown(path)
        );
    }
    Ok(())
}
