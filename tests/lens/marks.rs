//! The records that a person marked: they are a lens, and they are kept by dossier.

use std::fs;

use assert_cmd::Command;
use bilat::dossier::Id;
use bilat::system::marks::Marks;

#[test]
fn the_marked_records_are_a_lens() {
    let state = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let mut bilat = Command::cargo_bin("bilat").expect("the program is built");
        let output = bilat
            .env("XDG_STATE_HOME", state.path())
            .args(arguments)
            .output()
            .expect("it runs");
        let out = String::from_utf8(output.stdout).expect("text");
        (
            output.status.code(),
            out,
            String::from_utf8(output.stderr).expect("text"),
        )
    };
    assert_eq!(run(&["timeline", "--marked"]).0, Some(1));
    let (code, out, err) = run(&["mark", "trade-total.2024", "relations-1960"]);
    assert_eq!(code, Some(0), "{err}");
    assert_eq!(out.lines().count(), 2);
    let (_, out, _) = run(&["timeline", "--marked"]);
    assert!(
        out.lines().count() == 1 && out.contains("relations-1960"),
        "{out}"
    );
    let (_, out, _) = run(&["trade", "--marked"]);
    assert!(
        out.contains("8.3") && !out.contains("about US$ 50 million"),
        "{out}"
    );
    let (code, out, _) = run(&["export", "markdown", "--marked"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("1960") && !out.contains("Roadmap"), "{out}");
    let (_, out, err) = run(&["mark", "--remove", "relations-1960"]);
    assert!(out.is_empty() && err.contains("1 record marked"), "{err}");
    assert_eq!(run(&["mark", "no-such-record"]).0, Some(2));
    assert_eq!(run(&["mark", "--remove"]).0, Some(0));
    assert_eq!(run(&["mark"]).0, Some(1));
}

#[test]
fn marks_are_kept_by_dossier_and_survive_other_writers() {
    let state = tempfile::tempdir().expect("a folder");
    let marks = Marks::within(state.path(), "/home/ann/laos");
    let other = Marks::within(state.path(), "/home/ann/viet nam");
    let id = |at: usize| Id::new(&format!("record-{at}")).expect("an id");
    assert_eq!(marks.load().expect("no file yet"), []);
    assert_eq!(marks.toggle(&id(1)).expect("kept"), [id(1)]);
    assert_eq!(other.load().expect("another dossier"), []);
    std::thread::scope(|scope| {
        for at in 2..10 {
            let marks = &marks;
            scope.spawn(move || marks.toggle(&id(at)).expect("kept"));
        }
    });
    assert_eq!(
        marks.load().expect("read").len(),
        9,
        "nobody's mark is lost"
    );
    assert!(!marks.toggle(&id(1)).expect("kept").contains(&id(1)));
    marks.save(&[id(7)]).expect("kept");
    assert_eq!(marks.load().expect("read"), [id(7)]);
    fs::write(marks.path(), "record-7\nNot an id\n").expect("written");
    let error = marks.load().expect_err("a line is wrong").to_string();
    assert!(error.contains(":2: `Not an id` is not an id"), "{error}");
    assert!(marks.toggle(&id(1)).is_err());
    assert_eq!(
        fs::read_to_string(marks.path()).expect("read"),
        "record-7\nNot an id\n"
    );
}
