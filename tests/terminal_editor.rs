//! The person's editor and the terminal: one that returns at once, and what is typed while it runs.

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use pty::{BILAT, Pty, Seen, command, eventually};
use tempfile::TempDir;

const ASKS: &str = "press Enter when you are done";

/// A dossier with one source.
fn dossier() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect(name);
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "Laos and Britain", "sides": [{"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}]}"#,
    );
    write(
        "sources.json",
        r#"[{"id": "gazette", "type": "report", "title": "Gazette"}]"#,
    );
    write(
        "events.json",
        r#"[{"id": "e", "title": "First title", "kind": "visit", "status": "occurred", "date": "1999", "evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]}]"#,
    );
    folder
}

/// A program of that name.
fn program(folder: &Path, name: &str, script: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    path.to_str().expect("UTF-8").to_owned()
}

/// What fills in a template whose path is `$1`.
const FILL: &str = r#"sed -i 's/"title": ""/"title": "Late"/; s/"kind": ""/"kind": "visit"/; s/"source": ""/"source": "gazette"/; s/"paragraph": null/"paragraph": 4/; s/"exact": ""/"exact": "y"/' "$1""#;

/// The texts that are being edited.
fn sheets(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().into_string().expect("UTF-8"));
    names.filter(|name| name.starts_with("new-")).collect()
}

fn add(folder: &TempDir, visual: &str) -> Pty {
    let mut add = command(BILAT, &["add", "event", "--edit"]);
    add.cwd(folder.path());
    add.env("VISUAL", visual);
    Pty::spawn(add, 120, 40)
}

/// It hands the file over to another process, which saves it later.
#[test]
fn an_editor_that_returns_at_once_is_waited_for() {
    let (folder, tools) = (dossier(), tempfile::tempdir().expect("a folder"));
    let script = format!(
        "(sleep 1; {FILL}; touch {}/saved) >/dev/null 2>&1 &",
        tools.path().display()
    );
    let mut pty = add(&folder, &program(tools.path(), "forked", &script));
    pty.wait("the question", |seen| seen.text().contains(ASKS));
    assert_eq!(sheets(folder.path()).len(), 1, "the file is there");
    eventually(
        || tools.path().join("saved").exists(),
        || "the editor".to_owned(),
    );
    pty.send("\r");
    assert_eq!(pty.exit(), 0, "{}", pty.seen().text());
    let events = fs::read_to_string(folder.path().join("events.json")).expect("events");
    assert!(events.contains("\"Late\""), "{events}");
    assert_eq!(sheets(folder.path()), [""; 0]);
}

/// Whoever says so before anything was saved, or leaves, keeps the file.
#[test]
fn a_file_that_may_be_open_is_never_taken_away() {
    for answer in ["\r", "\x04", "\x03"] {
        let (folder, tools) = (dossier(), tempfile::tempdir().expect("a folder"));
        let mut pty = add(&folder, &program(tools.path(), "forked", "sleep 1.2"));
        pty.wait("the question", |seen| seen.text().contains(ASKS));
        pty.send(answer);
        assert_ne!(pty.exit(), 0, "{answer:?}");
        assert_eq!(sheets(folder.path()).len(), 1, "{}", pty.seen().text());
    }
}

/// It saves a part, returns, and saves the rest.
#[test]
fn an_editor_that_goes_on_writing_is_waited_for() {
    let (folder, tools) = (dossier(), tempfile::tempdir().expect("a folder"));
    let part = r#"sed -i 's/"title": ""/"title": "Part"/' "$1""#;
    let more = r#"for at in 1 2 3 4 5 6 7 8 9; do sleep 0.1; echo "// $at" >> "$1"; done"#;
    let script = format!("{part}; ({more}) >/dev/null 2>&1 &");
    let mut pty = add(&folder, &program(tools.path(), "forked", &script));
    pty.wait("the question", |seen| {
        seen.text().contains("still changes") && seen.text().contains("press Enter")
    });
    pty.send("\x03");
    pty.exit();
    assert_eq!(sheets(folder.path()).len(), 1);
}

/// A line that was typed while the editor ran is no answer to a question that comes after it.
#[test]
fn what_is_typed_while_the_editor_runs_answers_nothing() {
    let (folder, tools) = (dossier(), tempfile::tempdir().expect("a folder"));
    let script = format!("touch {}/runs; sleep 1.5", tools.path().display());
    let mut pty = add(&folder, &program(tools.path(), "window", &script));
    eventually(
        || tools.path().join("runs").exists(),
        || "the editor".to_owned(),
    );
    pty.send("\r\r\r");
    pty.wait("the question", |seen| seen.text().contains(ASKS));
    // Unanswered, it stays.
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(
        !pty.seen().text().contains("nothing was added"),
        "{}",
        pty.seen().text()
    );
    pty.send("\r");
    pty.wait("the end", |seen| seen.text().contains("nothing was added"));
    assert_eq!(pty.exit(), 1);
}

fn open(folder: &TempDir, visual: &str) -> Pty {
    let mut open = command(BILAT, &[folder.path().to_str().expect("UTF-8")]);
    open.env("VISUAL", visual);
    let pty = Pty::spawn(open, 120, 40);
    pty.wait("the records", |seen| seen.text().contains("First title"));
    pty
}

#[test]
fn what_is_typed_while_the_editor_runs_is_no_key() {
    let (folder, tools) = (dossier(), tempfile::tempdir().expect("a folder"));
    let runs = tools.path().join("runs");
    let script = format!("touch {0}; sleep 1; rm {0}", runs.display());
    let mut pty = open(&folder, &program(tools.path(), "window", &script));
    for _ in 0..2 {
        pty.send("e");
        eventually(|| runs.exists(), || "the editor".to_owned());
        pty.send("q\x1b[Aq/qq\rq");
        pty.wait("the dashboard", |seen| {
            !runs.exists() && seen.alternate() && seen.text().contains("First title")
        });
        pty.answers();
        assert!(!pty.seen().text().contains("/ qq"), "{}", pty.seen().text());
    }
    // What is typed from now on counts.
    pty.send("?");
    pty.wait("help", |seen| seen.text().contains("Keys"));
    pty.send("qq");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn what_a_window_saves_later_is_shown() {
    let (folder, tools) = (dossier(), tempfile::tempdir().expect("a folder"));
    let script = "(sleep 1; sed -i 's/First title/Second title/' \"$1\") >/dev/null 2>&1 &";
    let mut pty = open(&folder, &program(tools.path(), "forked", script));
    pty.send("e");
    pty.wait("what was saved", |seen| {
        seen.alternate() && seen.text().contains("Second title")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

/// A name that begins with a hyphen is no option of the editor.
#[test]
fn a_folder_may_be_called_like_an_option() {
    let (around, tools) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("one"),
    );
    let log = tools.path().join("log");
    let script = format!("echo \"$@\" > {}", log.display());
    for name in ["-d", "+d"] {
        fs::rename(dossier().keep(), around.path().join(name)).expect("renamed");
        let mut open = command(BILAT, &["--", name]);
        open.cwd(around.path());
        open.env("VISUAL", program(tools.path(), "vi", &script));
        let mut pty = Pty::spawn(open, 120, 40);
        pty.wait("the records", |seen| seen.text().contains("First title"));
        pty.send("e");
        eventually(|| log.exists(), || "the editor".to_owned());
        pty.wait("the dashboard", Seen::alternate);
        pty.send("q");
        assert_eq!(pty.exit_restored(), 0);
        let words = fs::read_to_string(&log).expect("its words");
        assert!(
            words.ends_with(&format!(" ./{name}/events.json\n")),
            "{words}"
        );
        fs::remove_file(&log).expect("removed");
    }
}
