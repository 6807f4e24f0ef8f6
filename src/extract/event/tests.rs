//! The words of events, and what is read in them.

use chrono::NaiveDate;

use super::*;

mod between;
mod coming;
mod month;

/// A text published on 10 June 2025, each event as text.
fn read(text: &str) -> Vec<String> {
    let context = Context {
        published: NaiveDate::from_ymd_opt(2025, 6, 10),
        language: None,
    };
    let one = |found: EventMention| {
        let who: Vec<_> = found
            .participants
            .iter()
            .map(|one| &text[one.range.clone()])
            .collect();
        let mut parts = vec![
            format!("{} {}", found.kind, found.status.word()),
            who.join(" + "),
        ];
        parts.extend(found.place.map(|place| format!("in {}", &text[place])));
        parts.extend(
            found
                .date
                .and_then(|date| date.edtf)
                .map(|edtf| format!("on {edtf}")),
        );
        parts.join(" | ")
    };
    events(text, context).into_iter().map(one).collect()
}

#[test]
fn visits_and_meetings_have_participants_place_and_status() {
    let cases: &[(&str, &[&str])] = &[
        (
            "President of Laos Thongloun Sisoulith met with Vladimir Putin in Moscow on 5 June.",
            &[
                "meeting occurred | President of Laos Thongloun Sisoulith + Vladimir Putin | in Moscow | on 2025-06-05",
            ],
        ),
        (
            "Foreign Minister Sergei Lavrov will visit Vientiane in July.",
            &["visit planned | Foreign Minister Sergei Lavrov | in Vientiane | on 2025-07"],
        ),
        (
            "Prime Minister Sonexay Siphandone paid an official visit to Minsk in May 2024.",
            &["visit occurred | Prime Minister Sonexay Siphandone | in Minsk | on 2024-05"],
        ),
        (
            "Putin invited Sisoulith to visit Kazan next year.",
            &["visit proposed | Sisoulith | in Kazan | on 2026"],
        ),
        (
            "Lavrov held talks with Saleumxay Kommasith at the Kremlin.",
            &["talks occurred | Lavrov + Saleumxay Kommasith | in Kremlin"],
        ),
        (
            "Prime Minister Sonexay Siphandone visited the Finnish capital in May 2024.",
            &[
                "visit occurred | Prime Minister Sonexay Siphandone | in Finnish capital | on 2024-05",
            ],
        ),
        ("Lavrov did not visit Laos. They met the target.", &[]),
        (
            "Министр Иванов встретился с Петровым в Москве.",
            &["meeting occurred | Министр Иванов + Петровым | in Москве"],
        ),
    ];
    let other: Vec<_> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| (text, read(text), expected))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn lists_headings_nouns_and_travel_are_events() {
    let cases: &[(&str, &[&str])] = &[
        (
            "- 12–14 March 2025: trade mission to Busan and Seoul",
            &["mission occurred |  | in Busan | on 2025-03-12/2025-03-14"],
        ),
        (
            "At the opening of the Warsaw office of the Korean agency on 30 January, Minister Ewa Lisowska called it good.",
            &["opening occurred | Warsaw | on 2025-01-30"],
        ),
        (
            "The next meeting of the Council will be held in Budapest in August 2025.",
            &["meeting planned |  | in Budapest | on 2025-08"],
        ),
        (
            "Falcão flies to Busan on Monday. Trade came to 5 million.",
            &["visit planned | Falcão | in Busan | on 2025-06-16"],
        ),
        (
            "Aksoy, who arrived in Belgrade on Sunday, was received by President Vučić.",
            &[
                "visit occurred | Aksoy | in Belgrade | on 2025-06-08",
                "meeting occurred | Aksoy + President Vučić",
            ],
        ),
        (
            "The two sides will meet again in Mexico City in July.",
            &["meeting planned |  | in Mexico City | on 2025-07"],
        ),
    ];
    let other: Vec<_> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| (text, read(text), expected))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn what_is_denied_or_told_by_another_is_no_event_of_the_speaker() {
    let ambassador = "The Lao ambassador said that Russians had visited Luang Prabang in May.";
    assert_eq!(
        read(ambassador),
        ["visit occurred | Russians | in Luang Prabang | on 2025-05"]
    );
    for text in [
        "The minister denied that Lavrov had met Siphandone in Vientiane on 5 May.",
        "The ministry rejected claims that Putin visited Vientiane in May.",
        "No meeting with Lavrov took place in May.",
        "Lavrov did not meet Siphandone on Monday.",
    ] {
        assert!(read(text).is_empty(), "{text}: {:?}", read(text));
    }
}

#[test]
fn a_line_of_date_and_place_dates_the_heading() {
    let text = "Talks with President of Laos Thongloun Sisoulith\n\n3 June 2025, 17:30, Kazan\n\nThey sang.";
    assert_eq!(
        read(text),
        ["talks occurred | President of Laos Thongloun Sisoulith | in Kazan | on 2025-06-03"]
    );
}

#[test]
fn travel_is_told_in_many_words() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Ng, who landed in Minsk on 2 June, will travel to Brest on 12 June.",
            &[
                "visit occurred | Ng | in Minsk | on 2025-06-02",
                "visit planned | Ng | in Brest | on 2025-06-12",
            ],
        ),
        (
            "Minister Ng flew on 2 June to Minsk.",
            &["visit occurred | Minister Ng | in Minsk | on 2025-06-02"],
        ),
        (
            "She spoke after receiving Minister Ng at her office.",
            &["meeting occurred | Minister Ng"],
        ),
        (
            "Ng is scheduled to visit Brest on Thursday and to meet with President Belov on Friday.",
            &[
                "visit planned | Ng | in Brest | on 2025-06-12",
                "meeting planned | Ng + President Belov | on 2025-06-13",
            ],
        ),
        (
            "On 12 May Minister Ng held talks with Minister Belov, and on 2 June he met Minister Petrov.",
            &[
                "talks occurred | Minister Ng + Minister Belov | on 2025-05-12",
                "meeting occurred | he + Minister Petrov | on 2025-06-02",
            ],
        ),
        (
            "Minister Ng held talks in Minsk with Minister Belov.",
            &["talks occurred | Minister Ng + Minister Belov | in Minsk"],
        ),
        (
            "I will be in Minsk on 12 June.",
            &["visit planned | I | in Minsk | on 2025-06-12"],
        ),
        (
            "Mme Petit est arrivée mardi à Dakar. M. Ba est attendu à Rabat en octobre.",
            &[
                "visit occurred | Mme Petit | in Dakar | on 2025-06-10",
                "visit planned | Ba | in Rabat | on 2025-10",
            ],
        ),
    ];
    let other: Vec<_> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| (text, read(text), expected))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn delegations_tours_and_places_behind_their_kind() {
    for (text, who, place) in [
        (
            "Minister Orlov is due to tour a mill in Vientiane on 12 June.",
            "Orlov",
            "in Vientiane",
        ),
        (
            "A Lao trade delegation will visit Minsk in July.",
            "Lao trade delegation",
            "in Minsk",
        ),
        (
            "Minister Orlov travelled to the southern city of Pakse on 5 June.",
            "Orlov",
            "in Pakse",
        ),
    ] {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text}");
        assert!(
            found[0].contains(who) && found[0].contains(place),
            "{found:?}"
        );
    }
}

#[test]
fn missions_are_opened_and_closed() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Namibia opened its high commission in Lusaka in 1990.",
            &["opening occurred | Namibia | in Lusaka | on 1990"],
        ),
        (
            "Zambia had reopened its first resident embassy in Windhoek in 1991.",
            &["opening occurred | Zambia | in Windhoek | on 1991"],
        ),
        (
            "Namibia closed an honorary consulate in Ndola in 2005.",
            &["closing occurred | Namibia | in Ndola | on 2005"],
        ),
        (
            "The shop closed the office in 2001. Namibia opened its market in 1990.",
            &[],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text}");
    }
}

#[test]
fn visits_that_go_on_and_relations_that_were_set_up() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Cuban Foreign Minister Luis Ortega is on a three-day official visit to Ghana.",
            &["visit ongoing | Cuban Foreign Minister Luis Ortega | in Ghana"],
        ),
        (
            "Ghana and Peru set up diplomatic relations on 3 May 1990.",
            &["diplomatic relations occurred | Ghana + Peru | on 1990-05-03"],
        ),
        (
            "Ghana and Peru will mark the 40th anniversary of diplomatic relations in 2030.",
            &["anniversary planned |  | on 2030"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text}");
    }
}

#[test]
fn a_visit_that_did_not_come_is_none() {
    for text in [
        "President Mwanza was to have visited Lima in March 2024, but the trip never took place.",
        "President Mwanza was to visit Lima in May 2024. He did not go.",
        "President Mwanza was supposed to visit Lima in May 2024 but stayed at home.",
        "President Mwanza would have visited Lima in May 2024 but for the floods.",
        "President Mwanza visited neither Lima nor Quito in 2024.",
        "A visit by President Mwanza to Lima in May 2024 never materialised.",
        "Rumours that President Mwanza visited Lima in May 2024 are unfounded.",
        "President Mwanza dreamed that he visited Lima in May 2024.",
        "President Mwanza almost visited Lima in May 2024.",
        "President Mwanza failed to meet Minister Rojas in Lima in May 2024.",
        "A visit by President Mwanza to Lima planned for May 2024 fell through.",
        "Президент Мванза не посетил Лиму в мае 2024 года.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(
        read(
            "A visit by President Mwanza to Lima took place in May 2024. He did not travel to Quito."
        ),
        ["visit occurred | President Mwanza | in Lima | on 2024-05"]
    );
    assert_eq!(
        read("President Mwanza was to visit Lima in August 2025."),
        ["visit planned | President Mwanza | in Lima | on 2025-08"]
    );
}
