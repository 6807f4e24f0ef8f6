//! The files of an origin.

use std::fs;

use super::file::Found;
use super::problem::Problem;
use super::{Origin, builtin};
use crate::dossier::text::clean_line;

/// The file as a person would name it: with its folder, or as a part of the built-in dossier.
pub(super) fn shown(origin: &Origin, name: &str) -> String {
    match origin {
        Origin::BuiltIn => format!("laos-russia/{name}"),
        Origin::Folder(folder) => clean_line(&folder.join(name).to_string_lossy()),
        Origin::Document(document) => clean_line(document.name()),
    }
}

/// Looks for a file; `None` when it is not there.
pub(super) fn find(origin: &Origin, name: &str) -> Result<Option<Found>, Problem> {
    let shown = shown(origin, name);
    let folder = match origin {
        Origin::Folder(folder) => folder,
        Origin::BuiltIn => {
            let found = builtin::FILES.iter().find(|(n, _)| *n == name);
            return Ok(found.map(|(_, text)| Found::BuiltIn { name: shown, text }));
        }
        Origin::Document(document) => {
            let text = document.file(name);
            return Ok(text.map(|text| Found::Given { name: shown, text }));
        }
    };
    let path = folder.join(name);
    // Look before opening: opening a FIFO would wait for a writer for ever.
    let meta = match fs::metadata(&path) {
        Ok(meta) => meta,
        Err(error)
            if error.kind() == std::io::ErrorKind::NotFound
                && fs::symlink_metadata(&path).is_err() =>
        {
            return Ok(None);
        }
        Err(error) => {
            return Err(Problem::error(
                &shown,
                &format!("cannot be opened: {error}"),
            ));
        }
    };
    if !meta.is_file() {
        let what = if meta.is_dir() {
            "a folder"
        } else {
            "not a regular file"
        };
        return Err(Problem::error(&shown, &format!("is {what}"))
            .hint("put a JSON file in its place, or remove it"));
    }
    Found::disk(shown, path, meta.len()).map(Some)
}
