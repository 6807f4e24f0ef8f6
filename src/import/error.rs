//! Why files cannot be imported.

use std::path::{Path, PathBuf};

use super::advice::advice;
use super::agreements::AgreementsError;
use super::bibliography::BibliographyError;
use super::comtrade::ComtradeError;
use super::input::InputError;
use super::object::JsonError;
use super::reconcile::SettleError;
use super::sdmx::SdmxError;
use super::table::{OPEN_QUOTE, TableError};
use super::timelinejs::TimelineError;
use super::worldbank::WorldBankError;
use crate::dossier::text::clean_line;
use crate::dossier::{Id, Text};
use crate::edit::draft::{OpenError, PlanError};
use crate::load::{Excerpt, OriginError, Problem, Refusal, Severity};
use crate::system::path::shown;
use crate::system::recognise::Known;

/// Why a file is not of a format, or so broken that its rows cannot be told apart.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// A table that breaks off.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Not JSON.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// Not of UN Comtrade.
    #[error(transparent)]
    Comtrade(#[from] ComtradeError),
    /// Not of the World Bank.
    #[error(transparent)]
    WorldBank(#[from] WorldBankError),
    /// Not SDMX-CSV.
    #[error(transparent)]
    Sdmx(#[from] SdmxError),
    /// Not a timeline.
    #[error(transparent)]
    Timeline(#[from] TimelineError),
    /// Not a list of agreements.
    #[error(transparent)]
    Agreements(#[from] AgreementsError),
    /// Not a bibliography.
    #[error(transparent)]
    Bibliography(#[from] BibliographyError),
}

impl FormatError {
    /// What is wrong at which place, where it is one place.
    pub fn located(&self) -> Option<(Problem, &Excerpt)> {
        let (spot, message) = match self {
            Self::Json(JsonError { spot, message }) => (spot, message.clone()),
            Self::Table(TableError::OpenQuote { spot }) => (spot, OPEN_QUOTE.to_owned()),
            Self::Agreements(AgreementsError::Columns { spot, fault }) => (spot, fault.to_string()),
            Self::Agreements(AgreementsError::Days { spot, fault }) => (spot, fault.to_string()),
            Self::Bibliography(BibliographyError::Bibtex { spot, message }) => {
                (spot, message.clone())
            }
            _ => return None,
        };
        let problem = Problem {
            file: Text::new(&spot.file),
            line: spot.excerpt.line,
            column: spot.excerpt.column,
            severity: Severity::Error,
            message: Text::new(&message),
            hint: None,
            lost: true,
        };
        Some((problem, &spot.excerpt))
    }
}

/// Why nothing can be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no dossier to add to.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The options do not fit the dossier or the files.
    #[error(transparent)]
    Options(#[from] OptionsError),
    /// A file cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A file is not of the format.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// A file is of a format that is known, and not the one that was asked for.
    #[error("{file} is {}: {}", .known.name, advice(*.known))]
    Other {
        /// The file, as a person would type it, clean.
        file: String,
        /// What it is.
        known: Known,
    },
    /// A document is not a dossier that could be added.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A record cannot be put into the draft.
    #[error(transparent)]
    Settle(#[from] SettleError),
    /// The new files cannot be worked out.
    #[error(transparent)]
    Plan(#[from] PlanError),
}

impl ImportError {
    pub(super) fn other(file: &str, known: Known) -> Self {
        Self::Other {
            file: file.to_owned(),
            known,
        }
    }
}

/// Why a dossier cannot be imported as the options say. Files are as a person would type them, clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OptionsError {
    /// The vocabulary has no such topic.
    #[error("no topic is called `{topic}`{}", did_you_mean(.near.as_deref()))]
    UnknownTopic {
        /// What was asked for.
        topic: Id,
        /// The topic that is most like it.
        near: Option<String>,
    },
    /// The dossier has no such source.
    #[error("unknown source `{id}`{}", did_you_mean(.near.as_deref()))]
    UnknownSource {
        /// What was asked for.
        id: Id,
        /// The source that is most like it.
        near: Option<String>,
    },
    /// One source cannot be several files.
    #[error("--source names one source, and there are {files} files")]
    OneSource {
        /// How many files there are.
        files: usize,
    },
    /// The source has the checksum of another text.
    #[error("the source `{id}` is another text than {file}: its sha256 differs")]
    OtherText {
        /// The source.
        id: Id,
        /// The file.
        file: String,
    },
    /// A file is named twice, or there is a copy of it.
    #[error("{first} and {second} are the same file")]
    SameFile {
        /// The file.
        first: String,
        /// The file again.
        second: String,
    },
    /// Two files in different folders have one name.
    #[error(
        "two files are called {}: a dossier names its texts by that, so give one of them another name",
        clean_line(.name)
    )]
    SameName {
        /// The name, without the folder.
        name: String,
    },
}

/// Why a document is not another dossier of the same sides.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// There is nothing to read.
    #[error(transparent)]
    Origin(#[from] OriginError),
    /// It has no head.
    #[error("{refusal}")]
    Refused {
        /// Why; all of the message.
        refusal: Refusal,
        /// The line that it is about.
        excerpt: Option<Box<Excerpt>>,
    },
    /// It is a folder.
    #[error("{shown} is a folder: `bilat export json {shown}` makes a document of it", shown = shown(.path))]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A record of it could not be read.
    #[error("{problem}\n{}", Self::advice(.path))]
    Broken {
        /// The document.
        path: PathBuf,
        /// The first that is wrong with it.
        problem: Problem,
        /// The line that it is about.
        excerpt: Option<Box<Excerpt>>,
    },
    /// It is about two other countries.
    #[error("{} is about other sides: {}", shown(.path), .sides.join(", "))]
    OtherSides {
        /// The document.
        path: PathBuf,
        /// Their codes.
        sides: Vec<String>,
    },
}

impl DocumentError {
    /// What to do about a document of which a record could not be read.
    pub fn advice(path: &Path) -> String {
        format!(
            "`bilat check {}` tells all that is wrong with it",
            shown(path)
        )
    }
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"))
}
