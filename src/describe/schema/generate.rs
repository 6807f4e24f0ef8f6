//! Makes the schemas from the types, and holds those that are kept against them.

use std::fs;
use std::path::Path;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::{FILES, WHOLE, of};
use crate::dossier::fields::Info;
use crate::dossier::typed::fields_of;
use crate::dossier::{
    About, Agreement, Claim, Dispute, Event, Kind, Organisation, Person, Quote, Series, Source,
};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Names a type to a generator.
type Named = fn(&mut SchemaGenerator) -> Schema;

fn named<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

const KINDS: [(&str, Named); 9] = [
    ("sources", named::<Source>),
    ("people", named::<Person>),
    ("organisations", named::<Organisation>),
    ("events", named::<Event>),
    ("agreements", named::<Agreement>),
    ("series", named::<Series>),
    ("quotes", named::<Quote>),
    ("claims", named::<Claim>),
    ("disputes", named::<Dispute>),
];

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().into_generator()
}

/// The types that were named, with what the loader also asks of them.
fn definitions(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let mut all = generator.take_definitions(true);
    for (name, definition) in &mut all {
        let has = |field: &str| definition["properties"].get(field).is_some();
        // Everything but a source rests on something.
        let rests = has("evidence") && name != "Source";
        if rests && let Some(required) = definition["required"].as_array_mut() {
            required.push("evidence".into());
            definition["properties"]["evidence"]["minItems"] = 1.into();
        }
        no_formats(definition);
        if name == "About" {
            definition["properties"]["format"]["const"] = "bilat/1".into();
            definition["properties"]["sides"]["minItems"] = 2.into();
            definition["properties"]["sides"]["maxItems"] = 2.into();
        }
    }
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Observation);
    for kind in kinds {
        let name = format!("{kind:?}");
        describe(&mut all, &name, &fields_of(kind));
    }
    all
}

/// The formats of Rust's numbers are none of JSON Schema's.
fn no_formats(schema: &mut Value) {
    if let Some(object) = schema.as_object_mut() {
        object.remove("format");
        object.values_mut().for_each(no_formats);
    } else if let Some(items) = schema.as_array_mut() {
        items.iter_mut().for_each(no_formats);
    }
}

/// The descriptions of a definition's properties are those of the table of fields.
fn describe(all: &mut Map<String, Value>, name: &str, fields: &[Info]) {
    let mut inner = Vec::new();
    let Some(properties) = all
        .get_mut(name)
        .map(|definition| &mut definition["properties"])
    else {
        return;
    };
    for info in fields {
        let property = &mut properties[info.name];
        assert!(property.is_object(), "{name} has no field {}", info.name);
        property["description"] = info.sentence().into();
        let references = [&property["items"]["$ref"], &property["anyOf"][0]["$ref"]];
        let target = references.into_iter().find_map(Value::as_str);
        if let (Some(parts), Some(target)) = (info.parts(), target) {
            let target = target.rsplit('/').next().expect("a name").to_owned();
            inner.push((target, parts));
        }
    }
    for (target, parts) in inner {
        describe(all, &target, &parts);
    }
}

/// `NAME.json`: an array of records, or an object with a `$schema` and the records.
fn record_file(name: &str, record: Named) -> Value {
    let mut generator = generator();
    let record = record(&mut generator);
    let records = json!({ "type": "array", "items": record });
    json!({
        "$schema": DIALECT,
        "title": format!("bilat/1: {name}.json"),
        "type": ["array", "object"],
        "if": { "type": "object" },
        "then": {
            "properties": {
                "$schema": { "type": "string", "description": "Location of this schema, for editors." },
                "records": records,
            },
            "required": ["records"],
            "additionalProperties": false,
        },
        "else": records,
        "$defs": definitions(&mut generator),
    })
}

fn head() -> Value {
    let mut generator = generator();
    let about = generator.subschema_for::<About>();
    json!({
        "$schema": DIALECT,
        "title": "bilat/1: dossier.json",
        "$ref": about.get("$ref"),
        "$defs": definitions(&mut generator),
    })
}

fn whole() -> Value {
    let mut generator = generator();
    let mut files = Map::new();
    let schema =
        json!({ "type": "string", "description": "Location of this schema, for editors." });
    files.insert("$schema".to_owned(), schema);
    files.insert("dossier".to_owned(), named::<About>(&mut generator).into());
    for (name, record) in KINDS {
        let record = record(&mut generator);
        files.insert(name.to_owned(), json!({ "type": "array", "items": record }));
    }
    json!({
        "$schema": DIALECT,
        "title": "bilat/1",
        "description": "A whole dossier as one document: dossier.json and the records of every file. In a folder each member is a file of its own.",
        "type": "object",
        "properties": files,
        "required": ["dossier"],
        "additionalProperties": false,
        "$defs": definitions(&mut generator),
    })
}

fn made(name: &str) -> String {
    let kind = KINDS.iter().find(|(kind, _)| *kind == name);
    let schema = match kind {
        Some((name, record)) => record_file(name, *record),
        None if name == "dossier" => head(),
        None => whole(),
    };
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

#[test]
fn the_schemas_that_are_kept_are_those_of_the_types() {
    let kept = FILES.into_iter().chain([("bilat", WHOLE)]);
    let write = std::env::var_os("BILAT_WRITE_SCHEMA").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema");
    for (name, kept) in kept {
        let made = made(name);
        if write {
            fs::write(folder.join(format!("{name}.json")), made).expect("written");
        } else {
            assert!(
                kept == made,
                "assets/schema/{name}.json is out of date: run `BILAT_WRITE_SCHEMA=1 cargo test schema`"
            );
        }
    }
    assert!(of("events").is_some() && of("bilat").is_none());
}
