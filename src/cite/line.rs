//! Text on one line, and its end.

/// With a full stop, if no sign ends it yet.
pub(super) fn stopped(sentence: &str) -> String {
    let ended = sentence.ends_with(['.', '?', '!', '…']);
    format!("{sentence}{}", if ended { "" } else { "." })
}

/// On one line, with single blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
