//! The schema describes every field in the words of the table, and takes every sample.

use bilat::describe::schema;
use bilat::dossier::Kind;
use bilat::dossier::fields::Info;
use bilat::dossier::typed::fields_of;
use serde_json::Value;

use super::samples::samples;
use super::validator::Schema;
use super::world::{FILES, World, printed};

/// The schema of a file.
fn of(file: &str) -> Value {
    serde_json::from_str(schema::of(file).unwrap()).unwrap()
}

fn is_described(schema: &Value, definition: &Value, info: &Info) {
    let property = &definition["properties"][info.name];
    let described = property["description"]
        .as_str()
        .unwrap_or_else(|| panic!("{} has no description", info.name));
    assert_eq!(described.trim_end_matches('.'), info.help, "{}", info.name);
    let ends_once = described.ends_with('.') != described.ends_with('…');
    assert!(ends_once && !described.ends_with("…."), "{described}");
    let references = [&property["items"]["$ref"], &property["anyOf"][0]["$ref"]];
    let target = references.into_iter().find_map(Value::as_str);
    for part in info.parts().unwrap_or_default() {
        let path = target.unwrap().trim_start_matches('#');
        is_described(schema, schema.pointer(path).unwrap(), &part);
    }
}

#[test]
fn the_schema_describes_every_field_in_the_words_of_the_table() {
    for (file, kind) in FILES {
        let schema = of(file);
        for info in fields_of(kind) {
            let definition = &schema["$defs"][format!("{kind:?}")];
            is_described(&schema, definition, &info);
        }
    }
    let schema = of("series");
    for info in fields_of(Kind::Observation) {
        is_described(&schema, &schema["$defs"]["Observation"], &info);
    }
}

#[test]
fn files_with_every_field_are_valid() {
    let world = World::full();
    for (file, _) in FILES {
        let records: Value = serde_json::from_str(&world.read(&format!("{file}.json"))).unwrap();
        assert_eq!(Schema(&of(file)).check(&records), Ok(()), "{file}");
    }
    let whole: Value =
        serde_json::from_str(&printed(&["export", "json", world.dossier()])).unwrap();
    let schema: Value = serde_json::from_str(schema::WHOLE).unwrap();
    assert_eq!(Schema(&schema).check(&whole), Ok(()));
}

/// One that takes everything would prove nothing.
#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    let world = World::full();
    for (file, kind) in FILES {
        let records: Value = serde_json::from_str(&world.read(&format!("{file}.json"))).unwrap();
        let schema = of(file);
        let full = records.as_array().unwrap().iter();
        let at = full
            .clone()
            .position(|record| {
                let id = record["id"].as_str().unwrap();
                id.starts_with("full-")
            })
            .unwrap();
        for sample in samples(kind) {
            let mut wrong = records.clone();
            wrong[at][sample.field] = serde_json::json!({"no": ["such", {"value": 1}]});
            let checked = Schema(&schema).check(&wrong);
            assert!(checked.is_err(), "{kind:?}.{} takes anything", sample.field);
        }
        let mut strange = records.clone();
        strange[at]["strange"] = 1.into();
        assert!(Schema(&schema).check(&strange).is_err(), "{file}");
    }
}

/// Years of more than four digits are dates of the format too.
#[test]
fn the_schema_takes_every_form_of_a_date() {
    let schema = of("events");
    for date in [
        "Y-17000",
        "Y12345",
        "Y-17000/Y-16000",
        "-0044",
        "1975~",
        "2021/..",
        "199X",
    ] {
        let record = serde_json::json!([{"id": "e", "title": "T", "kind": "k", "status": "occurred", "date": date,
            "evidence": [{"source": "s", "paragraph": 1}]}]);
        assert_eq!(Schema(&schema).check(&record), Ok(()), "{date}");
    }
}
