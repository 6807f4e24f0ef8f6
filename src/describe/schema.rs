//! The JSON Schema (2020-12) of the format: one document for each file, and one with all.
//!
//! They are made from the types of the records, whose doc comments become the descriptions, and
//! kept under `assets/schema`. A test makes them anew and compares; it writes them instead when
//! `BILAT_WRITE_SCHEMA` is set.

#[cfg(test)]
mod generate;
#[cfg(test)]
mod types;

macro_rules! schemas {
    ($($name:literal),* $(,)?) => {
        /// Name and text of the schema of each file.
        pub const FILES: [(&str, &str); 10] = [
            $(($name, include_str!(concat!("../../assets/schema/", $name, ".json")))),*
        ];
    };
}

schemas![
    "dossier",
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

/// The schema of a whole dossier as one document: an object with a member for each file.
pub const WHOLE: &str = include_str!("../../assets/schema/bilat.json");

/// The schema of a file, by its name without the ending.
pub fn of(name: &str) -> Option<&'static str> {
    let found = FILES.iter().find(|(file, _)| *file == name);
    found.map(|(_, text)| *text)
}
