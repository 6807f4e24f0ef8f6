//! Small dossiers of events, agreements and figures, with sources of a known age.

use std::fs;

use bilat::dossier::Dossier;
use bilat::load::{Origin, load};
use chrono::NaiveDate;
use serde_json::{Value, json};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The files of a dossier, by name.
pub(crate) type Dossiers = Vec<(&'static str, Value)>;

fn evidence(source: &str) -> Value {
    json!([{"source": source, "paragraph": 1, "exact": "words"}])
}

/// With the fields of `more` over the usual ones.
fn with(mut record: Value, more: &Value) -> Value {
    let own = record.as_object_mut().expect("an object");
    let more = more.as_object().expect("an object").clone();
    own.extend(more);
    record
}

/// An agreement between both sides that is signed, known from a source of 2024-05.
pub(crate) fn agreement(id: &str, more: &Value) -> Value {
    let usual = json!({
        "id": id, "title": id, "kind": "agreement", "status": "signed",
        "parties": [{"party": "LAO", "side": "LAO"}, {"party": "RUS", "side": "RUS"}],
        "evidence": evidence("may-2024"),
    });
    with(usual, more)
}

/// An event between both sides that is planned, known from a source of 2024-05.
pub(crate) fn event(id: &str, more: &Value) -> Value {
    let usual = json!({
        "id": id, "title": id, "kind": "project", "status": "planned",
        "participants": [{"who": "LAO"}, {"who": "RUS"}],
        "evidence": evidence("may-2024"),
    });
    with(usual, more)
}

/// A dossier of these files, with sources that are called after their month, one without a date, and
/// one of which only the day of reading is known.
pub(crate) fn dossier(files: &Dossiers) -> Dossier {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("written");
    };
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "A and B", "sides": [
            {"code": "LAO", "name": "Laos"},
            {"code": "RUS", "name": "Russia", "predecessors": [{"code": "SUN", "name": "USSR"}]}]}"#,
    );
    let source =
        |id: &str, more: Value| with(json!({"id": id, "type": "article", "title": id}), &more);
    let sources = json!([
        source("may-2024", json!({"issued": "2024-05"})),
        source("may-2025", json!({"issued": "2025-05"})),
        source("year-2024", json!({"issued": "2024"})),
        source("about-2020", json!({"issued": "2020~"})),
        source("undated", json!({})),
        source("read-2023", json!({"accessed": "2023-02-01"})),
    ]);
    write("sources.json", &sources.to_string());
    for (name, value) in files {
        write(name, &value.to_string());
    }
    let loaded = load(&Origin::Folder(folder.path().to_owned()));
    let problems: Vec<_> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    loaded.dossier
}
