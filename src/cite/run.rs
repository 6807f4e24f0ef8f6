//! Text that is partly in italics.

/// A piece of text in one type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Are they in italics?
    pub italic: bool,
}

/// The words without their type.
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
