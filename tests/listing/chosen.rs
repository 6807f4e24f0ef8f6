//! Filters: the same everywhere, joined by "and", the values of one by "or".

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{Answer, LISTS, bilat, dossier, name};

/// The ids that a list finds.
fn ids(arguments: &[&str]) -> BTreeSet<String> {
    let answer = bilat(&[arguments, &["--json"]].concat());
    assert!(answer.code < 2, "{}", answer.err);
    let value: Value = serde_json::from_str(&answer.out).expect("JSON");
    let records = value["records"].as_array().expect("records");
    let id = |one: &Value| one["record"]["id"].as_str().expect("an id").to_owned();
    records.iter().map(id).collect()
}

fn set(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(ToString::to_string).collect()
}

#[test]
fn every_list_takes_every_filter() {
    let filters = [
        ["--topic", "energy"],
        ["--year", "2025"],
        ["--from", "2011"],
        ["--to", "2024-06"],
        ["--person", "putin"],
        ["--organisation", "RUS"],
        ["--search", "energy is:open"],
    ];
    for list in LISTS.into_iter().chain(["contested"]) {
        for filter in filters {
            let Answer { code, err, .. } = bilat(&[&[list][..], &filter].concat());
            assert!(code < 2, "{list} {filter:?}: {err}");
            assert!(!err.contains("panicked"), "{err}");
        }
    }
}

#[test]
fn a_topic_is_chosen_with_those_within_it() {
    let events = r#"[
        {"id": "dam", "title": "A dam", "topics": ["hydro"], "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]},
        {"id": "mine", "title": "A mine", "topics": ["energy"], "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]},
        {"id": "song", "title": "A song", "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]}]"#;
    let folder = dossier(&[("events.json", events)]);
    let of = |topic: &str| ids(&["timeline", name(&folder), "--topic", topic]);
    assert_eq!(of("energy"), set(&["dam", "mine"]));
    assert_eq!(of("Water power"), set(&["dam"]));
    let both = [
        "timeline",
        name(&folder),
        "--topic",
        "hydro",
        "--topic",
        "energy",
    ];
    assert_eq!(ids(&both), set(&["dam", "mine"]));
}

#[test]
fn a_time_tells_the_sure_from_the_possible() {
    let events = r#"[
        {"id": "day", "title": "A", "date": "2023-05-02", "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]},
        {"id": "decade", "title": "B", "date": "202X", "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]},
        {"id": "before", "title": "C", "date": "2019", "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]},
        {"id": "never", "title": "D", "kind": "other", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1}]}]"#;
    let folder = dossier(&[("events.json", events)]);
    let Answer { code, out, err } = bilat(&["timeline", name(&folder), "--year", "2023"]);
    assert_eq!(code, 0);
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert!(
        lines
            .iter()
            .any(|l| l.contains("(perhaps in that time;") && l.contains("decade"))
    );
    assert!(
        lines
            .iter()
            .any(|l| l.contains("day") && !l.contains("perhaps"))
    );
    assert_eq!(err, "bilat: 1 event without a date: not listed\n");
    let range = |from, to| ids(&["timeline", name(&folder), "--from", from, "--to", to]);
    assert_eq!(range("2018", "2020"), set(&["before", "decade"]));
    assert_eq!(range("2023-05-03", "2023-06"), set(&["decade"]));
    let years = [
        "timeline",
        name(&folder),
        "--year",
        "2019",
        "--year",
        "2023-05",
    ];
    assert_eq!(ids(&years), set(&["day", "decade", "before"]));
}

#[test]
fn a_person_is_found_by_name_and_a_body_by_code() {
    let all = ids(&["timeline", "--person", "putin"]);
    assert!(all.contains("moscow-talks-2025"), "{all:?}");
    assert_eq!(ids(&["timeline", "--person", "Vladimir Putin"]), all);
    assert_eq!(ids(&["timeline", "--person", "PUTIN"]), all);
    let narrowed = ids(&["timeline", "--person", "putin", "--organisation", "ASEAN"]);
    assert!(narrowed.is_subset(&all) && narrowed.len() < all.len());
    let said = ids(&["quotes", "--person", "putin"]);
    assert_eq!(said, ids(&["quotes", "speaker:putin"]));
    assert!(!said.is_empty());
}

#[test]
fn the_statuses_of_a_kind_share_its_records_out() {
    let parts = |list: &str, words: &[&str]| {
        let mut together = BTreeSet::new();
        let mut count = 0;
        for word in words {
            let part = ids(&[list, "--status", word]);
            count += part.len();
            together.extend(part);
        }
        assert_eq!(count, together.len(), "{list}: no record has two");
        assert_eq!(together, ids(&[list]), "{list}: every record has one");
    };
    parts("disputes", &["open", "settled"]);
    parts(
        "agreements",
        bilat::dossier::agreement::AgreementStatus::WORDS,
    );
    parts("timeline", bilat::dossier::event::EventStatus::WORDS);
}

#[test]
fn of_a_series_only_the_figures_that_are_asked_for_are_listed() {
    let Answer { out, err, .. } = bilat(&["trade", "--topic", "trade", "--year", "2022"]);
    assert_eq!(err, "bilat: 4 series without a date: not listed\n");
    assert!(out.contains("  2022: about US$ 50 million"), "{out}");
    assert!(!out.contains("  2024:"), "{out}");
    assert!(out.contains("  Not asked for: 2 more figures."), "{out}");
}

#[test]
fn what_nobody_knows_is_told_with_what_was_probably_meant() {
    for (arguments, words) in [
        (["timeline", "--topic", "enrgy"], "did you mean `energy`?"),
        (["timeline", "--person", "puttin"], "did you mean `putin`?"),
        (
            ["timeline", "--organisation", "rosatm"],
            "did you mean `rosatom`?",
        ),
        (["agreements", "--status", "in-forse"], "--status"),
        (["people", "--status", "open"], "people have no status"),
        (["timeline", "--year", "twenty"], "--year"),
        (["contested", "--status", "graev"], "did you mean `grave`?"),
    ] {
        let answer = bilat(&arguments);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}");
        assert!(answer.err.contains(words), "{arguments:?}: {}", answer.err);
        assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
    }
    let turned = bilat(&["quotes", "--from", "2024", "--to", "2023"]);
    assert_eq!(turned.code, 2);
    assert!(turned.err.contains("is after"), "{}", turned.err);
}

#[test]
fn nothing_found_is_exit_code_1_and_a_remark() {
    for arguments in [
        &["timeline", "--topic", "nuclear", "--year", "1800"][..],
        &["quotes", "xylophone"],
        &["people", "--topic", "energy", "--organisation", "asean"],
    ] {
        let answer = bilat(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (1, ""), "{arguments:?}");
        assert!(
            answer.err.contains("match"),
            "{arguments:?}: {}",
            answer.err
        );
    }
    let json = bilat(&["timeline", "--topic", "nuclear", "--year", "1800", "--json"]);
    let value: Value = serde_json::from_str(&json.out).expect("JSON all the same");
    assert_eq!((json.code, &value["records"]), (1, &Value::Array(vec![])));
}

#[test]
fn quotes_are_filtered_beside_the_search() {
    let both = ids(&["quotes", "soviet", "--topic", "history"]);
    let searched = ids(&["quotes", "soviet"]);
    let filtered = ids(&["quotes", "--topic", "history"]);
    let joined: BTreeSet<_> = searched.intersection(&filtered).cloned().collect();
    assert_eq!(both, joined);
    assert!(!both.is_empty());
    let wrong = bilat(&["quotes", "soviet year:twenty"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("at character 8"), "{}", wrong.err);
}

#[test]
fn a_search_filters_every_list() {
    let found = ids(&["agreements", "--search", "kind:roadmap status:signed"]);
    assert_eq!(
        found,
        set(&["nuclear-roadmap-2017", "nuclear-roadmap-2025-2026"])
    );
    assert_eq!(
        ids(&["agreements", "--search", "is:overdue"]),
        set(&["asean-russia-plan-of-action"])
    );
    // With the other filters, and with a time.
    let both = ids(&[
        "timeline",
        "--search",
        "rosatom year:2017",
        "--topic",
        "nuclear",
    ]);
    assert_eq!(both, set(&["nuclear-roadmap-signing-2017"]));
    // Quotes: both queries must hold.
    let quotes = ids(&["quotes", "yathotou", "--search", "mines"]);
    assert_eq!(quotes, ids(&["quotes", "yathotou mines"]));
    assert!(!quotes.is_empty());
    assert_eq!(ids(&["quotes", "yathotou"]).len(), 13);
    // The line says why, where it does not show the match.
    let why = bilat(&["agreements", "--search", "topic:nuclear"]);
    assert!(why.out.contains("found in topic: "), "{}", why.out);
}

#[test]
fn a_search_that_is_wrong_or_finds_nothing_says_so() {
    for arguments in [
        ["timeline", "--search", "foo:bar"],
        ["quotes", "foo:bar", "--full"],
    ] {
        let answer = bilat(&arguments);
        assert_eq!(answer.code, 2, "{}", answer.err);
        assert!(
            answer
                .err
                .contains("no field is called foo; fields: speaker, "),
            "{}",
            answer.err
        );
        assert_eq!(answer.out, "");
    }
    let nothing = bilat(&["quotes", "railway qqq"]);
    assert_eq!(nothing.code, 1);
    let counts = "found alone: railway 2, near: railroad 1; qqq 0";
    assert!(nothing.err.contains(counts), "{}", nothing.err);
    let nothing = bilat(&["timeline", "--search", "railway coffee"]);
    assert!(
        nothing.err.contains("found alone: railway 3"),
        "{}",
        nothing.err
    );
}
