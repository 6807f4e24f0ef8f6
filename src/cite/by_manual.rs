//! A citation after a style manual: in the text and the list of works, or in a note and the list.

use super::citation::Citation;
use super::cluster::Cluster;
use super::line::{one_line, stopped};
use super::manual::{Manual, StyleError};
use super::run::plain;
use super::works::Works;
use crate::contested::Contests;
use crate::dossier::{Dossier, Ref};

/// The citation of a record after `manual`, with what contests it as a note, and below it the works;
/// of a source only its entry in such a list. The last line has no line feed.
///
/// # Errors
/// In a build without citation styles, and for too many works.
pub fn cite_by(
    dossier: &Dossier,
    contests: &Contests,
    record: Ref,
    manual: Manual,
) -> Result<String, StyleError> {
    let citation = Citation::new(dossier, contests, record);
    let sources = citation.places.iter().map(|place| place.source);
    let works = Works::new(dossier, manual, sources)?;
    let places = citation.places.iter().map(|place| place.paragraphs.clone());
    let says = !citation.sentence.is_empty();
    let cluster = (says && !citation.places.is_empty()).then(|| Cluster {
        note: 1,
        cited: places.enumerate().collect(),
    });
    let typeset = works.typeset(cluster.as_slice());
    let mut blocks = Vec::new();
    if says {
        let cited = typeset.citations.first().map(|runs| plain(runs));
        blocks.extend(if manual.has_notes() {
            noted(&citation, manual, cited)
        } else {
            bracketed(&citation, manual, cited)
        });
    }
    let list = typeset.list.iter().map(|(_, runs)| plain(runs));
    blocks.push(list.collect::<Vec<_>>().join("\n"));
    blocks.retain(|block| !block.is_empty());
    Ok(blocks.join("\n\n"))
}

/// The statement with the citation in brackets, and a note.
fn bracketed(citation: &Citation<'_>, manual: Manual, cited: Option<String>) -> Vec<String> {
    let statement = citation.statement();
    let first = match cited {
        Some(cited) => {
            let quoted = citation.speech.as_ref().map(|_| manual.quoted_in());
            format!("{statement} ({}{cited})", quoted.unwrap_or_default())
        }
        None => statement,
    };
    let mut blocks = vec![stopped(&first)];
    if !citation.contested.is_empty() {
        blocks.push(format!("Note: {}", citation.contested.join(" ")));
    }
    blocks
}

/// The statement, or the words of a speaker, and the note with the citation.
fn noted(citation: &Citation<'_>, manual: Manual, cited: Option<String>) -> Vec<String> {
    let (statement, lead) = match &citation.speech {
        Some(words) => {
            let lead = format!("{}, {}", citation.sentence, manual.quoted_in());
            (format!("“{}”", one_line(words)), lead)
        }
        None => (stopped(&citation.sentence), String::new()),
    };
    let cited = cited.map(|cited| stopped(&(lead + &cited)));
    let note: Vec<_> = cited.iter().chain(&citation.contested).cloned().collect();
    if note.is_empty() {
        return vec![statement];
    }
    vec![format!("{statement}¹"), format!("¹ {}", note.join(" "))]
}
