//! Where a dossier comes from: compiled in, a folder, or one document, which may come in through
//! standard input.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::{Document, Problem};
use crate::dossier::text::clean_line;
use crate::system::error::in_full;

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

/// Why there is no dossier to read.
#[derive(Debug, thiserror::Error)]
pub enum OriginError {
    /// A pipe or a device.
    #[error(
        "{} is not a folder: a dossier is a folder with a dossier.json in it, or one JSON document",
        shown(.path)
    )]
    NotADossier {
        /// What was named.
        path: PathBuf,
    },
    /// Nothing is there, or it cannot be looked at.
    #[error("cannot open {}", shown(.path))]
    Open {
        /// What was named.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// `-`, and nothing is piped in.
    #[error("{INPUT} is a terminal: `-` reads a dossier that is piped in")]
    Terminal,
    /// What is piped in is not there another day.
    #[error("a dossier that is piped in has no marks: name its folder or file")]
    Piped,
    /// What is piped in cannot be read.
    #[error("cannot read {INPUT}")]
    Input {
        /// What the system says.
        source: io::Error,
    },
}

fn shown(path: &Path) -> String {
    clean_line(&path.to_string_lossy())
}

/// What names standard input on a command line.
pub const STDIN: &str = "-";

/// What standard input is called in messages.
const INPUT: &str = "standard input";

impl OriginError {
    /// The same as a problem of what could be read before, which is missing now.
    pub fn problem(&self) -> Problem {
        let (file, message) = match self {
            Self::Open { path, source } => (shown(path), format!("cannot be opened: {source}")),
            Self::NotADossier { path } => (shown(path), "is not a regular file".to_owned()),
            Self::Terminal | Self::Piped | Self::Input { .. } => (INPUT.to_owned(), in_full(self)),
        };
        Problem {
            lost: true,
            ..Problem::error(file, &message)
        }
    }
}

impl Origin {
    /// The folder or the document at `path`, what comes through standard input for `-`, or the
    /// built-in dossier for none.
    ///
    /// # Errors
    /// When there is neither a folder nor a regular file at `path`, or nothing is piped in.
    pub fn new(path: Option<&Path>) -> Result<Self, OriginError> {
        let Some(path) = path else {
            return Ok(Self::BuiltIn);
        };
        if path == STDIN {
            return Self::stdin();
        }
        let named = path.to_owned();
        match path.metadata() {
            Ok(meta) if meta.is_dir() => Ok(Self::Folder(named)),
            Ok(meta) if meta.is_file() => {
                let document = Document::open(path, shown(path), meta.len());
                Ok(Self::Document(document))
            }
            Ok(_) => Err(OriginError::NotADossier { path: named }),
            Err(source) => Err(OriginError::Open {
                path: named,
                source,
            }),
        }
    }

    fn stdin() -> Result<Self, OriginError> {
        let input = io::stdin();
        if input.is_terminal() {
            return Err(OriginError::Terminal);
        }
        let document = Document::read_from(INPUT, input.lock())
            .map_err(|source| OriginError::Input { source })?;
        Ok(Self::Document(document))
    }

    /// What it is known by from one day to the next: its path from the root, however it is named.
    ///
    /// # Errors
    /// When it is piped in, or its path cannot be followed.
    pub fn key(&self) -> Result<String, OriginError> {
        let path = match self {
            Self::BuiltIn => return Ok("built-in example".to_owned()),
            Self::Folder(folder) => folder.as_path(),
            Self::Document(document) if document.name() == INPUT => return Err(OriginError::Piped),
            Self::Document(document) => Path::new(document.name()),
        };
        let full = path.canonicalize().map_err(|source| OriginError::Open {
            path: path.to_owned(),
            source,
        })?;
        Ok(full.to_string_lossy().into_owned())
    }

    /// How it is named on a command line; none for the built-in dossier.
    pub fn argument(&self) -> Option<String> {
        match self {
            Self::BuiltIn => None,
            Self::Folder(folder) => Some(shown(folder)),
            Self::Document(document) if document.name() == INPUT => Some(STDIN.to_owned()),
            Self::Document(document) => Some(clean_line(document.name())),
        }
    }
}
