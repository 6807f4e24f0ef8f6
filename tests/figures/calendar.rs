//! Who and when: dates of events, quotes and agreements, holders of offices, roles, anniversaries, and
//! records of one thing.

use bilat::contested::{FindingKind, Standing, findings};
use serde_json::{Value, json};

use crate::fixture::dossier;

/// Kind and title of what is found in these files; the sources were published in 2025.
fn found(files: &[(&str, Value)]) -> Vec<(FindingKind, String)> {
    let source =
        |id: &str| json!({"id": id, "type": "article", "title": id, "issued": "2025-09-01"});
    let sources = json!([source("gazette"), source("herald"), source("courier")]);
    let files = [files, &[("sources.json", sources)]].concat();
    let found = findings(&dossier(&[], &files), None);
    found.into_iter().map(|f| (f.kind, f.title)).collect()
}

fn with(mut record: Value, fields: Value) -> Value {
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "words"}]);
    let own = record.as_object_mut().unwrap();
    own.insert("evidence".to_owned(), evidence);
    own.extend(fields.as_object().unwrap().clone());
    record
}

fn event(fields: Value) -> Value {
    with(
        json!({"id": "e", "title": "Day", "kind": "meeting", "status": "occurred"}),
        fields,
    )
}

fn events(events: &[Value]) -> Vec<FindingKind> {
    let found = found(&[("events.json", json!(events))]);
    found.into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn events_are_dated_before_their_sources_and_within_what_they_are_part_of() {
    use FindingKind::Dates;
    assert_eq!(events(&[event(json!({"date": "2025-08"}))]), []);
    assert_eq!(events(&[event(json!({"date": "2025-10"}))]), [Dates]);
    assert_eq!(
        events(&[event(json!({"date": "2025-10", "status": "planned"}))]),
        []
    );
    let whole = event(json!({"id": "w", "title": "Forum", "date": "2024-05-01/2024-05-03"}));
    let part = |date: &str| event(json!({"date": date, "part_of": "w"}));
    assert_eq!(events(&[whole.clone(), part("2024-05-02")]), []);
    assert_eq!(events(&[whole.clone(), part("2024")]), []);
    assert_eq!(events(&[whole.clone(), part("2023")]), [Dates]);
    let next = |date: &str| event(json!({"date": date, "follows": ["w"]}));
    assert_eq!(events(&[whole.clone(), next("2024-06")]), []);
    assert_eq!(events(&[whole, next("2024-04")]), [Dates]);
}

#[test]
fn quotes_are_said_before_they_are_printed_and_in_the_year_of_their_event() {
    let quote = |said: &str, held: &str| {
        let quote = with(
            json!({"id": "q", "speaker": "ann", "said": said, "event": "e", "text": "Words."}),
            json!({"evidence": [{"source": "gazette", "paragraph": 1}]}),
        );
        let event = event(json!({"date": held}));
        found(&[
            ("quotes.json", json!([quote])),
            ("events.json", json!([event])),
        ])
        .len()
    };
    assert_eq!(quote("2023-05", "2023"), 0);
    assert_eq!(quote("2023", "2019"), 1);
    assert_eq!(quote("2025-12", "2025"), 1);
}

#[test]
fn an_agreement_has_the_status_of_its_dates() {
    let problems = |fields: Value| {
        let pact = json!({"id": "pact", "title": "Pact", "kind": "treaty", "status": "signed"});
        found(&[("agreements.json", json!([with(pact, fields)]))])
            .into_iter()
            .filter(|(kind, _)| *kind == FindingKind::AgreementDates)
            .count()
    };
    assert_eq!(problems(json!({"signed": "2025-07"})), 0);
    assert_eq!(problems(json!({"signed": "2025-10"})), 1);
    assert_eq!(
        problems(json!({"signed": "2025-07", "horizon": "2025/2026"})),
        0
    );
    assert_eq!(
        problems(json!({"signed": "2025-07", "horizon": "2015/2016"})),
        1
    );
    for (status, count) in [("under-discussion", 1), ("planned", 1), ("expired", 0)] {
        assert_eq!(
            problems(json!({"signed": "2025-07", "status": status})),
            count,
            "{status}"
        );
    }
}

#[test]
fn anniversaries_are_counted_in_words_and_without_a_link() {
    let founded = || {
        let fields =
            json!({"id": "f", "title": "Diplomatic relations opened", "date": "1960-10-07"});
        event(fields)
    };
    let held = |title: &str, date: &str| {
        events(&[founded(), event(json!({"title": title, "date": date}))])
    };
    for title in [
        "Sixtieth anniversary of relations",
        "60th anniversary of diplomatic relations",
        "60 years of relations celebrated",
    ] {
        assert_eq!(held(title, "2020"), [], "{title}");
        assert_eq!(held(title, "2021"), [FindingKind::Anniversary], "{title}");
    }
    assert_eq!(held("60 years of friendship", "2021"), []);
    let meeting =
        |id: &str, title: &str, date: &str| event(json!({"id": id, "title": title, "date": date}));
    let row = |a: &str, b: &str| {
        events(&[
            meeting("a", "18th meeting of officials", a),
            meeting("b", "19th meeting of officials", b),
        ])
    };
    assert_eq!(row("2022", "2023"), []);
    assert_eq!(row("2022", "2022"), []);
    assert_eq!(row("2022", "2021"), [FindingKind::Anniversary]);
}

fn people(roles: &[(&str, Value)]) -> Vec<FindingKind> {
    let people: Vec<_> = roles
        .iter()
        .enumerate()
        .map(|(at, (name, roles))| {
            let mut roles = roles.clone();
            for role in roles.as_array_mut().unwrap() {
                *role = with(role.clone(), json!({}));
            }
            let id = format!("p{at}");
            with(
                json!({"id": id, "name": name, "country": "LAO", "roles": roles}),
                json!({}),
            )
        })
        .collect();
    let found = found(&[("people.json", json!(people))]);
    found.into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn one_office_has_one_holder_and_one_person_may_have_several() {
    use FindingKind::{Holders, Titles};
    let at = |title: &str| json!([{"title": title, "as_of": "2025"}]);
    let two = |a: &str, b: &str| people(&[("Ann", at(a)), ("Bob", at(b))]);
    assert_eq!(two("President of Laos", "President"), [Holders]);
    assert_eq!(two("Minister of Energy", "Minister of Energy"), [Holders]);
    assert_eq!(two("Minister", "Minister"), []);
    assert_eq!(
        two("Deputy Minister of Energy", "Deputy Minister of Energy"),
        []
    );
    assert_eq!(two("President of Laos", "President of the Assembly"), []);
    let terms = [
        (
            "Ann",
            json!([{"title": "President", "from": "2016", "to": "2021"}]),
        ),
        ("Bob", json!([{"title": "President", "from": "2021"}])),
    ];
    assert_eq!(people(&terms), []);
    let both = |a: &str, b: &str| {
        let roles = json!([{"title": a, "as_of": "2025"}, {"title": b, "as_of": "2025"}]);
        people(&[("Ann", roles)])
    };
    assert_eq!(both("Deputy Prime Minister", "Vice President"), [Titles]);
    assert_eq!(
        both(
            "Deputy Prime Minister and Foreign Minister",
            "Foreign Minister"
        ),
        []
    );
    assert_eq!(both("General Secretary of the Party", "President"), []);
}

#[test]
fn roles_are_those_that_sources_give_and_are_held_at_the_time() {
    let kinds = |role: &str, date: &str| {
        let ann = with(
            json!({"id": "ann", "name": "Ann"}),
            json!({"roles": [with(json!({"title": "Minister of Energy", "from": "2021"}), json!({}))]}),
        );
        let quote = with(
            json!({"id": "q", "speaker": "ann", "role": role, "said": date, "text": "Words.", "event": "e"}),
            json!({"evidence": [{"source": "gazette", "paragraph": 1}]}),
        );
        let event = event(json!({"date": date, "participants": [{"who": "ann", "role": role}]}));
        let files = [
            ("people.json", json!([ann])),
            ("quotes.json", json!([quote])),
            ("events.json", json!([event])),
        ];
        found(&files)
            .into_iter()
            .map(|(kind, _)| kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("Minister of Energy", "2022"), []);
    assert_eq!(
        kinds("Minister of Energy", "2019"),
        [FindingKind::RoleAtQuote; 2]
    );
    assert_eq!(kinds("Prime Minister", "2022"), [FindingKind::RoleAtQuote]);
}

#[test]
fn one_thing_is_recorded_once() {
    use FindingKind::{Dates, Duplicate};
    let opened =
        |id: &str, date: &str| event(json!({"id": id, "title": "Relations opened", "date": date}));
    assert_eq!(
        events(&[opened("a", "1960-10-07"), opened("b", "1960-09-07")]),
        [Dates]
    );
    assert_eq!(
        events(&[opened("a", "1960-10-07"), opened("b", "1960")]),
        [Duplicate]
    );
    let meeting = |id: &str, date: &str| event(json!({"id": id, "date": date}));
    assert_eq!(
        events(&[meeting("a", "2023-05"), meeting("b", "2024-05")]),
        []
    );
    let pact = |id: &str, signed: &str| {
        let pact = json!({"id": id, "title": "Pact", "kind": "treaty", "status": "signed", "signed": signed});
        with(pact, json!({}))
    };
    let pacts = |a: &str, b: &str| {
        let files = [("agreements.json", json!([pact("a", a), pact("b", b)]))];
        found(&files)
            .into_iter()
            .map(|(kind, _)| kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(pacts("2024-05-01", "2024-05-02"), [Dates]);
    assert_eq!(pacts("2024-05-01", "2024-05-01"), [Duplicate]);
    assert_eq!(pacts("2018", "2024"), []);
}

#[test]
fn a_doubt_about_one_statement_is_a_query_and_one_between_two_a_conflict() {
    let events = [
        event(json!({"id": "w", "title": "Forum", "date": "2024-05"})),
        event(json!({"date": "2024-04", "follows": ["w"]})),
        event(json!({"id": "late", "title": "Late", "date": "2026"})),
    ];
    let source =
        |id: &str| json!({"id": id, "type": "article", "title": id, "issued": "2025-09-01"});
    let sources = json!([source("gazette"), source("herald"), source("courier")]);
    let files = [("events.json", json!(events)), ("sources.json", sources)];
    let dossier = dossier(&[], &files);
    let mut standings: Vec<_> = findings(&dossier, None)
        .iter()
        .map(bilat::contested::Finding::standing)
        .collect();
    standings.sort();
    assert_eq!(standings, [Standing::Query, Standing::Conflict]);
}
