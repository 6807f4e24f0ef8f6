//! `TimelineJS` 3: the shape that its documentation asks for, and what it can hold comes back.

use std::collections::HashSet;

use bilat::dossier::Dossier;
use bilat::export::{Format, TimelineJs, text};
use proptest::prelude::*;
use serde_json::Value;

use super::generated::{any_dossier, built_in, odd};

fn timeline(dossier: &Dossier) -> Value {
    serde_json::from_str(&text(&TimelineJs(dossier)).unwrap()).unwrap()
}

/// HTML to text, as a reader of the format would take it. No tags but ours may stand in it.
fn plain(html: &str) -> String {
    let mut text = html.to_owned();
    // In which white space is kept.
    let span = "<span style=\"white-space: pre-wrap\">";
    for tag in ["<p>", "<small>", "</small>", span, "</span>"] {
        text = text.replace(tag, "");
    }
    text = text.replace("</p>", "\n\n");
    assert!(!text.contains(['<', '>']), "{html}");
    for (entity, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#13;", "\r"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    text.trim().to_owned()
}

/// A date object, sound and no more precise than its year, month and day go on.
fn sound(date: &Value) {
    let part = |name: &str| date[name].as_str().map(|text| text.parse::<i32>().unwrap());
    part("year").expect("a year");
    assert!(
        part("month").is_none_or(|month| (1..=12).contains(&month)),
        "{date}"
    );
    assert!(part("day").is_none_or(|day| (1..=31).contains(&day) && part("month").is_some()));
    assert!(
        part("hour").is_none_or(|hour| hour < 24 && part("day").is_some()),
        "{date}"
    );
    let known = ["year", "month", "day", "hour", "minute"];
    assert!(
        date.as_object()
            .unwrap()
            .keys()
            .all(|key| known.contains(&key.as_str()))
    );
}

fn shape(dossier: &Dossier) -> Value {
    let timeline = timeline(dossier);
    assert_eq!(timeline["scale"], "human");
    assert!(timeline["title"].get("start_date").is_none());
    let mut ids = HashSet::new();
    for slide in timeline["events"].as_array().unwrap() {
        sound(&slide["start_date"]);
        if let Some(end) = slide.get("end_date") {
            sound(end);
        }
        assert!(ids.insert(slide["unique_id"].as_str().unwrap()));
        assert!(slide["group"].is_null() || !slide["group"].as_str().unwrap().contains(['<', '>']));
        plain(slide["text"]["headline"].as_str().unwrap());
        assert_eq!(slide["autolink"], false);
    }
    for era in timeline["eras"].as_array().into_iter().flatten() {
        sound(&era["start_date"]);
        sound(&era["end_date"]);
        plain(era["text"]["headline"].as_str().unwrap());
    }
    timeline
}

/// The date of a slide as EDTF, as far as its parts say.
fn edtf(slide: &Value) -> String {
    let one = |date: &Value| {
        let part = |name: &str| date[name].as_str().map(|text| format!("-{text:0>2}"));
        let year: i32 = date["year"].as_str().unwrap().parse().unwrap();
        format!(
            "{year:04}{}{}",
            part("month").unwrap_or_default(),
            part("day").unwrap_or_default()
        )
    };
    match slide.get("end_date") {
        Some(end) => format!("{}/{}", one(&slide["start_date"]), one(end)),
        None => one(&slide["start_date"]),
    }
}

/// Titles, texts, plain dates and places on the line come back; what is not plain says so.
fn comes_back(dossier: &Dossier) {
    let timeline = shape(dossier);
    let slides = timeline["events"].as_array().unwrap();
    let dated = dossier
        .events
        .iter()
        .filter(|e| e.date.as_ref().is_some_and(|d| d.edtf().is_some()));
    let dated: Vec<_> = dated.collect();
    assert_eq!(slides.len(), dated.len());
    for (slide, event) in slides.iter().zip(dated) {
        assert_eq!(slide["unique_id"], event.id.as_str());
        assert_eq!(
            plain(slide["text"]["headline"].as_str().unwrap()),
            event.title.given().trim()
        );
        let body = plain(slide["text"]["text"].as_str().unwrap());
        for part in event
            .summary
            .iter()
            .flat_map(|summary| summary.given().split("\n\n"))
        {
            assert!(body.contains(part.trim()), "{body}");
        }
        for evidence in &event.evidence {
            let exact = evidence.given_words();
            assert!(body.contains(&*exact) && body.contains(&format!("¶{}", evidence.paragraph)));
        }
        let date = event.date.as_ref().unwrap();
        let stored = date.edtf().unwrap();
        match slide.get("display_date") {
            None => assert_eq!(edtf(slide), stored.split('T').next().unwrap()),
            Some(told) => assert!(!told.as_str().unwrap().is_empty()),
        }
    }
}

#[test]
fn what_it_can_hold_comes_back() {
    for dossier in [built_in(), odd()] {
        comes_back(&dossier);
    }
    let timeline = shape(&built_in());
    assert_eq!(timeline["events"].as_array().unwrap().len(), 44);
    assert_eq!(timeline["eras"].as_array().unwrap().len(), 2);
    let group = |id: &str| {
        let slides = timeline["events"].as_array().unwrap();
        let slide = slides
            .iter()
            .find(|slide| slide["unique_id"] == id)
            .unwrap();
        (slide["group"].clone(), slide.get("display_date").cloned())
    };
    // Nuclear energy is within energy; the year was worked out.
    let (lane, told) = group("nuclear-memorandum-signing-2016");
    assert_eq!(lane, "Energy");
    assert_eq!(told.unwrap(), "[2016]");
    assert_eq!(group("relations-1960").1, None);
}

#[test]
fn what_it_cannot_hold_is_told() {
    let dossier = built_in();
    let remarks = TimelineJs(&dossier).remarks();
    assert_eq!(remarks.len(), 1);
    assert!(
        remarks[0].starts_with("17 events have no date and are left out"),
        "{remarks:?}"
    );
    assert!(remarks[0].contains("vietnam-war"));
    let none = super::generated::of(&[]).dossier;
    assert!(TimelineJs(&none).is_empty() && TimelineJs(&none).remarks().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_dossier_makes_a_sound_timeline(dossier in any_dossier()) {
        comes_back(&dossier);
    }
}
