//! Where a dossier comes from: compiled in, a folder, or one document, which may come in through
//! standard input.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, WrapErr, bail};

use super::Document;
use crate::dossier::text::clean_line;

/// Where a dossier comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Laos - Russia, compiled in.
    BuiltIn,
    /// A folder of JSON files.
    Folder(PathBuf),
    /// One JSON document with everything in it, or records one a line.
    Document(Document),
}

/// What names standard input on a command line.
pub const STDIN: &str = "-";

/// What standard input is called in messages.
const INPUT: &str = "standard input";

impl Origin {
    /// The folder or the document at `path`, what comes through standard input for `-`, or the
    /// built-in dossier for none.
    ///
    /// # Errors
    /// When there is neither a folder nor a regular file at `path`, or nothing is piped in.
    pub fn new(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            return Ok(Self::BuiltIn);
        };
        if path == STDIN {
            return Self::stdin();
        }
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

    fn stdin() -> Result<Self> {
        let input = io::stdin();
        if input.is_terminal() {
            bail!("{INPUT} is a terminal: `-` reads a dossier that is piped in");
        }
        let document = Document::read_from(INPUT, input.lock());
        Ok(Self::Document(
            document.wrap_err("cannot read standard input")?,
        ))
    }

    /// How it is named on a command line; none for the built-in dossier.
    pub fn argument(&self) -> Option<String> {
        match self {
            Self::BuiltIn => None,
            Self::Folder(folder) => Some(clean_line(&folder.to_string_lossy())),
            Self::Document(document) if document.name() == INPUT => Some(STDIN.to_owned()),
            Self::Document(document) => Some(clean_line(document.name())),
        }
    }
}
