//! Targets and forecasts: what is due of figures.

use serde_json::{Value, json};

use super::fixture::{Dossiers, dossier};
use super::{assert_due, one};

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
