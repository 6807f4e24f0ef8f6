//! Where a dossier comes from: compiled in, a folder, or one document.

use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, bail};

use super::Document;
use crate::dossier::text::clean_line;

/// Where a dossier comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Laos - Russia, compiled in.
    BuiltIn,
    /// A folder of JSON files.
    Folder(PathBuf),
    /// One JSON document with everything in it.
    Document(Document),
}

impl Origin {
    /// The folder or the document at `path`, or the built-in dossier for none.
    ///
    /// # Errors
    /// When there is neither a folder nor a regular file at `path`.
    pub fn new(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            return Ok(Self::BuiltIn);
        };
        let shown = clean_line(&path.to_string_lossy());
        match path.metadata() {
            Ok(meta) if meta.is_dir() => Ok(Self::Folder(path.to_owned())),
            Ok(meta) if meta.is_file() => {
                Ok(Self::Document(Document::open(path, shown, meta.len())))
            }
            Ok(_) => bail!(
                "{shown} is not a folder: a dossier is a folder with a dossier.json in it, or one JSON document"
            ),
            Err(error) => bail!("cannot open {shown}: {error}"),
        }
    }
}
