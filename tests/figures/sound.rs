//! Changes to the figures of the built-in dossier that leave it as sound as it was.

use serde_json::{Value, json};

use crate::slips::file;

/// A further series with one figure.
fn series(name: &str, fields: Value, figure: Value, exact: &str) -> Value {
    let evidence = json!([{"source": "article-2025", "paragraph": 12, "exact": exact}]);
    let mut figure = figure;
    figure["id"] = format!("{name}.figure").into();
    figure["evidence"] = evidence.clone();
    let mut series = json!({"id": name, "title": name, "kind": "trade", "unit": "USD", "scale": 6,
        "flow": "total", "reporter": "LAO", "partner": "RUS", "topics": ["trade"]});
    let own = series.as_object_mut().unwrap();
    own.extend(fields.as_object().unwrap().clone());
    series["evidence"] = evidence;
    series["observations"] = json!([figure]);
    series
}

/// Sound changes: more figures that fit, that cannot be compared, or that are merely told
/// otherwise.
pub(crate) fn sound() -> Vec<(&'static str, Value)> {
    let all = file("series.json");
    let changed = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut all = all.clone();
        change(all.as_array_mut().unwrap());
        all
    };
    let with = |added: Value| changed(&|all| all.push(added.clone()));
    let figure = |period: &str, value: f64| json!({"period": period, "value": value});
    let none = || json!({});
    let turned = json!({"reporter": "RUS", "partner": "LAO"});
    let laos = |title: &str, unit: &str, scale: i64| json!({"title": title, "kind": "indicator", "unit": unit, "scale": scale, "flow": null, "partner": null});
    vec![
        ("series in another order", changed(&|all| all.reverse())),
        (
            "figures in another order",
            changed(&|all| {
                for series in all.iter_mut() {
                    if let Some(figures) = series.get_mut("observations") {
                        figures.as_array_mut().unwrap().reverse();
                    }
                }
            }),
        ),
        (
            "notes taken away",
            changed(&|all| {
                for series in all.iter_mut() {
                    series["note"] = Value::Null;
                }
            }),
        ),
        (
            "another title",
            changed(&|all| all[0]["title"] = "Total trade of the two".into()),
        ),
        (
            "the scale multiplied out",
            changed(&|all| {
                all[0]["scale"] = 3.into();
                all[0]["observations"][0]["value"] = 50_000.into();
                all[0]["observations"][1]["value"] = 8_300.into();
            }),
        ),
        (
            "the same figure again",
            with(series(
                "again",
                none(),
                figure("2024", 8.3),
                "US$8.3 million",
            )),
        ),
        (
            "a finer figure",
            with(series(
                "finer",
                none(),
                figure("2024", 8.31),
                "US$8.31 million",
            )),
        ),
        (
            "a rounder figure",
            with(series(
                "round",
                none(),
                json!({"period": "2024", "value": 8, "qualifier": "about"}),
                "about US$8 million",
            )),
        ),
        (
            "in thousands",
            with(series(
                "thousands",
                json!({"scale": 3}),
                figure("2024", 8301.0),
                "US$8,301 thousand",
            )),
        ),
        (
            "the other side's report",
            with(series(
                "mirror",
                turned,
                figure("2024", 8.4),
                "US$8.4 million",
            )),
        ),
        (
            "in euros",
            with(series(
                "euros",
                json!({"unit": "EUR"}),
                figure("2024", 7.7),
                "€7.7 million",
            )),
        ),
        (
            "services alone",
            with(series(
                "services",
                json!({"title": "Trade in services"}),
                figure("2024", 1.2),
                "US$1.2 million",
            )),
        ),
        (
            "exports alone",
            with(series(
                "exports",
                json!({"flow": "exports"}),
                figure("2024", 5.2),
                "Lao exports of US$5.2 million",
            )),
        ),
        (
            "coffee alone",
            with(series(
                "coffee",
                json!({"commodity": "Coffee"}),
                figure("2024", 0.4),
                "US$0.4 million of coffee",
            )),
        ),
        (
            "another partner",
            with(series(
                "vietnam-trade",
                json!({"partner": "vietnam"}),
                figure("2024", 2000.0),
                "US$2,000 million",
            )),
        ),
        (
            "a forecast",
            with(series(
                "forecast",
                none(),
                json!({"period": "2026", "value": 90, "status": "forecast"}),
                "expected to reach US$90 million in 2026",
            )),
        ),
        (
            "five months",
            with(series(
                "months",
                none(),
                figure("2025-01/2025-05", 4.1),
                "US$4.1 million from January to May 2025",
            )),
        ),
        (
            "an earlier year",
            with(series(
                "earlier",
                none(),
                figure("2021", 38.0),
                "US$38 million in 2021",
            )),
        ),
        (
            "an earlier population",
            with(series(
                "people",
                laos("Population, Laos", "persons", 6),
                figure("2020", 7.3),
                "7.3 million in 2020",
            )),
        ),
        (
            "GDP in dollars",
            with(series(
                "gdp",
                laos("GDP, Laos", "USD", 9),
                figure("2025", 16.5),
                "US$16.5 billion",
            )),
        ),
        (
            "another share",
            with(series(
                "forest",
                laos("Forest, Laos", "%", 0),
                figure("2025", 62.0),
                "62%",
            )),
        ),
        (
            "growth of the next year",
            with(series(
                "next",
                json!({"kind": "growth", "unit": "%", "scale": 0, "of": "trade-total"}),
                figure("2025", 12.0),
                "grew by 12% in 2025",
            )),
        ),
        (
            "GDP growth of another year",
            with(series(
                "gdp-next",
                json!({"title": "GDP growth, Laos", "kind": "growth", "unit": "%", "scale": 0, "flow": null, "partner": null}),
                figure("2024", 4.3),
                "4.3% in 2024",
            )),
        ),
        (
            "a number in words",
            with(series(
                "worded",
                none(),
                figure("2021", 50.0),
                "fifty million dollars in 2021",
            )),
        ),
        (
            "billions as millions",
            with(series(
                "billions",
                json!({"partner": "vietnam"}),
                figure("2021", 1200.0),
                "$1.2 billion in 2021",
            )),
        ),
        (
            "a decimal comma",
            with(series(
                "comma",
                json!({"partner": "vietnam"}),
                figure("2021", 8.3),
                "8,3 Mio. US-Dollar im Jahr 2021",
            )),
        ),
        (
            "thousands of hectares",
            with(series(
                "fields",
                laos("Rice fields, Laos", "ha", 0),
                figure("2021", 20_000.0),
                "20 thousand hectares of rice",
            )),
        ),
        (
            "another word for about",
            with(series(
                "roughly",
                json!({"partner": "vietnam"}),
                json!({"period": "2021", "value": 8, "qualifier": "about"}),
                "roughly US$8 million in 2021",
            )),
        ),
        (
            "a fall in Russian",
            with(series(
                "fell",
                json!({"kind": "growth", "unit": "%", "scale": 0, "of": "trade-total"}),
                figure("2021", -5.0),
                "товарооборот снизился на 5% в 2021 году",
            )),
        ),
        (
            "months with their names",
            with(series(
                "quarter",
                none(),
                figure("2021-01/2021-03", 1.2),
                "US$1.2 million from January to March 2021",
            )),
        ),
    ]
}
