//! Dossiers that mean harm, and dossiers that are noise: nothing of them reaches a terminal raw,
//! nothing panics, and no record vanishes without a word.

use std::fs;
use std::time::{Duration, Instant};

use bilat::dossier::text::clean_line;
use bilat::load::{Origin, Problem, load};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::folder::{Folder, with_evidence};

/// An escape sequence, a C1 control, a bidirectional override, a line feed, an invisible mark and
/// a bell.
const EVIL: &str = "\u{1b}[31m\u{9b}2J\u{202e}\n\u{200b}\u{7}`, expected `x`";

#[track_caller]
fn assert_clean(problems: &[Problem]) {
    for problem in problems {
        let hint = problem.hint.as_ref().map_or("", |hint| hint.as_str());
        for part in [problem.file.as_str(), problem.message.as_str(), hint] {
            assert_eq!(part, clean_line(part), "raw: {part:?}");
            assert!(part.chars().count() < 4096, "endless: {part}");
        }
    }
}

#[test]
fn no_problem_holds_a_raw_control_or_hidden_character() {
    let sound = json!({
        "id": "e", "title": "T", "kind": "visit", "status": "occurred", "date": "2017",
        "follows": ["e"], "topics": ["energy"], "participants": [{"who": "LAO"}],
        "evidence": [{"source": "article", "paragraph": 1, "exact": "x"}],
    });
    let mut records = Vec::new();
    for field in sound.as_object().unwrap().keys() {
        for evil in [
            json!(EVIL),
            json!([EVIL]),
            json!({EVIL: EVIL}),
            json!({"edtf": EVIL}),
        ] {
            let mut record = sound.clone();
            record[field] = evil;
            records.push(record);
        }
    }
    let mut record = sound.clone();
    record[EVIL] = json!(1);
    records.push(record);
    let count = records.len();

    let folder = Folder::new(&[
        ("events.json", Value::from(records).to_string()),
        ("claims.json", format!("[{{\"id\": \"{EVIL}")),
        ("quotes.jsonl", EVIL.to_owned()),
        (
            "dossier.json",
            json!({"format": EVIL, "title": EVIL, "sides": []}).to_string(),
        ),
    ]);
    let loaded = folder.load();
    assert_clean(&loaded.problems);
    assert!(loaded.problems.len() > count / 2);
    assert!(
        loaded
            .problems
            .iter()
            .any(|p| p.message.contains("<U+001B>[31m"))
    );
    let event = &loaded.dossier.events[0];
    assert_eq!(event.title.as_str(), clean_title(&event.title));
}

fn clean_title(title: &str) -> String {
    bilat::dossier::text::clean(title).into_owned()
}

#[test]
fn names_of_files_and_folders_are_made_clean() {
    let folder = Folder::new::<&str>(&[]);
    let evil = EVIL.replace('/', "");
    let inner = folder.path().join(&evil);
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join(format!("quote{evil}.json")), "[]").unwrap();
    fs::write(inner.join("events.json"), "[").unwrap();
    let loaded = load(&Origin::Folder(inner.clone()));
    assert_eq!(loaded.problems.len(), 3);
    assert_clean(&loaded.problems);
    assert!(
        loaded.problems[0]
            .file
            .contains("<U+001B>[31m<U+009B>2J<U+202E><U+000A>")
    );

    let gone = Origin::new(Some(&inner.join("gone")))
        .unwrap_err()
        .to_string();
    assert_eq!(gone, clean_line(&gone));
}

#[test]
fn a_message_is_not_endless() {
    let long = "x".repeat(1_000_000);
    let folder = Folder::new(&[
        (
            "events.json",
            format!("[{{\"{long}\": 1}}, {{\"id\": \"E{long}\"}}]"),
        ),
        (
            "series.json",
            format!("[{{\"id\": \"s\", \"observations\": [{{\"value\": [{long}]}}]}}]")
                .replace(&long, &"1,".repeat(9999))
                .replace(",]", "]"),
        ),
    ]);
    let problems = folder.load().problems;
    assert_eq!(problems.len(), 3);
    assert_clean(&problems);
}

/// Everything wrong at once, in one line: time grows with the length of the file, not its square.
#[test]
fn many_problems_in_one_line_are_told_in_time() {
    let dangling = with_evidence(
        r#"{"id": "ID", "title": "é", "kind": "visit", "status": "occurred", "part_of": "gone-ID", "follows": ["x-ID", "x-ID"], EVIDENCE},"#,
    );
    let wrong = r#"{"id": "ID", "titel": "é"},"#;
    let text: String = (0..10_000)
        .map(|at| [dangling.as_str(), wrong][at % 2].replace("ID", &at.to_string()))
        .collect();
    let folder = Folder::new(&[("events.json", format!("[{}]", text.trim_end_matches(',')))]);
    let start = Instant::now();
    let loaded = folder.load();
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(loaded.dossier.events.len(), 5_000);
    assert_eq!(loaded.problems.len(), 20_000);
    let columns: Vec<_> = loaded.problems.iter().map(|p| p.column).collect();
    let last = text.chars().count() + 1 - wrong.replace("ID", "9999").chars().count();
    assert_eq!(
        columns.last(),
        Some(&(last + "{\"id\": \"9999\", ".len() + 1))
    );
    assert!(columns.is_sorted_by(|a, b| a < b));
}

/// A small dossier in which every kind of record stands once, file by file.
fn all_kinds() -> Vec<(&'static str, String)> {
    [
        ("people.json", r#"[{"id": "p", "name": "P", "roles": [{"title": "T", "organisation": "o", "from": "2001", EVIDENCE}], EVIDENCE}]"#),
        ("organisations.json", r#"[{"id": "o", "name": "O", "kind": "bloc", "members": [{"member": "LAO", "kind": "member", EVIDENCE}], EVIDENCE}]"#),
        ("events.json", r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", "date": {"edtf": "2016", "basis": "inferred", "why": "w"}, "participants": [{"who": "p", "role": "r"}], EVIDENCE}]"#),
        ("agreements.json", r#"[{"id": "a", "title": "T", "kind": "treaty", "status": "signed", "parties": [{"party": "LAO", "side": "LAO"}], "horizon": "2025/2026", "event": "e", EVIDENCE}]"#),
        ("series.json", r#"[{"id": "s", "title": "T", "kind": "trade", "scale": 6, "observations": [{"id": "s.1", "period": "2022", "value": 8.30, EVIDENCE}], "items": [{"name": "rice", EVIDENCE}]}]"#),
        ("quotes.json", r#"[{"id": "q", "speaker": "p", "text": "“Words”", "event": "e", "translation": true, EVIDENCE}]"#),
        ("claims.json", r#"[{"id": "c", "statement": "S", "about": ["a", "RUS"], "asserted_by": "p", EVIDENCE}]"#),
        ("disputes.json", r#"[{"id": "d", "title": "T", "kind": "ambiguity", "explanation": "E", "between": ["p", "s.1"], "resolution": {"preferred": "p", "why": "w"}, EVIDENCE}]"#),
    ]
    .map(|(name, text)| (name, with_evidence(text)))
    .to_vec()
}

fn records(folder: &Folder) -> usize {
    use bilat::dossier::Kind;
    let dossier = folder.load().dossier;
    let kinds = Kind::ALL
        .iter()
        .filter(|k| !matches!(k, Kind::Source | Kind::Observation));
    kinds.map(|kind| dossier.count(*kind)).sum()
}

#[test]
fn all_kinds_are_sound() {
    let folder = Folder::new(&all_kinds());
    assert_eq!(folder.problems(), [""; 0]);
    assert_eq!(records(&folder), 8);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "[\\[\\]{}\",:\\\\ eid0-9\n]{0,80}".prop_map(String::into_bytes),
        ],
        name in prop::sample::select(vec!["dossier.json", "events.json", "series.json", "quotes.jsonl"]),
    ) {
        let folder = Folder::new(&[(name, bytes)]);
        assert_clean(&folder.load().problems);
    }

    /// Whatever is cut out of, or put into, a sound file: its record is read, or a problem is told.
    #[test]
    fn a_broken_record_is_never_lost_in_silence(
        file in 0usize..8,
        lines in any::<bool>(),
        at in any::<prop::sample::Index>(),
        length in 0usize..6,
        put in prop_oneof![
            "\\PC{0,3}",
            prop::sample::select(vec!["\"", "{", "}", "[", "]", ",", ":", "\\", "null", "1e999", "\n", "\u{202e}"]).prop_map(String::from),
        ],
    ) {
        let mut files: Vec<_> = all_kinds().into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        let (name, text) = &mut files[file];
        if lines {
            name.push('l');
            *text = text[1..text.len() - 1].to_owned();
        }
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
        text.replace_range(start..end, &put);
        let folder = Folder::new::<&str>(&[]);
        for (name, text) in &files {
            folder.write(name, text);
        }
        let problems = folder.load().problems;
        assert_clean(&problems);
        prop_assert!(records(&folder) == 8 || !problems.is_empty(), "{}", files[file].1);
        for problem in problems {
            let text = files.iter().find(|(name, _)| problem.file.ends_with(name.as_str()));
            let Some((_, text)) = text else { continue };
            let line = text.split('\n').nth(problem.line - 1);
            prop_assert!(line.is_some_and(|line| problem.column <= line.chars().count() + 1), "{problem}");
        }
    }
}

/// Wherever it stands between the tokens of a file, and whatever is broken beside it.
#[test]
fn a_form_feed_is_no_white_space() {
    let sound = r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred"}]"#;
    let between = sound.match_indices([',', ':', '{', '}', ']']);
    let mut texts: Vec<_> = between
        .map(|(at, _)| format!("{}\u{c}{}", &sound[..at], &sound[at..]))
        .collect();
    texts.extend(
        [
            "[{\"\",\u{c}",
            "{\"\",\u{c}",
            "[\u{c}]",
            "{\"records\": [\u{c}{}]}",
        ]
        .map(Into::into),
    );
    for text in texts {
        for name in ["dossier.json", "events.json", "events.jsonl", "quotes.json"] {
            let problems = Folder::new(&[(name, &text)]).load().problems;
            let is_reported = problems.iter().any(|problem| problem.file.ends_with(name));
            assert!(is_reported, "{name}: {text:?}: {problems:?}");
            assert_clean(&problems);
        }
    }
    let document = tempfile::NamedTempFile::with_suffix(".json").unwrap();
    fs::write(document.path(), "{\"\",\u{c}").unwrap();
    let messages = Origin::new(Some(document.path())).map_or_else(
        |error| error.to_string(),
        |origin| {
            load(&origin)
                .problems
                .iter()
                .map(ToString::to_string)
                .collect()
        },
    );
    assert!(messages.contains("expected"), "{messages}");
}
