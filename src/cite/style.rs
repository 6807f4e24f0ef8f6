//! The styles of citations.

/// How a citation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// A sentence with its reference.
    #[default]
    Text,
    /// The same in Markdown; speech as a block quotation.
    Markdown,
    /// The sources as CSL-JSON, the sentence as their note.
    CslJson,
    /// The sources as BibTeX, the sentence as their note.
    Bibtex,
}
