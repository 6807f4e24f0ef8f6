//! Areas that are no country of today, dates that are not there, and years that no calendar has.

use crate::dossier::{World, bilat, left_out};
use serde_json::json;

const HEAD: &str = "refYear,period,reporterCode,reporterISO,reporterDesc,flowCode,partnerCode,partnerISO,partnerDesc,classificationCode,cmdCode,primaryValue\n";

#[test]
fn a_citation_says_what_the_file_calls_the_partner() {
    let row = "2023,2023,764,THA,Thailand,M,490,S19,\"Other Asia, nes\",H6,TOTAL,12345\n";
    let world = World::of("THA,TWN");
    let path = world.file("x.csv", HEAD.to_owned() + row);
    world.imported(&["comtrade", &path]);
    let id = world.load().series[0].observations[0].id.to_string();
    for words in [&["cite", &id][..], &["cite", "--write", &id]] {
        let (_, out, err) = bilat(&[words, &[&world.dossier()]].concat());
        assert!(out.contains("Other Asia, nes"), "{words:?}: {out}{err}");
    }
}

#[test]
fn former_areas_are_not_the_countries_of_their_codes() {
    let row = |number: &str, code: &str, name: &str| {
        format!("1989,1989,764,THA,Thailand,M,{number},{code},\"{name}\",H6,TOTAL,5\n")
    };
    let rows = [
        row("58", "BEL", "Belgium-Luxembourg (...1998)"),
        row("280", "DEU", "Fed. Rep. of Germany (...1990)"),
        row("736", "SDN", "Sudan (...2011)"),
        row("729", "SDN", "Sudan"),
    ];
    let read = |sides: &str, words: &[&str]| {
        let world = World::of(sides);
        let path = world.file("x.csv", HEAD.to_owned() + &rows.concat());
        let report = world.imported(&[&["comtrade", &path], words].concat());
        (left_out(&report).len(), world.load().series.len())
    };
    assert_eq!(read("THA,SGP", &["--any-partner"]), (3, 1));
    assert_eq!(read("THA,SDN", &[]), (3, 1));
    // A predecessor that the dossier names is one of its sides.
    let world = World::of("THA,RUS");
    let about = world.read("dossier.json");
    let text = about.replace(
        "\"code\": \"RUS\",",
        "\"code\": \"RUS\", \"predecessors\": [{\"code\": \"SUN\", \"name\": \"USSR\"}],",
    );
    world.write("dossier.json", &text);
    let path = world.file(
        "x.csv",
        HEAD.to_owned() + &row("810", "SUN", "USSR (...1991)"),
    );
    world.imported(&["comtrade", &path]);
    assert_eq!(world.load().series.len(), 1);
}

#[test]
fn an_agreement_whose_end_is_not_known_stays() {
    let marks = [
        "#N/A",
        "NaN",
        "n/d",
        "unknown",
        "?",
        "nil",
        "0000-00-00",
        "(blank)",
        "#REF!",
        "",
    ];
    let rows: Vec<_> = marks
        .iter()
        .enumerate()
        .map(|(at, mark)| format!("Treaty {at},Laos; United Kingdom,03.02.2001,{mark}\n"))
        .collect();
    let world = World::new();
    let path = world.file(
        "x.csv",
        format!("title,parties,signed,ends\n{}", rows.concat()),
    );
    let report = world.imported(&["agreements", "--dates", "DD.MM.YYYY", &path]);
    assert_eq!(left_out(&report), []);
    let text = report.to_string();
    assert!(text.contains("dates are DD.MM.YYYY, as given"), "{text}");
    let dossier = world.load();
    assert_eq!(dossier.agreements.len(), marks.len());
    assert!(
        dossier
            .agreements
            .iter()
            .all(|one| one.ends.is_none() && one.signed.is_some())
    );
}

#[test]
fn no_timeline_has_a_year_0() {
    let slide = |year: &str, headline: &str| json!({"start_date": {"year": year}, "text": {"headline": headline}});
    let text = json!({"events": [slide("0", "Nought"), slide("-1", "Before")]}).to_string();
    let world = World::new();
    let path = world.file("x.json", text);
    let report = world.imported(&["timelinejs", &path]);
    let reasons: Vec<_> = left_out(&report).into_iter().map(|(_, why)| why).collect();
    assert!(
        matches!(reasons.as_slice(), [why] if why.contains("no year 0")),
        "{reasons:?}"
    );
    let dossier = world.load();
    assert_eq!(dossier.events.len(), 1);
}

#[test]
fn what_the_date_of_a_title_slide_loses_is_reported() {
    let event = json!({"start_date": {"year": "1960"}, "text": {"headline": "Relations"}});
    let title = |year: &str, more: &str| json!({"start_date": {"year": year, "month": more}, "text": {"headline": "Ties"}});
    let sheet = "Year,Month,Day,Headline,Type\n0,,,Ties,title\n1960,,,Relations,\n";
    for (text, reason, note) in [
        (
            json!({"title": title("0", ""), "events": [event]}).to_string(),
            "no year 0",
            "Year as written: 0",
        ),
        (sheet.to_owned(), "no year 0", "Year as written: 0"),
        (
            json!({"timeline": {"headline": "Ties", "startDate": "0", "date": [
            {"startDate": "1960", "headline": "Relations"}]}})
            .to_string(),
            "no year 0",
            "Year as written: 0",
        ),
        (
            json!({"title": title("1960", "13"), "events": [event]}).to_string(),
            "",
            "Month as written: 13",
        ),
        (
            json!({"title": title("soon", ""), "events": [event]}).to_string(),
            "",
            "Year as written: soon",
        ),
    ] {
        let world = World::new();
        let name = if text.starts_with('{') {
            "x.json"
        } else {
            "x.csv"
        };
        let report = world.imported(&["timelinejs", &world.file(name, &text)]);
        let reasons: Vec<_> = left_out(&report).into_iter().map(|(_, why)| why).collect();
        assert_eq!(
            reasons.len(),
            usize::from(!reason.is_empty()),
            "{text}: {reasons:?}"
        );
        assert!(
            reasons.iter().all(|why| why.contains(reason)),
            "{reasons:?}"
        );
        // The title itself is that of the source, with its date as it is written.
        let dossier = world.load();
        let source = dossier
            .sources
            .iter()
            .find(|source| &*source.title == "Ties")
            .unwrap();
        let own = source.note.as_deref().unwrap_or_default();
        assert!(own.contains(note), "{text}: {own}");
        assert_eq!(dossier.events.len(), 1);
    }
}

#[test]
fn a_day_before_our_era_is_shown_in_words_and_comes_back() {
    let start = json!({"year": "-44", "month": "3", "day": "15"});
    let text = json!({"events": [{"start_date": start, "text": {"headline": "Ides"}}]}).to_string();
    let world = World::new();
    let path = world.file("x.json", text);
    world.imported(&["timelinejs", &path]);
    let (_, out, _) = bilat(&["export", "timelinejs", &world.dossier()]);
    let timeline: serde_json::Value = serde_json::from_str(&out).unwrap();
    let slide = &timeline["events"][0];
    assert_eq!(slide["start_date"], start);
    assert_eq!(slide["display_date"], "[15 March 44 BCE]");
    let again = World::new();
    let path = again.file("y.json", out);
    again.imported(&["timelinejs", &path]);
    let dates = |world: &World| world.load().events[0].date.clone();
    assert_eq!(dates(&again), dates(&world));
    let note = again.load().events[0].note.clone().unwrap_or_default();
    assert!(!note.contains("Displayed date"), "{note}");
}
