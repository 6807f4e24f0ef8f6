//! Problems on a terminal: each with its line, a mark under the word, and advice.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use pty::{BILAT, Pty, command};
use tempfile::TempDir;

const HEAD: &str = r#"{"format": "bilat/1", "title": "T", "sides": [
  {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#;

/// A dossier with these files and a head.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dossier.json"), HEAD).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// The program in a folder, with these arguments.
fn bilat(folder: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = command(BILAT, arguments);
    command.cwd(folder);
    command
}

/// A terminal in which a command has ended, with that exit code.
fn ended(command: CommandBuilder, columns: u16, code: u32) -> Pty {
    let mut pty = Pty::spawn(command, columns, 60);
    assert_eq!(pty.exit(), code, "{}", pty.seen().text());
    pty
}

/// Waits for words on the screen, and returns all of it.
fn text(pty: &Pty, words: &str) -> String {
    pty.wait(words, |seen| seen.text().contains(words));
    pty.seen().text()
}

/// What stands in the columns of each row of marks, in the row above.
fn marked(pty: &Pty) -> Vec<String> {
    let seen = pty.seen();
    let marks = (1..60)
        .map(|row| (row, seen.cells(row)))
        .filter(|(_, cells)| cells.contains(&"^".to_owned()));
    let above = marks.map(|(row, marks)| {
        let cells = seen.cells(row - 1).into_iter().zip(marks);
        let above = cells.filter(|(_, mark)| mark == "^");
        above.map(|(cell, _)| cell).collect()
    });
    above.collect()
}

const EVENT: &str =
    "[\n  {\"id\": \"a\", \"title\": \"A\", \"kind\": \"visit\",\n   \"status\": \"agred\"}\n]";

#[test]
fn a_problem_stands_with_its_line() {
    let folder = folder(&[("events.json", EVENT)]);
    let pty = ended(bilat(folder.path(), &["check", "."]), 80, 1);
    let shown = text(&pty, "in 2 files");
    let place = shown.find("--> ./events.json:3:14").expect(&shown);
    let rest = &shown[place..];
    assert!(
        rest.contains("  |\n3 |    \"status\": \"agred\"}\n  |              ^^^^^^^\n  |\n"),
        "{shown}"
    );
    assert!(rest.contains("  = help: "), "{shown}");
    assert!(pty.seen().last("\x1b[1m\x1b[31m").is_some(), "red");
    assert_eq!(marked(&pty), ["\"agred\""]);
}

#[test]
fn colours_are_left_out_where_they_are_not_wanted() {
    let folder = folder(&[("events.json", EVENT)]);
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let mut command = bilat(folder.path(), &["check", ".", "--no-pager"]);
        command.env(name, value);
        let pty = ended(command, 80, 1);
        text(&pty, "in 2 files");
        assert!(pty.seen().last("\x1b").is_none(), "{name}");
        assert_eq!(marked(&pty), ["\"agred\""], "{name}");
    }
}

#[test]
fn a_pipe_gets_lines_for_programs() {
    let folder = folder(&[("events.json", EVENT)]);
    let piped = |arguments: &[&str]| {
        let mut command = Command::new(BILAT);
        let output = command.args(arguments).current_dir(&folder).output();
        output.unwrap()
    };
    let out = String::from_utf8(piped(&["check", "."]).stdout).unwrap();
    assert!(out.starts_with("./events.json:3:14: error: "), "{out}");
    assert!(out.contains("\n  hint: ") && !out.contains('^'), "{out}");
    fs::write(
        folder.path().join("bad.json"),
        "{\"events\": [],\n \"events\": []}",
    )
    .unwrap();
    let err = piped(&["import", "timelinejs", "bad.json"]).stderr;
    assert_eq!(
        String::from_utf8(err).unwrap(),
        "bilat: nothing was imported: bad.json:2: duplicate key `events`\n"
    );
}

#[test]
fn whatever_is_in_the_line_the_mark_is_under_the_word() {
    for (before, shown) in [
        ("\"note\":\t\t\"x\"", "\"note\":  \"x\""),
        ("\"note\": \"北京大学\"", "北京"),
        ("\"note\": \"e\u{301}a\u{308}\"", "\"note\""),
        ("\"note\": \"ສະບາຍດີ ຂ້າພະເຈົ້າ\"", "\"note\""),
        ("\"note\": \"a\u{202e}b\u{2066}c\"", "a<U+202E>b<U+2066>c"),
        ("\"note\": \"\u{9b}2J\u{7f}\"", "<U+009B>2J<U+007F>"),
        (
            "\"note\": \"\u{feff}\u{200b}\u{e0041}\"",
            "<U+FEFF><U+200B><U+E0041>",
        ),
    ] {
        let event = format!("[{{\"id\": \"a\", {before}, \"status\": \"agred\"}}]");
        let folder = folder(&[("events.json", &event)]);
        let pty = ended(bilat(folder.path(), &["check", "."]), 120, 1);
        let screen = text(&pty, "in 2 files");
        assert!(screen.contains(shown), "{screen}");
        assert_eq!(marked(&pty), ["\"agred\""], "{screen}");
    }
}

#[test]
fn a_locale_that_knows_only_ascii_gets_nothing_else() {
    let event = EVENT
        .replace("\"A\"", "\"A – “B”\"")
        .replace("agred", "agréd…");
    let folder = folder(&[("events.json", &event)]);
    let mut command = bilat(folder.path(), &["check", "."]);
    command.env("LC_ALL", "C");
    let pty = ended(command, 80, 1);
    let shown = text(&pty, "in 2 files");
    assert!(pty.seen().bytes.is_ascii(), "{shown}");
    assert_eq!(marked(&pty), ["\"agred.\""]);
}

#[test]
fn a_line_of_a_megabyte_is_cut_around_the_word() {
    let note = "é, ".repeat(350_000);
    let event = format!(
        "[{{\"id\": \"a\", \"note\": \"{note}\", \"status\": \"agred\", \"title\": \"{note}\"}}]"
    );
    let folder = folder(&[("events.json", &event)]);
    let pty = ended(bilat(folder.path(), &["check", "."]), 80, 1);
    let shown = text(&pty, "in 2 files");
    assert_eq!(marked(&pty), ["\"agred\""], "{shown}");
    let line = shown.lines().find(|line| line.starts_with("1 | ")).unwrap();
    assert!(
        line.starts_with("1 | ...") && line.ends_with("..."),
        "{line}"
    );
    assert!(pty.seen().bytes.len() < 5_000);
}

#[test]
fn ten_thousand_problems_do_not_take_for_ever() {
    let event = |at: usize| format!("{{\"id\": \"e{at}\", \"status\": \"agred\"}}");
    // In one line, where each is far from the start.
    let events: Vec<_> = (0..10_000).map(event).collect();
    let folder = folder(&[("events.json", &format!("[{}]", events.join(",")))]);
    let since = Instant::now();
    let pty = ended(bilat(folder.path(), &["check", ".", "--no-pager"]), 80, 1);
    text(&pty, "10000 errors");
    assert!(
        since.elapsed() < Duration::from_mins(1),
        "{:?}",
        since.elapsed()
    );
}

#[test]
fn what_cannot_be_imported_is_shown_with_its_line() {
    let table = "title,parties,signed\nA,Laos;Russia,05/06/1999\nB,\"Laos;Russia,05/06/1999\n";
    for (file, content, arguments, place, word, rest) in [
        (
            "a.json",
            "{\"events\": [],\n \"events\": []}",
            &["timelinejs"][..],
            "--> a.json:2:2",
            "\"events\"",
            "duplicate key `events`",
        ),
        (
            "a.csv",
            table,
            &[
                "agreements",
                "--map",
                "title=title,parties=parties,signed=signed",
            ],
            "--> a.csv:3:3",
            "\"",
            "a quotation mark is opened here and never closed",
        ),
        (
            "a.csv",
            &table.replace('"', ""),
            &[
                "agreements",
                "--map",
                "title=title,parties=parties,signed=signed",
            ],
            "--> a.csv:2:15",
            "05/06/1999",
            "can be two dates",
        ),
        (
            "a.csv",
            &table.replace('"', ""),
            &["agreements", "--map", "title=titel,parties=parties"],
            "--> a.csv:1:1",
            "title",
            "did you mean `title`?",
        ),
    ] {
        let folder = folder(&[(file, content)]);
        let arguments = [&["import"][..], arguments, &[file]].concat();
        let pty = ended(bilat(folder.path(), &arguments), 100, 2);
        let shown = text(&pty, "bilat: nothing was imported");
        assert!(shown.contains(place) && shown.contains(rest), "{shown}");
        assert_eq!(marked(&pty), [word], "{shown}");
    }
}

#[test]
fn what_cannot_be_added_is_shown_with_its_line() {
    let record = "// an event\n{\n  \"title\": \"A\",\n  \"status\": \"agred\"\n}\n";
    let folder = folder(&[("new.json", record), ("claims.json", "[{]")]);
    let add = ["add", "event", "--from", "new.json"];
    let pty = ended(bilat(folder.path(), &add), 80, 1);
    let shown = text(&pty, "nothing was written");
    assert!(shown.contains("--> new.json:4:13"), "{shown}");
    assert_eq!(marked(&pty), ["\"agred\""], "{shown}");
    // What comes from options has no line.
    let options = "--title A --kind visit --date 2024 --status occurred --topic gone";
    let evidence = "--source gone --paragraph 1 --exact A";
    let words = format!("add event {options} {evidence}");
    let add: Vec<_> = words.split(' ').collect();
    let pty = ended(bilat(folder.path(), &add), 80, 1);
    let shown = text(&pty, "nothing was written");
    assert!(
        shown.starts_with("error: ") && !shown.contains("-->"),
        "{shown}"
    );
    // The dossier itself is at fault.
    fs::write(folder.path().join("dossier.json"), "{\"format\": bilat}").unwrap();
    let pty = ended(bilat(folder.path(), &add), 80, 2);
    let shown = text(&pty, "bilat: nothing written; fix dossier.json first");
    assert!(shown.contains("--> ./dossier.json:1:12"), "{shown}");
}

#[test]
fn a_document_and_the_problems_that_an_import_would_make() {
    let folder = folder(&[
        ("x.json", "{\"dossier\": {},\n \"evnts\": []}"),
        ("y.json", "[1]"),
    ]);
    let pty = ended(bilat(folder.path(), &["check", "x.json"]), 80, 1);
    let shown = text(&pty, "in 1 file");
    assert!(shown.contains("--> x.json:2:2"), "{shown}");
    assert!(marked(&pty).contains(&"\"evnts\"".to_owned()), "{shown}");
    let pty = ended(bilat(folder.path(), &["check", "y.json"]), 80, 2);
    let shown = text(&pty, "--> y.json:1:1");
    assert_eq!(marked(&pty), ["["], "{shown}");
    let pty = ended(bilat(folder.path(), &["import", "json", "x.json"]), 80, 2);
    text(
        &pty,
        "bilat: nothing was imported; `bilat check x.json` tells all",
    );
}
