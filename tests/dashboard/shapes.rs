//! The shapes of figures on the screen: a target has its own, and nothing is joined to it.

use bilat::load::{Loaded, Origin, Texts, load_with};
use serde_json::{Value, json};

use crate::screen::Session;

/// A dossier whose only series has these figures.
fn loaded(figures: &Value) -> Loaded {
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "words"}]);
    let mut figures = figures.clone();
    for (at, figure) in figures
        .as_array_mut()
        .expect("a list")
        .iter_mut()
        .enumerate()
    {
        figure["id"] = format!("f{at}").into();
        figure["evidence"] = evidence.clone();
    }
    let mut texts: Texts = bilat::load::FILES
        .into_iter()
        .map(|name| (format!("{name}.json"), "[]".to_owned()))
        .collect();
    for (name, value) in [
        (
            "dossier.json",
            json!({"format": "bilat/1", "title": "T", "sides": [{"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}]}),
        ),
        (
            "sources.json",
            json!([{"id": "gazette", "type": "report", "title": "Gazette"}]),
        ),
        (
            "series.json",
            json!([{"id": "trade", "title": "Trade", "kind": "trade", "unit": "USD", "scale": 6, "flow": "total",
                "reporter": "LAO", "partner": "GBR", "observations": figures, "evidence": evidence}]),
        ),
    ] {
        texts.insert(name.to_owned(), value.to_string());
    }
    load_with(&Origin::BuiltIn, &texts)
}

fn figures(figures: &Value) -> String {
    Session::over(loaded(figures), 80, 24).press("3z").text()
}

#[test]
fn a_target_is_a_triangle() {
    let aimed = json!([{"period": "2022", "value": 40}, {"period": "2023", "value": 42},
        {"period": "2024", "value": 90, "status": "target"}]);
    insta::assert_snapshot!("shapes_target", figures(&aimed));
}

#[test]
fn a_line_ends_at_a_break_and_so_does_the_change() {
    let broken = json!([{"period": "2021", "value": 38}, {"period": "2022", "value": 40},
        {"period": "2023", "value": 80, "break": true}, {"period": "2024", "value": 84}]);
    insta::assert_snapshot!("shapes_break", figures(&broken));
    let last =
        json!([{"period": "2022", "value": 40}, {"period": "2023", "value": 80, "break": true}]);
    let screen = figures(&last);
    assert!(screen.contains("2023 break"), "{screen}");
}

#[test]
fn a_range_is_a_bar_with_its_middle() {
    let ranges = json!([{"period": "2022", "value": null, "low": 40, "high": 60},
        {"period": "2023", "value": 55}, {"period": "2024", "value": null, "low": 60}]);
    insta::assert_snapshot!("shapes_range", figures(&ranges));
}
