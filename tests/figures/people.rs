//! Offices, speakers and quotes: what contradicts, and what a careful reader leaves in peace.

use bilat::contested::{Finding, FindingKind as K, Standing, findings};
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
