//! The names that can stand before a colon.

/// The fields that a query can name. What a record says there, [`Dossier::fields`] tells.
///
/// [`Dossier::fields`]: crate::dossier::Dossier::fields
pub const FIELDS: [&str; 10] = [
    "speaker", "role", "topic", "event", "source", "language", "status", "kind", "party", "side",
];

/// Names that ask for a time.
pub(super) const TIMES: [&str; 3] = ["year", "from", "to"];

/// What can be named beside the [`FIELDS`].
pub(super) const OTHERS: [&str; 5] = ["occasion", "is", "year", "from", "to"];

/// The field that a name means.
pub(super) fn field(name: &str) -> Option<&'static str> {
    let name = if name == "occasion" { "event" } else { name };
    FIELDS.into_iter().find(|field| *field == name)
}

/// Is there anything of that name?
pub(super) fn is_known(name: &str) -> bool {
    all().any(|known| known == name)
}

/// The name that one is probably a slip for.
pub(super) fn near(name: &str) -> Option<&'static str> {
    let slips = match name.len() {
        0..=3 => return None,
        4..=5 => 1,
        _ => 2,
    };
    all().find(|known| strsim::damerau_levenshtein(name, known) <= slips)
}

fn all() -> impl Iterator<Item = &'static str> {
    FIELDS.into_iter().chain(OTHERS)
}
