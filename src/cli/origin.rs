//! Which dossier is meant, whether there is one, and where the texts of its sources are.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, WrapErr, bail};

use crate::dossier::text::clean_line;
use crate::load::{Origin, OriginError};
use crate::system::files;
use crate::system::stderr::eprint;

/// What makes a folder a dossier.
const HEAD: &str = "dossier.json";

/// Said wherever somebody might take it for a dossier of their own.
const EXAMPLE: &str =
    "bilat: built-in example, Laos - Russia: there is no dossier.json in the current folder";

/// The folder of a dossier that is not named.
pub(super) const HERE: &str = ".";

/// Is there a dossier in the current folder, be it a broken one?
pub(super) fn is_here() -> bool {
    Path::new(HEAD).symlink_metadata().is_ok()
}

/// The dossier that is named, else the one in the current folder, else the built-in example.
///
/// # Errors
/// When there is nothing of that name.
pub(super) fn choose(named: Option<&Path>) -> Result<Origin, OriginError> {
    match named {
        None if is_here() => Ok(Origin::Folder(PathBuf::from(HERE))),
        named => Origin::new(named),
    }
}

/// As [`choose`], for an answer in which nothing else says that it is of the built-in example.
///
/// # Errors
/// When there is nothing of that name.
pub(super) fn choose_aloud(named: Option<&Path>) -> Result<Origin, OriginError> {
    let origin = choose(named)?;
    if origin == Origin::BuiltIn {
        eprint(EXAMPLE);
    }
    Ok(origin)
}

/// The folder with the texts of the sources: the one that is named, else that of the records.
pub(super) fn texts(sources: Option<&Path>, origin: &Origin) -> Result<Option<PathBuf>> {
    if sources.is_none() && !matches!(origin, Origin::Folder(_)) {
        return Ok(None);
    }
    folder(sources, origin).map(|folder| Some(folder.to_owned()))
}

/// Whether there is a dossier at all: a folder without a readable `dossier.json` is none, and no
/// document without a head.
pub(super) fn head(origin: &Origin) -> Result<()> {
    let folder = match origin {
        Origin::BuiltIn => return Ok(()),
        Origin::Document(document) if document.has_head() || document.is_lines() => return Ok(()),
        Origin::Document(document) => return Err(document.refusal().into()),
        Origin::Folder(folder) => folder,
    };
    let path = folder.join(HEAD);
    let shown = |path: &Path| clean_line(&path.to_string_lossy());
    // Looked at before it is opened: opening a FIFO would wait for ever.
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => bail!(
            "{} is not a dossier: there is no dossier.json in it",
            shown(folder)
        ),
        Err(error) => bail!("cannot read {}: {error}", shown(&path)),
        Ok(meta) if !meta.is_file() => {
            bail!("cannot read {}: it is not a regular file", shown(&path))
        }
        Ok(_) => files::open(&path)
            .map(drop)
            .wrap_err_with(|| format!("cannot read {}", shown(&path))),
    }
}

/// The folders with the texts, in the order in which they are looked through: the one that is named, and
/// the folder of the records.
pub(super) fn folders<'a>(sources: Option<&'a Path>, origin: &'a Origin) -> Result<Vec<&'a Path>> {
    let mut all = vec![folder(sources, origin)?];
    if let (Some(_), Origin::Folder(own)) = (sources, origin) {
        all.push(own);
    }
    Ok(all)
}

/// Where the texts are: beside the records, unless it is said where.
fn folder<'a>(sources: Option<&'a Path>, origin: &'a Origin) -> Result<&'a Path> {
    let folder = match (sources, origin) {
        (Some(folder), _) => folder,
        (None, Origin::Folder(folder)) => folder,
        (None, Origin::BuiltIn) => {
            bail!("the built-in dossier has no source texts: give their folder with --sources DIR")
        }
        (None, Origin::Document(document)) => bail!(
            "{} has no source texts: give their folder with --sources DIR",
            clean_line(document.name())
        ),
    };
    let shown = || clean_line(&folder.to_string_lossy());
    match folder.read_dir() {
        Ok(_) => Ok(folder),
        Err(error) => bail!("cannot read the folder {}: {error}", shown()),
    }
}
