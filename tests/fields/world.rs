//! A dossier in a folder with the records that others point at, and for each kind one record with
//! every field and one with no more than it must have.

use std::fs;
use std::path::Path;
use std::process::Command;

use bilat::dossier::Kind;
use bilat::dossier::typed::fields_of;
use serde_json::Value;
use tempfile::TempDir;

use super::samples::{id, record};

const ABOUT: &str = r#"{"format": "bilat/1", "title": "A and B", "sides": [
  {"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}],
  "topics": [{"id": "trade", "label": "Trade"}, {"id": "energy", "label": "Energy"}]}"#;

const PASSAGE: &str = r#""evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]"#;

/// The records that others point at: the name of a file, and a record of it without its evidence.
const TARGETS: [(&str, &str); 9] = [
    (
        "sources",
        r#""id": "gazette", "type": "report", "title": "Gazette", "container_title": "Gazette", "issued": "2025""#,
    ),
    ("people", r#""id": "ann", "name": "Ann Lee""#),
    ("people", r#""id": "bob", "name": "Bob Ray""#),
    (
        "organisations",
        r#""id": "mot", "name": "Ministry of Tests", "kind": "state body""#,
    ),
    (
        "events",
        r#""id": "opening", "title": "Opening talks", "date": "2001", "kind": "meeting", "status": "occurred""#,
    ),
    (
        "agreements",
        r#""id": "older", "title": "Older memo", "kind": "memorandum", "signed": "2002", "status": "signed""#,
    ),
    (
        "series",
        r#""id": "base", "title": "Base level", "kind": "trade", "unit": "USD", "observations": [
            {"id": "base.2020", "period": "2020", "value": 7, "evidence": [{"source": "gazette", "paragraph": 1, "exact": "7"}]}]"#,
    ),
    (
        "quotes",
        r#""id": "asked", "speaker": "bob", "event": "opening", "text": "What was asked""#,
    ),
    ("claims", r#""id": "claimed", "statement": "It is so""#),
];

/// The names of the files, and the kind of their records.
pub(crate) const FILES: [(&str, Kind); 9] = [
    ("sources", Kind::Source),
    ("people", Kind::Person),
    ("organisations", Kind::Organisation),
    ("events", Kind::Event),
    ("agreements", Kind::Agreement),
    ("series", Kind::Series),
    ("quotes", Kind::Quote),
    ("claims", Kind::Claim),
    ("disputes", Kind::Dispute),
];

/// The id of a record that has no more than it must.
pub(crate) fn bare(kind: Kind) -> String {
    format!("bare-{}", kind.singular())
}

/// Does a record have to have the field, or it would not be sound?
pub(crate) fn is_needed(kind: Kind, field: &str) -> bool {
    let needed = fields_of(kind)
        .iter()
        .any(|i| i.name == field && i.required);
    // A quote without an occasion and a series without goods or figures are warned of.
    needed || [(Kind::Quote, "event"), (Kind::Series, "items")].contains(&(kind, field))
}

pub(crate) struct World(TempDir);

impl World {
    /// The records that others point at, and of each kind those that `records` gives.
    pub(crate) fn of(records: impl Fn(Kind) -> Vec<String>) -> Self {
        let world = Self(tempfile::tempdir().unwrap());
        world.write("dossier.json", ABOUT);
        for (name, kind) in FILES {
            let targets = TARGETS
                .iter()
                .filter(|(file, _)| *file == name)
                .map(|(_, members)| format!("{{{members}, {PASSAGE}}}"));
            let all: Vec<_> = targets.chain(records(kind)).collect();
            world.write(
                &format!("{name}.json"),
                &format!("[\n{}\n]", all.join(",\n")),
            );
        }
        world
    }

    /// Of each kind a full record and a bare one; a full figure in a series of its own.
    pub(crate) fn full() -> Self {
        Self::of(|kind| {
            let needed = |field: &str| is_needed(kind, field);
            let bare = record(kind, &bare(kind), needed)
                .strip_suffix('}')
                .unwrap()
                .to_owned()
                + ", "
                + BARE
                + "}";
            let mut all = vec![record(kind, &id(kind), |_| true), bare];
            if kind == Kind::Series {
                all.push(figures());
            }
            all
        })
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn dossier(&self) -> &str {
        self.path().to_str().unwrap()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }
}

/// The evidence of a bare record.
const BARE: &str = r#""evidence": [{"source": "gazette", "paragraph": 9, "exact": "bare"}]"#;

/// A series that holds the figure with every field and a bare one.
fn figures() -> String {
    let kind = Kind::Observation;
    let full = record(kind, &id(kind), |_| true);
    let bare = record(kind, &bare(kind), |field| is_needed(kind, field))
        .strip_suffix('}')
        .unwrap()
        .replace("2020", "1990")
        + ", \"value\": 1, "
        + BARE
        + "}";
    format!(
        "{{\"id\": \"figures\", \"title\": \"Figures\", \"kind\": \"growth\", \"unit\": \"percentage-points\", \
         \"scale\": 3, \"observations\": [{full}, {bare}], {PASSAGE}}}"
    )
}

/// What the program said: exit code, standard output, standard error.
pub(crate) type Said = (i32, String, String);

/// Runs the program.
pub(crate) fn bilat(words: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_bilat"))
        .args(words)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    (code, text(output.stdout), text(output.stderr))
}

/// What it printed, where all went well.
pub(crate) fn printed(words: &[&str]) -> String {
    let (code, out, err) = bilat(words);
    assert_eq!((code, err.as_str()), (0, ""), "{words:?}");
    out
}

/// The record of that id in the lines of `bilat export jsonl`.
pub(crate) fn stored(lines: &str, id: &str) -> Value {
    let mut records = lines.lines().map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        line["record"].clone()
    });
    let found = records.find(|record| record["id"] == id);
    found.unwrap_or_else(|| panic!("no record {id}"))
}
