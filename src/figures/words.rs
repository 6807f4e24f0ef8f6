//! Texts as they are compared: folded to words in small letters.

/// The words of a text in small letters, with single blanks between them.
pub(crate) fn folded(text: &str) -> String {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric() && c != '%')
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").to_lowercase()
}

/// Does a folded text hold a word or a run of words, whole? One that ends in `*` is the beginning of a
/// word.
pub(crate) fn holds(folded: &str, words: &str) -> bool {
    let (words, is_stem) = match words.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (words, false),
    };
    let ends = |rest: &str| is_stem || rest.is_empty() || rest.starts_with(' ');
    let begins = |before: &str| before.is_empty() || before.ends_with(' ');
    // Most texts hold most words nowhere, which is told fastest so.
    folded.contains(words)
        && folded
            .match_indices(words)
            .any(|(at, found)| begins(&folded[..at]) && ends(&folded[at + found.len()..]))
}
