//! Pages and lists show every field.

use bilat::dossier::fields::Type;
use bilat::dossier::typed::fields_of;
use bilat::dossier::{Date, Id, Kind};
use bilat::load::{Origin, load};
use serde_json::Value;

use super::samples::{id, samples};
use super::world::{World, bare, is_needed, printed};

/// The lines of a page, without their indents.
fn page(world: &World, id: &str) -> Vec<String> {
    let text = printed(&["show", id, world.dossier()]);
    text.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_page_shows_every_field() {
    let world = World::full();
    for kind in Kind::ALL {
        let (full, bare) = (page(&world, &id(kind)), page(&world, &bare(kind)));
        for sample in samples(kind) {
            for line in sample.shown {
                let has = |page: &[String]| page.iter().any(|shown| shown == line);
                let field = sample.field;
                assert!(has(&full), "{kind:?}.{field}: no `{line}` in {full:#?}");
                // Or the line would prove nothing.
                let proves = is_needed(kind, field) || !has(&bare);
                assert!(proves, "{kind:?}.{field}: `{line}` is shown without it");
            }
        }
    }
}

/// The subcommand that lists a kind; figures are listed with their series.
fn list(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Event => "timeline",
        Kind::Agreement => "agreements",
        Kind::Series => "trade",
        Kind::Quote => "quotes",
        Kind::Claim => "claims",
        Kind::Dispute => "disputes",
        Kind::Person => "people",
        Kind::Organisation => "organisations",
        Kind::Source => "sources",
        Kind::Observation => return None,
    })
}

/// Every field of a record is what its sample says.
pub(super) fn is_full(kind: Kind, record: &Value, where_from: &str) {
    for sample in samples(kind) {
        let (found, expected) = (&record[sample.field], sample.value());
        assert_eq!(found, &expected, "{where_from}: {kind:?}.{}", sample.field);
    }
}

#[test]
fn a_json_list_has_every_field() {
    let world = World::full();
    for kind in Kind::ALL {
        let id = id(kind);
        let one: Value =
            serde_json::from_str(&printed(&["show", &id, world.dossier(), "--json"])).unwrap();
        is_full(kind, &one["record"], "show --json");
        let Some(list) = list(kind) else { continue };
        let text = match kind {
            Kind::Quote => printed(&[list, "speaker:ann", world.dossier(), "--json"]),
            _ => printed(&[list, world.dossier(), "--json"]),
        };
        let all: Value = serde_json::from_str(&text).unwrap();
        let mut records = all["records"].as_array().unwrap().iter();
        let found = records.find(|one| one["record"]["id"] == id.as_str());
        is_full(kind, &found.unwrap()["record"], list);
    }
}

/// Each field that the table marks as searched is found by the words of its sample.
#[test]
fn a_search_looks_at_every_field_that_it_is_said_to() {
    let world = World::full();
    let dossier = load(&Origin::Folder(world.path().to_owned())).dossier;
    for kind in Kind::ALL {
        let record = dossier.find(&Id::new(&id(kind)).unwrap()).unwrap();
        let haystack = dossier.haystack(record);
        for info in fields_of(kind).iter().filter(|info| info.searched) {
            let mut samples = samples(kind).iter();
            let sample = samples.find(|sample| sample.field == info.name).unwrap();
            let Value::String(text) = sample.value() else {
                continue;
            };
            let named = Id::new(&text).ok().and_then(|id| dossier.find(&id));
            let expected = match (named, info.kind) {
                (Some(named), _) => dossier.title(named),
                (None, Type::Date) => Date::parse(&text).unwrap().label(),
                (None, _) => text,
            };
            let has = haystack.contains(&expected);
            assert!(has, "{kind:?}.{}: no `{expected}` in {haystack}", info.name);
        }
    }
}
