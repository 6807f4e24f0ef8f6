//! Dates, statuses and flows of records: what contradicts, and what a careful reader leaves in peace.

use bilat::contested::{FindingKind as K, findings};
use serde_json::{Value, json};

use crate::fixture::{Figure, dossier, trade};

/// What is in doubt in a dossier with these figures and files.
pub(crate) fn doubts(figures: &[Figure], files: &[(&str, Value)]) -> Vec<K> {
    let found = findings(&dossier(figures, files), None);
    let doubtful = found.iter().filter(|f| f.standing().is_doubt());
    doubtful.map(|f| f.kind).collect()
}

pub(crate) fn words(exact: &str) -> Value {
    json!([{"source": "gazette", "paragraph": 1, "exact": exact}])
}

/// Evidence that says nothing.
pub(crate) fn of(source: &str) -> Value {
    json!([{"source": source, "paragraph": 1, "exact": "words"}])
}

/// Sources of a year.
fn sources(year: &str) -> (&'static str, Value) {
    let source = |id: &str| json!({"id": id, "type": "article", "title": id, "issued": year});
    (
        "sources.json",
        json!([source("gazette"), source("herald"), source("courier")]),
    )
}

/// A record with these fields, that has further ones where they are not given.
pub(crate) fn with(mut record: Value, fields: Value) -> Value {
    let own = record.as_object_mut().unwrap();
    own.extend(fields.as_object().unwrap().clone());
    record
}

fn agreement(fields: Value) -> Value {
    let record = json!({"id": "pact", "title": "Agreement on customs", "kind": "agreement",
                        "status": "signed", "evidence": of("gazette")});
    with(record, fields)
}

pub(crate) fn event(id: &str, fields: Value) -> Value {
    let record = json!({"id": id, "title": "Ministers meet", "kind": "meeting", "status": "occurred",
                        "evidence": of(if id == "a" { "gazette" } else { "herald" })});
    with(record, fields)
}

#[test]
fn an_agreement_has_the_status_of_its_words() {
    for (status, text, is_doubtful) in [
        ("signed", "is expected to be signed", true),
        ("signed", "will be signed next year", true),
        ("signed", "an agreement is under negotiation", true),
        ("signed", "could not agree to sign", true),
        ("signed", "refused to sign the agreement", true),
        ("signed", "the agreement was terminated", true),
        ("in-force", "the agreement expired", true),
        ("in-force", "has yet to enter into force", true),
        ("in-force", "has not entered into force", true),
        ("signed", "signed, but has not entered into force", false),
        (
            "signed",
            "signed an agreement that is to be ratified",
            false,
        ),
        (
            "in-force",
            "in force unless terminated by either side",
            false,
        ),
        ("in-force", "in place of one that expired", false),
        ("expired", "expired and has not been renewed", false),
        (
            "under-discussion",
            "talks on an agreement to be signed next year",
            false,
        ),
        (
            "under-discussion",
            "hopes that an agreement will be signed",
            false,
        ),
        ("planned", "the agreement to be signed", false),
    ] {
        let pact = agreement(json!({"status": status, "evidence": words(text)}));
        let found = doubts(&[], &[("agreements.json", json!([pact]))]);
        assert_eq!(
            !found.is_empty(),
            is_doubtful,
            "{status}: {text}: {found:?}"
        );
    }
}

#[test]
fn an_event_has_the_status_of_its_words() {
    for (status, text, is_doubtful) in [
        ("occurred", "are due to meet", true),
        ("occurred", "never took place", true),
        ("occurred", "was expected to be held", true),
        ("occurred", "agreed that a fund will be set up", false),
        ("occurred", "discussed the cancelled flights", false),
        (
            "occurred",
            "held the talks that had been postponed from March",
            false,
        ),
        ("cancelled", "the meeting due in May was cancelled", false),
    ] {
        let one = event(
            "a",
            json!({"status": status, "date": "2022-05", "evidence": words(text)}),
        );
        let found = doubts(&[], &[("events.json", json!([one]))]);
        assert_eq!(
            !found.is_empty(),
            is_doubtful,
            "{status}: {text}: {found:?}"
        );
    }
}

#[test]
fn a_status_fits_the_dates() {
    for (fields, is_doubtful) in [
        (json!({"status": "planned", "in_force": "2019-02"}), true),
        (json!({"status": "planned", "in_force": "2027"}), false),
        (json!({"status": "in-force", "in_force": "2028-02"}), true),
        (json!({"status": "in-force", "in_force": "2025"}), false),
        (json!({"status": "expired", "ends": "2031-12-31"}), true),
        (json!({"status": "terminated", "ends": "2031-12-31"}), false),
        (json!({"status": "expired", "ends": "2020"}), false),
    ] {
        let shown = fields.to_string();
        let files = [
            ("agreements.json", json!([agreement(fields)])),
            sources("2025-03"),
        ];
        assert_eq!(!doubts(&[], &files).is_empty(), is_doubtful, "{shown}");
    }
    for (date, is_doubtful) in [("2015/2018", true), ("2015/..", false), ("2015", false)] {
        let project = event(
            "a",
            json!({"kind": "project", "status": "ongoing", "date": date}),
        );
        let files = [("events.json", json!([project])), sources("2025-03")];
        assert_eq!(!doubts(&[], &files).is_empty(), is_doubtful, "{date}");
    }
}

#[test]
fn a_party_is_bound_after_it_signed() {
    for (dates, is_doubtful) in [
        (json!({"signed": "2014-05", "in_force": "2012-01"}), true),
        (json!({"in_force": "2011", "withdrew": "2010-03"}), true),
        (json!({"signed": "2014-05", "in_force": "2012~"}), false),
        (
            json!({"signed": "2010", "in_force": "2011", "withdrew": "2018"}),
            false,
        ),
    ] {
        let party = with(json!({"party": "LAO", "side": "LAO"}), dates.clone());
        let pact = agreement(json!({"parties": [party]}));
        let found = doubts(&[], &[("agreements.json", json!([pact]))]);
        assert_eq!(!found.is_empty(), is_doubtful, "{dates}");
    }
}

#[test]
fn one_thing_has_one_date() {
    let embassy = |id, date, place| {
        let fields =
            json!({"title": "Embassy opened", "kind": "diplomacy", "date": date, "place": place});
        event(id, fields)
    };
    let both = |a, b| doubts(&[], &[("events.json", json!([a, b]))]);
    let accra = || embassy("a", "1975-02", "Accra");
    assert_eq!(both(accra(), embassy("b", "1976-02", "Accra")), [K::Dates]);
    assert_eq!(both(accra(), embassy("b", "1976-02", "Ankara")), []);
    assert_eq!(both(accra(), embassy("b", "1976~", "Accra")), [], "about");
    assert_eq!(
        both(accra(), embassy("b", "1976?", "Accra")),
        [],
        "in doubt"
    );
    for (title, kind, one, other, is_doubtful) in [
        (
            "First bilateral summit",
            "summit",
            "2014-11",
            "2018-03",
            true,
        ),
        (
            "7th session of the commission",
            "meeting",
            "2014-05",
            "2015-05",
            true,
        ),
        (
            "First Deputy Minister visits",
            "visit",
            "2014-05",
            "2015-05",
            false,
        ),
        ("Business forum", "meeting", "2014-05", "2015-05", false),
        (
            "Signing of the air services agreement",
            "signing",
            "2014-05",
            "2014-06",
            true,
        ),
        (
            "Signing of agreements",
            "signing",
            "2014-05",
            "2014-06",
            false,
        ),
    ] {
        let held = |id, date| event(id, json!({"title": title, "kind": kind, "date": date}));
        let found = both(held("a", one), held("b", other));
        assert_eq!(!found.is_empty(), is_doubtful, "{title}: {found:?}");
    }
}

#[test]
fn one_agreement_is_signed_once() {
    let pair = |other: &str, source: &str| {
        let one = agreement(json!({"signed": "2015-03-02"}));
        let fields = json!({"id": "other", "signed": other, "evidence": of(source)});
        doubts(&[], &[("agreements.json", json!([one, agreement(fields)]))])
    };
    assert_eq!(pair("2016-02-02", "herald"), [K::Dates]);
    assert_eq!(pair("2016-02-02", "gazette"), [], "its source knows of two");
    assert_eq!(pair("2026-02-02", "herald"), [], "a renewal");
}

#[test]
fn the_flow_is_that_of_the_evidence_whatever_the_title() {
    for (flow, text, is_doubtful) in [
        (
            "exports",
            "Lao imports from Russia reached US$8.3 million",
            true,
        ),
        ("imports", "Laos exported US$8.3 million to Russia", true),
        (
            "exports",
            "exports from Russia to Laos were US$8.3 million",
            true,
        ),
        ("exports", "bilateral trade reached US$8.3 million", true),
        ("exports", "a deficit of US$8.3 million", true),
        ("balance", "exports of US$8.3 million", true),
        (
            "exports",
            "Russian imports from Laos reached US$8.3 million",
            false,
        ),
        ("exports", "imports of US$8.3 million", false),
        (
            "exports",
            "exports rose to US$8.3 million, the deficit fell",
            false,
        ),
        (
            "total",
            "turnover was US$8.3 million, mostly exports",
            false,
        ),
        ("balance", "a deficit of US$8.3 million", false),
    ] {
        let title = match flow {
            "exports" => "Exports of Laos to Russia",
            "imports" => "Imports of Laos from Russia",
            "balance" => "Trade balance of Laos with Russia",
            _ => "Total trade of Laos with Russia",
        };
        let figure = trade("8.3").set("flow", flow).set("title", title);
        let found = doubts(&[figure.says("evidence", words(text))], &[]);
        assert_eq!(!found.is_empty(), is_doubtful, "{flow}: {text}: {found:?}");
    }
}

#[test]
fn a_year_of_comparison_is_not_that_of_the_figure() {
    let told = |text: &str| doubts(&[trade("8.3").says("evidence", words(text))], &[]);
    assert_eq!(told("compared with 2023, trade rose to US$8.3 million"), []);
    assert_eq!(told("in 2023 trade rose to US$8.3 million"), [K::Evidence]);
    let crore = trade("340").set("unit", "NPR").set("scale", 7);
    assert_eq!(
        doubts(&[crore.says("evidence", words("Rs 340 crore"))], &[]),
        []
    );
    let crore = trade("340").set("unit", "NPR").set("scale", 6);
    assert_eq!(
        doubts(&[crore.says("evidence", words("Rs 340 crore"))], &[]),
        [K::Evidence]
    );
}
