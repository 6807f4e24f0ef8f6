//! What our own exports hold comes back, character for character; what they cannot hold is reported.

use bilat::dossier::{Date, Dossier, Source};
use serde_json::{Value, json};

use crate::dossier::{World, bilat};

/// A dossier with one source, which has these members.
fn world(more: &Value) -> World {
    let world = World::new();
    let mut source = json!({"id": "s", "type": "book", "title": "T"});
    for (name, value) in more.as_object().unwrap() {
        source[name] = value.clone();
    }
    world.write("sources.json", &json!([source]).to_string());
    assert_eq!(world.loaded().problems, []);
    world
}

/// The source `s` of a dossier, or the one that was imported from it.
fn source(dossier: &Dossier) -> Source {
    let is_it = |source: &&Source| !source.title.starts_with("Bibliography: ");
    dossier.sources.iter().find(is_it).unwrap().clone()
}

/// What is exported of a world and read into another, and what was said on standard error.
fn there_and_back(old: &World, format: &str) -> (Source, String) {
    let new = World::new();
    let file = format!("{}/exported", new.files());
    let (code, _, said) = bilat(&["export", format, &old.dossier(), "-o", &file]);
    assert_eq!(code, 0, "{said}");
    new.imported(&[format, &file]);
    (source(&new.load()), said)
}

#[test]
fn white_space_and_marks_come_back() {
    for text in [
        "no\u{a0}break, thin\u{2009}space",
        "line\u{2028}separator, paragraph\u{2029}separator",
        "next\u{85}line, form\u{c}feed, vertical\u{b}tab",
        "Windows\r\nline, a line\nfeed, an old\rreturn, a\ttab",
        "ideographic\u{3000}space, narrow\u{202f}space",
        "A <i>x</i> & b",
        "R&amp;D, R&D; 5 < 6 > 4, <span class=\"x\">y</span>",
        "\\newline{} and \\quad{} are commands",
    ] {
        let old = world(&json!({"title": text, "publisher": text, "note": text}));
        for format in ["bibtex", "csl-json"] {
            let (source, _) = there_and_back(&old, format);
            assert_eq!(source.title.given(), text, "{format}");
            assert_eq!(source.publisher.unwrap().given(), text, "{format}");
            let note = source.note.unwrap().given().to_owned();
            assert!(note.ends_with(text), "{format}: {note:?}");
        }
    }
}

#[test]
fn what_a_date_says_beyond_csl_is_reported() {
    let report = "bilat: 1 source exported without what CSL-JSON cannot hold of a date, such as doubt, \
                  a time of day or how it was inferred: s\n";
    for (issued, is_lost) in [
        (json!("2018~"), false),
        (json!("2018-09-01"), false),
        (json!("2018?"), true),
        (json!("2025-01-01T10:00:00Z"), true),
        (
            json!({"edtf": "2018", "basis": "inferred", "why": "x"}),
            true,
        ),
    ] {
        let old = world(&json!({"issued": issued}));
        let (source, said) = there_and_back(&old, "csl-json");
        assert_eq!(said, if is_lost { report } else { "" }, "{issued}");
        let came_back = source.issued.as_ref().and_then(Date::edtf);
        assert_eq!(came_back == issued.as_str(), !is_lost, "{issued}");
        // BibTeX has a field that holds them.
        assert_eq!(there_and_back(&old, "bibtex").1, "", "{issued}");
    }
}

#[test]
fn a_printed_date_is_exported_as_the_date() {
    let note = "Edition: 2\nDate as printed: Lent & 2015\nAccess date as printed: last week";
    let old = world(&json!({"note": note}));
    let (_, csl, _) = bilat(&["export", "csl-json", &old.dossier()]);
    let items: Value = serde_json::from_str(&csl).unwrap();
    assert_eq!(
        items[0]["issued"],
        json!({"literal": "Lent & 2015"}),
        "{csl}"
    );
    assert_eq!(items[0]["accessed"], json!({"literal": "last week"}));
    assert_eq!(items[0]["annote"], "Edition: 2");
    let (_, bibtex, _) = bilat(&["export", "bibtex", &old.dossier()]);
    assert!(bibtex.contains("  year = {Lent \\& 2015},\n"), "{bibtex}");
    assert!(bibtex.contains("  urldate = {last week},\n"), "{bibtex}");
    for format in ["bibtex", "csl-json"] {
        let (source, _) = there_and_back(&old, format);
        let back = source.note.unwrap().given().to_owned();
        assert!(
            back.ends_with("Date as printed: Lent & 2015\nAccess date as printed: last week"),
            "{back}"
        );
        assert_eq!(source.issued, None);
    }
    // Beside a date that could be read it stays in the note.
    let old = world(&json!({"note": note, "issued": "2015"}));
    let (source, _) = there_and_back(&old, "csl-json");
    assert_eq!(source.issued.as_ref().and_then(Date::edtf), Some("2015"));
    assert!(
        source
            .note
            .unwrap()
            .contains("Date as printed: Lent & 2015")
    );
}

/// Programs write dates in more forms than the schema has.
#[test]
fn dates_of_csl_are_read_or_kept_in_words() {
    for (issued, edtf, words) in [
        (json!([2015]), "2015", ""),
        (json!(["2015-03"]), "2015-03", ""),
        (json!([[2015, 3]]), "2015-03", ""),
        (json!({"date-parts": [2015, 3]}), "2015-03", ""),
        (json!({"date-parts": [[2015, ""]]}), "2015", ""),
        (json!([2015, 2016]), "", "[2015,2016]"),
        (json!({"foo": "2015"}), "", "{\"foo\":\"2015\"}"),
        (json!(true), "", "true"),
        (
            json!({"date-parts": [[2015]], "literal": "Lent 2015"}),
            "2015",
            "Lent 2015",
        ),
        (
            json!({"date-parts": [[2015]], "literal": "2015"}),
            "2015",
            "",
        ),
        (json!({"date-parts": [[""]], "circa": false}), "", ""),
    ] {
        let world = World::new();
        let text = json!([{"id": "f", "type": "book", "title": "T", "issued": issued}]).to_string();
        let file = world.file("s.json", text);
        let report = world.imported(&["csl-json", &file]).to_string();
        let source = source(&world.load());
        let found = source.issued.as_ref().and_then(Date::edtf);
        assert_eq!(found.unwrap_or_default(), edtf, "{issued}");
        let note = source.note.as_ref().map(|note| note.given().to_owned());
        let expected = (!words.is_empty()).then(|| format!("Date as printed: {words}"));
        assert_eq!(note, expected, "{issued}");
        let is_counted = report.contains("1 date could not be read in full");
        assert_eq!(is_counted, !words.is_empty(), "{report}");
    }
    let world = World::new();
    let file = world.file(
        "s.json",
        r#"[{"id": "f", "title": "T", "original-date": [2015], "submitted": {"date-parts": [2015, 3]}, "event-date": [{"year": 2001}]}]"#,
    );
    world.imported(&["csl-json", &file]);
    let note = source(&world.load()).note.unwrap().given().to_owned();
    assert_eq!(
        note,
        "Original date: 2015\nEvent date: 2001\nSubmitted: 2015-03"
    );
}

/// The command that is named for a file of JSON gives a table with a header, which is read as it is.
#[test]
fn the_advice_for_agreements_in_json_works() {
    let world = World::new();
    let text = r#"[{"title": "T", "parties": "LAOS ; UNITED KINGDOM", "signed": "17/05/1963"}]"#;
    let file = world.file("agreements.json", text);
    let (code, _, said) = world.import(&["agreements", &file]);
    assert_ne!(code, 0);
    let filter = said
        .split("jq -r '")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .unwrap();
    assert_eq!(
        filter,
        r#"["title", "parties", "signed"], (.[] | [.title, .parties, .signed]) | @csv"#
    );
    // What that prints.
    let table =
        "\"title\",\"parties\",\"signed\"\n\"T\",\"LAOS ; UNITED KINGDOM\",\"17/05/1963\"\n";
    let table = world.file("agreements.csv", table);
    world.imported(&["agreements", &table]);
    assert_eq!(world.load().agreements.len(), 1);
}
