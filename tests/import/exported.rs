//! What the program writes for others it can read again, as far as those formats can hold it.

use std::collections::BTreeMap;

use bilat::dossier::{Date, Dossier};
use bilat::load::{Origin, load};

use crate::dossier::{World, bilat};

/// Title, date and status of each event, by id.
fn events(dossier: &Dossier) -> BTreeMap<String, (String, String, &'static str)> {
    // The periods of agreements are eras of a timeline, and eras are events again.
    let events = dossier.events.iter();
    let events = events.filter(|event| *event.kind != *"era").map(|event| {
        let date = event.date.as_ref().map(Date::label).unwrap_or_default();
        let told = (event.title.to_string(), date, event.status.word());
        (event.id.to_string(), told)
    });
    events.collect()
}

#[test]
fn a_timeline_comes_back_with_its_names_dates_and_statuses() {
    let world = World::of("LAO,RUS");
    let file = format!("{}/timeline.json", world.files());
    assert_eq!(bilat(&["export", "timelinejs", "-o", &file]).0, 0);
    world.imported(&["timelinejs", &file]);
    let old = events(&load(&Origin::BuiltIn).dossier);
    let new = events(&world.load());
    assert!(new.len() > 40);
    for (id, told) in &new {
        assert_eq!(old.get(id), Some(told), "{id}");
    }
    // Only what has no date is not in a timeline.
    for (id, (_, date, _)) in &old {
        assert!(new.contains_key(id) || date == "undated", "{id}");
    }
}

#[test]
fn a_timeline_of_a_dossier_adds_no_event_to_it_twice() {
    let world = World::of("LAO,RUS");
    let file = format!("{}/timeline.json", world.files());
    assert_eq!(bilat(&["export", "timelinejs", "-o", &file]).0, 0);
    world.imported(&["timelinejs", &file]);
    let count = world.load().events.len();
    let again = format!("{}/again.json", world.files());
    assert_eq!(
        bilat(&["export", "timelinejs", &world.dossier(), "-o", &again]).0,
        0
    );
    let report = world.imported(&["timelinejs", &again]);
    assert_eq!(world.load().events.len(), count, "{report}");
}

#[test]
fn sources_come_back_with_authors_and_dates() {
    for (format, name) in [("bibtex", "s.bib"), ("csl-json", "s.json")] {
        let world = World::of("LAO,RUS");
        let file = format!("{}/{name}", world.files());
        assert_eq!(bilat(&["export", format, "-o", &file]).0, 0);
        world.imported(&[format, &file]);
        let (old, new) = (load(&Origin::BuiltIn).dossier, world.load());
        for source in &old.sources {
            let found = new.source(&source.id).unwrap();
            assert_eq!(found.title, source.title);
            let year = |date: &Option<Date>| date.as_ref().and_then(Date::year);
            assert_eq!(year(&found.issued), year(&source.issued));
            let names = |dossier: &Dossier, ids: &[bilat::dossier::Id]| {
                let names = ids.iter().map(|id| dossier.name(id));
                names.collect::<Vec<_>>()
            };
            assert_eq!(names(&new, &found.author), names(&old, &source.author));
        }
    }
}

/// Files of a dossier in which a text has a tab, a blank more, and line ends.
fn spaced(text: &str) -> World {
    let world = World::of("LAO,RUS");
    let given = serde_json::json!(text).to_string();
    for (file, records) in [
        (
            "sources.json",
            r#"[{"id": "s", "type": "report", "title": "§", "publisher": "§", "issued": "2024"}]"#,
        ),
        (
            "events.json",
            r#"[{"id": "e", "title": "§", "date": "2024", "kind": "summit",
                "status": "occurred", "evidence": [{"source": "s", "paragraph": 1}]},
               {"id": "f", "title": "T", "summary": "§", "date": "2024", "kind": "summit",
                "status": "occurred", "evidence": [{"source": "s", "paragraph": 1}]}]"#,
        ),
    ] {
        let path = std::path::Path::new(&world.dossier()).join(file);
        std::fs::write(path, records.replace("\"§\"", &given)).unwrap();
    }
    world
}

#[test]
fn tabs_and_line_ends_come_back() {
    let given = "Roads\tand  rails\r\nby river\n\nand by air";
    for format in ["timelinejs", "csl-json", "bibtex"] {
        let (old, new) = (spaced(given), World::of("LAO,RUS"));
        let file = format!("{}/exported", new.files());
        assert_eq!(bilat(&["export", format, &old.dossier(), "-o", &file]).0, 0);
        new.imported(&[format, &file]);
        let dossier = new.load();
        if format == "timelinejs" {
            let event = |id: &str| dossier.events.iter().find(|event| event.id.as_str() == id);
            let summary = event("f").unwrap().summary.as_ref().unwrap();
            let title = &event("e").unwrap().title;
            assert_eq!((title.given(), summary.given()), (given, given));
            continue;
        }
        let mut sources = dossier.sources.iter();
        let source = sources.find(|source| source.id.as_str() == "s").unwrap();
        // Of several blanks TeX makes one.
        let given = match format {
            "bibtex" => given.replace("  ", " "),
            _ => given.to_owned(),
        };
        let publisher = source.publisher.as_ref().unwrap();
        assert_eq!(
            (source.title.given(), publisher.given()),
            (&*given, &*given)
        );
    }
}

/// Every record of a dossier, by its id.
fn records(arguments: &[&str]) -> BTreeMap<String, serde_json::Value> {
    let (code, out, err) = bilat(&[&["export", "jsonl"], arguments].concat());
    assert_eq!(code, 0, "{err}");
    let lines = out.lines().skip(1);
    let records = lines.map(|line| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        (record["record"]["id"].as_str().unwrap().to_owned(), record)
    });
    records.collect()
}

/// Imports, and returns the report in plain text.
fn imported(world: &World, words: &[&str]) -> String {
    let (code, report, err) = world.import(words);
    assert_eq!(code, 0, "{err}");
    report
}

#[test]
fn a_dossier_comes_back_whole_from_json_and_from_lines() {
    for (format, name) in [("json", "all.json"), ("jsonl", "all.jsonl")] {
        let world = World::of("LAO,RUS");
        let file = format!("{}/{name}", world.files());
        assert_eq!(bilat(&["export", format, "-o", &file]).0, 0);
        let report = imported(&world, &["json", &file]);
        assert!(report.contains("  events        61 new\n"), "{report}");
        let (old, new) = (records(&[]), records(&[&world.dossier()]));
        assert!(old.len() > 300 && new.len() == old.len());
        for (id, record) in &old {
            assert_eq!(new.get(id), Some(record), "{format}");
        }
        let again = imported(&world, &["json", &file]);
        assert!(again.contains("Nothing new;"), "{again}");
        let (all, own) = (load(&Origin::BuiltIn).dossier, world.load());
        let (topics, own) = (&all.about.topics, &own.about.topics);
        assert!(topics.iter().all(|t| own.iter().any(|o| o.id == t.id)));
    }
}

#[test]
fn of_two_records_of_one_name_the_dossiers_stays_unless_the_files_is_wanted() {
    let world = World::of("LAO,RUS");
    let file = format!("{}/all.json", world.files());
    assert_eq!(bilat(&["export", "json", "-o", &file]).0, 0);
    imported(&world, &["json", &file]);
    let text = std::fs::read_to_string(&file).unwrap();
    let title = "Laos gives two elephants";
    assert_eq!(text.matches(&format!("\"title\": \"{title}\"")).count(), 1);
    std::fs::write(&file, text.replace(title, "Two elephants given")).unwrap();
    let report = imported(&world, &["json", &file]);
    let told = "elephant-gift title: Laos gives two elephants in the dossier, Two elephants given in the file";
    assert!(report.contains(told), "{report}");
    let shown = |world: &World| {
        world
            .load()
            .name(&bilat::dossier::Id::new("elephant-gift").unwrap())
    };
    assert_eq!(shown(&world), title);
    imported(&world, &["json", &file, "--update"]);
    assert_eq!(shown(&world), "Two elephants given");
}

#[test]
fn a_dossier_of_other_sides_or_with_faults_is_refused() {
    let world = World::of("LAO,GBR");
    let file = format!("{}/all.json", world.files());
    assert_eq!(bilat(&["export", "json", "-o", &file]).0, 0);
    let (code, _, err) = bilat(&["import", "json", &file, "--into", &world.dossier()]);
    assert!(code == 2 && err.contains("other sides: LAO, RUS"), "{err}");
    std::fs::write(&file, "{\"kind\": \"event\", \"record\": {\"id\": 7}}\n").unwrap();
    let (code, _, err) = bilat(&["import", "json", &file, "--into", &world.dossier()]);
    assert!(code == 2 && err.contains("all.json:1:"), "{err}");
    assert!(world.load().events.is_empty());
}

#[test]
fn what_the_head_of_another_dossier_says_is_told_and_not_lost_silently() {
    let world = World::of("LAO,RUS");
    let file = format!("{}/all.json", world.files());
    assert_eq!(bilat(&["export", "json", "-o", &file]).0, 0);
    let report = world.imported(&["json", &file]).to_string();
    for part in ["predecessors of RUS (SUN)", "description", "contributors"] {
        assert!(report.contains(part), "{part}: {report}");
    }
    assert_eq!(
        bilat(&["export", "json", &world.dossier(), "-o", &file]).0,
        0
    );
    let again = world.imported(&["json", &file]).to_string();
    assert!(!again.contains("not taken into dossier.json"), "{again}");
}
