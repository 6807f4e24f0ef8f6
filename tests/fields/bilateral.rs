//! Whether an event is between the two sides: as the record says, or as its participants tell.

use bilat::dossier::Dossier;
use bilat::load::{Origin, Texts, load, load_with};
use serde_json::{Value, json};

use super::world::{World, printed};

/// A dossier of Laos and Russia, with people and organisations of several countries.
fn files(events: &Value) -> Vec<(&'static str, Value)> {
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "x"}]);
    let with = |mut record: Value| {
        record["evidence"] = evidence.clone();
        record
    };
    let body = |id: &str, country: Value| {
        with(json!({"id": id, "name": id, "kind": "k", "country": country}))
    };
    let mut bloc = body("bloc", Value::Null);
    bloc["members"] = json!([{"member": "LAO", "kind": "member", "evidence": evidence}]);
    let mut clerk = with(json!({"id": "clerk", "name": "Clerk"}));
    clerk["roles"] = json!([{"title": "Clerk", "organisation": "bank", "evidence": evidence}]);
    let person = |id: &str, country: Value| with(json!({"id": id, "name": id, "country": country}));
    vec![
        (
            "dossier.json",
            json!({"format": "bilat/1", "title": "T", "sides": [
                {"code": "LAO", "name": "Laos"},
                {"code": "RUS", "name": "Russia", "predecessors": [{"code": "SUN", "name": "Soviet Union"}]}]}),
        ),
        (
            "sources.json",
            json!([{"id": "gazette", "type": "report", "title": "Gazette"}]),
        ),
        (
            "people.json",
            json!([
                person("lao", "LAO".into()),
                person("thai", "THA".into()),
                person("nobody", Value::Null),
                clerk
            ]),
        ),
        (
            "organisations.json",
            json!([
                body("bank", "RUS".into()),
                body("firm", "THA".into()),
                body("club", Value::Null),
                bloc
            ]),
        ),
        ("events.json", events.clone()),
    ]
}

/// An event with these participants.
fn event(id: &str, participants: &[&str], bilateral: Option<bool>) -> Value {
    let participants: Vec<_> = participants.iter().map(|who| json!({"who": who})).collect();
    json!({"id": id, "title": id, "kind": "meeting", "status": "occurred", "participants": participants,
        "bilateral": bilateral, "evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]})
}

fn dossier(events: &Value) -> Dossier {
    let mut texts: Texts = bilat::load::FILES
        .into_iter()
        .map(|name| (format!("{name}.json"), "[]".to_owned()))
        .collect();
    for (name, value) in files(events) {
        texts.insert(name.to_owned(), value.to_string());
    }
    let loaded = load_with(&Origin::BuiltIn, &texts);
    assert_eq!(loaded.problems, []);
    loaded.dossier
}

const CASES: [(&[&str], Option<bool>); 16] = [
    (&["LAO", "RUS"], Some(true)),
    (&["LAO", "SUN"], Some(true)),
    (&["lao", "bank"], Some(true)),
    (&["LAO", "clerk", "THA"], Some(true)),
    (&["lao", "RUS", "nobody"], Some(true)),
    (&["LAO", "firm"], None),
    (&["RUS", "SUN"], None),
    (&["clerk"], None),
    (&["THA", "firm"], Some(false)),
    (&["thai", "club"], Some(false)),
    (&["club"], Some(false)),
    // A side is in the bloc, but does it act?
    (&["bloc", "THA"], None),
    (&["bloc", "RUS"], None),
    (&["nobody", "THA"], None),
    (&["nobody"], None),
    (&[], None),
];

#[test]
fn the_participants_tell() {
    for (participants, expected) in CASES {
        for stored in [None, Some(true), Some(false)] {
            let dossier = dossier(&json!([event("e", participants, stored)]));
            let found = dossier.is_bilateral(&dossier.events[0]);
            // What the record says decides.
            assert_eq!(found, stored.or(expected), "{participants:?}");
        }
    }
}

#[test]
fn a_json_list_has_it_among_what_is_computed() {
    let world = World::of(|_| Vec::new());
    let events = CASES
        .iter()
        .enumerate()
        .map(|(at, (who, _))| event(&format!("e{at}"), who, None));
    for (name, value) in files(&events.collect()) {
        world.write(name, &value.to_string());
    }
    for name in [
        "agreements.json",
        "series.json",
        "quotes.json",
        "claims.json",
    ] {
        world.write(name, "[]");
    }
    let list: Value =
        serde_json::from_str(&printed(&["timeline", world.dossier(), "--json"])).unwrap();
    let records = list["records"].as_array().unwrap();
    assert_eq!(records.len(), CASES.len());
    for record in records {
        let at: usize = record["record"]["id"].as_str().unwrap()[1..]
            .parse()
            .unwrap();
        let computed = record["computed"]
            .get("bilateral")
            .map(|is| is.as_bool().unwrap());
        assert_eq!(computed, CASES[at].1, "{record}");
        assert!(record["record"].get("bilateral").is_none(), "{record}");
    }
}

#[test]
fn most_events_of_the_built_in_dossier_are_between_the_two() {
    let dossier = load(&Origin::BuiltIn).dossier;
    let of = |is_bilateral| {
        let events = dossier.events.iter();
        let found = events.filter(|event| dossier.is_bilateral(event) == is_bilateral);
        found
            .map(|event| event.title.to_string())
            .collect::<Vec<_>>()
    };
    assert!(of(Some(true)).len() > 35);
    assert_eq!(
        of(Some(false)),
        ["Vietnam War", "Africans exhibited in cages in Europe"]
    );
}
