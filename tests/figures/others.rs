//! Findings that are not about two figures: evidence, people, agreements, anniversaries.

use bilat::contested::findings;
use bilat::contested::{Finding, FindingKind};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::fixture::{Figure, dossier, growth, indicator, trade};

fn evidence(exact: &str) -> Value {
    json!([{"source": "gazette", "paragraph": 1, "exact": exact}])
}

/// What is found about evidence, in its own words.
fn complaints(figure: Figure, exact: &str) -> Vec<String> {
    let figure = figure.says("evidence", evidence(exact));
    let found = findings(&dossier(&[figure], &[]), None);
    assert!(
        found.iter().all(|f| f.kind == FindingKind::Evidence),
        "{found:?}"
    );
    let lines = |f: Finding| {
        f.working
            .into_iter()
            .filter(|line| !line.starts_with("gazette"))
    };
    found.into_iter().flat_map(lines).collect()
}

#[test]
fn a_figure_stands_in_its_evidence() {
    let people = || indicator("Tourists", "persons", "17000");
    let fits = [
        (
            trade("8.3").says("qualifier", "about"),
            "trade was about US$8.3 million in 2024",
        ),
        (trade("8.3"), "US$ 8,300,000"),
        (trade("8.3"), "8.3"),
        (trade("8.3"), "8.3m"),
        (trade("8.3"), "8,3 млн"),
        (trade("8.3"), "eight million"),
        (trade("8.3"), "in 2024 over eight million"),
        (trade("8.3"), "up from 5 to 8.3 million"),
        (trade("8.3").set("unit", "EUR"), "€8.3 million"),
        (growth("66"), "rose by 66% in 2024"),
        (
            growth("66").says("compared_with", "2023"),
            "66 per cent more than in 2023",
        ),
        (growth("-5.5"), "fell by 5.5 percent"),
        (growth("5").forecast(), "expected to reach 5%"),
        (growth("5"), "as expected, 5%"),
        (
            people().says("qualifier", "estimated"),
            "An estimated 17,000 tourists",
        ),
        (people(), "17 thousand"),
        (
            trade("8.3").year("2024-01/2024-05"),
            "8.3 million from January to May 2024",
        ),
    ];
    for (figure, text) in fits {
        assert_eq!(complaints(figure, text), [""; 0], "{text}");
    }
}

#[test]
fn or_it_is_told_what_is_wrong_with_it() {
    let people = || indicator("Tourists", "persons", "17000");
    for (figure, text, complaint) in [
        (
            trade("8.3"),
            "trade was about US$8.3 million",
            "the evidence has “about”",
        ),
        (
            trade("9.3"),
            "about US$8.3 million",
            "9.3 is not supported by its evidence",
        ),
        (
            trade("83"),
            "about US$8.3 million",
            "83 is not supported by its evidence",
        ),
        (
            trade("8.3"),
            "US$8.3 billion",
            "its scale is 10^6, but the evidence has “8.3 billion”",
        ),
        (
            people().set("scale", 3),
            "17,000 tourists",
            "its scale is 10^3, but the evidence has “17,000”",
        ),
        (
            trade("66"),
            "rose by 66%",
            "the evidence has 66 %, the unit is USD",
        ),
        (
            growth("8.3"),
            "about 8.3",
            "the unit is %, but the evidence has no per cent sign",
        ),
        (
            trade("8.3"),
            "€8.3 million",
            "the evidence counts in EUR, the unit is USD",
        ),
        (
            people(),
            "US$17,000",
            "the evidence counts in USD, the unit is persons",
        ),
        (
            trade("8.3"),
            "8.3 million in 2023",
            "the evidence speaks of 2023, the record of 2024",
        ),
        (growth("5"), "fell by 5%", "the evidence speaks of a fall"),
        (growth("-5"), "rose by 5%", "the evidence speaks of a rise"),
        (
            growth("5"),
            "expected to reach 5%",
            "it is not marked as a forecast, but its evidence is one",
        ),
        (
            growth("5").says("compared_with", "2025"),
            "5%",
            "it is compared with a period that is not before its own",
        ),
    ] {
        assert_eq!(complaints(figure, text), [complaint], "{text}");
    }
}

#[test]
fn exports_are_not_imports() {
    let flow = |flow: &str, exact: &str| {
        let figure = trade("8.3").set("flow", flow);
        complaints(figure, exact).len()
    };
    for (text, right) in [
        ("Laos exports to Russia", "exports"),
        ("Lao imports from Russia", "imports"),
        ("Russian exports to Laos", "imports"),
        ("imports of Laos", "imports"),
        ("exports to Laos", "imports"),
        ("imports from Laos", "exports"),
        ("fruits from Laos", "exports"),
        ("bilateral trade", "total"),
        ("trade turnover", "total"),
    ] {
        assert_eq!(flow(right, text), 0, "{text}");
        let wrong = if right == "exports" {
            "imports"
        } else {
            "exports"
        };
        assert_eq!(flow(wrong, text), 1, "{text} as {wrong}");
    }
    for text in ["exports and imports", "an important partner", "goods"] {
        assert_eq!(flow("exports", text) + flow("imports", text), 0, "{text}");
    }
}

/// A dossier without figures, and what is found in it at a day.
fn found_at(files: &[(&str, Value)], day: Option<NaiveDate>) -> Vec<(FindingKind, String)> {
    let found = findings(&dossier(&[], files), day);
    found.into_iter().map(|f| (f.kind, f.title)).collect()
}

fn found(files: &[(&str, Value)]) -> Vec<(FindingKind, String)> {
    found_at(files, None)
}

fn agreement(fields: Value) -> Value {
    let mut record = json!({"id": "pact", "title": "Pact", "kind": "treaty", "status": "signed",
                            "evidence": evidence("words")});
    let own = record.as_object_mut().unwrap();
    own.extend(fields.as_object().unwrap().clone());
    record
}

#[test]
fn an_agreement_has_its_dates_in_order() {
    let dates = |title: &str| vec![(FindingKind::AgreementDates, format!("Pact: {title}"))];
    for (fields, expected) in [
        (json!({"signed": "2017-09", "in_force": "2018"}), vec![]),
        (json!({"signed": "2017-09", "in_force": "2017"}), vec![]),
        (
            json!({"signed": "2017-09", "in_force": "2016"}),
            dates("in force before its signature"),
        ),
        (
            json!({"signed": "2017-09", "in_force": "2017-08-31"}),
            dates("in force before its signature"),
        ),
        (
            json!({"signed": "2017", "ends": "2016"}),
            dates("ends before its signature"),
        ),
        (
            json!({"in_force": "2017", "ends": "2016-12", "status": "expired"}),
            dates("ends before it is in force"),
        ),
        (json!({"in_force": "2011"}), vec![]),
    ] {
        let shown = fields.to_string();
        let found = found_at(
            &[("agreements.json", json!([agreement(fields)]))],
            NaiveDate::from_ymd_opt(2016, 6, 1),
        );
        assert_eq!(found, expected, "{shown}");
    }
}

#[test]
fn an_agreement_fits_its_event_and_what_it_follows() {
    let event = json!([{"id": "signing", "title": "Signing", "kind": "signing", "date": "2017-09",
                        "status": "occurred", "evidence": evidence("words")}]);
    let of_signed = |signed: &str| {
        let pact = agreement(json!({"signed": signed, "event": "signing"}));
        found(&[
            ("agreements.json", json!([pact])),
            ("events.json", event.clone()),
        ])
    };
    assert_eq!(of_signed("2017"), []);
    assert_eq!(
        of_signed("2018")[0].1,
        "Pact: signed after the event of its signature"
    );
    assert_eq!(
        of_signed("2016")[0].1,
        "Pact: signed before the event of its signature"
    );
    let mut old = agreement(json!({"signed": "2018"}));
    old["id"] = "old".into();
    let new = agreement(json!({"signed": "2017", "follows": ["old"]}));
    let found = found(&[("agreements.json", json!([old, new]))]);
    assert_eq!(found[0].1, "Pact: older than what it follows");
}

#[test]
fn a_period_passes() {
    let of_plan = |fields: Value, year: i32| {
        let file = [("agreements.json", json!([agreement(fields)]))];
        found_at(&file, NaiveDate::from_ymd_opt(year, 1, 1))
    };
    let plan = || json!({"horizon": "2021/2025"});
    assert_eq!(of_plan(plan(), 2025), []);
    assert_eq!(
        of_plan(plan(), 2026),
        [(
            FindingKind::Horizon,
            "Pact: its period has passed".to_owned()
        )]
    );
    assert_eq!(
        of_plan(json!({"horizon": "2021/2025", "status": "expired"}), 2026),
        []
    );
    assert_eq!(of_plan(json!({"horizon": "2021/.."}), 2026), []);
    assert_eq!(of_plan(json!({"ends": "2024"}), 2026).len(), 1);
}

#[test]
fn an_anniversary_is_counted_from_its_founding() {
    let events = |title: &str, date: &str| {
        let event = |id: &str, title: &str, date: &str, follows: Value| {
            json!({"id": id, "title": title, "kind": "diplomacy", "status": "occurred",
                   "date": date, "follows": follows, "evidence": evidence("words")})
        };
        found(&[(
            "events.json",
            json!([
                event("founded", "Relations opened", "1960-10-07", json!([])),
                event("feast", title, date, json!(["founded"])),
            ]),
        )])
    };
    assert_eq!(events("65th anniversary", "2025"), []);
    assert_eq!(events("65th anniversary", "2025-03-01"), []);
    assert_eq!(
        events("60th anniversary", "2025")[0].0,
        FindingKind::Anniversary
    );
    assert_eq!(events("65th anniversary", "2024").len(), 1);
    assert_eq!(events("65th anniversary", "202X"), [], "it can be");
    assert_eq!(events("65th meeting", "2024"), []);
}

/// Ann with these roles.
fn ann(roles: Value) -> (&'static str, Value) {
    let mut roles = roles;
    for role in roles.as_array_mut().unwrap() {
        role["evidence"] = evidence("words");
    }
    (
        "people.json",
        json!([{"id": "ann", "name": "Ann", "roles": roles, "evidence": evidence("words")}]),
    )
}

#[test]
fn two_titles_at_one_time() {
    let titles = |a: Value, b: Value| found(&[ann(json!([a, b]))]).len();
    let role = |title: &str, at: &str| json!({"title": title, "as_of": at});
    assert_eq!(
        titles(
            role("Vice President", "2023"),
            role("Deputy Prime Minister", "2023-09")
        ),
        1
    );
    assert_eq!(
        titles(role("Vice President", "2023"), role("President", "2023")),
        1
    );
    assert_eq!(
        titles(role("Vice President", "2021"), role("President", "2023")),
        0
    );
    assert_eq!(
        titles(role("Russian President", "2023"), role("President", "2023")),
        0
    );
    assert_eq!(
        titles(
            role("Vice-President", "2023"),
            role("Madam Vice President of Laos", "2023")
        ),
        0
    );
    let once = json!({"title": "Governor", "to": "2023"});
    assert_eq!(
        titles(once, role("Vice President", "2023")),
        0,
        "held before"
    );
    let term = json!({"title": "Governor", "from": "2020", "to": "2022"});
    assert_eq!(titles(term.clone(), role("Minister", "2021")), 1);
    assert_eq!(titles(term, role("Minister", "2023")), 0);
}

#[test]
fn a_quote_is_said_while_its_role_is_held() {
    let of_roles = |roles: Value, said: &str| {
        let quote = json!([{"id": "q", "speaker": "ann", "role": "Minister", "said": said, "event": "day",
                            "text": "Words.", "evidence": [{"source": "gazette", "paragraph": 1}]}]);
        let event = json!([{"id": "day", "title": "Day", "kind": "meeting", "status": "occurred",
                            "evidence": evidence("words")}]);
        found(&[ann(roles), ("quotes.json", quote), ("events.json", event)])
    };
    let minister = || json!([{"title": "Minister of Transport", "from": "2020-05", "to": "2022"}]);
    assert_eq!(of_roles(minister(), "2021"), []);
    assert_eq!(
        of_roles(minister(), "2020"),
        [],
        "it may have been later in that year"
    );
    assert_eq!(
        of_roles(minister(), "2020-04")[0].0,
        FindingKind::RoleAtQuote
    );
    assert_eq!(of_roles(minister(), "2023").len(), 1);
    assert_eq!(
        of_roles(json!([{"title": "Minister", "as_of": "2023"}]), "2019"),
        []
    );
    let twice = json!([{"title": "Minister", "from": "2023"}, {"title": "Minister", "from": "2010", "to": "2015"}]);
    assert_eq!(of_roles(twice, "2012"), []);
}

#[test]
fn the_compilers_choice_is_attached_and_hides_nothing() {
    let disputes = json!([{"id": "which", "title": "Which is it?", "kind": "contradiction",
        "between": ["s0.figure", "s1.figure"], "explanation": "They differ.",
        "resolution": {"preferred": "s0.figure", "why": "Nearer to the source."},
        "evidence": evidence("words")}]);
    let figures = [trade("8.3"), trade("50").source("herald")];
    let dossier = dossier(&figures, &[("disputes.json", disputes)]);
    let found = findings(&dossier, None);
    let choice = found[0].choice.as_ref().unwrap();
    assert_eq!(choice.why, "Nearer to the source.");
    assert_eq!(choice.preferred, Some(found[0].statements[0]));
    assert_eq!(found[0].statements.len(), 2, "both sides stay");
    let lines = bilat::contested::lines(&dossier, &found[0]);
    assert!(
        lines
            .iter()
            .any(|l| l.contains("compiler's choice (which): s0.figure: Nearer"))
    );
}
