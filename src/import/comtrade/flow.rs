//! Which way goods go, in the codes and words of UN Comtrade.

use crate::dossier::series::Flow;
use crate::import::table::plain;

/// A flow, as UN Comtrade parts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// Which way.
    pub(super) flow: Flow,
    /// The word for a part of that flow; none for all of it.
    pub(super) part: Option<&'static str>,
}

/// Codes since 2022, codes before, and words.
const WAYS: [(&[&str], Way); 6] = [
    (
        &["m", "1", "import", "imports"],
        Way {
            flow: Flow::Imports,
            part: None,
        },
    ),
    (
        &["x", "2", "export", "exports"],
        Way {
            flow: Flow::Exports,
            part: None,
        },
    ),
    (
        &["rx", "3", "reexport", "reexports"],
        Way {
            flow: Flow::Exports,
            part: Some("re-exports"),
        },
    ),
    (
        &["rm", "4", "reimport", "reimports"],
        Way {
            flow: Flow::Imports,
            part: Some("re-imports"),
        },
    ),
    (
        &["dx", "domesticexport", "domesticexports"],
        Way {
            flow: Flow::Exports,
            part: Some("domestic exports"),
        },
    ),
    (
        &["fm", "foreignimport", "foreignimports"],
        Way {
            flow: Flow::Imports,
            part: Some("foreign imports"),
        },
    ),
];

/// The flow of a code, or else of a word.
pub(super) fn way(code: &str, word: &str) -> Option<Way> {
    let find = |text: &str| {
        let text = plain(text);
        WAYS.iter()
            .find(|(names, _)| names.contains(&&*text))
            .map(|(_, way)| *way)
    };
    find(code).or_else(|| find(word))
}
