//! A small dossier in a folder, and a small text that it rests on.

use std::fs;
use std::path::Path;

use bilat::dossier::{Dossier, Id};
use bilat::load::{Origin, load};
use bilat::verify::{Texts, verify};
use tempfile::TempDir;

const ABOUT: &str = r#"{"format": "bilat/1", "title": "Laos – Russia", "sides": [
    {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#;

/// The text of most tests. Blank lines are no paragraphs.
pub(crate) const TEXT: &str = "\
The bridge at Kang was opened in spring.

It is 120 metres long and cost about US$8.35 million, which is 12,500 per metre.
   \t
The mayor said: “We waited ten years for this. We did not wait in vain.”
“It will never be closed,” she added.
A ferry and a second ferry still cross the river; a ferry costs 40 cents.
The river is the Kang.
";

pub(crate) struct World(TempDir);

impl World {
    /// A dossier of these files besides dossier.json and sources.json.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let world = Self(tempfile::tempdir().expect("a folder"));
        let sources = r#"[{"id": "news", "type": "article", "title": "News", "file": "news.txt"}]"#;
        world.write("dossier.json", ABOUT);
        world.write("sources.json", sources);
        for (name, text) in files {
            world.write(name, text);
        }
        world
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), bytes).expect("written");
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn dossier(&self) -> Dossier {
        load(&Origin::Folder(self.path().to_owned())).dossier
    }
}

/// A dossier of one event that rests on `evidence`, the inside of a JSON object.
pub(crate) fn event(evidence: &str) -> Dossier {
    let record = format!(
        r#"[{{"id": "e", "title": "T", "kind": "visit", "status": "occurred",
            "evidence": [{{"source": "news", {evidence}}}]}}]"#
    );
    World::new(&[("events.json", &record)]).dossier()
}

/// The text of the source of these dossiers.
pub(crate) fn texts(text: &str) -> Texts {
    let mut texts = Texts::default();
    texts.insert(Id::new("news").expect("an id"), text);
    texts
}

/// The lines for what is not found, without the place in the files, and the summary.
pub(crate) fn lines(dossier: &Dossier, texts: &Texts) -> Vec<String> {
    let report = verify(dossier, texts);
    let bare = |line: String| match line.split_once(".json:") {
        Some((_, rest)) => rest.split_once(": ").expect("a line").1.to_owned(),
        None => line,
    };
    let mut lines: Vec<_> = report.lines().map(bare).collect();
    lines.push(report.summary());
    lines
}

/// What is told of the words `exact`, said to stand in `paragraph` of `text`.
pub(crate) fn one(text: &str, paragraph: u32, exact: &str) -> String {
    let exact = serde_json::to_string(exact).expect("a string");
    let dossier = event(&format!(r#""paragraph": {paragraph}, "exact": {exact}"#));
    lines(&dossier, &texts(text)).remove(0)
}
