//! A text that was compared with the dossier, and what is still asked for.

use crate::vet::Checked;

/// The answer to a request.
#[derive(Debug)]
pub struct Vetted {
    /// The number of the request.
    pub number: u64,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of the comparison of a text.
#[derive(Debug)]
pub enum Outcome {
    /// Its sentences.
    Compared(Checked),
    /// Why it cannot be compared, for a person.
    Failed(String),
}

/// What the dashboard knows of texts.
#[derive(Default)]
pub(super) struct Vetting {
    /// The number of the newest request.
    pub(super) asked: u64,
    /// What that asks for, until there is an answer.
    pub(super) waiting: Option<Request>,
    /// The path that was typed last.
    pub(super) typed: String,
    /// The path of the text that is shown, and the text.
    pub(super) shown: Option<(String, Checked)>,
    /// What is shown is to be compared again.
    pub(super) is_stale: bool,
}

/// A text that is being read.
pub(super) struct Request {
    pub(super) path: String,
    /// The text is to be opened.
    pub(super) opens: bool,
}
