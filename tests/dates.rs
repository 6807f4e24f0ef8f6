//! Dates: which are read, which days they can be, how they compare and how they are shown. The
//! bounds come from a young library, so they are held against chrono's calendar here.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "dates/properties.rs"]
mod properties;

use std::cmp::Ordering;

use bilat::dossier::Date;
use bilat::dossier::date::{Basis, Order};
use chrono::NaiveDate;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

fn object(json: &str) -> Result<Date, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

/// Earliest and latest day, `..` where there is none.
fn days(date: &Date) -> (String, String) {
    let shown = |day: Option<NaiveDate>| day.map_or("..".to_owned(), |day| day.to_string());
    (shown(date.earliest()), shown(date.latest()))
}

/// Stored, first day, last day, label.
const READ: &[(&str, &str, &str, &str)] = &[
    ("1960-10-07", "1960-10-07", "1960-10-07", "1960-10-07"),
    ("2017-09", "2017-09-01", "2017-09-30", "2017-09"),
    ("2011", "2011-01-01", "2011-12-31", "2011"),
    ("199X", "1990-01-01", "1999-12-31", "199X"),
    ("19XX", "1900-01-01", "1999-12-31", "19XX"),
    ("1975~", "1975-01-01", "1975-12-31", "~1975"),
    ("2018?", "2018-01-01", "2018-12-31", "2018 ?"),
    ("2018-07%", "2018-07-01", "2018-07-31", "~2018-07 ?"),
    (
        "2025-01/2025-05",
        "2025-01-01",
        "2025-05-31",
        "2025-01 – 2025-05",
    ),
    ("2021/..", "2021-01-01", "..", "since 2021"),
    ("../1991", "..", "1991-12-31", "until 1991"),
    ("2004/", "2004-01-01", "..", "2004 – unknown"),
    ("/2004-02", "..", "2004-02-29", "unknown – 2004-02"),
    (
        "2019~/2021-03?",
        "2019-01-01",
        "2021-03-31",
        "~2019 – 2021-03 ?",
    ),
    ("-0300", "-0300-01-01", "-0300-12-31", "-0300"),
    ("0000", "0000-01-01", "0000-12-31", "0000"),
    ("2004-XX", "2004-01-01", "2004-12-31", "2004-XX"),
    ("2004-02-XX", "2004-02-01", "2004-02-29", "2004-02-XX"),
    ("2000-02-29", "2000-02-29", "2000-02-29", "2000-02-29"),
    ("2001-21", "2001-03-01", "2001-05-31", "spring 2001"),
    ("2001-24~", "2001-12-01", "2002-02-28", "winter ~2001"),
    ("Y17000", "+17000-01-01", "+17000-12-31", "17000"),
    ("Y-17000", "-17000-01-01", "-17000-12-31", "-17000"),
    (
        "Y-17000~/Y-16000",
        "-17000-01-01",
        "-16000-12-31",
        "~-17000 – -16000",
    ),
    ("Y262142", "+262142-01-01", "+262142-12-31", "262142"),
    // The calendar ends before them.
    ("Y262143", "+262142-12-31", "..", "262143"),
    ("Y-262144", "..", "-262143-01-01", "-262144"),
    ("Y-400000/2000", "..", "2000-12-31", "-400000 – 2000"),
    ("2000/Y400000", "2000-01-01", "..", "2000 – 400000"),
    (
        "Y9223372036854775807",
        "+262142-12-31",
        "..",
        "9223372036854775807",
    ),
    (
        "2025-01-01T10:00:00Z",
        "2025-01-01",
        "2025-01-01",
        "2025-01-01 10:00:00 UTC",
    ),
    (
        "2025-01-01T10:00:00+07:00",
        "2025-01-01",
        "2025-01-01",
        "2025-01-01 10:00:00+07:00",
    ),
];

#[test]
fn what_is_read() {
    for (text, first, last, label) in READ {
        let date = date(text);
        assert_eq!(
            days(&date),
            ((*first).to_owned(), (*last).to_owned()),
            "{text}"
        );
        assert_eq!(date.label(), *label, "{text}");
        assert_eq!(date.edtf(), Some(*text));
        assert!(!date.is_undated());
    }
}

#[test]
fn what_is_refused() {
    for text in [
        "",
        " 2025",
        "2025 ",
        "300",
        "25",
        "20255",
        "2025-13",
        "2025-00",
        "2025-1",
        "2025-02-30",
        "2023-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-01-32",
        "2025/01",
        "01/2025",
        "2025-5-1",
        "May 2025",
        "٢٠٢٥",
        "2025–2026",
        "undated",
        "null",
        "../..",
        "/",
        "2025/2026/2027",
        "-0000",
        "2025-05/2025-01",
        "2025-01-01T25:00:00",
        "Y1234",
        "Y012345",
        "Y99999999999999999999",
        "Y12345-05",
        // Level 2.
        "[1667,1668]",
        "{1960,1961}",
        "156X-12-25",
        "15XX-12",
        "XXXX-12",
        "2004-06~-11",
        "?2004-06-11",
        "1950S2",
        "Y-17E7",
        "2001-25",
        "2001-34",
        "2004-06-XX/2004-07-03",
        "..1984/2000",
        "1984../..",
    ] {
        let error = Date::parse(text).expect_err(text).to_string();
        assert!(error.contains(text), "{error}");
    }
}

#[test]
fn a_message_is_clean() {
    let error = Date::parse("2025\u{1b}[31m\u{202e}")
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("`2025<U+001B>[31m<U+202E>` is not an EDTF date"),
        "{error}"
    );
}

#[test]
fn objects() {
    let date =
        object(r#"{"edtf": "2016", "basis": "inferred", "why": "the year before"}"#).unwrap();
    assert_eq!(
        (date.label(), date.basis),
        ("[2016]".to_owned(), Basis::Inferred)
    );
    assert_eq!(date.why.as_deref(), Some("the year before"));
    assert_eq!(object(r#"{"edtf": "2016"}"#).unwrap().basis, Basis::Stated);
    for (json, told) in [
        (r#"{"edtf": "2016", "basis": "derived"}"#, "add `why`"),
        (
            r#"{"edtf": "2016", "basis": "guess", "why": "w"}"#,
            "unknown variant `guess`",
        ),
        (r#"{"edtf": "2016", "when": "w"}"#, "unknown field `when`"),
        (
            r#"{"edtf": "2016", "edtf": "2017"}"#,
            "duplicate field `edtf`",
        ),
        (r#"{"edtf": 2016}"#, "invalid type: integer `2016`"),
        (
            r#"{"edtf": "2016", "not_before": "soon"}"#,
            "`soon` is not an EDTF date",
        ),
        (
            r#"{"edtf": null, "not_before": "2018", "not_after": "2017"}"#,
            "ends on 2017-12-31, before it begins on 2018-01-01",
        ),
        ("2016", "expected an EDTF date"),
        (r#"["2016"]"#, "expected an EDTF date"),
    ] {
        let error = object(json).expect_err(json);
        assert!(error.contains(told), "{json}: {error}");
    }
}

#[test]
fn other_knowledge_narrows_and_never_widens() {
    for (json, first, last) in [
        (
            r#"{"edtf": "2023", "not_before": "2023-07"}"#,
            "2023-07-01",
            "2023-12-31",
        ),
        (
            r#"{"edtf": "2023", "not_after": "2023-07"}"#,
            "2023-01-01",
            "2023-07-31",
        ),
        (
            r#"{"edtf": "2023", "not_before": "2022", "not_after": "2024"}"#,
            "2023-01-01",
            "2023-12-31",
        ),
        (
            r#"{"edtf": "2023", "not_before": "../2023", "not_after": "2023/.."}"#,
            "2023-01-01",
            "2023-12-31",
        ),
        (
            r#"{"edtf": "2021/..", "not_after": "2024-06"}"#,
            "2021-01-01",
            "2024-06-30",
        ),
        (
            r#"{"edtf": null, "not_before": "2019"}"#,
            "2019-01-01",
            "..",
        ),
        (r#"{"not_after": "2019"}"#, "..", "2019-12-31"),
        (r#"{"edtf": null}"#, "..", ".."),
    ] {
        let date = object(json).unwrap();
        assert_eq!(days(&date), (first.to_owned(), last.to_owned()), "{json}");
    }
}

#[test]
fn what_has_no_date_is_undated_even_when_it_is_bounded() {
    for json in [
        r#"{"edtf": null}"#,
        r#"{"edtf": null, "not_before": "2019", "not_after": "2020"}"#,
    ] {
        let date = object(json).unwrap();
        assert!(date.is_undated());
        assert_eq!(
            (date.label(), date.edtf(), date.year()),
            ("undated".to_owned(), None, None)
        );
    }
    let bounded = object(r#"{"edtf": null, "not_after": "2018"}"#).unwrap();
    assert_eq!(bounded.compare(&date("2019")), Order::CertainlyBefore);
    let unknown = object(r#"{"edtf": null}"#).unwrap();
    assert_eq!(unknown.compare(&date("2019")), Order::Possible);
    assert_eq!(unknown.sort(&date("2019")), Ordering::Greater);
}

#[test]
fn a_decade_is_in_words_in_running_text() {
    for (text, words) in [
        ("199X", "1990s"),
        ("199X~", "~1990s"),
        ("198X/199X", "1980s – 1990s"),
        ("19XX", "19XX"),
        ("2017-XX", "2017-XX"),
        ("2017-09", "2017-09"),
        ("../199X", "until 1990s"),
    ] {
        if let Ok(date) = Date::parse(text) {
            assert_eq!(date.spoken(), words, "{text}");
        }
    }
    let inferred = object(r#"{"edtf": "199X", "basis": "inferred", "why": "w"}"#).unwrap();
    assert_eq!(inferred.spoken(), "[1990s]");
}

#[test]
fn the_year_to_file_under() {
    for (text, year) in [
        ("2017-09", 2017),
        ("199X", 1990),
        ("../1991", 1991),
        ("2021/..", 2021),
        ("-0300", -300),
    ] {
        assert_eq!(date(text).year(), Some(year), "{text}");
    }
}

#[test]
fn comparisons() {
    use Order::{CertainlyAfter, CertainlyBefore, Possible};
    for (a, b, order) in [
        ("2017-09", "2017-10-01", CertainlyBefore),
        ("2018", "2017", CertainlyAfter),
        ("2017", "2017-12-31", Possible),
        ("199X", "1995", Possible),
        ("2021/..", "2030", Possible),
        ("../1991", "1992", CertainlyBefore),
        ("2004/", "2030", Possible),
    ] {
        assert_eq!(date(a).compare(&date(b)), order, "{a} {b}");
    }
}
