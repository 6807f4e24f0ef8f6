//! Records to JSON and back: nothing is lost, nothing is added, and the digits stay as printed.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use bilat::describe::schema;
use bilat::dossier::{
    About, Agreement, Claim, Date, Dispute, Event, Number, Observation, Organisation, Person,
    Quote, Series, Source,
};
use bilat::edit::write;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use serde_json::value::RawValue;

/// What one record file of a dossier says, record by record.
type Check = fn(&str) -> String;

/// Reads, writes and reads again; what was written.
fn round<T: DeserializeOwned + Serialize + PartialEq + Debug>(raw: &str) -> String {
    let read: T = serde_json::from_str(raw).unwrap();
    let written = serde_json::to_string(&read).unwrap();
    let again: T = serde_json::from_str(&written).unwrap();
    assert_eq!(read, again, "{raw}");
    assert_eq!(serde_json::to_string(&again).unwrap(), written);
    written
}

const KINDS: [(&str, Check); 9] = [
    ("sources", round::<Source>),
    ("people", round::<Person>),
    ("organisations", round::<Organisation>),
    ("events", round::<Event>),
    ("agreements", round::<Agreement>),
    ("series", round::<Series>),
    ("quotes", round::<Quote>),
    ("claims", round::<Claim>),
    ("disputes", round::<Dispute>),
];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The records of a file, and the schema that it names.
fn listed<T: DeserializeOwned>(text: &str) -> (Option<String>, Vec<T>) {
    #[derive(Deserialize)]
    struct Named<T> {
        #[serde(rename = "$schema")]
        schema: String,
        records: Vec<T>,
    }
    if text.starts_with('[') {
        return (None, serde_json::from_str(text).unwrap());
    }
    let named: Named<T> = serde_json::from_str(text).unwrap();
    (Some(named.schema), named.records)
}

/// Every record of a folder as it stands and as it is written.
fn records(name: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (kind, check) in KINDS {
        let text = fs::read_to_string(folder(name).join(format!("{kind}.json"))).unwrap();
        let raw = listed::<Box<RawValue>>(&text).1;
        found.extend(raw.iter().map(|r| (r.get().to_owned(), check(r.get()))));
    }
    let about = fs::read_to_string(folder(name).join("dossier.json")).unwrap();
    let written = round::<About>(&about);
    found.push((about, written));
    found
}

/// The text of a record file, read and written anew.
fn rewritten<T: DeserializeOwned + Serialize>(text: &str) -> String {
    let (schema, records) = listed::<T>(text);
    write::file(schema.as_deref(), &records).unwrap()
}

#[test]
fn the_built_in_files_are_written_byte_by_byte_as_they_stand() {
    let files: [(&str, Check); 9] = [
        ("sources", rewritten::<Source>),
        ("people", rewritten::<Person>),
        ("organisations", rewritten::<Organisation>),
        ("events", rewritten::<Event>),
        ("agreements", rewritten::<Agreement>),
        ("series", rewritten::<Series>),
        ("quotes", rewritten::<Quote>),
        ("claims", rewritten::<Claim>),
        ("disputes", rewritten::<Dispute>),
    ];
    let read = |name: &str| {
        let path = folder("data/laos-russia").join(format!("{name}.json"));
        fs::read_to_string(path).unwrap()
    };
    for (name, rewritten) in files {
        let text = read(name);
        same_lines(&text, &rewritten(&text), name);
    }
    let about: About = serde_json::from_str(&read("dossier")).unwrap();
    assert_eq!(write::pretty(&about).unwrap(), read("dossier"));
}

fn same_lines(a: &str, b: &str, name: &str) {
    for (at, (a, b)) in a.lines().zip(b.lines()).enumerate() {
        assert_eq!(a, b, "{name}:{}", at + 1);
    }
    assert_eq!(a.len(), b.len(), "{name}");
}

#[test]
fn a_file_that_names_its_schema_and_one_of_lines() {
    let figure: Observation =
        serde_json::from_str(r#"{"id":"a","period":"2022","value":8.30}"#).unwrap();
    let figures = [figure.clone(), figure];
    let named = write::file(Some("./s.json"), &figures[..1]).unwrap();
    let head = "{\n  \"$schema\": \"./s.json\",\n  \"records\": [\n    {\n      \"id\": \"a\",\n";
    assert!(named.starts_with(head) && named.contains("8.30") && named.ends_with("\n}\n"));
    let none: [Event; 0] = [];
    assert_eq!(write::file(None, &none).unwrap(), "[]\n");
    assert_eq!(write::lines(&figures).unwrap().lines().count(), 2);
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_built_in_records_are_written_as_they_stand() {
    let all = records("data/laos-russia");
    assert!(all.len() > 200, "{}", all.len());
    for (raw, written) in all {
        assert_eq!(value(&raw), value(&written));
    }
}

#[test]
fn every_built_in_file_names_its_schema() {
    for (name, schema) in schema::FILES {
        let text = fs::read_to_string(folder("data/laos-russia").join(format!("{name}.json")));
        let path = value(&text.unwrap())["$schema"]
            .as_str()
            .unwrap()
            .to_owned();
        let named = fs::read_to_string(folder("data/laos-russia").join(path)).unwrap();
        assert_eq!(named, schema);
    }
}

#[test]
fn odd_records_come_back_as_they_were() {
    // `round` holds what was read against what is read again.
    assert!(records("tests/fixtures/odd").len() > 30);
}

#[test]
fn dates_keep_what_was_stored() {
    for raw in [
        r#""1960-10-07""#,
        r#""199X""#,
        r#""2025-01/..""#,
        r#""2018?""#,
        r#"{"edtf":"2016","basis":"inferred","why":"'the year before'"}"#,
        r#"{"basis":"derived","why":"so","not_before":"2023-07","not_after":"2024~"}"#,
        r#"{"edtf":"2016","why":"printed, but oddly"}"#,
        r#"{"not_after":"1999"}"#,
        r#"{"edtf":null}"#,
    ] {
        assert_eq!(round::<Date>(raw), raw);
    }
    // An object that says no more than the string is written as the string.
    let bare = r#"{"edtf":"2016","basis":"stated"}"#;
    assert_eq!(round::<Date>(bare), r#""2016""#);
}

#[test]
fn a_date_can_be_inferred_from_its_limits() {
    let date = Date::inferred(None, (Some("2023-07"), Some("2023")), "so").unwrap();
    let json = r#"{"basis":"inferred","why":"so","not_before":"2023-07","not_after":"2023"}"#;
    assert_eq!(serde_json::to_string(&date).unwrap(), json);
    assert_eq!(round::<Date>(json), json);
    assert!(Date::inferred(Some("2023-13"), (None, None), "so").is_err());
    assert!(Date::inferred(Some("2022"), (Some("2023"), None), "so").is_err());
}

#[test]
fn figures_keep_their_digits() {
    for raw in ["8.30", "0", "-0.05", "20000", "2024", "123456789012345"] {
        let number = Number::parse(raw).unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), raw);
    }
    let none = r#"{"id":"a","period":"2022","value":null}"#;
    assert_eq!(round::<Observation>(none), none);
}
