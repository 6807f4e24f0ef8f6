//! The nearest known name to one that is misspelt.

/// The most similar of `known`, if any is similar at all.
pub(crate) fn nearest<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this likeness a guess is more of a riddle than a help.
    const LIKE: f64 = 0.75;
    let wrong = wrong.to_lowercase();
    known
        .map(|name| (strsim::jaro_winkler(&wrong, name), name))
        .filter(|(like, _)| *like >= LIKE)
        // Of two that are equally near the first by name, for `known` may have no order.
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}
