//! Offices, speakers and quotes: what contradicts, and what a careful reader leaves in peace.

use bilat::cite::{Style, cite};
use bilat::contested::{Contests, Finding, FindingKind as K, Standing, findings};
use bilat::dossier::{Kind, Ref};
use serde_json::{Value, json};

use crate::fixture::{dossier, trade};
use crate::records::{doubts, event, of, with, words};

fn person(id: &str, name: &str, roles: Value) -> Value {
    let mut roles = roles;
    for role in roles.as_array_mut().unwrap() {
        role["evidence"] = of("gazette");
    }
    json!({"id": id, "name": name, "country": "LAO", "roles": roles, "evidence": of("gazette")})
}

#[test]
fn one_person_may_hold_two_titles() {
    let standing = |one: &str, other: &str| {
        let roles = json!([{"title": one, "as_of": "2022"}, {"title": other, "as_of": "2022"}]);
        let people = json!([person("ann", "Ann", roles)]);
        let found = findings(&dossier(&[], &[("people.json", people)]), None);
        found.first().map(Finding::standing)
    };
    for (one, other) in [
        ("Deputy Prime Minister", "Foreign Minister"),
        ("Minister of Trade", "Member of Parliament"),
        ("Chairman of Norpower", "Chief executive of Norpower"),
    ] {
        assert_eq!(standing(one, other), Some(Standing::Open), "{one}, {other}");
    }
    for (one, other) in [
        ("President", "Prime Minister"),
        ("Vice President", "Deputy Prime Minister"),
        ("Vice President", "President"),
    ] {
        assert_eq!(
            standing(one, other),
            Some(Standing::Query),
            "{one}, {other}"
        );
    }
}

#[test]
fn one_office_has_one_holder() {
    let two = |one: Value, other: Value| {
        let people = json!([
            person("ann", "Ann", json!([one])),
            person("bob", "Bob", json!([other]))
        ]);
        doubts(&[], &[("people.json", people)])
    };
    let at = |title: &str| json!({"title": title, "as_of": "2021-05"});
    assert_eq!(
        two(at("Foreign Minister"), at("Minister of Foreign Affairs")),
        [K::Holders]
    );
    assert_eq!(
        two(at("Ambassador to Russia"), at("Ambassador to Russia")),
        [K::Holders]
    );
    assert_eq!(
        two(at("Ambassador to Russia"), at("Ambassador to Chile")),
        []
    );
    // Of which country is not known: each of two has one.
    let anywhere = |title: &str| {
        let mut people = json!([
            person("ann", "Ann", json!([at(title)])),
            person("bob", "Bob", json!([at(title)]))
        ]);
        for person in people.as_array_mut().expect("a list") {
            person.as_object_mut().expect("a person").remove("country");
        }
        doubts(&[], &[("people.json", people)])
    };
    assert_eq!(anywhere("President"), []);
    assert_eq!(anywhere("Foreign Minister"), []);
    assert_eq!(anywhere("President of Gazprom"), [K::Holders]);
    let since = json!({"title": "President", "from": "2021"});
    let year = json!({"title": "President", "as_of": "2021"});
    assert_eq!(two(year, since), [], "one may have followed the other");
    let turned = json!({"title": "Minister of Trade", "from": "2021", "to": "2017"});
    let people = json!([person("ann", "Ann", json!([turned]))]);
    assert_eq!(doubts(&[], &[("people.json", people)]), [K::Dates]);
}

/// A passage without its words, which a quote has itself.
fn passage(source: &str) -> Value {
    json!([{"source": source, "paragraph": 1}])
}

fn quote(id: &str, fields: Value) -> Value {
    let record = json!({"id": id, "speaker": "ann", "event": "day", "text": "Words.", "evidence": passage("gazette")});
    with(record, fields)
}

#[test]
fn a_quote_fits_its_speaker_and_its_occasion() {
    let minister = json!([{"title": "Prime Minister", "from": "2015", "to": "2020-05"}]);
    let people = json!([
        person("ann", "Ann", minister),
        person("bob", "Bob", json!([]))
    ]);
    let told = |quotes: Value, mut events: Value| {
        let day = event("day", json!({"title": "Day"}));
        events.as_array_mut().unwrap().push(day);
        let files = [
            ("people.json", people.clone()),
            ("quotes.json", quotes),
            ("events.json", events),
        ];
        doubts(&[], &files)
    };
    for (role, expected) in [
        ("Former Prime Minister", 0),
        ("ex-Prime Minister", 0),
        ("Prime Minister", 1),
    ] {
        let said = quote("q", json!({"role": role, "said": "2024-02-01"}));
        assert_eq!(told(json!([said]), json!([])).len(), expected, "{role}");
    }
    let reply = |said: &str| {
        let asked = quote("asked", json!({"speaker": "bob", "said": "2023-05-20"}));
        let answer = quote("q", json!({"said": said, "in_reply_to": "asked"}));
        told(json!([asked, answer]), json!([]))
    };
    assert_eq!(reply("2021-05-20"), [K::Speaker]);
    assert_eq!(reply("2023"), []);
    let forum = json!([event(
        "a",
        json!({"status": "cancelled", "date": "2022-05"})
    )]);
    let said = quote("q", json!({"said": "2022-05", "event": "a"}));
    assert_eq!(told(json!([said]), forum), [K::Dates]);
    let long = "The mountains have taught both of our nations to be patient.";
    let by = |id: &str, speaker: &str, source: &str| {
        quote(
            id,
            json!({"speaker": speaker, "said": "2022-05-01", "text": long, "evidence": passage(source)}),
        )
    };
    let twice = |speaker| {
        told(
            json!([by("q", "ann", "gazette"), by("r", speaker, "herald")]),
            json!([]),
        )
    };
    assert_eq!(twice("bob"), [K::Speaker]);
    assert_eq!(twice("ann"), [], "an echo");
}

#[test]
fn a_figure_is_by_whom_its_words_name() {
    let people = json!([
        person("ann", "Yusuf Demir", json!([])),
        person("bob", "Kenji Tanaka", json!([])),
    ]);
    let told = |text: &str| {
        let figure = trade("8.3")
            .says("said_by", "ann")
            .says("evidence", words(text));
        doubts(&[figure], &[("people.json", people.clone())])
    };
    for text in [
        "Minister Kenji Tanaka put trade at US$8.3 million",
        "according to Minister Kenji Tanaka, trade was US$8.3 million",
        "“Trade was US$8.3 million,” said Kenji Tanaka",
        "US$8.3 million, Tanaka said",
    ] {
        assert_eq!(told(text), [K::Speaker], "{text}");
    }
    for text in [
        "Yusuf Demir put trade at US$8.3 million",
        "Demir told Kenji Tanaka that trade was US$8.3 million",
        "said Kenji Tanaka would bring US$8.3 million",
        "US$8.3 million, beside Kenji Tanaka",
    ] {
        assert_eq!(told(text), [], "{text}");
    }
    let claim = |statement: &str| {
        let claim = json!([{"id": "c", "statement": statement, "about": [], "modality": "assertion",
            "asserted_by": "ann", "evidence": words("Kenji Tanaka called the port too small")}]);
        doubts(
            &[],
            &[("people.json", people.clone()), ("claims.json", claim)],
        )
    };
    assert_eq!(claim("The port is too small."), [K::Speaker]);
    assert_eq!(
        claim("Tanaka finds the port too small."),
        [],
        "a claim about him"
    );
}

#[test]
fn quotes_that_are_wrong_in_one_way_are_told_once() {
    let source = json!({"id": "gazette", "type": "article", "title": "g", "issued": "2022-03-01"});
    let other = json!({"id": "herald", "type": "article", "title": "h"});
    let ann = person("ann", "Ann", json!([{"title": "Envoy", "to": "2020"}]));
    let quote = |id: usize, said: &str| {
        json!({"id": format!("q{id}"), "speaker": "ann", "role": "Envoy", "said": said,
            "language": "en", "kind": "verbatim", "text": format!("Words {id}."), "event": "e",
            "evidence": [{"source": "gazette", "paragraph": id}]})
    };
    let said = ["2023-05", "2019", "2023-05", "2023-06", "2023-05"];
    let quotes: Vec<_> = said
        .iter()
        .enumerate()
        .map(|(at, day)| quote(at + 1, day))
        .collect();
    let files = [
        ("sources.json", json!([source, other])),
        ("people.json", json!([ann])),
        (
            "events.json",
            json!([event("e", json!({"status": "cancelled", "date": "2023"}))]),
        ),
        ("quotes.json", json!(quotes)),
    ];
    let dossier = dossier(&[], &files);
    let contests = Contests::new(&dossier, None);
    let mut told: Vec<_> = contests
        .all
        .iter()
        .flat_map(|one| &one.findings)
        .map(|finding| (finding.title.as_str(), finding.statements.len()))
        .collect();
    told.sort_unstable();
    let name = |at| dossier.title(Ref::new(Kind::Quote, at));
    let (second, fourth) = (name(1), name(3));
    assert_eq!(
        told,
        [
            ("3 quotes of 2023-05: said after the source appeared", 3),
            ("3 quotes of 2023-05: said at a cancelled event", 4),
            ("Ann, as Envoy, after 2020, when it ended", 5),
            (&*format!("{second}: said at a cancelled event"), 2),
            (&*format!("{fourth}: said after the source appeared"), 1),
            (&*format!("{fourth}: said at a cancelled event"), 2),
        ]
    );
    // Each is contested by what is so of it, and cited with it.
    let number = |at| contests.of(Ref::new(Kind::Quote, at)).count();
    assert_eq!([0, 1, 2, 3, 4].map(number), [3, 1, 3, 3, 3]);
    let cited = cite(&dossier, &contests, Ref::new(Kind::Quote, 4), Style::Text);
    assert!(
        cited.contains("said 2023-05, after the last day"),
        "{cited}"
    );
    assert!(!cited.contains("3 quotes"), "{cited}");
    assert!(
        cited.contains("Ann, as Envoy, after 2020, when it ended"),
        "{cited}"
    );
}

#[test]
fn a_dispute_on_one_of_many_quotes_is_about_that_quote() {
    let source = json!({"id": "gazette", "type": "article", "title": "g", "issued": "2022-03-01"});
    let other = json!({"id": "herald", "type": "article", "title": "h"});
    let ann = person("ann", "Ann", json!([{"title": "Envoy", "to": "2020"}]));
    let quote = |id: usize| {
        json!({"id": format!("q{id}"), "speaker": "ann", "role": "Envoy", "said": "2021-05",
            "language": "en", "kind": "verbatim", "text": format!("Words {id}."), "event": "e",
            "evidence": [{"source": "gazette", "paragraph": id}]})
    };
    let dispute = json!({"id": "when", "title": "When was it?", "kind": "contradiction",
        "between": ["q2", "e"], "explanation": "The talks were earlier.", "evidence": of("gazette")});
    let files = [
        ("sources.json", json!([source, other])),
        ("people.json", json!([ann])),
        (
            "events.json",
            json!([event("e", json!({"date": "2019", "status": "occurred"}))]),
        ),
        ("quotes.json", json!([quote(1), quote(2), quote(3)])),
        ("disputes.json", json!([dispute])),
    ];
    let dossier = dossier(&[], &files);
    let contests = Contests::new(&dossier, None);
    let cited = |at| {
        cite(&dossier, &contests, Ref::new(Kind::Quote, at), Style::Text).contains("When was it?")
    };
    assert_eq!([0, 1, 2].map(cited), [false, true, false]);
    let mut of_many = contests.all.iter().flat_map(|one| &one.findings);
    let together = of_many.find(|finding| finding.title.starts_with("2 quotes"));
    let (narrowed, others) = together
        .expect("the others are one finding")
        .narrowed(|record| record == Ref::new(Kind::Quote, 2));
    let quotes = narrowed.statements.iter().filter(|r| r.kind == Kind::Quote);
    assert_eq!((quotes.count(), narrowed.sets.len(), others), (1, 1, 1));
}
