//! A text of a meeting: its event, the parties of what was signed, and figures in their series.

use super::kinds::{drafted, of};
use super::text;

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
