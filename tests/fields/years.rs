//! Years of more than four digits through every command and export.

use serde_json::{Value, json};

use super::world::{World, bilat, printed};

/// Dates in their order, and how a brief has them.
const DATES: [(&str, &str); 8] = [
    ("Y-9223372036854775807", "9223372036854775808 BCE"),
    ("Y-400000", "400001 BCE"),
    ("Y-17000", "17001 BCE"),
    ("Y-17000~/Y-16000", "about 17001 BCE – 16001 BCE"),
    ("-0044", "45 BCE"),
    ("2024", "2024"),
    ("Y12345", "12345"),
    ("Y9223372036854775807", "9223372036854775807"),
];

fn world() -> World {
    let world = World::of(|_| Vec::new());
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "x"}]);
    // Not in their order.
    let events = DATES.iter().enumerate().rev().map(|(at, (date, _))| {
        json!({"id": format!("e{at}"), "title": format!("Event {at}"), "kind": "k", "status": "occurred", "date": date,
            "participants": [{"who": "LAO"}, {"who": "GBR"}], "evidence": evidence})
    });
    world.write("events.json", &events.collect::<Value>().to_string());
    let figures = DATES.iter().enumerate().map(|(at, (date, _))| {
        json!({"id": format!("f{at}"), "period": date, "value": at + 1, "evidence": evidence})
    });
    let series = json!([{"id": "s", "title": "S", "kind": "trade", "unit": "USD", "reporter": "LAO", "partner": "GBR",
        "flow": "total", "observations": figures.collect::<Value>(), "evidence": evidence}]);
    world.write("series.json", &series.to_string());
    let quotes = DATES.iter().enumerate().map(|(at, (date, _))| {
        json!({"id": format!("q{at}"), "speaker": "ann", "event": "e5", "said": date, "text": "Words",
            "evidence": [{"source": "gazette", "paragraph": 1}]})
    });
    world.write("quotes.json", &quotes.collect::<Value>().to_string());
    for name in ["agreements.json", "claims.json"] {
        world.write(name, "[]");
    }
    world
}

#[test]
fn lists_have_them_in_their_order() {
    let world = world();
    assert!(printed(&["check", world.dossier()]).starts_with("no problems"));
    let list = printed(&["timeline", world.dossier()]);
    let order: Vec<_> = list
        .lines()
        .map(|line| line.split("Event ").nth(1).unwrap()[..1].to_owned())
        .collect();
    assert_eq!(order.concat(), "01234567", "{list}");
    let page = printed(&["show", "e2", world.dossier()]);
    assert!(page.contains("  date: -17000\n"), "{page}");
}

#[test]
fn tables_leave_a_day_open_that_they_cannot_hold() {
    let world = world();
    let text = printed(&["export", "csv", world.dossier(), "--file", "events.csv"]);
    let mut csv = csv::Reader::from_reader(text.as_bytes());
    let head = csv.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    for row in csv.records().map(Result::unwrap) {
        let number: usize = row[0][1..].parse().unwrap();
        let date = DATES[number].0;
        let days = [&row[at("date_earliest")], &row[at("date_latest")]];
        let expected = if date == "2024" {
            ["2024-01-01", "2024-12-31"]
        } else {
            ["", ""]
        };
        // A spreadsheet would take a minus for a formula.
        assert_eq!(
            (row[at("date")].trim_start_matches('\''), days),
            (date, expected)
        );
    }
    let json: Value =
        serde_json::from_str(&printed(&["timeline", world.dossier(), "--json"])).unwrap();
    for record in json["records"].as_array().unwrap() {
        let (date, days) = (
            &record["record"]["date"],
            &record["computed"]["dates"]["date"],
        );
        let is_far = date.as_str().unwrap().starts_with('Y');
        assert_eq!(
            days["earliest"].is_null() && days["latest"].is_null(),
            is_far,
            "{days}"
        );
    }
}

#[test]
fn briefs_and_timelines_have_them_in_words() {
    let world = world();
    let timeline: Value =
        serde_json::from_str(&printed(&["export", "timelinejs", world.dossier()])).unwrap();
    let slides = timeline["events"].as_array().unwrap();
    assert_eq!(slides.len(), DATES.len());
    for slide in slides {
        let id = slide["unique_id"].as_str().unwrap();
        let number: usize = id[1..].parse().unwrap();
        let (date, spoken) = DATES[number];
        let start = date.split('/').next().unwrap().trim_matches(['Y', '~']);
        let year = slide["start_date"]["year"].as_str().unwrap();
        let edtf: i64 = start.parse().unwrap();
        // TimelineJS has no year 0: 1 BCE is its year -1.
        let counted = if edtf <= 0 { edtf - 1 } else { edtf };
        assert_eq!(year.parse(), Ok(counted), "{slide}");
        assert!(slide["start_date"]["month"].is_null(), "{slide}");
        if let Some(shown) = slide["display_date"].as_str() {
            assert_eq!(shown, spoken);
        }
    }
    for format in ["markdown", "html"] {
        let brief = printed(&["export", format, world.dossier()]);
        assert!(brief.contains("17001 BCE"), "{brief}");
    }
}

/// Whatever is done with them, nothing panics, and they come back as they were.
#[test]
fn nothing_breaks_on_them() {
    let world = world();
    let folder = world.dossier();
    for words in [
        &["contested", folder][..],
        &["trade", folder],
        &["trade", folder, "--json"],
        &["trade", folder, "--from", "Y-17000"],
        &["timeline", folder, "--to", "-0044"],
        &["show", "f1", folder],
        &["cite", "e1", folder],
        &["screenshot", folder],
        &["screenshot", folder, "--keys", "3z"],
        &["screenshot", folder, "--keys", "4/words"],
        &["quotes", "from:-0044", folder],
        &["quotes", "year:Y-17000", folder],
        &["export", "datapackage", folder, "--file", "events.csv"],
        &["export", "csl-json", folder],
        &["export", "bibtex", folder],
    ] {
        let (code, out, err) = bilat(words);
        assert!(code <= 1 && !err.contains("panic"), "{words:?}: {out}{err}");
    }
    let file_path = world.path().join("all.json");
    let file = file_path.to_str().unwrap();
    printed(&["export", "json", folder, "-o", file]);
    let target_path = world.path().join("new");
    let target = target_path.to_str().unwrap();
    printed(&["new", target, "--sides", "LAO,GBR"]);
    assert_eq!(bilat(&["import", "json", file, "--into", target]).0, 0);
    // The countries have the names that the new dossier gives them.
    let list = printed(&["timeline", target]).replace("United Kingdom", "Britain");
    assert_eq!(list, printed(&["timeline", folder]));
    let event = [
        "add",
        "event",
        "--dossier",
        target,
        "--title",
        "Far",
        "--date",
        "Y-20000",
        "--kind",
        "k",
    ];
    let passage = ["--source", "gazette", "--paragraph", "1", "--exact", "x"];
    let (code, _, err) = bilat(&[&event[..], &passage].concat());
    assert_eq!((code, err.as_str()), (0, ""));
}
