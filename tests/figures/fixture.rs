//! Small dossiers, built from figures that differ in one thing from a common one.

use std::fs;

use bilat::contested::{FindingKind, findings};
use bilat::dossier::Dossier;
use bilat::load::{Origin, load};
use serde_json::{Map, Value, json};

/// A series with one figure: total trade of Laos with Russia in 2024, US$ 8.3 million, unless
/// something else is said.
#[derive(Clone)]
pub(crate) struct Figure {
    series: Map<String, Value>,
    observation: Map<String, Value>,
    source: &'static str,
}

pub(crate) fn trade(value: &str) -> Figure {
    let series = json!({
        "title": "Trade", "kind": "trade", "unit": "USD", "scale": 6, "flow": "total",
        "reporter": "LAO", "partner": "RUS",
    });
    Figure {
        series: series.as_object().unwrap().clone(),
        observation: json!({ "period": "2024" }).as_object().unwrap().clone(),
        source: "gazette",
    }
    .value(value)
}

/// A growth in per cent in 2024.
pub(crate) fn growth(value: &str) -> Figure {
    trade(value)
        .set("kind", "growth")
        .set("unit", "%")
        .set("scale", 0)
}

/// An indicator of Laos for 2024.
pub(crate) fn indicator(title: &str, unit: &str, value: &str) -> Figure {
    let figure = trade(value).set("kind", "indicator").set("title", title);
    figure
        .set("unit", unit)
        .set("scale", 0)
        .without("flow")
        .without("partner")
}

impl Figure {
    /// Sets a field of the series.
    pub(crate) fn set(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.series.insert(field.to_owned(), value.into());
        self
    }

    pub(crate) fn without(mut self, field: &str) -> Self {
        self.series.remove(field);
        self
    }

    /// The figure with its digits as written; "null" for none.
    pub(crate) fn value(mut self, digits: &str) -> Self {
        // serde_json would print 8.30 as 8.3.
        self.observation
            .insert("value".to_owned(), format!("<<{digits}>>").into());
        self
    }

    pub(crate) fn year(mut self, period: impl Into<Value>) -> Self {
        self.observation.insert("period".to_owned(), period.into());
        self
    }

    /// Sets a field of the figure.
    pub(crate) fn says(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.observation.insert(field.to_owned(), value.into());
        self
    }

    pub(crate) fn about(self) -> Self {
        self.says("qualifier", "about")
    }

    pub(crate) fn forecast(self) -> Self {
        self.says("status", "forecast")
    }

    pub(crate) fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    fn json(&self, id: &str) -> Value {
        let evidence = json!([{"source": self.source, "paragraph": 1, "exact": "words"}]);
        let mut observation = self.observation.clone();
        observation.insert("id".to_owned(), format!("{id}.figure").into());
        observation
            .entry("evidence")
            .or_insert_with(|| evidence.clone());
        let mut series = self.series.clone();
        series.insert("id".to_owned(), id.into());
        series.insert("evidence".to_owned(), evidence);
        series.insert("observations".to_owned(), json!([observation]));
        series.into()
    }
}

/// A dossier with these figures, called `s0`, `s1`, …, and further files.
pub(crate) fn dossier(figures: &[Figure], files: &[(&str, Value)]) -> Dossier {
    let members: Vec<_> = figures
        .iter()
        .enumerate()
        .map(|(at, figure)| figure.json(&format!("s{at}")))
        .collect();
    let series = serde_json::to_string(&members)
        .unwrap()
        .replace("\"<<", "")
        .replace(">>\"", "");
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "A and B", "topics": [{"id": "trade", "label": "Trade"}],
            "sides": [{"code": "LAO", "name": "Laos", "adjective": "Lao"},
                      {"code": "RUS", "name": "Russia", "adjective": "Russian"}]}"#,
    );
    let source = |id: &str| json!({"id": id, "type": "article", "title": id});
    let sources = json!([source("gazette"), source("herald"), source("courier")]);
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "words"}]);
    let person = |id: &str| json!({"id": id, "name": id, "evidence": evidence});
    write("sources.json", &sources.to_string());
    write(
        "people.json",
        &json!([person("ann"), person("bob")]).to_string(),
    );
    write("series.json", &series);
    for (name, value) in files {
        write(name, &value.to_string());
    }
    let loaded = load(&Origin::Folder(folder.path().to_owned()));
    let problems: Vec<_> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    loaded.dossier
}

/// What is found, and the figures of the smallest sets by their numbers.
pub(crate) fn found(figures: &[Figure]) -> Vec<(FindingKind, Vec<usize>)> {
    let dossier = dossier(figures, &[]);
    let found = findings(&dossier, None).into_iter();
    let told = found.flat_map(|f| {
        let sets = f.sets.clone().into_iter();
        sets.map(move |set| (f.kind, set.iter().map(|record| record.at).collect()))
    });
    told.collect()
}
