//! Records put into files that people wrote: at their place, and nothing else changes.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "edit/figures.rs"]
mod figures;

use bilat::dossier::about::Topic;
use bilat::dossier::{Event, Id, Quote, Source};
use bilat::edit::insert::{Entry, RecordFile, insert_topic};
use proptest::prelude::*;
use serde_json::Value;

fn event(id: &str, date: &str) -> Event {
    let date = match date {
        "" => String::new(),
        date => format!(r#""date": "{date}","#),
    };
    let json = format!(
        r#"{{"id": "{id}", "title": "A, \"b\": {{c}}", {date} "kind": "visit", "status": "occurred"}}"#
    );
    serde_json::from_str(&json).unwrap()
}

fn entry(id: &str, date: &str) -> Entry {
    Entry::new(&event(id, date)).unwrap()
}

/// The events of a file after `entries` were put in, and its text.
fn insert(text: &str, lines: bool, entries: &[Entry]) -> String {
    let mut file = RecordFile::new("events", "events.json", lines, text);
    file.insert(entries).unwrap();
    file.text()
}

fn ids(text: &str) -> Vec<String> {
    let bare = text.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(bare).unwrap_or_else(|e| panic!("{e}: {text}"));
    let list = value.get("records").unwrap_or(&value).as_array().unwrap();
    list.iter()
        .map(|r| r["id"].as_str().unwrap().to_owned())
        .collect()
}

/// Was only text put in, in one run?
fn only_inserted(before: &str, after: &str) -> bool {
    let (a, b) = (before.as_bytes(), after.as_bytes());
    let same = |a: &mut dyn Iterator<Item = &u8>, b: &mut dyn Iterator<Item = &u8>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    let start = same(&mut a.iter(), &mut b.iter());
    let end = same(&mut a.iter().rev(), &mut b.iter().rev());
    b.len() > a.len() && start + end >= a.len()
}

const FORMAL: &str = "[\n  {\n    \"id\": \"a\",\n    \"title\": \"A, \\\"b\\\": {c}\",\n    \"date\": \"2001\",\n    \"kind\": \"visit\",\n    \"status\": \"occurred\"\n  },\n  {\n    \"id\": \"c\",\n    \"title\": \"A, \\\"b\\\": {c}\",\n    \"date\": \"2003\",\n    \"kind\": \"visit\",\n    \"status\": \"occurred\"\n  }\n]\n";

/// A record as the format has it, one level deep.
fn block(id: &str, date: &str) -> String {
    format!(
        "  {{\n    \"id\": \"{id}\",\n    \"title\": \"A, \\\"b\\\": {{c}}\",\n    \"date\": \"{date}\",\n    \"kind\": \"visit\",\n    \"status\": \"occurred\"\n  }}"
    )
}

#[test]
fn a_record_goes_to_its_place() {
    let whole = |records: &[(&str, &str)]| {
        let records: Vec<_> = records.iter().map(|(id, date)| block(id, date)).collect();
        format!("[\n{}\n]\n", records.join(",\n"))
    };
    assert_eq!(whole(&[("a", "2001"), ("c", "2003")]), FORMAL);
    for (id, date, after) in [
        ("b", "2002", [("a", "2001"), ("b", "2002"), ("c", "2003")]),
        ("b", "2000", [("b", "2000"), ("a", "2001"), ("c", "2003")]),
        ("b", "2001", [("a", "2001"), ("b", "2001"), ("c", "2003")]),
        (
            "b",
            "2003-05",
            [("a", "2001"), ("c", "2003"), ("b", "2003-05")],
        ),
    ] {
        assert_eq!(insert(FORMAL, false, &[entry(id, date)]), whole(&after));
    }
}

#[test]
fn every_style_of_a_file_is_kept() {
    let tabs = FORMAL.replace("  ", "\t");
    let wide = FORMAL.replace("  ", "    ");
    let windows = format!("\u{feff}{}", FORMAL.replace('\n', "\r\n"));
    let named = format!(
        "{{\n  \"$schema\": \"./schema/events.json\",\n  \"records\": {}}}",
        FORMAL.replace('\n', "\n  ")
    );
    let lines = "[\n{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\", \"kind\": \"v\", \"status\": \"planned\"}\n, {\"id\": \"c\", \"title\": \"C\", \"date\": \"2003\", \"kind\": \"v\", \"status\": \"planned\"}]";
    let dense = lines
        .replace(": ", ":")
        .replace(", \"", ",\"")
        .replace('\n', "");
    let one = "[{\n \"id\": \"a\", \"title\": \"A\", \"kind\": \"v\", \"status\": \"planned\"}]"
        .to_owned();
    let spaced = FORMAL.replace("},\n", "},\n\n").replace("\n]\n", "\n\n]");
    for text in [&tabs, &wide, &windows, &named, lines, &dense, &one, &spaced] {
        for (date, id) in [
            ("2000", "new"),
            ("2002", "new"),
            ("2004", "new"),
            ("", "new"),
        ] {
            let after = insert(text, false, &[entry(id, date)]);
            assert!(only_inserted(text, &after), "{text}\n---\n{after}");
            assert_eq!(ids(&after).len(), ids(text).len() + 1);
            assert_eq!(text.contains('\r'), after.contains('\r'));
            assert_eq!(
                after.matches('\n').count(),
                after.matches("\r\n").count().max(if text.contains('\r') {
                    0
                } else {
                    after.matches('\n').count()
                })
            );
        }
    }
    // What was put in stands as its neighbours do.
    let new = |text: &str| insert(text, false, &[entry("b", "2002")]);
    assert_eq!(new(&tabs), new(FORMAL).replace("  ", "\t"));
    assert_eq!(new(&wide), new(FORMAL).replace("  ", "    "));
    assert_eq!(
        new(&windows),
        format!("\u{feff}{}", new(FORMAL).replace('\n', "\r\n"))
    );
    assert!(new(lines).contains("\"planned\"}\n, {\"id\": \"b\", \"title\": "));
    assert!(new(&dense).contains("\"planned\"}, {\"id\":\"b\",\"title\":"));
    assert!(new(&spaced).contains("  },\n\n  {\n    \"id\": \"b\""));
}

#[test]
fn the_first_record_of_an_empty_file() {
    let (a, b) = (entry("a", "2001"), entry("b", "2000"));
    for (text, after) in [
        (
            "[]\n",
            format!("[\n{},\n{}\n]\n", block("b", "2000"), block("a", "2001")),
        ),
        (
            "[\n\n]",
            format!("[\n{},\n{}\n]", block("b", "2000"), block("a", "2001")),
        ),
        (
            "{\n\t\"records\": [ ]\n}",
            format!(
                "{{\n\t\"records\": [\n{},\n{}\n\t]\n}}",
                block("b", "2000")
                    .replace("  ", "\t")
                    .replace('\n', "\n\t")
                    .replacen('\t', "\t\t", 1),
                block("a", "2001")
                    .replace("  ", "\t")
                    .replace('\n', "\n\t")
                    .replacen('\t', "\t\t", 1)
            ),
        ),
    ] {
        assert_eq!(insert(text, false, &[a.clone(), b.clone()]), after);
    }
    let mut file = RecordFile::empty("events", "events.json", Some("./s.json")).unwrap();
    file.insert(&[a, b]).unwrap();
    assert_eq!(ids(&file.text()), ["b", "a"]);
    assert!(
        file.text()
            .starts_with("{\n  \"$schema\": \"./s.json\",\n  \"records\": [\n    {\n      \"id\"")
    );
}

#[test]
fn one_record_a_line() {
    let line = |id: &str, date: &str| {
        format!(
            "{{\"id\":\"{id}\",\"title\":\"A, \\\"b\\\": {{c}}\",\"date\":\"{date}\",\"kind\":\"visit\",\"status\":\"occurred\"}}"
        )
    };
    let (a, b, c) = (line("a", "2001"), line("b", "2002"), line("c", "2003"));
    let new = |text: &str| insert(text, true, &[entry("b", "2002")]);
    assert_eq!(new(""), format!("{b}\n"));
    assert_eq!(new("\n"), format!("\n{b}\n"));
    assert_eq!(new(&format!("{a}\n{c}\n")), format!("{a}\n{b}\n{c}\n"));
    assert_eq!(
        new(&format!("{a}\r\n\r\n{c}")),
        format!("{a}\r\n{b}\r\n\r\n{c}")
    );
    assert_eq!(new(&a), format!("{a}\n{b}"));
    assert_eq!(new(&format!("  {c}  ")), format!("{b}\n  {c}  "));
    let spaced = a.replace("\":", "\": ").replace(",\"", ", \"");
    assert!(new(&spaced).contains("{\"id\": \"b\", \"title\": "));
}

#[test]
fn a_file_out_of_order_gets_it_at_the_end() {
    let text = insert(FORMAL, false, &[]).replace("2001", "2009");
    assert_eq!(
        ids(&insert(&text, false, &[entry("b", "2000")])),
        ["a", "c", "b"]
    );
    // A record that cannot be read does not put the rest out of order.
    let broken = FORMAL.replace("\"2003\"", "\"someday\"");
    assert_eq!(
        ids(&insert(&broken, false, &[entry("b", "2000")])),
        ["b", "a", "c"]
    );
    assert_eq!(
        ids(&insert(&broken, false, &[entry("b", "2002")])),
        ["a", "b", "c"]
    );
}

#[test]
fn other_files_are_in_order_of_ids_and_quotes_of_sequence() {
    let source = |id: &str| {
        let json = format!(r#"{{"id": "{id}", "type": "report", "title": "T"}}"#);
        Entry::new(&serde_json::from_str::<Source>(&json).unwrap()).unwrap()
    };
    let mut file = RecordFile::empty("sources", "sources.json", None).unwrap();
    for id in ["m", "z", "a", "n"] {
        file.insert(&[source(id)]).unwrap();
    }
    assert_eq!(ids(&file.text()), ["a", "m", "n", "z"]);
    let quote = |id: &str, place: &str| {
        let json =
            format!(r#"{{"id": "{id}", "speaker": "x", "text": "T", "said": "2023"{place}}}"#);
        Entry::new(&serde_json::from_str::<Quote>(&json).unwrap()).unwrap()
    };
    let mut file = RecordFile::empty("quotes", "quotes.json", None).unwrap();
    for (id, place) in [
        ("c", ""),
        ("b", ", \"sequence\": 10"),
        ("a", ", \"sequence\": 9"),
    ] {
        file.insert(&[quote(id, place)]).unwrap();
    }
    assert_eq!(ids(&file.text()), ["a", "b", "c"]);
}

#[test]
fn a_file_with_a_syntax_error_is_left_alone() {
    for text in [
        "",
        "[{]",
        "{\"records\": 1}",
        "[] x",
        "{\"recods\": []}",
        "[{\"id\": \"a\"} {}]",
    ] {
        let mut file = RecordFile::new("events", "events.json", false, text);
        let problem = file.insert(&[entry("a", "2000")]).unwrap_err();
        assert!(
            problem.to_string().starts_with("events.json:1:"),
            "{problem}"
        );
        assert_eq!(file.text(), text);
    }
}

#[test]
fn a_record_is_replaced_where_it_stands() {
    let mut file = RecordFile::new("events", "events.json", false, FORMAL);
    file.replace(&[entry("c", "2013")]).unwrap();
    assert_eq!(file.text(), FORMAL.replace("2003", "2013"));
    let both = [entry("a", "2011"), entry("gone", "2013")];
    assert!(file.replace(&both).is_err());
    assert_eq!(file.text(), FORMAL.replace("2003", "2013"));
    file.replace(&[entry("c", "2003"), entry("a", "2002")])
        .unwrap();
    assert_eq!(file.text(), FORMAL.replace("2001", "2002"));
}

#[test]
fn a_topic_goes_to_the_end_of_the_vocabulary() {
    let topic = Topic {
        id: Id::new("new").unwrap(),
        label: bilat::dossier::Text::new("New"),
        broader: None,
    };
    let data = include_str!("../data/laos-russia/dossier.json");
    let after = insert_topic(data, &topic).unwrap();
    assert!(only_inserted(data, &after));
    assert!(after.contains(
        "    },\n    {\n      \"id\": \"new\",\n      \"label\": \"New\"\n    }\n  ],\n"
    ));
    let bare = "\u{feff}{\"format\": \"bilat/1\", \"title\": \"T\"}\r\n";
    let after = insert_topic(bare, &topic).unwrap();
    assert_eq!(
        after,
        "\u{feff}{\"format\": \"bilat/1\", \"title\": \"T\", \"topics\": [{\"id\": \"new\", \"label\": \"New\"}]}\r\n"
    );
}

proptest! {
    #[test]
    fn whatever_order_they_come_in_the_file_is_the_same(
        years in prop::collection::vec(1900u32..2030, 1..8),
        named in any::<bool>(),
        at_once in any::<bool>(),
    ) {
        let entries: Vec<_> = years
            .iter()
            .enumerate()
            .map(|(at, year)| entry(&format!("e{at}"), &year.to_string()))
            .collect();
        let mut file = RecordFile::empty("events", "e", named.then_some("./s.json")).unwrap();
        if at_once {
            file.insert(&entries).unwrap();
        } else {
            for entry in &entries {
                file.insert(std::slice::from_ref(entry)).unwrap();
            }
        }
        let mut numbered: Vec<_> = years.iter().enumerate().collect();
        numbered.sort_by_key(|(_, year)| **year);
        let sorted: Vec<_> = numbered
            .iter()
            .map(|(at, year)| event(&format!("e{at}"), &year.to_string()))
            .collect();
        let whole = bilat::edit::write::file(named.then_some("./s.json"), &sorted).unwrap();
        prop_assert_eq!(file.text(), whole);
    }
}
