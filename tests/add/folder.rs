//! A dossier in a folder of its own, and the program run in it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use bilat::load::{Loaded, Origin, load};
use tempfile::TempDir;

pub(crate) const BILAT: &str = env!("CARGO_BIN_EXE_bilat");

pub(crate) const ABOUT: &str = r#"{"format": "bilat/1", "title": "A and B", "sides": [
  {"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}],
  "topics": [{"id": "trade", "label": "Trade"}]}
"#;

/// What the program said: exit code, standard output, standard error.
pub(crate) type Said = (i32, String, String);

pub(crate) struct Folder(TempDir);

impl Folder {
    /// A dossier with one source, and `files` put in or over it.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write("dossier.json", ABOUT);
        let sources = "[\n{\"id\": \"gazette\", \"type\": \"report\", \"title\": \"Gazette\"}\n]";
        folder.write("sources.json", sources);
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    pub(crate) fn load(&self) -> Loaded {
        load(&Origin::Folder(self.path().to_owned()))
    }

    /// The names of all files, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// `bilat add` with these words, in the folder.
    pub(crate) fn add(&self, words: &[&str]) -> Said {
        self.run(words, "true", "")
    }

    /// The same with an editor and a standard input.
    pub(crate) fn run(&self, words: &[&str], editor: &str, input: &str) -> Said {
        let mut child = Command::new(BILAT)
            .current_dir(self.path())
            .arg("add")
            .args(words)
            .env_remove("VISUAL")
            .env("EDITOR", editor)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read it is no fault.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let code = output.status.code().unwrap();
        (code, text(output.stdout), text(output.stderr))
    }
}

/// What an event rests on, as options.
pub(crate) const RESTS: [&str; 6] = ["--source", "gazette", "--paragraph", "1", "--exact", "x"];

/// An event, as options.
pub(crate) fn event(title: &str, date: &str) -> Vec<String> {
    ["event", "--title", title, "--date", date, "--kind", "visit"]
        .into_iter()
        .chain(RESTS)
        .map(ToOwned::to_owned)
        .collect()
}
