//! Where an export goes: standard output or files, whole or not at all.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Instant;

use super::generated::BILAT;
use super::kills::Kills;
use crate::example::without_note;

fn bilat(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(BILAT);
    command
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

fn shell(folder: &Path, script: &str) -> Output {
    let mut command = Command::new("bash");
    command
        .current_dir(folder)
        .args(["-c", script, BILAT])
        .output()
        .unwrap()
}

fn said(output: &Output) -> (i32, String) {
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap(), without_note(err))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Every format, as something that is printed.
const FORMATS: [&str; 9] = [
    "json",
    "folder --file events.json",
    "csv --file evidence.csv",
    "datapackage --file datapackage.json",
    "timelinejs",
    "csl-json",
    "bibtex",
    "markdown",
    "html",
];

#[test]
fn every_format_is_printed_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS {
        let words: Vec<_> = ["export"].into_iter().chain(format.split(' ')).collect();
        let (a, b) = (bilat(folder.path(), &words), bilat(folder.path(), &words));
        assert_eq!(said(&a).0, 0, "{format}");
        assert!(!a.stdout.is_empty() && a.stdout == b.stdout, "{format}");
        assert!(
            a.stdout.ends_with(b"\n") && !a.stdout.contains(&0x1b),
            "{format}"
        );
    }
    assert_eq!(names(folder.path()), [""; 0]);
}

/// Names of files come from the program; nothing of a dossier becomes a part of a path.
#[test]
fn names_of_files_never_come_from_the_dossier() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = r#"{"dossier": {"format": "bilat/1", "title": "../../../x", "sides": [
        {"code": "LAO", "name": "/etc/x"}, {"code": "GBR", "name": "CON"}]}, "sources": [
        {"id": "s", "type": "../x", "title": "../x", "file": "/etc/passwd", "container_title": "NUL"}]}"#;
    fs::write(folder.path().join("x.json"), hostile).unwrap();
    for format in ["csv", "datapackage", "folder"] {
        let output = bilat(folder.path(), &["export", format, "x.json", "-o", "out"]);
        assert_eq!(said(&output).0, 0, "{format}");
    }
    assert_eq!(names(folder.path()), ["out", "x.json"]);
    let inside = names(&folder.path().join("out"));
    let own = |name: &String| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'.');
    assert!(inside.len() > 20 && inside.iter().all(own), "{inside:?}");
}

#[test]
fn an_option_that_a_format_has_no_use_for_is_a_slip() {
    let folder = tempfile::tempdir().unwrap();
    for words in [
        "csv --id x",
        "json --as-of 2023",
        "html --id x",
        "bibtex --topic energy",
    ] {
        let words: Vec<_> = ["export"].into_iter().chain(words.split(' ')).collect();
        let (code, err) = said(&bilat(folder.path(), &words));
        assert_eq!(code, 2, "{words:?}");
        assert!(
            err.contains("--id is for csl-json") || err.contains("are for markdown"),
            "{err}"
        );
    }
    let (code, err) = said(&bilat(
        folder.path(),
        &["export", "html", "--topic", "enery"],
    ));
    assert_eq!(
        (code, err.contains("did you mean `energy`?")),
        (2, true),
        "{err}"
    );
    let (code, err) = said(&bilat(
        folder.path(),
        &["export", "html", "--as-of", "1999"],
    ));
    assert_eq!(
        (code, err.as_str()),
        (1, "bilat: there is nothing to export\n")
    );
}

#[test]
fn a_document_that_was_exported_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let output = bilat(folder.path(), &["export", "json", "-o", "x.json"]);
    assert_eq!(said(&output), (0, String::new()));
    let check = bilat(folder.path(), &["check", "x.json"]);
    let out = String::from_utf8(check.stdout).unwrap();
    assert!(out.starts_with("no problems: 61 events"), "{out}");
    let again = bilat(folder.path(), &["export", "json", "x.json"]);
    assert_eq!(
        again.stdout,
        fs::read(folder.path().join("x.json")).unwrap()
    );
    let summary = bilat(folder.path(), &["x.json"]);
    assert!(
        String::from_utf8(summary.stdout)
            .unwrap()
            .contains("`bilat x.json` opens it")
    );
}

#[test]
fn a_folder_that_was_exported_opens_again_and_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let output = bilat(folder.path(), &["export", "folder", "-o", "deep/new"]);
    assert_eq!(said(&output), (0, String::new()));
    let check = bilat(folder.path(), &["check", "deep/new"]);
    assert!(
        String::from_utf8(check.stdout)
            .unwrap()
            .starts_with("no problems: 61 events")
    );
    let (code, err) = said(&bilat(
        folder.path(),
        &["export", "folder", "-o", "deep/new"],
    ));
    assert_eq!(code, 2);
    assert!(
        err.contains("there is a dossier in deep/new already"),
        "{err}"
    );
}

#[test]
fn several_files_need_a_folder_or_a_choice() {
    let folder = tempfile::tempdir().unwrap();
    let (code, err) = said(&bilat(folder.path(), &["export", "folder"]));
    assert_eq!(code, 2);
    assert!(err.contains("-o FOLDER"), "{err}");
    let one = bilat(
        folder.path(),
        &["export", "folder", "--file", "events.json"],
    );
    assert!(
        String::from_utf8(one.stdout)
            .unwrap()
            .contains("relations-1960")
    );
    let (code, err) = said(&bilat(
        folder.path(),
        &["export", "folder", "--file", "../x"],
    ));
    assert_eq!(code, 2, "{err}");
}

#[test]
fn a_file_of_the_dossier_itself_is_spared() {
    let folder = tempfile::tempdir().unwrap();
    bilat(folder.path(), &["export", "folder", "-o", "d"]);
    let before = fs::read(folder.path().join("d/events.json")).unwrap();
    let output = bilat(
        folder.path(),
        &["export", "json", "d", "-o", "d/events.json"],
    );
    assert_eq!(said(&output).0, 2);
    assert_eq!(
        fs::read(folder.path().join("d/events.json")).unwrap(),
        before
    );
}

/// A limit on the size of files stands for a full disk: the system refuses to write on.
#[test]
fn a_full_disk_leaves_the_old_file_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.json"), "old").unwrap();
    let script = "trap '' XFSZ; ulimit -f 20; exec \"$0\" export json -o x.json";
    let (code, err) = said(&shell(folder.path(), script));
    assert_eq!(code, 2);
    assert!(
        err.starts_with("bilat: cannot write x.json; nothing was written: "),
        "{err}"
    );
    assert_eq!(names(folder.path()), ["x.json"]);
    assert_eq!(
        fs::read_to_string(folder.path().join("x.json")).unwrap(),
        "old"
    );
    let script = "trap '' XFSZ; ulimit -f 20; exec \"$0\" export folder -o new/one";
    let (code, err) = said(&shell(folder.path(), script));
    assert_eq!(code, 2, "{err}");
    assert_eq!(names(folder.path()), ["x.json"], "not even the folders");
}

#[test]
fn a_full_device_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (code, err) = said(&shell(folder.path(), "\"$0\" export json > /dev/full"));
    assert_eq!(code, 2);
    assert!(
        err.contains("cannot write to standard output: No space left"),
        "{err}"
    );
}

#[test]
fn a_reader_that_has_heard_enough_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS {
        let script = format!("\"$0\" export {format} | head -1; exit ${{PIPESTATUS[0]}}");
        let output = shell(folder.path(), &script);
        let (code, err) = said(&output);
        // What a format cannot hold is told all the same.
        let remark = match format {
            "timelinejs" => err.starts_with("bilat: 17 events have no date"),
            "csl-json" | "bibtex" => {
                err.contains("cannot hold of a date") && err.lines().count() == 1
            }
            _ => false,
        };
        assert!(code == 0 && (err.is_empty() || remark), "{format}: {err}");
    }
}

/// Killed at any moment there is the old file or the new one, whole.
#[test]
fn a_kill_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.json");
    let since = Instant::now();
    let new = bilat(folder.path(), &["export", "json"]).stdout;
    let mut kills = Kills::new(since.elapsed());
    for at in 0..24 {
        fs::write(&path, "old").unwrap();
        let mut child = Command::new(BILAT)
            .current_dir(folder.path())
            .args(["export", "json", "-o", "x.json"])
            .spawn()
            .unwrap();
        kills.wait();
        child.kill().unwrap();
        child.wait().unwrap();
        let found = fs::read(&path).unwrap();
        assert!(found == b"old" || found == new, "kill {at}");
        kills.had_written(found == new);
    }
    kills.check();
}

/// What could not be read is not exported, and that is told.
#[test]
fn a_faulty_dossier_is_exported_as_far_as_it_could_be_read() {
    let output = bilat(
        Path::new(env!("CARGO_MANIFEST_DIR")),
        &["export", "json", "tests/fixtures/faulty"],
    );
    let (code, err) = said(&output);
    assert_eq!(code, 1);
    assert!(err.starts_with("bilat: 3 errors in the dossier"), "{err}");
    assert!(!output.stdout.is_empty());
}
