//! What the note of a source keeps of a bibliography that it came from: editors, translators and dates that
//! are none, which have fields of their own there, and the rest.

use crate::dossier::{Date, Source};

/// Before the names of editors, and of translators, in a note; between two of them.
const EDITORS: &str = "Editor: ";
const TRANSLATORS: &str = "Translator: ";
const BETWEEN: &str = "; ";
/// Before the words of a date that could not be read.
const ISSUED: &str = "Date as printed: ";
const ACCESSED: &str = "Access date as printed: ";

/// The note of a source in parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) editors: Vec<String>,
    pub(super) translators: Vec<String>,
    /// In words, where the source has no date.
    pub(super) issued: Option<String>,
    pub(super) accessed: Option<String>,
    /// The other lines.
    pub(super) rest: Option<String>,
}

impl Kept {
    pub(super) fn of(source: &Source) -> Self {
        let mut kept = Self::default();
        let note = source.note.as_ref().map(ToString::to_string);
        let mut rest = Vec::new();
        let is_open = |date: &Option<Date>| date.as_ref().and_then(Date::edtf).is_none();
        let (may_issue, may_access) = (is_open(&source.issued), is_open(&source.accessed));
        for line in note.iter().flat_map(|note| note.split('\n')) {
            let names = |text: &str| {
                text.split(BETWEEN)
                    .map(ToOwned::to_owned)
                    .collect::<Vec<_>>()
            };
            match (line.strip_prefix(EDITORS), line.strip_prefix(TRANSLATORS)) {
                (Some(text), _) => kept.editors.extend(names(text)),
                (_, Some(text)) => kept.translators.extend(names(text)),
                _ => match (line.strip_prefix(ISSUED), line.strip_prefix(ACCESSED)) {
                    (Some(text), _) if may_issue && kept.issued.is_none() => {
                        kept.issued = Some(text.to_owned());
                    }
                    (_, Some(text)) if may_access && kept.accessed.is_none() => {
                        kept.accessed = Some(text.to_owned());
                    }
                    _ => rest.push(line),
                },
            }
        }
        kept.rest = (!rest.is_empty()).then(|| rest.join("\n"));
        kept
    }
}
