//! What a text calls an event, for a title of it.

/// A label without what only the text around it explains: "last summit", "talks on it".
pub(super) fn called(label: &str) -> &str {
    let label = [
        "last ",
        "next ",
        "latest ",
        "previous ",
        "upcoming ",
        "new ",
    ]
    .iter()
    .find_map(|word| label.strip_prefix(word))
    .unwrap_or(label);
    let pronouns = ["it", "this", "them", "these", "that"];
    let last = label.rsplit(' ').next().unwrap_or_default();
    let cut = [" on ", " of "].iter().filter_map(|word| label.rfind(word));
    match cut.max() {
        Some(end) if pronouns.contains(&last) => &label[..end],
        _ => label,
    }
}

/// Does a label name one of several: "High-Level Meeting", "third session"?
pub(super) fn is_name(label: &str) -> bool {
    let capitals = label
        .split([' ', '-'])
        .filter(|word| word.starts_with(char::is_uppercase));
    capitals.count() > 1
}
