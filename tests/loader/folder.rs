//! A dossier in a folder of its own, sound unless a test makes it otherwise.

use std::fs;
use std::path::Path;

use bilat::load::{Loaded, Origin, load};
use tempfile::TempDir;

pub(crate) const ABOUT: &str = r#"{
  "format": "bilat/1",
  "title": "Laos – Russia",
  "sides": [
    {"code": "LAO", "name": "Laos"},
    {"code": "RUS", "name": "Russia", "predecessors": [{"code": "SUN", "name": "Soviet Union"}]}
  ],
  "topics": [{"id": "energy", "label": "Energy"}, {"id": "nuclear", "label": "Nuclear", "broader": "energy"}]
}
"#;

pub(crate) const SOURCES: &str = r#"[{"id": "article", "type": "article", "title": "An article"}]"#;

/// Stands for sound evidence in the texts of tests.
const EVIDENCE: &str = r#""evidence": [{"source": "article", "paragraph": 1, "exact": "x"}]"#;

pub(crate) struct Folder(TempDir);

impl Folder {
    /// A dossier of dossier.json and sources.json, with `files` put in or over them. `EVIDENCE`
    /// in a text stands for a sound `"evidence": […]`.
    pub(crate) fn new<T: AsRef<[u8]>>(files: &[(&str, T)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write("dossier.json", ABOUT);
        folder.write("sources.json", SOURCES);
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), text).unwrap();
    }

    pub(crate) fn load(&self) -> Loaded {
        load(&Origin::Folder(self.path().to_owned()))
    }

    /// What `check` would print, without the folder's own path.
    pub(crate) fn problems(&self) -> Vec<String> {
        let folder = format!("{}/", self.path().display());
        let problems = self.load().problems;
        let shown = problems.iter().map(ToString::to_string);
        shown.map(|line| line.replace(&folder, "")).collect()
    }
}

/// Puts sound evidence where `text` says `EVIDENCE`.
pub(crate) fn with_evidence(text: &str) -> String {
    text.replace("EVIDENCE", EVIDENCE)
}

/// The advice for a file that is no array of records.
pub(crate) const ARRAY: &str = "\n  hint: a record file is an array of objects: [ { … }, { … } ]";
/// A sound event.
pub(crate) fn event(id: &str) -> String {
    with_evidence(&format!(
        r#"{{"id": "{id}", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE}}"#
    ))
}

/// What is told of a dossier whose events.json holds `bytes`, and how many events were read.
pub(crate) fn events(bytes: impl AsRef<[u8]>) -> (Vec<String>, usize) {
    let folder = Folder::new(&[("events.json", bytes)]);
    (folder.problems(), folder.load().dossier.events.len())
}
