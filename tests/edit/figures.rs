//! Figures put into their series.

use bilat::dossier::{Id, Observation, Series};
use bilat::edit::insert::{Entry, RecordFile};
use serde_json::Value;

use super::only_inserted;

fn figure(period: &str) -> Entry {
    let json = format!(r#"{{"id": "s.{period}", "period": "{period}", "value": 8.30}}"#);
    Entry::figure(&serde_json::from_str::<Observation>(&json).unwrap()).unwrap()
}

#[test]
fn a_figure_goes_into_its_series() {
    let id = Id::new("s").unwrap();
    let insert = |text: &str, period: &str| {
        let mut file = RecordFile::new("series", "series.json", text.starts_with("{\"id\""), text);
        file.insert_figures(&[(id.clone(), figure(period))])
            .unwrap();
        let after = file.text();
        assert!(only_inserted(text, &after), "{text}\n{after}");
        let read: Value = serde_json::from_str(&after).unwrap();
        let series: Series =
            serde_json::from_str(&read.get(1).unwrap_or(&read).to_string()).unwrap();
        let periods = series.observations.iter().map(|o| o.period.to_string());
        (periods.collect::<Vec<_>>().join(" "), after)
    };
    let head = "[\n  {\"id\": \"other\", \"title\": \"O\", \"kind\": \"trade\"},\n  {\n    \"id\": \"s\",\n    \"title\": \"S\",\n    \"kind\": \"trade\"";
    let tail = ",\n    \"topics\": [\n      \"t\"\n    ]\n  }\n]\n";
    let block = "\n      {\n        \"id\": \"s.2020\",\n        \"period\": \"2020\",\n        \"value\": 8.30\n      }";
    let (periods, after) = insert(&format!("{head}{tail}"), "2020");
    assert_eq!(periods, "2020");
    assert_eq!(
        after,
        format!("{head},\n    \"observations\": [{block}\n    ]{tail}")
    );
    assert_eq!(insert(&after, "2019").0, "2019 2020");
    let (periods, after) = insert(&after, "2021");
    assert_eq!(periods, "2020 2021");
    assert!(after.contains(&format!(
        "[{block},{}\n    ]",
        block.replace("2020", "2021")
    )));
    // Without anything behind it, in an empty list, and one a line.
    let (_, after) = insert(&format!("{head}\n  }}\n]"), "2020");
    assert_eq!(
        after,
        format!("{head},\n    \"observations\": [{block}\n    ]\n  }}\n]")
    );
    let (_, after) = insert(&format!("{head},\n    \"observations\": []{tail}"), "2020");
    assert_eq!(
        after,
        format!("{head},\n    \"observations\": [{block}\n    ]{tail}")
    );
    let line = "{\"id\":\"s\",\"title\":\"S\",\"kind\":\"trade\"}\n";
    let (_, after) = insert(line, "2020");
    assert_eq!(
        after,
        "{\"id\":\"s\",\"title\":\"S\",\"kind\":\"trade\", \"observations\":[{\"id\":\"s.2020\",\"period\":\"2020\",\"value\":8.30}]}\n"
    );
    assert_eq!(insert(&after, "2021").0, "2020 2021");
    // A record on one line stays on it.
    let (_, after) = insert(&line.replace('}', ", \"observations\": []}"), "2020");
    assert_eq!(
        after,
        "{\"id\":\"s\",\"title\":\"S\",\"kind\":\"trade\", \"observations\": [{\"id\":\"s.2020\",\"period\":\"2020\",\"value\":8.30}]}\n"
    );
}

#[test]
fn figures_of_many_series_go_in_at_once() {
    let text = "[\n{\"id\": \"a\", \"title\": \"A\", \"kind\": \"trade\"},\n{\"id\": \"b\", \"title\": \"B\", \"kind\": \"trade\"}]";
    let mut file = RecordFile::new("series", "series.json", false, text);
    let of = |series: &str, period: &str| (Id::new(series).unwrap(), figure(period));
    let gone = [of("a", "2020"), of("gone", "2021")];
    assert!(file.insert_figures(&gone).is_err());
    assert_eq!(file.text(), text);
    let all = [of("b", "2021"), of("a", "2020"), of("b", "2020")];
    file.insert_figures(&all).unwrap();
    let read: Value = serde_json::from_str(&file.text()).unwrap();
    assert_eq!(read[0]["observations"].as_array().unwrap().len(), 1);
    let years: Vec<_> = read[1]["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| &o["period"])
        .collect();
    assert_eq!(years, ["2020", "2021"]);
}
