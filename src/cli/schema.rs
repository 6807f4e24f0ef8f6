//! `bilat schema`: the JSON Schema of the format.

use color_eyre::eyre::{Result, eyre};

use super::print;
use crate::describe::schema::{FILES, WHOLE, of};
use crate::dossier::Kind;
use crate::dossier::nearest;
use crate::dossier::text::clean_line;

/// Prints the schema of a file, or of a whole dossier, and returns the exit code.
///
/// # Errors
/// When there is no file of that name.
pub(super) fn run(file: Option<&str>) -> Result<u8> {
    let schema = match file {
        None => WHOLE,
        Some(name) => found(name).ok_or_else(|| unknown(name))?,
    };
    print(schema)?;
    Ok(0)
}

/// By the name of the file, or by that of what it holds: `events`, `events.json`, `event`.
fn found(name: &str) -> Option<&'static str> {
    let stem = name.strip_suffix(".json").unwrap_or(name);
    let kind = Kind::ALL.into_iter().find(|kind| kind.singular() == stem);
    of(kind.map_or(stem, |kind| kind.plural()))
}

fn unknown(name: &str) -> color_eyre::Report {
    let files = FILES.map(|(file, _)| file);
    let hint = match nearest(name, files.into_iter()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the files are {}", files.join(", ")),
    };
    eyre!(
        "no file of the format is called `{}`: {hint}",
        clean_line(name)
    )
}
