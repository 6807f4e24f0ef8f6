//! Another dossier of the same two sides: its records, as `bilat export json` and `jsonl` write them.
//! They have their evidence already, so the document itself becomes no source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::error::{DocumentError, ImportError};
use super::input::Bytes;
use super::report::{FileReport, Report};
use super::settle::{self, Settled};
use super::{Options, Prepared, Tally, finish, opened};
use crate::dossier::text::clean_line;
use crate::dossier::{Code, Dossier, Kind};
use crate::load::{Excerpt, Origin, Problem, Refusal, Severity, Texts, excerpts, load};

/// The format's name on the command line.
const NAME: &str = "json";

/// Reads documents for the dossier in the folder `into`. Where both have a record and it differs, that
/// of the dossier stays, unless the options say otherwise.
///
/// # Errors
/// When there is no dossier, a document cannot be read or is not sound, or it has other sides.
pub fn prepare(files: &[PathBuf], into: &Path, options: &Options) -> Result<Prepared, ImportError> {
    let mut draft = opened(into, options.dry_run)?;
    // A copy shares its records; the draft itself is changed further down.
    let dossier = draft.dossier().clone();
    let mut reports = Vec::new();
    let mut settled = Settled::default();
    for path in files {
        let other = read(path, &dossier)?;
        settle::merge(&other, &dossier, &mut draft, options.update, &mut settled)?;
        let records = Kind::ALL.into_iter().filter(|k| *k != Kind::Observation);
        let count = records.map(|kind| other.count(kind)).sum();
        let mut tally = Tally::default();
        tally.is_a(format!("the dossier “{}”", other.about.title));
        tally.rows.read = count;
        tally.rows.used = count;
        reports.push(FileReport {
            file: clean_line(&path.to_string_lossy()),
            source: None,
            sha256: Bytes::read(path)?.sha256,
            encoding: "UTF-8",
            tally,
        });
    }
    let report = Report::new(NAME, into, reports, settled);
    Ok(finish(draft, &dossier, report)?)
}

/// A document that is sound and about the same sides; one without a head does not say which.
fn read(path: &Path, dossier: &Dossier) -> Result<Dossier, DocumentError> {
    let origin = Origin::new(Some(path))?;
    let named = || path.to_owned();
    match &origin {
        Origin::Document(document) if document.has_head() || document.is_lines() => {}
        Origin::Document(document) => {
            let refusal = document.refusal();
            let excerpt = match &refusal {
                Refusal::Broken(problem) => excerpt(&origin, problem),
                _ => None,
            };
            return Err(DocumentError::Refused { refusal, excerpt });
        }
        Origin::Folder(_) | Origin::BuiltIn => {
            return Err(DocumentError::Folder { path: named() });
        }
    }
    let loaded = load(&origin);
    let mut errors = loaded.problems.iter();
    if let Some(error) = errors.find(|problem| problem.severity == Severity::Error) {
        return Err(DocumentError::Broken {
            path: named(),
            problem: error.clone(),
            excerpt: excerpt(&origin, error),
        });
    }
    let codes = |dossier: &Dossier| -> BTreeSet<Code> {
        let sides = dossier.about.sides.iter();
        sides.map(|side| side.code).collect()
    };
    let theirs = codes(&loaded.dossier);
    if !theirs.is_empty() && theirs != codes(dossier) {
        return Err(DocumentError::OtherSides {
            path: named(),
            sides: theirs.iter().map(ToString::to_string).collect(),
        });
    }
    Ok(loaded.dossier)
}

fn excerpt(origin: &Origin, problem: &Problem) -> Option<Box<Excerpt>> {
    let found = excerpts(origin, &Texts::new(), std::slice::from_ref(problem));
    found.into_iter().next().flatten().map(Box::new)
}
