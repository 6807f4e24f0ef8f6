//! What is found in quotes: anniversaries and "our trade"; and how what is found is told of its records.

use bilat::cite;
use bilat::contested::{Contests, FindingKind, Severity, findings};
use bilat::dossier::{Dossier, Id};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::fixture::{Figure, dossier, trade};

fn event(id: &str, title: &str, date: &str) -> Value {
    json!({"id": id, "title": title, "date": date, "kind": "diplomacy", "status": "occurred",
        "evidence": [{"source": "gazette", "paragraph": 1, "exact": "words"}]})
}

/// Ann of Laos says it.
fn quote(text: &str, said: &str) -> [(&'static str, Value); 2] {
    let evidence = json!([{"source": "herald", "paragraph": 2}]);
    let named = json!([{"source": "herald", "paragraph": 2, "exact": "Ann"}]);
    let person = json!([{"id": "ann", "name": "Ann", "country": "LAO", "evidence": named},
        {"id": "bob", "name": "Bob", "country": "RUS", "evidence": named}]);
    let quote = json!([{"id": "q", "speaker": "ann", "said": said, "language": "en", "text": text,
        "kind": "verbatim", "evidence": evidence}]);
    [("people.json", person), ("quotes.json", quote)]
}

/// What is found in a dossier with this quote.
fn kinds(figures: &[Figure], text: &str, said: &str) -> Vec<FindingKind> {
    let [people, quotes] = quote(text, said);
    let events = json!([
        event("began", "Diplomatic relations established", "1960-10-07"),
        event("embassy", "Embassy opened in Vientiane", "1962"),
    ]);
    let files = [people, quotes, ("events.json", events)];
    let found = findings(&dossier(figures, &files), None);
    found.into_iter().map(|one| one.kind).collect()
}

#[test]
fn an_anniversary_in_a_quote_fits_its_founding() {
    for (text, said) in [
        (
            "This year we mark the 30th anniversary of diplomatic relations.",
            "2020",
        ),
        ("We are proud of 65 years of relations.", "2010-05"),
        (
            "These are 65 years of relations between our countries.",
            "2015",
        ),
        (
            "It is the sixtieth anniversary of relations between Laos and Russia.",
            "2010",
        ),
        (
            "In 2015 we celebrated the 60th anniversary of diplomatic relations.",
            "2020",
        ),
        (
            "Half a century of diplomatic relations is no small thing.",
            "2019",
        ),
        ("It is the 50th anniversary of our embassy.", "2020"),
        ("Мы отмечаем 65-летие дипломатических отношений.", "2015"),
        (
            "More than 65 years of diplomatic relations bind us.",
            "2010",
        ),
    ] {
        assert_eq!(
            kinds(&[], text, said),
            [FindingKind::Anniversary],
            "{text} {said}"
        );
    }
    for (text, said) in [
        (
            "This year we mark the 60th anniversary of diplomatic relations.",
            "2020",
        ),
        (
            "Next year we will mark the 65th anniversary of relations.",
            "2024-11",
        ),
        (
            "Last year we celebrated the 60th anniversary of relations.",
            "2021-02",
        ),
        (
            "In 2020 we celebrated the 60th anniversary of diplomatic relations.",
            "2023",
        ),
        ("We are proud of 65 years of relations.", "2026-05"),
        ("We look back on 60 years of relations.", "2023"),
        (
            "More than 60 years of diplomatic relations bind us.",
            "2023",
        ),
        ("Almost 65 years of relations bind us.", "2023"),
        // Of something else, or with somebody else.
        (
            "This year we mark the 30th anniversary of relations with ASEAN.",
            "2020",
        ),
        (
            "This year we mark the 30th anniversary of relations between our parliaments.",
            "2020",
        ),
        (
            "This year we mark the 30th anniversary of our trade relations.",
            "2020",
        ),
        (
            "This year we mark the 30th anniversary of the strategic partnership.",
            "2020",
        ),
        (
            "It is the 45th anniversary of the Chamber of Commerce.",
            "2020",
        ),
        (
            "The 20th anniversary of diplomatic relations between Laos and Peru is near.",
            "2020",
        ),
        ("We have 5 years of talks behind us.", "2020"),
    ] {
        assert_eq!(kinds(&[], text, said), [], "{text} {said}");
    }
}

#[test]
fn our_trade_in_a_quote_is_that_of_the_series() {
    let figures = [trade("8.3")];
    for text in [
        "In 2024 our trade was 41 million dollars.",
        "In 2024 our trade with you was 41 million dollars.",
        "In 2024 our bilateral trade reached $41 million.",
        "Trade between our countries reached $41 million in 2024.",
        "Our trade with Russia reached $41 million in 2024.",
    ] {
        assert_eq!(
            kinds(&figures, text, "2025"),
            [FindingKind::Spoken],
            "{text}"
        );
    }
    for text in [
        "In 2024 our trade was 8.3 million dollars.",
        "In 2024 our trade was 8 million dollars.",
        "In 2023 our trade was 41 million dollars.",
        "In 2024 our foreign trade was 41 million dollars.",
        "In 2024 our trade with China was 41 million dollars.",
        "In 2024 our trade with ASEAN was 41 million dollars.",
        "In 2024 trade was 41 million dollars.",
        "In 2024 our trade in coffee was 41 million dollars.",
        "In 2024 our exports were 41 million dollars.",
    ] {
        assert_eq!(kinds(&figures, text, "2025"), [], "{text}");
    }
    // What any report agrees with is not contradicted; the report of the other side is a mirror.
    let both = [
        trade("8.3"),
        trade("41").without("reporter").source("courier"),
    ];
    let spoken = |figures: &[Figure], text: &str| {
        let found = kinds(figures, text, "2025").into_iter();
        found.filter(|kind| *kind == FindingKind::Spoken).count()
    };
    assert_eq!(
        spoken(&both, "In 2024 our trade was 41 million dollars."),
        0
    );
    let theirs = [trade("8.3")
        .set("reporter", "RUS")
        .set("partner", "LAO")
        .set("flow", "imports")];
    assert_eq!(
        spoken(
            &theirs,
            "In 2024 our exports to Russia were 9 million dollars."
        ),
        0
    );
    assert_eq!(
        spoken(
            &theirs,
            "In 2024 our exports to Russia were 41 million dollars."
        ),
        1
    );
}

#[test]
fn a_round_is_no_count() {
    let found = |one: &str, other: &str| {
        let events = json!([event("a", one, "2016-06"), event("b", other, "2012-02")]);
        findings(&dossier(&[], &[("events.json", events)]), None).len()
    };
    assert_eq!(found("First round", "Second round"), 0);
    assert_eq!(found("First round of talks", "Second round of talks"), 0);
    assert_eq!(
        found("First phase of the dam", "Second phase of the dam"),
        0
    );
    assert_eq!(
        found(
            "7th session of the commission",
            "8th session of the commission"
        ),
        1
    );
    // Nor is one round, held twice, one meeting with two dates.
    assert_eq!(found("Second round of talks", "Second round of talks"), 0);
    assert_eq!(found("Second summit", "Second summit"), 1);
}

/// A conflict in which the records `s0.figure` and `s1.figure` are, and disputes on them.
fn disputed(disputes: Value) -> (Dossier, Contests) {
    let figures = [trade("50"), trade("8.3").source("herald")];
    let dossier = dossier(&figures, &[("disputes.json", disputes)]);
    let contests = Contests::new(&dossier, None);
    (dossier, contests)
}

fn dispute(id: &str, title: &str, weight: &str) -> Value {
    json!({"id": id, "title": title, "kind": "contradiction", "weight": weight, "explanation": "E.",
        "between": ["s0.figure", "s1.figure"], "evidence": [{"source": "gazette", "paragraph": 1, "exact": "words"}]})
}

#[test]
fn a_finding_is_as_serious_as_its_entry() {
    let (_, contests) = disputed(json!([dispute("d", "D", "minor")]));
    let one = &contests.all[0];
    assert_eq!((one.severity, one.findings.len()), (Severity::Minor, 1));
    assert_eq!(one.findings[0].severity, Severity::Minor);
}

/// The rows under "Contested" of the page of a record.
fn told(dossier: &Dossier, contests: &Contests, id: &str) -> Vec<String> {
    use bilat::describe::page::{Row, Subject};
    let record = dossier.find(&Id::new(id).unwrap()).unwrap();
    let page = cite::page(dossier, contests, record, None);
    let rows = page.rows.into_iter();
    let told = rows.filter_map(|row| match row {
        Row::Field {
            value,
            link: Some(Subject::Finding(_)),
            ..
        } => Some(value),
        _ => None,
    });
    told.collect()
}

#[test]
fn every_dispute_on_a_record_is_named() {
    let (dossier, contests) = disputed(json!([
        dispute("d", "One", "major"),
        dispute("e", "Two", "major")
    ]));
    assert_eq!(contests.all.len(), 1);
    assert_eq!(told(&dossier, &contests, "s0.figure"), ["One", "Two"]);
    let sentence = cite::cite(
        &dossier,
        &contests,
        dossier.find(&Id::new("s0.figure").unwrap()).unwrap(),
        cite::Style::Text,
    );
    assert!(
        sentence.contains("Contested (“One”, “Two”): "),
        "{sentence}"
    );
    let built_in = bilat::load::load(&bilat::load::Origin::BuiltIn).dossier;
    let contests = Contests::new(&built_in, None);
    assert_eq!(
        told(&built_in, &contests, "q-2023-py-09"),
        [
            "Trade rises, yet its figures fall",
            "Deputy prime minister or vice president?"
        ]
    );
}

#[test]
fn what_has_passed_is_not_written_down_as_it_was() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 1);
    for (field, period, status, rule) in [
        (
            "horizon",
            "2021/2025",
            "in-force",
            "its period ended in 2025",
        ),
        (
            "horizon",
            "2021/2025-12-31",
            "signed",
            "its period ended on 2025-12-31",
        ),
        ("ends", "2025-06", "in-force", "its period ended in 2025-06"),
        ("ends", "2025", "expired", "one source, uncontested"),
        (
            "horizon",
            "2021/2026",
            "in-force",
            "one source, uncontested",
        ),
    ] {
        let mut agreement = json!({"id": "a", "title": "Plan", "kind": "plan-of-action",
            "status": status, "evidence": [{"source": "gazette", "paragraph": 1, "exact": "words"}]});
        agreement[field] = json!(period);
        let dossier = dossier(&[], &[("agreements.json", json!([agreement]))]);
        let contests = Contests::new(&dossier, day);
        let record = dossier.find(&Id::new("a").unwrap()).unwrap();
        let write = cite::write(&dossier, &contests, record, None).unwrap();
        assert_eq!(write.rule, rule, "{period}");
        let says_so = write.sentence.contains("Its period ended");
        assert_eq!(
            says_so,
            rule.starts_with("its period"),
            "{}",
            write.sentence
        );
    }
}
