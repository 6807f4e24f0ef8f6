//! Exports hold every field, and what they hold comes back.

use std::collections::BTreeMap;
use std::fs;

use bilat::dossier::Kind;
use bilat::dossier::fields::{Info, OnPage, Type};
use bilat::dossier::typed::fields_of;
use bilat::load::{Origin, load};
use serde_json::Value;

use super::samples::{id, samples};
use super::shown::is_full;
use super::world::{World, bilat, printed, stored};

#[test]
fn the_dossier_has_no_problem() {
    let world = World::full();
    let problems = load(&Origin::Folder(world.path().to_owned())).problems;
    let messages: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages, Vec::<String>::new());
}

/// The cells of a record by their columns.
fn row(world: &World, kind: Kind) -> BTreeMap<String, String> {
    let name = format!("{}.csv", kind.plural());
    let text = printed(&["export", "csv", world.dossier(), "--file", &name]);
    let mut csv = csv::Reader::from_reader(text.as_bytes());
    let head = csv.headers().unwrap().clone();
    let mut rows = csv.records().map(Result::unwrap);
    let row = rows.find(|row| row[0] == id(kind)).unwrap();
    let cells = row.iter().map(ToOwned::to_owned);
    head.iter().map(ToOwned::to_owned).zip(cells).collect()
}

/// The columns that a field has to fill.
fn columns(info: &Info) -> Vec<String> {
    let column = info.column();
    match info.kind {
        // They are rows of another table.
        Type::Parts(_) if info.on_page == OnPage::Hidden => Vec::new(),
        Type::Date => ["", "_earliest", "_latest", "_basis"]
            .map(|end| format!("{column}{end}"))
            .into(),
        Type::Evidence => vec![column.to_owned(), format!("{column}_words")],
        Type::Part(_) | Type::Parts(_) => {
            let parts = info
                .parts()
                .unwrap()
                .into_iter()
                .filter(|part| !matches!(part.kind, Type::Evidence));
            parts.map(|part| part.column().to_owned()).collect()
        }
        _ => vec![column.to_owned()],
    }
}

#[test]
fn a_table_has_a_filled_cell_for_every_field() {
    let world = World::full();
    for kind in Kind::ALL {
        let row = row(&world, kind);
        for info in fields_of(kind) {
            for column in columns(&info) {
                let cell = row
                    .get(&column)
                    .unwrap_or_else(|| panic!("{kind:?} has no column {column}"));
                assert!(!cell.is_empty(), "{kind:?}.{column} is empty");
            }
            let mut samples = samples(kind).iter();
            let sample = samples.find(|sample| sample.field == info.name).unwrap();
            let expected = match sample.value() {
                Value::String(text) => text,
                Value::Bool(flag) => flag.to_string(),
                _ => continue,
            };
            assert_eq!(row[info.column()], expected, "{kind:?}.{}", info.name);
        }
    }
}

#[test]
fn printed_digits_stay() {
    let world = World::full();
    let row = row(&world, Kind::Observation);
    let digits = ["value", "low", "high"].map(|column| row[column].as_str());
    assert_eq!(digits, ["8.30", "8.10", "8.50"]);
    let json = printed(&["export", "json", world.dossier()]);
    for member in [r#""value": 8.30"#, r#""low": 8.10"#, r#""high": 8.50"#] {
        assert!(json.contains(member), "{member}");
    }
}

/// What each party has is at its place in the list.
#[test]
fn lists_in_cells_keep_their_places() {
    let world = World::full();
    let row = row(&world, Kind::Agreement);
    for (column, cell) in [
        ("parties", "LAO|mot"),
        ("party_sides", "LAO|GBR"),
        ("party_signed", "2019-01-02|2018"),
        ("party_in_force", "2020~|"),
        ("party_withdrew", "2024-03|"),
        ("evidence_words", "one run … another run|against it"),
    ] {
        assert_eq!(row[column], cell, "{column}");
    }
}

/// The records of a folder that was exported, by file.
fn in_folder(world: &World, kind: Kind) -> Value {
    let path = world.path().join("out");
    let folder = path.to_str().unwrap();
    if fs::metadata(folder).is_err() {
        printed(&["export", "folder", world.dossier(), "-o", folder]);
    }
    let name = match kind {
        Kind::Observation => "series",
        Kind::Person => "people",
        kind => kind.plural(),
    };
    let text = fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    find(&file["records"], &id(kind))
}

/// The object of that id, however deep it is.
fn find(value: &Value, id: &str) -> Value {
    fn search<'v>(value: &'v Value, id: &str) -> Option<&'v Value> {
        match value {
            Value::Object(members) if members.get("id").is_some_and(|own| own == id) => Some(value),
            Value::Object(members) => members.values().find_map(|inner| search(inner, id)),
            Value::Array(items) => items.iter().find_map(|inner| search(inner, id)),
            _ => None,
        }
    }
    let found = search(value, id);
    found.unwrap_or_else(|| panic!("no record {id}")).clone()
}

#[test]
fn json_lines_and_folders_have_every_field() {
    let world = World::full();
    let json: Value = serde_json::from_str(&printed(&["export", "json", world.dossier()])).unwrap();
    let lines = printed(&["export", "jsonl", world.dossier()]);
    for kind in Kind::ALL {
        is_full(kind, &find(&json, &id(kind)), "json");
        let line = match kind {
            Kind::Observation => find(&stored(&lines, "figures"), &id(kind)),
            kind => stored(&lines, &id(kind)),
        };
        is_full(kind, &line, "jsonl");
        is_full(kind, &in_folder(&world, kind), "folder");
    }
}

#[test]
fn what_is_exported_comes_back_the_same() {
    let world = World::full();
    for format in ["json", "jsonl"] {
        let empty = tempfile::tempdir().unwrap();
        let target = empty.path().join("dossier");
        let (target, file) = (target.to_str().unwrap(), empty.path().join("all"));
        let file = file.to_str().unwrap();
        printed(&["new", target, "--sides", "LAO,GBR"]);
        printed(&["export", format, world.dossier(), "-o", file]);
        let (code, report, err) = bilat(&["import", "json", file, "--into", target]);
        assert_eq!(code, 0, "{report}{err}");
        let [old, new] = [world.dossier(), target].map(|dossier| {
            let text = printed(&["export", "jsonl", dossier]);
            let mut lines: Vec<_> = text.lines().skip(1).map(ToOwned::to_owned).collect();
            lines.sort();
            lines
        });
        assert_eq!(old, new, "{format}");
        // And a second time changes nothing.
        let (_, report, _) = bilat(&["import", "json", file, "--into", target]);
        assert!(report.contains("Nothing new"), "{report}");
    }
}
