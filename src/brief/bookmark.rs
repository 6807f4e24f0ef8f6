//! The names of bookmarks by which a line of a Word document knows its records.
//!
//! A bookmark's name has at most 40 letters, digits and underscores, begins with a letter and is unique
//! in its document; an id may be longer and has `-`, `.` and `_`. So `trade-total.2024` is
//! `bilat_trade_total__2024`, where it occurs again `bilat2_trade_total__2024`, and an id that could
//! not be read back is `bilatx_` and the first 16 hexadecimal digits of its SHA-256.

use sha2::{Digest, Sha256};

use crate::dossier::Id;

/// Characters of a name that Word keeps.
const LONGEST: usize = 40;
const PREFIX: &str = "bilat";

/// What a bookmark names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A record.
    Id(Id),
    /// A record by the hash of its id.
    Hash(String),
}

impl Named {
    /// Is it this one?
    pub fn is(&self, id: &Id) -> bool {
        match self {
            Self::Id(own) => own == id,
            Self::Hash(own) => *own == hash(id),
        }
    }
}

/// The name of the bookmark of a record that occurs for the `nth` time, from 1.
pub fn name(id: &Id, nth: usize) -> String {
    let number = if nth > 1 {
        nth.to_string()
    } else {
        String::new()
    };
    let plain = id.as_str().replace('-', "_").replace('.', "__");
    let name = format!("{PREFIX}{number}_{plain}");
    if name.len() <= LONGEST && read(&name).is_some_and(|named| named.is(id)) {
        name
    } else {
        format!("{PREFIX}{number}x_{}", hash(id))
    }
}

/// What a bookmark names; none for one that bilat did not set.
pub fn read(name: &str) -> Option<Named> {
    let rest = name
        .strip_prefix(PREFIX)?
        .trim_start_matches(|c: char| c.is_ascii_digit());
    if let Some(hash) = rest.strip_prefix("x_") {
        return Some(Named::Hash(hash.to_owned()));
    }
    let plain = rest.strip_prefix('_')?;
    let id = Id::new(&plain.replace("__", ".").replace('_', "-"));
    id.ok().map(Named::Id)
}

/// What stands for an id that is no name of a bookmark.
pub fn hash(id: &Id) -> String {
    let digest = Sha256::digest(id.as_str());
    let bytes: Vec<_> = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    bytes.concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(text: &str) -> Id {
        Id::new(text).expect("an id")
    }

    #[test]
    fn names_are_readable_where_they_can_be() {
        for (text, nth, expected) in [
            ("trade-total.2024", 1, "bilat_trade_total__2024"),
            ("trade-total.2024", 2, "bilat2_trade_total__2024"),
            ("a_b", 1, "bilatx_"),
            ("a-.b", 3, "bilat3x_"),
            ("a-name-that-is-much-longer-than-word-allows", 1, "bilatx_"),
        ] {
            let name = name(&id(text), nth);
            assert!(name.starts_with(expected), "{name}");
        }
        assert_eq!(read("_GoBack"), None);
        assert_eq!(read("bilateral"), None);
    }

    proptest! {
        #[test]
        fn every_id_is_found_again(text in "[a-z0-9][a-z0-9._-]{0,60}", nth in 1_usize..2000) {
            let id = id(&text);
            let name = name(&id, nth);
            prop_assert!(name.len() <= LONGEST, "{name}");
            prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
            prop_assert!(read(&name).expect("a name of ours").is(&id));
        }
    }
}
