//! Why a document is not a dossier.

use super::format::HEAD;
use super::problem::Problem;
use crate::dossier::text::clean_line;

/// Why a document without a head is not a dossier. Names are as a person would type them; the
/// messages show them clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is one of the files of a folder.
    #[error("{} is a file of a dossier: name the folder that it is in", clean_line(.name))]
    OneFile {
        /// The document.
        name: String,
    },
    /// It is not a document of this format at all.
    #[error("{}", in_one_line(.0))]
    Broken(Problem),
    /// It has other members, but not the head.
    #[error("{} is not a dossier: there is no `{HEAD}` in it", clean_line(.name))]
    NoHead {
        /// The document.
        name: String,
    },
}

fn in_one_line(problem: &Problem) -> String {
    problem.to_string().replace("\n  hint: ", ": ")
}
