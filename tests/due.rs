//! What is due: by kind of record, by status, by lineage, by how well a date is known.

#[path = "due/fixture.rs"]
mod fixture;

use bilat::dossier::Dossier;
use bilat::due::{Class, Due, due, pressing};
use bilat::load::{Origin, load};
use fixture::{Dossiers, agreement, day, dossier, event};
use serde_json::{Value, json};

/// Id, class and words of all that is due.
fn told(dossier: &Dossier, today: &str) -> Vec<(String, &'static str, String)> {
    let all = due(dossier, day(today)).into_iter();
    all.map(|due| {
        let id = dossier.id(due.record).to_string();
        (id, due.class.word(), due.words)
    })
    .collect()
}

fn lines(dossier: &Dossier, today: &str) -> Vec<String> {
    let all = told(dossier, today).into_iter();
    all.map(|(id, class, words)| format!("{id}: {class}: {words}"))
        .collect()
}

fn builtin() -> Dossier {
    load(&Origin::BuiltIn).dossier
}

#[test]
fn the_built_in_dossier_on_a_day() {
    let dossier = builtin();
    let lines = lines(&dossier, "2026-11-28");
    for line in [
        "asean-russia-plan-of-action: overdue: covers 2021 – 2025, which has passed; no evidence since [2023]",
        "nuclear-roadmap-2025-2026: soon: covers 2025 – 2026, ends in 33 days; last evidence [2025]",
        "rail-cargo-through-china: quiet: planned; no evidence since [2025]",
        "container-shipping-vladivostok: quiet: under discussion; no evidence since [2025]",
        "railway-to-russia: silent: proposed; no evidence since [2023]",
        "gdp-growth.2023: unreported: forecast for 2023, which has passed; no reported figure; no evidence since [2023]",
    ] {
        assert!(lines.iter().any(|l| l == line), "{line}\n{lines:#?}");
    }
    assert_eq!(pressing(&due(&dossier, day("2026-11-28"))), 2);
    assert!(!lines.join("\n").contains("fail"), "{lines:#?}");
    insta::assert_snapshot!(lines.join("\n"));
}

/// What is due of one agreement, as class and words.
fn of_agreement(more: &Value, today: &str) -> Option<(&'static str, String)> {
    let files: Dossiers = vec![("agreements.json", json!([agreement("a", more)]))];
    one(&dossier(&files), today)
}

fn of_event(more: &Value, today: &str) -> Option<(&'static str, String)> {
    let files: Dossiers = vec![("events.json", json!([event("e", more)]))];
    one(&dossier(&files), today)
}

fn one(dossier: &Dossier, today: &str) -> Option<(&'static str, String)> {
    let mut all = told(dossier, today);
    assert!(all.len() < 2, "{all:?}");
    all.pop().map(|(_, class, words)| (class, words))
}

#[track_caller]
fn assert_due(found: Option<(&'static str, String)>, class: &str, words: &str) {
    let (found_class, found_words) = found.expect("it is due");
    assert_eq!((found_class, found_words.as_str()), (class, words));
    assert!(Class::WORDS.contains(&class), "{class}");
}

#[test]
fn a_term_ends_with_its_last_day() {
    let due = |horizon: &str, today: &str| of_agreement(&json!({"horizon": horizon}), today);
    let since = "no evidence since 2024-05";
    assert_eq!(due("2021/2025", "2025-10-01"), None);
    assert_due(
        due("2021/2025", "2025-10-02"),
        "soon",
        "covers 2021 – 2025, ends in 90 days; last evidence 2024-05",
    );
    assert_due(
        due("2021/2025", "2025-12-30"),
        "soon",
        "covers 2021 – 2025, ends in 1 day; last evidence 2024-05",
    );
    assert_due(
        due("2021/2025", "2025-12-31"),
        "soon",
        "covers 2021 – 2025, ends today; last evidence 2024-05",
    );
    let passed = format!("covers 2021 – 2025, which has passed; {since}");
    assert_due(due("2021/2025", "2026-01-01"), "overdue", &passed);
    // Nobody knows when it ends.
    for open in ["2021/..", "2021/"] {
        assert_eq!(due(open, "2040-01-01"), None, "{open}");
    }
}

#[test]
fn a_day_is_not_known_better_than_it_was_told() {
    let ends = |ends: &str, today: &str| of_agreement(&json!({"ends": ends}), today);
    let last = "last evidence 2024-05";
    assert_due(
        ends("2024-12-24", "2024-12-01"),
        "soon",
        &format!("ends 2024-12-24, in 23 days; {last}"),
    );
    assert_due(
        ends("2024-12", "2024-11-28"),
        "soon",
        &format!("ends 2024-12, in 3 to 33 days; {last}"),
    );
    assert_due(
        ends("2024-12", "2024-12-05"),
        "soon",
        &format!("ends 2024-12, within 26 days; {last}"),
    );
    assert_due(
        ends("2025", "2024-11-28"),
        "soon",
        &format!("ends 2025, perhaps within 90 days; {last}"),
    );
    assert_due(
        ends("2024~", "2024-11-28"),
        "soon",
        &format!("ends ~2024, perhaps within 90 days; {last}"),
    );
    let doubt = ends("2023?", "2024-11-28");
    assert_due(
        doubt,
        "overdue",
        "ends 2023 ?, which may have passed; no evidence since 2024-05",
    );
    // A decade says nothing of a quarter, and one that is an estimate is not certain.
    assert_eq!(ends("202X", "2024-11-28"), None);
    let all = due(
        &dossier(&vec![(
            "agreements.json",
            json!([agreement("a", &json!({"ends": "2023~"}))]),
        )]),
        day("2024-11-28"),
    );
    assert!(
        matches!(
            all.as_slice(),
            [Due {
                is_certain: false,
                ..
            }]
        ),
        "{all:?}"
    );
}

#[test]
fn an_inferred_date_stands_in_brackets() {
    let ends = json!({"ends": {"edtf": "2023", "basis": "inferred", "why": "so"}});
    assert_due(
        of_agreement(&ends, "2024-06-01"),
        "overdue",
        "ends [2023], which has passed; no evidence since 2024-05",
    );
}

#[test]
fn what_ended_or_was_left_is_not_due() {
    for status in ["expired", "terminated", "superseded", "speculative"] {
        let more = json!({"status": status, "horizon": "2020/2022"});
        assert_eq!(of_agreement(&more, "2026-11-28"), None, "{status}");
    }
    let left = |party: &str, withdrew: &str| {
        let mut parties = ["LAO", "RUS"]
            .map(|side| json!({"party": side, "side": side}))
            .to_vec();
        parties.push(json!({"party": "CHN"}));
        for one in &mut parties {
            if one["party"] == party {
                one["withdrew"] = json!(withdrew);
            }
        }
        of_agreement(
            &json!({"horizon": "2020/2022", "parties": parties}),
            "2026-11-28",
        )
    };
    assert_eq!(left("RUS", "2021"), None);
    assert!(left("RUS", "2030").is_some(), "not yet");
    assert!(left("CHN", "2021").is_some(), "a third party");
}

#[test]
fn a_plan_that_is_renewed_is_not_overdue() {
    let files = |status: &str| -> Dossiers {
        let old = agreement("old", &json!({"horizon": "2021/2025"}));
        let new = agreement(
            "new",
            &json!({"status": status, "follows": ["old"], "horizon": "2026/2030"}),
        );
        vec![("agreements.json", json!([old, new]))]
    };
    let lines = |status: &str| lines(&dossier(&files(status)), "2026-01-10");
    for status in ["signed", "in-force", "unknown", "expired"] {
        assert_eq!(lines(status), Vec::<String>::new(), "{status}");
    }
    for (status, told) in [
        ("planned", "planned"),
        ("under-discussion", "under discussion"),
    ] {
        let all = lines(status);
        let old = format!(
            "old: overdue: covers 2021 – 2025, which has passed; no evidence since 2024-05; a successor is {told}"
        );
        assert!(all.contains(&old), "{all:#?}");
    }
}

#[test]
fn a_later_source_counts_through_lineage_parts_and_claims() {
    let later = json!([{"source": "may-2025", "paragraph": 1, "exact": "words"}]);
    let old = || agreement("a", &json!({"horizon": "2021/2025"}));
    let told = |files: Dossiers| {
        let all = lines(&dossier(&files), "2026-01-10");
        all.into_iter()
            .find(|line| line.starts_with("a: "))
            .expect("it is due")
    };
    let claim = json!({"id": "c", "statement": "It goes on.", "about": ["a"], "evidence": later});
    let next = agreement(
        "n",
        &json!({"status": "proposed", "follows": ["a"], "evidence": later}),
    );
    let signing = event(
        "s",
        &json!({"status": "occurred", "agreements": ["a"], "evidence": later}),
    );
    let dispute = json!({"id": "d", "title": "t", "kind": "missing", "explanation": "e", "between": ["a"], "evidence": later});
    for files in [
        vec![
            ("agreements.json", json!([old()])),
            ("claims.json", json!([claim])),
        ],
        vec![("agreements.json", json!([old(), next]))],
        vec![
            ("agreements.json", json!([old()])),
            ("events.json", json!([signing])),
        ],
        vec![
            ("agreements.json", json!([old()])),
            ("disputes.json", json!([dispute])),
        ],
    ] {
        let line = told(files);
        assert!(line.contains("no evidence since 2025-05"), "{line}");
    }
    let before = agreement("b", &json!({"evidence": later}));
    let after = agreement("a", &json!({"horizon": "2021/2025", "follows": ["b"]}));
    let line = told(vec![("agreements.json", json!([before, after]))]);
    assert!(
        line.contains("no evidence since 2024-05"),
        "what it follows says nothing of it: {line}"
    );
}

#[test]
fn planned_events_by_their_date() {
    let planned = |date: Value, today: &str| of_event(&json!({"date": date}), today);
    assert_eq!(planned(json!("2025-01-15"), "2024-06-01"), None);
    assert_due(
        planned(json!("2025-01-15"), "2025-01-05"),
        "soon",
        "planned for 2025-01-15, in 10 days; last evidence 2024-05",
    );
    assert_due(
        planned(json!("2025-01"), "2025-02-01"),
        "overdue",
        "planned for 2025-01, which has passed; no evidence since 2024-05",
    );
    let by = json!({"basis": "inferred", "why": "so", "not_after": "2025"});
    assert_due(
        planned(by, "2026-01-01"),
        "overdue",
        "planned by 2025, which has passed; no evidence since 2024-05",
    );
    let after = json!({"basis": "inferred", "why": "so", "not_before": "2025"});
    assert_due(
        planned(after, "2026-01-01"),
        "quiet",
        "planned; no evidence since 2024-05",
    );
}

#[test]
fn a_date_of_talks_is_a_plan_only_if_it_lay_ahead() {
    let talks = |date: &str, today: &str| {
        of_event(&json!({"status": "under-discussion", "date": date}), today)
    };
    assert_due(
        talks("2024-05", "2025-06-01"),
        "quiet",
        "under discussion; no evidence since 2024-05",
    );
    assert_due(
        talks("2025-03", "2025-06-01"),
        "overdue",
        "under discussion for 2025-03, which has passed; no evidence since 2024-05",
    );
    assert_eq!(talks("2026-03", "2025-06-01"), None, "it is still ahead");
    assert_due(
        talks("2030", "2026-06-02"),
        "silent",
        "under discussion; no evidence since 2024-05",
    );
}

#[test]
fn silence_is_counted_from_the_last_day_of_the_newest_source() {
    let plan = |source: &str, today: &str| {
        of_event(
            &json!({"evidence": [{"source": source, "paragraph": 1, "exact": "words"}]}),
            today,
        )
    };
    assert_eq!(plan("may-2024", "2024-11-29"), None, "half a year");
    assert_eq!(
        plan("may-2024", "2024-11-30").map(|due| due.0),
        Some("quiet")
    );
    assert_eq!(
        plan("may-2024", "2026-05-31").map(|due| due.0),
        Some("quiet")
    );
    assert_eq!(
        plan("may-2024", "2026-06-01").map(|due| due.0),
        Some("silent")
    );
    assert_eq!(
        plan("year-2024", "2026-12-31").map(|due| due.0),
        Some("quiet")
    );
    assert_eq!(
        plan("year-2024", "2027-01-01").map(|due| due.0),
        Some("silent")
    );
    assert_due(
        plan("read-2023", "2026-06-01"),
        "silent",
        "planned; no evidence since 2023-02-01",
    );
    assert_due(
        plan("about-2020", "2026-06-01"),
        "silent",
        "planned; no evidence since ~2020",
    );
    assert_eq!(
        plan("undated", "2026-06-01"),
        None,
        "nobody knows when that was said"
    );
}

#[test]
fn what_is_no_plan_is_not_due() {
    for status in ["occurred", "cancelled", "speculative"] {
        let more = json!({"status": status, "date": "2023-01"});
        assert_eq!(of_event(&more, "2030-01-01"), None, "{status}");
    }
    let goes_on = |more: Value| of_event(&more, "2026-11-28");
    assert_due(
        goes_on(json!({"status": "ongoing", "date": "2021/.."})),
        "silent",
        "ongoing; no evidence since 2024-05",
    );
    assert_due(
        goes_on(json!({"status": "ongoing", "date": "2021/2026"})),
        "soon",
        "ongoing, 2021 – 2026, ends in 33 days; last evidence 2024-05",
    );
    assert_eq!(
        goes_on(json!({"status": "ongoing", "participants": [{"who": "LAO"}]})),
        None,
        "of one side alone"
    );
    let followed = |status: &str| {
        let next = event("n", &json!({"status": status, "follows": ["e"]}));
        let files: Dossiers = vec![(
            "events.json",
            json!([event("e", &json!({"date": "2024-06"})), next]),
        )];
        told(&dossier(&files), "2024-07-01")
            .iter()
            .any(|(id, ..)| id == "e")
    };
    assert!(!followed("occurred") && followed("planned"));
}

#[test]
fn an_event_about_a_listed_agreement_is_told_once() {
    let files = |status: &str| -> Dossiers {
        let agreement = agreement("a", &json!({"status": status, "event": "e"}));
        vec![
            ("agreements.json", json!([agreement])),
            ("events.json", json!([event("e", &json!({}))])),
        ]
    };
    let ids = |status: &str| -> Vec<String> {
        told(&dossier(&files(status)), "2026-11-28")
            .into_iter()
            .map(|(id, ..)| id)
            .collect()
    };
    assert_eq!(ids("under-discussion"), ["a"]);
    assert_eq!(ids("signed"), Vec::<String>::new());
    assert_eq!(ids("terminated"), ["e"]);
}

#[test]
fn third_parties_come_last_and_are_not_counted() {
    let third = json!([{"party": "CHN"}, {"party": "VNM"}]);
    let files: Dossiers = vec![(
        "agreements.json",
        json!([
            agreement("third", &json!({"horizon": "2021/2023", "parties": third})),
            agreement("own", &json!({"horizon": "2021/2023"})),
            agreement(
                "old",
                &json!({"horizon": "2021/2023", "parties": [{"party": "SUN"}, {"party": "LAO"}]})
            ),
        ]),
    )];
    let all = due(&dossier(&files), day("2024-06-01"));
    let between: Vec<_> = all.iter().map(|due| due.between).collect();
    assert_eq!(between, [Some(true), Some(true), Some(false)]);
    assert_eq!(pressing(&all), 2);
}

/// A series of trade with these figures.
fn trade(figures: &Value) -> Dossiers {
    let evidence = json!([{"source": "may-2024", "paragraph": 1, "exact": "words"}]);
    let mut figures = figures.as_array().expect("a list").clone();
    for (at, figure) in figures.iter_mut().enumerate() {
        figure["id"] = json!(format!("t.{at}"));
        figure["evidence"] = evidence.clone();
    }
    let series = |id: &str, reporter: Option<&str>, figures: Value| {
        let mut series = json!({"id": id, "title": id, "kind": "trade", "unit": "USD", "scale": 9, "flow": "total",
            "partner": "RUS", "observations": figures, "evidence": evidence});
        if let Some(reporter) = reporter {
            series["reporter"] = json!(reporter);
        }
        series
    };
    let (own, other): (Vec<_>, Vec<_>) = figures
        .into_iter()
        .partition(|figure| figure.get("by").is_none());
    let other: Vec<_> = other
        .into_iter()
        .map(|mut figure| {
            figure.as_object_mut().expect("an object").remove("by");
            figure
        })
        .collect();
    let mut all = vec![series("t", None, json!(own))];
    if !other.is_empty() {
        all.push(series("u", Some("LAO"), json!(other)));
    }
    vec![("series.json", json!(all))]
}

#[test]
fn targets_and_forecasts_whose_period_has_passed() {
    let target = |more: &[Value], today: &str| {
        let target = json!({"period": "2024", "value": 1, "status": "target"});
        let figures: Vec<_> = [target].into_iter().chain(more.iter().cloned()).collect();
        one(&dossier(&trade(&json!(figures))), today)
    };
    assert_eq!(target(&[], "2024-06-01"), None);
    assert_due(
        target(&[], "2024-12-01"),
        "soon",
        "target for 2024, ends in 30 days; last evidence 2024-05",
    );
    assert_due(
        target(&[], "2025-01-01"),
        "overdue",
        "target for 2024, which has passed; no reported figure; no evidence since 2024-05",
    );
    let report =
        |period: &str, status: &str| json!({"period": period, "value": 0.5, "status": status});
    assert_eq!(target(&[report("2024", "reported")], "2025-01-01"), None);
    assert_eq!(target(&[report("2024", "provisional")], "2025-01-01"), None);
    // A report of another time, one without a figure, and one of the other side.
    assert!(target(&[report("2023", "reported")], "2025-01-01").is_some());
    assert!(target(&[report("2024-01/2024-05", "reported")], "2025-01-01").is_some());
    assert!(target(&[json!({"period": "2024", "value": null})], "2025-01-01").is_some());
    assert_eq!(
        target(
            &[json!({"period": "2024", "value": 0.4, "by": "LAO"})],
            "2025-01-01"
        ),
        None
    );
    let files = trade(&json!([{"period": "2024", "value": 1, "status": "forecast"}]));
    let forecast = one(&dossier(&files), "2025-01-01");
    assert_due(
        forecast,
        "unreported",
        "forecast for 2024, which has passed; no reported figure; no evidence since 2024-05",
    );
}

#[test]
fn as_of_an_earlier_day_later_sources_say_nothing() {
    let later = json!([{"source": "may-2025", "paragraph": 1, "exact": "words"}]);
    let new = agreement("new", &json!({"follows": ["old"], "evidence": later}));
    let old = agreement("old", &json!({"horizon": "2021/2024"}));
    let dossier = dossier(&vec![("agreements.json", json!([old, new]))]);
    assert_eq!(
        told(&dossier, "2025-02-01").len(),
        1,
        "the renewal is not known yet"
    );
    assert_eq!(told(&dossier, "2025-06-01").len(), 0);
    assert_eq!(
        told(&dossier, "2024-04-30").len(),
        0,
        "nothing is known yet"
    );
}

#[test]
fn the_most_pressing_comes_first() {
    let files: Dossiers = vec![
        (
            "agreements.json",
            json!([
                agreement("long-past", &json!({"horizon": "1981/1985"})),
                agreement("perhaps-past", &json!({"horizon": "2020/2024~"})),
                agreement("near", &json!({"ends": "2026-12-20"})),
                agreement("nearer", &json!({"ends": "2026-12-01"})),
                agreement("past", &json!({"horizon": "2021/2025"})),
                agreement("talks", &json!({"status": "under-discussion"})),
            ]),
        ),
        (
            "events.json",
            json!([event("ongoing", &json!({"status": "ongoing"}))]),
        ),
    ];
    let all = told(&dossier(&files), "2026-11-28");
    let ids: Vec<_> = all.iter().map(|(id, ..)| id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "past",
            "long-past",
            "perhaps-past",
            "nearer",
            "near",
            "talks",
            "ongoing"
        ]
    );
}
