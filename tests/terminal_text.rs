//! Texts that are compared with a dossier and change meanwhile: on the screen of the dashboard, and
//! `bilat vet --watch`.

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;
use pty::{BILAT, Pty, command, eventually};
use tempfile::TempDir;

const WRONG: &str = "Laos joined the RCEP in January 2020.\n";
const RIGHT: &str = "Laos joined the RCEP in January 2022.\n";

/// A folder with a text in it.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("text.md");
    fs::write(&path, WRONG).expect("written");
    (folder, path)
}

fn in_folder(folder: &TempDir, arguments: &[&str]) -> CommandBuilder {
    let mut command = command(BILAT, arguments);
    command.cwd(folder.path());
    command
}

/// Puts a new file in the place of another, as many editors do.
fn replace(path: &Path, text: &str) {
    let other = path.with_extension("new");
    fs::write(&other, text).expect("written");
    fs::rename(&other, path).expect("renamed");
}

/// The dashboard with a text of that name opened.
fn opened(command: CommandBuilder, name: &str) -> Pty {
    let pty = Pty::spawn(command, 120, 40);
    pty.wait_for_dashboard();
    pty.send("V");
    pty.wait("the prompt", |seen| seen.text().contains("Enter reads it"));
    pty.send(format!("{name}\r"));
    pty
}

fn wait(pty: &Pty, words: &str) {
    pty.wait(words, |seen| seen.text().contains(words));
}

/// Waits until nothing on the screen is contradicted.
fn wait_until_right(pty: &Pty) {
    pty.wait("the verdict on the right date", |seen| {
        let text = seen.text();
        text.contains("✓ supported") && !text.contains("✗ contradicted")
    });
}

#[test]
fn the_verdicts_follow_the_text() {
    let (folder, path) = folder();
    let mut pty = opened(in_folder(&folder, &[]), "text.md");
    wait(&pty, "✗ contradicted");
    fs::write(&path, RIGHT).expect("written");
    wait_until_right(&pty);
    replace(&path, WRONG);
    wait(&pty, "✗ contradicted");
    fs::remove_file(&path).expect("removed");
    wait(&pty, "shown as it was before");
    assert!(pty.seen().text().contains("✗ contradicted"));
    fs::write(&path, RIGHT).expect("written");
    wait_until_right(&pty);
    pty.send("qq");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn tab_completes_the_path_of_a_text() {
    let (folder, path) = folder();
    fs::create_dir(folder.path().join("notes")).expect("a folder");
    let note = folder.path().join("notes").join("essay.txt");
    fs::write(note, RIGHT).expect("written");
    for name in ["text.txt", ".text", "text\u{1b}[31m"] {
        fs::copy(&path, folder.path().join(name)).expect("copied");
    }
    let pty = Pty::spawn(in_folder(&folder, &[]), 120, 40);
    pty.wait_for_dashboard();
    pty.send("V");
    wait(&pty, "Enter reads it");
    pty.send("te\t");
    let offered = |words: &str| {
        pty.wait(words, |seen| {
            let text = seen.text();
            let header = text.lines().next().unwrap_or_default();
            header.contains(words)
        });
    };
    offered("/ text.");
    offered("text.txt");
    // What is hidden is offered when the dot is typed, and what is not safe to draw never.
    assert!(!pty.seen().text().contains("[31m"));
    pty.send("\x15.\t");
    offered("/ .text");
    pty.send("\x15not");
    offered("/ not");
    pty.send("\t");
    offered("/ notes/");
    pty.send("\t");
    offered("/ notes/essay.txt");
    pty.send("\r");
    wait(&pty, "✓ supported");
}

#[test]
fn what_the_editor_saves_is_compared() {
    let (folder, path) = folder();
    let mut command = in_folder(&folder, &["--no-watch"]);
    command.env("VISUAL", "sed -i s/2020/2022/");
    let mut pty = opened(command, "text.md");
    wait(&pty, "✗ contradicted");
    pty.send("e");
    wait_until_right(&pty);
    assert_eq!(fs::read_to_string(&path).expect("there"), RIGHT);
    // Nothing is watched: R reads it again.
    fs::write(&path, WRONG).expect("written");
    pty.send("R");
    wait(&pty, "✗ contradicted");
    pty.send("qq");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn a_word_document_is_read_and_not_edited() {
    let (folder, _) = folder();
    let exported = Command::new(BILAT)
        .args(["export", "docx", "-o", "brief.docx"])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    assert!(exported.status.success(), "{exported:?}");
    let mut pty = opened(in_folder(&folder, &[]), "brief.docx");
    wait(&pty, "sentences: ");
    pty.send("e");
    wait(&pty, "a Word document is not edited here");
    pty.send("qq");
    assert_eq!(pty.exit_restored(), 0);
}

/// However long it takes, keys act.
#[test]
fn a_large_text_does_not_hold_up_the_keys() {
    let (folder, path) = folder();
    fs::write(&path, WRONG.repeat(100_000)).expect("written");
    let mut pty = opened(in_folder(&folder, &[]), "text.md");
    wait(&pty, "vetting text.md");
    pty.send("2");
    wait(&pty, "┏ 2 Agreements");
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn a_watched_file_is_compared_anew() {
    let (folder, path) = folder();
    let mut pty = Pty::spawn(in_folder(&folder, &["vet", "--watch", "text.md"]), 120, 40);
    wait(&pty, "contradicted (date)");
    fs::write(&path, RIGHT).expect("written");
    wait(&pty, "2 supported");
    let count = |pty: &Pty, words: &str| {
        let bytes = pty.seen().bytes.clone();
        String::from_utf8_lossy(&bytes).matches(words).count()
    };
    let before = count(&pty, "contradicted (date)");
    replace(&path, WRONG);
    eventually(
        || count(&pty, "contradicted (date)") > before,
        || "the verdict after a rename".to_owned(),
    );
    let before = count(&pty, "2 supported");
    replace(&path, RIGHT);
    eventually(
        || count(&pty, "2 supported") > before,
        || "the verdict after another rename".to_owned(),
    );
    fs::remove_file(&path).expect("removed");
    wait(&pty, "No such file");
    let before = count(&pty, "contradicted (date)");
    fs::write(&path, WRONG).expect("written");
    eventually(
        || count(&pty, "contradicted (date)") > before,
        || "the verdict on a file that is back".to_owned(),
    );
    assert!(!pty.seen().alternate());
    pty.send("\x03");
    assert_ne!(pty.exit(), 0);
}

#[test]
fn a_watched_file_has_to_be_there_and_somebody_to_read() {
    let (folder, path) = folder();
    let bilat = |name: &str| {
        let mut command = Command::new(BILAT);
        command
            .args(["vet", "--watch", name])
            .current_dir(folder.path());
        command
    };
    let output = bilat("none.md").output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    let mut child = bilat("text.md")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let mut turn = 0;
    eventually(
        || {
            // A file that never rests is not read.
            if turn % 400 == 0 {
                replace(&path, &format!("{WRONG}{turn}\n"));
            }
            turn += 1;
            child.try_wait().expect("a child").is_some()
        },
        || "the end where nobody reads".to_owned(),
    );
}
