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

/// With `text` behind it, which is not in italics.
pub(super) fn push(runs: &mut Vec<Run>, text: &str, italic: bool) {
    match runs.last_mut() {
        Some(last) if last.italic == italic => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => runs.push(Run {
            text: text.to_owned(),
            italic,
        }),
    }
}
