//! The words of agreements, and what is read in them.

mod sentences;

use chrono::NaiveDate;

use super::*;

mod clauses;
mod press;
mod steps;
mod titles;
mod undone;

/// A text published on 10 June 2025, each agreement as text.
fn read(text: &str) -> Vec<String> {
    let context = Context {
        published: NaiveDate::from_ymd_opt(2025, 6, 10),
        language: None,
    };
    let one = |found: AgreementMention| {
        let mut parts = vec![
            text[found.range].to_owned(),
            format!("{} {}", found.kind.word(), found.status.word()),
        ];
        parts.extend(found.count.map(|count| format!("{count} of them")));
        let codes: Vec<_> = found
            .parties
            .iter()
            .map(|party| match party.country {
                Some(code) => code.to_string(),
                None => text[party.range.clone()].to_owned(),
            })
            .collect();
        if !codes.is_empty() {
            parts.push(codes.join("+"));
        }
        let edtf = |time: TimeExpression| time.edtf.unwrap_or_default();
        parts.extend(found.date.map(|time| format!("on {}", edtf(time))));
        parts.extend(found.entry.map(|entry| {
            let word = if entry.is_ahead {
                "to enter"
            } else {
                "entered"
            };
            let day = entry.date.map(|time| format!(" on {}", edtf(time)));
            format!("{word}{}", day.unwrap_or_default())
        }));
        parts.extend(found.end.map(|time| format!("ends {}", edtf(time))));
        parts.extend(found.horizon.map(|time| format!("covers {}", edtf(time))));
        parts.extend(found.lineage.map(|(lineage, _)| format!("{lineage:?}")));
        parts.join(" | ")
    };
    agreements(text, context).into_iter().map(one).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let other: Vec<_> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| (text, read(text), expected))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn the_status_is_that_of_the_verb() {
    check(&[
        (
            "Laos and Russia signed a treaty on mutual legal assistance in 2024.",
            &["a treaty on mutual legal assistance | treaty signed | LAO+RUS | on 2024"],
        ),
        (
            "They plan to sign a memorandum of understanding on tourism.",
            &["a memorandum of understanding on tourism | memorandum planned"],
        ),
        (
            "A free trade agreement with Vietnam is being discussed.",
            &["A free trade agreement with Vietnam | agreement under-discussion | VNM"],
        ),
        (
            "The ministers discussed a road map for energy.",
            &["a road map for energy | roadmap under-discussion"],
        ),
        (
            "The two are considering a visa-free agreement.",
            &["a visa-free agreement | agreement proposed"],
        ),
        (
            "The investment protection agreement entered into force in May 2023.",
            &["The investment protection agreement | agreement in-force | on 2023-05"],
        ),
        (
            "A protocol on customs will be signed next year.",
            &["A protocol on customs | protocol planned | on 2026"],
        ),
        ("They did not sign a treaty on borders.", &[]),
        // It refers back, and its date is not that of another that is called so.
        (
            "An MoU between corresponding agencies on water was signed.\nA roadmap on energy followed, and the corresponding memorandum was signed in 2016.",
            &[
                "An MoU between corresponding agencies on water | memorandum signed",
                "A roadmap on energy | roadmap unknown",
            ],
        ),
        ("No agreement on borders was reached.", &[]),
        ("Both sides are in agreement. The agreement helps.", &[]),
    ]);
}

#[test]
fn what_is_listed_in_the_next_sentence_has_the_status_of_the_list() {
    check(&[
        (
            "Three documents were signed on Thursday. Among them are a treaty on extradition and an agreement on air services.",
            &[
                "Three documents | document signed | 3 of them | on 2025-06-05",
                "a treaty on extradition | treaty signed | on 2025-06-05",
                "an agreement on air services | agreement signed | on 2025-06-05",
            ],
        ),
        (
            "The agreement on air services, signed in 1999, has not been ratified.",
            &["The agreement on air services | agreement signed | on 1999"],
        ),
        (
            "Стороны подписали соглашение о туризме и меморандум о взаимопонимании.",
            &[
                "соглашение о туризме | agreement signed",
                "меморандум о взаимопонимании | memorandum signed",
            ],
        ),
    ]);
}

#[test]
fn what_is_to_be_signed_is_planned() {
    check(&[
        (
            "A memorandum on tourism is to be signed in 2027.",
            &["A memorandum on tourism | memorandum planned | on 2027"],
        ),
        (
            "The treaty on extradition has yet to be signed.",
            &["The treaty on extradition | treaty planned"],
        ),
    ]);
}

#[test]
fn lineage_is_that_of_the_instrument() {
    check(&[
        (
            "They signed an agreement on new sources of energy.",
            &["an agreement on new sources of energy | agreement signed"],
        ),
        (
            "The next roadmap on tourism will be signed in 2026. A roadmap on tourism was signed in 2020.",
            &[
                "The next roadmap on tourism | roadmap planned | on 2026 | Continues",
                "A roadmap on tourism | roadmap signed | on 2020",
            ],
        ),
    ]);
}

#[test]
fn a_list_of_instruments_has_one_verb() {
    check(&[(
        "In Moscow the two sides signed a treaty on extradition, a memorandum on water resources and a 2025–2026 roadmap on nuclear energy.",
        &[
            "a treaty on extradition | treaty signed",
            "a memorandum on water resources | memorandum signed",
            "a 2025–2026 roadmap on nuclear energy | roadmap signed | covers 2025/2026",
        ],
    )]);
}

#[test]
fn parties_counts_and_lineage_are_read() {
    check(&[
        (
            "An agreement between the Ministry of Energy of Laos and Rosatom was signed on 5 June 2025.",
            &[
                "An agreement between the Ministry of Energy of Laos and Rosatom | agreement signed | LAO+Rosatom | on 2025-06-05",
            ],
        ),
        (
            "Twelve documents were signed at the talks.",
            &["Twelve documents | document signed | 12 of them"],
        ),
        (
            "A new roadmap on tourism was adopted; the previous roadmap on tourism expired.",
            &[
                "A new roadmap on tourism | roadmap signed | Continues",
                "the previous roadmap on tourism | roadmap expired | Precedes",
            ],
        ),
        (
            "They adopted a plan of action for 2026-2028, which replaces an earlier one.",
            &[
                "a plan of action for 2026-2028 | plan-of-action signed | covers 2026/2028 | Replaces",
            ],
        ),
        (
            "They signed a memorandum on rail transport. The memorandum on rail transport covers freight.",
            &["a memorandum on rail transport | memorandum signed"],
        ),
    ]);
}

#[test]
fn a_date_inside_the_name_is_that_of_the_agreement_it_names() {
    check(&[(
        "They signed a protocol on amendments to the Agreement on Trade of 12 November 2007.",
        &["a protocol on amendments to the Agreement on Trade | protocol signed"],
    )]);
}

#[test]
fn a_year_before_an_instrument_is_that_of_the_instrument() {
    let found = read(
        "The leaders witnessed the signing of two documents: a memorandum on fairs, and a protocol amending the \
         1995 tax treaty.",
    );
    let is_dated = |one: &String| one.contains("on 1995");
    assert!(
        found.len() == 2 && !found.iter().any(is_dated),
        "{found:#?}"
    );
}

#[test]
fn years_that_a_plan_covers_are_not_its_signature() {
    check(&[(
        "They signed a plan of consultations for 2025 and 2026.",
        &["a plan of consultations | plan-of-action signed"],
    )]);
}

#[test]
fn a_headline_tells_in_the_present_what_was_done() {
    check(&[
        (
            "Belarus, Laos sign agreement on tractors",
            &["agreement on tractors | agreement signed | BLR+LAO"],
        ),
        (
            "Belarus, Laos to sign agreement on tractors",
            &["agreement on tractors | agreement planned | BLR+LAO"],
        ),
    ]);
}

#[test]
fn french_and_russian_verbs_are_no_part_of_a_name() {
    check(&[
        (
            "Les parties ont signé un accord de coopération technique et un mémorandum d'entente sur la pêche.",
            &[
                "un accord de coopération technique | agreement signed",
                "un mémorandum d'entente sur la pêche | memorandum signed",
            ],
        ),
        (
            "Une convention fiscale est en cours de négociation.",
            &["Une convention fiscale | treaty under-discussion"],
        ),
        (
            "Соглашение о взаимной защите инвестиций планируется подписать.",
            &["Соглашение о взаимной защите инвестиций | agreement planned"],
        ),
    ]);
}

#[test]
fn an_adjective_of_change_names_no_agreement() {
    check(&[
        ("The expanded accord could be signed in 2026.", &[]),
        (
            "The sides welcomed the entry into force of the Agreement on Air Services.",
            &["the Agreement on Air Services | agreement in-force"],
        ),
        (
            "They signed a plan of consultations between the two ministries.",
            &["a plan of consultations between the two ministries | plan-of-action signed"],
        ),
    ]);
}

#[test]
fn a_list_stands_as_the_line_over_it_says() {
    check(&[
        (
            "The following documents were signed on 5 June:\n- Memorandum of Understanding on Hydrogen;\n- Cultural Exchange Programme.\nAn agreement on roads is discussed.",
            &[
                "Memorandum of Understanding on Hydrogen | memorandum signed | on 2025-06-05",
                "Cultural Exchange Programme | programme signed | on 2025-06-05",
                "An agreement on roads | agreement under-discussion",
            ],
        ),
        (
            "Negotiations on a social security agreement were concluded in May.",
            &["a social security agreement | agreement under-discussion"],
        ),
        (
            "The agreement on air services has been in force since September 2010.",
            &["The agreement on air services | agreement in-force | on 2010-09"],
        ),
    ]);
}

#[test]
fn what_stands_beside_an_instrument_is_not_always_its_verb() {
    check(&[
        (
            "Talks on payments are under way, and the sides agreed on the text of a memorandum on customs.",
            &["a memorandum on customs | memorandum planned"],
        ),
        (
            "They exchanged views on a joint action plan for ports.",
            &["a joint action plan for ports | plan-of-action under-discussion"],
        ),
        (
            "The free trade agreement, under negotiation since 2019, will not be ready soon.",
            &["The free trade agreement | agreement under-discussion"],
        ),
        (
            "A joint statement on forests was issued on 3 June 2025.",
            &["A joint statement on forests | document signed | on 2025-06-03"],
        ),
        (
            "Flights resume under an air services agreement dating from 2013.",
            &["an air services agreement | agreement signed | on 2013"],
        ),
        (
            "They recalled the Treaty on Friendship of 14 December 1995.",
            &["the Treaty on Friendship | treaty signed | on 1995-12-14"],
        ),
        (
            "They signed a work plan on fisheries and agreed to study an agreement on pensions.",
            &[
                "a work plan on fisheries | plan-of-action signed",
                "an agreement on pensions | agreement proposed",
            ],
        ),
        ("Laos, Cuba speed up trade pact talks", &[]),
        ("He wants a price before more treaties are concluded.", &[]),
        (
            "The Avoidance of Double Taxation Agreement was signed in 2020.",
            &["The Avoidance of Double Taxation Agreement | agreement signed | on 2020"],
        ),
    ]);
}

#[test]
fn a_later_sentence_says_what_became_of_it() {
    check(&[
        (
            "Social security pact\nA social security agreement is expected to be signed soon.",
            &["A social security agreement | agreement planned"],
        ),
        (
            "In March they agreed to negotiate a protocol on pears. The protocol was signed on 4 June 2025.",
            &["a protocol on pears | protocol signed | on 2025-06-04"],
        ),
        (
            "They signed two documents on 4 June 2025. The documents include a treaty on rivers.",
            &[
                "two documents | document signed | 2 of them | on 2025-06-04",
                "a treaty on rivers | treaty signed | on 2025-06-04",
            ],
        ),
    ]);
}

#[test]
fn french_verbs_give_a_status() {
    check(&[
        (
            "Une convention sur les diplômes a été signée en mai 2025.",
            &["Une convention sur les diplômes | treaty signed | on 2025-05"],
        ),
        (
            "La convention de non-double imposition est, elle, entrée en vigueur en juin 2014.",
            &["La convention de non-double imposition | treaty in-force | on 2014-06"],
        ),
        (
            "Ils ont signé un accord sur les ports ainsi qu'un mémorandum d'entente sur le riz.",
            &[
                "un accord sur les ports | agreement signed",
                "qu'un mémorandum d'entente sur le riz | memorandum signed",
            ],
        ),
    ]);
}
