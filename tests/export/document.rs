//! Faulty documents: each fault is problems at its line and column in the document, and what is sound
//! is kept.

use bilat::export::{Json, text};
use bilat::load::{Document, Loaded, Origin, load};

use super::generated::built_in;

const HEAD: &str = r#"{
  "dossier": {"format": "bilat/1", "title": "A", "sides": [
    {"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}]},
  "sources": [{"id": "s", "type": "article", "title": "S"}],
"#;
const EVIDENCE: &str = r#""evidence": [{"source": "s", "paragraph": 1, "exact": "x"}]"#;

fn read(text: &str) -> Loaded {
    load(&Origin::Document(Document::new("x.json", text.to_owned())))
}

/// What is reported of a document that begins with a sound head.
fn reported(rest: &str) -> (Vec<String>, usize, usize) {
    let text = format!("{HEAD}{}", rest.replace("EVIDENCE", EVIDENCE));
    let loaded = read(&text);
    let problems = loaded.problems.iter().map(ToString::to_string).collect();
    let dossier = &loaded.dossier;
    (problems, dossier.events.len(), dossier.quotes.len())
}

const EVENT: &str = r#"{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE}"#;

#[test]
fn places_are_those_of_the_document() {
    let quote = r#"{"id": "q", "speaker": "nobody", "text": "é", "event": "e", EVIDENCE}"#;
    let (problems, events, quotes) = reported(&format!(
        "  \"events\": [\n    {EVENT},\n  {{\"id\": \"f\", \"titel\": \"T\"}}],\n  \"quotes\": [{quote}]\n}}\n"
    ));
    assert_eq!((events, quotes), (1, 1));
    assert_eq!(
        problems,
        [
            "x.json:7:15: error: unknown field `titel`\n  hint: did you mean `title`?",
            "x.json:8:37: error: speaker: no record is called `nobody`\n  hint: add that record or fix the id",
        ]
    );
}

#[test]
fn names_of_members_are_held_to_the_format() {
    let (problems, ..) = reported(&format!("  \"event\": [{EVENT}],\n \"sources\": []}}"));
    assert_eq!(
        problems,
        [
            "x.json:5:3: error: unknown field `event`\n  hint: did you mean `events`?",
            "x.json:6:2: error: duplicate field `sources`\n  hint: keep one `sources`",
        ]
    );
}

#[test]
fn what_stands_before_a_fault_is_kept() {
    let (problems, events, _) = reported(&format!("  \"events\": [\n    {EVENT},\n    {{]"));
    assert_eq!(events, 1);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].starts_with("x.json:7:6: error: "),
        "{problems:?}"
    );
}

#[test]
fn a_fault_between_members_is_told_once() {
    let (problems, events, _) = reported(&format!("  \"events\": [{EVENT}]\n  \"quotes\": []}}"));
    assert_eq!(events, 1);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].starts_with("x.json:6:3: error: expected"),
        "{problems:?}"
    );
}

#[test]
fn what_is_no_dossier_says_so() {
    for (text, message) in [
        ("", "x.json:1:1: error: is empty"),
        ("[]", "x.json:1:1: error: expected an object with `dossier`"),
        ("# notes", "x.json:1:1: error: is no JSON document"),
        ("{}", "x.json:1:1: error: there is no `dossier` in it"),
        (
            "{\"dossier\": []}",
            "x.json:1:13: error: expected an object, not an array",
        ),
        (
            "\u{feff}{\"dosier\": {}}",
            "x.json:1:2: error: unknown field `dosier`",
        ),
        (
            "{\"dossier\": {}} x",
            "x.json:1:17: error: trailing characters",
        ),
    ] {
        let loaded = read(text);
        let problems: Vec<_> = loaded.problems.iter().map(ToString::to_string).collect();
        assert!(
            problems.iter().any(|line| line.starts_with(message)),
            "{text:?}: {problems:?}"
        );
    }
}

/// Cut anywhere, a document is read as far as it goes, with its fault problems and without a crash.
#[test]
fn a_document_may_end_anywhere() {
    let whole = text(&Json(&built_in())).unwrap();
    let mut last = 0;
    for at in (0..whole.len()).step_by(whole.len() / 150) {
        let cut = &whole[..whole.floor_char_boundary(at)];
        let loaded = read(cut);
        assert!(!loaded.problems.is_empty(), "at {at}");
        let records = loaded.dossier.len();
        assert!(records >= last, "{records} after {last} at {at}");
        last = records;
    }
    assert!(last > 200, "{last}");
}
