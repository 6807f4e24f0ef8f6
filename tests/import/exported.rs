//! What the program writes for others it can read again, as far as those formats can hold it.

use std::collections::BTreeMap;

use bilat::dossier::load::{Origin, load};
use bilat::dossier::{Date, Dossier};

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
