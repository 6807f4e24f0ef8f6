//! Files that are imported again, after the dossier or the file has changed.

use bilat::dossier::Id;

use crate::dossier::{World, bilat, fixture};

const HEAD: &str = "Country Name,Country Code,Indicator Name,Indicator Code,2021,2022\n";

fn row(name: &str, a: &str, b: &str) -> String {
    format!("Lao PDR,LAO,{name},X.{name},{a},{b}\n")
}

#[test]
fn what_a_person_has_changed_is_left_as_it_is_and_told() {
    let world = World::new();
    let file = world.file("a.csv", format!("{HEAD}{}", row("Rice", "5", "6")));
    world.imported(&["worldbank", &file]);
    let text = world
        .read("series.json")
        .replace("Rice: Laos", "Rice of Laos, in tonnes")
        .replace("\"value\": 6", "\"value\": 6.5");
    world.write("series.json", &text);
    let before = world.bytes();
    let report = world.imported(&["worldbank", &file]);
    assert_eq!(world.bytes(), before);
    let told = report["differences"].as_array().unwrap();
    // A title is ours; what the file says is the figures.
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["id"], &told[0]["dossier"], &told[0]["file"]),
        (&"wb-lao-x-rice.2022".into(), &"6.5".into(), &"6".into())
    );
    let (code, out, _) = world.import(&["worldbank", &file]);
    assert_eq!(code, 0);
    assert!(
        out.contains("existing values kept (use --update to overwrite)"),
        "{out}"
    );
    // Only who asks for it gets the file's.
    world.imported(&["worldbank", &file, "--update"]);
    let dossier = world.load();
    assert_eq!(&*dossier.series[0].title, "Rice of Laos, in tonnes");
    assert_eq!(
        dossier.series[0].observations[1].value.unwrap().printed(),
        "6"
    );
}

#[test]
fn what_a_person_has_added_stays_even_when_the_file_wins() {
    let world = World::new();
    let file = fixture("timelinejs/three.json");
    world.imported(&["timelinejs", &file]);
    let text = world.read("events.json").replace(
        "\"title\": \"Relations opened\",",
        "\"title\": \"Diplomatic relations opened\",\n      \"place\": \"Vientiane\",\n      \"participants\": [{\"who\": \"LAO\"}],",
    );
    // The slide says nothing of kind and status.
    let text = text.replace("\"status\": \"planned\"", "\"status\": \"cancelled\"");
    world.write("events.json", &text);
    let report = world.imported(&["timelinejs", &file]);
    assert_eq!(report["changes"].as_array().unwrap().len(), 0);
    assert_eq!(report["differences"].as_array().unwrap().len(), 1);
    world.imported(&["timelinejs", &file, "--update"]);
    let dossier = world.load();
    let found = dossier
        .find(&Id::new("relations-opened-1955").unwrap())
        .unwrap();
    let event = &dossier.events[found.at];
    assert_eq!(&*event.title, "Relations opened");
    assert_eq!(event.place.as_deref(), Some("Vientiane"));
    assert_eq!(event.participants.len(), 1);
    let railway = Id::new("a-railway-to-come-2099").unwrap();
    let railway = &dossier.events[dossier.find(&railway).unwrap().at];
    assert_eq!(railway.status.word(), "cancelled");
}

#[test]
fn a_record_that_was_renamed_is_found_again() {
    let world = World::new();
    for (format, file) in [
        ("worldbank", "worldbank/wdi.csv"),
        ("timelinejs", "timelinejs/three.json"),
        ("bibtex", "bibliography/library.bib"),
    ] {
        world.imported(&[format, &fixture(file)]);
    }
    for (name, old, new) in [
        ("series.json", "wb-lao-ny-gdp-mktp-cd", "gdp"),
        ("events.json", "relations-opened-1955", "opening"),
        ("people.json", "khamla-sayavong", "khamla"),
        ("sources.json", "khamla-sayavong", "khamla"),
        ("sources.json", "sayavong2019", "coffee"),
    ] {
        let text = world.read(name);
        assert!(text.contains(old), "{name} {old}");
        world.write(name, &text.replace(old, new));
    }
    let before = world.bytes();
    for (format, file) in [
        ("worldbank", "worldbank/wdi.csv"),
        ("timelinejs", "timelinejs/three.json"),
        ("bibtex", "bibliography/library.bib"),
    ] {
        let report = world.imported(&[format, &fixture(file)]);
        assert_eq!(world.bytes(), before, "{report}");
    }
}

#[test]
fn a_newer_file_adds_what_is_new_and_tells_what_was_revised() {
    let world = World::new();
    let old = world.file("old.csv", format!("{HEAD}{}", row("Rice", "5", "..")));
    world.imported(&["worldbank", &old]);
    let new = world.file(
        "new.csv",
        format!("{HEAD}{}{}", row("Rice", "5.1", "6"), row("Tea", "1", "2")),
    );
    let text = world
        .read("series.json")
        .replace("Rice: Laos", "Rice of Laos");
    world.write("series.json", &text);
    let report = world.imported(&["worldbank", &new]);
    assert_eq!(report["differences"].as_array().unwrap().len(), 1);
    let dossier = world.load();
    let values = |id: &str| {
        let found = dossier.find(&Id::new(id).unwrap()).unwrap();
        let values = dossier.series[found.at].observations.iter();
        values
            .map(|o| {
                (
                    o.id.to_string(),
                    o.value.unwrap().printed(),
                    o.evidence[0].source.to_string(),
                )
            })
            .collect::<Vec<_>>()
    };
    let told =
        |id: &str, value: &str, source: &str| (id.to_owned(), value.to_owned(), source.to_owned());
    assert_eq!(
        values("wb-lao-x-rice"),
        [
            told("wb-lao-x-rice.2021", "5", "worldbank-old"),
            told("wb-lao-x-rice.2022", "6", "worldbank-new")
        ]
    );
    world.imported(&["worldbank", &new, "--update"]);
    let dossier = world.load();
    let rice = &dossier.series[dossier.find(&Id::new("wb-lao-x-rice").unwrap()).unwrap().at];
    assert_eq!(rice.observations[0].value.unwrap().printed(), "5.1");
    assert_eq!(
        rice.observations[0].evidence[0].source.as_str(),
        "worldbank-new"
    );
    let (code, out, _) = bilat(&["verify", &world.dossier(), "--sources", &world.files()]);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn a_newer_file_of_the_same_name_leaves_the_older_one_findable() {
    let world = World::new();
    let file = world.file("data.csv", format!("{HEAD}{}", row("Rice", "5", "")));
    world.imported(&["worldbank", &file]);
    std::fs::rename(&file, format!("{}/data-2023.csv", world.files())).unwrap();
    let file = world.file("data.csv", format!("{HEAD}{}", row("Rice", "5", "6")));
    let report = world.imported(&["worldbank", &file]);
    let remark = report["files"][0]["remarks"][0].as_str().unwrap();
    assert!(
        remark.contains("`worldbank-data` was another file called data.csv"),
        "{remark}"
    );
    let (code, out, _) = bilat(&["verify", &world.dossier(), "--sources", &world.files()]);
    assert_eq!((code, out.lines().count()), (0, 1), "{out}");
}

#[test]
fn a_file_of_which_all_is_known_is_no_new_source() {
    let world = World::new();
    let text = format!("{HEAD}{}", row("Rice", "5", "6"));
    let file = world.file("a.csv", &text);
    world.imported(&["worldbank", &file]);
    let before = world.bytes();
    let copy = world.file("b.csv", format!("{text}\n"));
    let report = world.imported(&["worldbank", &copy]);
    assert_eq!(world.bytes(), before, "{report}");
    assert_eq!(report["records"].as_array().unwrap().len(), 2);
}

#[test]
fn a_source_that_is_there_can_be_the_file() {
    let world = World::new();
    let dossier = world.dossier();
    let (code, ..) = bilat(&[
        "add",
        "source",
        "--dossier",
        &dossier,
        "--id",
        "wdi",
        "--type",
        "dataset",
        "--title",
        "My download",
    ]);
    assert_eq!(code, 0);
    let file = fixture("worldbank/wdi.csv");
    world.imported(&[
        "worldbank",
        &file,
        "--source",
        "wdi",
        "--accessed",
        "2024-07-01",
    ]);
    let dossier = world.load();
    assert_eq!(dossier.sources.len(), 1);
    let source = &dossier.sources[0];
    assert_eq!(
        (&*source.title, source.file.as_deref()),
        ("My download", Some("wdi.csv"))
    );
    assert_eq!(source.accessed.as_ref().unwrap().label(), "2024-07-01");
    let before = world.bytes();
    world.imported(&["worldbank", &file, "--source", "wdi"]);
    assert_eq!(world.bytes(), before);
    for (words, told) in [
        (
            &[
                "worldbank",
                &fixture("worldbank/wits.csv"),
                "--source",
                "wdi",
            ][..],
            "is another text",
        ),
        (
            &["worldbank", &file, "--source", "wdo"],
            "did you mean `wdi`?",
        ),
        (
            &["worldbank", &file, "--topic", "trad"],
            "did you mean `trade`?",
        ),
    ] {
        let (code, _, err) = world.import(words);
        assert!(code == 2 && err.contains(told), "{err}");
    }
}

#[test]
fn several_files_are_imported_together_or_not_at_all() {
    let world = World::new();
    let before = world.bytes();
    let good = world.file("good.csv", format!("{HEAD}{}", row("Rice", "5", "6")));
    let bad = world.file("bad.csv", "no table\n");
    let (code, out, err) = world.import(&["worldbank", &good, &bad]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("bad.csv: no header of the World Bank"),
        "{err}"
    );
    assert_eq!(world.bytes(), before);
    let other = world.file(
        "other.csv",
        format!("{HEAD}{}{}", row("Rice", "5", "7"), row("Tea", "1", "")),
    );
    let report = world.imported(&["worldbank", &good, &other]);
    // The same figure twice is one, another value for it is told and not taken.
    let skipped = report["files"][1]["skipped"].as_array().unwrap();
    let reasons: Vec<_> = skipped
        .iter()
        .map(|skip| skip["reason"].as_str().unwrap())
        .collect();
    assert!(
        reasons.contains(&"duplicate figure elsewhere"),
        "{reasons:?}"
    );
    assert!(
        reasons.contains(&"conflicting value for the same figure elsewhere: the first is used"),
        "{reasons:?}"
    );
    assert_eq!(world.load().series[0].observations.len(), 2);
}
