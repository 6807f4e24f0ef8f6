//! The files of an open dossier: edited in the person's editor, and read again when they change.

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use pty::{BILAT, Pty, command};
use tempfile::TempDir;

/// A copy of the built-in dossier.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/laos-russia");
    for entry in fs::read_dir(files).expect("the dossier") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("it is copied");
    }
    folder
}

/// An editor that is a script; it is called vi, so that it is told the line.
fn editor(folder: &Path, script: &str) -> String {
    let path = folder.join("vi");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    path.to_str().expect("UTF-8").to_owned()
}

fn open(folder: &TempDir, arguments: &[&str], visual: &str) -> Pty {
    let path = folder.path().to_str().expect("UTF-8");
    let mut command = command(BILAT, &[&[path], arguments].concat());
    command.env("VISUAL", visual);
    let pty = Pty::spawn(command, 120, 40);
    pty.wait("the records", |seen| seen.text().contains("36/61"));
    pty
}

fn replace(folder: &TempDir, name: &str, from: &str, to: &str) {
    let path = folder.path().join(name);
    let text = fs::read_to_string(&path).expect("the file");
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).expect("it is written");
}

const FIRST: &str = "Nuclear roadmap for 2025-2026 signed";

#[test]
fn the_editor_opens_at_the_record_and_its_changes_are_read() {
    let (folder, tools) = (copy(), tempfile::tempdir().expect("a folder"));
    let edit = format!(
        "echo \"$1\" >line; stty -a >modes; sed -i 's/{FIRST}/People put on display/' \"$2\""
    );
    let script = format!("cd {} && {edit}", tools.path().display());
    let mut pty = open(&folder, &["--no-watch"], &editor(tools.path(), &script));
    pty.send("e");
    pty.wait("the change", |seen| {
        seen.text().contains("People put on display")
    });
    assert!(pty.seen().alternate(), "the dashboard is back");
    let line = fs::read_to_string(tools.path().join("line")).expect("it was told a line");
    let events = fs::read_to_string(folder.path().join("events.json")).expect("the file");
    let number: usize = line
        .trim()
        .trim_start_matches('+')
        .parse()
        .expect("a number");
    let record = events.lines().nth(number - 1).expect("that line");
    assert_eq!(record.trim(), "{", "the record begins there");
    let modes = fs::read_to_string(tools.path().join("modes")).expect("its modes");
    assert!(
        modes.contains(" icanon") && modes.contains(" echo "),
        "it has the terminal: {modes}"
    );
    pty.send("jjq");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn an_editor_that_fails_is_told_and_ctrl_c_in_it_stops_nothing() {
    let (folder, tools) = (copy(), tempfile::tempdir().expect("a folder"));
    let script = "kill -INT 0; exit 3";
    let mut pty = open(&folder, &[], &editor(tools.path(), script));
    pty.send("e");
    pty.wait("a remark", |seen| {
        seen.text().contains("ended with exit status: 3")
            || seen.text().contains("ended with signal")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn the_built_in_dossier_cannot_be_edited() {
    let mut pty = Pty::bilat(&[]);
    pty.wait("the records", |seen| seen.text().contains("36/61"));
    pty.send("e");
    pty.wait("advice", |seen| {
        seen.text().contains("bilat export folder -o DIR")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn what_is_saved_is_shown_and_what_is_selected_stays() {
    let folder = copy();
    let mut pty = open(&folder, &[], "");
    pty.send("14/soviet\r");
    pty.wait("the search", |seen| seen.text().contains("9 of 38"));
    replace(&folder, "events.json", FIRST, "People put on display");
    pty.wait("the change", |seen| {
        seen.text().contains("People put on display")
    });
    let text = pty.seen().text();
    assert!(
        text.contains("9 of 38") && text.contains("/ soviet"),
        "{text}"
    );
    let selected = text.lines().find(|line| line.contains("│▌[2025]"));
    assert!(
        selected.is_some_and(|line| line.contains("People put on display")),
        "the event stays selected:\n{text}"
    );
    // A new file in the place of the old one is noticed too.
    let renamed = folder.path().join("events.json");
    let again = fs::read_to_string(&renamed)
        .expect("the file")
        .replace("People put on display", "Renamed in place");
    fs::write(folder.path().join(".new"), again).expect("a file");
    fs::rename(folder.path().join(".new"), renamed).expect("renamed");
    pty.wait("the change", |seen| {
        seen.text().contains("Renamed in place")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn a_broken_save_keeps_what_was_there_and_says_what_is_wrong_and_where() {
    let folder = copy();
    let mut pty = open(&folder, &[], "");
    let path = folder.path().join("events.json");
    let whole = fs::read_to_string(&path).expect("the file");
    let cut = whole
        .find("\"diplomatic-relations")
        .or_else(|| whole.find("\"id\": ").map(|at| at + 4000))
        .expect("a place");
    fs::write(&path, &whole[..whole.floor_char_boundary(cut)]).expect("it is cut");
    pty.wait("what is wrong", |seen| {
        let text = seen.text();
        text.contains("shown as before the last save")
            && text.contains("events.json:")
            && text.contains("records before it were read")
    });
    assert!(pty.seen().text().contains("36/61"), "{}", pty.seen().text());
    // Another save that is as broken does not take them away either.
    fs::write(&path, &whole[..whole.floor_char_boundary(cut - 10)]).expect("it is cut");
    pty.send("!");
    pty.wait("the problems", |seen| {
        seen.text().contains("Problems in the files")
    });
    pty.send("q");
    fs::write(&path, whole.replace(FIRST, "Mended again")).expect("it is mended");
    pty.wait("what is mended", |seen| {
        seen.text().contains("Mended again") && !seen.text().contains("shown as before")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn without_watching_nothing_is_read_again() {
    let folder = copy();
    let unwatched = open(&folder, &["--no-watch"], "");
    // One that watches tells when there was something to see.
    let watched = open(&folder, &[], "");
    replace(&folder, "events.json", FIRST, "People put on display");
    watched.wait("the change", |seen| {
        seen.text().contains("People put on display")
    });
    unwatched.answers();
    // The frame that answers may come in pieces.
    unwatched.wait("what was there", |seen| seen.text().contains(FIRST));
    for mut pty in [unwatched, watched] {
        pty.send("q");
        assert_eq!(pty.exit_restored(), 0);
    }
}

/// A dossier whose events are a link to a file elsewhere.
fn linked() -> (TempDir, TempDir) {
    let (folder, shared) = (copy(), tempfile::tempdir().expect("a folder"));
    let events = folder.path().join("events.json");
    fs::copy(&events, shared.path().join("e.json")).expect("copied");
    fs::remove_file(&events).expect("removed");
    std::os::unix::fs::symlink(shared.path().join("e.json"), events).expect("linked");
    (folder, shared)
}

#[test]
fn a_record_file_that_is_a_link_is_watched_where_it_leads() {
    let (folder, shared) = linked();
    let mut pty = open(&folder, &[], "true");
    replace(&shared, "e.json", FIRST, "People put on display");
    pty.wait("the change", |seen| {
        seen.text().contains("People put on display")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn a_folder_that_is_made_again_is_taken_up_and_shown_as_before_meanwhile() {
    let (folder, spare) = (copy(), copy());
    replace(&spare, "events.json", FIRST, "People put on display");
    let mut pty = open(&folder, &[], "true");
    fs::remove_dir_all(folder.path()).expect("removed");
    pty.wait("what is wrong", |seen| {
        seen.text().contains("as before the last save")
    });
    assert!(pty.seen().text().contains("36/61"), "the last good state");
    fs::rename(spare.path(), folder.path()).expect("renamed");
    pty.wait("the new folder", |seen| {
        seen.text().contains("People put on display")
    });
    replace(
        &folder,
        "events.json",
        "People put on display",
        "Third title",
    );
    pty.wait("its changes", |seen| seen.text().contains("Third title"));
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn a_document_is_read_again_when_it_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("d.json");
    let export = |path: &Path| {
        let path = path.to_str().expect("UTF-8");
        let mut bilat = std::process::Command::new(BILAT);
        let status = bilat.args(["export", "json", "-o", path]).status();
        assert!(status.expect("it runs").success());
    };
    export(&path);
    let arguments = [path.to_str().expect("UTF-8")];
    let mut pty = Pty::spawn(command(BILAT, &arguments), 120, 40);
    pty.wait("the records", |seen| seen.text().contains("36/61"));
    replace(&folder, "d.json", FIRST, "People put on display");
    pty.wait("the change", |seen| {
        seen.text().contains("People put on display")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

/// It is said while it is gone, in the header and among the problems, and no longer.
#[test]
fn a_document_that_is_gone_is_a_problem_until_it_is_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("d.json");
    let arguments = ["export", "json", "-o", path.to_str().expect("UTF-8")];
    let status = std::process::Command::new(BILAT).args(arguments).status();
    assert!(status.expect("it runs").success());
    let mut pty = Pty::spawn(command(BILAT, &arguments[3..]), 120, 40);
    pty.wait("the records", |seen| seen.text().contains("36/61"));
    fs::rename(&path, folder.path().join("away")).expect("moved");
    let is_said = |text: &str| {
        text.contains("d.json: cannot be opened: No such file")
            && text.contains("shown as before the last save")
            && text.contains("! 1 problem")
    };
    pty.wait("what is wrong", |seen| is_said(&seen.text()));
    // A key does not take it away.
    pty.send("j");
    pty.answers();
    pty.wait("what is wrong", |seen| is_said(&seen.text()));
    pty.send("!");
    pty.wait("the problems", |seen| {
        seen.text().contains("Problems in the files") && !seen.text().contains("no problems")
    });
    pty.send("q");
    fs::rename(folder.path().join("away"), &path).expect("moved");
    pty.wait("it is back", |seen| {
        let text = seen.text();
        !text.contains("cannot be opened")
            && !text.contains("shown as before")
            && text.contains("37/61")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

/// Something saves every ten milliseconds and never pauses.
#[test]
fn what_is_saved_without_a_pause_is_shown_all_the_same() {
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
    let folder = copy();
    let mut pty = open(&folder, &[], "true");
    let path = folder.path().join("events.json");
    let text = fs::read_to_string(&path).expect("the file");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for count in 0.. {
                if done.load(Relaxed) {
                    return;
                }
                let text = text.replace(FIRST, &format!("Saved {count} times"));
                fs::write(folder.path().join("new"), text).expect("written");
                fs::rename(folder.path().join("new"), &path).expect("renamed");
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
        });
        let shown = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            pty.wait("a change", |seen| seen.text().contains(" times"));
        }));
        done.store(true, Relaxed);
        shown.expect("it is shown while saving goes on");
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn keys_reload_the_files_and_redraw_the_screen() {
    let folder = copy();
    let mut pty = open(&folder, &["--no-watch"], "true");
    replace(&folder, "events.json", FIRST, "People put on display");
    pty.send("R");
    pty.wait("the change", |seen| {
        seen.text().contains("People put on display")
    });
    let before = pty.seen().bytes.len();
    pty.send("\x0c");
    pty.wait("the whole screen", |seen| {
        String::from_utf8_lossy(&seen.bytes[before..]).contains("People put on display")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}
