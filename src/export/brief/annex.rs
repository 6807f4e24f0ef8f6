//! The passages that footnotes lead to, as the sources print them.

use super::notes::{Note, letter};
use crate::dossier::evidence::Support;
use crate::dossier::{Dossier, Evidence, Id};
use crate::verify::{Texts, passage};

/// A paragraph that a footnote leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The letter of the source, and the paragraph: "A, ¶48".
    pub place: String,
    /// The paragraph; none where the text of the source is not available.
    pub text: Option<String>,
}

/// Every paragraph that footnotes lead to, each once, source by source; `sources` are those of the list.
pub(super) fn excerpts(
    dossier: &Dossier,
    texts: &Texts,
    notes: &[Note],
    sources: &[Id],
) -> Vec<Excerpt> {
    let places = notes.iter().flat_map(|note| &note.places);
    let paragraphs = places.flat_map(|place| {
        let numbers = place.passages.iter().map(|(number, _)| *number);
        numbers.map(|number| (place.listed, number))
    });
    let mut paragraphs: Vec<_> = paragraphs.collect();
    paragraphs.sort_unstable();
    paragraphs.dedup();
    let excerpts = paragraphs.into_iter().filter_map(|(listed, paragraph)| {
        Some(Excerpt {
            place: format!("{}, ¶{paragraph}", letter(listed)),
            text: printed(dossier, texts, sources.get(listed)?, paragraph),
        })
    });
    excerpts.collect()
}

/// A paragraph as its source prints it.
fn printed(dossier: &Dossier, texts: &Texts, source: &Id, paragraph: u32) -> Option<String> {
    let evidence = Evidence {
        source: source.clone(),
        paragraph,
        exact: None,
        prefix: None,
        suffix: None,
        support: Support::default(),
    };
    let found = passage(texts, dossier, &evidence, None)?;
    let number = usize::try_from(paragraph).ok()?;
    let mut paragraphs = found.paragraphs.into_iter();
    let found = paragraphs.find(|one| one.number == number)?;
    Some(found.text.to_string())
}
