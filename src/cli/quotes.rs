//! `bilat quotes`: the quotes that a search finds, a line each.

use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, bail};

use super::{head, print_lines};
use crate::dossier::load::{Origin, Reading};
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Quote};
use crate::search::engine::Engine;
use crate::search::{Order, Query, Sieve};

/// The exit code when nothing is found.
const NOTHING: u8 = 1;

/// Prints what is found, and returns the exit code.
///
/// # Errors
/// When the query is wrong, or there is no dossier that could be read.
pub(super) fn run(query: Option<&str>, dossier: Option<&Path>) -> Result<u8> {
    let (query, dossier) = which(query, dossier);
    let typed = query.unwrap_or_default();
    let query = Query::new(typed);
    if let Some(problem) = query.problem() {
        let at = typed[..problem.at].chars().count() + 1;
        bail!(
            "{} (at character {at} of `{}`)",
            problem.message,
            clean_line(typed)
        );
    }
    let origin = Origin::new(dossier.as_deref())?;
    head(&origin)?;
    let dossier = read(&origin, &query)?;
    let engine = Engine::new(&dossier, &[], None);
    let found = engine.search(&query, Order::Dossier, None, &|| true);
    let found = found.unwrap_or_default();
    let lines = found
        .records()
        .map(|at| line(&dossier, &dossier.quotes.get(at)));
    print_lines(lines)?;
    Ok(if found.is_empty() { NOTHING } else { 0 })
}

/// A single argument that is a folder is the dossier.
fn which<'a>(query: Option<&'a str>, dossier: Option<&Path>) -> (Option<&'a str>, Option<PathBuf>) {
    match (query, dossier) {
        (Some(only), None) if Path::new(only).is_dir() => (None, Some(PathBuf::from(only))),
        (query, dossier) => (query, dossier.map(Path::to_owned)),
    }
}

/// The dossier; of a large file of quotes only what may match, where that can be told beforehand.
fn read(origin: &Origin, query: &Query) -> Result<Dossier> {
    let mut reading = Reading::begin(origin);
    reading.records();
    let sieve = reading
        .goes_on()
        .then(|| Sieve::new(query, reading.so_far()));
    let Some(sieve) = sieve.flatten() else {
        return Ok(reading.finish(&mut |_| {}).dossier);
    };
    match reading.sift(&|lines, wanted| sieve.sift(lines, wanted)) {
        Ok(dossier) => Ok(dossier),
        Err(problem) => bail!("{problem}"),
    }
}

/// "[2023]  Pany Yathotou, Vice President, at …: Thank you … (id; source, ¶7)".
fn line(dossier: &Dossier, quote: &Quote) -> String {
    let mut who = vec![dossier.name(&quote.speaker)];
    who.extend(quote.role.as_ref().map(ToString::to_string));
    who.extend(quote.event.as_ref().map(|event| dossier.name(event)));
    let said = quote.said.as_ref().map(|said| format!("{said}  "));
    let text = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut places = vec![quote.id.to_string()];
    places.extend(quote.evidence.first().map(|e| dossier.citation(e)));
    let (said, who) = (said.unwrap_or_default(), who.join(", "));
    format!("{said}{who}: {text} ({})", places.join("; "))
}
