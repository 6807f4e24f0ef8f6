//! Texts that are not JSON, or JSON of an odd kind: what is sound in them is kept.

use super::folder::{ABOUT, ARRAY, Folder, event, events, with_evidence};

#[test]
fn syntax_errors_keep_what_stands_before_them() {
    let (a, b) = (event("a"), event("b"));
    let end = a.chars().count();
    let comma = "\n  hint: remove the comma before it";
    for (text, told, hint, read) in [
        (
            format!("[{a},\n{b},\n  oops]"),
            "3:3: error: expected value; the 2 records before it were read".to_owned(),
            ARRAY,
            2,
        ),
        (
            format!("[{a},]"),
            format!(
                "1:{}: error: trailing comma; the one record before it was read",
                end + 3
            ),
            comma,
            1,
        ),
        (
            format!("[{a},\n{{\"id\": \"b\""),
            "2:11: error: EOF while parsing an object; the one record before it was read"
                .to_owned(),
            ARRAY,
            1,
        ),
        (
            format!("[{a}] x"),
            format!(
                "1:{}: error: trailing characters; the one record before it was read",
                end + 4
            ),
            ARRAY,
            1,
        ),
        (
            "[{\"id\": \"é\u{1}\"}]".to_owned(),
            "1:11: error: a control character (U+0001) is not allowed in a string".to_owned(),
            "\n  hint: remove the control character",
            0,
        ),
    ] {
        assert_eq!(
            events(&text),
            (vec![format!("events.json:{told}{hint}")], read),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_list_is_told_as_a_whole() {
    for (text, told, hint, read) in [
        (
            "\n {}".to_owned(),
            "2:2: error: expected an array of records, not an object".to_owned(),
            ARRAY,
            0,
        ),
        (
            "null".to_owned(),
            "1:1: error: expected an array of records, not null".to_owned(),
            ARRAY,
            0,
        ),
        (String::new(), "1:1: error: is empty".to_owned(), ARRAY, 0),
        (
            " \n\t\r\n".to_owned(),
            "1:1: error: is empty".to_owned(),
            ARRAY,
            0,
        ),
    ] {
        assert_eq!(
            events(&text),
            (vec![format!("events.json:{told}{hint}")], read),
            "{text}"
        );
    }
}

/// A record that is no JSON, and what stands between two, hide neither the records before nor those after.
#[test]
fn one_fault_hides_no_neighbour() {
    let (a, b) = (event("a"), event("b"));
    let around = "the records around it were read (1 before, 1 after)";
    let value = "a value is a string in \"…\", a number, true, false or null; leave the field out if there is none";
    for (fault, told, hint) in [
        (
            "{\"id\": \"x\", \"title\": NaN},",
            "2:22: error: expected value".to_owned(),
            value,
        ),
        (
            "{\"id\": \"x\", \"evidence\": [{\"paragraph\": 5,0}]},",
            "2:42: error: expected a field name in quotation marks".to_owned(),
            "a number has a point, not a comma: 8.3",
        ),
        (
            "{\"id\": \"x\",, \"title\": 5},",
            "2:12: error: expected a field name in quotation marks".to_owned(),
            "remove the comma",
        ),
        (
            "{\"id\": \"x\", // none yet\n},",
            "2:13: error: expected a field name in quotation marks".to_owned(),
            "JSON has no comments: put it into a `note`",
        ),
        (
            "{\"id\": \"x\ty\"},",
            "2:10: error: a tab (U+0009) is not allowed in a string".to_owned(),
            "write \\t for a tab in a string",
        ),
        (
            "{\"id\": \"x\ny\"},",
            "2:10: error: a line feed (U+000A) is not allowed in a string".to_owned(),
            "a string ends in its line: close it, or write \\n for the end of a line",
        ),
        (
            "<<<<<<< HEAD",
            format!("2:1: error: expected value; {around}"),
            "git left the marks of a merge: keep one version, and remove the marks",
        ),
        (
            ",",
            format!("2:1: error: expected value; {around}"),
            "remove the comma",
        ),
    ] {
        let text = format!("[{a},\n{fault}\n{b}]");
        let told = format!("events.json:{told}\n  hint: {hint}");
        assert_eq!(events(&text), (vec![told], 2), "{text}");
    }
    let text = format!("[{a}\n {b}]");
    let told = format!(
        "events.json:2:2: error: expected `,` or `]`; {around}\n  hint: put a comma between the two records"
    );
    assert_eq!(events(&text), (vec![told], 2));
}

/// What points at a record that could not be read is no fault of its own.
#[test]
fn one_fault_is_told_once() {
    let broken = event("a").replace("\"kind\"", "\"kin\"");
    let follows = event("b").replacen('{', "{\"follows\": [\"a\"], ", 1);
    let (problems, read) = events(format!("[{broken},\n{follows}]"));
    assert_eq!((problems.len(), read), (1, 1), "{problems:#?}");
    assert!(problems[0].contains("unknown field `kin`"), "{problems:#?}");
    let (problems, _) = events(format!("[{follows}]"));
    assert!(
        problems[0].contains("no record is called `a`"),
        "{problems:#?}"
    );
}

/// A byte in another encoding is told, and costs the record around it alone.
#[test]
fn one_byte_hides_no_neighbour() {
    let (a, b) = (event("a"), event("b"));
    let bytes = [a.as_bytes(), b",\n{\"id\": \"\xe9\"},\n", b.as_bytes()].concat();
    let bytes = [b"[", bytes.as_slice(), b"]"].concat();
    let at = a.len() + 11;
    let told = format!(
        "events.json:2:9: error: is not UTF-8: byte 0xE9 at offset {at}\n  hint: save it as UTF-8"
    );
    assert_eq!(events(bytes), (vec![told], 2));
}

#[test]
fn an_empty_dossier_json() {
    for text in ["", " \n "] {
        let folder = Folder::new(&[("dossier.json", text)]);
        assert_eq!(
            folder.problems(),
            ["dossier.json:1:1: error: is empty\n  hint: it holds one JSON object"]
        );
    }
}

#[test]
fn text_behind_the_object() {
    let folder = Folder::new(&[("dossier.json", format!("{ABOUT}{ABOUT}"))]);
    let line = ABOUT.lines().count() + 1;
    assert_eq!(
        folder.problems(),
        [format!("dossier.json:{line}:1: error: trailing characters")]
    );
}

#[test]
fn strings_that_are_odd() {
    let with = |title: &str| format!("[{}]", event("e").replace("\"T\"", title));
    let folder = Folder::new(&[("events.json", with(r#""a\u0000b\uD83D\uDE00""#))]);
    assert_eq!(folder.problems(), [""; 0]);
    assert_eq!(
        folder.load().dossier.events[0].title.as_str(),
        "a<U+0000>b😀"
    );
    for (title, column, message) in [
        (r#""é\uD800x""#, 25, "unexpected end of hex escape"),
        (r#""é\uDC00""#, 25, "lone leading surrogate in hex escape"),
    ] {
        let (problems, read) = events(with(title));
        assert_eq!(
            problems,
            [format!("events.json:1:{column}: error: {message}")]
        );
        assert_eq!(read, 0);
    }
}

#[test]
fn deep_nesting() {
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    let nested =
        "expected an object, not an array\n  hint: an object is written { \"field\": value, … }";
    assert_eq!(
        events(format!("{open}{close}")),
        (vec![format!("events.json:1:2: error: {nested}")], 0)
    );
    assert_eq!(
        events(&open),
        (
            vec![format!(
                "events.json:1:100001: error: EOF while parsing a list; no record was read{ARRAY}"
            )],
            0
        )
    );
    let inside =
        |field: &str| event("e").replacen('{', &format!("{{\"{field}\": {open}{close}, "), 1);
    for (field, message, count) in [
        (
            "note",
            "11: error: note: expected a string, not an array",
            1,
        ),
        (
            "nöte",
            "3: error: unknown field `nöte`\n  hint: did you mean `note`?",
            1,
        ),
        (
            "topics",
            "14: error: topics[0]: expected a string, not an array",
            2,
        ),
    ] {
        let (problems, read) = events(format!("[{},\n{}]", inside(field), event("f")));
        assert_eq!(
            (problems, read),
            (vec![format!("events.json:1:{message}")], count)
        );
    }
    let folder = Folder::new(&[("dossier.json", open)]);
    assert_eq!(
        folder.problems(),
        [format!("dossier.json:1:1: error: {nested}")]
    );
}

#[test]
fn json_lines() {
    let (a, b) = (event("a"), event("b"));
    for (text, messages, read) in [
        (format!("{a}\n{b}\n"), vec![], 2),
        (format!("\u{feff}{a}\r\n\r\n  {b}"), vec![], 2),
        (String::new(), vec![], 0),
        (
            format!("{a}\n  {{\"id\": oops}}\n{b}\n"),
            vec![
                "2:10: error: expected value\n  hint: a value is a string in \"…\", a number, true, false or null; leave the field out if there is none",
            ],
            2,
        ),
        (
            format!("{a}\n{{\"id\": \"c\",\n{b}\n"),
            vec!["2:12: error: EOF while parsing a value"],
            2,
        ),
        (
            format!("{a} {{}}\n {{\"idd\": \"c\"}}\n{b}\n"),
            vec![
                "1:133: error: trailing characters",
                "2:3: error: unknown field `idd`\n  hint: did you mean `id`?",
            ],
            1,
        ),
        (
            format!("[\n{a}\n]"),
            vec![
                "1:1: error: expected an object, not an array\n  hint: an object is written { \"field\": value, … }",
                "3:1: error: expected value",
            ],
            1,
        ),
    ] {
        let folder = Folder::new(&[("events.jsonl", &text)]);
        let messages: Vec<_> = messages
            .iter()
            .map(|t| format!("events.jsonl:{t}"))
            .collect();
        assert_eq!(folder.problems(), messages, "{text}");
        assert_eq!(folder.load().dossier.events.len(), read, "{text}");
    }
}

/// White space that is none in JSON is named with its place, before any field that may be wrong as well.
#[test]
fn odd_white_space_is_named() {
    let blank = "replace it with a space, or remove it";
    for (text, told, hint) in [
        (
            "[{\"a\":\u{c}1}]",
            "1:7: error: a form feed (U+000C)",
            blank,
        ),
        (
            "[{\"a\": 1\u{b}}]",
            "1:9: error: a vertical tab (U+000B)",
            blank,
        ),
        (
            "[{\"b\": 1, \"a\":\u{a0}1}]",
            "1:15: error: a no-break space (U+00A0)",
            blank,
        ),
        (
            "[{\"b\": 1,\u{3000}\"a\": 1}]",
            "1:10: error: an ideographic space (U+3000)",
            blank,
        ),
        (
            "[{\"b\": 1\u{200b}}]",
            "1:9: error: a zero-width space (U+200B)",
            "remove it",
        ),
        ("{\"b\": 1\u{c}", "1:8: error: a form feed (U+000C)", blank),
    ] {
        let told = format!("events.json:{told} is not white space in JSON\n  hint: {hint}");
        assert_eq!(events(text), (vec![told], 0), "{text:?}");
    }
    let told = "events.json:1:10: error: a form feed (U+000C) is not allowed in a string\n  hint: remove it, or write \\f for a form feed in a string";
    assert_eq!(events("[{\"id\": \"\u{c}\"}]").0, [told]);
}

/// An object that is no list of records has no members that a list could have.
#[test]
fn a_broken_record_is_reported_once() {
    for text in ["{\"\"", "{\"a\""] {
        let told = format!(
            "events.json:1:{}: error: EOF while parsing an object; no record was read{ARRAY}",
            text.len() + 1
        );
        assert_eq!(events(text), (vec![told], 0), "{text}");
    }
    let (problems, _) = events("[{\"\": 1}]");
    assert!(
        problems[0].starts_with("events.json:1:3: error: a field has no name\n"),
        "{problems:?}"
    );
}

/// Nobody knows which record a broken one without an id is: it may be the one that another names.
#[test]
fn a_broken_record_without_an_id_may_be_any() {
    let agreement = with_evidence(
        r#"[{"id": "pact", "title": "T", "kind": "treaty", "status": "signed", "event": "talks", EVIDENCE}]"#,
    );
    for (broken, expected) in [
        ("[{\"a\": 1\u{c}}]", 1),
        ("[]", 1),
        ("[{\"id\": \"b\", \u{c}}]", 2),
    ] {
        let folder = Folder::new(&[
            ("agreements.json", agreement.as_str()),
            ("events.json", broken),
        ]);
        assert_eq!(
            folder.problems().len(),
            expected,
            "{broken:?}: {:?}",
            folder.problems()
        );
    }
}
