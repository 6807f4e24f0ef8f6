//! The version of the format and the names of its files.

use std::collections::HashMap;

/// The version of the format that is read.
pub const FORMAT: &str = "bilat/1";

/// The record files, without their endings.
pub const FILES: [&str; 9] = [
    "sources",
    "people",
    "organisations",
    "events",
    "agreements",
    "series",
    "quotes",
    "claims",
    "disputes",
];

/// Proposals that wait beside the dossier, which are no records.
pub(crate) const INBOX: &str = "proposed.jsonl";

/// Texts of files by name, such as `events.json`, to be read in place of those that are there.
pub type Texts = HashMap<String, String>;

/// The member that is `dossier.json` in a folder.
pub(super) const HEAD: &str = "dossier";
