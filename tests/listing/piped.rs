//! A dossier through standard input, and readers that have heard enough.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use crate::{BILAT, LISTS, bilat, dossier, name, piped};

/// Without the file and line that pages name, which a pipe has not.
fn same(one: &str, other: &str, list: &str) {
    assert!(one == other, "{list}: {one}\n{other}");
}

#[test]
fn an_exported_dossier_is_read_from_standard_input() {
    let document = bilat(&["export", "json"]).found();
    for list in LISTS {
        let read = piped(&[list, "-"], &document).found();
        same(&read, &bilat(&[list]).found(), list);
    }
    let check = piped(&["check", "-"], &document).found();
    assert!(check.starts_with("no problems"), "{check}");
    let cited = piped(&["cite", "trade-total.2024", "-"], &document).found();
    assert_eq!(cited, bilat(&["cite", "trade-total.2024"]).found());
}

#[test]
fn lines_of_records_are_a_dossier() {
    let lines = bilat(&["export", "jsonl"]).found();
    for list in LISTS {
        let read = piped(&[list, "-"], &lines).found();
        same(&read, &bilat(&[list]).found(), list);
    }
}

/// What one list prints, the next one reads, and so may a search engine in between.
#[test]
fn a_list_can_be_filtered_by_another_program() {
    let lines = bilat(&["timeline", "--jsonl"]).found();
    let kept: String = lines
        .lines()
        .filter(|line| line.contains("\"nuclear"))
        .map(|line| line.to_owned() + "\n")
        .collect();
    let read = piped(&["timeline", "-"], &kept);
    assert_eq!(read.code, 0, "{}", read.err);
    assert_eq!(read.out.lines().count(), kept.lines().count());
    assert!(
        read.out.contains("nuclear-roadmap-signing-2017"),
        "{}",
        read.out
    );
    // Bare records of one list too, as long as the list says what they are.
    let quotes = bilat(&["quotes", "soviet", "--jsonl"]).found();
    let again = piped(&["quotes", "soviet", "-"], &quotes);
    assert_eq!(
        again.out.lines().count(),
        quotes.lines().count(),
        "{}",
        again.err
    );
}

#[test]
fn a_broken_line_is_told_and_the_others_are_read() {
    let lines = "{\"kind\": \"event\", \"record\": {\"id\": \"a\", \"title\": \"A\", \"kind\": \"other\", \"status\": \"occurred\"}}\n\
                 {\"kind\": \"event\", \"record\": {\"id\":\n\
                 {\"kind\": \"evnt\", \"record\": {}}\n";
    let read = piped(&["timeline", "-"], lines);
    assert_eq!(
        (read.code, read.out.as_str()),
        (1, "undated       A (occurred, other; a)\n")
    );
    assert!(read.err.contains("2 records or files"), "{}", read.err);
    let check = piped(&["check", "-"], lines);
    assert_eq!(check.code, 1);
    for place in [
        "standard input:2:",
        "standard input:3:",
        "did you mean `event`?",
    ] {
        assert!(check.out.contains(place), "{place}: {}", check.out);
    }
}

#[test]
fn what_is_no_dossier_is_refused() {
    for input in ["hello\n", "[1, 2]", "{\"a\": 1}"] {
        let answer = piped(&["timeline", "-"], input);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{input}");
        assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
    }
}

/// More than a pipe holds, of which one line is read.
#[test]
fn head_ends_it_quietly() {
    let text = "Word ".repeat(40);
    let quote = |number: usize| {
        format!(
            "{{\"id\": \"q{number}\", \"speaker\": \"one\", \"text\": \"{text}\", \
             \"evidence\": [{{\"source\": \"gazette\", \"paragraph\": 1}}]}}\n"
        )
    };
    let quotes: String = (0..3000).map(quote).collect();
    let people = r#"[{"id": "one", "name": "One", "evidence": []}]"#;
    let folder = dossier(&[("quotes.jsonl", &quotes), ("people.json", people)]);
    for form in [&[][..], &["--json"], &["--jsonl"], &["--csv"], &["--full"]] {
        let mut child = Command::new(BILAT)
            .args(["quotes", "", name(&folder)])
            .args(form)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut reader = BufReader::new(child.stdout.take().expect("piped"));
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        drop(reader);
        let mut err = String::new();
        let mut stderr = child.stderr.take().expect("piped");
        stderr.read_to_string(&mut err).expect("text");
        let status = child.wait().expect("it ends");
        assert_eq!((status.code(), err.as_str()), (Some(0), ""), "{form:?}");
        assert!(!line.is_empty());
    }
}

#[test]
fn ctrl_c_while_it_waits_for_input_ends_it_as_a_shell_expects() {
    let mut child = Command::new(BILAT)
        .args(["timeline", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(b"{\"kind\": \"event\",").expect("it reads");
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("it runs");
    let status = child.wait().expect("it ends");
    // A shell makes 128 + 2 of it.
    assert_eq!(status.signal(), Some(2));
}
