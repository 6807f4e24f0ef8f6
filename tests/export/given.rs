//! Text as given: what a person wrote leaves the program as it came in, code point for code point.
//! Marks such as `<U+FE0F>` are for the terminal alone.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use super::generated::BILAT;

/// Joiner, variation selector, soft hyphen, CR LF, tab, twelve marks on a letter, bidirectional
/// controls, what has no column, a control sequence.
const GIVEN: &str = "Ne\u{200d}w ❤\u{fe0f} of\u{ad}fice\r\nnext\tline \
    a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} \
    b\u{202e}c\u{2066}d\u{200f} \u{feff}e\u{1b}f\u{9b}g";

fn bilat(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(BILAT);
    command.current_dir(folder).args(arguments);
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.stdin(Stdio::null()).output().unwrap()
}

fn succeeds(folder: &Path, arguments: &[&str]) -> String {
    let output = bilat(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{arguments:?}: {said}{printed}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The files of a dossier, with `§` in place of every text.
const WORLD: &str = r#"{
"dossier": {"format": "bilat/1", "title": "§", "description": "§",
    "sides": [{"code": "LAO", "name": "§", "aliases": ["§"]}, {"code": "RUS", "name": "Russia"}],
    "topics": [{"id": "t", "label": "§"}], "contributors": [{"title": "§", "role": "§"}]},
"sources": [{"id": "s", "type": "report", "title": "§", "author": ["o", "p"],
    "container_title": "§", "publisher": "§", "issued": "2024", "volume": "§", "note": "§"}],
"people": [{"id": "p", "name": "§", "country": "LAO", "evidence": "on",
    "roles": [{"title": "§", "organisation": "o", "evidence": "on"}]}],
"organisations": [{"id": "o", "name": "§", "kind": "company", "evidence": "on"}],
"events": [{"id": "e", "title": "§", "summary": "§", "date": "2024-05", "kind": "summit",
    "status": "occurred", "place": "§", "topics": ["t"], "evidence": "on",
    "participants": [{"who": "p", "role": "§"}], "note": "§"}],
"agreements": [{"id": "a", "title": "§", "kind": "treaty", "status": "signed", "signed": "2024",
    "horizon": "2025/2026", "parties": [{"party": "LAO", "side": "LAO"}], "evidence": "on",
    "topics": ["t"]}],
"series": [{"id": "n", "title": "§", "kind": "indicator", "unit": "§", "evidence": "on",
    "observations": [{"id": "n.1", "period": "2024", "value": 5, "evidence": "on"}]}],
"quotes": [{"id": "q", "speaker": "p", "role": "§", "said": "2024", "event": "e", "text": "§",
    "prompt": "§", "evidence": [{"source": "s", "paragraph": 1}]}],
"claims": [{"id": "c", "statement": "§", "evidence": "on"}],
"disputes": [{"id": "d", "title": "§", "kind": "contradiction", "between": ["n.1", "c"],
    "explanation": "§", "evidence": "on"}]
}"#;

/// A dossier of which every text is [`GIVEN`].
fn world(folder: &Path) {
    let on = r#"[{"source": "s", "paragraph": 1, "exact": "§", "prefix": "§"}]"#;
    let given = json!(GIVEN).to_string();
    let text = WORLD.replace("\"on\"", on).replace("\"§\"", &given);
    let files: Value = serde_json::from_str(&text).unwrap();
    for (name, records) in files.as_object().unwrap() {
        fs::write(folder.join(format!("{name}.json")), records.to_string()).unwrap();
    }
    assert!(!succeeds(folder, &["check", "."]).contains("warning"));
}

fn strings(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, into)),
        Value::Object(members) => members.values().for_each(|value| strings(value, into)),
        _ => {}
    }
}

/// The texts of one JSON value a line or a document.
fn texts_of(json: &str) -> Vec<String> {
    let values = serde_json::Deserializer::from_str(json).into_iter::<Value>();
    let mut texts = Vec::new();
    values.for_each(|value| strings(&value.unwrap(), &mut texts));
    texts
}

/// How often a text is the given one, whole.
fn whole(texts: &[String]) -> usize {
    texts.iter().filter(|text| *text == GIVEN).count()
}

fn has_no_marks(text: &str, what: &str) {
    for mark in ["<U+", "&lt;U+", "\\<U+", "<marks>", "&lt;marks", "marks\\>"] {
        assert!(!text.contains(mark), "{what}: {mark} in {text}");
    }
}

#[test]
fn every_export_gives_texts_as_they_were_given() {
    let home = tempfile::tempdir().unwrap();
    let (folder, out) = (home.path(), home.path().join("out"));
    world(folder);
    for (format, file, least) in [
        ("json", "dossier.json", 35),
        ("jsonl", "dossier.jsonl", 35),
        // A slide has it in HTML.
        ("timelinejs", "t.json", 1),
        ("csl-json", "c.json", 6),
        ("folder", "f", 35),
        ("datapackage", "p", 0),
        ("csv", "v", 0),
        ("bibtex", "b.bib", 0),
        ("markdown", "m.md", 0),
        ("html", "h.html", 0),
    ] {
        let path = out.join(file);
        fs::create_dir_all(&out).unwrap();
        succeeds(
            folder,
            &["export", format, ".", "-o", path.to_str().unwrap()],
        );
        let paths: Vec<_> = if path.is_dir() {
            let entries = fs::read_dir(&path).unwrap();
            entries.map(|entry| entry.unwrap().path()).collect()
        } else {
            vec![path]
        };
        let files: Vec<_> = paths.iter().filter(|path| path.is_file()).collect();
        let mut found = 0;
        for file in files {
            let text = fs::read_to_string(file).unwrap();
            has_no_marks(&text, &file.to_string_lossy());
            match file.extension().unwrap().to_str().unwrap() {
                "json" | "jsonl" => found += whole(&texts_of(&text)),
                "bib" => {
                    let given = in_tex(GIVEN);
                    assert_eq!(text.matches(&given).count(), 7, "{text}");
                }
                _ => every_word(&text),
            }
        }
        assert!(found >= least, "{format}: {found}");
    }
}

/// To BibTeX white space other than a blank is a command.
fn in_tex(text: &str) -> String {
    text.replace("\r\n", "\\relax{}\\newline{}")
        .replace('\t', "\\quad{}")
}

/// All words of the given text, where white space is laid out anew; a file of a kind that has no
/// text has none.
fn every_word(text: &str) {
    let words: Vec<_> = GIVEN.split_whitespace().collect();
    let missing: Vec<_> = words.iter().filter(|word| !text.contains(**word)).collect();
    assert!(
        missing.is_empty() || missing.len() == words.len(),
        "{missing:?}: {text}"
    );
}

#[test]
fn a_citation_and_a_list_in_a_file_are_as_they_were_given() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    world(folder);
    for id in ["q", "e", "a", "n.1", "c", "d", "p", "o", "s"] {
        for style in ["text", "markdown", "csl-json", "bibtex"] {
            let text = succeeds(folder, &["cite", id, ".", "--style", style]);
            has_no_marks(&text, style);
            // JSON escapes what a control character is.
            match style {
                "csl-json" => {}
                "bibtex" => every_word(
                    &text
                        .replace("\\relax{}\\newline{}", "\r\n")
                        .replace("\\quad{}", "\t"),
                ),
                _ => every_word(&text),
            }
        }
    }
    for list in [
        "timeline",
        "agreements",
        "trade",
        "quotes",
        "people",
        "sources",
        "claims",
    ] {
        let words: &[&str] = if list == "quotes" {
            &["quotes", ""]
        } else {
            &[list]
        };
        for form in ["--json", "--jsonl", "--csv"] {
            let text = succeeds(folder, &[words, &[".", form]].concat());
            has_no_marks(&text, list);
            assert!(form == "--csv" || whole(&texts_of(&text)) > 0, "{list}");
        }
        let lines = succeeds(folder, &[words, &["."]].concat());
        only_controls_are_marked(&lines);
        let pages = succeeds(folder, &[words, &[".", "--full"]].concat());
        only_controls_are_marked(&pages);
    }
    for id in ["q", "e", "a", "n.1", "c", "d", "p", "o", "s"] {
        only_controls_are_marked(&succeeds(folder, &["show", id, "."]));
    }
    only_controls_are_marked(&succeeds(folder, &["."]));
    succeeds(folder, &["mark", "e", "--dossier", "."]);
    only_controls_are_marked(&succeeds(folder, &["mark", "--dossier", "."]));
}

/// What is for people to read may be printed on a terminal by another program, such as `head`: what
/// that would obey is marked, and nothing else.
fn only_controls_are_marked(lines: &str) {
    assert!(!lines.contains(['\u{1b}', '\u{9b}', '\r']), "{lines:?}");
    let controls = ["<U+001B>", "<U+009B>"];
    assert!(controls.iter().all(|c| lines.contains(c)), "{lines:?}");
    let given = lines.replace(controls[0], "\u{1b}");
    let given = given.replace(controls[1], "\u{9b}");
    has_no_marks(&given, "a list");
    every_word(&given);
}

#[test]
fn what_is_added_and_imported_is_kept_as_it_was_given() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    world(folder);
    let events = || fs::read_to_string(folder.join("events.json")).unwrap();
    let before = whole(&texts_of(&events()));
    let printed = succeeds(
        folder,
        &[
            "add",
            "event",
            "--kind",
            "summit",
            "--title",
            GIVEN,
            "--place",
            GIVEN,
            "--note",
            GIVEN,
            "--date",
            "2025",
            "--source",
            "s",
            "--paragraph",
            "2",
            "--exact",
            GIVEN,
        ],
    );
    assert!(!printed.contains('\u{1b}'), "{printed:?}");
    assert_eq!(whole(&texts_of(&events())), before + 4);
    has_no_marks(&events(), "add");

    write_files(folder);
    let map = "title=title,parties=parties,signed=signed";
    for arguments in [
        &["csl-json", "in.json"][..],
        &["timelinejs", "t.json"],
        &["agreements", "a.csv", "--map", map],
        &["bibtex", "b.bib"],
    ] {
        succeeds(folder, &[&["import"], arguments, &["--into", "."]].concat());
    }
    let sources = fs::read_to_string(folder.join("sources.json")).unwrap();
    let agreements = fs::read_to_string(folder.join("agreements.json")).unwrap();
    // The title and the publisher of the source, the title of the agreement, beside those before.
    assert_eq!(whole(&texts_of(&sources)), 5 + 2, "{sources}");
    assert_eq!(whole(&texts_of(&agreements)), 3 + 1, "{agreements}");
    for text in [events(), sources, agreements] {
        has_no_marks(&text, "import");
        every_word(&text.replace("\\u001b", "\u{1b}"));
    }
}

/// A file of each format to import.
fn write_files(folder: &Path) {
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    let csl = json!([{"id": "x", "type": "book", "title": GIVEN, "publisher": GIVEN, "note": GIVEN,
        "author": [{"literal": GIVEN}], "issued": {"date-parts": [[2020]]}}]);
    write("in.json", csl.to_string());
    let text = json!({"headline": GIVEN, "text": GIVEN});
    let slide = json!({"start_date": {"year": "2021"}, "group": GIVEN, "text": text});
    write("t.json", json!({"events": [slide]}).to_string());
    let row = format!("\"{GIVEN}\",LAO; Russia,2020-01-02\r\n");
    write("a.csv", format!("title,parties,signed\r\n{row}"));
    let fields = format!("title = {{{GIVEN}}}, publisher = {{{GIVEN}}}, year = 2020");
    write("b.bib", format!("@book{{k, {fields}}}\n"));
}
