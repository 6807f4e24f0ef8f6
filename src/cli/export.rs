//! `bilat export`: a dossier in the formats of other programs, to standard output or into files.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use color_eyre::eyre::{Result, WrapErr, bail};

use super::{cite, counted, head};
use crate::cite::Style;
use crate::dossier::Dossier;
use crate::dossier::load::{FILES, Loaded, Origin, Severity, load};
use crate::export::{self, Bibliography, Format};
use crate::files::{self, shown};
use crate::tui::hooks;

/// The exit code when there is nothing to export, or not all of the dossier could be read.
const NOT_ALL: u8 = 1;

/// The formats, as they are written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Name {
    /// The whole dossier as one document, which `bilat FILE` opens again
    Json,
    /// The whole dossier as a folder of files to edit
    Folder,
    /// A table for each kind of record, safe to open in a spreadsheet
    Csv,
    /// The same tables with a description of every column (Frictionless Data Package 2)
    Datapackage,
    /// The sources as CSL-JSON, for Zotero and pandoc
    CslJson,
    /// The sources as BibTeX
    Bibtex,
}

/// What is exported, how, and where to.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The format
    format: Name,

    /// Folder or JSON document of the dossier; without one, the built-in dossier
    dossier: Option<PathBuf>,

    /// File to write, or folder for a format of several files; without it, standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// csl-json, bibtex: only the sources of this record or figure, such as trade-total.2024
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// Print this one file of a format of several, such as quotes.csv
    #[arg(long, value_name = "NAME", conflicts_with = "output")]
    file: Option<String>,
}

/// Writes the export and returns the exit code.
///
/// # Errors
/// When there is no dossier, or it cannot be written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = Origin::new(arguments.dossier.as_deref())?;
    head(&origin)?;
    let loaded = load(&origin);
    arguments.fit()?;
    let format = arguments.format(&loaded.dossier)?;
    if format.is_empty() {
        hooks::complain("bilat: there is nothing to export");
        return Ok(NOT_ALL);
    }
    arguments.write(&*format, &origin)?;
    for remark in format.remarks() {
        hooks::complain(&format!("bilat: {remark}"));
    }
    Ok(if told_unread(&loaded) { NOT_ALL } else { 0 })
}

/// Records that could not be read are not exported, and that is told.
fn told_unread(loaded: &Loaded) -> bool {
    let errors = loaded.problems.iter();
    let count = errors.filter(|p| p.severity == Severity::Error).count();
    if count > 0 {
        let errors = counted(count, "error", "errors");
        hooks::complain(&format!(
            "bilat: {errors} in the dossier: what could not be read was not exported; `bilat check` tells where"
        ));
    }
    count > 0
}

impl Arguments {
    /// An option that the format has no use for is a slip, and is told.
    fn fit(&self) -> Result<()> {
        let cites = matches!(self.format, Name::CslJson | Name::Bibtex);
        if self.id.is_some() && !cites {
            bail!("--id is for csl-json and bibtex");
        }
        Ok(())
    }

    fn format<'a>(&self, dossier: &'a Dossier) -> Result<Box<dyn Format + 'a>> {
        Ok(match self.format {
            Name::Json => Box::new(export::Json(dossier)),
            Name::Folder => Box::new(export::Folder(dossier)),
            Name::Csv => Box::new(export::Csv::new(dossier)),
            Name::Datapackage => Box::new(export::DataPackage::new(dossier)),
            Name::CslJson => Box::new(self.bibliography(dossier, Style::CslJson)?),
            Name::Bibtex => Box::new(self.bibliography(dossier, Style::Bibtex)?),
        })
    }

    fn bibliography<'a>(&self, dossier: &'a Dossier, style: Style) -> Result<Bibliography<'a>> {
        let found = self.id.as_deref().map(|id| cite::find(dossier, id));
        Ok(Bibliography {
            dossier,
            style,
            record: found.transpose()?,
        })
    }

    fn write(&self, format: &dyn Format, origin: &Origin) -> Result<()> {
        let names = format.files();
        let several = names.len() > 1;
        if let Some(wanted) = &self.file {
            let Some(place) = names.iter().position(|name| name == wanted) else {
                bail!("no such file in this format; it has {}", names.join(", "));
            };
            return stream(format, place);
        }
        match self.output.as_deref().filter(|path| *path != "-") {
            None if several => bail!(
                "this format has several files ({}): name a folder with -o FOLDER, or one of them with --file",
                names.join(", ")
            ),
            None => stream(format, 0),
            Some(path) if several => self.fill_folder(path, &names, format),
            Some(path) => {
                spare(path, origin)?;
                files::fill(&[path.to_owned()], &mut |at, out| format.write(at, out))
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
            .and_then(|()| files::fill(&paths, &mut |at, out| format.write(at, out)));
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
        let missing = parent.ancestors().take_while(|path| !path.exists());
        let missing: Vec<_> = missing.filter(|path| *path != "").collect();
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

/// Writes to standard output. A reader that has heard enough is no fault.
fn stream(format: &dyn Format, place: usize) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match format.write(place, &mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still held back would be written, and fail, when it is dropped.
            let _ = out.into_parts();
            Ok(())
        }
        outcome => outcome.wrap_err("cannot write to standard output"),
    }
}
