//! `bilat new`: an empty dossier for two countries that opens at once, and never writes over anything.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bilat::describe::schema;
use bilat::load::{FILES, Origin, load};
use serde_json::Value;
use tempfile::TempDir;

const BILAT: &str = env!("CARGO_BIN_EXE_bilat");

fn bilat(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(BILAT)
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// Every file below a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.clone());
            }
            found.push(path);
        }
    }
    found.sort();
    found
}

fn made(sides: &str) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let (code, out, err) = bilat(place.path(), &["new", "d", "--sides", sides]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("`bilat draft ARTICLE --into d`"), "{out}");
    assert!(out.contains("`bilat add source --dossier d`"), "{out}");
    place
}

#[test]
fn a_new_dossier_is_clean_and_names_its_schemas() {
    let place = made("LAO,GBR");
    let (code, out, _) = bilat(place.path(), &["check", "d"]);
    assert_eq!((code, out.as_str()), (0, "no problems: no records\n"));
    let (code, out, _) = bilat(place.path(), &["d"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("Laos – United Kingdom\n"), "{out}");
    let folder = place.path().join("d");
    for (name, text) in schema::FILES {
        let file: Value =
            serde_json::from_str(&fs::read_to_string(folder.join(format!("{name}.json"))).unwrap())
                .unwrap();
        let schema = folder.join(file["$schema"].as_str().unwrap());
        assert_eq!(fs::read_to_string(schema).unwrap(), text);
    }
    let about = load(&Origin::Folder(folder)).dossier.about.clone();
    assert_eq!(about.sides[0].adjective.as_deref(), Some("Lao"));
    assert_eq!(
        about.sides[1].official_name.as_deref(),
        Some("United Kingdom of Great Britain and Northern Ireland")
    );
    assert!(about.topics.len() > 8);
}

#[test]
fn sides_are_named_by_code_or_name_and_a_title_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let arguments = [
        "new",
        "a/b",
        "--sides",
        "la,United Kingdom",
        "--title",
        "T\u{1b}[31m\n# X",
    ];
    assert_eq!(bilat(place.path(), &arguments).0, 0);
    let folder = place.path().join("a/b");
    let loaded = load(&Origin::Folder(folder.clone()));
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.dossier.about.title.given(), "T\u{1b}[31m\n# X");
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    assert!(
        readme.starts_with("# T<U+001B>[31m<U+000A># X\n\n"),
        "{readme}"
    );
    assert!(!readme.contains("{{") && readme.contains("United Kingdom"));
}

#[test]
fn every_example_of_its_readme_is_sound() {
    let place = made("LAO,GBR");
    let folder = place.path().join("d");
    let readme = include_str!("../assets/new/README.md");
    let written = fs::read_to_string(folder.join("README.md")).unwrap();
    let examples = |text: &str| {
        let blocks: Vec<_> = text
            .split("```json")
            .skip(1)
            .map(|b| b.split("```").next().unwrap().to_owned())
            .collect();
        blocks
    };
    let mut tried = 0;
    for (tagged, example) in examples(readme).iter().zip(examples(&written)) {
        let name = tagged.lines().next().unwrap().trim();
        if name.is_empty() {
            continue;
        }
        fs::write(folder.join(format!("{name}.json")), format!("[{example}]")).unwrap();
        tried += 1;
    }
    assert_eq!(tried, FILES.len());
    let problems: Vec<_> = load(&Origin::Folder(folder))
        .problems
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(problems, [""; 0]);
}

#[test]
fn countries_that_are_not_known_have_a_nearest_one_and_nothing_is_made() {
    let place = tempfile::tempdir().unwrap();
    for (sides, message) in [
        ("LOA,GBR", "did you mean LAO (Laos)?"),
        ("LAO,Untied Kingdom", "did you mean GBR (United Kingdom)?"),
        ("LAO,\u{1b}[31m", "no country is called `<U+001B>[31m`"),
        ("LAO,LA", "Laos is given twice"),
        ("LAO", "a dossier has two sides"),
        ("LAO,GBR,RUS", "a dossier has two sides"),
    ] {
        let (code, out, err) = bilat(place.path(), &["new", "d", "--sides", sides]);
        assert_eq!((code, out.as_str()), (2, ""), "{sides}");
        assert!(err.contains(message) && !err.contains('\u{1b}'), "{err}");
    }
    assert_eq!(files(place.path()), [""; 0].map(PathBuf::from));
}

#[test]
fn what_is_there_is_never_written_over() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    fs::write(at("file"), "mine").unwrap();
    fs::create_dir(at("full")).unwrap();
    fs::write(at("full/thesis.txt"), "mine").unwrap();
    std::os::unix::fs::symlink("gone", at("dangling")).unwrap();
    let before = files(place.path());
    for name in ["file", "full", "dangling", "file/below"] {
        let (code, _, err) = bilat(place.path(), &["new", name, "--sides", "LAO,GBR"]);
        assert_eq!(code, 2, "{name}");
        assert!(err.contains(name), "{err}");
        assert_eq!(files(place.path()), before);
    }
    // An empty folder, and one with a repository and nothing else, may be filled.
    fs::create_dir_all(at("empty/.git")).unwrap();
    let (code, _, err) = bilat(&at("empty"), &["new", ".", "--sides", "LAO,GBR"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(at("empty/dossier.json").exists());
}

#[test]
fn a_full_disk_leaves_nothing_behind() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("empty")).unwrap();
    let before = files(place.path());
    for name in ["empty", "a/b"] {
        // The largest schema is over this limit of 5 KB, and XFSZ would end the program.
        let script =
            format!("trap '' XFSZ; ulimit -f 5; exec '{BILAT}' new {name} --sides LAO,GBR");
        let output = Command::new("bash")
            .current_dir(place.path())
            .args(["-c", &script])
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(err.contains("nothing was written"), "{err}");
        assert_eq!(files(place.path()), before);
    }
}
