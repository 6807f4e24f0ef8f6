//! Faults inside a record: what serde finds, told in plain words at the very place.

use super::marks::{event, faults};

#[test]
fn a_sound_dossier_has_no_problem() {
    event(
        r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE}]"#,
        &[],
    );
}

#[test]
fn missing_field() {
    event(
        "[\n  ¦{\"id\": \"e\", \"kind\": \"visit\", \"status\": \"occurred\", EVIDENCE}\n]",
        &["error: missing field `title`"],
    );
    event(
        r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred",
             "evidence": [{"source": "article", "paragraph": 1, "exact": "x"}, ¦{"source": "article"}]}]"#,
        &["error: evidence[1]: missing field `paragraph`"],
    );
}

/// One wrong part of a record hides neither the record nor its other parts.
#[test]
fn a_wrong_part_is_left_out_alone() {
    use super::folder::Folder;
    let evidence = r#""evidence": [{"source": "article", "paragraph": 1, "exact": "x"}]"#;
    let figure = |year: u32, value: &str| {
        format!(r#"{{"id": "s.{year}", "period": "{year}", "value": {value}, {evidence}}}"#)
    };
    let figures = [
        figure(2019, "\"15,0\""),
        figure(2020, "1"),
        figure(2021, "null, \"bad\": 5"),
        figure(2022, "2"),
        figure(2023, "[]"),
    ];
    let series = format!(
        r#"[{{"id": "s", "title": "S", "kind": "indicator", {evidence}, "observations": [{}]}}]"#,
        figures.join(",\n")
    );
    let role = format!(r#"{{"title": "Minister", {evidence}}}"#);
    let person = format!(
        r#"[{{"id": "p", "name": "P", {evidence}, "roles": [{role}, {{"title": 5}}, {role}]}}]"#
    );
    let folder = Folder::new(&[("series.json", &series), ("people.json", &person)]);
    let problems = folder.problems();
    assert_eq!(
        problems
            .iter()
            .filter(|problems| problems.contains("error"))
            .count(),
        4,
        "{problems:?}"
    );
    let dossier = folder.load().dossier;
    let ids: Vec<_> = dossier.series[0]
        .observations
        .iter()
        .map(|o| o.id.as_str())
        .collect();
    assert_eq!(ids, ["s.2020", "s.2022"]);
    assert_eq!(
        dossier
            .people
            .iter()
            .find(|p| p.id.as_str() == "p")
            .unwrap()
            .roles
            .len(),
        2
    );
    // Each of those that are left has its own place.
    let line = |id: &str| {
        let record = dossier.find(&bilat::dossier::Id::new(id).unwrap()).unwrap();
        dossier.place(record).unwrap().line
    };
    assert_eq!((line("s.2020"), line("s.2022")), (2, 4));
}

#[test]
fn wrong_type() {
    event(
        r#"[{"id": "e", "title": ¦5, "kind": "visit", "status": "occurred", EVIDENCE},
            {"id": "f", "title": ¦["T"], "kind": "visit", "status": "occurred", EVIDENCE},
            {"id": "g", "title": "T", "kind": ¦null, "status": "occurred", EVIDENCE},
            {"id": "h", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "follows": ¦"e"},
            {"id": "i", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "note": ¦{"a": 1}},
            {"id": "j", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "date": ¦2017},
            ¦"k",
            ¦[]]"#,
        &[
            "error: title: expected a string, not integer `5`",
            "error: title: expected a string, not an array",
            "error: kind: expected a string, not null",
            "error: follows: expected an array, not string \"e\"",
            "error: note: expected a string, not an object",
            "error: date: expected an EDTF date such as \"2017-09\", or an object with `edtf`, `basis` and `why`, not integer `2017`",
            "error: expected an object, not string \"k\"",
            "error: expected an object, not an array → an object is written { \"field\": value, … }",
        ],
    );
}

#[test]
fn unknown_field() {
    event(
        "[{\"id\": \"e\", \"title\": \"a tit1e\", ¦\"tit1e\": \"T\", \"kind\": \"visit\", \"status\": \"occurred\"},\n\
         {\"id\": \"f\", \"title\": \"T\", \"kind\": \"visit\", \"status\": \"occurred\", EVIDENCE, \"participants\": [{\"who\": \"RUS\", ¦\"rôle\": \"host\"}]},\n\
         {\"id\": \"g\", \"title\": \"T\", \"kind\": \"visit\", \"status\": \"occurred\", \"date\": {¦\"etdf\": \"2017\"}}]",
        &[
            "error: unknown field `tit1e` → did you mean `title`?",
            "error: unknown field `rôle` → did you mean `role`?",
            "error: unknown field `etdf` → did you mean `edtf`?",
        ],
    );
    faults(
        &[(
            "people.json",
            r#"[{"id": "p", "name": "P", EVIDENCE, "roles": [{"title": "T", ¦"zzz": 1}]}]"#,
        )],
        &[
            "error: unknown field `zzz` → known are: title, organisation, from, to, as_of, said_by, evidence",
        ],
    );
}

#[test]
fn unknown_word() {
    event(
        r#"[{"id": "occured", "title": "occured", "kind": "visit", "status": ¦"occured", EVIDENCE},
            {"id": "f", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE,
             "date": {"edtf": "2016", "basis": ¦"guessed", "why": "x"}},
            {"id": "g", "title": "T", "kind": "visit", "status": ¦true, EVIDENCE}]"#,
        &[
            "error: status: unknown word `occured` → did you mean `occurred`?",
            "error: date.basis: unknown word `guessed` → known are: stated, inferred, derived",
            "error: status: expected a word, not `true`",
        ],
    );
    faults(
        &[(
            "quotes.json",
            r#"[{"id": "q", "speaker": "p", "text": "T", "translation": ¦"maybe"}]"#,
        )],
        &["error: translation: expected true, false or \"unknown\" for `translation`"],
    );
}

#[test]
fn bad_id() {
    event(
        r#"[{"id": ¦"Big", "title": "Big", "kind": "visit", "status": "occurred", EVIDENCE},
            {"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "participants": [{"who": ¦"LAOS"}]}]"#,
        &[
            "error: id: `Big` is not an id: it begins with a small letter or digit and goes on with small letters, digits, `.`, `_` or `-`",
            "error: participants[0].who: `LAOS` is not an id: it begins with a small letter or digit and goes on with small letters, digits, `.`, `_` or `-` → the country is written `LAO`",
        ],
    );
}

#[test]
fn numbers() {
    event(
        r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", "evidence": [{"source": "article", "paragraph": ¦-1}]},
            {"id": "f", "title": "T", "kind": "visit", "status": "occurred", "evidence": [{"source": "article", "paragraph": ¦1e999}]},
            {"id": "g", "title": "T", "kind": "visit", "status": "occurred", "evidence": [{"source": "article", "paragraph": ¦1.5}]},
            {"id": "h", "title": "T", "kind": "visit", "status": "occurred", "evidence": [{"source": "article", "paragraph": ¦99999999999}]}]"#,
        &[
            "error: evidence[0].paragraph: expected a whole number from 0, not integer `-1`",
            "error: evidence[0].paragraph: number out of range",
            "error: evidence[0].paragraph: expected a whole number from 0, not floating point `1.5`",
            "error: evidence[0].paragraph: expected a whole number from 0, not integer `99999999999`",
        ],
    );
    faults(
        &[(
            "series.json",
            r#"[{"id": "s", "title": "T", "kind": "trade", "observations": [
                  {"id": "s.1", "period": "2022", "value": ¦1e999, EVIDENCE},
                  {"id": "s.2", "period": "2021", "value": 1, EVIDENCE}]},
                {"id": "t", "title": "T", "kind": "trade", "scale": ¦1000}]"#,
        )],
        &[
            "error: observations[0].value: `1e999` is not a number as printed: digits with at most one decimal point, and the power of ten in `scale`",
            "error: scale: expected a whole number from -128 to 127, not integer `1000`",
        ],
    );
}

#[test]
fn dates() {
    let shapes = "write YYYY, YYYY-MM, YYYY-MM-DD, 199X, 1975~, 2018? or START/END";
    event(
        r#"[{"id": "e", "title": "2025-13", "kind": "visit", "status": "occurred", "date": ¦"2025-13"},
            {"id": "f", "title": "T", "kind": "visit", "status": "occurred", "date": {"edtf": ¦"300"}},
            {"id": "g", "title": "T", "kind": "visit", "status": "occurred", "date": {"edtf": null, "not_after": ¦""}},
            {"id": "h", "title": "T", "kind": "visit", "status": "occurred", "date": ¦"[2017,2018]"},
            {"id": "i", "title": "T", "kind": "visit", "status": "occurred", "date": ¦{"edtf": "2017", "basis": "inferred"}},
            {"id": "j", "title": "T", "kind": "visit", "status": "occurred", "date": ¦{"edtf": "2017", "not_before": "2018"}}]"#,
        &[
            &format!(
                "error: date: `2025-13` is not an EDTF date (month must be 01-12 or a sub-year code 21-41 at character 6); {shapes}"
            ),
            &format!(
                "error: date.edtf: `300` is not an EDTF date (year must have exactly four digits (or X) at character 3); {shapes}"
            ),
            &format!(
                "error: date.not_after: `` is not an EDTF date (empty input at character 1); {shapes}"
            ),
            "error: date: `[2017,2018]` is EDTF of level 2; levels 0 and 1 are read: one date, or START/END",
            "error: date: a date that was not printed says how it was found: add `why`",
            "error: date: the date ends on 2017-12-31, before it begins on 2018-01-01",
        ],
    );
}

#[test]
fn duplicate_key() {
    event(
        r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, ¦"title": "U"},
            {"id": "f", "title": "T", "kind": "visit", "status": "occurred", "evidence": [
              {"source": "article", "paragraph": 1, ¦"source": "article"}]}]"#,
        &[
            "error: duplicate field `title`",
            "error: evidence[0]: duplicate field `source`",
        ],
    );
}

#[test]
fn values_without_their_names() {
    let message =
        "error: expected an object, not an array → an object is written { \"field\": value, … }";
    event(
        r#"[{"id": "e", "title": "[[", "kind": "a, [b", "status": "occurred", EVIDENCE},
            {"id": "f", "title": "T", "kind": "visit", "status": "occurred",
             "evidence": [¦["article", 1, "x", null, null, "states"]]},
            {"id": "g", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE,
             "participants": [{"who": "LAO"}, ¦["RUS", null]]},
            ¦["h", "T", null, null, "visit", "occurred"]]"#,
        &[message, message, message],
    );
    faults(
        &[(
            "disputes.json",
            r#"[{"id": "d", "title": "T", "kind": "missing", "explanation": "E", "resolution": ¦["d", "w"], EVIDENCE}]"#,
        )],
        &[message],
    );
}

#[test]
fn no_word_where_a_word_must_stand() {
    event(
        r#"[{"id": "e", "title": "T", "kind": "visit", "status": ¦["occurred"], EVIDENCE},
            {"id": "f", "title": "T", "kind": "visit", "status": ¦{"a": 1}, EVIDENCE},
            {"id": "g", "title": "T", "kind": "visit", "status": ¦{}, EVIDENCE},
            {"id": "h", "title": "T", "kind": "visit", "status": ¦null, EVIDENCE}]"#,
        &[
            "error: status: expected a word, not `[\"occurred\"]`",
            "error: status: unknown word `a` → known are: occurred, ongoing, planned, under-discussion, proposed, expected, speculative, cancelled",
            "error: status: expected a word, not `{}`",
            "error: status: expected a word, not `null`",
        ],
    );
}
