//! `bilat verify`: exit codes, lines, JSON.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;

use crate::world::{TEXT, World};

fn bilat(arguments: &[&str]) -> (i32, String, String) {
    let binary = env!("CARGO_BIN_EXE_bilat");
    let output = Command::new(binary)
        .args(arguments)
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let code = output.status.code().expect("an exit code");
    (code, text(output.stdout), text(output.stderr))
}

fn world(exact: &str, paragraph: u32) -> World {
    let record = format!(
        r#"[{{"id": "e", "title": "T", "kind": "visit", "status": "occurred", "evidence":
  [{{"source": "news", "paragraph": {paragraph}, "exact": "{exact}"}}]}}]"#
    );
    World::new(&[("events.json", &record), ("news.txt", TEXT)])
}

fn name(world: &World) -> String {
    world.path().to_str().expect("a name").to_owned()
}

#[test]
fn all_found_is_0_with_the_texts_beside_the_records_or_elsewhere() {
    let found = world("120 metres", 2);
    let expected = (0, "1 anchor: 1 found\n".to_owned(), String::new());
    assert_eq!(bilat(&["verify", &name(&found)]), expected);
    let folder = tempfile::tempdir().expect("a folder");
    fs::rename(
        found.path().join("news.txt"),
        folder.path().join("news.txt"),
    )
    .expect("moved");
    let elsewhere = folder.path().to_str().expect("a name");
    assert_eq!(
        bilat(&["verify", &name(&found), "--sources", elsewhere]),
        expected
    );
}

#[test]
fn what_is_not_found_is_1_and_told_with_its_place() {
    let slip = world("130 metres", 2);
    let (code, out, err) = bilat(&["verify", &name(&slip)]);
    let expected = format!(
        "{}/events.json:1: e: altered: news ¶2: [-130-]{{+120+}} metres\n1 anchor: 1 altered\n",
        name(&slip)
    );
    assert_eq!((code, out, err), (1, expected, String::new()));
}

#[test]
fn records_that_cannot_be_read_are_not_called_found() {
    let broken = world("120 metres", 2);
    broken.write("claims.json", "[{\"id\": 1}]");
    let (code, out, _) = bilat(&["verify", &name(&broken)]);
    assert_eq!(code, 1);
    assert!(
        out.starts_with("1 error in the dossier: what could not be read"),
        "{out}"
    );
}

#[test]
fn no_text_at_all_is_2() {
    let (code, out, err) = bilat(&["verify"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("--sources DIR"), "{err}");

    let (code, out, err) = bilat(&["verify", "--sources", "/no/such/folder"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("cannot read the folder /no/such/folder"),
        "{err}"
    );

    let empty = tempfile::tempdir().expect("a folder");
    let (code, out, err) = bilat(&[
        "verify",
        "--sources",
        empty.path().to_str().expect("a name"),
    ]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("asean-briefing-2023: no text of it"), "{err}");
    assert!(err.contains("contains no text of a source"), "{err}");
}

#[test]
fn one_text_of_two_is_judged_and_the_other_named() {
    let half = world("120 metres", 2);
    half.write(
        "sources.json",
        r#"[{"id": "news", "type": "article", "title": "News", "file": "news.txt"},
            {"id": "lost", "type": "article", "title": "Lost", "file": "lost.txt"}]"#,
    );
    half.write(
        "claims.json",
        r#"[{"id": "c", "statement": "S", "evidence": [
            {"source": "lost", "paragraph": 1, "exact": "words"}]}]"#,
    );
    let (code, out, _) = bilat(&["verify", &name(&half)]);
    let expected = "lost: no text of it\n2 anchors: 1 found, 1 no-text\n";
    assert_eq!((code, out.as_str()), (1, expected));
}

#[test]
fn json_has_every_anchor_in_a_shape_that_stays() {
    let found = world("120 metres", 2);
    let (code, out, _) = bilat(&["verify", &name(&found), "--json"]);
    assert_eq!(code, 0);
    let mut json: Value = serde_json::from_str(&out).expect("JSON");
    let file = json["anchors"][0]["file"].take();
    assert!(
        file.as_str()
            .is_some_and(|file| file.ends_with("events.json")),
        "{file}"
    );
    let at = TEXT.chars().count() - TEXT.split_once("120").expect("there").1.chars().count() - 3;
    let expected = serde_json::json!({
        "version": 1,
        "dossier": "Laos – Russia",
        "summary": {"found": 1, "ambiguous": 0, "drifted": 0, "altered": 0, "digits": 0,
            "misquoted": 0, "missing": 0, "no-text": 0},
        "remarks": [],
        "anchors": [{"id": "e", "kind": "event", "part": null, "file": null, "line": 1,
            "source": "news", "paragraph": 2, "words": "120 metres", "verdict": "found",
            "ranges": [[at, at + 10]], "paragraphs": [], "places": [], "diff": [],
            "digits": null}],
        "doubts": [],
    });
    assert_eq!(json, expected);

    let slip = world("130 metres", 1);
    let (code, out, _) = bilat(&["verify", &name(&slip), "--json"]);
    assert_eq!(code, 1);
    let json: Value = serde_json::from_str(&out).expect("JSON");
    let anchor = &json["anchors"][0];
    assert_eq!(
        (anchor["verdict"].as_str(), anchor["paragraphs"][0].as_u64()),
        (Some("altered"), Some(2))
    );
    let diff = serde_json::json!([{"op": "dossier", "words": "130"},
        {"op": "source", "words": "120"}, {"op": "same", "words": " metres"}]);
    let joined: Vec<_> = anchor["diff"].as_array().expect("a diff").clone();
    assert_eq!(joined, diff.as_array().expect("a diff").clone());
}

#[test]
fn nothing_that_a_terminal_obeys_comes_out_of_a_text() {
    let world = world("red words here", 1);
    world.write("news.txt", "A \u{1b}[31m red \u{202e}wordz here.");
    let (_, out, _) = bilat(&["verify", &name(&world)]);
    assert!(out.contains("[-words-]"), "{out}");
    assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out}");
}
