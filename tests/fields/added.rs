//! `bilat add` takes every field: by its option where it has one, and from a text in any case.

use bilat::dossier::Kind;
use bilat::dossier::fields::{Info, Type};
use bilat::dossier::typed::fields_of;
use serde_json::Value;

use super::samples::{Sample, id, record, samples};
use super::shown::is_full;
use super::world::{World, bilat, printed, stored};

/// The record that was added.
fn added(world: &World, kind: Kind) -> Value {
    let lines = printed(&["export", "jsonl", world.dossier()]);
    if kind != Kind::Observation {
        return stored(&lines, &id(kind));
    }
    let series = stored(&lines, "base");
    let mut figures = series["observations"].as_array().unwrap().iter();
    let found = figures.find(|figure| figure["id"] == id(kind).as_str());
    found.unwrap().clone()
}

/// A dossier with the records that others point at and no more.
fn targets() -> World {
    World::of(|_| Vec::new())
}

/// A scalar as one writes it on a command line.
fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        // Digits are compared apart.
        other => other.to_string(),
    }
}

/// `FIRST[=SECOND][,FIELD=VALUE]…`.
fn object(parts: &[Info], value: &Value) -> String {
    let mut text = word(&value[parts[0].name]);
    for (at, part) in parts.iter().enumerate().skip(1) {
        if value[part.name].is_null() {
            continue;
        }
        let second = if at == 1 { "=" } else { "," };
        let name = if at == 1 {
            ""
        } else {
            &format!("{}=", part.name)
        };
        text.extend([second, name, &word(&value[part.name])]);
    }
    text
}

/// The options that say what a sample says, and what they are stored as.
fn options(info: &Info, sample: &Sample) -> Vec<(String, String)> {
    let long = |info: &Info| format!("--{}", info.long().unwrap_or_else(|| info.name.to_owned()));
    let value = sample.value();
    match (info.kind, &value) {
        (Type::Part(parts), _) => {
            let parts = parts().into_iter();
            parts
                .map(|part| (long(&part), word(&value[part.name])))
                .collect()
        }
        (Type::Parts(parts), Value::Array(items)) => {
            let objects = items.iter();
            objects
                .map(|item| (long(info), object(&parts(), item)))
                .collect()
        }
        (_, Value::Array(items)) => items.iter().map(|item| (long(info), word(item))).collect(),
        // What bounds a date has no option.
        (Type::Date, Value::Object(date)) => vec![
            (long(info), word(&date["edtf"])),
            ("--why".to_owned(), word(&date["why"])),
        ],
        _ => vec![(long(info), word(&value))],
    }
}

/// Fields with an option, and those whose parts have one each.
fn has_option(info: &Info) -> bool {
    info.option.is_some() || matches!(info.kind, Type::Part(_))
}

/// A date of a sample as the options can say it.
fn without_bounds(value: &mut Value) {
    if let Value::Object(date) = value
        && date.contains_key("edtf")
    {
        date.remove("not_before");
        date.insert("basis".to_owned(), "inferred".into());
    }
}

#[test]
fn every_option_says_what_its_field_holds() {
    for kind in Kind::ALL {
        let world = targets();
        let fields: Vec<_> = fields_of(kind).into_iter().filter(has_option).collect();
        let mut words: Vec<String> = ["add", kind.singular(), "--dossier", world.dossier()]
            .map(ToOwned::to_owned)
            .into();
        for info in &fields {
            let mut samples = samples(kind).iter();
            let sample = samples.find(|sample| sample.field == info.name).unwrap();
            for (option, value) in options(info, sample) {
                words.push(format!("{option}={value}"));
            }
        }
        let mut common = format!(
            "--id={}|--source=gazette|--paragraph=2|--exact=one run|--exact=another run|--note=N",
            id(kind)
        );
        if kind == Kind::Observation {
            common += "|--series=base";
        } else {
            common += "|--topic=trade|--topic=energy";
        }
        words.extend(common.split('|').map(ToOwned::to_owned));
        let arguments: Vec<_> = words.iter().map(String::as_str).collect();
        let (code, _, err) = bilat(&arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{words:?}");
        let record = added(&world, kind);
        for info in &fields {
            let mut samples = samples(kind).iter();
            let sample = samples.find(|sample| sample.field == info.name).unwrap();
            let mut expected = sample.value();
            without_bounds(&mut expected);
            assert_eq!(record[info.name], expected, "{kind:?}.{}", info.name);
        }
        assert_eq!(record["note"], "N");
        assert_eq!(
            record["evidence"][0]["exact"],
            serde_json::json!(["one run", "another run"])
        );
    }
}

#[test]
fn a_text_may_have_every_field() {
    for kind in Kind::ALL {
        let world = targets();
        let json = record(kind, &id(kind), |_| true);
        let text = match kind {
            Kind::Observation => json.replacen('{', r#"{"series": "base", "#, 1),
            _ => json,
        };
        world.write("new.jsonc", &text);
        let file = world.path().join("new.jsonc");
        let words = [
            "add",
            kind.singular(),
            "--dossier",
            world.dossier(),
            "--from",
        ];
        printed(&[&words[..], &[file.to_str().unwrap()]].concat());
        is_full(kind, &added(&world, kind), "add --from");
    }
}
