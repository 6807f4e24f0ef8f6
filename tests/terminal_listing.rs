//! Lists on a terminal: the same text as in a pipe, with colours, and through the person's pager
//! where there is more than the screen holds.

#[path = "common/example.rs"]
mod example;
#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt;

use assert_cmd::Command;
use pty::{BILAT, Pty, script};

/// What a pipe gets.
fn piped(arguments: &[&str]) -> String {
    let output = Command::new(BILAT).args(arguments).output();
    String::from_utf8(output.expect("it runs").stdout).expect("text")
}

/// All that a terminal gets of a command in which `$0` is the program, and its exit code.
fn on_terminal(line: &str) -> (String, u32) {
    const END: &str = "exit code ";
    let mut pty = Pty::spawn(script(&format!("{line}; echo {END}$?")), 120, 40);
    pty.wait("the end", |seen| {
        seen.last(END)
            .is_some_and(|at| seen.bytes[at..].ends_with(b"\n"))
    });
    assert_eq!(pty.exit(), 0);
    let bytes = pty.seen().bytes.clone();
    let text = String::from_utf8(bytes)
        .expect("text")
        .replace("\r\n", "\n");
    let (shown, code) = text.rsplit_once(END).expect("it was waited for");
    (
        example::without_note(shown.to_owned()),
        code.trim().parse().expect("a code"),
    )
}

/// Without the sequences that set colours.
fn plain(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (codes, text) = part.split_once('m').expect("colours and nothing else");
        assert!(
            codes.starts_with('[') && codes[1..].bytes().all(|b| b.is_ascii_digit() || b == b';'),
            "{codes:?}"
        );
        out += text;
    }
    out
}

/// What goes into a file as it was given is safe on a terminal.
#[test]
fn a_terminal_gets_marks_where_a_file_gets_the_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let given = "a\u{1b}]0;owned\u{7}b\u{202e}c\u{ad}d\u{9b}2Je";
    let title = serde_json::json!({"dossier": {"format": "bilat/1", "title": "T", "sides": [
        {"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}]}, "sources": [
        {"id": "s", "type": "book", "title": given}], "events": [{"id": "e", "title": given,
        "kind": "summit", "status": "occurred", "date": "2024",
        "evidence": [{"source": "s", "paragraph": 1}]}]});
    let path = folder.path().join("d.json");
    std::fs::write(&path, title.to_string()).expect("it is written");
    let path = path.to_str().expect("text");
    for arguments in [
        &["cite", "e", path][..],
        &["cite", "e", path, "--style", "bibtex"],
        &["cite", "e", path, "--style", "csl-json"],
        &["export", "json", path],
        &["export", "bibtex", path],
        &["export", "timelinejs", path],
        &["export", "csv", path, "--file", "events.csv"],
        &["timeline", path, "--json"],
        &["timeline", path, "--csv"],
        &["timeline", path],
        &["timeline", path, "--full"],
        &["show", "e", path],
    ] {
        let (shown, _) = on_terminal(&format!("PAGER= \"$0\" {}", arguments.join(" ")));
        assert!(
            plain(&shown).contains("<U+202E>"),
            "{arguments:?}: {shown:?}"
        );
        assert!(
            !plain(&shown).contains(['\u{7}', '\u{202e}', '\u{ad}', '\u{9b}']),
            "{arguments:?}: {shown:?}"
        );
        let file = piped(arguments);
        assert!(file.contains("b\u{202e}c\u{ad}d"), "{file:?}");
    }
}

#[test]
fn a_terminal_gets_the_same_and_colours() {
    for arguments in [
        &["timeline", "--no-pager"][..],
        &["agreements", "--no-pager", "--full"],
        &["trade", "--no-pager"],
        &["quotes", "soviet", "--no-pager"],
        &["contested", "--all", "--no-pager"],
        &["timeline", "--no-pager", "--csv", "--year", "2025"],
        &["show", "trade-total.2024", "--no-pager"],
    ] {
        let (shown, _) = on_terminal(&format!("\"$0\" {}", arguments.join(" ")));
        assert_eq!(plain(&shown), piped(arguments), "{arguments:?}");
        let coloured = shown.contains('\x1b');
        let wanted = !arguments.contains(&"contested") && !arguments.contains(&"--csv");
        assert_eq!(coloured, wanted, "{arguments:?}");
    }
}

#[test]
fn no_color_takes_them_away() {
    let (shown, _) = on_terminal("NO_COLOR=1 \"$0\" timeline --no-pager");
    assert_eq!(shown, piped(&["timeline"]));
}

/// A pager that writes down what it is given.
fn pager(folder: &std::path::Path) -> String {
    let path = folder.join("pager");
    let log = folder.join("log");
    let text = format!("#!/bin/sh\ncat > '{}'\n", log.display());
    fs::write(&path, text).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    path.display().to_string()
}

#[test]
fn only_what_is_longer_than_the_screen_goes_through_the_pager() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("log");
    let pager = pager(folder.path());
    let run = |arguments: &str| {
        let (shown, code) = on_terminal(&format!("PAGER='{pager}' \"$0\" {arguments}"));
        assert_eq!(code, 0);
        (fs::read_to_string(&log).ok(), shown)
    };
    let (given, shown) = run("timeline --year 1960 2>/dev/null");
    assert!(given.is_none() && !shown.is_empty(), "it fits");
    let (given, shown) = run("timeline --no-pager");
    assert!(given.is_none() && !shown.is_empty(), "it is not wanted");
    let (given, shown) = run("timeline");
    // Nobody knows whether that one shows colours.
    assert_eq!(given, Some(piped(&["timeline"])));
    assert_eq!(shown, "");
}

#[test]
fn a_pager_that_is_left_early_or_is_not_there_is_no_fault() {
    let (text, code) = on_terminal("PAGER='head -n 1' \"$0\" timeline");
    assert_eq!((text.lines().count(), code), (1, 0), "{text}");
    let (text, code) = on_terminal("PAGER=/no/such/pager \"$0\" timeline");
    assert!(code == 0 && text.contains("/no/such/pager"), "{text}");
    assert!(text.ends_with(&piped(&["timeline"])), "{text}");
}
