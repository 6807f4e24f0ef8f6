//! The words of events, and what is read in them.

use chrono::NaiveDate;

use super::*;

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
            &["visit proposed | Putin + Sisoulith | in Kazan | on 2026"],
        ),
        (
            "Lavrov held talks with Saleumxay Kommasith at the Kremlin.",
            &["talks occurred | Lavrov + Saleumxay Kommasith | in Kremlin"],
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
