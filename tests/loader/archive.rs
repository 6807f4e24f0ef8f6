//! A large file of quotes: read in pieces and in threads, its records read again when they are
//! shown, its faults told like those of a small one.

use std::fmt::Write;
use std::fs::OpenOptions;

use bilat::dossier::{Id, Kind, Ref};
use bilat::load::{Origin, Reading};

use super::folder::{Folder, with_evidence};

/// Enough that the file has more than the bytes that stay in memory.
const MANY: usize = 12_000;

const PEOPLE: &str =
    r#"[{"id": "p", "name": "Speaker", EVIDENCE}, {"id": "o", "name": "Other", EVIDENCE}]"#;
const EVENTS: &str =
    r#"[{"id": "e", "title": "Debate", "kind": "debate", "status": "occurred", EVIDENCE}]"#;

/// Lines of quotes, the one at `at` as told.
fn lines(special: &[(usize, &str)]) -> String {
    let mut lines = String::new();
    for at in 0..MANY {
        if let Some((_, line)) = special.iter().find(|(place, _)| *place == at) {
            lines.push_str(line);
            lines.push('\n');
            continue;
        }
        let speaker = if at % 3 == 0 { "o" } else { "p" };
        let text = format!("Number {at} – of Ёлка and ລາວ. ").repeat(8);
        writeln!(
            lines,
            r#"{{"id": "q{at}", "speaker": "{speaker}", "event": "e", "said": "{}", "text": "{text}", "topics": ["energy"], "evidence": [{{"source": "article", "paragraph": {}}}]}}"#,
            1990 + at % 30,
            at + 1
        )
        .unwrap();
    }
    lines
}

fn archive(special: &[(usize, &str)]) -> Folder {
    let text = lines(special);
    assert!(text.len() > 4_000_000, "it is to be large");
    Folder::new(&[
        ("people.json", with_evidence(PEOPLE)),
        ("events.json", with_evidence(EVENTS)),
        ("quotes.jsonl", text),
    ])
}

#[test]
fn every_quote_is_read_and_can_be_found_and_read_again() {
    let folder = archive(&[]);
    let loaded = folder.load();
    assert_eq!(loaded.problems, []);
    let dossier = loaded.dossier;
    assert_eq!(dossier.quotes.len(), MANY);
    for at in [0, 1, 255, 256, 257, 5_000, MANY - 1] {
        let quote = dossier.quotes.get(at);
        assert_eq!(quote.id.as_str(), format!("q{at}"));
        assert!(quote.text.starts_with(&format!("Number {at} – of Ёлка")));
        assert_eq!(dossier.find(&quote.id), Some(Ref::new(Kind::Quote, at)));
        let facets = dossier.quotes.facets(at);
        assert_eq!(
            (facets.speaker, facets.said.map(ToString::to_string)),
            (&quote.speaker, quote.said.map(|d| d.to_string()))
        );
        assert_eq!(
            dossier.place(Ref::new(Kind::Quote, at)).unwrap().line,
            at + 1
        );
    }
    let speaker = dossier.find(&Id::new("o").unwrap()).unwrap();
    assert_eq!(
        dossier.links(speaker).len(),
        200 + 1,
        "some quotes and the source are listed"
    );
    assert_eq!(dossier.unlisted(speaker), MANY / 3 - 200);
}

#[test]
fn an_array_is_read_as_lines_are() {
    let one = archive(&[]).load().dossier;
    let array = format!("[\n{}\n]", lines(&[]).trim_end().replace('\n', ",\n"));
    let folder = archive(&[]);
    std::fs::remove_file(folder.path().join("quotes.jsonl")).unwrap();
    folder.write("quotes.json", array);
    let other = folder.load();
    assert_eq!(other.problems, []);
    assert_eq!(other.dossier.quotes.len(), MANY);
    for at in (0..MANY).step_by(777) {
        assert_eq!(other.dossier.quotes.get(at), one.quotes.get(at));
    }
}

#[test]
fn faults_are_told_at_their_places_and_the_rest_is_kept() {
    let good = r#""speaker": "p", "event": "e", "text": "x", "evidence": [{"source": "article", "paragraph": 1}]"#;
    let special = [
        (3, "{\"id\": \"a\", \"speeker\": \"p\"}".to_owned()),
        (5_000, "   not json".to_owned()),
        (5_001, format!("{{\"id\": \"q4\", {good}}}")),
        (5_002, String::new()),
        (
            5_003,
            format!("{{\"id\": \"b\", {}}}", good.replace("\"p\"", "\"nobody\"")),
        ),
        (
            5_004,
            format!("{{\"id\": \"c\", \"in_reply_to\": \"d\", {good}}}"),
        ),
        (
            5_005,
            format!("{{\"id\": \"d\", \"in_reply_to\": \"c\", {good}}}"),
        ),
        (
            5_006,
            format!("{{\"id\": \"f\", \"in_reply_to\": \"gone\", {good}}}"),
        ),
        (MANY - 1, "{\"id\": \"z\"".to_owned()),
    ];
    let lines: Vec<_> = special
        .iter()
        .map(|(at, line)| (*at, line.as_str()))
        .collect();
    let folder = archive(&lines);
    let problems = folder.problems();
    let reported: Vec<_> = problems
        .iter()
        .map(|line| line.lines().next().unwrap())
        .collect();
    let expected = [
        "quotes.jsonl:4:13: error: unknown field `speeker`",
        "quotes.jsonl:5001:5: error: expected a value",
        "quotes.jsonl:5002:8: error: duplicate id `q4`; this record was skipped",
        "quotes.jsonl:5004:24: error: speaker: no record is called `nobody`",
        "quotes.jsonl:5006:28: error: in_reply_to: `c` leads back here; the reference was skipped",
        "quotes.jsonl:5007:28: error: in_reply_to: no record is called `gone`",
        "quotes.jsonl:12000:11: error: EOF while parsing an object",
    ];
    assert_eq!(reported.len(), expected.len(), "{reported:#?}");
    for (reported, expected) in reported.iter().zip(expected) {
        let place = |line: &str| line.split(' ').next().unwrap().to_owned();
        assert_eq!(place(reported), place(expected), "{reported}");
        assert_eq!(
            reported.split(": ").nth(2),
            expected.split(": ").nth(2),
            "{reported}"
        );
    }
    assert_eq!(folder.load().dossier.quotes.len(), MANY - 5);
}

#[test]
fn countless_faults_are_told_up_to_a_bound() {
    let line = format!(
        r#"{{"id": "a", "speeker": "p", "text": "{}"}}"#,
        "x".repeat(300)
    );
    let special: Vec<_> = (0..5_000).map(|at| (at, line.as_str())).collect();
    let padded = archive(&special);
    let problems = padded.problems();
    assert_eq!(problems.len(), 1_001);
    assert!(
        problems
            .iter()
            .any(|line| line.contains("4000 more quotes have problems"))
    );
}

#[test]
fn what_is_not_utf8_ends_the_reading_and_is_told() {
    let folder = archive(&[]);
    let path = folder.path().join("quotes.jsonl");
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.len() - 20;
    bytes[at] = 0xff;
    std::fs::write(&path, bytes).unwrap();
    let problems = folder.problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].starts_with("quotes.jsonl:12000:"),
        "{problems:?}"
    );
    assert!(
        problems[0].contains("is not UTF-8 at offset"),
        "{problems:?}"
    );
}

#[test]
fn a_file_that_changes_under_it_is_remembered() {
    let folder = archive(&[]);
    let dossier = folder.load().dossier;
    let path = folder.path().join("quotes.jsonl");
    // Its name may go: the file is held open.
    std::fs::rename(&path, folder.path().join("moved")).unwrap();
    assert_eq!(dossier.quotes.get(77).id.as_str(), "q77");
    let moved = OpenOptions::new()
        .write(true)
        .open(folder.path().join("moved"));
    moved.unwrap().set_len(100).unwrap();
    let quote = dossier.quotes.get(77);
    assert!(
        quote.text.starts_with("number 77 - of елка"),
        "{}",
        quote.text
    );
    assert_eq!(quote.speaker.as_str(), "p");
    assert!(quote.note.unwrap().contains("has changed"));
}

#[test]
fn reading_tells_how_far_it_is() {
    let folder = archive(&[]);
    let origin = Origin::Folder(folder.path().to_owned());
    let mut reading = Reading::begin(&origin);
    assert_eq!(reading.so_far().about.sides.len(), 2);
    reading.records();
    assert!(reading.goes_on() && reading.so_far().quotes.is_empty());
    assert_eq!(reading.so_far().events.len(), 1);
    let mut reports = Vec::new();
    let loaded = reading.finish(&mut |progress| reports.push(progress));
    assert!(reports.len() > 1);
    assert!(
        reports
            .iter()
            .all(|p| p.read <= p.about && p.about < 2 * MANY)
    );
    let last = reports.last().unwrap();
    assert_eq!(
        (last.read, last.quotes.as_ref().unwrap().len()),
        (MANY, MANY)
    );
    assert_eq!(loaded.dossier.quotes.len(), MANY);
}
