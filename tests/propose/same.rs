//! What is taken for the same as a record of the dossier, and what accepting makes of the record.

use serde_json::Value;

use super::kinds::{drafted, of};
use super::{bilat, dossier, records, text};

/// What the first proposal of a kind is to the dossier: "same moscow-talks-2025".
fn news(article: &str, kind: &str) -> Vec<String> {
    let (_folder, all, _) = drafted(article);
    let told = |one: &&Value| format!("{} {}", text(one, "news"), text(one, "of"));
    of(&all, kind).iter().map(told).collect()
}

#[test]
fn a_meeting_with_somebody_else_or_elsewhere_is_another_one() {
    let none: [&str; 0] = [];
    for (article, expected) in [
        (
            "Putin met Thongloun Sisoulith in Moscow in 2025.",
            vec!["same moscow-talks-2025"],
        ),
        // Of the two countries only one takes part.
        (
            "Putin met Xi Jinping in Beijing on 1 September 2025.",
            none.to_vec(),
        ),
        (
            "Putin met Thongloun Sisoulith in Vientiane in 2025.",
            vec!["new "],
        ),
    ] {
        assert_eq!(news(article, "event"), expected, "{article}");
    }
}

/// The record of that id, after the only proposal of that kind was accepted.
fn accepted(article: &str, kind: &str, file: &str, id: &str) -> (Value, Value) {
    let (folder, all, _) = drafted(article);
    let proposals = of(&all, kind);
    let [one] = proposals.as_slice() else {
        panic!("{proposals:?}");
    };
    let into = dossier(&folder);
    let (code, out, err) = bilat(&["review", &into, "--accept", text(one, "id")]);
    assert_eq!(code, 0, "{out}{err}");
    let records = records(&into, file).into_iter();
    let mut found = records.filter(|record| text(record, "id") == id);
    ((*one).clone(), found.next().expect("the record"))
}

#[test]
fn a_narrower_date_is_more_precise_and_goes_into_the_record() {
    let article = "Putin met Thongloun Sisoulith in Moscow on 31 July 2025.";
    let (one, event) = accepted(article, "event", "events.json", "moscow-talks-2025");
    assert_eq!(text(&one, "news"), "more-precise");
    assert_eq!(text(&one, "told"), "2025-07-31 here, [2025] in the dossier");
    assert_eq!(text(&event, "date"), "2025-07-31");
    let evidence = event["evidence"].as_array().expect("passages");
    assert!(evidence.contains(&one["anchor"]), "{event}");

    let article = "Laos and Russia signed a treaty on mutual legal assistance in criminal matters on 31 July 2025.";
    let id = "legal-assistance-treaty-2025";
    let (one, treaty) = accepted(article, "agreement", "agreements.json", id);
    assert_eq!(text(&one, "news"), "more-precise");
    assert_eq!(text(&treaty, "signed"), "2025-07-31");
}

#[test]
fn the_end_of_an_agreement_that_holds_differs() {
    let article = "The strategic partnership of Laos and Russia expired in 2025.";
    let (_folder, all, report) = drafted(article);
    let agreements = of(&all, "agreement");
    let [one] = agreements.as_slice() else {
        panic!("{agreements:?}");
    };
    assert_eq!(text(one, "news"), "differs");
    assert_eq!(text(one, "of"), "strategic-partnership-2011");
    assert_eq!(text(one, "told"), "expired here, in-force in the dossier");
    assert!(report.contains("1 differ"), "{report}");
    let same = one["record"]["maybe_same_as"].as_array().expect("a list");
    assert_eq!(same, &["strategic-partnership-2011"]);
}

#[test]
fn another_day_of_signature_differs() {
    let article = "Laos and Russia signed a treaty on mutual legal assistance in criminal matters on 12 May 2023. \
                   It entered into force on 1 March 2024.";
    let (_folder, all, report) = drafted(article);
    let agreements = of(&all, "agreement");
    let [one] = agreements.as_slice() else {
        panic!("{agreements:?}");
    };
    assert_eq!(text(one, "news"), "differs", "{one}");
    assert_eq!(text(one, "of"), "legal-assistance-treaty-2025");
    let told = text(one, "told");
    assert_eq!(told, "signed 2023-05-12 here, [2025] in the dossier");
    assert_eq!(text(&one["record"], "in_force"), "2024-03-01");
    assert!(report.contains("1 differ"), "{report}");
}

#[test]
fn an_entry_into_force_goes_into_the_record_and_leaves_its_signature() {
    let article = "The treaty on mutual legal assistance in criminal matters of Laos and Russia entered into force on 1 March 2026.";
    let id = "legal-assistance-treaty-2025";
    let (one, treaty) = accepted(article, "agreement", "agreements.json", id);
    assert_eq!(text(&one, "news"), "more-precise", "{one}");
    assert_eq!(text(&treaty, "in_force"), "2026-03-01");
    assert_eq!(text(&treaty["signed"], "edtf"), "2025");
}

#[test]
fn a_series_of_people_is_known_by_what_it_counts() {
    let article = "Some 17,000 Russian tourists visited Laos in 2025. The number of Russian tourists in Laos grew by 60 percent in 2025.";
    let (_folder, all, out) = drafted(article);
    let series: Vec<_> = of(&all, "series")
        .iter()
        .map(|one| text(&one["record"], "title"))
        .collect();
    assert_eq!(series, ["Visitors from Russia in Laos, growth"], "{out}");
    let figures: Vec<_> = of(&all, "figure")
        .iter()
        .map(|one| text(one, "series"))
        .collect();
    assert_eq!(
        figures,
        ["russian-tourists", "visitors-from-russia-in-laos-growth"],
        "{out}"
    );
}
