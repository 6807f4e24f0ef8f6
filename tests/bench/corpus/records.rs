//! The small files of the dossier: what it is, its sources, its people, its events.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::random::Random;
use super::{greek, speech};

/// How many speakers there are; each has one role.
pub(super) const PEOPLE: usize = 1_000;
/// How many sources there are.
const SOURCES: usize = 200;

/// Each topic, and the wider one that it belongs to.
pub(super) const TOPICS: [(&str, Option<&str>); 20] = [
    ("economy", None),
    ("trade", Some("economy")),
    ("customs", Some("trade")),
    ("tourism", Some("economy")),
    ("farming", Some("economy")),
    ("energy", None),
    ("hydropower", Some("energy")),
    ("nuclear", Some("energy")),
    ("transport", None),
    ("railways", Some("transport")),
    ("security", None),
    ("demining", Some("security")),
    ("culture", None),
    ("education", Some("culture")),
    ("language", Some("education")),
    ("health", None),
    ("environment", None),
    ("diplomacy", None),
    ("history", Some("diplomacy")),
    ("law", None),
];

/// The id of a speaker.
pub(super) fn person(number: usize) -> String {
    format!("person-{:04}", number + 1)
}

/// The id of an event.
pub(super) fn event(number: usize) -> String {
    format!("event-{:04}", number + 1)
}

/// The id of the source that reports an event.
pub(super) fn source(event: usize) -> String {
    format!("source-{:03}", event % SOURCES + 1)
}

/// Writes every file but the quotes.
pub(super) fn write(folder: &Path, quotes: usize, events: usize, seed: u64) -> io::Result<()> {
    let mut random = Random::new(seed, 4);
    one(&folder.join("dossier.json"), &about(quotes, seed))?;
    array(
        &folder.join("sources.json"),
        (0..SOURCES).map(source_record),
    )?;
    let people = (0..PEOPLE).map(|number| person_record(number, &mut random));
    array(&folder.join("people.json"), people)?;
    let sittings = (0..events).map(|number| event_record(number, events));
    array(&folder.join("events.json"), sittings)
}

fn about(quotes: usize, seed: u64) -> Value {
    let topics = TOPICS.map(|(id, broader)| {
        let mut topic = json!({"id": id, "label": id});
        if let Some(broader) = broader {
            topic["broader"] = json!(broader);
        }
        topic
    });
    json!({
        "format": "bilat/1",
        "title": "Laos – Russia, a corpus to measure with",
        "description": format!("{quotes} quotes that nobody said, made from the seed {seed}."),
        "sides": [
            {"code": "LAO", "name": "Laos", "adjective": "Lao"},
            {"code": "RUS", "name": "Russia", "adjective": "Russian"},
        ],
        "topics": topics,
    })
}

fn source_record(number: usize) -> Value {
    json!({
        "id": source(number),
        "type": "report",
        "title": format!("Πρακτικά {}", number + 1),
        "issued": speech::day(number, SOURCES).to_string(),
        "language": "el",
    })
}

fn person_record(number: usize, random: &mut Random) -> Value {
    let office = greek::office(number);
    let name = greek::name(random);
    let evidence =
        |exact: &str| json!([{"source": source(number), "paragraph": 1, "exact": exact}]);
    json!({
        "id": person(number),
        "name": name,
        "country": if number.is_multiple_of(2) { "LAO" } else { "RUS" },
        "roles": [{"title": office, "said_by": source(number), "evidence": evidence(office)}],
        "evidence": evidence(&name),
    })
}

fn event_record(number: usize, events: usize) -> Value {
    let title = greek::sitting(number);
    json!({
        "id": event(number),
        "title": title,
        "date": speech::day(number, events).to_string(),
        "kind": "debate",
        "status": "occurred",
        "evidence": [{"source": source(number), "paragraph": 1, "exact": title}],
        "topics": speech::topics(number),
    })
}

fn one(path: &Path, value: &Value) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    serde_json::to_writer_pretty(&mut file, value)?;
    writeln!(file)?;
    file.flush()
}

/// An array, an element at a time.
fn array(path: &Path, values: impl Iterator<Item = Value>) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for (at, value) in values.enumerate() {
        file.write_all(if at == 0 { b"[\n" } else { b",\n" })?;
        serde_json::to_writer_pretty(&mut file, &value)?;
    }
    writeln!(file, "\n]")?;
    file.flush()
}
