//! The steps of agreements in press articles: who signs, when, what came later, and what came of a plan.

use serde_json::Value;

use super::kinds::{draft, of};
use super::press::about;
use super::{accept_all, bilat, dossier, proposals, records, text};

/// "Agreement on fisheries: signed 2024-05-03, parties FIN PER": each agreement of an article of 12 June 2024.
fn told(article: &str) -> Vec<String> {
    let (_folder, all, _) = about("Finland,Peru", article);
    of(&all, "agreement")
        .iter()
        .map(|one| shown(&one["record"]))
        .collect()
}

fn shown(record: &Value) -> String {
    let mut line = format!("{}: {}", text(record, "title"), text(record, "status"));
    for field in ["signed", "in_force", "ends", "horizon"] {
        let date = &record[field];
        let date = date.as_str().unwrap_or_else(|| text(date, "edtf"));
        if !date.is_empty() {
            line = format!("{line}, {field} {date}");
        }
    }
    let parties = record["parties"].as_array().cloned().unwrap_or_default();
    let parties: Vec<_> = parties.iter().map(|one| text(one, "party")).collect();
    format!("{line}, {}", parties.join(" "))
}

fn check(cases: &[(&str, &[&str])]) {
    for (article, expected) in cases {
        assert_eq!(told(article), *expected, "{article}");
    }
}

#[test]
fn the_words_beside_a_name_tell_when_it_was_signed() {
    check(&[
        (
            "A memorandum of Finland and Peru on timber signed in 2021 expired in 2023.",
            &["Memorandum of Finland and Peru on timber: expired, signed 2021, ends 2023, FIN PER"],
        ),
        (
            "Finland and Peru signed an agreement on fisheries on 3 May 2023, which entered into force in June 2023, and a memorandum on tourism.",
            &[
                "Agreement on fisheries: in-force, signed 2023-05-03, in_force 2023-06, FIN PER",
                "Memorandum on tourism: signed, signed 2023-05-03, FIN PER",
            ],
        ),
    ]);
}

#[test]
fn a_day_that_the_words_leave_open_stays_open() {
    check(&[
        (
            "Finland and Peru signed an agreement on peat around May 2010.",
            &["Agreement on peat: signed, signed 2010-05~, FIN PER"],
        ),
        (
            "Finland and Peru signed an agreement on peat no later than May 2010.",
            &["Agreement on peat: signed, FIN PER"],
        ),
        (
            "Finland withdrew from the agreement on peat with Peru signed in 2010.",
            &["Agreement on peat with Peru: terminated, signed 2010, PER FIN"],
        ),
    ]);
    let article = "Finland and Peru signed an agreement on peat in 2009 or 2010.";
    let (_folder, all, _) = about("Finland,Peru", article);
    let signed = &of(&all, "agreement")[0]["record"]["signed"];
    assert_eq!(signed["not_before"], "2009-01-01");
    assert_eq!(signed["not_after"], "2010-12-31");
}

#[test]
fn a_plan_for_a_day_that_is_over_is_not_sure() {
    for article in [
        "Finland and Peru planned to sign an agreement on peat in 2022.",
        "Finland and Peru were about to sign an agreement on peat in 2022 when the king fell.",
        "Finland and Peru allegedly signed an agreement on peat in 2022.",
    ] {
        let (_folder, all, _) = about("Finland,Peru", article);
        assert_eq!(
            of(&all, "agreement")[0]["confidence"],
            "unsure",
            "{article}"
        );
    }
}

#[test]
fn a_year_beside_the_name_is_its_signature_and_until_opens_its_period() {
    check(&[
        (
            "Finland has yet to ratify the 2021 peat agreement with Peru.",
            &["2021 peat agreement with Peru: signed, signed 2021, PER FIN"],
        ),
        (
            "Trade of Finland and Peru grew under the 2021 peat agreement.",
            &["2021 peat agreement: in-force, signed 2021, FIN PER"],
        ),
        (
            "Finland and Peru signed a cooperation plan on peat until 2030.",
            &["Cooperation plan on peat: signed, horizon ../2030, FIN PER"],
        ),
    ]);
}

#[test]
fn the_two_who_sign_are_the_two_of_the_text_on_the_day_of_their_meeting() {
    let article = "HELSINKI, 12 June 2024 - The ministers of Finland and Peru met in Lima on Tuesday.\n\n\
                   The two ministers signed a memorandum on peat.\n\nBoth trade with Sweden.";
    check(&[(
        article,
        &["Memorandum on peat: signed, signed 2024-06-11, FIN PER"],
    )]);
}

#[test]
fn a_text_that_is_initialled_proposed_or_suspended_is_not_signed_or_over() {
    check(&[
        (
            "A third text, a tax treaty of Finland and Peru, was initialled but will not be signed before the autumn.",
            &["Tax treaty of Finland and Peru: planned, FIN PER"],
        ),
        (
            "Finland and Peru agreed to draw up a roadmap on peat by May.",
            &["Roadmap on peat: planned, FIN PER"],
        ),
        (
            "Peru has put forward a framework agreement with Finland on mining.",
            &["Framework agreement with Finland on mining: proposed, FIN PER"],
        ),
        (
            "The action plan of Finland and Peru on peat was suspended in March.",
            &["Action plan of Finland and Peru on peat: unknown, FIN PER"],
        ),
        (
            "The memorandum of Finland and Peru on grain, initialled in 2010, was allowed to expire in 2023.",
            &["Memorandum of Finland and Peru on grain: expired, ends 2023, FIN PER"],
        ),
        // A hall, and no treaty.
        (
            "Finland and Peru met in the Lima Convention and Exhibition Centre.",
            &[],
        ),
    ]);
}

#[test]
fn a_headline_and_its_text_are_of_one_agreement() {
    let article = "Helsinki and Lima sign tax treaty at last\n\n\
                   Finland and Peru signed a treaty to avoid double taxation on Tuesday.";
    check(&[(
        article,
        &["Treaty to avoid double taxation: signed, signed 2024-06-11, FIN PER"],
    )]);
}

#[test]
fn the_signature_of_a_planned_agreement_makes_it_signed() {
    // Whose it is is told only later: the text names a third country.
    let article = "A treaty on peat is to be signed in May 2024. Sweden looks on from afar.";
    let (folder, _, _) = about("Finland,Peru", article);
    let into = dossier(&folder);
    accept_all(&into);
    let later = "Finland and Peru signed the treaty on peat in Lima on 11 June 2024.";
    draft(&folder, later, "2024-06-12");
    let all = proposals(&into);
    let agreements = of(&all, "agreement");
    let one = agreements.last().expect("an agreement");
    assert_eq!(text(one, "news"), "more-precise", "{one}");
    let (code, out, err) = bilat(&["review", &into, "--accept", text(one, "id")]);
    assert_eq!(code, 0, "{out}{err}");
    let records = records(&into, "agreements.json");
    let lines: Vec<_> = records.iter().map(shown).collect();
    assert_eq!(
        lines,
        ["Treaty on peat: signed, signed 2024-06-11, FIN PER"]
    );
}

#[test]
fn events_are_called_by_what_the_text_explains() {
    for (article, expected) in [
        (
            "The ferry was announced during a visit to Lima by Finnish President Aino Salo on Tuesday.",
            "Visit: Aino Salo",
        ),
        (
            "Finland and Peru did not sign the treaty. Talks on it will resume in Lima in May 2025.",
            "Talks",
        ),
        (
            "The last High-Level Meeting of Finland and Peru was held in Lima in May 2023.",
            "High-Level Meeting of Finland and Peru",
        ),
        (
            "Finland and Peru held the fifteenth High-Level Meeting between the two countries in Lima on Tuesday.",
            "Fifteenth High-Level Meeting: Finland, Peru",
        ),
    ] {
        let (_folder, all, _) = about("Finland,Peru", article);
        let events = of(&all, "event");
        let titles: Vec<_> = events
            .iter()
            .map(|one| text(&one["record"], "title"))
            .collect();
        assert!(titles.contains(&expected), "{article}: {titles:?}");
    }
}

/// The name of the speaker of each quote, and "unknown".
fn speakers(article: &str) -> Vec<String> {
    let (_folder, all, _) = about("Finland,Peru", article);
    let people = of(&all, "person");
    let name = |quote: &&Value| {
        let id = text(&quote["record"], "speaker");
        let person = people.iter().find(|one| text(&one["record"], "id") == id);
        person
            .map_or(id, |one| text(&one["record"], "name"))
            .to_owned()
    };
    of(&all, "quote").iter().map(name).collect()
}

#[test]
fn speakers_are_known_by_age_and_office_and_asked_by_nobody() {
    for (article, expected) in [
        (
            "Sisu Qhapaq, 24, studies forestry in Finland. \u{201c}My mother thinks I came for the snow and the lakes,\u{201d} she said.",
            &["Sisu Qhapaq"][..],
        ),
        (
            "\u{201c}A transfer to Peru should arrive as quickly as a letter,\u{201d} said the head of the payments division, Iñaki Ureña.",
            &["Iñaki Ureña"],
        ),
        (
            "\u{201c}The port of Peru is safe and open to all,\u{201d} said Minister Aino Salo of Finland. A trader who was asked was more reserved: \u{201c}We have been hearing about next year for six years.\u{201d}",
            &["Aino Salo", "unknown"],
        ),
    ] {
        assert_eq!(speakers(article), expected, "{article}");
    }
}

#[test]
fn a_sum_and_the_sentence_behind_say_nothing_of_the_parties_and_the_force() {
    check(&[
        (
            "Finland signed a credit agreement worth US$40m with Peru.",
            &["Credit agreement worth US$40m with Peru: signed, PER FIN"],
        ),
        (
            "Finland and Peru signed a memorandum on peat, under which Finland will give €2 million. The air services agreement, in force since 2015, was found to need no change.",
            &[
                "Memorandum on peat: signed, FIN PER",
                "Air services agreement: in-force, in_force 2015, FIN PER",
            ],
        ),
    ]);
}

#[test]
fn what_is_waived_renewed_or_ended() {
    check(&[
        (
            "The ministers of Finland and Peru signed a memorandum on peat and an agreement waiving visas for diplomats.",
            &[
                "Memorandum on peat: signed, FIN PER",
                "Agreement waiving visas for diplomats: signed, FIN PER",
            ],
        ),
        (
            "Finland and Peru signed a protocol to the credit agreement of 2019.",
            &["Protocol to the credit agreement: signed, FIN PER"],
        ),
        (
            "The visa-free arrangement of Finland and Peru was ended in 2022.",
            &["Visa-free arrangement of Finland and Peru: terminated, ends 2022, FIN PER"],
        ),
        (
            "The memorandum of Finland and Peru on peat expired in May and was renewed for five years.",
            &["Memorandum of Finland and Peru on peat: signed, FIN PER"],
        ),
    ]);
}
