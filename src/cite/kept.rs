//! What the note of a source keeps of a bibliography that it came from: editors and translators, who have
//! fields of their own there, and the rest.

use crate::dossier::Source;

/// Before the names of editors, and of translators, in a note; between two of them.
const EDITORS: &str = "Editor: ";
const TRANSLATORS: &str = "Translator: ";
const BETWEEN: &str = "; ";

/// The note of a source in parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) editors: Vec<String>,
    pub(super) translators: Vec<String>,
    /// The other lines.
    pub(super) rest: Option<String>,
}

impl Kept {
    pub(super) fn of(source: &Source) -> Self {
        let mut kept = Self::default();
        let note = source.note.as_ref().map(ToString::to_string);
        let mut rest = Vec::new();
        for line in note.iter().flat_map(|note| note.split('\n')) {
            let names = |text: &str| {
                text.split(BETWEEN)
                    .map(ToOwned::to_owned)
                    .collect::<Vec<_>>()
            };
            match (line.strip_prefix(EDITORS), line.strip_prefix(TRANSLATORS)) {
                (Some(text), _) => kept.editors.extend(names(text)),
                (_, Some(text)) => kept.translators.extend(names(text)),
                _ => rest.push(line),
            }
        }
        kept.rest = (!rest.is_empty()).then(|| rest.join("\n"));
        kept
    }
}
