//! Words that are quoted, compared with the text of their source where that is in the folder of the
//! dossier: which paragraph they are in, and whether they are there at all.

use std::path::Path;

use color_eyre::eyre::{Result, bail};

use crate::dossier::{Dossier, Id};
use crate::edit::draft::Plan;
use crate::edit::template::Template;
use crate::load::Problem;
use crate::verify::{Anchor, Texts, Verdict, anchors, paragraphs, verdict};

/// The paragraph of a source that the words are in; none where its text is not in the folder.
///
/// # Errors
/// When they are in several paragraphs, or in none.
pub(super) fn paragraph(
    dossier: &Dossier,
    folder: &Path,
    source: &str,
    words: &[String],
) -> Result<Option<u32>> {
    let Some(source) = Id::new(source).ok().and_then(|id| dossier.source(&id)) else {
        return Ok(None);
    };
    let (texts, _) = Texts::of([source], folder);
    let Some(found) = paragraphs(&texts, &source.id, words) else {
        return Ok(None);
    };
    match found.as_slice() {
        [] => bail!(
            "these words are not in the text of `{}`: copy them from the source, name another by --source, or give --paragraph and --force",
            source.id
        ),
        [one] => Ok(Some(*one)),
        several => {
            let numbers: Vec<_> = several.iter().take(8).map(ToString::to_string).collect();
            bail!(
                "these words are in several paragraphs of `{}` ({}): say which by --paragraph",
                source.id,
                numbers.join(", ")
            )
        }
    }
}

/// What is wrong with the words of a record that is to be added.
pub(super) fn misquoted(plan: &Plan, id: &Id, folder: &Path, template: &Template) -> Vec<Problem> {
    let dossier = plan.dossier();
    let Some(record) = dossier.find(id) else {
        return Vec::new();
    };
    let own: Vec<_> = anchors(dossier)
        .filter(|anchor| anchor.record == record)
        .collect();
    let sources = dossier
        .sources
        .iter()
        .filter(|source| own.iter().any(|a| a.evidence.source == source.id));
    let (texts, _) = Texts::of(sources, folder);
    let wrong = own.iter().filter_map(|anchor| {
        let (message, hint) = problem_of(anchor, &verdict(&texts, anchor))?;
        Some(template.problem("exact", &anchor.words, &message, &hint))
    });
    wrong.collect()
}

fn problem_of(anchor: &Anchor, verdict: &Verdict) -> Option<(String, String)> {
    let (source, named) = (&anchor.evidence.source, anchor.evidence.paragraph);
    let message = format!("exact: these words are not in paragraph {named} of `{source}`");
    match verdict {
        Verdict::Drifted(paragraphs) => {
            let numbers: Vec<_> = paragraphs.iter().take(8).map(ToString::to_string).collect();
            Some((
                message,
                format!("they are in paragraph {}", numbers.join(", ")),
            ))
        }
        Verdict::Altered { paragraph, .. } => Some((
            message,
            format!("paragraph {paragraph} has words much like them: copy those"),
        )),
        Verdict::Missing { .. } => Some((
            format!("exact: these words are not in the text of `{source}`"),
            "copy them from the source, or add --force".to_owned(),
        )),
        Verdict::Found(_)
        | Verdict::Ambiguous(_)
        | Verdict::Digits(_)
        | Verdict::Misquoted(_)
        | Verdict::NoText => None,
    }
}
