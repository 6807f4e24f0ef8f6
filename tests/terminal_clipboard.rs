//! What becomes of a citation that is copied, and what is said of it: with programs on a PATH of its
//! own, and with tmux itself.

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use pty::{BILAT, Pty, command, eventually};
use tempfile::TempDir;

/// A folder of programs.
fn programs(programs: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, script) in programs {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    }
    folder
}

/// The dashboard with these programs and nothing else on its PATH but the shell's.
fn open(programs: &TempDir, set: &[&str]) -> Pty {
    let mut open = command(BILAT, &[]);
    open.env(
        "PATH",
        format!("{}:/usr/bin:/bin", programs.path().display()),
    );
    for name in set {
        open.env(name, "there");
    }
    let pty = Pty::spawn(open, 160, 40);
    pty.wait("the records", |seen| seen.text().contains("36/61"));
    pty
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

/// A script that writes what it reads into a file beside it.
fn keeps(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_default()
}

const KEEP: &str = "cat > \"$(dirname \"$0\")/kept\"; echo \"$@\" > \"$(dirname \"$0\")/words\"";

#[test]
fn without_a_program_it_is_only_sent() {
    let none = programs(&[]);
    let pty = open(&none, &[]);
    pty.send("y");
    pty.wait("what was done", |seen| {
        seen.text().contains("sent to the terminal's clipboard, ")
    });
    let seen = pty.seen();
    assert!(seen.last("\x1b]52;c;").is_some());
    assert!(!seen.text().contains("copied"), "{}", seen.text());
    drop(seen);
    quit(pty);
}

#[test]
fn a_program_that_has_taken_it_is_named() {
    for (set, name, place, words) in [
        ("TMUX", "tmux", "the tmux buffer", "load-buffer -w -"),
        (
            "WAYLAND_DISPLAY",
            "wl-copy",
            "the clipboard",
            "--type text/plain",
        ),
        (
            "DISPLAY",
            "xclip",
            "the clipboard",
            "-selection clipboard -in",
        ),
        ("DISPLAY", "xsel", "the clipboard", "--clipboard --input"),
    ] {
        // It leaves a process behind that keeps what it was started with, as those of X11 do.
        let script = format!("{KEEP}; sleep 60 & exit 0");
        let there = programs(&[(name, &script)]);
        let pty = open(&there, &[set]);
        pty.send("y");
        let remark = format!("copied to {place} by {name}, ");
        pty.wait("what was done", |seen| seen.text().contains(&remark));
        let text = keeps(there.path(), "kept");
        let seen = pty.seen();
        assert!(
            seen.text().contains(&format!("{} bytes", text.len())),
            "{text}"
        );
        assert!(
            seen.text().contains(text.get(..30).expect("a citation")),
            "{text}"
        );
        assert_eq!(seen.last("\x1b]52;"), None, "the terminal got it too");
        assert_eq!(keeps(there.path(), "words").trim(), words);
        drop(seen);
        quit(pty);
    }
}

/// tmux before 3.2 does not know `-w`.
#[test]
fn an_older_tmux_takes_it_too() {
    let script = format!("[ \"$2\" = -w ] && echo usage: load-buffer >&2 && exit 1; {KEEP}");
    let there = programs(&[("tmux", &script)]);
    let pty = open(&there, &["TMUX"]);
    pty.send("y");
    pty.wait("what was done", |seen| {
        seen.text().contains("copied to the tmux buffer by tmux, ")
    });
    assert_eq!(keeps(there.path(), "words").trim(), "load-buffer -");
    quit(pty);
}

/// Its fault is told, and the terminal gets the text.
#[test]
fn a_program_that_fails_is_told_and_the_terminal_asked() {
    let noise = "head -c 100000 /dev/zero | tr '\\0' x >&2";
    for (script, remark) in [
        (
            "echo 'no display <here>' >&2; exit 3",
            "wl-copy failed (exit status: 3): no display <here>",
        ),
        (
            &format!("{noise}; exit 1"),
            "wl-copy failed (exit status: 1):",
        ),
        ("kill -9 $$", "wl-copy failed (signal: 9"),
        ("exec <&-; exit 0", "wl-copy did not read all of it"),
    ] {
        let there = programs(&[("wl-copy", script)]);
        let pty = open(&there, &["WAYLAND_DISPLAY"]);
        pty.send("y");
        pty.wait(remark, |seen| seen.text().contains(remark));
        pty.wait("the terminal", |seen| seen.last("\x1b]52;c;").is_some());
        quit(pty);
    }
}

/// One that hangs keeps nobody from going on, and is ended after a while.
#[test]
fn a_program_that_hangs_holds_nothing_up() {
    let script = "echo $$ > \"$(dirname \"$0\")/kept\"; exec sleep 60";
    let there = programs(&[("wl-copy", script)]);
    let pty = open(&there, &["WAYLAND_DISPLAY"]);
    pty.send("y");
    eventually(
        || !keeps(there.path(), "kept").is_empty(),
        || "the program".to_owned(),
    );
    pty.send("j");
    pty.wait("the next record", |seen| seen.text().contains("37/61"));
    pty.wait("the fault", |seen| {
        seen.text()
            .contains("wl-copy did not answer within 3 s; sent to the terminal")
    });
    let id = keeps(there.path(), "kept");
    let process = format!("/proc/{}", id.trim());
    eventually(|| !Path::new(&process).exists(), || "its end".to_owned());
    quit(pty);
    // Whoever leaves does not wait for it either.
    let mut pty = open(&there, &["WAYLAND_DISPLAY"]);
    pty.send("yq");
    assert_eq!(pty.exit_restored(), 0);
}

/// Not by the thread that reads the keys, and of many in a row the last.
#[test]
fn the_last_of_several_is_copied() {
    let script = format!("sleep 0.2; {KEEP}");
    let there = programs(&[("tmux", &script)]);
    let pty = open(&there, &["TMUX"]);
    pty.send("yjyjyjy");
    pty.wait("the fourth record", |seen| seen.text().contains("39/61"));
    let mut last = String::new();
    eventually(
        || {
            last = keeps(there.path(), "kept");
            let start = last.get(..20).unwrap_or("nothing yet");
            let remark = format!("bytes: {start}");
            pty.seen().text().contains(&remark) && pty.seen().text().contains("copied to the tmux")
        },
        || "the last one".to_owned(),
    );
    quit(pty);
}

/// GNU screen hands on what comes in strings of less than 768 bytes.
#[test]
fn within_screen_the_sequence_is_wrapped() {
    let none = programs(&[]);
    let pty = open(&none, &["STY"]);
    pty.send("y");
    pty.wait("what was done", |seen| {
        seen.last("\x1bP\x1b]52;c;").is_some()
            && seen.text().contains("sent to the terminal's clipboard, ")
    });
    let seen = pty.seen();
    let from = seen.last("\x1bP\x1b]52;c;").expect("it was waited for");
    let end = seen.last("\x07\x1b\\").expect("an end");
    for piece in seen.bytes[from..end].split(|byte| *byte == b'\x1b') {
        assert!(piece.len() < 766);
    }
    drop(seen);
    quit(pty);
}

/// A server of its own, which ends with the test.
struct Tmux(TempDir);

impl Tmux {
    fn run(&self, words: &[&str]) -> Output {
        let socket = self.0.path().join("socket");
        let mut tmux = Command::new("tmux");
        tmux.env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .arg("-S")
            .arg(socket)
            .args(["-f", "/dev/null"])
            .args(words);
        tmux.output().expect("tmux")
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

/// As it is configured from the start, it drops what a program sends to the terminal's clipboard.
#[test]
fn tmux_itself_has_the_text_in_its_buffer() {
    if Command::new("tmux").arg("-V").output().is_err() {
        // It is not installed here.
        return;
    }
    let tmux = Tmux(tempfile::tempdir().expect("a folder"));
    let started = tmux.run(&["new-session", "-d", "-x", "160", "-y", "40", BILAT]);
    assert!(started.status.success(), "{started:?}");
    let text = |words: &[&str]| String::from_utf8_lossy(&tmux.run(words).stdout).into_owned();
    let shown = || text(&["capture-pane", "-p"]);
    eventually(|| shown().contains("36/61"), shown);
    tmux.run(&["send-keys", "y"]);
    eventually(
        || shown().contains("copied to the tmux buffer by tmux, "),
        shown,
    );
    let buffer = text(&["show-buffer"]);
    assert!(
        shown().contains(&format!("{} bytes: {}", buffer.len(), &buffer[..20])),
        "{buffer}"
    );
    tmux.run(&["send-keys", "q"]);
}
