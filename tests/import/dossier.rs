//! A dossier of two countries, made by the program, and files read into it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use bilat::dossier::Dossier;
use bilat::load::{Loaded, Origin, load};
use serde_json::Value;
use tempfile::TempDir;

pub(crate) const BILAT: &str = env!("CARGO_BIN_EXE_bilat");

/// What the program said: exit code, standard output, standard error.
pub(crate) type Said = (i32, String, String);

/// Runs the program, which must not take long.
pub(crate) fn bilat(words: &[&str]) -> Said {
    let mut command = Command::new(BILAT);
    let output = command
        .args(words)
        .timeout(Duration::from_mins(1))
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().expect("it ends by itself");
    (code, text(output.stdout), text(output.stderr))
}

/// A file among the fixtures.
pub(crate) fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    root.join(name).to_str().unwrap().to_owned()
}

/// A dossier, and a folder beside it for the files that are imported.
pub(crate) struct World {
    folder: TempDir,
}

impl World {
    /// Of Laos and the United Kingdom.
    pub(crate) fn new() -> Self {
        Self::of("LAO,GBR")
    }

    pub(crate) fn of(sides: &str) -> Self {
        let world = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let (code, _, err) = bilat(&["new", &world.dossier(), "--sides", sides]);
        assert_eq!((code, err.as_str()), (0, ""));
        fs::create_dir(world.path("files")).unwrap();
        world
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn dossier(&self) -> String {
        self.path("dossier").to_str().unwrap().to_owned()
    }

    /// A file that is to be imported.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path("files").join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The folder of such files.
    pub(crate) fn files(&self) -> String {
        self.path("files").to_str().unwrap().to_owned()
    }

    /// `bilat import` with these words.
    pub(crate) fn import(&self, words: &[&str]) -> Said {
        let dossier = self.dossier();
        bilat(&[&["import"], words, &["--into", &dossier]].concat())
    }

    /// The same, which must go well; its report as JSON.
    pub(crate) fn imported(&self, words: &[&str]) -> Value {
        let (code, out, err) = self.import(&[words, &["--json"]].concat());
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        serde_json::from_str(&out).unwrap()
    }

    pub(crate) fn loaded(&self) -> Loaded {
        load(&Origin::Folder(self.path("dossier")))
    }

    pub(crate) fn load(&self) -> Dossier {
        let loaded = self.loaded();
        assert_eq!(loaded.problems, []);
        loaded.dossier
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path("dossier").join(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path("dossier").join(name), text).unwrap();
    }

    /// Every file of the dossier, to be compared.
    pub(crate) fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.path("dossier")).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let files = paths.filter(|path| path.is_file());
        let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
        files
            .map(|path| (name(&path), fs::read(&path).unwrap()))
            .collect()
    }
}

/// Whole rows that were left out: line and reason.
pub(crate) fn left_out(report: &Value) -> Vec<(u64, String)> {
    let skipped = report["files"][0]["skipped"].as_array().unwrap();
    let whole = skipped
        .iter()
        .filter(|skip| skip["columns"].as_array().unwrap().is_empty());
    let told = |skip: &Value| {
        (
            skip["line"].as_u64().unwrap(),
            skip["reason"].as_str().unwrap().to_owned(),
        )
    };
    whole.map(told).collect()
}
