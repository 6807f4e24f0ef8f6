//! JSON, JSON Lines and CSV: a stable shape, the same records as in plain text, nothing that a
//! spreadsheet would obey.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{LISTS, ODD, bilat, dossier, name};

fn json(arguments: &[&str]) -> Value {
    let out = bilat(&[arguments, &["--json"]].concat()).out;
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

fn records(document: &Value) -> &Vec<Value> {
    document["records"].as_array().expect("records")
}

/// The names of all fields, with what they hold, in order.
fn shape(value: &Value, path: &str, into: &mut BTreeMap<String, &'static str>) {
    let name = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(items) => {
            for item in items {
                shape(item, &format!("{path}[]"), into);
            }
            "array"
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                // Ids are names here, not fields.
                let name = if path.ends_with("names") { "*" } else { name };
                shape(value, &format!("{path}.{name}"), into);
            }
            "object"
        }
    };
    // A field that may be null is what it is otherwise.
    let known = into.entry(path.to_owned()).or_insert(name);
    if *known == "null" {
        *known = name;
    }
}

/// A field that is taken away, or holds something else, needs a new version.
#[test]
fn the_shape_of_json_is_kept() {
    let mut told = String::new();
    for list in LISTS {
        let mut fields = BTreeMap::new();
        for dossier in [&[][..], &[ODD]] {
            let document = json(&[&[list][..], dossier].concat());
            assert_eq!(document["version"], 1);
            for record in records(&document) {
                shape(&record["computed"], "computed", &mut fields);
                assert_eq!(record["kind"], document["kind"]);
            }
        }
        let fields = fields
            .iter()
            .map(|(path, holds)| format!("  {path}: {holds}\n"));
        told.extend([list.to_owned() + "\n"].into_iter().chain(fields));
    }
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("shape", told);
    });
}

/// A record in JSON is the record of the file, field by field.
#[test]
fn records_are_as_their_files_have_them() {
    for (list, file) in [
        ("timeline", "events"),
        ("agreements", "agreements"),
        ("trade", "series"),
        ("quotes", "quotes"),
        ("people", "people"),
        ("organisations", "organisations"),
        ("sources", "sources"),
        ("claims", "claims"),
        ("disputes", "disputes"),
    ] {
        let path = format!(
            "{}/data/laos-russia/{file}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(path).expect("it is there");
        let stored: Value = serde_json::from_str(&text).expect("JSON");
        let stored = stored.get("records").unwrap_or(&stored);
        let mut stored = stored.as_array().expect("records").clone();
        let mut listed: Vec<_> = records(&json(&[list]))
            .iter()
            .map(|one| one["record"].clone())
            .collect();
        let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
        stored.sort_by_key(id);
        listed.sort_by_key(id);
        assert_eq!(listed, stored, "{list}");
    }
}

#[test]
fn json_lines_and_json_hold_the_same() {
    for list in LISTS {
        let lines = bilat(&[list, "--jsonl"]).found();
        let document = json(&[list]);
        let mut count = 0;
        for (line, whole) in lines.lines().zip(records(&document)) {
            let mut line: Value = serde_json::from_str(line).expect("JSON");
            let version = line.as_object_mut().and_then(|line| line.remove("version"));
            assert_eq!(version, Some(Value::from(1)));
            assert_eq!(&line, whole);
            count += 1;
        }
        assert_eq!(
            (count, lines.lines().count()),
            (records(&document).len(), count)
        );
    }
}

/// A row a record, and for series a row a figure; every row as long as the head.
#[test]
fn csv_has_a_row_for_each() {
    for list in LISTS {
        let csv = bilat(&[list, "--csv"]).found();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let columns = reader.headers().expect("a head").len();
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        assert!(rows.iter().all(|row| row.len() == columns));
        let document = json(&[list]);
        let all = records(&document).iter().map(|one| match list {
            "trade" => {
                let of = |field: &str| one["computed"][field].as_array().map_or(0, Vec::len);
                (of("figures") + of("implied")).max(1)
            }
            _ => 1,
        });
        assert_eq!(rows.len(), all.sum::<usize>(), "{list}");
    }
}

#[test]
fn a_formula_in_a_title_is_none_in_csv() {
    let events = r#"[{"id": "evil", "title": "=cmd|' /C calc'!A0", "summary": "+1 @SUM(A1)\n-2", "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]}]"#;
    let folder = dossier(&[("events.json", events)]);
    let csv = bilat(&["timeline", name(&folder), "--csv"]).found();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    for row in reader.records() {
        for cell in &row.expect("a row") {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell:?}"
            );
        }
    }
}

#[test]
fn what_a_terminal_would_obey_reaches_none() {
    let events = "[{\"id\": \"evil\", \"title\": \"a\\u001b]0;owned\\u0007b\\u202ec\", \"kind\": \"other\", \"status\": \"occurred\", \"evidence\": [{\"source\": \"gazette\", \"paragraph\": 1}]}]";
    let folder = dossier(&[("events.json", events)]);
    for form in [&[][..], &["--full"]] {
        let out = bilat(&[&["timeline", name(&folder)][..], form].concat()).found();
        assert!(!out.contains(['\x1b', '\x07']), "{form:?}: {out:?}");
        assert!(out.contains("<U+0007>b\u{202e}c"), "{form:?}: {out:?}");
    }
    // JSON has an escape for it, and must give the record back, as CSV must in a file.
    let out = bilat(&["timeline", name(&folder), "--json"]).found();
    assert!(!out.contains(['\x1b', '\x07']), "{out:?}");
    let out = bilat(&["timeline", name(&folder), "--csv"]).found();
    assert!(out.contains("a\x1b]0;owned\x07b\u{202e}c"), "{out:?}");
}

#[test]
fn one_form_at_a_time() {
    let both = bilat(&["timeline", "--json", "--csv"]);
    assert_eq!((both.code, both.out.as_str()), (2, ""));
}
