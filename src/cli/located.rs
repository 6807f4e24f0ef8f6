//! Problems with a place in a file, on standard output and standard error: with their lines on a
//! terminal, else `file:line:column: severity: message` for programs.

use std::io;

use color_eyre::Report;
use color_eyre::eyre::Result;

use super::snippet::Look;
use crate::edit::draft::{OpenError, PlanError};
use crate::import::{DocumentError, ImportError};
use crate::load::{Excerpt, Origin, Problem, Refusal, Texts, excerpts};
use crate::system::stderr::{eprint, eprint_coloured};

/// The exit code when something could not be done.
pub const FAILED: u8 = 2;

/// Problems, each with its line end, and on a terminal each with its line.
pub(super) fn listed(
    look: Option<Look>,
    problems: &[Problem],
    excerpts: impl FnOnce() -> Vec<Option<Excerpt>>,
) -> String {
    let Some(look) = look else {
        let plain = problems.iter().map(|problem| format!("{problem}\n"));
        return plain.collect();
    };
    let excerpts = excerpts();
    let lines = problems.iter().zip(&excerpts);
    let shown = lines.map(|(problem, line)| look.problem(problem, line.as_ref()) + "\n\n");
    shown.collect()
}

/// Shows what an error says of lines of files, where standard error is a terminal, and returns the
/// exit code. Problems of a dossier are in `origin`.
///
/// # Errors
/// The same error, where it is about something else or there is no terminal.
pub(super) fn show(error: Report, origin: &Origin) -> Result<u8> {
    let Some((look, located)) = Look::of(io::stderr()).zip(Located::of(&error, origin)) else {
        return Err(error);
    };
    let Located {
        problems,
        excerpts,
        rest,
    } = located;
    eprint_coloured(&listed(Some(look), &problems, || excerpts));
    if !rest.is_empty() {
        eprint(&format!("\nbilat: {rest}"));
    }
    Ok(FAILED)
}

/// An error taken apart.
struct Located {
    problems: Vec<Problem>,
    excerpts: Vec<Option<Excerpt>>,
    /// What it says beside them; may be empty.
    rest: String,
}

impl Located {
    fn of(error: &Report, origin: &Origin) -> Option<Self> {
        let import = error.downcast_ref::<ImportError>();
        let opening = error.downcast_ref::<OpenError>();
        let plan = error.downcast_ref::<PlanError>();
        let refusal = match error.downcast_ref() {
            Some(Refusal::Broken(problem)) => Some(problem),
            _ => None,
        };
        import
            .and_then(|error| Self::of_import(error, origin))
            .or_else(|| Self::of_opening(opening?, origin))
            .or_else(|| Self::of_plan(plan?, origin))
            .or_else(|| Some(Self::within(origin, std::slice::from_ref(refusal?), "")))
    }

    fn of_opening(error: &OpenError, origin: &Origin) -> Option<Self> {
        match error {
            OpenError::BrokenHead { problems } => {
                let rest = "nothing written; fix dossier.json first";
                Some(Self::within(origin, problems, rest))
            }
            _ => None,
        }
    }

    fn of_plan(error: &PlanError, origin: &Origin) -> Option<Self> {
        match error {
            PlanError::BrokenFile(problem) => {
                let rest = "nothing written; fix that file first";
                Some(Self::within(origin, std::slice::from_ref(problem), rest))
            }
            _ => None,
        }
    }

    fn of_import(error: &ImportError, origin: &Origin) -> Option<Self> {
        const NOTHING: &str = "nothing was imported";
        match error {
            ImportError::Open(error) => Self::of_opening(error, origin),
            ImportError::Plan(error) => Self::of_plan(error, origin),
            ImportError::Format(error) => {
                let (problem, excerpt) = error.located()?;
                Some(Self::one(problem, Some(excerpt), NOTHING))
            }
            ImportError::Document(DocumentError::Refused {
                refusal: Refusal::Broken(problem),
                excerpt,
            }) => Some(Self::one(problem.clone(), excerpt.as_deref(), NOTHING)),
            ImportError::Document(DocumentError::Broken {
                path,
                problem,
                excerpt,
            }) => {
                let rest = format!("{NOTHING}; {}", DocumentError::advice(path));
                Some(Self::one(problem.clone(), excerpt.as_deref(), &rest))
            }
            _ => None,
        }
    }

    /// Problems of files of a dossier.
    fn within(origin: &Origin, problems: &[Problem], rest: &str) -> Self {
        Self {
            excerpts: excerpts(origin, &Texts::new(), problems),
            problems: problems.to_vec(),
            rest: rest.to_owned(),
        }
    }

    fn one(problem: Problem, excerpt: Option<&Excerpt>, rest: &str) -> Self {
        Self {
            problems: vec![problem],
            excerpts: vec![excerpt.cloned()],
            rest: rest.to_owned(),
        }
    }
}
