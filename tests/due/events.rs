//! Planned events, talks and silence: what is due of events.

use serde_json::{Value, json};

use super::fixture::{Dossiers, agreement, dossier, event};
use super::{assert_due, due_on, one};

/// What is due of one planned event, as class and words.
fn of_event(more: &Value, today: &str) -> Option<(&'static str, String)> {
    let files: Dossiers = vec![("events.json", json!([event("e", more)]))];
    one(&dossier(&files), today)
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
        due_on(&dossier(&files), "2024-07-01")
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
        due_on(&dossier(&files(status)), "2026-11-28")
            .into_iter()
            .map(|(id, ..)| id)
            .collect()
    };
    assert_eq!(ids("under-discussion"), ["a"]);
    assert_eq!(ids("signed"), Vec::<String>::new());
    assert_eq!(ids("terminated"), ["e"]);
}
