//! Decisions in the inbox survive a program that is killed.

#[path = "common/pty.rs"]
mod pty;

use std::path::Path;
use std::process::Command;

use bilat::load::{Origin, load};
use bilat::propose::{Decision, Inbox};
use pty::{BILAT, Pty, command, eventually, stat};
use rustix::process::Signal;
use tempfile::TempDir;

/// An empty dossier with a drafted article.
fn drafted() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let folder_path = folder.path().join("d");
    let run = |arguments: &[&str]| {
        let output = Command::new(BILAT)
            .args(arguments)
            .output()
            .expect("bilat runs");
        assert!(output.status.success(), "{output:?}");
    };
    let path = folder_path.to_str().expect("UTF-8");
    run(&["new", path, "--sides", "LAO,RUS"]);
    run(&["draft", "tests/fixtures/draft/twenty.md", "--into", path]);
    folder
}

fn inbox(folder: &Path) -> (Inbox, usize) {
    let loaded = load(&Origin::Folder(folder.to_owned()));
    let errors = loaded.problems.iter().filter(|problem| problem.lost);
    assert_eq!(errors.count(), 0, "{:?}", loaded.problems);
    let inbox = Inbox::of(folder, &loaded.dossier).expect("an inbox");
    (inbox, loaded.dossier.len())
}

fn desk(folder: &Path) -> Pty {
    let path = folder.to_str().expect("UTF-8");
    let pty = Pty::spawn(command(BILAT, &[path]), 120, 40);
    pty.wait("the header", |seen| seen.text().contains("in inbox"));
    pty.send("I");
    pty.wait("the inbox", |seen| seen.text().contains("Proposed record"));
    pty
}

/// Kills the program, and waits until it does nothing more.
fn kill(pty: &Pty) {
    pty.signal(Signal::KILL);
    let is_dead = || stat(pty.pid()).is_none_or(|fields| fields[0] == "Z");
    eventually(is_dead, || "the end".to_owned());
}

#[test]
fn a_decision_that_was_told_survives_a_kill() {
    let folder = drafted();
    let path = folder.path().join("d");
    let waiting = inbox(&path).0.open().count();
    let pty = desk(&path);
    pty.send("a");
    pty.wait("accepted", |seen| seen.text().contains("accepted "));
    pty.send("x");
    pty.wait("rejected", |seen| seen.text().contains("rejected "));
    kill(&pty);
    let (inbox, records) = inbox(&path);
    assert!(records > 0);
    let count = |decision| {
        let all = inbox.proposals.iter();
        all.filter(|one| one.decision == Some(decision)).count()
    };
    assert!(count(Decision::Accepted) >= 1);
    assert_eq!(count(Decision::Rejected), 1);
    assert!(inbox.open().count() < waiting);
}

/// Killed in the middle of many decisions: each proposal is decided with its record in the dossier, or
/// open without it, and the rest can still be decided.
#[test]
fn a_kill_in_between_loses_and_doubles_nothing() {
    let folder = drafted();
    let path = folder.path().join("d");
    for _ in 0..3 {
        let (before, _) = inbox(&path);
        if before.open().count() == 0 {
            break;
        }
        let pty = desk(&path);
        pty.send("aaaa");
        pty.wait("accepted", |seen| {
            let text = seen.text();
            text.contains("accepted ") || text.contains("names no")
        });
        kill(&pty);
        let (after, _) = inbox(&path);
        assert_eq!(after.proposals.len(), before.proposals.len());
    }
    let ids = |inbox: &Inbox| -> Vec<_> {
        let open = inbox.open().filter(|one| one.lacks.is_empty());
        open.map(|one| one.id.to_string()).collect()
    };
    let rest = ids(&inbox(&path).0);
    if !rest.is_empty() {
        let all = rest.join(",");
        let path = path.to_str().expect("UTF-8");
        let output = Command::new(BILAT)
            .args(["review", path, "--accept", &all])
            .output()
            .expect("bilat runs");
        assert!(output.status.success(), "{output:?}");
    }
    assert_eq!(ids(&inbox(&path).0), [""; 0]);
}

#[test]
fn words_of_a_text_become_a_record_that_survives_a_kill() {
    let folder = drafted();
    let path = folder.path().join("d");
    let source = inbox(&path).0.proposals[0].clone();
    assert_eq!(source.kind, "source");
    let review = Command::new(BILAT)
        .args([
            "review",
            path.to_str().expect("UTF-8"),
            "--accept",
            source.id.as_str(),
        ])
        .output()
        .expect("bilat runs");
    assert!(review.status.success(), "{review:?}");
    let pty = Pty::spawn(command(BILAT, &[path.to_str().expect("UTF-8")]), 120, 40);
    pty.wait("the header", |seen| seen.text().contains("in inbox"));
    pty.send("i\r");
    pty.wait("the text", |seen| seen.text().contains("SHA-256"));
    pty.send("vvll");
    pty.wait("a selection", |seen| seen.text().contains("from here"));
    pty.send("a");
    pty.wait("the kinds", |seen| seen.text().contains("c claim"));
    pty.send("c");
    pty.wait("the line", |seen| {
        seen.text().contains("statement; asserted by; modality")
    });
    pty.send("It says so\r");
    pty.wait("the record", |seen| {
        seen.text().contains("added the claim `it-says-so`")
    });
    kill(&pty);
    let claims = std::fs::read_to_string(path.join("claims.json")).expect("written");
    assert!(claims.contains("It says so"), "{claims}");
}

/// An editor with a window of its own returns at once: the text is kept, and its name is shown whole.
#[test]
fn the_name_of_a_kept_text_is_whole() {
    use std::os::unix::fs::PermissionsExt;
    let folder = drafted();
    let editor = folder.path().join("gvim");
    std::fs::write(&editor, "#!/bin/sh\nexit 0\n").expect("a script");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755))
        .expect("it can be run");
    let path = folder.path().join("d");
    let mut command = command(BILAT, &[path.to_str().expect("UTF-8")]);
    command.env("VISUAL", &editor);
    let mut pty = Pty::spawn(command, 100, 30);
    pty.wait("the header", |seen| seen.text().contains("in inbox"));
    pty.send("I");
    pty.wait("the inbox", |seen| seen.text().contains("Proposed record"));
    pty.send("e");
    pty.wait("what became of it", |seen| {
        seen.text().contains("unchanged so far")
    });
    let text = pty.seen().text();
    let name = text
        .split_whitespace()
        .find(|word| word.starts_with("edit-"));
    let name = name.expect("a name").trim_end_matches(';');
    assert!(path.join(name).is_file(), "{name} in\n{text}");
    pty.send("qq");
    assert_eq!(pty.exit_restored(), 0);
    // Nobody changed it.
    assert!(!path.join(name).exists(), "{name}");
}
