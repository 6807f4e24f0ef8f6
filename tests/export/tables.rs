//! CSV and Data Package: every cell comes back, none is a formula, and the description fits.

use std::collections::{HashMap, HashSet};

use bilat::dossier::{Dossier, Kind};
use bilat::export::table::{self, Cell, Type, split, unguard};
use bilat::export::{Csv, DataPackage, Format};
use csv::StringRecord;
use proptest::prelude::*;
use serde_json::Value;

use super::generated::{any_dossier, built_in, odd, of};

fn bytes(format: &dyn Format, file: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    format.write(file, &mut bytes).unwrap();
    bytes
}

/// The rows of every file by its name, the first row apart.
fn read(dossier: &Dossier) -> HashMap<String, (StringRecord, Vec<StringRecord>)> {
    let format = Csv::new(dossier);
    let files = format.files().into_iter().enumerate();
    files
        .map(|(at, name)| {
            let bytes = bytes(&format, at);
            let mut csv = csv::Reader::from_reader(&*bytes);
            let head = csv.headers().unwrap().clone();
            (name, (head, csv.records().map(Result::unwrap).collect()))
        })
        .collect()
}

/// Every cell of every sheet, as it was meant and as a reader of the file gets it.
fn held_against(dossier: &Dossier) {
    let mut files = read(dossier);
    for sheet in table::all() {
        let (head, rows) = files.remove(&format!("{}.csv", sheet.name)).unwrap();
        let columns: Vec<_> = sheet.columns.clone();
        assert!(head.iter().eq(columns.iter().map(|c| c.name.as_str())));
        let mut rows = rows.iter();
        let mut each = |cells: Vec<Cell>| {
            let row = rows.next().unwrap();
            assert_eq!(row.len(), cells.len());
            for ((cell, written), column) in cells.iter().zip(row).zip(&columns) {
                match cell {
                    Cell::Empty => assert_eq!(written, ""),
                    Cell::Number(digits) => {
                        assert_eq!(written, digits);
                        assert!(matches!(column.kind, Type::Number | Type::Integer));
                    }
                    Cell::Text(text) => {
                        assert_eq!(unguard(written), text);
                        assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']));
                    }
                }
            }
            Ok(())
        };
        sheet.rows(dossier, &mut each).unwrap();
        assert_eq!(rows.next(), None, "{}", sheet.name);
    }
}

#[test]
fn every_cell_comes_back() {
    for dossier in [built_in(), odd()] {
        held_against(&dossier);
        let files = read(&dossier);
        for kind in Kind::ALL {
            let rows = &files[&format!("{}.csv", kind.plural())].1;
            assert_eq!(rows.len(), dossier.count(kind), "{}", kind.plural());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_cell_of_any_dossier_comes_back(dossier in any_dossier()) {
        held_against(&dossier);
    }
}

#[test]
fn numbers_stay_numbers_and_formulas_become_text() {
    let loaded = of(&[
        (
            "sources",
            serde_json::json!([{"id": "s", "type": "report", "title": "=1+1"}]),
        ),
        (
            "series",
            serde_json::json!([{"id": "t", "title": "-x", "kind": "trade", "scale": -3,
                "observations": [{"id": "t.1", "period": "-0044", "value": -4.50,
                    "evidence": [{"source": "s", "paragraph": 1, "exact": "@x"}]}],
                "evidence": [{"source": "s", "paragraph": 1, "exact": "a|b\\"}, {"source": "s", "paragraph": 2}]}]),
        ),
    ]);
    let files = read(&loaded.dossier);
    let cell = |file: &str, column: &str| {
        let (head, rows) = &files[file];
        let at = head.iter().position(|name| name == column).unwrap();
        rows[0][at].to_owned()
    };
    assert_eq!(cell("sources.csv", "title"), "'=1+1");
    assert_eq!(cell("series.csv", "title"), "'-x");
    assert_eq!(cell("series.csv", "scale"), "-3");
    assert_eq!(cell("series.csv", "evidence"), "s#1|s#2");
    assert_eq!(split(&cell("series.csv", "evidence_words")), ["a|b\\", ""]);
    assert_eq!(cell("figures.csv", "value"), "-4.5");
    assert_eq!(cell("figures.csv", "period"), "'-0044");
    assert_eq!(
        cell("figures.csv", "period_earliest"),
        "",
        "no calendar of spreadsheets has it"
    );
    assert_eq!(cell("figures.csv", "evidence_words"), "'@x");
}

fn descriptor(dossier: &Dossier) -> Value {
    let format = DataPackage::new(dossier);
    let last = format.files().len() - 1;
    assert_eq!(format.files()[last], "datapackage.json");
    serde_json::from_slice(&bytes(&format, last)).unwrap()
}

/// The shape that datapackage.org asks for (Data Package, Data Resource, Table Schema, 2.0).
#[test]
fn the_package_describes_its_files() {
    for dossier in [built_in(), odd()] {
        let package = descriptor(&dossier);
        assert_eq!(
            package["$schema"],
            "https://datapackage.org/profiles/2.0/datapackage.json"
        );
        let name = package["name"].as_str().unwrap();
        assert!(
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        );
        let format = DataPackage::new(&dossier);
        let resources = package["resources"].as_array().unwrap();
        let names: HashSet<_> = resources
            .iter()
            .map(|r| r["name"].as_str().unwrap())
            .collect();
        assert_eq!(names.len(), resources.len());
        for (at, resource) in resources.iter().enumerate() {
            let bytes = bytes(&format, at);
            assert_eq!(resource["path"], format.files()[at].as_str());
            assert_eq!(resource["bytes"], bytes.len());
            let hash = resource["hash"].as_str().unwrap();
            assert!(hash.starts_with("sha256:") && hash.len() == 7 + 64);
            check_schema(&resource["schema"], &names, &bytes);
        }
    }
}

fn check_schema(schema: &Value, names: &HashSet<&str>, bytes: &[u8]) {
    let fields = schema["fields"].as_array().unwrap();
    let mut csv = csv::Reader::from_reader(bytes);
    let head = csv.headers().unwrap();
    assert!(
        head.iter()
            .eq(fields.iter().map(|f| f["name"].as_str().unwrap()))
    );
    for field in fields {
        let kind = field["type"].as_str().unwrap();
        assert!(
            ["string", "number", "integer", "date", "list"].contains(&kind),
            "{kind}"
        );
        assert!(field["description"].is_string());
    }
    let there = |name: &Value| head.iter().any(|column| name == column);
    assert!(
        schema["primaryKey"]
            .as_array()
            .is_none_or(|keys| keys.iter().all(there))
    );
    for key in schema["foreignKeys"].as_array().into_iter().flatten() {
        assert!(key["fields"].as_array().unwrap().iter().all(there), "{key}");
        let target = &key["reference"]["resource"];
        assert!(
            target.is_null() || names.contains(target.as_str().unwrap()),
            "{key}"
        );
        assert_eq!(key["reference"]["fields"][0], "id");
    }
}

#[test]
fn the_package_names_licences_people_and_sources() {
    let package = descriptor(&built_in());
    assert_eq!(package["name"], "laos-russia");
    assert_eq!(package["licenses"][0]["name"], "MIT");
    assert_eq!(package["contributors"][0]["roles"][0], "compiler");
    assert_eq!(
        package["sources"][1]["title"],
        "Laos – Russia 2023 Relations"
    );
    let none = of(&[]);
    let package = descriptor(&none.dossier);
    assert!(package.get("licenses").is_none() && package.get("sources").is_none());
}
