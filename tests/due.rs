//! What is due: by kind of record, by status, by lineage, by how well a date is known.

#[path = "due/events.rs"]
mod events;
#[path = "due/figures.rs"]
mod figures;
#[path = "due/fixture.rs"]
mod fixture;

use bilat::dossier::Dossier;
use bilat::due::{Class, Due, due, pressing};
use bilat::load::{Origin, load};
use fixture::{Dossiers, agreement, day, dossier, event};
use serde_json::{Value, json};

/// Id, class and words of all that is due.
fn due_on(dossier: &Dossier, today: &str) -> Vec<(String, &'static str, String)> {
    let all = due(dossier, day(today)).into_iter();
    all.map(|due| {
        let id = dossier.id(due.record).to_string();
        (id, due.class.word(), due.words)
    })
    .collect()
}

fn lines(dossier: &Dossier, today: &str) -> Vec<String> {
    let all = due_on(dossier, today).into_iter();
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

fn one(dossier: &Dossier, today: &str) -> Option<(&'static str, String)> {
    let mut all = due_on(dossier, today);
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
    for (status, stage) in [
        ("planned", "planned"),
        ("under-discussion", "under discussion"),
    ] {
        let all = lines(status);
        let old = format!(
            "old: overdue: covers 2021 – 2025, which has passed; no evidence since 2024-05; a successor is {stage}"
        );
        assert!(all.contains(&old), "{all:#?}");
    }
}

#[test]
fn a_later_source_counts_through_lineage_parts_and_claims() {
    let later = json!([{"source": "may-2025", "paragraph": 1, "exact": "words"}]);
    let old = || agreement("a", &json!({"horizon": "2021/2025"}));
    let line_of = |files: Dossiers| {
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
        let line = line_of(files);
        assert!(line.contains("no evidence since 2025-05"), "{line}");
    }
    let before = agreement("b", &json!({"evidence": later}));
    let after = agreement("a", &json!({"horizon": "2021/2025", "follows": ["b"]}));
    let line = line_of(vec![("agreements.json", json!([before, after]))]);
    assert!(
        line.contains("no evidence since 2024-05"),
        "what it follows says nothing of it: {line}"
    );
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

#[test]
fn as_of_an_earlier_day_later_sources_say_nothing() {
    let later = json!([{"source": "may-2025", "paragraph": 1, "exact": "words"}]);
    let new = agreement("new", &json!({"follows": ["old"], "evidence": later}));
    let old = agreement("old", &json!({"horizon": "2021/2024"}));
    let dossier = dossier(&vec![("agreements.json", json!([old, new]))]);
    assert_eq!(
        due_on(&dossier, "2025-02-01").len(),
        1,
        "the renewal is not known yet"
    );
    assert_eq!(due_on(&dossier, "2025-06-01").len(), 0);
    assert_eq!(
        due_on(&dossier, "2024-04-30").len(),
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
    let all = due_on(&dossier(&files), "2026-11-28");
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
