//! A text of a meeting: its event, the parties of what was signed, and figures in their series.

use serde_json::Value;

use super::kinds::{draft, drafted, of};
use super::{accept_all, bilat, dossier, empty, text};

const TALKS: &str = "Lao Trade Minister Somsak Keola met Russian Deputy Minister Pavel Orlov in Vientiane on \
                     Monday.\n\n\
                     \u{201c}We have waited ten years for this road,\u{201d} Orlov said.\n\n\
                     The sides signed an agreement on road transport.\n\n\
                     Trade between Laos and Russia fell by 8 percent in 2025.";

#[test]
fn a_quote_names_its_meeting_and_an_agreement_its_parties() {
    let (_folder, all, _) = drafted(TALKS);
    let event = &of(&all, "event")[0]["record"];
    assert_eq!(
        event["participants"].as_array().map(Vec::len),
        Some(2),
        "{event}"
    );
    let quote = &of(&all, "quote")[0]["record"];
    assert_eq!(quote["event"], event["id"], "{quote}");
    let agreement = &of(&all, "agreement")[0]["record"];
    let parties = agreement["parties"].as_array().expect("parties");
    assert_eq!(parties.len(), 2, "{agreement}");
    let figure = of(&all, "figure")[0];
    let exact = text(&figure["anchor"], "exact");
    assert!(exact.contains("fell"), "{figure}");
}

#[test]
fn parties_are_not_taken_from_a_text_of_three_countries() {
    let more = format!("{TALKS}\n\nThailand watches the road.");
    let (_folder, all, _) = drafted(&more);
    let agreement = of(&all, "agreement")[0];
    assert!(agreement["record"]["parties"].is_null(), "{agreement}");
    assert!(
        text(agreement, "told").contains("no party is named"),
        "{agreement}"
    );
}

#[test]
fn a_visit_that_somebody_only_tells_of_is_not_his() {
    let told = "The Lao ambassador to Russia, Somsak Keola, said that Russians had visited Luang Prabang in May. \
                He denied that Pavel Orlov had met President Thongloun Sisoulith in Vientiane in April.";
    let (_folder, all, _) = drafted(told);
    assert!(of(&all, "event").is_empty(), "{all:?}");
}

/// What a drafted quote says of its date: the date and the bound.
fn said(article: &str) -> Vec<String> {
    let (_folder, all, _) = drafted(article);
    let one = |quote: &&Value| {
        let (said, event) = (&quote["record"]["said"], &quote["record"]["event"]);
        let date = said.as_str().or(said["edtf"].as_str());
        let bound = said["not_after"].as_str().map(|day| format!("by {day}"));
        let mark = said["basis"].as_str().unwrap_or("stated");
        let occasion = if event.is_null() {
            ""
        } else {
            " at the meeting"
        };
        let date = date.map(str::to_owned).or(bound);
        format!("{} {mark}{occasion}", date.unwrap_or_default())
    };
    of(&all, "quote").iter().map(one).collect()
}

#[test]
fn a_quote_is_dated_by_its_words_its_meeting_or_the_article() {
    for (article, expected) in [
        (TALKS, "2026-03-02 inferred at the meeting"),
        (
            "\u{201c}We have waited ten years for this road,\u{201d} Pavel Orlov said.",
            "by 2026-03-04 inferred",
        ),
        (
            "\u{201c}We have waited ten years for this road,\u{201d} Pavel Orlov said in a speech in Pakse in 2021.",
            "2021 stated",
        ),
        (
            "Speaking in Vientiane on 1 March 2026, Pavel Orlov said: \u{201c}We have waited ten years for this road.\u{201d}",
            "2026-03-01 stated",
        ),
        (
            "\u{201c}We have waited ten years for this road,\u{201d} Pavel Orlov said by telephone on 1 March 2026.",
            "2026-03-01 stated",
        ),
        (
            "Pavel Orlov said trade in 2019 was \u{201c}far below what the two countries want\u{201d}.",
            "by 2026-03-04 inferred",
        ),
        (
            "Lao Trade Minister Somsak Keola met Russian Deputy Minister Pavel Orlov in Vientiane on Monday.\n\n\
             \u{201c}We have waited ten years for this road,\u{201d} Orlov told reporters on Tuesday.",
            "2026-03-03 inferred",
        ),
    ] {
        assert_eq!(said(article), [expected], "{article}");
    }
}

#[test]
fn a_brief_quotes_what_was_said_by_a_day() {
    let folder = empty();
    let into = dossier(&folder);
    let article = "Russian Deputy Minister Pavel Orlov spoke in Pakse.\n\n\u{201c}We in Russia have waited ten \
                   years for this road to Laos, and now it is there for everybody,\u{201d} Orlov said.";
    draft(&folder, article, "2026-03-04");
    accept_all(&into);
    let (_, brief, err) = bilat(&["export", "markdown", &into]);
    let told = "Pavel Orlov, Russian Deputy Minister, \\[by 4 March 2026\\]";
    assert!(brief.contains(told), "{brief}{err}");
}

#[test]
fn a_visit_to_the_capital_of_the_other_side_is_between_the_two() {
    for (article, expected) in [
        (
            "Russian Foreign Minister Sergei Lavrov visited Vientiane on 3 May 2024.",
            true,
        ),
        (
            "Lao Trade Minister Somsak Keola travelled to Moscow on 3 May 2024.",
            true,
        ),
        ("Laos opened its high commission in Moscow in 1990.", true),
        (
            "Russian Foreign Minister Sergei Lavrov visited Kazan on 3 May 2024.",
            false,
        ),
        (
            "Russian Foreign Minister Sergei Lavrov visited Vientiane on 3 May 2024 for the ASEAN summit.",
            false,
        ),
        (
            "Lao Trade Minister Somsak Keola visited Vientiane on 3 May 2024.",
            false,
        ),
    ] {
        let (_folder, all, _) = drafted(article);
        // At home it is no visit at all.
        let events = of(&all, "event");
        let is = |event: &Value| event["record"]["bilateral"] == true;
        assert_eq!(events.iter().any(|event| is(event)), expected, "{article}");
    }
}
