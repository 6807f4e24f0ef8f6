//! What may happen while a file is written: a full disk, a kill, another writer.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::folder::{BILAT, Folder, RESTS, event};
use super::kills::Kills;

/// A file of many events, larger than the limits of these tests.
fn many() -> String {
    let one = |at: usize| {
        format!(
            "{{\"id\": \"e{at}\", \"title\": \"T\", \"date\": \"2000\", \"kind\": \"visit\", \"status\": \"occurred\", \"evidence\": [{{\"source\": \"gazette\", \"paragraph\": 1, \"exact\": \"x\"}}]}}"
        )
    };
    let all: Vec<_> = (0..200).map(one).collect();
    format!("[\n{}\n]\n", all.join(",\n"))
}

fn words(title: &str) -> Vec<String> {
    event(title, "2024")
}

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    let folder = Folder::new(&[("events.json", &many())]);
    let before = folder.names();
    let script = format!("trap '' XFSZ; ulimit -f 8; exec '{BILAT}' add \"$@\"");
    let output = Command::new("bash")
        .current_dir(folder.path())
        .args(["-c", &script, "bash"])
        .args(words("New"))
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(
        err.contains("cannot write ./events.json; nothing was written: File too large"),
        "{err}"
    );
    assert_eq!(folder.names(), before);
    assert_eq!(folder.read("events.json"), many());
}

#[test]
fn a_full_disk_keeps_what_was_typed() {
    let folder = Folder::new(&[("events.json", &many())]);
    let text = "{\"title\": \"T\", \"kind\": \"visit\", \"status\": \"occurred\", \"evidence\": [{\"source\": \"gazette\", \"paragraph\": 1, \"exact\": \"x\"}]}";
    folder.write("typed", text);
    let script = format!("trap '' XFSZ; ulimit -f 8; exec '{BILAT}' add event --edit");
    let output = Command::new("bash")
        .current_dir(folder.path())
        .args(["-c", &script])
        .env_remove("VISUAL")
        .env("EDITOR", "cp typed")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("your text is kept in ./new-event-"), "{err}");
    let kept = folder
        .names()
        .into_iter()
        .find(|name| name.starts_with("new-"))
        .unwrap();
    assert_eq!(folder.read(&kept), text);
}

/// Killed at any moment, the program leaves the old file or the new one.
#[test]
fn a_kill_leaves_the_old_file_or_the_new_one() {
    let folder = Folder::new(&[("events.json", &many())]);
    let since = Instant::now();
    let owned = words("First");
    let first: Vec<_> = owned.iter().map(String::as_str).collect();
    assert_eq!(folder.add(&first).0, 0);
    let mut kills = Kills::new(since.elapsed());
    let mut old = folder.read("events.json");
    for at in 0..60 {
        let mut child = Command::new(BILAT)
            .current_dir(folder.path())
            .arg("add")
            .args(words(&format!("Number {at}")))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        kills.wait();
        child.kill().unwrap();
        child.wait().unwrap();
        let now = folder.read("events.json");
        kills.had_written(now != old);
        if now != old {
            let id = format!("\"id\": \"number-{at}-2024\"");
            assert!(now.len() > old.len() && now.contains(&id), "{now}");
            assert_eq!(folder.load().problems, []);
            old = now;
        }
    }
    kills.check();
    // What a kill may leave is no file of a dossier.
    for name in folder.names() {
        let known = ["dossier.json", "events.json", "sources.json"].contains(&name.as_str());
        assert!(
            known || name.starts_with('.') && name.contains(".tmp"),
            "{name}"
        );
    }
}

#[test]
fn many_at_once_are_all_there_afterwards() {
    let folder = Folder::new(&[]);
    let children: Vec<_> = (0..12)
        .map(|at| {
            Command::new(BILAT)
                .current_dir(folder.path())
                .arg("add")
                .args(words(&format!("Number {}", at % 4)))
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let loaded = folder.load();
    assert_eq!(
        (loaded.problems.len(), loaded.dossier.events.len()),
        (0, 12)
    );
}

#[test]
fn a_file_that_is_broken_is_not_touched() {
    for (text, message) in [
        ("[{]", "./events.json:1:3: error: "),
        ("", "./events.json:1:1: error: is empty"),
        ("{\"records\": {}}", "expected an array of records"),
    ] {
        let folder = Folder::new(&[("events.json", text)]);
        let owned = words("New");
        let words: Vec<_> = owned.iter().map(String::as_str).collect();
        let (code, out, err) = folder.add(&words);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(
            err.contains(message) && err.contains("nothing written"),
            "{err}"
        );
        assert_eq!(folder.read("events.json"), text);
    }
    // Other files may have their faults.
    let folder = Folder::new(&[("claims.json", "[{]")]);
    let words = [&["event", "--title", "T", "--kind", "visit"][..], &RESTS].concat();
    assert_eq!(folder.add(&words).0, 0);
}

#[test]
fn a_file_that_may_not_be_written_is_left_alone() {
    let folder = Folder::new(&[]);
    fs::create_dir(folder.path().join("events.json")).unwrap();
    let owned = words("New");
    let words: Vec<_> = owned.iter().map(String::as_str).collect();
    let (code, _, err) = folder.add(&words);
    assert_eq!(code, 2);
    assert!(err.contains("./events.json is not a regular file"), "{err}");
    fs::remove_dir(folder.path().join("events.json")).unwrap();
    let fifo = folder.path().join("fifo");
    assert!(
        Command::new("mkfifo")
            .arg(&fifo)
            .status()
            .unwrap()
            .success()
    );
    for name in ["fifo", "sources.json", "gone"] {
        let words = [&words[..], &["--dossier", name]].concat();
        let (code, _, err) = folder.add(&words);
        assert_eq!((code, err.lines().count()), (2, 1), "{err}");
        assert!(err.contains(name), "{err}");
    }
    fs::remove_file(fifo).unwrap();
    // A link is followed, and stays.
    fs::write(folder.path().join("real"), "[]").unwrap();
    std::os::unix::fs::symlink("real", folder.path().join("events.json")).unwrap();
    assert_eq!(folder.add(&words).0, 0);
    assert!(folder.path().join("events.json").is_symlink());
    assert!(folder.read("real").contains("new-2024"));
}
