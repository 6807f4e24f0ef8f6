//! A path as a person would type it.

use std::path::Path;

use crate::dossier::text::clean_line;

/// How a path is told to a person.
pub fn shown(path: &Path) -> String {
    clean_line(&path.to_string_lossy())
}
