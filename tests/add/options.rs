//! Records from options.

use serde_json::{Value, json};

use super::folder::{Folder, RESTS, event};

/// The only record of a file that was made.
fn only(folder: &Folder, name: &str) -> Value {
    let all: Value = serde_json::from_str(&folder.read(name)).unwrap();
    all.get("records").unwrap_or(&all)[0].clone()
}

fn add(folder: &Folder, words: &[&str]) -> String {
    let words: Vec<_> = words.iter().copied().chain(RESTS).collect();
    let (code, out, err) = folder.add(&words);
    assert_eq!((code, err.as_str()), (0, ""), "{words:?}");
    out
}

fn evidence() -> Value {
    json!([{"source": "gazette", "paragraph": 1, "exact": "x"}])
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases")]
fn every_kind_can_be_added_and_the_dossier_stays_clean() {
    let folder = Folder::new(&[]);
    for (words, id) in [
        (
            "person|--name|Jané Doe|--country|GBR|--alias|JD",
            "jane-doe",
        ),
        (
            "organisation|--name|Ministry|--kind|state body|--acronym|MoT",
            "mot",
        ),
        (
            "event|--title|Talks|--date|2024-05|--kind|meeting|--participant|LAO|--participant|jane-doe=host|--topic|trade|--place|Here|--note|N",
            "talks-2024",
        ),
        (
            "agreement|--title|Memo|--kind|memorandum|--party|LAO|--party|mot=GBR|--party|CHN|--signed|2024|--why|so|--status|signed|--event|talks-2024",
            "memo-2024",
        ),
        (
            "source|--type|report|--title|Report|--issued|2023|--author|jane-doe|--url|https://example.org",
            "report-2023",
        ),
        (
            "quote|--speaker|jane-doe|--said|2024-05-02|--event|talks-2024|--text|A\n\nB|--translation|yes|--sequence|2",
            "q-2024-jane-doe",
        ),
        (
            "claim|--statement|Trade grows|--about|LAO|--asserted-by|mot|--modality|wish",
            "trade-grows",
        ),
        (
            "series|--title|Exports|--kind|trade|--unit|USD|--scale|6|--flow|exports|--reporter|LAO|--partner|GBR",
            "exports",
        ),
        (
            "figure|--series|exports|--period|2023|--value|8.30|--qualifier|about",
            "exports.2023",
        ),
        (
            "figure|--series|exports|--period|2021/2022|--value|-4",
            "exports.2021-2022",
        ),
        (
            "dispute|--title|Which?|--kind|ambiguity|--between|exports|--between|talks-2024|--explanation|E|--preferred|exports|--why|W",
            "which",
        ),
    ] {
        let words: Vec<_> = words.split('|').collect();
        let out = add(&folder, &words);
        assert!(out.starts_with(&format!("{id} ./")), "{out}");
        let (_, place) = out.trim_end().split_once(' ').unwrap();
        let (file, line) = place.rsplit_once(':').unwrap();
        let text = folder.read(file);
        let here = text
            .lines()
            .nth(line.parse::<usize>().unwrap() - 1)
            .unwrap();
        assert!(here.trim_start().starts_with('{'), "{place}: {here}");
    }
    assert_eq!(folder.load().problems, []);
    assert_eq!(
        only(&folder, "agreements.json"),
        json!({"id": "memo-2024", "title": "Memo", "kind": "memorandum", "parties": [
            {"party": "LAO", "side": "LAO"}, {"party": "mot", "side": "GBR"}, {"party": "CHN"}],
            "signed": {"edtf": "2024", "basis": "inferred", "why": "so"}, "status": "signed",
            "event": "talks-2024", "evidence": evidence()})
    );
    let quote = only(&folder, "quotes.json");
    assert_eq!(
        (&quote["translation"], &quote["text"]),
        (&json!(true), &json!("A\n\nB"))
    );
    let dispute = only(&folder, "disputes.json");
    assert_eq!(
        dispute["resolution"],
        json!({"preferred": "exports", "why": "W"})
    );
    assert!(folder.read("series.json").contains("\"value\": 8.30,"));
    assert!(!folder.names().iter().any(|name| name.starts_with('.')));
}

#[test]
fn ids_are_fresh_in_the_whole_dossier() {
    let folder = Folder::new(&[]);
    let id = |words: &[String]| {
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let out = folder.add(&words).1;
        out.split_once(' ').unwrap().0.to_owned()
    };
    assert_eq!(id(&event("Visit", "2024")), "visit-2024");
    assert_eq!(id(&event("Visit", "2024-05")), "visit-2024-2");
    assert_eq!(id(&event("Visit of 2024", "2024")), "visit-of-2024");
    assert_eq!(id(&event("Visit", "199X")), "visit");
    assert_eq!(id(&event("Визит", "2024")), "vizit-2024");
    assert_eq!(id(&event("ຢ້ຽມຢາມ", "2024")), "ynymyaam-2024");
    assert_eq!(id(&event("Gazette", "199X")), "gazette-2");
    let long = "A very long title of an event that goes on and on".repeat(3);
    assert_eq!(
        id(&event(&long, "2024")),
        "a-very-long-title-of-an-event-that-goes-on-2024"
    );
    let mut given = event("Visit", "2024");
    given.extend(["--id".to_owned(), "my.own_id".to_owned()]);
    assert_eq!(id(&given), "my.own_id");
    let words: Vec<_> = given.iter().map(String::as_str).collect();
    let (code, out, err) = folder.add(&words);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(
        err.starts_with("error: the id `my.own_id` is taken\n  hint: "),
        "{err}"
    );
}

#[test]
fn nothing_else_in_a_file_changes() {
    let hand = "\u{feff}{\r\n\t\"records\" : [\r\n\t\t{ \"id\": \"a\", \"title\": \"A\", \"date\":\"2001\",\r\n\t\t  \"kind\": \"visit\", \"status\": \"occurred\",\r\n\t\t  \"evidence\": [ { \"source\": \"gazette\", \"paragraph\": 1, \"exact\": \"x\" } ]\r\n\t\t}\r\n\t]   ,\r\n\t\"$schema\" : \"x\" }  ";
    let folder = Folder::new(&[("events.json", hand)]);
    for (title, date) in [("Before", "2000"), ("After", "2002")] {
        let before = folder.read("events.json");
        let owned = event(title, date);
        let words: Vec<_> = owned.iter().map(String::as_str).collect();
        let (code, _, err) = folder.add(&words);
        assert_eq!((code, err.as_str()), (0, ""));
        let after = folder.read("events.json");
        let at = after
            .find(&format!(
                "\t\t{{\r\n\t\t  \"id\": \"{}",
                title.to_lowercase()
            ))
            .unwrap();
        let end = at + after[at..].find("\r\n\t\t}").unwrap() + "\r\n\t\t}".len();
        let rest = [&after[..at], &after[end..]].concat();
        // Taken out again, with the comma before or behind it, the file is as it was.
        let again = rest
            .replacen(",\r\n\t\t{ \"id\"", "\t\t{ \"id\"", 1)
            .replacen(",\r\n\r\n", "\r\n", 1);
        assert!(
            again == before || rest.replacen("},\r\n\r\n\t]", "}\r\n\t]", 1) == before,
            "{rest:?}\n{before:?}"
        );
        assert!(!after.replace("\r\n", "").contains(['\r', '\n']));
    }
    assert_eq!(folder.load().problems, []);
    let events: Vec<_> = folder
        .load()
        .dossier
        .events
        .iter()
        .map(|e| e.id.to_string())
        .collect();
    assert_eq!(events, ["before-2000", "a", "after-2002"]);
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases")]
fn a_record_that_is_not_sound_is_told_and_not_written() {
    let folder = Folder::new(&[]);
    let before = folder.names();
    let rest = |words: &[&str]| -> (i32, String) {
        let (code, out, err) = folder.add(words);
        assert_eq!(out, "");
        assert_eq!(folder.names(), before);
        (code, err)
    };
    let sound = ["event", "--title", "T", "--kind", "visit"];
    let with = |more: &[&'static str]| [&sound[..], more].concat();
    for (words, code, message) in [
        (
            with(&["--source", "gazete", "--paragraph", "1", "--exact", "x"]),
            1,
            "error: evidence: unknown source `gazete`\n  hint: did you mean `gazette`?\nnothing was written\n",
        ),
        (
            with(&["--source", "gazette", "--paragraph", "0", "--exact", "x"]),
            1,
            "error: evidence: paragraph 0\n",
        ),
        (
            with(&["--source", "gazette", "--paragraph", "1"]),
            1,
            "warning: evidence without `exact`",
        ),
        (
            [&with(&RESTS)[..], &["--topic", "tade"]].concat(),
            1,
            "did you mean `trade`?",
        ),
        (
            [&with(&RESTS)[..], &["--participant", "nobody"]].concat(),
            1,
            "error: who: no record is called `nobody`",
        ),
        (
            [&with(&RESTS)[..], &["--participant", "\u{1b}[31m"]].concat(),
            1,
            "error: participants[0].who: `<U+001B>[31m` is not an id",
        ),
        (with(&[]), 2, "that is not enough for an event"),
        (vec!["event"], 2, "missing field `title`"),
        (
            with(&["--source", "gazette"]),
            2,
            "missing field `paragraph`",
        ),
        (with(&["--date", "2024-02-31"]), 2, "is not an EDTF date"),
        (
            with(&["--status", "occured"]),
            2,
            "a similar value exists: 'occurred'",
        ),
        (with(&["--why", "so"]), 2, "--date"),
        (
            [
                &["figure", "--period", "2024", "--value", "1e9"][..],
                &RESTS,
            ]
            .concat(),
            2,
            "is not a number as printed",
        ),
        (
            [
                &[
                    "figure", "--series", "gazette", "--period", "2024", "--value", "1",
                ][..],
                &RESTS,
            ]
            .concat(),
            1,
            "no series is called `gazette`",
        ),
        (vec!["nothing"], 2, "unrecognized subcommand"),
    ] {
        let (got, err) = rest(&words);
        assert_eq!(got, code, "{words:?}: {err}");
        assert!(err.contains(message), "{words:?}: {err}");
        assert!(!err.contains('\u{1b}'));
    }
    // A slip that the person stands by.
    let words = with(&["--source", "gazette", "--paragraph", "1", "--force"]);
    assert_eq!(folder.add(&words).0, 0);
}

#[test]
fn where_there_is_no_dossier_it_says_so() {
    let empty = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| {
        let output = std::process::Command::new(super::folder::BILAT)
            .current_dir(empty.path())
            .arg("add")
            .args(words)
            .output()
            .unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let owned = event("T", "2024");
    let words: Vec<_> = owned.iter().map(String::as_str).collect();
    let (code, err) = run(&words);
    assert_eq!(code, 2);
    assert!(
        err.contains("the built-in dossier cannot be written"),
        "{err}"
    );
    for folder in [".", "gone"] {
        let words = [&words[..], &["--dossier", folder]].concat();
        let (code, err) = run(&words);
        assert_eq!((code, err.lines().count()), (2, 1), "{err}");
    }
    assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0);
}

#[test]
fn a_second_record_of_one_name_is_added_with_a_warning() {
    let folder = Folder::new(&[]);
    let person = |name: &str| {
        let words = ["person", "--name", name].into_iter().chain(RESTS);
        folder.add(&words.collect::<Vec<_>>())
    };
    let (code, _, said) = person("Mere Tuilagi");
    assert_eq!((code, said.as_str()), (0, ""));
    let (code, out, said) = person("mere  Tuilagi");
    assert_eq!(code, 0, "{said}");
    assert!(out.starts_with("mere-tuilagi-2"), "{out}");
    assert!(
        said.contains("warning") && said.contains("`mere-tuilagi`"),
        "{said}"
    );
    // What happens more than once has one name on several days.
    for (day, warned) in [("2021-05", false), ("2022-05", false), ("2022-05", true)] {
        let words = event("Yearly talks", day);
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let (code, _, said) = folder.add(&words);
        assert_eq!(
            (code, said.contains("warning")),
            (0, warned),
            "{day}: {said}"
        );
    }
}

#[test]
fn a_country_and_a_quarter_are_told_as_they_are_written() {
    let folder = Folder::new(&[]);
    let own = [
        "event",
        "--title",
        "Talks",
        "--kind",
        "talks",
        "--participant",
    ];
    let (_, _, err) = folder.add(&[&own[..], &["Kenya"]].concat());
    assert!(err.contains("the country is written `KEN`"), "{err}");
    for (quarter, months) in [
        ("2025-Q1", "2025-01/2025-03"),
        ("Q4 2024", "2024-10/2024-12"),
    ] {
        let (_, _, err) = folder.add(&[
            "figure", "--series", "trade", "--period", quarter, "--value", "5",
        ]);
        assert!(
            err.contains(&format!("this quarter is written {months}")),
            "{err}"
        );
    }
}
