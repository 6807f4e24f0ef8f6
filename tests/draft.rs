//! Records added to a dossier: checked in memory first, written whole or not at all.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::Path;

use bilat::dossier::about::Topic;
use bilat::dossier::{Event, Id, Kind, Observation, Series, Source, Text};
use bilat::edit::draft::Draft;
use bilat::load::{Origin, load};
use tempfile::TempDir;

const ABOUT: &str = r#"{"format": "bilat/1", "title": "A and B", "sides": [
  {"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}],
  "topics": [{"id": "trade", "label": "Trade"}]}
"#;
const SOURCES: &str = "[\n{\"id\": \"gazette\", \"type\": \"report\", \"title\": \"Gazette\"}\n]";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("dossier.json", ABOUT), ("sources.json", SOURCES)]
        .iter()
        .chain(files)
    {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn event(id: &str, source: &str) -> Event {
    let json = format!(
        r#"{{"id": "{id}", "title": "T", "date": "2024", "kind": "visit", "status": "occurred",
        "evidence": [{{"source": "{source}", "paragraph": 1, "exact": "x"}}], "topics": ["trade"]}}"#
    );
    serde_json::from_str(&json).unwrap()
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn no_temporary_files(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(!name.starts_with('.'), "{name}");
    }
}

#[test]
fn records_of_several_kinds_are_written_together() {
    let folder = folder(&[]);
    let mut draft = Draft::open(folder.path()).unwrap();
    let source: Source =
        serde_json::from_str(r#"{"id": "paper", "type": "report", "title": "Paper"}"#).unwrap();
    draft.add(&event("visit", "paper")).unwrap();
    draft.add(&source).unwrap();
    draft.add(&event("tour", "gazette")).unwrap();
    let plan = draft.plan().unwrap();
    assert_eq!(plan.problems(), []);
    // What is pointed at is written first.
    let names: Vec<_> = plan
        .changes()
        .iter()
        .map(|c| c.path.file_name().unwrap())
        .collect();
    assert_eq!(names, ["sources.json", "events.json"]);
    assert_eq!(plan.place(&id("tour")).unwrap().line, 19);
    assert_eq!(read(&folder, "sources.json"), SOURCES);
    plan.write().unwrap();
    let loaded = load(&Origin::Folder(folder.path().to_owned()));
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.dossier.events.len(), 2);
    assert_eq!(
        read(&folder, "sources.json"),
        SOURCES.replace(
            "\n]",
            ",\n{\"id\": \"paper\", \"type\": \"report\", \"title\": \"Paper\"}\n]"
        )
    );
    no_temporary_files(folder.path());
}

#[test]
fn a_new_error_is_told_and_nothing_is_written() {
    let folder = folder(&[]);
    let mut draft = Draft::open(folder.path()).unwrap();
    draft.add(&event("visit", "gazete")).unwrap();
    let plan = draft.plan().unwrap();
    let told: Vec<_> = plan.problems().iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("events.json:10:19: error: evidence: unknown source `gazete`"),
        "{told:?}"
    );
    assert!(told[0].contains("did you mean `gazette`?"));
    assert!(plan.write().is_err());
    assert!(!folder.path().join("events.json").exists());
    no_temporary_files(folder.path());
}

#[test]
fn old_problems_do_not_stand_in_the_way_and_are_not_taken_for_new() {
    let old = serde_json::to_string(&[event("z-old", "gazete")]).unwrap();
    let folder = folder(&[("events.json", &old)]);
    let open = || Draft::open(folder.path()).unwrap();
    let mut draft = open();
    draft.add(&event("sound", "gazette")).unwrap();
    let plan = draft.plan().unwrap();
    assert_eq!(plan.problems(), []);
    plan.write().unwrap();
    let mut draft = open();
    assert_eq!(draft.problems().len(), 1);
    draft.add(&event("a-new", "gazete")).unwrap();
    let plan = draft.plan().unwrap();
    let place = plan.place(&id("a-new")).unwrap();
    assert_eq!(plan.problems().len(), 1);
    assert_eq!(
        (&plan.problems()[0].file, plan.problems()[0].line),
        (&place.file, place.line)
    );
}

#[test]
fn a_name_is_given_once() {
    let folder = folder(&[("events.json", "[]")]);
    let mut draft = Draft::open(folder.path()).unwrap();
    assert!(draft.add(&event("gazette", "gazette")).is_err());
    draft.add(&event("visit", "gazette")).unwrap();
    assert!(draft.add(&event("visit", "gazette")).is_err());
    assert_eq!(draft.fresh_id("Visit", Kind::Event), id("visit-2"));
    assert_eq!(draft.fresh_id("Gazette", Kind::Source), id("gazette-2"));
    assert_eq!(draft.fresh_id("Газета", Kind::Source), id("gazeta"));
    assert!(draft.has(&id("visit")) && !draft.has(&id("visit-2")));
}

#[test]
fn figures_go_into_their_series_and_series_are_replaced() {
    let series = r#"{"id": "t", "title": "Trade", "kind": "trade", "evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]}"#;
    let folder = folder(&[("series.jsonl", &format!("{series}\n"))]);
    let figure: Observation = serde_json::from_str(
        r#"{"id": "t.2024", "period": "2024", "value": 8.30, "evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]}"#,
    )
    .unwrap();
    let mut draft = Draft::open(folder.path()).unwrap();
    assert_eq!(draft.problems().len(), 1, "a series without figures");
    assert!(draft.add_figure(&id("gazette"), &figure).is_err());
    draft.add_figure(&id("t"), &figure).unwrap();
    let plan = draft.plan().unwrap();
    assert_eq!(plan.problems(), []);
    plan.write().unwrap();
    let text = read(&folder, "series.jsonl");
    assert!(
        text.contains(r#"[{"id": "t.2024", "period": "2024", "value": 8.30, "#),
        "{text}"
    );
    let mut draft = Draft::open(folder.path()).unwrap();
    let mut changed: Series = draft.dossier().series[0].clone();
    changed.title = Text::new("All trade");
    draft.replace(&changed).unwrap();
    assert!(draft.replace(&event("gone", "gazette")).is_err());
    let plan = draft.plan().unwrap();
    assert_eq!(plan.problems(), []);
    plan.write().unwrap();
    assert_eq!(
        read(&folder, "series.jsonl"),
        text.replace("\"Trade\"", "\"All trade\"")
    );
}

#[test]
fn topics_join_the_vocabulary() {
    let folder = folder(&[]);
    let mut draft = Draft::open(folder.path()).unwrap();
    for name in ["trade", "culture", "culture"] {
        draft.add_topic(Topic {
            id: id(name),
            label: Text::new("Label"),
            broader: None,
        });
    }
    let mut record = event("visit", "gazette");
    record.topics = vec![id("culture")];
    draft.add(&record).unwrap();
    let plan = draft.plan().unwrap();
    assert_eq!(plan.problems(), []);
    plan.write().unwrap();
    let new = "\"Trade\"}, {\"id\": \"culture\", \"label\": \"Label\"}]}";
    assert_eq!(
        read(&folder, "dossier.json"),
        ABOUT.replace("\"Trade\"}]}", new)
    );
}

#[test]
fn a_file_that_changes_meanwhile_or_is_broken_is_left_alone() {
    let folder = folder(&[("events.json", "[]")]);
    let mut draft = Draft::open(folder.path()).unwrap();
    draft.add(&event("visit", "gazette")).unwrap();
    let plan = draft.plan().unwrap();
    fs::write(folder.path().join("events.json"), "[ ]").unwrap();
    let error = format!("{:#}", plan.write().unwrap_err());
    assert!(error.contains("was changed by someone else"), "{error}");
    assert_eq!(read(&folder, "events.json"), "[ ]");
    fs::write(folder.path().join("events.json"), "[{]").unwrap();
    let mut draft = Draft::open(folder.path()).unwrap();
    draft.add(&event("visit", "gazette")).unwrap();
    let error = draft.plan().unwrap_err().to_string();
    assert!(
        error.contains("events.json:1:") && error.contains("nothing written"),
        "{error}"
    );
    assert!(Draft::open(&folder.path().join("gone")).is_err());
    // Against a head that cannot be read, nothing could be checked.
    fs::write(folder.path().join("dossier.json"), "{\"format\": 1}").unwrap();
    let error = Draft::open(folder.path()).unwrap_err().to_string();
    assert!(
        error.contains("dossier.json:1:12: error") && error.contains("fix dossier.json"),
        "{error}"
    );
}

#[test]
fn a_new_file_names_the_schema_that_is_there() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("schema")).unwrap();
    fs::write(folder.path().join("schema/events.json"), "{}").unwrap();
    let mut draft = Draft::open(folder.path()).unwrap();
    draft.add(&event("visit", "gazette")).unwrap();
    let plan = draft.plan().unwrap();
    assert_eq!(plan.problems(), []);
    plan.write().unwrap();
    let text = read(&folder, "events.json");
    assert!(
        text.starts_with("{\n  \"$schema\": \"./schema/events.json\",\n  \"records\": [\n"),
        "{text}"
    );
}
