//! The lists on the command line: everything is in them, filters choose, and every form says the
//! same.

#[path = "listing/chosen.rs"]
mod chosen;
#[path = "common/example.rs"]
mod example;
#[path = "listing/forms.rs"]
mod forms;
#[path = "listing/piped.rs"]
mod piped;
#[path = "listing/plain.rs"]
mod plain;

use std::fs;
use std::time::Duration;

use assert_cmd::Command;
use bilat::load::{Loaded, Origin, load};

pub(crate) const BILAT: &str = env!("CARGO_BIN_EXE_bilat");
/// The dossier of odd cases: vague dates, gaps, other scripts, long texts.
pub(crate) const ODD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/odd");
/// The lists of records of one kind.
pub(crate) const LISTS: [&str; 9] = [
    "timeline",
    "agreements",
    "trade",
    "quotes",
    "people",
    "organisations",
    "sources",
    "claims",
    "disputes",
];

/// What a command answers.
pub(crate) struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    /// All went well and nothing was remarked.
    pub(crate) fn found(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }
}

/// Runs the program with something on its standard input.
pub(crate) fn piped(arguments: &[&str], input: &str) -> Answer {
    let output = Command::new(BILAT)
        .args(arguments)
        .write_stdin(input)
        .timeout(Duration::from_mins(1))
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    Answer {
        code: output.status.code().expect("an exit code"),
        out: text(output.stdout),
        err: example::without_note(text(output.stderr)),
    }
}

/// Runs the program.
pub(crate) fn bilat(arguments: &[&str]) -> Answer {
    piped(arguments, "")
}

/// The built-in dossier, and that of odd cases.
pub(crate) fn dossiers() -> [(Vec<&'static str>, Loaded); 2] {
    let odd = Origin::new(Some(ODD.as_ref())).expect("the folder is there");
    [(vec![], load(&Origin::BuiltIn)), (vec![ODD], load(&odd))]
}

/// A dossier in a folder: the head, and these files.
pub(crate) fn dossier(files: &[(&str, &str)]) -> tempfile::TempDir {
    const HEAD: &str = r#"{"format": "bilat/1", "title": "A and B", "sides": [
        {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}],
        "topics": [{"id": "energy", "label": "Energy"}, {"id": "hydro", "label": "Water power", "broader": "energy"}]}"#;
    const SOURCES: &str = r#"[{"id": "gazette", "type": "article-newspaper", "title": "Gazette"}]"#;
    let folder = tempfile::tempdir().expect("a folder");
    let own = [("dossier.json", HEAD), ("sources.json", SOURCES)];
    for (name, text) in files.iter().chain(&own) {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

pub(crate) fn name(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().expect("a name")
}
