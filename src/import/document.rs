//! Another dossier of the same two sides: its records, as `bilat export json` and `jsonl` write them.
//! They have their evidence already, so the document itself becomes no source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::error::{DocumentError, ImportError};
use super::input::Bytes;
use super::reconcile::{self, Reconciled};
use super::report::{FileReport, Report};
use super::{Options, Prepared, RowReport, finish, opened};
use crate::dossier::about::About;
use crate::dossier::text::clean_line;
use crate::dossier::{Code, Dossier, Kind};
use crate::load::{Excerpt, Origin, Problem, Refusal, Severity, Texts, excerpts, load};
use crate::system::recognise::{self, Content};

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
    let mut reconciled = Reconciled::default();
    for path in files {
        let other = read(path, &dossier).map_err(|error| other_format(path, error))?;
        reconcile::merge(
            &other,
            &dossier,
            &mut draft,
            options.update,
            &mut reconciled,
        )?;
        let records = Kind::ALL.into_iter().filter(|k| *k != Kind::Observation);
        let count = records.map(|kind| other.count(kind)).sum();
        let mut tally = RowReport::default();
        tally.is_a(format!("the dossier “{}”", other.about.title));
        if let Some(words) = head_left_out(&other.about, &dossier.about) {
            tally.remark(words);
        }
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
    let report = Report::new(NAME, into, reports, reconciled);
    Ok(finish(draft, &dossier, report)?)
}

/// What the head of the other says and that of the dossier does not: it is the person's own, and stays
/// as it is. Without the predecessors of a side, what it did as such is not between the two.
fn head_left_out(other: &About, own: &About) -> Option<String> {
    let mut left = Vec::new();
    for side in &other.sides {
        let Some(known) = own.sides.iter().find(|known| known.code == side.code) else {
            continue;
        };
        let old: Vec<&str> = side
            .predecessors
            .iter()
            .filter(|old| !known.predecessors.iter().any(|one| one.code == old.code))
            .map(|old| old.code.as_str())
            .collect();
        if !old.is_empty() {
            left.push(format!(
                "predecessors of {} ({})",
                side.code,
                old.join(", ")
            ));
        }
        let names = known.names();
        let more: Vec<String> = side
            .names()
            .into_iter()
            .filter(|name| !names.contains(name))
            .collect();
        if !more.is_empty() {
            left.push(format!("names of {} ({})", side.code, more.join(", ")));
        }
    }
    let parts = [
        (
            "description",
            other.description.is_some() && own.description.is_none(),
        ),
        (
            "licenses",
            other.licenses.iter().any(|one| !own.licenses.contains(one)),
        ),
        (
            "contributors",
            other
                .contributors
                .iter()
                .any(|one| !own.contributors.contains(one)),
        ),
    ]
    .into_iter()
    .filter(|(_, is_left)| *is_left);
    left.extend(parts.map(|(part, _)| part.to_owned()));
    let words = clean_line(&left.join("; "));
    (!left.is_empty())
        .then(|| format!("not taken into dossier.json, add by hand what you want: {words}"))
}

/// Why a file is no document: it may be of another format that is known.
fn other_format(path: &Path, error: DocumentError) -> ImportError {
    let bytes = match &error {
        DocumentError::Refused { .. } => Bytes::read(path).ok(),
        _ => None,
    };
    let known = bytes.as_ref().and_then(|bytes| {
        let head = String::from_utf8_lossy(bytes.content());
        let known = recognise::binary(bytes.content()).or_else(|| recognise::text(&head))?;
        (known.content != Content::Own(NAME)).then(|| ImportError::other(&bytes.shown, known))
    });
    known.unwrap_or_else(|| error.into())
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
